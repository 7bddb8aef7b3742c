"""Bare digits that may be markers of notes: after a word ("Paris2"), after a stop ("Paris.2"), at the end of a number ("6594", "19561")."""

import re
from collections.abc import Iterator, Mapping, Sequence

from tei_cable.model import Span
from tei_cable.text.evidence import Clues
from tei_cable.text.regex import regex

_RUN = regex(r"[0-9]+")
_MONTHS = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_MONTH = regex(rf"\b({_MONTHS})\s+$")
_DAY = regex(r"\b[0-9]{1,2}(?:st|nd|rd|d|th)?\s+$")
_YEAR = regex(r"1[89][0-9]{2}|20[0-9]{2}")
# Words before the number of a message or document, with other such numbers between.
_REFERRED = regex(
    r"(?:(?:[Tt]elegrams?|[Cc]able(?:gram)?s?|[Aa]irgrams?|(?:[Dd]es|[Dd]is)patch(?:es)?|[Mm]essages?|\w*tels?|\b[A-Z][a-z]+to|Tedul|Dulte|"
    r"\bN[or]s?\.?|[Nn]umbers?|Documents?|\b[Yy]our|\b[Mm]y|\b[Oo]ur|\b[Uu]r|\bRef(?:erence)?s?:?|[A-Z]+|\w[\u2019'](?=s))[\u2019']?s?\s+|\b[A-Z]{1,3}[-\u2013.]|\b[A-Z]\.[A-Z]{2,4})"
    r"(?:[0-9/-]+(?:,|\s+and|\s+to|\s+or|[-\u2013])?\s*){0,4}$"
)
# A post or a person before a number: "Paris 18571".
_POST = regex(rf"(?<![.!?]\s)\b(?!{_MONTHS}\s)[A-Z][a-zé]{{2,}}\s+(?:[0-9]+(?:,|\s+and|\s+or)\s+){{0,3}}$")
_PAGE = regex(r"\b(?:[Pp](?:ages?|p?\.)|PAGES?)\s*$")
_RANGE = regex(r"(?<![0-9])([0-9]{2,6}(?=\s?[-\u2013])|[0-9]{3,6}(?=\sto\s))\s?(?:[-\u2013]|to)\s?$")
_QUANTITY = regex(
    r"\s?(?:[ap]\.?\s?m\b|hours|hrs\b|h\b|Z\b|%|\u00b0|per\s?cent|[mb]illion|thousand|miles|days|weeks|months|years|men\b|tons|dollars)"
)
_MONTHLY = regex(rf"\s{_MONTHS}(?=\s|\.|,)")
_IN_YEAR = regex(r",?\s+(?:1[89]|20)[0-9]{2}")
_DTG = regex(r"[0-9]{6}Z")
_ORDINAL = regex(r"(?:st|nd|rd|th|d|s|ers?|e|mm|km|x)\b")
_HEADING = regex(r"(?<=[a-z)]) [0-9]{1,3}$")
# "Cablegram 621 1 STRELSAU"
_NUMBERED = regex(rf"[0-9]\s[0-9]{{1,2}}\s(?!{_MONTHS}\b)(?=[A-Z]{{3}})")
_TELLS = regex(r"(?:[Dd]ocument|[Nn]umber|[Nn]o\.?|[Tt]elegram|[Pp]aragraph|[Pp]art|[Cc]opy|[Pp]age|[Ss]ection)\s$")
# Costs. A number that a note repeats; an end of a number that can only be wrong; of a number of a message, of others; a number as it stands.
REPEATED, SURPLUS, MESSAGE, NUMBER, ABSURD, NONE = 0.3, 1.0, 2.2, 4.5, 3.0, 99.0
_BLANK_COST, _DOCUMENT, _ELSEWHERE, _UNLIKELY, _PAIR = 6.5, 0.7, 2.0, 5.0, 0.5
_LOOK, _LONGEST = 48, 3

Found = tuple[tuple[Span, ...], int, float]


