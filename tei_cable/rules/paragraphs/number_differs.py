"""Paragraphs whose number is not the printed one."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import said
from tei_cable.tei.edits import attribute, fix
from tei_cable.tei.names import T
from tei_cable.text.regex import regex

_NUMBER = regex(r"[(\[]?(\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)\]]*")


class NumberDiffers(Rule):
    """A paragraph's number in `@n` is not the one printed at its head.

    Why: what cites the paragraph by its number finds another one.

    Wrong:

        <p n="3"><label>4.</label> We agreed.</p>

    Right:

        <p n="4"><label>4.</label> We agreed.</p> <p n="a"><label>a)</label> We met.</p>
    """

    kind = Code("B005", "paragraph-number-differs", Severity.WARNING)
    since = "0.1.0"
    asserts = frozenset({"paragraph-number"})

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each paragraph; the fix takes the printed number. One without label is odd where others have labels."""
        numbered = [(e, _label(e)) for e in document.named("p") if e.get("n")]
        labelled = any(label is not None for _, label in numbered)
        for e, label in numbered:
            if label is None:
                if labelled and e.find(f".//{T}label") is None:
                    yield self.at(document, e, f"Paragraph {e.get('n')} has no printed number.", "Tag the number as label, or take @n away.")
            elif (m := _NUMBER.fullmatch(said(label))) and m[1].casefold() != e.get("n", "").casefold():
                tag = document.tag(e)
                edit = attribute(document.data, tag, "n", m[1]) if tag else None
                yield self.at(document, e, f"Paragraph {e.get('n')} is printed as “{said(label)}”.", f"Write n=“{m[1]}”.", fix(edit, safe=True))


def _label(e: etree._Element) -> etree._Element | None:
    """The label of a paragraph's own number, at its head."""
    labels = e.findall(f"{T}label")
    own = [x for x in labels[:2] if x.get("type") is None]
    return own[0] if own else None


part = NumberDiffers()
