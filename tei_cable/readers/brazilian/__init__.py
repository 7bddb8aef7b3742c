"""A Brazilian telegram: recipient, "FROM THE EMBASSY IN …", days of sending and receipt, class, desks, subject, "346 – FRIDAY – 1800hs –"."""

import re
from collections.abc import Sequence
from datetime import date
from functools import partial

from tei_cable.model import Code, Field, Mention, Severity, Source, Span
from tei_cable.readers import Claim, Reading, weighed
from tei_cable.text import forms
from tei_cable.text.addresses import named
from tei_cable.text.forms import Last, Row
from tei_cable.text.layout import lines
from tei_cable.text.opening import Opening
from tei_cable.text.regex import regex

WEEKDAY = Code("H210", "header-weekday", Severity.WARNING)

_FRONT = 1500
_CUES = ("EXTERNAL RELATIONS", "FROM THE ", "TO THE EMBASSY", "ON/", "hs \u2013", "hs -", "hs \u2014", "hrs ")
_DAYS = "MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY".split()
_MONTHS = {roman: n for n, roman in enumerate("I II III IV V VI VII VIII IX X XI XII".split(), 1)}
_DASH = r"\s?[-\u2013\u2014]{1,2}\s?"
_ON = regex(r"ON/(?P<sent>[0-3]?\d)/(?:(?P<received>[0-3]?\d)/)?(?P<month>[IVX]{1,4})/(?P<year>(?:19)?\d\d)\b")
_BEGIN = regex(
    rf"(?P<number>\d{{1,5}}){_DASH}(?P<day>{'|'.join(_DAYS)}){_DASH}(?P<hour>[0-2]?\d)(?:[:.]?(?P<minute>[0-5]\d)\s?(?:hs|hrs|h)?|(?:hs|hrs|h)\s?(?P<past>[0-5]\d)?)\b",
    re.IGNORECASE,
)
_DESKS = regex(r"[A-Z][A-Za-z]{1,5}(?:/[A-Z][A-Za-z]{1,5})*/\d{3}\.?\s?\([^()\n]{1,12}\)(?:/\d{1,4})?\.?")
_MARKS = (
    (
        "the address “SECRETARY OF STATE FOR EXTERNAL RELATIONS”",
        regex(r"\b(?:SECRETAR(?:Y|IAT) OF STATE|MINISTRY) (?:FOR|OF) EXTERNAL RELATIONS\b"),
    ),
    ("a line “FROM THE EMBASSY IN …”", regex(r"\b(?:FROM|TO) THE (?:EMBASSY|DELEGATION|MISSION|CONSULATE|LEGATION)\b")),
    ("the days of sending and receipt (“ON/27/28/X/62”)", _ON),
    ("a list of desks", _DESKS),
    ("number, weekday and hour before the text (“346 – FRIDAY – 1800hs –”)", _BEGIN),
)
_CLASS = regex(
    r"(?P<class>(?:STRICTLY )?(?:TOP )?SECRET|CONFIDENTIAL|RESERVED|RESTRICTED|UNCLASSIFIED|OSTENSIVE)"
    r"(?:(?:\s?[-\u2013\u2014/]{1,2}\s?|\s+)(?P<precedence>(?:(?:EXTREMELY|VERY|MOST) )?URGENT(?:[ -]{1,3}SUBSTITUTION)?|"
    r"(?:HIGHEST |TOP )?PRIORITY))?"
    r"(?=\s*$|\s+[A-Z]{2,5}[A-Za-z]*/)"
)
_PRECEDENCE = regex(r"(?P<precedence>(?:(?:EXTREMELY|VERY|MOST) )?URGENT(?: SUBSTITUTION)?)(?=\s*$|\s+[A-Z]{2,5}/)")
_TO = regex(r"(?:TO(?: THE)?:? )?(?P<who>(?:SECRETAR(?:Y|IAT) OF STATE|MINISTRY) (?:FOR|OF) EXTERNAL RELATIONS|(?<=TO THE )[A-Z ]{6,60}$)")
_FROM = regex(r"FROM(?: THE)?:? (?P<who>[A-Z].{3,150}$|(?:EMBASSY|LEGATION|CONSULATE|DELEGATION) (?:IN|AT) [A-Z]+)")
_OUT = regex(r"TO THE (?P<who>(?:EMBASSY|LEGATION|CONSULATE|DELEGATION|MISSION).{3,120}$)")
_REGISTER = regex(r"(?:No\.? )?\d{1,3}[. ]?\d{3}\s*$|\d{3,6}(?=\s+(?:TELEGRAM|FROM|RECEIVED)\b)|\d{1,3}\.\d{3}(?=\s+FROM\b)")
_NOTE = regex(r"\d{3}\.\s*$")
_LONGEST, _UNITS = 300, 6
_LAST = (Last("reference", forms.DESK),)
_REFUSED = Claim(
    0,
    "There are no marks of a Brazilian telegram (“FROM THE EMBASSY IN …”, “ON/27/28/X/62”, “346 – FRIDAY – 1800hs –”).",
)


