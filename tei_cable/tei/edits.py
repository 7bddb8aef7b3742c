"""Changes of a TEI file that touch tags only, so that no word of its text can change."""

import re
from collections.abc import Sequence
from html import escape

from tei_cable.model import Fix, Span
from tei_cable.text.regex import regex

_END = regex(rb"\s*/?>$")
_NAME = regex(rb"</?(?:[^\s/>:]+:)?([^\s/>:]+)")


def attribute(data: bytes, tag: Span, name: str, value: str) -> tuple[Span, str] | None:
    """The edit that gives the start tag at these bytes an attribute, in the place of the one it has; None when its end is not seen."""
    quoted = f'{name}="{escape(value)}"'
    if there := _written(data, tag, name):
        return there, quoted
    end = _END.search(data[tag.start : tag.end])
    return (Span(tag.start + end.start(), tag.start + end.start()), f" {quoted}") if end else None


def without(data: bytes, tag: Span, name: str) -> tuple[Span, str] | None:
    """The edit that takes an attribute from the start tag at these bytes, with the white space before it."""
    there = _written(data, tag, name)
    return (Span(tag.start + len(data[tag.start : there.start].rstrip()), there.end), "") if there else None


def named(data: bytes, tag: Span, name: str, new: str) -> tuple[Span, str] | None:
    """The edit that gives an attribute of the start tag another name, and leaves its value as it is written."""
    there = _written(data, tag, name)
    return (Span(there.start, there.start + len(name.encode())), new) if there else None


def renamed(data: bytes, tag: Span, end: int, new: str) -> Sequence[tuple[Span, str]]:
    """The edits that give an element another name: in its start tag, and in its end tag at the byte `end`, if it has one. The prefix stays."""
    found = [_NAME.match(data, at) for at in (tag.start, end) if at == tag.start or data.startswith(b"</", at)]
    return [(Span(*m.span(1)), new) for m in found if m]


def applied(data: bytes, fixes: Sequence[Fix], encoding: str) -> bytes:
    """The file, in this encoding, with fixes that do not overlap."""
    for span, words in sorted((edit for f in fixes for edit in f.edits), reverse=True):
        data = data[: span.start] + words.encode(encoding, "xmlcharrefreplace") + data[span.end :]
    return data


def _written(data: bytes, tag: Span, name: str) -> Span | None:
    """Where an attribute stands in a start tag."""
    m = re.search(rb"""(?<=\s)%s\s*=\s*("[^"]*"|'[^']*')""" % re.escape(name.encode()), data[tag.start : tag.end])
    return Span(tag.start + m.start(), tag.start + m.end()) if m else None


def fix(edit: tuple[Span, str] | None, *, safe: bool = False) -> Fix | None:
    """A fix of that one edit, if there is one."""
    return Fix((edit,), safe) if edit else None
