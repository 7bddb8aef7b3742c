"""A Polish ciphergram: "Ciphergram No.", "Dispatched from … on … and received on …", "To:", "From:", who told it, the text, "Received by:"."""

import re
from collections.abc import Sequence
from functools import partial

from tei_cable.model import Field, Mention, Source, Span
from tei_cable.readers import Claim, Reading, weighed
from tei_cable.readers.polish.days import DAY, settle
from tei_cable.text import forms
from tei_cable.text.addresses import ADDRESS, CAPITALS, addressed
from tei_cable.text.forms import Last, Row
from tei_cable.text.layout import phrase
from tei_cable.text.opening import Opening
from tei_cable.text.regex import regex

_FRONT = 1500
_CUES = ("iphergra", "IPHERGRA", "ispatched from", "dispatched on", "Decoding", "Deciphering", "zyfrogram")
_AT = r"(?:\s+at\s+(?P<{0}>[0-2]?\d[:.][0-5]\d))?"
_SENT = regex(
    rf"(?:[Dd]ispatched\s+from\s+(?P<place>[^\d\n]{{2,40}}?),?\s+on|From\s+(?P<seat>[^\d\n]{{2,40}}?),?\s+dispatched\s+on)\s+(?P<sent>{DAY}){_AT.format('hour')}"
    rf"(?:,?\s+and\s+(?:it\s+)?(?:was\s+)?received\s+(?:on|at)\s+(?P<received>{DAY}){_AT.format('clock')})?\.?"
)
_RECEIVED = regex(rf"(?:and\s+)?[Rr]eceived\s+(?:on|at)\s+(?P<received>{DAY}){_AT.format('clock')}\.?")
_NUMBER = regex(
    r"(?P<title>(?:[Cc]ipherg(?:r)?am|CIPHERGRAM|[Ss]zyfrogram)\s+(?:[Nn]o\.?|NO\.?|[Nn]r\.?|[Nn]umber)\s*(?P<number>\d{1,6}(?:/\w{1,6})?))\.?"
)
_TO, _FROM = (regex(rf"(?:{word})\s?:\s*{ADDRESS}") for word in ("To|TO", "From|FROM"))
# Who told it: the whole paragraph in parentheses or between strokes.
_INFORMANT = regex(r"(?:\((?!\d)[A-Z][^()\n]{15,300}\)|/(?!\d)[A-Z][^/\n]{15,300}/)[.:]?(?=\s*$)")
_MARKS = (
    ("“Ciphergram No.”", regex(r"\b(?i:cipherg(?:r)?am|szyfrogram)\s+(?i:no|nr|number)\b")),
    ("a line “Dispatched from … on …”", regex(r"\b[Dd]ispatched\s+(?:from|on)\b")),
    ("a line “Came to the Decoding Department …”", regex(r"\b(?:Decoding|Deciphering)\s+Department\b")),
    (
        "a line “To: NAME”",
        regex(rf"(?:^|\s)(?:To|TO)\s?:\s*(?:\[[^\]\n]{{1,90}}\]\s*)?(?:[A-Z][a-z]+\s)?[{CAPITALS}]{{3}}"),
    ),
    (
        "a line “From: NAME”",
        regex(rf"(?:^|\s)(?:From|FROM)\s?:\s*(?:\[[^\]\n]{{1,90}}\]\s*)?(?:[A-Z][a-z]+\s)?[{CAPITALS}]{{3}}"),
    ),
)
_LAST = (Last("clerk", regex(r"(?:Received|Deciphered|Decoded|Typed) by\s*:.{0,160}")),)
_REFUSED = Claim(
    0,
    "There are no marks of a Polish ciphergram (“Ciphergram No.”, “Dispatched from … on …”, the Decoding Department).",
)


def _dispatched(made: Opening, m: re.Match[str]) -> None:
    """The sender's place; the days are read when all are known."""
    if name := "place" if m["place"] else "seat" if m["seat"] else "":
        where = Span(*m.span(name))
        made.mentions.append(Mention(where, "placeName"))
        made.add("sent/placeName", phrase(m.string, *where), where)


_ROWS = (
    Row(
        "class",
        regex(r"(?P<class>Of [Ss]pecial (?:[Ss]ignificance|[Ii]mportance)|TOP SECRET|Top [Ss]ecret|SECRET|Secret)(?=\s*$)"),
        forms.state,
    ),
    Row("handling", forms.COPYING),
    Row("handling", forms.COPY),
    Row("head", _NUMBER, forms.state),
    Row("dateline", _SENT, _dispatched),
    Row("stamp", _RECEIVED),
    Row(
        "stamp",
        regex(rf"Came\s+(?:in)?to\s+(?:the\s+)?(?:Decoding|Deciphering|Cipher)\s+Department\s+(?:on|at)\s+{DAY}{_AT.format('clock')}\.?"),
    ),
    Row("stamp", forms.HANDWRITTEN),
    Row("to", _TO, partial(addressed, "received")),
    Row("from", _FROM, partial(addressed, "sent")),
    Row("dtg", regex(r"\(\d\d?\.\d\d?(?:\.\d{4})?,?\s+(?:at\s+)?\d\d?(?::\d\d)?\s+GMT\)")),
    Row("subject", _INFORMANT),
)


class Polish:
    """Reads ciphergrams of the Polish Foreign Ministry in translation."""

    name = "polish"

    def claim(self, source: Source, region: Span) -> Claim:
        """The more marks of the form stand in the first lines, the surer."""
        found = forms.marks(source.text, region, _FRONT, _MARKS, _CUES)
        return weighed(found, (), _REFUSED, least=0.72, step=0.1)

    def read(self, source: Source, region: Span) -> Reading:
        """The telegram with the facts of its header lines; days are read month first or day first as they fit one another."""
        made = forms.read(source.text, forms.units(source.text, region), _opened, _LAST)
        return Reading(made.cable(source, self.name), tuple(made.found))


def _opened(text: str, chunks: Sequence[Span]) -> Opening:
    """The header lines with their days settled; the sender is an author."""
    made = forms.opened(text, chunks, _ROWS)
    lines = [m for b in made.blocks for line in (_SENT, _RECEIVED) if (m := line.match(text, *b.spans[0]))]
    parts = [(name, m, clock) for m in lines for name, clock in (("sent", "hour"), ("received", "clock")) if m.groupdict().get(name)]
    days, found = settle([(name, m[name], Span(*m.span(name))) for name, m, _ in parts])
    made.found += found
    for (name, m, clock), day in zip(parts, days, strict=True):
        if day is None:
            continue
        hour = m[clock]
        value = f"{day}T{hour.replace('.', ':'):0>5}:00" if hour and int(hour[:-3]) < 24 else day
        where = Span(m.start(name), m.end(clock) if hour else m.end(name))
        made.mentions.append(Mention(where, "date", attrs={"when": value}))
        made.fields.append(Field(f"{name}/date", "", None, "header line", {"when": value}))
        if name == "sent":
            made.fields.append(Field("created", phrase(text, *where), where, "header line", {"when": value}))
    made.fields += [Field("author", f.value, f.span, f.origin) for f in made.fields if f.name == "sent/persName"]
    return made


part = Polish()
