"""Words that stand twice."""

from collections.abc import Iterator
from operator import eq

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.text.regex import regex

_TWICE = regex(r"(?<!\w)([a-z]{1,6})\s+\1(?![\w'’.-])")
_SMALL = frozenset("the of to and a an with for from at we they he this would will should be which le les des der und".split())


class WordTwice(Rule):
    """A small word stands twice, one after the other.

    Why: at the end of a line or page it was typed, or copied, twice.

    Wrong:

        <p>We met in the the garden.</p>

    Right:

        <p>We met, he said that that was so, and they had had enough.</p>
    """

    kind = Code("T026", "word-twice", Severity.INFO)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each; only words that no sentence doubles."""
        for block in document.blocks:
            words = block.words.split()
            for m in _TWICE.finditer(block.words) if any(map(eq, words, words[1:])) else ():
                if m[1] in _SMALL:
                    hint = "Compare with the source; if the telegram errs, say so in a note."
                    yield self.at(document, block.element, f"“{m[1]}” stands twice: “{' '.join(m[0].split())}”.", hint)


part = WordTwice()
