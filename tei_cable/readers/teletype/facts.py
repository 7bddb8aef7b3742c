"""What the header lines of a telegram in teletype form say, as fields of the TEI header and as mentions in the lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tei_cable.model import Field, Mention, Span
from tei_cable.readers.teletype.groups import group
from tei_cable.readers.teletype.head import Row
from tei_cable.readers.teletype.marks import CAVEATS, CLASS, CLASSES, cut_words
from tei_cable.text.layout import phrase, trim
from tei_cable.text.regex import regex

_CLASS, _CAVEAT = regex(CLASS), regex(CAVEATS)
_PRECEDENCE = r"(?:NIACT IMMEDIATE|NIACT|FLASH|IMMEDIATE|PRIORITY|ROUTINE)"
_ROUTING = regex(r"RU[A-Z]{4,6}/\s*")
# What stands behind an addressee: precedence, the number of the circuit, a sign of transmission.
_BEHIND = regex(rf"(?:\s+(?:(?P<precedence>{_PRECEDENCE})|\d{{1,5}}|ZEN|ZFF\d?|BY POUCH|POUCH|UNN))+$")
_SEATED = regex(r"(?:AM ?EMB(?:ASSY)?|AM ?CONSUL(?:ATE)?|AMCONGEN|AMLEGATION|USLO|USINT|SECSTATE|SECDEF)\s+(?P<place>\S.*)")
_OFFICER = r"(?:(?:MR|MS|MRS|MISS|DR|AMB|GEN|COL|ADM)\.?\s)?[A-Z][A-Z.'\u2019]*(?:\s(?:JR|SR)\b\.?)?"
_PARTS = regex(r"(?:[^:\s]|\s(?!-))+")
_CLEARED = regex(rf"[A-Z][A-Z0-9]*(?:/[A-Z0-9-]+)*\s?(?::|\s-|-(?=\s))\s*(?P<name>{_OFFICER})(?::[A-Z]{{2,4}}\b)?")
_TELEGRAM = regex(r"(?:(?<=[\s(,;:.])|^)(?P<station>[A-Z][A-Z']{2,}(?: [A-Z][A-Z']{2,}){0,2})\s+(?:NO\.? )?(?P<n>\d{2,6})(?![\d/:-]|\.\d)(?!\s?Z\b)")
_FURTHER = regex(r"(?:,|\s+AND|;)\s+(?P<n>\d{3,6})(?![\d/:-])")
# Words in capitals before a number that name no post.
_NO_POST = frozenset(
    "JAN FEB MAR APR MAY JUN JUL AUG SEP SEPT OCT NOV DEC JANUARY FEBRUARY MARCH APRIL JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER "
    "PARA PARAS PARAGRAPH PAGE SECTION PART DATED OF AND THE NO ITEM RESOLUTION ARTICLE".split()
)
_EXECUTIVE_ORDERS = frozenset({"11652", "12065"})


@dataclass(slots=True)
class Facts:
    """Fields and mentions, and for the diagnostics a date-time group that is none, strange executive orders, and the station of the number."""

    text: str
    fields: list[Field] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    unreadable: Span | None = None
    orders: list[tuple[str, Span]] = field(default_factory=list)
    station: str = ""

    def first(self, name: str) -> Field | None:
        """The first field of that name, or None."""
        return next((f for f in self.fields if f.name == name), None)

    def add(self, name: str, span: Span, origin: str, attrs: dict[str, str] | None = None, value: str = "") -> None:
        """A field; of one that the header has already, only the place where it was found a second time."""
        value = value or phrase(self.text, *span)
        for i, f in enumerate(self.fields):
            if f.name == name and (f.value == value or name in ("title", "created", "number")):
                if f.value == value and origin not in f.origin:
                    self.fields[i] = Field(f.name, f.value, f.span, f"{f.origin}; {origin}", f.attrs)
                return
        self.fields.append(Field(name, value, span, origin, attrs or {}))


def facts(text: str, rows: Sequence[Row]) -> Facts:
    """What the rows of the telegram's own header say."""
    made = Facts(text)
    for row in rows:
        if reader := _READERS.get(row.name):
            reader(row, made)
    return made


def mentions(text: str, rows: Sequence[Row]) -> list[Mention]:
    """The mentions in the header lines of a telegram that is only quoted."""
    return facts(text, rows).mentions


def _class(row: Row, made: Facts) -> None:
    if m := _CLASS.match(made.text, *row.span):
        made.add("class", Span(*m.span()), "class line", value=_closed(m[0]))


def _closed(words: str) -> str:
    """A class without the blanks between its letters: "S E C R E T"."""
    bare = "".join(words.split())
    return next((c for c in CLASSES if "".join(c.split()) == bare), words)


def _caveat(row: Row, made: Facts) -> None:
    for m in _CAVEAT.finditer(made.text, *row.span):
        made.add("caveat", Span(*m.span()), "caveat line")


