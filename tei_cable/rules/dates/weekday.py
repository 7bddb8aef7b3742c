"""Weekdays that contradict the value of their date."""

from collections.abc import Iterator
from datetime import date

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import content
from tei_cable.text.regex import regex

_NAMES = (
    "monday lundi montag lunes lunedì",
    "tuesday mardi dienstag martes martedì",
    "wednesday mercredi mittwoch miércoles mercoledì",
    "thursday jeudi donnerstag jueves giovedì",
    "friday vendredi freitag viernes venerdì",
    "saturday samedi samstag sonnabend sábado sabato",
    "sunday dimanche sonntag domingo domenica",
)
_WEEK = {name: n for n, names in enumerate(_NAMES) for name in names.split()}
_ENGLISH = [names.split()[0].capitalize() for names in _NAMES]
_WORD = regex(r"[^\W\d_]+")


class WeekdayContradicts(Rule):
    """The words of a date name another weekday than its value has.

    Why: either the source errs, and then a note should say so, or the day, month or year was read wrongly: the commonest is the wrong year.

    Wrong:

        <p>They met on <date when="1962-11-02">Thursday, 2 November</date>.</p>

        <p>Ils se sont vus <date when="1962-11-05">mardi 5</date>.</p>

    Right:

        <p>They met on <date when="1962-11-02">Friday, 2 November</date>.</p>

        <p>It lasted from <date from="1962-11-02" to="1962-11-05">Friday to Monday</date>.</p>
    """

    kind = Code("D002", "weekday-contradicts-date", Severity.WARNING)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each date."""
        for e in document.each("date"):
            value = e.get("when", "")[:10]
            if not value:
                continue
            named = [w for w in _WORD.findall(content(e)) if w.lower() in _WEEK]
            try:
                day = date.fromisoformat(value).weekday() if len(named) == 1 else None
            except ValueError:
                # a year or a month, or no date at all, of which the schema tells
                continue
            if day is not None and _WEEK[named[0].lower()] != day:
                hint = "Check day, month and year against the source; if the source errs, say so in a note."
                yield self.at(document, e, f"{value} was a {_ENGLISH[day]}, and the date's words say {named[0]}.", hint)


part = WeekdayContradicts()
