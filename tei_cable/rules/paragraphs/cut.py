"""Sentences that a paragraph's end cuts."""

from collections.abc import Iterator
from itertools import pairwise

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import MARK
from tei_cable.tei.names import T
from tei_cable.text.regex import regex

_OPEN = regex(r"[a-z\d][,’'\"”)]?$|,$")
_GOES_ON = regex(r"[a-zà-ÿ]{2,}\b(?![.)])")
# Below this a line is a heading, or a form of address.
_PROSE = 60


class Cut(Rule):
    """A paragraph ends in the middle of a sentence, and the next one goes on in lower case.

    Why: the end of a page or column became the end of a paragraph.

    Wrong:

        <p>The Foreign Minister told me yesterday that his government did not wish to</p> <p>go on with the talks in Geneva.</p>

    Right:

        <p>The Foreign Minister told me yesterday that his government did not wish to<pb n="12"/> go on with the talks in Geneva.</p>

        <p>The Foreign Minister made these points, which I give in the order in which he made them:</p>
        <p>first, the talks; and second, their end.</p>
    """

    kind = Code("B007", "paragraph-cut", Severity.WARNING)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each pair of paragraphs, at the first."""
        paragraphs = [b for b in document.blocks if b.element.tag == T + "p"]
        for first, second in pairwise(paragraphs):
            words = first.words.replace(MARK, "").rstrip()
            side_by_side = first.element.getparent() is second.element.getparent()
            if side_by_side and len(words) >= _PROSE and _OPEN.search(words[-3:]) and _GOES_ON.match(second.words.lstrip()):
                end, start = words.split()[-1], second.words.split()[0]
                yield self.at(document, first.element, f"The paragraph ends with “{end}”, and the next one goes on with “{start}”.", "Join the two.")


part = Cut()
