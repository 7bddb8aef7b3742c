"""Sentences without a blank between."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.text.regex import regex

_JOINED = regex(r"[.?!](?<=[a-z]{3}.)[A-Z][a-z]{2,}\b(?!\.[a-z])")


class NoBlank(Rule):
    """A sentence begins directly behind the full stop of the one before.

    Why: the blank was lost when lines or tags were joined; the two words count as one.

    Wrong:

        <p>We met.They agreed.</p>

    Right:

        <p>We met. They agreed on para 2.A and at www.example.org.</p>
    """

    kind = Code("T029", "blank-lost", Severity.INFO)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each."""
        for block in document.blocks:
            for m in _JOINED.finditer(block.words):
                words = f"{block.words[: m.start()].split()[-1]}{m[0]}"
                yield self.at(document, block.element, f"No blank stands between the sentences in “{words}”.", "Compare with the source, and add it.")


part = NoBlank()
