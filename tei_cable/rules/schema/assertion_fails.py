"""Assertions of our Schematron."""

from collections.abc import Iterator

from tei_cable.model import Diagnostic
from tei_cable.rules import Document, Rule
from tei_cable.rules.schema.engines import engines
from tei_cable.rules.schema.schematron import ASSERTION_FAILS


class AssertionFails(Rule):
    """An assertion of a Schematron schema fails.

    Why: a grammar cannot say that an id is given once, or that nothing ends before it begins; Schematron can. `docs/schema.md` lists what
    `cable.sch` asserts.

    Wrong:

        <date from="1961-03" to="1961-02">February and March</date>

    Right:

        <date from="1961-02" to="1961-03">February and March</date>
    """

    kind = ASSERTION_FAILS
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """Each failed assertion, at the element that it is about."""
        return engines("cable.sch")[0](document)


part = AssertionFails()
