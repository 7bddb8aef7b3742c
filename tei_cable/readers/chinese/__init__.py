"""A Chinese telegram: "Incoming Telegram of Foreign Ministry", "Grade:", "From the transmitter-receiver in …"; or only "[To] Ambassador X:"."""

import re
from collections.abc import Sequence

from tei_cable.model import Field, Source, Span
from tei_cable.readers import Claim, Reading, weighed
from tei_cable.text import forms
from tei_cable.text.addresses import named
from tei_cable.text.closing import Closing
from tei_cable.text.forms import Last, Row
from tei_cable.text.layout import lines, phrase, trim
from tei_cable.text.opening import Opening
from tei_cable.text.regex import regex
from tei_cable.text.telegram import read

_FRONT = 1500
_CUES = (
    "transmitter", "Telegram of", "[To]", "Foreign Ministry Incoming", "Foreign Ministry Outgoing", "To the Foreign Min", "[Chinese]", "Grade:",
    "other embassies",
)  # fmt: skip
_TITLE = regex(r"(?:Incoming|Outgoing) Telegrams? of (?:the )?Foreign Ministry")
_NUMBER = regex(
    r"Foreign Ministry (?:Incoming|Outgoing)\s?\(\d\d\)\s?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)?\s*"
    r"No\.?\s?(?P<number>\d{1,6})"
)
_GRADE = regex(r"Grade\s?:\s*(?P<precedence>(?:[A-Z][a-z]+ )?(?:[Uu]rgent|[Pp]rior|[Oo]rdinary|[Rr]outine|[Ff]lash)(?:\s?(?:&|and)\s?[A-Z]?[a-z]+)?)")
_POST = regex(r"From the transmitter-receiver (?:in|of|at) (?P<who>[A-Z][\w.'\u2019-]*(?:\s[A-Z][\w.'\u2019-]*(?=\s*$)){0,3})")
_TO = regex(
    r"(?:\[?To\]?:?\s+(?:the\s+)?(?P<who>[A-Z\[][^:\n]{2,160}?)\s?[:\uff1a]|"
    r"(?P<all>(?:All )?Embass(?:y|ies)(?: in [A-Z]\w+)?[^:\n.]{0,120}[,:]))(?=\s*$|\s+[A-Z\[\"\u201c(\d])"
)
_MARKS = (
    ("“Telegram of Foreign Ministry”", _TITLE),
    ("the ministry's number", _NUMBER),
    ("the transmitter-receiver", regex(r"\btransmitter-receiver\b")),
    ("a grade", _GRADE),
    (
        "an address “[To] Ambassador …:”",
        regex(
            r"(?:^|\s)\[To\]:?\s+(?:the\s)?[A-Z][^:\n]{2,160}:|"
            r"^\s*(?:All )?Embass(?:y|ies) in [A-Z][^:\n.]{2,120}[,:]\s*$|"
            r"^\s*To the (?:\[?Chinese\]? )?(?:Foreign Ministry|Embass(?:y|ies))[^:\n]{0,160}:",
            re.MULTILINE,
        ),
    ),
    (
        "the sender “[Chinese] Foreign Ministry”",
        regex(r"^\s*(?:\[Chinese\]|\(Chinese\)) Foreign Ministry\b|^\s*Foreign Ministry\s*$", re.MULTILINE),
    ),
)
_OMITTED = regex(r"\[(?:\.{3,4}|\u2026)\]\s*$")
_FILE = regex(r"[A-Z]{4,}(?: [A-Z]{3,}){1,4} No\.?\s?\d{1,5}")
_FILED = regex(r"\d{1,2}\s+[A-Z][a-z]+,?\s+(?:19)\d\d(?=\s*$|\s+In the charge)")
_DATE = r"(?:\d{1,2}\s+[A-Z][a-z]{2,8},?\s+19\d\d|[A-Z][a-z]{2,8}\s+\d{1,2},\s+19\d\d)"
_LAST = (
    Last("dateline", regex(rf"{_DATE}\.?")),
    Last(
        "signed",
        regex(
            r"(?P<name>(?:\[(?:PRC|Chinese|Chinese Communist Party)\]\s*|Chinese\s)?"
            r"(?:Foreign Ministry|Ministry of Foreign Affairs|Central Committee|Embassy in [A-Z]\w+))"
        ),
    ),
)
# Characters and runs of lines in which a title stands above "To the Foreign Ministry:".
_LONGEST, _UNITS = 300, 3
_REFUSED = Claim(
    0,
    "There are no marks of a Chinese telegram (“Incoming Telegram of Foreign Ministry”, “transmitter-receiver”, “[To] Ambassador …:”).",
)


