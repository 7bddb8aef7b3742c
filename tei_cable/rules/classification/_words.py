"""Words of classification, and how high they are."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.rules import Document
from tei_cable.tei.blocks import said
from tei_cable.tei.names import T
from tei_cable.text.regex import regex

_CLASS = regex(
    r"(?i)\b(top secret|most secret|secret|confidential|restricted|unclassified|unclas|limited official use|official use only|loU|"
    r"tr[eè]s secret|secr[eè]te?|confidentielle?|streng geheim|geheim|vertraulich|segretissimo|segreto|riservato|secreto|confidencial|reservado|"
    r"ultra-?secreto|совершенно секретно|секретно|tajne|poufne|ściśle tajne)\b"
)
_SPACED = regex(r"\b(?:[A-Z] ){5,}[A-Z]\b")
_ALIKE = {"most secret": "top secret", "unclas": "unclassified", "lou": "limited official use"}


def classes(words: str) -> list[str]:
    """The classifications in some words, in small letters; letters spaced out ("S E C R E T") are taken together."""
    joined = _SPACED.sub(lambda m: m[0].replace(" ", ""), words) if "  " not in words else words
    return [_ALIKE.get(c, c) for m in _CLASS.finditer(joined) if (c := " ".join(m[1].lower().split()))]


def codes(document: Document) -> Iterator[etree._Element]:
    """The `classCode`s of the header that are classifications."""
    return (e for e in document.each("classCode") if e.get("scheme", "").endswith("#classification"))


def own(document: Document) -> list[tuple[etree._Element, list[str]]]:
    """The header lines of the telegram that name a classification, those of letters in it aside, and which."""
    return [x for x in stated(document, "seg", "class") if next(x[0].iterancestors(T + "floatingText"), None) is None]


def stated(document: Document, name: str, kind: str) -> Iterator[tuple[etree._Element, list[str]]]:
    """The `seg`, `fw` and so on of the text with that type which name a classification, and which."""
    return ((e, found) for e in document.named(name) if e.get("type") == kind and (found := classes(said(e))))
