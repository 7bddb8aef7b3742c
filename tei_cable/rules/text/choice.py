"""Choices with nothing to choose."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.places import name

_ADDED = frozenset({"corr", "reg", "expan"})


class ChoiceAlone(Rule):
    """A choice has one reading only.

    Why: a `sic` without its `corr`, an `abbr` without its `expan`: what the editor was to add is not there, or the source's own words are gone.

    Wrong:

        <p>We met in <choice><sic>Pairs</sic></choice>.</p>

        <p>We met in <choice><corr>Paris</corr></choice>.</p>

    Right:

        <p>We met in <choice><sic>Pairs</sic><corr>Paris</corr></choice>.</p>
    """

    kind = Code("T042", "choice-without-pair", Severity.WARNING)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each choice."""
        for e in document.named("choice"):
            inside = [name(x.tag) for x in e if isinstance(x.tag, str)]
            if len(inside) < 2 or _ADDED.issuperset(inside):
                told = " and ".join(dict.fromkeys(inside)) or "nothing"
                yield self.at(document, e, f"A choice has only {told} in it.", "Add the other reading, or take the choice away.")


part = ChoiceAlone()
