"""The words in which faults against a grammar are told: what may stand here, what was probably meant, what is wrong with a value."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from difflib import get_close_matches

from lxml import etree

from tei_cable.rules.schema.patterns import Pattern, opened, possible
from tei_cable.tei.places import name
from tei_cable.text.regex import regex

_SHOWN = 12
_DAY = regex(r"(-?\d{4,})-(\d\d)-(\d\d)(?![\d-])")
_NAME_START = regex(r"[^\W\d]")


def short(text: str) -> str:
    """The beginning of a text."""
    words = " ".join(text.split())
    return words if len(words) <= 40 else words[:39] + "…"


def either(words: Sequence[str]) -> str:
    """A list: a, b or c."""
    shown = [*words[:_SHOWN], *([f"{len(words) - _SHOWN} others"] if len(words) > _SHOWN else [])]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} or {shown[-1]}"


def within(e: etree._Element) -> str:
    """What an element stands in."""
    parent = e.getparent()
    return "the document" if parent is None else name(parent.tag)


def listed(states: Iterable[Pattern]) -> str:
    """What may come next."""
    words = sorted({"text" if q.kind == "text" else (q.name.local or "any element") if q.name else q.words for p in states for q in possible(p)})
    return f"Here may stand {either(words)}." if words else "Nothing may stand here."


def nearest(written: str, names: Collection[str]) -> str:
    """The name that was probably meant; nothing if none is near."""
    folded = {n.lower(): n for n in names} | {n.lower().removeprefix("xml:"): n for n in names}
    near = get_close_matches(written.lower(), folded, 1, 0.72)
    return folded[near[0]] if near else ""


def incomplete(states: Sequence[Pattern], e: etree._Element) -> tuple[str, str]:
    """Message and hint for an element that ends too early."""
    steps = {q.name: None for p in states for q in possible(p) if q.name and q.name.local}
    lacking = sorted({n.local or "" for n in steps if any(rest.nullable for p in states for _, rest in opened(p, n.tag))})
    hint = listed(states)
    if lacking and len(lacking) <= 3:
        return f"{name(e.tag)} lacks {either(lacking)}{'' if not len(e) else ' at its end'}.", hint
    data = sorted({q.words for p in states for q in possible(p) if q.kind in ("data", "list")})
    if data and not len(e):
        return f"{name(e.tag)} is empty.", f"It must hold {either(data)}."
    return f"{name(e.tag)} is not complete.", hint


def fault(value: str, asked: Sequence[str]) -> str:
    """What is wrong with a value, as the end of a sentence; nothing if it can only be compared with what is asked."""
    if not value.strip():
        return ", that is nothing"
    if any("date (" in words for words in asked):
        m = _DAY.match(value)
        return ", a day that there is not" if m and not _is_day(*map(int, m.groups())) else ", which is no date"
    if any(words in ("an identifier", "a name without blanks and colons") for words in asked):
        if any(c.isspace() for c in value):
            return ", with a blank in it"
        return ", which is no identifier" if _NAME_START.match(value) else ", which does not begin with a letter"
    return ""


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(max(min(abs(year), 9999), 1), month, day)
    except ValueError:
        return False
    return True
