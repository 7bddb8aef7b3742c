"""Footnotes among numbered ones that have no number."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.edits import attribute, fix
from tei_cable.tei.names import XML, T
from tei_cable.text.regex import regex

_ID = regex(r".*?fn[-_.]?(\d+)")
_FEET = frozenset({"foot", "end", "bottom"})


class WithoutNumber(Rule):
    """A footnote has no number, and others of the document have one.

    Why: programs number such notes themselves, and then all numbers behind it differ from the print.

    Wrong:

        <p>They met<note n="1" place="foot">On 5 May.</note> again<note place="foot" xml:id="fn2">On 9 May.</note>.</p>

    Right:

        <p>They met<note n="1" place="foot">On 5 May.</note> again<note n="2" place="foot">On 9 May.</note>.</p>

        <p>They met<note place="foot">On 5 May.</note> again<note place="foot">On 9 May.</note>.</p>
    """

    kind = Code("N015", "note-without-number", Severity.WARNING)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each such note; its id may know the number."""
        for unit in document.units:
            feet = [e for e in unit.iter(T + "note") if e.get("place") in _FEET]
            numbers = {e.get("n") for e in feet if e.get("n")}
            for e in feet if numbers else ():
                if not e.get("n"):
                    m, tag = _ID.fullmatch(e.get(f"{XML}id", "")), document.tag(e)
                    known = m[1] if m and m[1] not in numbers else ""
                    edit = attribute(document.data, tag, "n", known) if known and tag else None
                    hint = f"Its id says {known}." if known else "Give it the number that it has in the source."
                    yield self.at(document, e, "A footnote has no number, though others have.", hint, fix(edit, safe=True))


part = WithoutNumber()
