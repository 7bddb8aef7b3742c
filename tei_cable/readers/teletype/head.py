"""The header of a telegram in teletype form: which of its lines is what."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from tei_cable.model import Span
from tei_cable.readers.teletype.groups import group
from tei_cable.readers.teletype.marks import CAVEATS, CLASS, Line, station
from tei_cable.text.regex import regex

# name of the line, type of its `seg`, how it begins
_KINDS = (
    ("dash", "stamp", regex(r"[-\u2013\u2014]{5,}.*$")),
    ("action", "action", regex(r"(?:ACTION|ORIGIN)\s+(?=[A-Z])")),
    ("bureaus", "info", regex(r"INFO\s+(?=[A-Z]{1,6}-\d\d\b)")),
    ("drafted", "handling", regex(r"DRAFTED BY\s*:?\s*")),
    ("approved", "handling", regex(r"APPROVED BY\s*:?\s*")),
    ("cleared", "handling", regex(r"(?:CLEARED BY|CLEARANCES?)\s*:?\s*")),
    ("desired", "handling", regex(r"DESIRED DISTRIBUTION\b")),
    ("received", "stamp", regex(r"(?:RECEIVED|Received)\b(?=.{4,40}$)")),
    ("from", "from", regex(r"FM\s*:?\s+(?=\S)|FROM\s*:\s*")),
    ("to", "to", regex(r"TO\s*:?\s+(?=[A-Z])")),
    ("info", "info", regex(r"INFO\s*:?\s+(?=[A-Z])")),
    ("caveat", "caveat", regex(rf"(?:{CAVEATS}[\s/,-]*)+$")),
    ("authority", "authority", regex(r"E\s?[.,]?\s?O\s?[.,:]{0,2}\s?(?P<n>\d{4,5})\b")),
    ("tags", "tags", regex(r"TAGS?\s*[:;.]\s*|TAGS\s+(?=[A-Z]{2,4}\b)")),
    ("subject", "subject", regex(r"SUBJ(?:ECT)?\s*[:;.]\s*")),
    ("reference", "reference", regex(r"REF(?:S|ERENCES?|TELS?)?\s*[:;.]\s*|REF\s+(?=\(?[A-Z]\)|[A-Z]+ \d)")),
)  # fmt: skip
_COUNTS = regex(r"(?:[A-Z][A-Z/]{0,7}-\d{2,3}(?:\s+|$))*(?:/\d{2,3}\s*[A-Z]?)?$")
_NUMBER = regex(
    rf"(?:(?P<class>{CLASS})\s*)?(?:(?P<section>(?:FINAL\s+)?SECT(?:ION|\.)?\s*\d+\s+OF\s+\d+)\s*)?"
    rf"(?:(?P<station>[A-Z][A-Z .'-]{{1,24}}?)\s+(?P<n>\d{{1,6}}))?(?:\s+(?P<rest>(?:SECT(?:ION|\.)?\s*\d+\s+OF\s+\d+|{CAVEATS}|/+|\s)+))?$"
)
_LABEL = regex(r"(?:\d{1,2}[.)]|\(?[A-Z][.)]|\(\d{1,2}\))\s")
_CODE = regex(r"\d{2,3}[A-Z]?")
_BODY = regex(r"(?:BEGIN |END )?(?:SUMMARY|COMMENT|QUOTE|TEXT|INTRODUCTION)\b")
_ADDRESSEE = regex(r"[A-Z][A-Z0-9 ,./&'()-]{2,70}$")
# Lines that nothing but a header has, and those of them that stand below the telegram's number.
STRONG = frozenset("dash action bureaus drafted approved dtg from to info number authority tags subject".split())
_BELOW = frozenset("authority tags subject reference caveat number".split())
_LATE = frozenset("authority tags subject reference".split())
_WRAPPING = frozenset("subject reference tags authority".split())
_LONGEST, _AHEAD, _MOST_LINES = 160, 6, 6


class Row(NamedTuple):
    """A header line: its name, the type of its `seg` ("" for furniture, whose type is `name`), its span and where its words begin."""

    name: str
    kind: str
    span: Span
    words: int
    match: re.Match[str] | None = None


def header(text: str, lines: Sequence[Line], first: int, blanks: int) -> tuple[list[Row], int]:
    """The header lines from line `first` on, and the line after them; `blanks` is how many blank lines part two paragraphs."""
    return _Header(text, lines, blanks).read(first)


class _Header:
    def __init__(self, text: str, lines: Sequence[Line], blanks: int):
        self.text, self.lines, self.blanks = text, lines, blanks
        stated = station(text, lines)
        self.station = text[slice(*stated)].split(maxsplit=1)[0] if stated else ""
        self.rows: list[Row] = []
        self.last = ""
        self.seen: set[str] = set()

    def read(self, at: int) -> tuple[list[Row], int]:
        while at < len(self.lines) and (row := self._row(at)):
            if row.kind == "more":
                old = self.rows[-1]
                self.rows[-1] = old._replace(span=Span(old.span.start, row.span.end))
            else:
                self.rows.append(row)
            if row.kind not in ("", "more"):
                self.last = row.name
                self.seen.add(row.name)
            at += 1
        return self.rows, at

    def _row(self, at: int) -> Row | None:
        line = self.lines[at]
        if line.mark == "class" and not self.seen:
            return Row("class", "class", line.span, line.span.start)
        if line.mark:
            return Row(line.mark, "", line.span, line.span.start)
        if line.span.end - line.span.start > _LONGEST:
            return None
        return self._known(line.span) or self._other(at)

    def _known(self, span: Span) -> Row | None:
        """The row of a line that shows by itself what it is."""
        text, late = self.text, bool(self.seen & _LATE)
        if not late and group(text, span):
            return Row("dtg", "dtg", span, span.start)
        for name, kind, pattern in _KINDS:
            if not (late and name not in _BELOW) and (m := pattern.match(text, *span)):
                return Row(name, kind, span, m.end(), m)
        m = _NUMBER.match(text, *span)
        if m and m.end() == span.end and m[0].strip() and self._is_number(m):
            return Row("number" if m["n"] or m["section"] else "class", "number" if m["n"] or m["section"] else "class", span, span.start, m)
        return None

    def _is_number(self, m: re.Match[str]) -> bool:
        """Whether class, section, station or number are the telegram's own: an addressee's number looks alike."""
        if m["class"] or m["section"]:
            return True
        if m["n"] is None or len(m["n"]) < 3:
            return False
        if self.station and m["station"].startswith(self.station):
            return True
        return not self.seen & {"from", "to", "info", "number"} and not self.station

    def _other(self, at: int) -> Row | None:
        """The row of a line that its neighbours explain: an addressee, a clearance, the end of a subject, a remark; None when it is text."""
        line, text = self.lines[at], self.text
        span, apart = line.span, line.blanks >= self.blanks
        if self.last in ("action", "bureaus") and _COUNTS.match(text, *span):
            return Row("bureaus", "more" if self.last == "bureaus" and self.rows[-1].name == self.last else "info", span, span.start)
        if _CODE.fullmatch(text, *span) and not self.seen & {"action", "dtg", "from"}:
            return Row("header", "", span, span.start)
        if _LABEL.match(text, *span) or _BODY.match(text, *span):
            return None
        if self.last in ("drafted", "approved", "cleared", "desired"):
            return Row("cleared" if self.last == "approved" else self.last, "handling", span, span.start)
        if self.last in ("to", "info", "from") and _ADDRESSEE.match(text, *span) and not apart and not self.seen & _BELOW:
            return Row("to" if self.last == "from" else self.last, "to" if self.last == "from" else self.last, span, span.start)
        if self.last in _WRAPPING and self._wraps(at):
            return Row(self.last, "more", span, span.start)
        return Row("handling", "handling", span, span.start) if self._goes_on(at) else None

    def _wraps(self, at: int) -> bool:
        """Whether a line goes on with the one above."""
        row, line = self.rows[-1], self.lines[at]
        if row.name != self.last or self.text.count("\n", *row.span) >= _MOST_LINES * max(1, self.blanks):
            return False
        empty = row.words >= row.span.end
        if line.blanks >= self.blanks and not empty:
            return False
        return self.last in ("subject", "reference") or empty or self.text[row.span.end - 1] in ",;-/("

    def _goes_on(self, at: int) -> bool:
        """Whether the header goes on below a line that is none of its own."""
        below = self.seen & _BELOW
        for line in self.lines[at + 1 : at + 1 + _AHEAD]:
            if line.mark or line.span.end - line.span.start > _LONGEST:
                continue
            if _LABEL.match(self.text, *line.span):
                return False
            row = self._known(line.span)
            if row and row.name in (_BELOW if below else STRONG):
                return True
        return False
