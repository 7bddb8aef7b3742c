"""Times whose zone was printed and is not in the value."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import said
from tei_cable.tei.edits import attribute, fix
from tei_cable.text.regex import regex

_ZULU = regex(r"(?<!\d)(?:[0-3]\d)?(?:[01]\d|2[0-3])[0-5]\d\s?(?:Z|GMT|UTC)\b")
_LOCAL = regex(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?")


class ZoneLost(Rule):
    """The words of a date give its time in Greenwich time, and its value gives no zone.

    Why: "301430Z" is an instant. Without the Z the value is a local time nobody knows where, and telegrams of two posts cannot be put in their order.

    Wrong:

        <p><date when="1962-10-30T14:30:00">301430Z OCT 62</date></p>

    Right:

        <p><date when="1962-10-30T14:30:00Z">301430Z OCT 62</date> <date when="1962-10-30T14:30:00">30 October, 2:30 p.m.</date></p>
    """

    kind = Code("D007", "zone-lost", Severity.WARNING)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each date; the fix adds the zone."""
        for e in document.each("date", "time"):
            value = e.get("when", "")
            if len(value) > 10 and _LOCAL.fullmatch(value) and (m := _ZULU.search(said(e))):
                tag = document.tag(e)
                edit = attribute(document.data, tag, "when", f"{value}Z") if tag else None
                yield self.at(document, e, f"The words say “{m[0]}”, and {value} has no zone.", f"Write {value}Z.", fix(edit, safe=True))


part = ZoneLost()
