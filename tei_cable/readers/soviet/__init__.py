"""A Soviet cipher telegram: class, copy number, "CIPHERED TELEGRAM", "Spec. No."; or a heading sentence, as an archive's edition prints it."""

import re
from collections.abc import Sequence
from functools import partial

from tei_cable.model import Field, Source, Span
from tei_cable.readers import Claim, Reading, weighed
from tei_cable.text import forms
from tei_cable.text.dates import when
from tei_cable.text.forms import Last, Row
from tei_cable.text.headings import Heading
from tei_cable.text.layout import trim
from tei_cable.text.opening import Opening
from tei_cable.text.regex import regex

_FRONT, _END = 1500, 600
_CUES = ("spec. no", "spec.no", "special no", "cipher", "coded telegram", "ing copies", "copy n", "production")
_MARKS = (
    (
        "the prohibition of copies",
        regex(r"(?i:\bmaking (?:of )?copies (?:is )?prohibited|\breproduction (?:is )?prohibited)"),
    ),
    ("a copy number", regex(r"(?i:\bcopy\s?no\.?\s?\d)")),
    (
        "“CIPHERED TELEGRAM”",
        regex(r"\b(?:CIPHER(?:ED)?|CODED) TELEGRAM\b|^\s*(?:Cipher(?:ed)?|Coded) [Tt]elegram\s*$", re.MULTILINE),
    ),
    ("“Spec. No.”", regex(r"\bSpec(?:ial)?\.? [Nn]o\.?\s?\d|\bSPEC(?:IAL)?\.? NO\.?\s?\d")),
    (
        "a heading “Ciphered telegram from …”",
        regex(r"^\s*(?:\d{1,3}\.\s)?(?:Cipher(?:ed)?|Coded) [Tt]elegram [Ff]rom\b", re.MULTILINE),
    ),
)
_SHELVED = ("an archive's shelf mark", regex(r"\b(?:RGANI|AVP ?RF|AVP|RGASPI|APRF|TsKhSD|TsAMO)\b.{0,40}\b[FfLlDd]\."))
_OWN = ("“CIPHERED TELEGRAM”", "“Spec. No.”")

_CLASS = regex(
    r"(?P<class>(?:TOP |STRICTLY )?SECRET|CONFIDENTIAL)\.?(?=\s*$|\s+[A-Z\[\d])|"
    r"(?:Top |Strictly )?[Ss]ecret\.?(?=\s*$|\s+(?:Copy|Making|Urgent|Spec))"
)
_PRECEDENCE = regex(
    r"(?P<precedence>(?:TOP|Top|HIGHEST|Highest|First|FIRST) (?:PRIORITY|Priority))\.?(?=\s*$|\s+[A-Z\[])|"
    r"(?:(?:VERY|Very|EXTREMELY|Extremely|MOST|Most) )?(?:URGENT|Urgent)\.?(?=\s*$|\s+(?:Copy|COPY|Spec|TOP|SECRET|Making|CIPHER))|"
    r"(?:OUT OF TURN|Out of turn)\.?(?=\s*$)"
)
_TITLE = regex(r"(?:CIPHER(?:ED)?|CODED) TELEGRAM(?: NO\.? ?\d+)?\b|(?:Cipher(?:ed)?|Coded) [Tt]elegram(?=\s*$)")
_NUMBER = regex(r"Spec(?:ial)?\.?\s?[Nn]os?\.?\s?(?P<number>\d+(?:\s?[-\u2013,]\s?\d+)*)", re.IGNORECASE)
# The telegraph's line: place, its own numbers, hour and minute, day, month and year of receipt.
_RELAY = regex(
    r"(?P<place>[A-Z][A-Z ]{3,20}) \d{3,6}\s(?P<hour>[0-2]?\d)\s(?P<minute>[0-5]\d)\s(?P<day>[0-3]?\d)\s(?P<month>[IVX]{1,4})\s(?P<year>\d\d)\s*$"
)
_RELAYED = regex(r"\d{5}(?:\s\d{5}){0,5}\s*$")
_DATED = regex(r"(?P<date>\d{1,2}\s+[A-Z][a-z]{2,8},?\s+\d{4}|\d{1,2}\.[IVX]{1,4}\.\d{2,4}),?\s+(?P<place>[A-Z][a-z]+(?:[\s-][A-Z][a-z]+)?)\s*$")
_HEADER_LINE = regex(r"^[^\S\n]*(?:Spec|SPEC|TOP SECRET|SECRET|Secret|Top |Copy|Urgent|URGENT|Making)", re.MULTILINE)
_SENTENCE = regex(
    r"(?:\d{1,3}\.\s)?[Cc](?:ipher(?:ed)?|oded) [Tt]elegram [Ff]rom\s+(?:the\s+)?(?P<sender>.{3,200}?)"
    r"(?:,?\s+to\s+(?:the\s+)?(?P<recipient>(?:(?!\sto\s).){3,200}?))(?=,?\s+(?:regarding|concerning|about|on|with)\b|[.,;]?\s*$)",
    re.DOTALL,
)
_NAME = r"(?P<name>(?:[A-Z]\.\s?){0,2}[A-Z][\w'\u2019-]+)"
_LAST = (
    Last("reference", forms.DESK),
    Last("archive", forms.SHELF),
    Last(
        "signed",
        regex(
            r"(?P<date>\d{1,2}\.(?:[IVX]{1,4}|\d{1,2})\.(?:19)?\d\d|\d{1,2}\s+[A-Z][a-z]{2,8}(?:,?\s+19\d\d)?)(?:\s?g\.)?,?\s+"
            rf"(?:\[(?:signature|signed)\]\s*)?{_NAME}"
        ),
    ),
    Last("signed", regex(rf"\[(?:signature|signed)\]\s*{_NAME}")),
)


