"""Brackets without their partner."""

import re
from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import Block
from tei_cable.text.regex import regex

# "1)", "a)", "(iv)": labels of lists; faces and clocks
_LABEL = regex(r"(?:^|.*[\s\ufffc(])(?:\d{1,3}|[A-Za-z]{1,2}|[ivxIVX]{1,5}|\*{1,3})", re.DOTALL)
_SIGN = regex(r"[\[\]()]")
_PARTNER = {"]": "[", ")": "("}
_WORDS = 12


class BracketOpen(Rule):
    """A bracket is opened and not closed, or closed and not opened.

    Why: where the editor's words end and the telegram's begin can no longer be told.

    Wrong:

        <p>We met [in Paris and agreed.</p>

        <p>We met in Paris] and agreed.</p>

    Right:

        <p>We met [in Paris], 1) to talk, and a) to eat (well).</p> <p>[A second paragraph</p> <p>and a third, left out]</p>
    """

    kind = Code("T022", "bracket-without-partner", Severity.INFO)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each bracket; one may hold several paragraphs."""
        for group in _groups(document):
            for element, sign, words in _odd(group):
                what = "is not closed" if sign in "[(" else "was not opened"
                yield self.at(document, element, f"The bracket in “{words}” {what}.", "Compare with the source.")


def _groups(document: Document) -> Iterable[Sequence[Block]]:
    """Blocks over which a pair of brackets may reach: the running text of a unit, and each block of its notes."""
    units = document.units
    unit_of = {e: n for n, unit in enumerate(units) for e in unit.iter(etree.Element)} if len(units) > 1 else {}
    found: dict[tuple[int, etree._Element | None], list[Block]] = {}
    for b in document.blocks:
        n = unit_of.get(b.element) if len(units) > 1 else 0
        if n is not None:
            found.setdefault((n, b.element if b.noted else None), []).append(b)
    return found.values()


def _odd(group: Sequence[Block]) -> Iterator[tuple[etree._Element, str, str]]:
    """The brackets of some blocks that have no partner: the element, the sign, and the words about it."""
    waiting: list[tuple[etree._Element, str, str]] = []
    lost: list[tuple[etree._Element, str, str]] = []
    for block in group:
        if not _SIGN.search(block.words):
            continue
        for m in _SIGN.finditer(block.words):
            here = (block.element, m[0], " ".join(block.words[max(0, m.start() - _WORDS) : m.end() + _WORDS].replace("\ufffc", "").split()))
            if m[0] in "[(":
                waiting.append(here)
            elif (at := next((i for i in range(len(waiting) - 1, -1, -1) if waiting[i][1] == _PARTNER[m[0]]), None)) is not None:
                lost += waiting[at + 1 :]
                del waiting[at:]
            elif not _LABEL.fullmatch(block.words[max(0, m.start() - _WORDS) : m.start()]):
                lost.append(here)
    yield from (*lost, *waiting)


part = BracketOpen()
