"""What stands before a telegram's text: dateline and header lines (class, precedence, from, to, subject …), each a block of the opener."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tei_cable.model import Block, Field, Mention, Span
from tei_cable.text.dateline import Dateline, dateline
from tei_cable.text.dates import when
from tei_cable.text.layout import MARKER, lines, phrase
from tei_cable.text.parties import party

_CLASS = (
    r"(?:top secret|secret|confidential|restricted|unclassified|(?:limited )?official use(?: only)?|tr[eè]s secret|confidentiel|(?:streng )?geheim|"
    r"segret(?:o|issimo)|secreto|совершенно секретно|секретно)"
)
_PRECEDENCE = (
    r"(?:flash|niact|immediate|priority|routine|deferred|emergency|(?:us |most )?urgent|top priority|most immediate|operational immediate|"
    r"tr[eè]s urgent|extr[eê]mement urgent|dringend)"
)
_CAVEAT = (
    r"(?:limdis|exdis|nodis|noforn|stadis|eyes only|limit(?:ed)? distribution|no distribution|no foreign dissem|roger channel|presidential handling|"
    r"verbatim text|diffusion restreinte|r[eé]serv[eé]|and personal|personal)"
)
_BETWEEN = r"[\s.,;/\u2013\u2014-]+"
_WORDS = re.compile(rf"(?:(?P<class>{_CLASS})|(?P<precedence>{_PRECEDENCE})|(?P<caveat>{_CAVEAT}))(?={_BETWEEN}|$)", re.IGNORECASE)
_STATED = re.compile(rf"(?:(?:{_CLASS}|{_PRECEDENCE}|{_CAVEAT})(?:{_BETWEEN}|$))+", re.IGNORECASE)
# type of line -> how it begins (or, with an end, how it is); the first that fits counts
_LINES = (
    ("from", re.compile(r"(?:From|De|Von|Da)\s*:\s*|(?:FM|FROM)\s*:?\s+")),
    ("to", re.compile(r"(?:To|À|An|A)\s*:\s*|TO\s*:?\s+(?=[A-Z\[])")),
    ("info", re.compile(r"(?:Info(?:rmation)?|Copies for information)\s*:\s*|INFO\s*:?\s+")),
    ("action", re.compile(r"(?:Action|Origin)\s*:\s*|(?:ACTION|ORIGIN)\s*:?\s+")),
    ("subject", re.compile(r"(?:SUBJ(?:ECT)?|Subj(?:ect)?|Objet|Betreff|Oggetto|Asunto)\s*:\s*")),
    ("reference", re.compile(r"(?:REFS?|REFERENCES?|Refs?|References?)\s*[:.]\s*")),
    ("tags", re.compile(r"TAGS?\s*:\s*")),
    ("authority", re.compile(r"E\.?\s?O\.?\s?\d{4,5}\b")),
    ("dtg", re.compile(r"(?P<precedence>[ZOPRYW](?:\s[ZOPRYW])*\s+)?(?P<group>\d{6}\s?Z\s+[A-Z]{3}\s+\d{2,4})\b.{0,20}$")),
    ("handling", re.compile(r"(?:Making Copies|Cop(?:y|ies) No)(?=.{1,80}$)")),
    ("number", re.compile(r"(?:[A-Z][a-z]+\.?\s){0,2}(?:No\.?|Number|Nr\.?|N[°º])\s*:?\s*(?P<number>[A-Z]{0,3}\d[\w/]*(?:\s?[-\u2013]\s?\d+)?)\.?$")),
    ("number", re.compile(r"[A-Z]{3,}(?: [A-Z]{3,}){0,2} (?P<number>\d{3,6})$")),
    ("stamp", re.compile(r"(?:RECEIVED|Received|DECLASSIFIED|Declassified)\b(?=.{4,80}$)")),
    ("handling", re.compile(r"(?:No distribution|NO DISTRIBUTION|In the charge of|For |Pour |Für |FOR )(?=.{1,80}$)")),
)
# Lines that say by themselves that a telegram's header stands here.
_HEAD = re.compile(r"(?:[A-Z]+ )?TELEGRAM|TELEGRAM(?: [A-Z]+)?")
_STRONG = frozenset({"head", "class", "precedence", "caveat", "from", "to", "info", "dtg", "authority", "tags", "number"})
_PLACES = re.compile(r"[^,;]+")
_POST = re.compile(
    r"(?:AM(?:EMB|CON)|SECSTATE|SECDEF|US[A-Z]{2,}|CINC|COM[A-Z]{3,}|DEPT|EMBASSY|CONSUL|JCS\b|DOD\b)|"
    r".*\b(?:Embassy|Department|Mission|Consulate|Legation|Ministry)\b"
)
_PERSON = re.compile(r"\s*(?P<name>(?:\[[^\]]*\]|[A-ZÀ-ÖØ-Þ][\w.'\u2019-]*)(?:\s+(?:\[[^\]]*\]|[A-ZÀ-ÖØ-Þ][\w.'\u2019-]*)){0,4})\s*")
_MARKERS = re.compile(MARKER)
_LONGEST_LINE, _MOST_LINES = 160, 60


class _Line(NamedTuple):
    """A header line: its type ("dateline", "head" for "CIPHERED TELEGRAM", else that of its `seg`), and what shows it."""

    span: Span
    kind: str
    begins: re.Match[str] | None = None
    said: Dateline | None = None


@dataclass(slots=True)
class Opening:
    """The opener's blocks, mentions and fields, and the paragraphs that remain for the text."""

    rest: list[Span]
    blocks: list[Block] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)

    def add(self, name: str, value: str, span: Span | None = None, attrs: dict[str, str] | None = None) -> None:
        """A header field that a line states."""
        self.fields.append(Field(name, phrase(value, 0, len(value)), span, "header line", attrs or {}))


