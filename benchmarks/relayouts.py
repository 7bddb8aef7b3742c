"""The telegrams of a benchmark folder laid out in further ways than its own `variants.py` knows. Each says the same words.

A layout is a function of a plain text (paragraphs parted by blank lines, the notes together at the end, a line each) and of the telegram's
page breaks, as pairs of the words before and after each, and gives the text as it would reach an editor.
"""

import re
import textwrap
from collections.abc import Callable, Iterator, Sequence

Break = tuple[str, str, bool]
Layout = Callable[[str, Sequence[Break]], str]

_ITEM = re.compile(r"(?P<label>\(?(?:\d{1,2}|[a-zA-Z])[.)]) (?P<words>\S)")
_NOTE = re.compile(r"\[\w+\] ")
_WIDTH = 72


def rows(text: str) -> Iterator[str]:
    """Paragraphs, then notes."""
    blocks = text.rstrip("\n").split("\n\n")
    yield from blocks[:-1]
    yield from blocks[-1].split("\n") if _NOTE.match(blocks[-1]) else blocks[-1:]


def fill(words: str, first: str = "", width: int = _WIDTH, hyphens: bool = False) -> str:
    """A paragraph in lines of at most `width` columns, the first after `first`; with hyphens where long words end a line."""
    made = textwrap.fill(words, width, initial_indent=first, break_long_words=False, break_on_hyphens=False)
    return _hyphened(made, width) if hyphens else made


def _hyphened(text: str, width: int) -> str:
    """The first letters of long words put on the line above, where there is room."""
    lines = text.split("\n")
    for i in range(len(lines) - 1):
        above, below = lines[i], lines[i + 1]
        room = width - len(above) - 2
        word = re.match(r"[a-z]{8,}(?=[ .,;])", below)
        if word and room >= 3 and len(word[0]) - room >= 3:
            lines[i], lines[i + 1] = f"{above} {below[:room]}-", below[room:]
    return "\n".join(lines)


def no_blank(text: str, _: Sequence[Break]) -> str:
    """A line each paragraph, no blank lines."""
    return "\n".join(rows(text)) + "\n"


def wrapped_no_blank(text: str, _: Sequence[Break]) -> str:
    """Hard-wrapped, no blank lines."""
    return "\n".join(map(fill, rows(text))) + "\n"


def wrapped_indented(text: str, _: Sequence[Break]) -> str:
    """Hard-wrapped, no blank lines, each paragraph's first line indented."""
    return "\n".join(fill(r, "    ") for r in rows(text)) + "\n"


def double_spaced(text: str, _: Sequence[Break]) -> str:
    """Hard-wrapped, a blank line after every line."""
    return "\n\n".join(fill(r).replace("\n", "\n\n") for r in rows(text)) + "\n"


def one_line(text: str, _: Sequence[Break]) -> str:
    """The whole document in one line."""
    return " ".join(text.split()) + "\n"


def hyphened(text: str, _: Sequence[Break]) -> str:
    """Hard-wrapped to a narrow column, with words cut over line ends."""
    return "\n\n".join(fill(r, width=60, hyphens=True) for r in rows(text)) + "\n"


def flat_lists(text: str, _: Sequence[Break]) -> str:
    """Numbers of paragraphs after a dash on a line of their own, as lists of a web page come out."""
    title, *others = rows(text)
    return "\n\n".join([title, *(_ITEM.sub(r"- \g<label>\n\g<words>", r, count=1) if _ITEM.match(r) else r for r in others)]) + "\n"


def tabs(text: str, _: Sequence[Break]) -> str:
    """Tabs, runs of blanks and no-break blanks where blanks stood; lines that end in blanks, and blank lines that are not empty."""
    made = [f"\t{r}".replace(". ", ".  ").replace(" the ", "\tthe ") + "  " for r in rows(text)]
    return "\n \t\n".join(made) + "\n"


def old_mac(text: str, _: Sequence[Break]) -> str:
    """Line ends of one carriage return."""
    return text.replace("\n", "\r")


def running_heads(text: str, breaks: Sequence[Break]) -> str:
    """A running head and a page's number at each page break, and the break cuts a paragraph where it did in print."""
    page = 41
    for left, right, cut in breaks:
        page += 1
        both = f"{left} {right}" if cut else f"{left}\n\n{right}"
        if text.count(both) == 1:
            head = f"Strelsau Papers, 1951, Volume II {page}" if page % 2 else f"{page} Strelsau Papers, 1951, Volume II"
            text = text.replace(both, f"{left}\n\n{head}\n\n{right}")
    return text


def page_of(text: str, breaks: Sequence[Break]) -> str:
    """Hard-wrapped; a form feed at each page break, `Page 2 of 9` and a classification at the foot of each page, no blank lines round them."""
    page = 0
    for left, right, cut in breaks:
        both = f"{left} {right}" if cut else f"{left}\n\n{right}"
        if text.count(both) == 1:
            page += 1
            text = text.replace(both, f"{left}\x01{page}\x02{'' if cut else chr(3)}{right}")
    whole = "\n\n".join(map(fill_pages, rows(text)))
    return re.sub("\x01(\\d+)\x02", lambda m: f"\nCONFIDENTIAL\nPage {m[1]} of {page + 1}\n\x0cCONFIDENTIAL\n", whole).replace("\x03", "") + "\n"


def fill_pages(words: str) -> str:
    """A paragraph in lines, each of its pages for itself."""
    return "".join(p if p.startswith("\x01") else fill(p) for p in re.split("(\x01\\d+\x02\x03?)", words))


def dashed_pages(text: str, breaks: Sequence[Break]) -> str:
    """`-- 12 --` at each page break, blank lines round it."""
    page = 11
    for left, right, cut in breaks:
        both = f"{left} {right}" if cut else f"{left}\n\n{right}"
        if text.count(both) == 1:
            page += 1
            text = text.replace(both, f"{left}\n\n-- {page} --\n\n{right}")
    return text


LAYOUTS: dict[str, Layout] = {
    "no blank lines": no_blank,
    "wrapped, no blank lines": wrapped_no_blank,
    "indented, no blank lines": wrapped_indented,
    "double-spaced": double_spaced,
    "hyphenated": hyphened,
    "lists flattened": flat_lists,
    "tabs and blanks": tabs,
    "carriage returns": old_mac,
    "running heads": running_heads,
    "page feet": page_of,
    "-- 12 --": dashed_pages,
    "one line": one_line,
}
