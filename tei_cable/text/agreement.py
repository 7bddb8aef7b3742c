"""Do the facts of a header agree? The same datum stands at several places of a telegram, and the places may contradict one another.

Codes: H110 two places give different days of sending; H111 two numbers; H112 a weekday that is not that of its date; H113 two classifications;
H114 the telegram came before it went off; H115 two places turn sender and recipient round; H116 only the file number gives the day.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from tei_cable.model import Code, Diagnostic, Field, Severity
from tei_cable.text.dates import DATING, FULL_DAY
from tei_cable.text.filing import filed_on
from tei_cable.text.regex import regex

DATES = Code("H110", "dates-disagree", Severity.WARNING)
NUMBERS = Code("H111", "numbers-disagree", Severity.WARNING)
WEEKDAY = Code("H112", "weekday-disagrees", Severity.WARNING)
CLASSES = Code("H113", "classifications-disagree", Severity.WARNING)
BACKWARDS = Code("H114", "received-before-sent", Severity.WARNING)
TURNED = Code("H115", "parties-turned-round", Severity.WARNING)
FILED = Code("H116", "date-of-file-number", Severity.INFO)

_CHECK = "Check both against the source."
_DAY = regex(r"\d{4}-\d\d-\d\d")
_IN_NAME = regex(r"(?<!\d)(\d{4}-\d\d-\d\d)(?!\d)[^/\\]*$")
_WEEKDAYS = (
    "monday lundi montag lunedì", "tuesday mardi dienstag martedì", "wednesday mercredi mittwoch mercoledì", "thursday jeudi donnerstag giovedì",
    "friday vendredi freitag venerdì", "saturday samedi samstag sonnabend sabato", "sunday dimanche sonntag domenica",
)  # fmt: skip
_WEEK = {word: n for n, words in enumerate(_WEEKDAYS) for word in words.split()}
_FIRST_WORD = regex(r"\W*([^\W\d_]+)")
_NUMBERS = regex(r"\d+")
_KIND = regex(r"[^\W\d_]+")
_SPACE = regex(r"\W+")
# Days by which two clocks may differ round the world; by which the number of a file may: answers lie where the question lies.
_ZONES, _FILES = 1, 60
# The most numbers that a range of telegrams spans.
_LONGEST_RANGE = 60

# The facts that are compared: others need not be looked at.
_PARTIES = frozenset(f"{action}/{part}" for action in ("sent", "received") for part in ("persName", "orgName", "roleName"))
_COMPARED = _PARTIES | {"created", "sent/date", "received/date", "shelfmark", "number", "class"}


def disagreements(fields: Iterable[Field]) -> list[Diagnostic]:
    """A finding for each contradiction between header fields; each names the places (`origin`) of both.

    All fields of a telegram come in together, those of its page and of its text, the doublets among them.
    """
    told = [f for f in fields if f.name in _COMPARED]
    return [*_days(told), *_weekdays(told), *_numbers(told), *_classes(told), *_backwards(told), *_turned(told)]


def of_file_name(path: str | None) -> list[Field]:
    """The day of sending that the name of a file gives ("1962-11-01 Paris.txt"); nothing when it gives none, or one that no calendar has."""
    day = _IN_NAME.search(path or "")
    return [Field("sent/date", "", None, "name of the file", {"when": day[1]})] if day and _iso(day[1]) else []


def _named(fields: Sequence[Field], *names: str) -> list[Field]:
    return [f for f in fields if f.name in names]


def _span_of_days(f: Field) -> tuple[date, date] | None:
    """The first and the last day that a field gives; None when it gives no full day."""
    values = [v[:FULL_DAY] for key in DATING if (v := f.attrs.get(key)) and _DAY.match(v)]
    days = sorted(day for v in values if (day := _iso(v)))
    return (days[0], days[-1]) if days else None


def _days(fields: Sequence[Field]) -> Iterator[Diagnostic]:
    """Days of sending: the first place counts, each other is held against it. A time may be of another clock."""
    dated = [(f, days) for f in _named(fields, "created", "sent/date") if (days := _span_of_days(f))]
    if dated and dated[0][0].attrs.get("cert"):
        yield FILED.at(
            dated[0][0].span, f"The day of sending, {dated[0][1][0]}, is that of the {dated[0][0].origin}.", "Add the date if it is known."
        )
    dated += [(f, (day, day)) for f in _named(fields, "shelfmark") if (day := _iso(filed_on(f.value)))]
    told: set[str] = set()
    for f, (first, last) in dated[1:]:
        base, (start, end) = dated[0]
        apart = max((first - end).days, (start - last).days)
        if apart > _tolerance(base, f) and f.origin not in told:
            told.add(f.origin)
            where = f"{f.origin} ({f.value})" if f.name == "shelfmark" else f.origin or "header"
            yield DATES.at(f.span or base.span, f"The {base.origin or 'header'} dates the telegram {start}, the {where} {first}.", _CHECK)


def _tolerance(a: Field, b: Field) -> int:
    """The days by which two places may differ."""
    if any(f.name == "shelfmark" or "cert" in f.attrs for f in (a, b)):
        return _FILES
    return _ZONES if any("T" in f.attrs.get("when", "") for f in (a, b)) else 0


def _iso(day: str) -> date | None:
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None


def _weekdays(fields: Sequence[Field]) -> Iterator[Diagnostic]:
    for f in _named(fields, "created", "sent/date", "received/date"):
        word = _FIRST_WORD.match(f.value)
        week = _WEEK.get(word[1].lower()) if word else None
        days = _span_of_days(f) if week is not None else None
        if word and days and days[0].weekday() != week:
            yield WEEKDAY.at(f.span, f"“{f.value}” names a weekday that is not that of {days[0]}.", "Check the day and the year.")


def _numbers(fields: Sequence[Field]) -> Iterator[Diagnostic]:
    """Numbers of one kind ("Secto 17" and "2285" are of two); a range holds the numbers in it."""
    told = _named(fields, "number")
    for f in told[1:]:
        base = told[0]
        kinds = [[k for k in _KIND.findall(x.value.lower()) if k not in ("à", "et", "to", "bis", "and")] for x in (base, f)]
        a, b = _range(base.value), _range(f.value)
        if kinds[0] == kinds[1] and a and b and not (a & b):
            yield NUMBERS.at(f.span, f"The {base.origin} gives the telegram the number {base.value}, the {f.origin} {f.value}.", _CHECK)


def _range(words: str) -> set[int]:
    """The numbers of "6179-6185" or "12, 14"."""
    found = [int(n[:9]) for n in _NUMBERS.findall(words)]
    if len(found) == 2 and "," not in words:
        last = found[1] if found[1] >= found[0] else found[0] // 10 ** len(str(found[1])) * 10 ** len(str(found[1])) + found[1]
        if 0 < last - found[0] <= _LONGEST_RANGE:
            return set(range(found[0], last + 1))
    return set(found)


def _classes(fields: Sequence[Field]) -> Iterator[Diagnostic]:
    """What two places classify in different words; a place that gives several is not held against another."""
    places: dict[str, list[Field]] = {}
    for f in _named(fields, "class"):
        places.setdefault(f.origin, []).append(f)
    single = [found[0] for found in places.values() if len({_plain(f.value) for f in found}) == 1]
    for f in single[1:]:
        if _plain(f.value) != _plain(single[0].value):
            yield CLASSES.at(f.span, f"The {single[0].origin} classifies the telegram {single[0].value}, the {f.origin} {f.value}.", _CHECK)


def _plain(words: str) -> str:
    return _SPACE.sub(" ", words).strip().casefold()


def _backwards(fields: Sequence[Field]) -> Iterator[Diagnostic]:
    """Receipt more than a day before sending: within a day clocks may differ."""
    sent = next((days for f in _named(fields, "sent/date", "created") if (days := _span_of_days(f))), None)
    for f in _named(fields, "received/date"):
        days = _span_of_days(f)
        if sent and days and (sent[0] - days[1]).days > _ZONES:
            message = f"The telegram was sent on {sent[0]} and received on {days[1]}, according to the {f.origin or 'header'}."
            yield BACKWARDS.at(f.span, message, _CHECK)


def _turned(fields: Sequence[Field]) -> Iterator[Diagnostic]:
    """One place's sender is another's recipient, and the other way round."""
    sides: dict[str, dict[str, list[str]]] = {}
    for f in fields:
        if f.name in _PARTIES:
            sides.setdefault(f.origin, {}).setdefault(f.name.partition("/")[0], []).append(f.value)
    whole = [(origin, found) for origin, found in sides.items() if len(found) == 2]
    if len(whole) < 2:
        return
    (base, first), *others = [(origin, {action: set(map(_plain, said)) for action, said in found.items()}) for origin, found in whole]
    for origin, found in others:
        if first["sent"] & found["received"] and first["received"] & found["sent"]:
            message = f"According to the {base}, {min(first['sent'])} writes to {min(first['received'])}; according to the {origin}, the reverse."
            yield TURNED.at(None, message, _CHECK)