def _stated(name: str, made: Opening, m: re.Match[str]) -> None:
    made.add(name, m[0].rstrip("."), Span(m.start(), m.start() + len(m[0].rstrip("."))))


def _relayed(made: Opening, m: re.Match[str]) -> None:
    if day := when(f"{m['day']}.{m['month']}.{m['year']}").get("when"):
        made.add(
            "received/date",
            "",
            None,
            {"when": f"{day}T{int(m['hour']):02}:{m['minute']}:00"} if int(m["hour"]) < 24 else {"when": day},
        )
    made.fields.append(Field("sent/placeName", m["place"], Span(*m.span("place")), "header line"))


_ROWS = (
    Row("class", _CLASS, partial(_stated, "class")),
    Row("handling", forms.COPYING),
    Row("handling", forms.COPY),
    Row("stamp", forms.HANDWRITTEN),
    Row("head", _TITLE),
    Row("number", _NUMBER, forms.state),
    Row("precedence", _PRECEDENCE, partial(_stated, "precedence")),
    Row("stamp", _RELAY, _relayed),
    Row("stamp", _RELAYED),
    Row("dateline", _DATED, forms.dated),
)
_REFUSED = Claim(
    0,
    "There are no marks of a Soviet cipher telegram (“CIPHERED TELEGRAM”, “Spec. No.”, a copy number, a ban on copies).",
)


class Soviet:
    """Reads cipher telegrams of the Soviet Foreign Ministry in translation."""

    name = "soviet"

    def claim(self, source: Source, region: Span) -> Claim:
        """The more marks of the form stand in the first lines, the surer."""
        text = source.text
        front = text[region.start : min(region.end, region.start + _FRONT)].lower()
        if not any(cue in front for cue in _CUES):
            return _REFUSED
        found = forms.marks(text, region, _FRONT, _MARKS)
        if found:
            found += forms.marks(text, Span(max(region.start, region.end - _END), region.end), _END, [_SHELVED])
        return weighed(found, _OWN, _REFUSED)

    def read(self, source: Source, region: Span) -> Reading:
        """The telegram with the facts of its header lines."""
        chunks = forms.units(source.text, region)
        made = forms.read(source.text, chunks, partial(forms.opened, rows=_ROWS), _LAST, _heading(source.text, chunks))
        return Reading(made.cable(source, self.name), tuple(made.found))


def _heading(text: str, chunks: Sequence[Span]) -> Heading | None:
    """The sentence "Ciphered telegram from … to … regarding …" above the header lines."""
    if not chunks or not _MARKS[-1][1].match(text, *chunks[0]):
        return None
    first = chunks[0]
    below = _HEADER_LINE.search(text, *first)
    whole = trim(text, first.start, below.start() if below else first.end)
    said = _SENTENCE.match(text, *whole)
    if said is None:
        return None
    sender, recipient = Span(*said.span("sender")), Span(*said.span("recipient"))
    return Heading((whole,), None, whole, None, sender=sender, recipients=(recipient,), form="a sentence that names a ciphered telegram")


part = Soviet()
