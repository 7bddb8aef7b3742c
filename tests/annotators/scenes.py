"""A small telegram to try one annotator on: paragraphs apart by blank lines, no lists but those given."""

from collections.abc import Iterable, Sequence

from tei_cable.annotators import Annotation
from tei_cable.authority.entries import Listing
from tei_cable.authority.lexicon import Form, Lexicon
from tei_cable.authority.lists import Authority
from tei_cable.authority.scene import Scene
from tei_cable.model import Block, Cable, Field, Mention, Note, Source, Span
from tei_cable.registry import parts


def cable(text: str, date: str = "", mentions: Iterable[Mention] = (), lang: str = "en", kinds: Sequence[str] = ()) -> Cable:
    """A cable of these paragraphs (`kinds` of the first of them, `p` the others); "[n]" lines at the end are its notes."""
    fields = (Field("created", date, attrs={"when": date}),) if date else ()
    blocks: list[Block] = []
    notes: list[Note] = []
    at = 0
    for k, words in enumerate(text.split("\n\n")):
        span = Span(at, at + len(words))
        at = span.end + 2
        label = words.partition(" ")[0]
        if blocks and label[:1] == "[" and label[-1:] == "]" and label[1:-1].isdigit():
            marker = text.find(label)
            after = marker + len(label)
            notes.append(
                Note(
                    label[1:-1],
                    marker,
                    (Span(span.start + len(label) + 1, span.end),),
                    Span(marker, after),
                    Span(span.start, span.start + len(label)),
                )
            )
        else:
            blocks.append(Block(kinds[k] if k < len(kinds) else "p", (span,)))
    return Cable(Source(text, None, ""), "plain", lang, fields, tuple(blocks), tuple(notes), tuple(mentions))


def annotated(part: str, given: Cable, forms: Iterable[Form] = ()) -> Annotation:
    """What the annotator of that name makes of a cable, with its own cues and these forms of names."""
    annotator = parts("annotators")[part]
    cues = [Form(word, f"cue:{part}") for word in annotator.cues]
    authority = Authority(Listing(), [Lexicon([*cues, *forms])], core=False)
    found: Annotation = annotator.annotate(given, Scene(given, authority))
    return found


def words(given: Cable, kind: str) -> list[str]:
    """The words of all mentions of a kind, in order of the text."""
    spans = sorted(m.span for m in given.mentions if m.kind == kind)
    return [given.source.text[a:b] for a, b in spans]
