"""The one way to mend a fault against a grammar, where there is one: spellings that differ in case or white space, and dates written short.

What is only near (`persnme`, `likely`) is named in the hint and left alone.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from tei_cable.model import Fix
from tei_cable.rules import Document
from tei_cable.rules.schema.patterns import NONE, Pattern, given, values
from tei_cable.tei.edits import attribute, fix, named, renamed
from tei_cable.tei.names import XML
from tei_cable.tei.places import name
from tei_cable.text.regex import regex

_DATE = regex(r"(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?(?:T(\d\d:\d\d)(:\d\d)?(Z|[+-]\d\d:\d\d)?)?")


class Mending(NamedTuple):
    """What a start tag is to be: another name of the element, or another name or value of one of its attributes."""

    element: str = ""
    attribute: str = ""
    renamed: str = ""
    value: str | None = None


def spelling(written: str, meant: str) -> bool:
    """Whether a name is another spelling of the one that was meant: other letters large, or the prefix of `xml:id` and `xml:lang` not written."""
    return written != meant and meant.casefold() in (written.casefold(), f"xml:{written.casefold()}")


def value(states: Sequence[Pattern], tag: str, written: str) -> str | None:
    """The one value that an attribute can have been meant to have."""
    words = {q.words.strip("“”") for p in states for q in values(p, tag) if q.words.startswith("“")}
    ways: tuple[Callable[[], Collection[str]], ...] = (
        lambda: {written.strip()},
        lambda: {w for w in words if w.casefold() == written.strip().casefold()},
        lambda: set(_dates(written.strip())),
    )
    for way in ways:
        right = [v for v in way() if v and any(given(p, tag, v) is not NONE for p in states)]
        if len(right) == 1:
            return right[0]
    return None


def _dates(written: str) -> Iterator[str]:
    """The date in full: month and day with two digits, the time with seconds."""
    if m := _DATE.fullmatch(written):
        year, month, day, time, seconds, zone = m.groups()
        yield "-".join(x.zfill(2) for x in (year, month, day) if x) + (f"T{time}{seconds or ':00'}{zone or ''}" if time else "")


def mended(document: Document, e: etree._Element, mending: Mending) -> Fix | None:
    """The fix that does it, if the file's bytes are known and no other id becomes the same."""
    tag = document.tag(e)
    if tag is None:
        return None
    if mending.element:
        edits = renamed(document.data, tag, document.place(e).end, mending.element)
        return Fix(tuple(edits), safe=True) if edits else None
    if mending.renamed:
        taken = mending.renamed == f"{XML}id" and e.get(mending.attribute) in document.ids
        return None if taken else fix(named(document.data, tag, mending.attribute, name(mending.renamed)), safe=True)
    return fix(attribute(document.data, tag, name(mending.attribute), mending.value or ""), safe=True)
