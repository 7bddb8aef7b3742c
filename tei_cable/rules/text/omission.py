"""Omissions that are only words."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import content
from tei_cable.tei.names import T
from tei_cable.text.regex import regex

_MARKED = tuple(T + name for name in ("gap", "supplied", "unclear", "hi", "note", "del"))
_OMITTED = regex(r"\[[^\[\]]{0,60}(?:not declassified|illegible|garbled?)\]")


class OmissionUnmarked(Rule):
    """Words in brackets say that something is left out or not declassified, and no element does.

    Why: nobody can count or find what is missing.

    Wrong:

        <p>We met [2 lines not declassified] and agreed.</p>

    Right:

        <p>We met <note type="gap" place="inline">[2 lines not declassified]<gap reason="notDeclassified"/></note>
        and <supplied reason="omitted">[text not declassified]</supplied> agreed.</p>
    """

    kind = Code("T046", "omission-unmarked", Severity.INFO)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each bracket outside of gap, supplied and such."""
        for block in document.blocks:
            if "eclassified]" not in block.words and "illegible]" not in block.words and "garble" not in block.words:
                continue
            marked = " ".join(content(e) for e in block.element.iter(*_MARKED))
            for m in _OMITTED.finditer(block.words):
                if m[0] not in marked and m[0].strip("[]") not in marked:
                    yield self.at(
                        document,
                        block.element,
                        f"“{m[0]}” is not marked as a gap.",
                        "Put it into supplied, or a note type=“gap” with gap and its reason.",
                    )


part = OmissionUnmarked()
