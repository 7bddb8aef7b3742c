"""Where an element of an XML document stands: its path, and its line, column and bytes in the file.

lxml keeps the line of an element and nothing more, so the file is read a second time, by expat, when somebody asks for more.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple
from xml.parsers import expat

from lxml import etree

from tei_cable.model import Span
from tei_cable.text.regex import regex

_HUGE = 20_000_000
# a `>` may stand in the value of an attribute
_TAG = regex(rb"""<(?:[^>"']|"[^"]*"|'[^']*')*>""")


class Place(NamedTuple):
    """Line and column of an element's start tag in its file, from 1, its offset in bytes, and where its end tag begins.

    Column 0 and offsets -1 when they are not known; of an element without end tag, `end` is not the offset of one.
    """

    line: int = 0
    column: int = 0
    offset: int = -1
    end: int = -1


def name(tag: str) -> str:
    """The local name of an element or attribute; `xml:` stays."""
    ns, _, local = tag.rpartition("}")
    return f"xml:{local}" if ns.endswith("XML/1998/namespace") else local


class Paths:
    """Says where elements of one document stand, as /TEI/text/body/div/p[3]: numbers where siblings share the name."""

    def __init__(self) -> None:
        # of each parent and name, the element that was counted last: a million siblings are counted once and not for each fault
        self._last: dict[tuple[etree._Element, str], tuple[etree._Element, int]] = {}

    def __call__(self, e: etree._Element) -> str:
        """The path of an element."""
        return "/" + "/".join(reversed([name(str(x.tag)) + self._number(x) for x in (e, *e.iterancestors())]))

    def _number(self, e: etree._Element) -> str:
        parent, tag = e.getparent(), str(e.tag)
        if parent is None:
            return ""
        last, number = self._last.get((parent, tag), (None, 0))
        if e is not last:
            step = 1
            for x in e.itersiblings(tag, preceding=True):
                if x is last:
                    break
                step += 1
            else:
                number = 0
            number += step
        self._last[parent, tag] = (e, number)
        return f"[{number}]" if number > 1 or next(e.itersiblings(tag), None) is not None else ""


def path(e: etree._Element) -> str:
    """Where an element stands; for several elements of a document make `Paths`."""
    return Paths()(e)


def line(e: etree._Element) -> int:
    """The line at which an element begins in its file; 0 when it comes from no file."""
    found: Any = e.sourceline  # lxml-stubs do not know its type
    return found or 0


def places(root: etree._Element, data: bytes) -> Mapping[etree._Element, Place]:
    """The place of each element of a document in the file `data` that it was read from; empty when expat cannot say, or the file is huge."""
    if len(data) > _HUGE:
        return {}
    found: list[Place] = []
    within: list[int] = []
    parser = expat.ParserCreate()

    def start(_tag: str, _attributes: Mapping[str, str]) -> None:
        within.append(len(found))
        found.append(Place(parser.CurrentLineNumber, parser.CurrentColumnNumber + 1, parser.CurrentByteIndex))

    def end(_tag: str) -> None:
        n = within.pop()
        found[n] = found[n]._replace(end=parser.CurrentByteIndex)

    parser.StartElementHandler, parser.EndElementHandler = start, end
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError):
        # an encoding or an entity that expat does not know
        return {}
    elements = list(root.iter(etree.Element))
    # entities that hold elements are expanded by expat and left alone by us
    return dict(zip(elements, found, strict=True)) if len(elements) == len(found) else {}


def tag(data: bytes, offset: int) -> Span:
    """The bytes of the start tag that begins at `offset`."""
    m = _TAG.match(data, offset)
    return Span(offset, m.end() if m else len(data))
