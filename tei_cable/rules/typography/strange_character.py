"""Characters that no telegram has."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.text.regex import regex

_STRANGE = regex("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffd\x80-\x9f\ue000-\uf8ff]|\u00e2\u20ac.?|\u00c3[\u00a0-\u00bf]|\u00ef\u00bf\u00bd")
_NAMES = {"\u00ad": "a soft hyphen", "\u200b": "a blank of no width", "\ufeff": "a byte order mark", "\ufffd": "a sign for what could not be decoded"}


class StrangeCharacter(Rule):
    """A character stands in the text that is invisible, or the leavings of a wrong decoding.

    Why: it breaks words for searches, and readers see a box or nothing.

    Wrong:

        <p>We met in Gen­eva and said â€œyesâ€.</p>

        <p>The Minister�s letter.</p>

    Right:

        <p>We met in Geneva and said “yes”.</p>
    """

    kind = Code("T027", "strange-character", Severity.WARNING)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each block and kind."""
        for block in document.blocks:
            if not block.words.isascii():
                for kind in dict.fromkeys(_STRANGE.findall(block.words)):
                    code = " ".join(f"U+{ord(c):04X}" for c in kind)
                    yield self.at(
                        document, block.element, f"The text has {_NAMES.get(kind, f'“{kind}”')} ({code}).", "Compare with the source, and replace it."
                    )


part = StrangeCharacter()
