"""The numbers of paragraphs as series: an inner list begins again at 1, and the outer numbers go on behind it."""

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from tei_cable.rules import Document
from tei_cable.tei.blocks import said
from tei_cable.tei.names import T
from tei_cable.text.regex import regex

_NUMBER = regex(r"\d{1,3}")
_QUOTED = (T + "floatingText", T + "quote", T + "note", T + "list")


class Odd(NamedTuple):
    """A paragraph whose number is not the one that follows: `fault` is missing, twice or order; `last` the number before it in its series."""

    element: etree._Element
    n: int
    last: int
    fault: str


def odd(document: Document, fault: str) -> Iterator[Odd]:
    """The paragraphs of that fault. Numbers of one form ("1.", "(1)") are a series; what is quoted counts for itself."""
    for unit in document.units:
        series: dict[tuple[etree._Element | None, str], list[tuple[etree._Element, int]]] = {}
        for e in unit.iter(T + "p"):
            n = e.get("n", "")
            if _NUMBER.fullmatch(n) and n.isascii():
                within = next(e.iterancestors(*_QUOTED), None)
                series.setdefault((within, _form(e)), []).append((e, int(n)))
        for numbered in series.values():
            open_at: list[int] = []
            followers = (*(following for _, following in numbered[1:]), 0)
            for (e, number), after in zip(numbered, followers, strict=True):
                found = _next(e, number, after, open_at)
                if found and found.fault == fault:
                    yield found


def _form(e: etree._Element) -> str:
    """How the number is printed: "#.", "(#)"."""
    label = e.find(T + "label")
    return "" if label is None else "".join("#" if c.isdecimal() else c for c in said(label)).replace("##", "#").rstrip(". ")


def _next(e: etree._Element, n: int, after: int, open_at: list[int]) -> Odd | None:
    """Take a number into the series that are open, the innermost last, and say what is odd about it.

    One that leaps, and after which the old series goes on, stands for the number that was due.
    """
    if not open_at or (n == 1 and not (open_at[-1] == 1 and _follows_a_first(e))):
        open_at.append(n)
        return None
    for depth in range(len(open_at) - 1, -1, -1):
        if n == open_at[depth] + 1:
            open_at[depth:] = [n]
            return None
    last = open_at[-1]
    fault = "twice" if n == last else "missing" if n > last else "order"
    if fault == "missing":
        open_at[-1] = last + 1 if last + 1 < after <= n else n
    return Odd(e, n, last, fault)


def _follows_a_first(e: etree._Element) -> bool:
    """Whether the paragraph directly before has the number 1 too, so that no new list can begin here."""
    before = e.getprevious()
    return before is not None and before.tag == e.tag and before.get("n") == "1"
