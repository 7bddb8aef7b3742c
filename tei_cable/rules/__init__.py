"""Rules: what is checked of a finished TEI document.

To write one: make a folder here (or a package with an entry point in the group `tei_cable.rules`) whose `part` is a `Rule`.
1. `code` and `slug` name the fault (`S001 not-valid`), not the remedy; `since` is the version of tei-cable that first had the rule.
2. `check` looks at one document and yields a diagnostic for each fault, once, with the element's path and, where known, its line.
3. The message is one sentence on what is wrong; the hint says what to do. Neither needs the reader to know the schema language.
4. What costs much (compiling a schema) is done once, at the first document, and never at import.
5. The docstring of the class says *what, why, wrong, right*: it is the rule's page in the documentation.
6. A test has a document that passes and one that fails.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from lxml import etree

from tei_cable.model import Diagnostic, Severity, Source


@dataclass(frozen=True, slots=True)
class Document:
    """A TEI document that is checked: its root element, the path of its file, and the text it was made from, where they are known."""

    tree: etree._Element
    path: str | None = None
    source: Source | None = None


class Rule(Protocol):
    """Finds one kind of fault."""

    code: str
    slug: str
    severity: Severity
    since: str

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """The faults of that kind in the document, in the order of the document."""
