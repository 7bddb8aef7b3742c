"""Sender and recipient in the header."""

from collections.abc import Sequence

from lxml import etree

from tei_cable.rules import Document
from tei_cable.tei.blocks import content
from tei_cable.tei.names import T

_PARTIES = tuple(T + name for name in ("persName", "orgName", "roleName", "name", "rs"))


def actions(document: Document, kind: str) -> Sequence[etree._Element]:
    """The `correspAction`s of that type."""
    return [a for a in document.each("correspAction") if a.get("type") == kind]


def parties(action: etree._Element) -> Sequence[etree._Element]:
    """The outermost names of persons, bodies and offices in a `correspAction` that have words."""
    inner = [e for e in action.iter(*_PARTIES) if content(e).strip()]
    return [e for e in inner if not any(a in inner for a in e.iterancestors())]


def correspondence(document: Document) -> etree._Element | None:
    """Where the header tells of sender and recipient, if the document is a telegram or letter: its `correspDesc`, or where it should be."""
    found = next(document.each("correspDesc"), None)
    if found is not None:
        return found
    letter = any(e.get("type") in ("telegram", "letter") for e in document.named("div"))
    if not letter or len(document.units) > 1:
        return None
    return next((e for name in ("profileDesc", "teiHeader") for e in document.each(name)), None)