def _party(made: Opening, m: re.Match[str]) -> None:
    where = Span(*m.span("who" if m["who"] else "all"))
    words = m.string[slice(*where)].rstrip(" ,:")
    where = Span(where.start, where.start + len(words))
    if titled := re.match(r"(?:Ambassador|Comrade|Minister|Charg[eé](?: d['\u2019]Affaires)?)\s+(?=[A-Z\[])", words):
        made.add("received/persName", words[titled.end() :], Span(where.start + titled.end(), where.end))
        made.add("received/roleName", titled[0].rstrip(), Span(where.start, where.start + len(titled[0].rstrip())))
    else:
        named("received", made, m.string, where)


def _approved(made: Opening, m: re.Match[str]) -> None:
    made.add(m["deed"].lower(), m["name"], Span(*m.span("name")))


_ROWS = (
    Row("handling", _OMITTED),
    Row(
        "class",
        regex(r"(?P<class>(?:Top |TOP )?(?:Secret|SECRET)|Confidential|CONFIDENTIAL)(?=\s*$|\s+\[To\])"),
        forms.state,
    ),
    Row("handling", _FILE),
    Row("stamp", _FILED),
    Row("action", regex(r"In the charge of .{3,80}?(?=\s*$|\s+(?:Incoming|Outgoing)\b)")),
    Row("head", _TITLE),
    Row(
        "handling",
        regex(r"(?:Before Sending|Sent|Copied to|Cc)\s?:\s*.{2,80}?(?=\s*$|\s+(?:Approved|Sent|Foreign Ministry)\b)"),
    ),
    Row(
        "handling",
        regex(
            r"(?P<deed>Approved|Drafted|Cleared)(?: by)?\s?:\s*(?P<name>[A-Z]\w+(?:\s[A-Z]\w+){0,2}?)(?=\s*$|\s+(?:Sent|Approved|Foreign Ministry)\b)"
        ),
        _approved,
    ),
    Row("precedence", _GRADE, forms.state),
    Row("from", _POST, forms.states("sent/placeName")),
    Row("number", _NUMBER, forms.state),
    Row("to", _TO, _party),
)


class Chinese:
    """Reads telegrams between the Chinese Foreign Ministry and its missions in translation."""

    name = "chinese"

    def claim(self, source: Source, region: Span) -> Claim:
        """The more marks of the form stand in the first lines (the sender's name also in the last), the surer."""
        found = forms.marks(source.text, region, _FRONT, _MARKS, _CUES)
        return weighed(found, (_MARKS[2][0], _MARKS[4][0]), _REFUSED)

    def read(self, source: Source, region: Span) -> Reading:
        """The telegram with the facts of its header lines."""
        made = read(source.text, forms.units(source.text, region), None, _opened, _closed)
        if not any(f.name.startswith("sent/") and f.name.endswith("Name") for f in made.fields):
            # it is the ministry or a mission that signs
            made.fields += [
                Field("sent/orgName", phrase(source.text, *s), s, "signature") for b in made.blocks if b.kind == "closer/signed" for s in b.spans
            ]
        return Reading(made.cable(source, self.name), tuple(made.found))


def _opened(text: str, chunks: Sequence[Span]) -> Opening:
    """The header lines; a title stands between the number and the address."""
    made = forms.opened(text, chunks, _ROWS)
    below = made.rest[:_UNITS]
    if not made.blocks or made.blocks[-1].attrs.get("type") == "to":
        return made
    title: list[Span] = []
    for line in (line for chunk in below for line in lines(text, chunk)):
        if _TO.match(text, *line):
            break
        if line.end - line.start > _LONGEST:
            return made
        title.append(line)
    else:
        return made
    if not title or len(title) > _UNITS:
        return made
    forms.entitled(text, title, made)
    rest = (trim(text, max(c.start, title[-1].end), c.end) for c in made.rest if c.end > title[-1].end)
    more = forms.opened(text, [c for c in rest if c.start < c.end], _ROWS)
    more.blocks, more.mentions, more.fields = (
        made.blocks + more.blocks,
        made.mentions + more.mentions,
        made.fields + more.fields,
    )
    return more


def _closed(text: str, chunks: Sequence[Span]) -> Closing:
    made = forms.closed(text, chunks, _LAST)
    # the name of a body, which makes no person the sender
    made.signed = None
    return made


part = Chinese()
