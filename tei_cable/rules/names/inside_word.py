"""Names that begin or end inside a word."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import before, said
from tei_cable.text.regex import regex

# The plural of a name is its name with an ending.
_ENDING = regex(r"e?s\b")


class InsideWord(Rule):
    """A name is a part of a word.

    Why: a list's entry was found inside another word (“Mali” in “Malinovsky”), or a blank was lost where the tag was set.

    Wrong:

        <p>They saw <placeName>Mali</placeName>novsky.</p>

        <p>They saw<persName>Rusk</persName>.</p>

    Right:

        <p>They saw <persName>Malinovsky</persName>, the <persName>Kennedy</persName>s and the anti-<persName>Diem</persName> party.</p>
    """

    kind = Code("P015", "name-inside-word", Severity.WARNING)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each name with a letter directly before or behind it in the same element."""
        for e in document.named("persName", "placeName", "orgName"):
            ahead, behind = before(e), e.tail or ""
            if ahead[-1:].isalpha() or (behind[:1].isalpha() and not _ENDING.match(behind)):
                words = said(e)
                if words and ((ahead[-1:].isalpha() and words[0].isalpha()) or (behind[:1].isalpha() and words[-1].isalpha())):
                    whole = f"{ahead.split()[-1] if ahead[-1:].isalpha() else ''}{words}{behind.split()[0] if behind[:1].isalpha() else ''}"
                    yield self.at(
                        document,
                        e,
                        f"The name “{words}” stands inside a word, “{whole}”.",
                        "Tag the whole word, or none of it; or add the blank that is missing.",
                    )


part = InsideWord()
