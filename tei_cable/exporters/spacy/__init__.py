"""spaCy."""

from collections.abc import Iterator, Sequence
from typing import Any

from tei_cable.exporters import Exporter, needed
from tei_cable.model import Cable
from tei_cable.render.facts import name_of
from tei_cable.render.occurrences import Occurrence, outermost, reading
from tei_cable.render.record import distinct
from tei_cable.render.view import read

_LABELS = {"persName": "PER", "placeName": "LOC", "orgName": "ORG", "date": "DATE"}
# What spaCy calls the group of spans that its span categorizer learns.
_SPANS = "sc"


class Spacy(Exporter):
    """Training data for spaCy (a DocBin): a Doc for each telegram, names and dates as entities with their ids, what nests as spans."""

    suffix = ".spacy"
    takes = "many"
    loses = ("block kinds", "page marks", "corrections", "doubts", "entities", "facts of the header")
    library = "spacy (extra: spacy)"
    tested = "spaCy reads it: the text is the TEI's, entities are the outermost names with their words and ids, notes keep numbers and places"

    def write(self, cables: Sequence[Cable]) -> bytes:
        """The DocBin. Raises Missing."""
        spacy, tokens = needed("spacy", "spacy"), needed("spacy.tokens", "spacy")
        makers: dict[str, Any] = {}
        held = tokens.DocBin(store_user_data=True)
        names = distinct([name_of(c, i) for i, c in enumerate(cables)])
        for name, cable in zip(names, cables, strict=True):
            code = cable.lang.partition("-")[0]
            if code not in makers:
                makers[code] = _pipeline(spacy, code)
            doc = _doc(tokens.Doc, makers[code], cable)
            doc.user_data = {"telegram": name, "notes": _notes(cable)}
            held.add(doc)
        data: bytes = held.to_bytes()
        return data


def _pipeline(spacy: Any, code: str) -> Any:
    """An empty pipeline of a language; of one that spaCy does not know, or only with a further library, that of many languages."""
    try:
        return spacy.blank(code)
    except (ImportError, ValueError):
        return spacy.blank("xx")


def _doc(kind: Any, nlp: Any, cable: Cable) -> Any:
    said = reading(cable)
    spoken = [o for o in said.occurrences if o.words.strip()]
    named = list(outermost([o for o in spoken if o.mention.kind in _LABELS]))
    edges = sorted({edge for o in spoken for edge in _edges(o)})
    bounds = list(_cut([(t.idx, t.idx + len(t.text)) for t in nlp.make_doc(said.text)], edges))
    spaces = [said.text[end : end + 1] == " " and after == end + 1 for (_, end), (after, _) in zip(bounds, [*bounds[1:], (-1, -1)], strict=True)]
    doc = kind(nlp.vocab, words=[said.text[start:end] for start, end in bounds], spaces=spaces)
    doc.ents = [doc.char_span(*_edges(o), label=_LABELS[o.mention.kind], kb_id=o.mention.ref) for o in named]
    doc.spans[_SPANS] = [doc.char_span(*_edges(o), label=o.mention.kind) for o in spoken]
    return doc


def _edges(o: Occurrence) -> tuple[int, int]:
    """Where the words of a mention begin and end, without white space round them."""
    start = o.start + len(o.words) - len(o.words.lstrip())
    return start, start + len(o.words.strip())


def _cut(tokens: Sequence[tuple[int, int]], edges: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Tokens cut where a mention begins or ends within one: a name's end is what is known, a tokenizer guesses."""
    at = 0
    for start, end in tokens:
        while at < len(edges) and edges[at] <= start:
            at += 1
        begin = start
        while at < len(edges) and edges[at] < end:
            yield begin, edges[at]
            begin = edges[at]
            at += 1
        yield begin, end


def _notes(cable: Cable) -> list[dict[str, Any]]:
    view, said = read(cable), reading(cable)
    spans = said.lines[len(view.lines) :]
    return [{"n": n.note.n, "anchor": said.anchors.get(n.id), "start": s, "end": e} for n, (s, e) in zip(view.notes(), spans, strict=True)]


part = Spacy()
