"""Tags calendar dates: days, months, years and ranges of them, completed from the date of the telegram."""

from datetime import date, timedelta

from tei_cable.annotators import Annotation, adding
from tei_cable.annotators.dates.briefs import briefs
from tei_cable.annotators.dates.months import months
from tei_cable.annotators.dates.years import years
from tei_cable.authority.scene import Scene
from tei_cable.model import Cable, Code, Diagnostic, Mention, Severity, Span
from tei_cable.text.dates import ENGLISH, FOREIGN, FULL_DAY, Found, match
from tei_cable.text.regex import regex

WEEKDAY = Code("D001", "wrong-weekday", Severity.WARNING)

# Numbers in these are not dates, or are dated already.
_KNOWN = frozenset({"ref", "label", "date"})
_YEAR = regex(r"\d{4}")
# between the number of a telegram and its day: brackets, a marker, "of"
_GAP = regex(r"[\s,(\ue000-\uf8ff]*(?:\[\d+\])?,?\s*(?:(?:of|dated)\s+)?")
_HALF_A_YEAR = timedelta(days=182)


class Dates:
    """Wakes at the names of months, and at numbers that may be years."""

    needs = frozenset({"ref"})
    gives = frozenset({"date"})
    cues = tuple(
        dict.fromkeys(
            [form for names in ENGLISH for word in names.split() for form in (word.capitalize(), word.upper())]
            + [form for names in FOREIGN for word in names.split() for form in (word, word.capitalize(), word.upper())]
        )
    )

    def annotate(self, cable: Cable, scene: Scene) -> Annotation:
        """The cable with its dates; a weekday that is not that of its date is reported."""
        taken = sorted(m.span for m in cable.mentions if m.kind in _KNOWN)
        found = [(Span(start, day.end), _of_cited(cable, scene, start, day)) for start, day in months(scene, taken, cable.lang == "de")]
        taken = sorted([*taken, *(span for span, _ in found)])
        brief = [(Span(start, day.end), day) for start, day in briefs(scene, taken)]
        taken, found = sorted([*taken, *(span for span, _ in brief)]), [*found, *brief]
        found += [(Span(start, day.end), day) for start, day in years(scene, taken)]
        made = adding(cable, [Mention(span, "date", "", day.attrs) for span, day in found])
        return Annotation(made, tuple(_wrong(scene.text, span, day) for span, day in found if day.doubt))


def _of_cited(cable: Cable, scene: Scene, start: int, found: Found) -> Found:
    """The day of a telegram that was just cited ("Embtel 2206, April 4"): without a year it is the last one before, if not cited in a note."""
    near = scene.date
    if found.attrs.get("when", "")[:FULL_DAY] <= near or len(near) < FULL_DAY or _YEAR.search(scene.text, start, found.end):
        return found
    cited = (m.span.end for m in cable.mentions if m.kind == "ref" and m.span.end <= start and _GAP.fullmatch(scene.text, m.span.end, start))
    if next(cited, None) is None or any(s.start <= start < s.end for n in cable.notes for s in n.spans):
        return found
    return match(scene.text, start, (date.fromisoformat(near) - _HALF_A_YEAR).isoformat()) or found


def _wrong(text: str, span: Span, found: Found) -> Diagnostic:
    words = " ".join(text[span.start : span.end].split())
    day = next(iter(found.attrs.values()))[:10]
    return WEEKDAY.at(span, f"“{words}” names a weekday that is not that of {day}.", "Check the day and the year.")


part = Dates()