def glued(text: str, body: Sequence[Span], wanted: Mapping[str, Sequence[int]], clues: Clues, front: int) -> Iterator[Found]:
    """Spans, note (its index) and cost of each digit or run of digits that may be the marker of a wanted note. The heading ends before `front`."""
    longest = min(_LONGEST, max(len(n) for n in wanted))
    ends = {n[-1] for n in wanted}
    for span in body:
        for m in _RUN.finditer(text, *span):
            a, b = m.span()
            if text[b - 1] not in ends or (after := _after(text, a, b)) >= NONE:
                continue
            whole = None
            for size in range(1, min(longest, b - a) + 1):
                n = text[b - size : b]
                if n not in wanted or n == "0" and b > front:
                    continue
                if size == b - a:
                    whole = _before(text, a, span.start, b <= front) if whole is None else whole
                    yield from (((Span(a, b),), i, whole + after) for i in wanted[n])
                else:
                    yield from (((Span(b - size, b),), i, _within(text, a, b - size, b, span.start, i, clues) + after) for i in wanted[n])
            if b - a > 1:
                yield from _shared(text, Span(a, b), span.start, wanted, clues, after)


def numbers(text: str, within: Sequence[Span], n: str) -> Iterator[Span]:
    """Where a number stands glued to a word or a sign, with nothing behind it that makes it more than a marker."""
    for span in within:
        for m in _RUN.finditer(text, *span):
            if m[0] == n and _before(text, m.start(), span.start, False) + _after(text, *m.span()) <= 0.0:
                yield Span(*m.span())


def _shared(text: str, run: Span, low: int, wanted: Mapping[str, Sequence[int]], clues: Clues, after: float) -> Iterator[Found]:
    """Two markers side by side: "12" for the notes 1 and 2."""
    a, b = run
    for cut in range(max(a + 1, b - _LONGEST), b):
        seconds = wanted.get(text[cut:b], ())
        for start in range(max(a, cut - _LONGEST), cut) if seconds else ():
            for i in wanted.get(text[start:cut], ()):
                if i + 1 in seconds:
                    if start == a:
                        cost = _before(text, a, low, False)
                    else:
                        least = min(_within(text, a, start, b, low, k, clues) for k in (i, i + 1))
                        cost = least + SURPLUS if least <= SURPLUS else 2 * least + SURPLUS
                    yield (Span(start, cut), Span(cut, b)), i, cost + after + _PAIR


def _after(text: str, a: int, b: int) -> float:
    """What the characters behind a run of digits say against a marker."""
    q, follows = text[b : b + 1], text[b + 1 : b + 2]
    if not q or q in " \n":
        return 0.0
    if q.isalpha():
        return NONE if _ORDINAL.match(text, b) else _joined(text, a, b)
    if q in "/-\u2013" and follows.isalnum() or q in "\u2019'" and follows.isalpha():
        return _UNLIKELY
    if q in ".,:" and follows.isdigit():
        return _UNLIKELY - 1 if q == "," else _UNLIKELY
    return 0.0


def _joined(text: str, a: int, b: int) -> float:
    """Letters behind: the blank between marker and word is missing ("Paris.2The"), or it is no marker."""
    if text[b].isupper():
        return 0.5 if text[b + 1 : b + 2].islower() else _UNLIKELY
    before = text[a - 1 : a]
    return 1.0 if before in ',.;:)]\u201d"' else 3.5 if before.islower() else _UNLIKELY


def _before(text: str, a: int, low: int, heading: bool) -> float:
    """The cost of a run of digits as a marker, by what stands before it."""
    if a <= low:
        return NONE
    p, pp = text[a - 1], text[a - 2 : a - 1]
    if p.isalpha():
        return _worded(text, a, low)
    if p.isspace():
        return _spaced(text, a, low, heading)
    if p in ".,":
        return _pointed(text, a, low, p) if pp.isdigit() else 0.0
    if p == ":" and pp.isdigit():
        return _UNLIKELY if text[a + 1 : a + 2].isdigit() or _QUANTITY.match(text, a + 1) else SURPLUS
    if p in ":;!?\u2026\u201d\u00bb)]":
        return 0.0
    if p in "\u2019'\"*\u201c":
        return 0.0 if pp.isalnum() or pp in ".,?!;:)]\u2026" else _UNLIKELY
    return _UNLIKELY if p == "/" else NONE


