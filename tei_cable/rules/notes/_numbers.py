"""The numbered notes of a document, text by text."""

from collections.abc import Iterator, Sequence

from lxml import etree

from tei_cable.rules import Document
from tei_cable.tei.blocks import footnote
from tei_cable.tei.names import T


def footnotes(document: Document) -> Iterator[Sequence[etree._Element]]:
    """The notes of each unit that are apart from its text and have a number or label."""
    for unit in document.units:
        yield [e for e in unit.iter(T + "note") if e.get("n") and footnote(e)]


def number(e: etree._Element) -> int | None:
    """The number of a note; None for a label such as "*" or "3a"."""
    n = e.get("n", "")
    return int(n) if n.isascii() and n.isdecimal() and len(n) < 6 else None


def placed_at_end(e: etree._Element) -> bool:
    """Whether it stands apart from the text, in `back` or a division of notes."""
    return any(a.tag == T + "back" or (a.tag == T + "div" and a.get("type") in ("notes", "endnotes", "footnotes")) for a in e.iterancestors())
