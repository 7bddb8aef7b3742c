"""Where the words of an element stand in the text that the TEI was made from."""

import re

from lxml import etree

from tei_cable.model import Span

_WORDS = 8


def traced(text: str, e: etree._Element) -> Span | None:
    """The first words of an element, in the source; None when they stand there nowhere, or more than once."""
    words = " ".join(map(str, e.itertext())).split()[:_WORDS]
    if not words:
        return None
    found = re.finditer(r"\s+".join(map(re.escape, words)), text)
    first = next(found, None)
    return Span(*first.span()) if first and next(found, None) is None else None