def opening(text: str, chunks: Sequence[Span]) -> Opening:
    """Take the dateline and the header lines off the front of a text.

    Lines such as "Subject:" count only together with one that nothing but a header has (a class, "From:", a date-time group): alone they
    may begin an edition's running text.
    """
    made = Opening(list(chunks))
    strong = False
    for chunk in chunks:
        if chunk.end - chunk.start > _LONGEST_LINE * _MOST_LINES:
            break
        read: list[_Line] = []
        rows = lines(text, chunk)[: _MOST_LINES + 1]
        for line in rows:
            if (known := _line(text, line)) is None:
                break
            read.append(known)
        strong = strong or any(line.kind in _STRONG for line in read)
        while read and not strong and read[-1].kind != "dateline":
            read.pop()
        if not read:
            break
        for known in read:
            _take(text, known, made)
        made.rest.pop(0)
        if len(read) < len(rows):
            made.rest.insert(0, Span(rows[len(read)].start, chunk.end))
            break
    return made


def _line(text: str, line: Span) -> _Line | None:
    """A line of a header; None when it is text."""
    if line.end - line.start > _LONGEST_LINE:
        return None
    if _HEAD.fullmatch(text, *line):
        return _Line(line, "head")
    if _STATED.fullmatch(text, *line) and (first := _WORDS.match(text, *line)):
        return _Line(line, first.lastgroup or "")
    for kind, pattern in _LINES:
        if m := pattern.match(text, *line):
            return _Line(line, kind, m)
    said = dateline(text, line)
    return _Line(line, "dateline", None, said) if said else None


def _take(text: str, known: _Line, made: Opening) -> None:
    """Make a line a block, and what it states fields."""
    line, kind, m, said = known
    if said:
        made.blocks.append(Block("opener/dateline", (line,)))
        made.mentions += said.mentions
        made.fields += said.fields
        return
    if kind == "head":
        made.blocks.append(Block("head", (line,)))
        return
    made.blocks.append(Block("opener/seg", (line,), {"type": kind}))
    end = m.end() if m else line.start
    # markers of notes stay out of names; every character keeps its place
    words = _MARKERS.sub(lambda x: " " * len(x[0]), text[end : line.end])
    if kind in ("from", "to"):
        _address(words, end, "sent" if kind == "from" else "received", made)
    elif kind == "info":
        _copies(words, end, made)
    elif kind == "number" and m:
        made.add("number", m["number"], Span(*m.span("number")))
    elif kind == "subject":
        made.add("title", words, Span(end, line.end))
    elif kind == "dtg" and m:
        _group(m, made)
    elif kind == "stamp":
        if words[:1].isspace() and (attrs := when(words)) and text[line.start : end].lower() == "received":
            made.add("received/date", "", None, attrs)
    else:
        _stated(text, line, made)


def _stated(text: str, line: Span, made: Opening) -> None:
    """Class, precedence and caveat that a line states."""
    if _STATED.fullmatch(text, *line):
        for m in _WORDS.finditer(text, *line):
            made.add(m.lastgroup or "", m[0], Span(*m.span()))


def _group(m: re.Match[str], made: Opening) -> None:
    """A date-time group: an instant, and the precedence before it."""
    attrs = when(" ".join(m["group"].split()))
    where = Span(*m.span("group"))
    if m["precedence"]:
        made.add("precedence", m["precedence"])
    if attrs:
        made.mentions.append(Mention(where, "date", attrs=attrs))
        made.add("created", m["group"], where, attrs)
        made.add("sent/date", "", None, attrs)


def _address(words: str, at: int, action: str, made: Opening) -> None:
    """The party that "From:" or "To:" names; a caveat after it."""
    for m in re.finditer(rf",?\s*({_CAVEAT}|{_PRECEDENCE})\s*\.?$", words, re.IGNORECASE):
        if stated := _WORDS.match(m[1]):
            made.add(stated.lastgroup or "", m[1], Span(at + m.start(1), at + m.end(1)))
        words = words[: m.start()]
    seat = re.fullmatch(r"([^,]*\b(?:Department|Ministry|Embassy|Office)\b[^,]*),\s*([A-Z][\w. ]+?)\s*", words)
    if _POST.match(words) and not seat:
        stripped = words.strip()
        start = at + len(words) - len(words.lstrip())
        made.add(f"{action}/orgName", stripped, Span(start, start + len(stripped)))
        return
    found = party(action, seat[1] if seat else words, at, "header line")
    if [f.name for f in found] == [f"{action}/orgName"] and (person := _PERSON.fullmatch(words)):
        made.add(f"{action}/persName", person["name"], Span(at + person.start("name"), at + person.end("name")))
        return
    made.fields += found
    if seat:
        made.add(f"{action}/placeName", seat[2], Span(at + seat.start(2), at + seat.end(2)))


def _copies(words: str, at: int, made: Opening) -> None:
    """The addressees for information, one by one."""
    for m in _PLACES.finditer(words):
        name = m[0].strip().rstrip(".")
        if name:
            start = at + m.start() + len(m[0]) - len(m[0].lstrip())
            made.add(f"forwarded/{'orgName' if _POST.match(name) else 'placeName'}", name, Span(start, start + len(name)))
