"""The archive's export: the telegram between "Message Text" and "Message Attributes", then fields, one "Key: value" after the other."""

import re
from typing import NamedTuple

from tei_cable.model import Span
from tei_cable.text.layout import phrase, trim
from tei_cable.text.regex import regex

TEXT, ATTRIBUTES = "Message Text", "Message Attributes"
_TEXT = regex(rf"^[^\S\n]*{TEXT}[^\S\n]*$", re.MULTILINE)
_ATTRIBUTES = regex(rf"^[^\S\n]*{ATTRIBUTES}[^\S\n]*$", re.MULTILINE)
# Keys are in small letters, values nearly always in capitals: a value may go on at the start of a line.
_KEY = regex(r"^[^\S\n]*(?P<key>(?:[A-Z]+[a-z]+(?: (?:[A-Z]+[a-z]+|on|ID))*|TAGS)):", re.MULTILINE)
_NOTHING = frozenset({"", "n/a", "na", "none", "null", "''", '""'})


class Attribute(NamedTuple):
    """One field of the export: its key, where key and value stand together, and where the value does (empty: it says nothing)."""

    key: str
    span: Span
    value: Span


class Frame(NamedTuple):
    """The parts of an export: the telegram, the lines round it (`front`, up to and with "Message Text"; `back`, the second heading), the fields."""

    message: Span
    front: Span
    back: Span
    attributes: list[Attribute]


def frame(text: str, region: Span) -> Frame:
    """The parts of the text; of one that is no export only the telegram."""
    begin = _TEXT.search(text, *region)
    end = _ATTRIBUTES.search(text, begin.end() if begin else region.start, region.end)
    start = begin.end() if begin else region.start
    stop = end.start() if end else region.end
    front = trim(text, region.start, start)
    if begin is None:
        front = Span(region.start, region.start)
    back = trim(text, *end.span()) if end else Span(region.end, region.end)
    return Frame(Span(start, stop), front, back, _attributes(text, Span(back.end, region.end)) if end else [])


def _attributes(text: str, region: Span) -> list[Attribute]:
    keys = list(_KEY.finditer(text, *region))
    found = []
    if loose := trim(text, region.start, keys[0].start() if keys else region.end):
        found += [Attribute("", loose, loose)] if loose.start < loose.end else []
    for i, m in enumerate(keys):
        value = trim(text, m.end(), keys[i + 1].start() if i + 1 < len(keys) else region.end)
        span = Span(m.start("key"), max(m.end(), value.end))
        if phrase(text, *value).strip("'\" ").lower() in _NOTHING:
            value = Span(value.start, value.start)
        found.append(Attribute(m["key"], span, value))
    return found
