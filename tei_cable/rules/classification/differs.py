"""Classifications that contradict one another."""

from collections.abc import Iterator

from tei_cable.model import Diagnostic
from tei_cable.rules import Document, Rule
from tei_cable.rules.classification._words import classes, codes, own
from tei_cable.tei.blocks import said
from tei_cable.text.agreement import CLASSES
from tei_cable.text.regex import regex

# A sentence of its own: "Secret; Priority."; not "Secret Files".
_SENTENCE = regex(r"(?<=[.;])\s+([^.;]{5,30})(?=[.;])")


class Differs(Rule):
    """The header, the first lines and the source note do not give the same classification.

    Why: one was misread, or the telegram was classified anew, and then an editor should say so.

    Wrong:

        <teiHeader><profileDesc><textClass><classCode scheme="#classification">Secret</classCode></textClass></profileDesc></teiHeader>
        <text><body><opener><seg type="class">CONFIDENTIAL</seg></opener></body></text>

        <opener><seg type="class">TOP SECRET</seg></opener>
        <p>We met.<note type="source" n="1">Source: Central Files, 751.00. Secret; Priority.</note></p>

    Right:

        <opener><seg type="class">SECRET</seg></opener>
        <p>We met.<note type="source" n="1">Source: Central Files, 751.00. Secret; Priority.</note></p>
    """

    kind = CLASSES
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """At most one finding for each pair of places, at the later one."""
        if len(document.units) > 1:
            return
        header = [(e, classes(said(e))) for e in codes(document)]
        lines = own(document)
        notes = [(e, found) for e in document.named("note") if e.get("type") == "source" and (found := _of_note(said(e)))]
        for says, first, below in (("first lines say", header, lines), ("source note says", lines or header, notes)):
            told = {c for _, found in first for c in found}
            for e, found in below[:1]:
                if told and told.isdisjoint(found):
                    message = f"The {says} “{found[0]}”, and before it is “{min(told)}”."
                    yield self.at(document, e, message, "Check both against the source.")


def _of_note(words: str) -> list[str]:
    """The classification that a source note states in a sentence of its own."""
    return [c for m in _SENTENCE.finditer(words) for c in classes(m[1]) if m[1].strip().lower() == c]


part = Differs()
