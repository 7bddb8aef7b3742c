"""Numbers and letters that count paragraphs and items, and which follows which."""

from typing import NamedTuple

from tei_cable.text.regex import regex

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_LABEL = regex(r"(?P<open>\()?(?P<n>\d{1,2}|[A-Za-z]|[ivxIVX]{2,5})(?P<close>\.?\)|\.)(?=[\s\u2014]|$)")


class Number(NamedTuple):
    """A label as printed: its number or letter, and the signs round it, which are the same in one series."""

    n: str
    opened: bool
    close: str
    end: int

    @property
    def style(self) -> tuple[bool, str, bool]:
        """What the members of a series share."""
        return self.opened, self.close, self.n.isupper()

    @property
    def sure(self) -> bool:
        """Whether nothing else is printed so at the start of a paragraph: a number or letter with a parenthesis."""
        return self.close != "."


def after(n: str) -> tuple[str, ...]:
    """What may come after a number or letter: "h" may be followed by "i", "i" by "j" and by "ii"."""
    if n.isdigit():
        return (str(int(n) + 1),)
    low = n.lower()
    found = [_ROMAN[_ROMAN.index(low) + 1]] if low in _ROMAN[:-1] else []
    if len(low) == 1 and low < "z":
        found.append(chr(ord(low) + 1))
    return tuple(f.upper() if n.isupper() else f for f in found)


def at(text: str, start: int, end: int) -> Number | None:
    """The label that begins at `start`, or None."""
    m = _LABEL.match(text, start, end)
    if m is None or (m["open"] and m["close"] == "."):
        return None
    return Number(m["n"], bool(m["open"]), m["close"], m.end())
