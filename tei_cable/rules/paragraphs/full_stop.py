"""Paragraphs that end without a full stop."""

from collections.abc import Iterator
from itertools import zip_longest

from tei_cable.model import Diagnostic
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import MARK
from tei_cable.tei.names import T
from tei_cable.text.findings import NO_STOP
from tei_cable.text.regex import regex

_WORD = regex(r"\w[\"”’']?$")
_SENTENCE = regex(r"[a-z]{2}[.?!][\"”’']?\s+[\"“‘(\[]?[A-Z]")
_LIST = (T + "list", T + "table", T + "quote", T + "floatingText", T + "lg", T + "figure")
# Below this a line is a heading, an address or a signature.
_PROSE = 100


class FullStop(Rule):
    """A paragraph of running prose ends without a full stop.

    Why: its last words, or the next page, may be missing; or a stop was lost.

    Wrong:

        <p>The Foreign Minister told me that he was content with the talks. His government does not wish to go on with them in Geneva</p>

    Right:

        <p>The Foreign Minister told me that he was content with the talks. His government does not wish to go on with them in Geneva.</p>

        <p>Points for the talks in Geneva next week</p>
    """

    kind = NO_STOP
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each paragraph that has whole sentences before its end; items of lists and lines of telegraphic style are left alone."""
        blocks = document.blocks
        for block, after in zip_longest(blocks, blocks[1:]):
            words = block.words.replace(MARK, " ").rstrip()
            goes_on = after is not None and (after.words[:1].islower() or after.element.tag in _LIST)
            prose = block.element.tag == T + "p" and len(words) >= _PROSE and not goes_on
            if prose and _WORD.search(words[-4:]) and _SENTENCE.search(words):
                message = f"The paragraph ends with “{' '.join(words.split()[-3:])}”, without a full stop."
                yield self.at(document, block.element, message, "Compare its end with the source.")


part = FullStop()
