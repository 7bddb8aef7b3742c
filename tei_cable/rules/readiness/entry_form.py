"""What names point at."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import NAMES, Demand, entries
from tei_cable.tei.names import XML


class EntryForm(Demand):
    """A name points at something that is no entry of a list of persons, places, organisations or events.

    Why: EVT shows what stands in listPerson and its like; for any other target the card stays empty.

    Wrong:

        <p><persName ref="#p1">Mr. Rusk</persName> agreed.</p><list><item><persName xml:id="p1">Rusk, Dean</persName></item></list>

    Right:

        <teiHeader><fileDesc>
        <sourceDesc><listPerson><person xml:id="rusk"><persName>Dean Rusk</persName></person></listPerson></sourceDesc></fileDesc>
        </teiHeader><text><body><div><p><persName ref="#rusk">Mr. Rusk</persName> agreed.</p></div></body></text>
    """

    kind = Code("I015", "entry-in-no-list", Severity.WARNING)
    since = "0.1.0"
    tools = frozenset({"evt2", "evt3"})
    mended = True
    message = "Names that point at what is no entry of a list"
    hint = "Make entries of the targets."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """Names whose target is another element."""
        listed = {e.get(f"{XML}id") for e in entries(document)}
        for e in document.named(*NAMES):
            targets = (e.get("ref") or e.get("corresp") or "").split()
            if any(t[1:] in document.ids and t[1:] not in listed for t in targets if t[0] == "#"):
                yield e


part = EntryForm()
