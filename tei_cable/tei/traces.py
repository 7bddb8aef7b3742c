"""What may stand in a source for what TEI keeps as an element: markers and labels of notes, page marks, hyphens, links, signs of layout.

Every function looks at one place of a squeezed text and says where what it looks for ends, the most likely first.
"""

import re
from collections.abc import Iterator

from tei_cable.text.regex import regex

_SUPER, _DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789"
_BRACKETED = ("[{}]", "[^{}]", "({})")
_BARE = ("^{}", "{}", "{})", "*{}")
_STARS = ("***", "**", "*", "†", "‡", "§", "[*]", "(*)")
_HYPHEN = regex("[-\u2010\u2011\u00ad] ?")
_PAGE = (
    r"(?i)[\[({{<]? ?(?:page|pg\.?|pp?\.|seite) ?0*{0}\b(?: (?:of|/) \d+)? ?[\])}}>]?|[\[{{<] ?0*{0} ?[\]}}>]"
    "|(?P<dash>[-\u2013\u2014]{{1,3}}) ?0*{0} ?(?P=dash)"
)
_LABEL = regex(rf"(?:\[\^?(\w{{1,4}})\]|\((\w{{1,4}})\)|(\d{{1,4}}[a-z]?|[a-z])[.)]?|([{_SUPER}]{{1,4}})|\^(\w{{1,4}})|([*†‡§]{{1,3}})|[-–—•·])\s*")
_BACKLINK = regex("(?: ?[↩⏎↵]\ufe0e?\ufe0f?)*")
_BULLET = regex("(?:[-–—•*·▪◦] )?")
_BLANKS = regex(r"[^\S ]*")
_EMPHASIS = regex(r"(?:\*\*|__|[•·▪◦] )*")


def markers(text: str, at: int, n: str, same_line: bool) -> Iterator[int]:
    """Ends of what may be the marker of note `n`: bare digits and signs only on the line of the word that they belong to."""
    forms = [f.format(n) for f in _BRACKETED]
    if same_line:
        forms += [*(f.format(n) for f in _BARE), n.translate(str.maketrans(_DIGITS, _SUPER)), *_STARS]
    if text.startswith((",", ";"), at):
        # two markers at one place: "[1], [2]", "1,2"
        at += 2 if text.startswith(" ", at + 1) else 1
    return (at + len(f) for f in forms if text.startswith(f, at))


def page_mark(text: str, at: int, n: str) -> Iterator[int]:
    """The end of a page mark with the number `n`."""
    if n and (m := re.compile(_PAGE.format(re.escape(n))).match(text, at)):
        yield m.end()


def names_page(text: str, n: str) -> bool:
    """Whether these words (a page's heading) themselves name page `n`."""
    return bool(re.search(rf"(?i)\b(?:page|pg\.?|pp?\.) ?0*{re.escape(n)}\b", text[:200]))


def hyphen(text: str, at: int) -> Iterator[int]:
    """The end of a hyphen and the line end after it."""
    if m := _HYPHEN.match(text, at):
        yield m.end()


def hyphened(text: str, end: int) -> bool:
    """Whether a hyphen stands before `end`: one that belongs to the word stays, and the line end alone goes."""
    return bool(_HYPHEN.match(text, end - 1)) if end else False


def link(text: str, at: int, target: str) -> Iterator[int]:
    """The end of an address, with or without angle brackets."""
    return (at + len(f) for f in (f"<{target}>", target) if text.startswith(f, at))


def note_label(text: str, at: int) -> tuple[int, str | None]:
    """The end of what stands in front of a note's own text, and the number that it gives (None: it gives none)."""
    m = _LABEL.match(text, at)
    if m is None:
        return at, None
    n = next((g for g in m.groups() if g), None)
    return m.end(), n.translate(str.maketrans(_SUPER, _DIGITS)) if n else None


def backlink(text: str, at: int) -> int:
    """The end of the arrows back to a note's marker; `at` if there are none."""
    return _end(_BACKLINK, text, at)


def bullet(text: str, at: int) -> int:
    """The end of a list bullet; `at` if there is none."""
    return _end(_BULLET, text, at)


def blanks(text: str, at: int) -> int:
    """The end of blanks that are not XML's white space (no-break blanks …); `at` if there are none."""
    return _end(_BLANKS, text, at)


def emphasis(text: str, at: int) -> int:
    """The end of the signs with which a page sets off a line; `at` if there are none."""
    return _end(_EMPHASIS, text, at)


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    m = pattern.match(text, at)
    return m.end() if m else at


# Label words of a page's metadata that may stand there without a value; any other needs one.
_KNOWN = frozenset(
    "author|authors|author(s)|citation|contents|credit|credits|date|document information|footnotes|language|notes|original archive|original language|"
    "publisher|rights|source|subjects discussed|summary|title|translation|translator".split("|")
)
# What an archive's site and its mirrors print round a document, on lines of their own.
_PRINTED = (
    r"(?:Skip to (?:main )?content|Search in|ADD SEARCH FILTER|CANCEL SEARCH FILTER|CITATION SHARE DOWNLOAD|VIEW DOCUMENT IN|Citation|get citation|"
    r"share document|Digital Archive|digitalarchive\.\S+|International History Declassified|Associated (?:People & Organizations|Places|Topics)|"
    r"Subjects Discussed|Document Information|Original Archive|Original Uploaded Date|Record ID|Source|Rights|Donors?|<<|(?:Total )?Pages?: ?\d+)"
)
_SITE = regex(rf"{_PRINTED}(?: {_PRINTED})*(?= |$)")
_WORDS = regex(r"[^\W\d_][\w()'’&/]*(?: [\w()'’&/]+){0,3} ?:")


def label(text: str, at: int) -> tuple[int, bool]:
    """The end of a metadata label with its colon (`at` if there is none), and whether it is one that may stand without a value."""
    if (site := _SITE.match(text, at)) and not text.startswith((":", " :"), site.end()):
        return site.end(), True
    m = _WORDS.match(text, at)
    return (m.end(), m[0].rstrip(" :").lower() in _KNOWN) if m else (at, False)
