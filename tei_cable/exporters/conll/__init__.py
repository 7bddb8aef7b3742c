"""CoNLL."""

from collections.abc import Iterator, Sequence

from tei_cable.exporters import Exporter
from tei_cable.model import Cable
from tei_cable.render.occurrences import outermost, reading
from tei_cable.text.regex import regex

_TOKEN = regex(r"\w+|[^\w\s]")
_TAGS = {"persName": "PER", "placeName": "LOC", "orgName": "ORG", "date": "DATE"}


class Conll(Exporter):
    """Tokens with IOB2 tags (CoNLL 2003 in three columns: token, tag, id or date): training data for name recognition."""

    suffix = ".conll"
    takes = "many"
    loses = (
        "block kinds", "page marks", "name parts", "references", "corrections", "gaps and supplied words", "quotations and foreign words",
        "lists and labels", "doubts", "facts of the header", "terms",
    )  # fmt: skip
    tested = "tokens are the words of the text in their order; tags are well-formed IOB2; the tagged words are those of the outermost names"

    def write(self, cables: Sequence[Cable]) -> bytes:
        """A document for each telegram, a sentence for each block and note."""
        return "".join("-DOCSTART-\tO\t_\n\n" + "".join(_sentences(c)) for c in cables).encode()


def _sentences(cable: Cable) -> Iterator[str]:
    read = reading(cable)
    tagged = [o for o in outermost([o for o in read.occurrences if o.mention.kind in _TAGS]) if o.words.strip()]
    at, begun = 0, -1
    for start, end in read.lines:
        rows = []
        for token in _TOKEN.finditer(read.text, start, end):
            while at < len(tagged) and tagged[at].start + len(tagged[at].words) <= token.start():
                at += 1
            tag, said = "O", "_"
            if at < len(tagged) and tagged[at].start < token.end():
                m = tagged[at].mention
                tag = f"{'I' if begun == at else 'B'}-{_TAGS[m.kind]}"
                said = m.ref or m.attrs.get("when", "") or "_"
                begun = at
            rows.append(f"{token[0]}\t{tag}\t{said}\n")
        if rows:
            yield "".join(rows) + "\n"


part = Conll()