def _worded(text: str, a: int, low: int) -> float:
    """Glued to letters: "State1", but not "M48A3", "U2"."""
    at = a
    while at > low and (text[at - 1].isalnum() or text[at - 1] in "-\u2013"):
        at -= 1
    word = text[at:a]
    if not word[-1].isupper():
        return 0.0
    if _DTG.fullmatch(word):
        return _PAIR
    if any(c.isdigit() or c in "-\u2013" for c in word) or len(word) == 1:
        return _UNLIKELY
    return 1.5 if len(word) == 2 else 0.7


def _pointed(text: str, a: int, low: int, sign: str) -> float:
    """After a number with its stop ("telegram 660.2") or inside one ("14.1", "1,000")."""
    end = a
    while end < len(text) and text[end].isdigit():
        end += 1
    if sign == ",":
        return _UNLIKELY if end - a == 3 else 0.3
    at = a - 2
    while at > low and text[at].isdigit():
        at -= 1
    if text[at] in "$\u00a3\u20ac#.," or _QUANTITY.match(text, end):
        return _UNLIKELY
    return 0.5


def _spaced(text: str, a: int, low: int, heading: bool) -> float:
    """After a blank: at the end of a heading only, or alone behind a bracket."""
    line = text.rfind("\n", low, a) + 1
    end = text.find("\n", a)
    if heading and _NUMBERED.match(text, max(low, a - 2)):
        return SURPLUS
    if heading and a - max(line, low) > 20 and _HEADING.search(text[max(line, low) : end if end >= 0 else len(text)]):
        return SURPLUS if not (_TELLS.search(text[max(0, a - 16) : a]) or _MONTH.search(text[max(0, a - 16) : a])) else NONE
    return _BLANK_COST if text[a - 2 : a - 1] in ("]", ".", "\u201d", ")") else NONE


def _within(text: str, a: int, cut: int, b: int, low: int, i: int, clues: Clues) -> float:
    """The cost of the digits from `cut` on as the marker of note `i`, when the number from `a` on ends before them."""
    number, both, p = text[a:cut], text[a:b], text[a - 1 : a] if a > low else "\n"
    if number == "0" or p in ".,:/$\u00a3\u20ac#\u2014" or _QUANTITY.match(text, b) or len(both) < 3 and _MONTHLY.match(text, b):
        return NONE
    before = text[max(low, a - _LOOK) : a]
    if _PAGE.search(before):
        return NONE
    if (month := _MONTH.search(before)) and not _YEAR.fullmatch(number):
        return _dated(text, month[1], number, both, b, clues.words(i))
    told = clues.repeats(i, number)
    if told and len(number) > 2:
        return REPEATED if told > 1 else SURPLUS
    cost = _numbered(before, number, clues.on_document(i)) + (SURPLUS if len(number) == 1 else 0.0)
    if _YEAR.fullmatch(both) and not _REFERRED.search(before):
        cost += ABSURD
    elif both in clues.all_numbers or clues.runs[both] > 1:
        cost += _ELSEWHERE
    elif clues.runs[number]:
        cost -= _DOCUMENT
    if p == "\n":
        # the number that a paragraph begins with
        cost += SURPLUS
    return cost - _DOCUMENT if told else cost


def _numbered(before: str, number: str, on_document: bool) -> float:
    """The same by the words before the number alone."""
    referred = _REFERRED.search(before)
    if _YEAR.fullmatch(number):
        return NUMBER - 2 if referred and not _DAY.search(before) else SURPLUS
    if (span := _RANGE.search(before)) and len(span[1]) == len(number) and int(number) > int(span[1]):
        return SURPLUS
    if referred or len(number) > 1 and _POST.search(before):
        return MESSAGE - (_DOCUMENT if on_document else 0.0) + (0.0 if referred else _PAIR)
    return NUMBER


def _dated(text: str, month: str, number: str, both: str, b: int, words: str) -> float:
    """A day with a marker: "November 82" is the 8th; "February 23" mostly the 23rd, and "February 23, 1962" always."""
    over = int(both) > 31
    if len(number) > 2 or number[0] == "0" or not over and _IN_YEAR.match(text, b):
        return NUMBER + ABSURD
    if int(number) > 31:
        # a year of two digits
        return MESSAGE
    if re.search(rf"\b{month[:3]}[a-z]*\.?\s+{int(number)}\b", words):
        return REPEATED if over else MESSAGE
    return SURPLUS if over else _UNLIKELY
