"""Validity against our RELAX NG schema."""

from collections.abc import Iterator

from tei_cable.model import Diagnostic
from tei_cable.rules import Document, Rule
from tei_cable.rules.schema.engines import engines
from tei_cable.rules.schema.relaxng import NOT_VALID


class NotValid(Rule):
    """The document is not valid against a RELAX NG schema.

    Why: what is not valid, other programs misread or refuse. The schema is that of `--schema`, by default `schemas/cable.rng`; what that one accepts,
    `tei_all` accepts too.

    Wrong:

        <date when="2 November 1962">2 November</date>

    Right:

        <date when="1962-11-02">2 November</date>
    """

    kind = NOT_VALID
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """Each fault once, at the element where it lies."""
        return engines("cable.rng")[0](document)


part = NotValid()
