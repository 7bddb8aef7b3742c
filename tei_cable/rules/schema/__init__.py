"""Validity against a schema."""

from collections.abc import Iterator

from tei_cable.model import Diagnostic
from tei_cable.rules import Document
from tei_cable.rules.schema.engines import NOT_VALID, check


class NotValid:
    """The document is not valid against the cable schema (`schemas/cable.rng`).

    *Why:* what is not valid, other programs will misread or refuse; what the schema accepts, every TEI tool accepts.
    *Wrong:* `<date when="2 November 1962">2 November</date>`.
    *Right:* `<date when="1962-11-02">2 November</date>`.
    """

    code = NOT_VALID.code
    slug = NOT_VALID.slug
    severity = NOT_VALID.severity
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """Each fault once, at the element where it lies."""
        return check("cable.rng")(document.tree)


part = NotValid()
