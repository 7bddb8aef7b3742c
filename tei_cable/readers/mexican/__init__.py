"""A Mexican telegram: "Telegram for coding", "From: DIPL", place and date, the mission; or "Number n", place and date, "RELACIONES MEXICO"."""

import re
from collections.abc import Sequence

from tei_cable.model import Source, Span
from tei_cable.readers import Claim, Reading, weighed
from tei_cable.text import forms
from tei_cable.text.forms import Last, Row
from tei_cable.text.opening import Opening
from tei_cable.text.regex import regex

_FRONT = 1200
_CUES = (
    "para cifra",
    "RELACION",
    "Embamex",
    "EMBAMEX",
    "DIPL",
    "for coding",
    "CODED TELEGRAM",
    "oded telegram",
    "Relaciones",
)
_MINISTRY = regex(
    r"(?P<who>(?:SECRETAR[IÍ]A DE )?RELACION\w{0,4}(?: EXTERIORES)?,? M[EÉ]XICO(?:,? D\.? ?F\.?)?|Relaciones,? M[eé]xico)\.?(?=\s*$|\s+\d)"
)
_MISSION = regex(r"(?P<who>Embamex|EMBAMEX|Delmex|DELMEX|Embajada de M[eé]xico)\.?(?=\s*$|\s+[A-Z])")
_CODED = regex(
    r"(?:Telegram (?:for|to be) (?:coding|coded|ciphering)|Coded telegram|TELEGRAM FOR CODING|TRANSLATION OF (?:A )?CODED TELEGRAM|CODED TELEGRAM)"
    r"(?:\s*\[[^\]\n]{1,40}\])?(?=\s*$|\s+(?:Number|PROCEDURAL|From|No)\b)"
)
_MARKS = (
    ("“Telegram for coding”", _CODED),
    ("the address “RELACIONES MEXICO”", _MINISTRY),
    ("the address “Embamex”", _MISSION),
    ("the sender “DIPL”", regex(r"\bFrom\s?:\s*DIPL\b|\bDIPL\b")),
    ("a line “Mexico, D. F., …”", regex(r"\bM[eé]xico,? D\.? ?F\.?,? \d")),
)
_PERSON = regex(
    r"\[To:? (?:Amb(?:assador|\.)|Minister|Charg[eé](?: d'Affaires)?|Consul)[^\]\n]{0,40}\]\s*(?P<who>[A-ZÀ-Þ][^\d\n]{2,50}?)(?=\s*$|\s+Embamex\b)"
)
_PLACE = regex(r"(?P<who>[A-ZÀ-Þ][\w.'\u2019-]*(?:\s(?:de|del|la)\b|[\s,]+[A-ZÀ-Þ][\w.'\u2019-]*){0,5})(?=\s*$)")
_DATED = regex(r"(?P<place>[A-ZÀ-Þ][\w.]+(?:,?\s[A-ZÀ-Þ][\w.]*){0,3}?),\s+(?P<date>\d{1,2}\s+[A-Z][a-z]{2,8}\s+19\d\d)(?=\s*$|\s+[A-Z\[])")
_FIGURES = regex(r"(?P<number>\d{2,6})\s*$")
_NUMBER = regex(r"(?P<number>\d{1,5})(?=\.\s?[-\u2013\u2014]{1,2}\s?\S)")
_SIGNED = regex(r"(?P<name>[A-ZÀ-Þ]{3,}(?:\s[A-ZÀ-Þ]{2,}){0,3})\.?")
_LAST = (
    Last("clerk", regex(r"\d{4,7}(?:\s+[a-zA-Z]{2,4}(?:[/.-][a-zA-Z]{1,4})?)?|[a-z]{2,4}|[A-Za-z]{2,4}[/-][a-z]{1,4}\.?")),
    Last("signed", _SIGNED),
)
_REFUSED = Claim(0, "There are no marks of a Mexican telegram (“Telegram for coding”, “RELACIONES MEXICO”, “Embamex”).")


_ROWS = (
    Row("head", _CODED),
    Row("handling", regex(r"PROCEDURAL COPY|FILE COPY|Procedural copy")),
    Row("from", regex(r"From\s?:[^\S\n]*(?P<who>[A-Z][A-Za-z .]{1,30}(?=\s*$)|[A-Z]{2,8}\b|(?=\s*$))"), forms.states("sent/orgName")),
    # a file's number stands for the recipient
    Row("to", regex(r"To\s?:[^\S\n]*(?:[\w/.-]{1,40}(?=\s*$)|[IVX]+/[\d/]+|(?=\s*$))")),
    Row(
        "number",
        regex(r"(?:Number|No\.|NUMBER)\s?:?[^\S\n]*\d{1,6}(?=\s*$|\s+[A-Z])|(?:Number|No\.|NUMBER)\s?:?(?=\s*$|\s+From\b)"),
    ),
    Row("dateline", _DATED, forms.dated),
    Row("to", _PERSON, forms.states("received/persName")),
    Row("to", _MINISTRY, forms.states("received/orgName")),
    Row("to", _MISSION, forms.states("received/orgName")),
)
# What stands below a mission: its place, and the number.
_BELOW = (Row("to", _PLACE, forms.states("received/placeName")), Row("number", _FIGURES, forms.state))


class Mexican:
    """Reads telegrams between the Mexican Foreign Ministry and its missions in translation."""

    name = "mexican"

    def claim(self, source: Source, region: Span) -> Claim:
        """The more marks of the form stand in the first lines, the surer."""
        found = forms.marks(source.text, region, _FRONT, _MARKS, _CUES)
        return weighed(found, (_MARKS[0][0], _MARKS[1][0]), _REFUSED)

    def read(self, source: Source, region: Span) -> Reading:
        """The telegram with the facts of its header lines."""
        made = forms.read(source.text, forms.units(source.text, region), _opened, _LAST)
        return Reading(made.cable(source, self.name), tuple(made.found))


def _opened(text: str, chunks: Sequence[Span]) -> Opening:
    """The header lines; a place and figures are such only below the mission that they belong to."""
    made = forms.opened(text, chunks, _ROWS)
    if any(_MISSION.match(text, *b.spans[0]) for b in made.blocks):
        for row in _BELOW:
            more = forms.opened(text, made.rest, [row])
            if len(more.blocks) == 1:
                made.rest = more.rest
                made.blocks += more.blocks
                made.fields += more.fields
    if not forms.numbered(made, text, _NUMBER) and not any(f.name == "number" for f in made.fields):
        _register(text, made)
    return made


def _register(text: str, made: Opening) -> None:
    """The number of the form where the text does not begin with one."""
    for block in made.blocks:
        if block.attrs.get("type") == "number" and (m := re.search(r"\d+$", text[slice(*block.spans[0])])):
            start = block.spans[0].start
            made.add("number", m[0], Span(start + m.start(), start + m.end()))


part = Mexican()
