"""Safe fixes: changes of a file's tags that remove findings. No word is touched, and all else stays to the byte."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import NamedTuple

from lxml import etree

from tei_cable.model import Diagnostic, Fix
from tei_cable.rules import Document
from tei_cable.tei.edits import applied
from tei_cable.validation.opening import opened
from tei_cable.validation.plan import Plan, checked

# A fix may make another possible: an attribute that is spelt right can have a value that is wrong. More rounds would be a fault of a rule.
_ROUNDS = 10


class WouldChangeText(ValueError):
    """Fixes that would change more than tags, and are not made. The message is a sentence that names their codes."""


class Fixed(NamedTuple):
    """A file after its safe fixes: its bytes (none if it cannot be read as XML), the findings that are gone, and those that remain.

    What is gone has as its hint what was done, and its place in the file as it was, but for what a later round of fixes found.
    """

    data: bytes
    fixed: tuple[Diagnostic, ...]
    left: tuple[Diagnostic, ...]


def fixed(document: Document | Diagnostic, plan: Plan, wanted: Callable[[Diagnostic], bool] = lambda _: True) -> Fixed:
    """Apply the safe fixes of the findings that are wanted. Raises WouldChangeText."""
    if isinstance(document, Diagnostic):
        return Fixed(b"", (), (document,))
    before, done = document.tree, list[Diagnostic]()
    for _ in range(_ROUNDS):
        left = next(checked([document], plan))
        now = _apart([d for d in left if d.fix and d.fix.safe and wanted(d)])
        if not now:
            break
        done += [replace(d, hint=_told(document.data, d.fix)) for d in now if d.fix]
        document = _after(document, now, before)
    else:
        left = next(checked([document], plan))
    return Fixed(document.data, tuple(done), left)


def _after(document: Document, now: Sequence[Diagnostic], before: etree._Element) -> Document:
    """The document with these fixes."""
    encoding = document.tree.getroottree().docinfo.encoding or "utf-8"
    after = opened(applied(document.data, [d.fix for d in now if d.fix], encoding), document.path)
    if isinstance(after, Diagnostic) or not _same_words(before, after.tree):
        codes = ", ".join(sorted({d.code for d in now}))
        raise WouldChangeText(f"{document.path or 'the TEI'}: the fixes of {codes} would change more than tags; none was made, so report this fault")
    return after


def _told(data: bytes, fix: Fix) -> str:
    """What a fix does, in words."""
    told = dict[str, None]()
    for span, new in fix.edits:
        old = data[span.start : span.end].decode(errors="replace").strip()
        told[f"{old} became {new}" if old and new else f"{old} was taken away" if old else f"{new.strip()} was added"] = None
    return f"{', '.join(told)}."


def _apart(safe: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
    """One for each element, the gravest: two fixes of one tag could give it the same attribute. The others wait for the next round."""
    first: dict[str, Diagnostic] = {}
    for d in sorted(safe, key=lambda d: -d.severity):
        first.setdefault(d.path, d)
    return sorted(first.values(), key=lambda d: (d.line, d.column))


def _same_words(one: etree._Element, other: etree._Element) -> bool:
    """Whether two documents are the same but for attributes, and the case of letters in the names of elements."""
    return all(a is not None and b is not None and _node(a) == _node(b) for a, b in zip_longest(one.iter(), other.iter()))


def _node(n: etree._Element) -> tuple[str, str | None, str | None]:
    return (n.tag.casefold() if isinstance(n.tag, str) else type(n).__name__, n.text, n.tail)
