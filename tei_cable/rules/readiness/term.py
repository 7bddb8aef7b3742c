"""Terms."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand


class Term(Demand):
    """A term points at its explanation.

    Why: EVT has no list of terms: the word stays, and what it means is not shown.

    Wrong:

        <p>It went to <term ref="#cincpac">CINCPAC</term>.</p>

    Right:

        <p>It went to <orgName>CINCPAC</orgName>.</p>
    """

    kind = Code("I023", "term-not-linked", Severity.INFO)
    since = "0.1.0"
    tools = frozenset({"evt2", "evt3"})
    message = "Terms whose explanation is not shown"
    hint = ""

    def against(self, document: Document) -> Iterator[etree._Element]:
        """Terms that point."""
        return (e for e in document.named("term", "gloss") if e.get("ref") or e.get("target"))


part = Term()