def _number(row: Row, made: Facts) -> None:
    m = row.match
    if m is None:
        return
    if m["class"]:
        made.add("class", Span(*m.span("class")), "line of the number", value=_closed(m["class"]))
    if m["n"]:
        made.station = made.station or phrase(m["station"], 0, len(m["station"]))
        made.add("number", Span(*m.span("n")), "header line")
        if any(f.name == "sent/placeName" and f.value == made.station for f in made.fields):
            # the post's place, and no reference to another telegram
            made.mentions.append(Mention(Span(*m.span("station")), "placeName"))
    if m["rest"]:
        _caveat(row._replace(span=Span(*m.span("rest"))), made)


def _group(row: Row, made: Facts) -> None:
    found = group(made.text, row.span)
    if found is None:
        return
    if found.precedence:
        for at in range(*found.precedence):
            if made.text[at].isalpha():
                made.add("precedence", Span(at, at + 1), "date-time group")
    attrs = {"when": found.when} if found.when else {}
    if attrs:
        made.mentions.append(Mention(found.span, "date", attrs=attrs))
        if not any(f.name == "sent/date" for f in made.fields):
            made.add("created", found.span, "date-time group", attrs)
            made.fields.append(Field("sent/date", "", None, "date-time group", attrs))
    else:
        made.unreadable = found.span


def _party(action: str, row: Row, made: Facts) -> None:
    """The post that a line names, its place, and the precedence behind it."""
    text = made.text
    span = trim(text, row.words, row.span.end)
    if m := _ROUTING.match(text, *span):
        span = trim(text, m.end(), span.end)
    if m := _BEHIND.search(text, *span):
        if m["precedence"]:
            made.add("precedence", Span(*m.span("precedence")), f"{row.kind} line")
        span = trim(text, span.start, m.start())
    if span.start >= span.end:
        return
    made.mentions.append(Mention(span, "orgName"))
    made.fields.append(Field(f"{action}/orgName", phrase(text, *span), span, f"{row.kind} line"))
    if m := _SEATED.fullmatch(text, *span):
        place = Span(*m.span("place"))
        made.mentions.append(Mention(place, "placeName"))
        if action != "forwarded":
            made.fields.append(Field(f"{action}/placeName", phrase(text, *place), place, f"{row.kind} line"))


def _officer(deed: str, row: Row, made: Facts) -> None:
    """The officer in "ARA/CAR:TAKLEINKAUF:JMA": after the office, before the typist."""
    parts = [m for m in _PARTS.finditer(made.text, row.words, row.span.end) if m[0].strip(" -")]
    if parts:
        made.add(deed, trim(made.text, *parts[1 if len(parts) > 1 else 0].span()), "header line")


def _cleared(row: Row, made: Facts) -> None:
    for m in _CLEARED.finditer(made.text, row.words, row.span.end):
        made.add("cleared", trim(made.text, *m.span("name")), "header line")


def _subject(row: Row, made: Facts) -> None:
    if (span := trim(made.text, row.words, row.span.end)) and span.start < span.end:
        made.add("title", span, "subject line", value=_joined(made.text, span))


def _joined(text: str, span: Span) -> str:
    """The words, those cut at line ends made whole."""
    kept, at = [], span.start
    for m in sorted(cut_words(text, span)):
        kept.append(text[at : m.span.start])
        at = m.span.end
    whole = "".join([*kept, text[at : span.end]])
    return phrase(whole, 0, len(whole))


def _reference(row: Row, made: Facts) -> None:
    for m in telegrams(made.text, Span(row.words, row.span.end)):
        made.mentions.append(m)
        words = phrase(made.text, *m.span)
        name = words if not words.isdigit() else f"{m.evidence} {words}"
        if not any(f.name == "cites" and f.value == name for f in made.fields):
            made.fields.append(Field("cites", name, None, "reference line", {"n": m.attrs["n"]}))


def telegrams(text: str, span: Span) -> Iterator[Mention]:
    """The telegrams that a line of references names; `evidence` is the post's name."""
    at = span.start
    while m := _TELEGRAM.search(text, at, span.end):
        at = m.end()
        words = m["station"].split()
        while words and words[0] in _NO_POST:
            words.pop(0)
        if not words or words[-1] in _NO_POST:
            continue
        start = m.start("station") + len(m["station"]) - len(m["station"].split(None, len(m["station"].split()) - len(words))[-1])
        yield Mention(Span(start, m.end("n")), "ref", attrs={"type": "telegram", "n": m["n"]}, evidence=" ".join(words))
        while more := _FURTHER.match(text, at, span.end):
            at = more.end()
            yield Mention(Span(*more.span("n")), "ref", attrs={"type": "telegram", "n": more["n"]}, evidence=" ".join(words))


def _order(row: Row, made: Facts) -> None:
    if row.match and row.match["n"] not in _EXECUTIVE_ORDERS:
        made.orders.append((row.match["n"], Span(*row.match.span("n"))))


_READERS = {
    "class": _class,
    "number": _number,
    "caveat": _caveat,
    "dtg": _group,
    "from": lambda row, made: _party("sent", row, made),
    "to": lambda row, made: _party("received", row, made),
    "info": lambda row, made: _party("forwarded", row, made),
    "drafted": lambda row, made: _officer("drafted", row, made),
    "approved": lambda row, made: _officer("approved", row, made),
    "cleared": _cleared,
    "subject": _subject,
    "reference": _reference,
    "authority": _order,
}
