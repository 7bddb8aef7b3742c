"""Numbers of correspondents."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import NAMES, Demand, actions
from tei_cable.tei.blocks import content
from tei_cable.tei.names import T
from tei_cable.text.regex import regex

_KNOWN = regex(r"viaf\.org|d-nb\.info|bnf\.fr|id\.loc\.gov|ndl\.go\.jp|geonames\.org")
_TYPES = {"viaf", "gnd", "bnf", "lc", "lccn", "ndl", "geonames"}


class Correspondent(Demand):
    """A sender, recipient or place has no number of an authority file that correspSearch knows.

    Why: one searches by them: VIAF, GND, BnF, LC and NDL for persons and organisations, GeoNames for places. By words alone nobody finds a
    letter.

    Wrong:

        <teiHeader><fileDesc/><profileDesc><correspDesc><correspAction type="sent"><persName>Dean Rusk</persName></correspAction>
        <correspAction type="received"><persName>Dillon</persName></correspAction></correspDesc></profileDesc></teiHeader>
        <text><body><p>They met.</p></body></text>

    Right:

        <teiHeader><fileDesc/>
        <profileDesc><correspDesc>
        <correspAction type="sent"><persName ref="http://viaf.org/viaf/64802103">Dean Rusk</persName></correspAction>
        <correspAction type="received"><persName>Unknown</persName></correspAction></correspDesc></profileDesc></teiHeader>
        <text><body><p>They met.</p></body></text>
    """

    kind = Code("I064", "correspondent-without-number", Severity.WARNING)
    since = "0.1.0"
    tools = frozenset({"correspsearch"})
    message = "Correspondents and places that nobody finds"
    hint = "Give their entries the numbers (idno), or put the addresses into @ref."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """Parties without number."""
        for e in (e for a in actions(document) for e in a.iter(*(T + name for name in NAMES))):
            target = document.ids.get(e.get("ref", "")[1:])
            numbers = [] if target is None else [n.get("type", "").lower() for n in target.iter(f"{T}idno")]
            if content(e).strip() != "Unknown" and not (_KNOWN.search(e.get("ref", "")) or _TYPES & set(numbers)):
                yield e


part = Correspondent()
