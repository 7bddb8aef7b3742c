"""Elements that the series does not have."""

from collections import Counter
from collections.abc import Iterator, Sequence

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand
from tei_cable.tei.names import T
from tei_cable.tei.others import local

# The elements of frus-2015.rnc (github.com/HistoryAtState/frus, schema), and what its later editions add to the header.
_KNOWN = frozenset(
    (
        "TEI affiliation anchor back body byline cell change closer correction date dateline del div docDate docImprint docTitle "
        "editor editorialDecl encodingDesc facsimile figure fileDesc front gap gloss graphic head hi idno item l label lb lg list "
        "name note opener orgName p pb persName placeName postscript pubPlace publicationStmt publisher quote ref rendition "
        "revisionDesc row salute seg signed sourceDesc space styleDefDecl table tagsDecl teiHeader term text time title titlePage "
        "titlePart titleStmt unclear notesStmt profileDesc textClass classDecl category taxonomy catDesc keywords respStmt resp "
        "relatedItem"
    ).split()
)


class UnknownElement(Demand):
    """An element is none of those that the schema of Foreign Relations of the United States has.

    Why: the schema knows seventy elements of TEI; a file with others is not valid, and they are not shown.

    Wrong:

        <p>They met in <supplied>Paris</supplied>.</p>

    Right:

        <p>They met in [Paris].</p>
    """

    kind = Code("I011", "unknown-to-the-series", Severity.ERROR)
    since = "0.1.0"
    tools = frozenset({"frus"})
    mended = True
    hint = "Say it by elements that the series has, or by words."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """Elements that the schema lacks."""
        return (e for e in document.elements if str(e.tag).startswith(T) and local(e) not in _KNOWN)

    def said(self, found: Sequence[etree._Element]) -> str:
        """The elements by name, the most frequent first."""
        names = Counter(local(e) for e in found)
        return f"Elements that the series does not have: {', '.join(f'{name} ({n})' for name, n in names.most_common())}."


part = UnknownElement()
