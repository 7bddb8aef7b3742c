"""The persons, places and organisations that a document lists, and the names in its text."""

from collections.abc import Iterator
from unicodedata import combining, normalize

from lxml import etree

from tei_cable.rules import Document
from tei_cable.tei.names import T
from tei_cable.text.regex import regex

NAMES = ("persName", "placeName", "orgName")
_TOKEN = regex(r"[^\W\d_]{2,}")


def pointed(document: Document, e: etree._Element) -> etree._Element | None:
    """The entry of the document's own lists that a name points to."""
    pointer = e.get("ref") or e.get("corresp") or ""
    return document.ids.get(pointer[1:]) if pointer.startswith("#") else None


def tokens(words: str) -> frozenset[str]:
    """The words in a name of two letters and more, folded: no case, no diacritics."""
    plain = "".join(c for c in normalize("NFKD", words) if not combining(c))
    return frozenset(w.lower() for w in _TOKEN.findall(plain))


def parties(document: Document) -> Iterator[tuple[str, etree._Element]]:
    """What each person did to the telegram who wrote, sent or received it, and the name."""
    for author in document.each("author"):
        yield from (("author", e) for e in author.iter(T + "persName"))
    for action in document.each("correspAction"):
        yield from ((action.get("type", "party"), e) for e in action.iter(T + "persName"))
    for signed in document.named("signed"):
        yield from (("signatory", e) for e in signed.iter(T + "persName"))


def year(e: etree._Element, name: str) -> int | None:
    """The year of a person's `birth` or `death`, as far as it is certain."""
    event = e.find(T + name)
    value = "" if event is None else event.get("when", "")[:4]
    return int(value) if value.isascii() and value.isdecimal() and len(value) == 4 else None
