"""Changes of a TEI file that touch start tags only."""

import re
from html import escape

from tei_cable.model import Fix, Span
from tei_cable.text.regex import regex

_END = regex(rb"\s*/?>$")


def attribute(data: bytes, tag: Span, name: str, value: str) -> tuple[Span, str] | None:
    """The edit that gives the start tag at these bytes an attribute, in the place of the one it has; None when its end is not seen."""
    quoted = f'{name}="{escape(value)}"'
    text = data[tag.start : tag.end]
    if m := re.search(rb"""(?<=\s)%s\s*=\s*("[^"]*"|'[^']*')""" % re.escape(name.encode()), text):
        return Span(tag.start + m.start(), tag.start + m.end()), quoted
    end = _END.search(text)
    return (Span(tag.start + end.start(), tag.start + end.start()), f" {quoted}") if end else None


def fix(edit: tuple[Span, str] | None, *, safe: bool = False) -> Fix | None:
    """A fix of that one edit, if there is one."""
    return Fix((edit,), safe) if edit else None
