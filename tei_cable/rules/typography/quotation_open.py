"""Quotations without an end."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import MARK, Block
from tei_cable.tei.names import T
from tei_cable.text.regex import regex

_SIGN = regex("[“”„]")
# before the first word of a paragraph: its label, a bracket
_HEAD = regex(r"[\s\ufffc(\[‘]*(?:\(?[\dA-Za-z]{1,3}[.)]+)?[\s\ufffc(\[‘]*")
_SHOWN = 30


class _Odd(NamedTuple):
    block: Block
    words: str
    closed: bool


class QuotationOpen(Rule):
    """A quotation is opened and not closed, or closed and not opened.

    Why: where the words of another end cannot be told.

    Wrong:

        <p>He said “yes and left.</p> <p>We agreed.</p>

        <p>He said yes” and left.</p>

    Right:

        <p>He said “yes”.</p> <p>“A quotation of two paragraphs</p> <p>“opens in each of them.”</p>
    """

    kind = Code("T023", "quotation-not-closed", Severity.INFO)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each typographic mark without a partner; in a block that has straight ones too, nobody can tell."""
        marked = [b for b in document.blocks if "“" in b.words or "”" in b.words or "„" in b.words]
        if any('"' in b.words for b in marked):
            return
        groups: dict[etree._Element | None, list[Block]] = {}
        for block in marked:
            groups.setdefault(_note(block) if block.noted else None, []).append(block)
        for group in groups.values():
            for odd in _odd(group):
                what = f"that ends with …{odd.words}” was not opened" if odd.closed else f"“{odd.words}… is not closed"
                yield self.at(document, odd.block.element, f"The quotation {what}.", "Compare with the source.")


def _note(block: Block) -> etree._Element:
    """The outermost note that a block stands in."""
    *_, last = (block.element, *block.element.iterancestors(T + "note"))
    return last


def _odd(group: Sequence[Block]) -> Iterator[_Odd]:
    """The marks without partner; a quotation may open anew at the head of each of its paragraphs, and in a note wherever one of them began."""
    waiting: _Odd | None = None
    for block in group:
        german = "„" in block.words
        for m in _SIGN.finditer(block.words):
            if m[0] == "„" or (m[0] == "“" and not german):
                if waiting and waiting.block is not block and not _HEAD.fullmatch(block.words[: m.start()]):
                    yield waiting
                waiting = _Odd(block, _shown(block.words[m.end() : m.end() + _SHOWN]), False)
            elif waiting:
                waiting = None
            else:
                yield _Odd(block, _shown(block.words[max(0, m.start() - _SHOWN) : m.start()]), True)
    if waiting:
        yield waiting


def _shown(words: str) -> str:
    return " ".join(words.replace(MARK, "").split())


part = QuotationOpen()
