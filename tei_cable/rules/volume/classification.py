"""Source notes without classification."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import said
from tei_cable.text.regex import regex

_CLASS = regex(r"(?i)\b(?:top secret|secret|confidential|restricted|official use|unclassified|unclas|no classification|classification)\b")


class ClassificationMissing(Rule):
    """A source note says nothing of classification.

    Why: the series gives it in each source note, and says so where the document has no marking.

    Wrong:

        <p>We met.<note n="1" type="source">Source: Department of State, Central Files. Drafted by Smith.</note></p>

    Right:

        <p>We met.<note n="1" type="source">Source: Department of State, Central Files. Confidential.</note></p>

        <p>We met.<note n="1" type="source">Source: Department of State, Central Files. No classification marking.</note></p>
    """

    kind = Code("C015", "classification-missing", Severity.INFO)
    since = "0.1.0"
    optional = True

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each source note."""
        for e in document.named("note"):
            if e.get("type") == "source" and not _CLASS.search(said(e)):
                yield self.at(document, e, "The source note gives no classification.", "Add it; “No classification marking” where there is none.")


part = ClassificationMissing()