def _place(action: str, made: Opening, m: re.Match[str]) -> None:
    named(action, made, m.string, Span(*m.span("who")))
    # "DELEGATION … – NEW YORK"
    if tail := re.search(r"[-\u2013\u2014]\s?(?P<place>[A-Z]+(?: [A-Z]+){0,2})$", m["who"]):
        at = m.start("who")
        made.add(f"{action}/placeName", tail["place"], Span(at + tail.start("place"), at + tail.end("place")))


_ROWS = (
    Row("to", _TO, partial(_place, "received")),
    Row("to", _OUT, partial(_place, "received")),
    Row("head", regex(r"TELEGRAM(?=\s*$|\s+(?:RECEIVED|SENT|\d))")),
    Row("stamp", regex(r"(?:RECEIVED|SENT|DISPATCHED)(?=\s*$|\s+\d|\s+FROM\b)")),
    Row("number", _REGISTER),
    Row("from", _FROM, partial(_place, "sent")),
    Row("dateline", _ON),
    Row("class", _CLASS, forms.state),
    Row("precedence", _PRECEDENCE, forms.state),
    Row("handling", _DESKS),
    Row("handling", _NOTE),
)


class Brazilian:
    """Reads telegrams between Itamaraty and its missions in translation."""

    name = "brazilian"

    def claim(self, source: Source, region: Span) -> Claim:
        """The more marks of the form stand in the first lines, the surer."""
        found = forms.marks(source.text, region, _FRONT, _MARKS, _CUES)
        return weighed(found, [_MARKS[2][0]], _REFUSED, step=0.1)

    def read(self, source: Source, region: Span) -> Reading:
        """The telegram with the facts of its header lines; the first line names the recipient."""
        made = forms.read(source.text, forms.units(source.text, region), _opened, _LAST)
        return Reading(made.cable(source, self.name), tuple(made.found))


def _opened(text: str, chunks: Sequence[Span]) -> Opening:
    made = forms.opened(text, chunks, _ROWS)
    _subject(text, made)
    begin = _BEGIN.match(text, *made.rest[0]) if made.rest else None
    if not forms.numbered(made, text, _BEGIN):
        _register(text, made)
    _days(text, made, begin)
    return made


def _subject(text: str, made: Opening) -> None:
    """The lines between the header and the number that begins the text are the subject."""
    taken: list[Span] = []
    if not any(b.attrs.get("type") in ("from", "to") or b.kind == "head" for b in made.blocks):
        return
    for i, chunk in enumerate(made.rest[:_UNITS]):
        for line in lines(text, chunk):
            if begin := _BEGIN.search(text, line.start, min(line.end, line.start + _LONGEST)):
                if begin.start() > line.start:
                    taken.append(Span(line.start, begin.start()))
                forms.entitled(text, [Span(a, a + len(text[a:b].rstrip())) for a, b in taken], made)
                made.rest = [Span(begin.start(), chunk.end), *made.rest[i + 1 :]]
                return
            if line.end - line.start > _LONGEST:
                return
            taken.append(line)


def _register(text: str, made: Opening) -> None:
    """The number in the ministry's register stands for the telegram's where the text does not begin with one."""
    if register := next((s for b in made.blocks if b.attrs.get("type") == "number" for s in b.spans), None):
        made.add("number", text[slice(*register)], register)


def _days(text: str, made: Opening, begin: re.Match[str] | None) -> None:
    """The days of sending and receipt: the month is that of the later one; the weekday and hour before the text complete the first."""
    line = next((m for b in made.blocks if b.kind == "opener/dateline" and (m := _ON.match(text, *b.spans[0]))), None)
    if line is None:
        return
    year, month = int(line["year"][-2:]) + 1900, _MONTHS.get(line["month"], 0)
    sent, received = int(line["sent"]), int(line["received"] or line["sent"])
    before = (year, month - 1) if month > 1 else (year - 1, 12)
    first = _day(*((year, month) if sent <= received else before), sent)
    if first is None:
        return
    time = ""
    if begin and int(begin["hour"]) < 24:
        time = f"T{int(begin['hour']):02}:{begin['minute'] or begin['past'] or '00'}:00"
    where = Span(*line.span("sent"))
    made.mentions.append(Mention(where, "date", attrs={"when": first.isoformat()}))
    made.fields.append(Field("created", line[0], Span(*line.span()), "header line", {"when": f"{first.isoformat()}{time}"}))
    made.fields.append(Field("sent/date", "", None, "header line", {"when": f"{first.isoformat()}{time}"}))
    if line["received"] and (second := _day(year, month, received)):
        made.mentions.append(Mention(Span(line.start("received"), line.end()), "date", attrs={"when": second.isoformat()}))
        made.fields.append(Field("received/date", "", None, "header line", {"when": second.isoformat()}))
    if begin and _DAYS[first.weekday()] != begin["day"].upper():
        message = f"The text begins with {begin['day']}, but the day of sending in “{line[0]}” is a {_DAYS[first.weekday()].capitalize()}."
        made.found.append(WEEKDAY.at(Span(*begin.span("day")), message, "One of the two is wrong in the source."))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


part = Brazilian()
