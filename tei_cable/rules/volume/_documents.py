"""The documents of a volume, or of a file that holds one."""

from collections.abc import Sequence

from lxml import etree

from tei_cable.rules import Document
from tei_cable.tei.names import T

_KINDS = frozenset({"document", "telegram", "letter"})


def documents(document: Document) -> Sequence[etree._Element]:
    """The divisions that are documents; the whole text, where none says that it is one."""
    units = document.units
    if len(units) == 1 and units[0].tag == T + "text":
        divs = [e for e in units[0].iter(T + "div") if e.get("type") in _KINDS]
        return divs[:1] or units
    return units
