"""What stands before a telegram's text: dateline and header lines (class, precedence, from, to, subject …), each a block of the opener."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tei_cable.model import Block, Diagnostic, Field, Mention, Span
from tei_cable.text.dateline import dateline
from tei_cable.text.dates import FULL_DAY, match, when
from tei_cable.text.headerlines import CAVEAT, PRECEDENCE, STRONG, WORDS, Line, header_line, stated
from tei_cable.text.headings.sides import side
from tei_cable.text.layout import MARKER, lines, phrase
from tei_cable.text.moments import moment, sent_on
from tei_cable.text.parties import party
from tei_cable.text.regex import regex

_PLACES = regex(r"[^,;]+")
_POST = regex(
    r"(?:AM(?:EMB|CON)|SECSTATE|SECDEF|US[A-Z]{2,}|CINC|COM[A-Z]{3,}|DEPT|EMBASSY|CONSUL|JCS\b|DOD\b)|"
    r".*\b(?:Embassy|Department|Mission|Consulate|Legation|Ministry)\b"
)
_PERSON = regex(r"\s*(?P<name>(?:\[[^\]]*\]|[A-ZÀ-ÖØ-Þ][\w.'\u2019-]*)(?:\s+(?:\[[^\]]*\]|[A-ZÀ-ÖØ-Þ][\w.'\u2019-]*)){0,4})\s*")
_MARKERS = regex(MARKER)
_ADDED = regex(rf",?\s*({CAVEAT}|{PRECEDENCE})\s*\.?$", re.IGNORECASE)
# "FROM CAIRO TO FOREIGN OFFICE", but not "FROM THE AMBASSADOR TO RURITANIA".
_BOTH = regex(
    r"(?!.*\b(?:AMBASSADOR|MINISTER|COMMISSIONER|CONSUL|CHARG|SECRETARY|DELEGATE))\s*"
    r"(?P<sender>\S.*?)\s+TO\s+(?:THE\s+)?(?P<recipient>\S.*?)\s*"
)
_ARTICLE = regex(r"\s*THE\s+")
_STYLED = regex(r"(?:Sir|Lord|Viscount|Earl|Mr\.?|Mrs\.?|Miss|Dr\.?|M\.)\s(?:[A-Z][\w.'\u2019-]*\s?){1,5}")
# A person behind a comma is another, and no office of the first.
_TITLED = regex(r"(?:Comrade|Cde\.|Mr\.?|Mrs\.?|Dr\.?|Sir|Lord|General|Marshal|Ambassador|Minister)\s[A-Z]")
_ANOTHER = regex(rf",\s+(?={_TITLED.pattern})")
_SEATED = regex(r"([^,]*\b(?:Department|Ministry|Embassy|Office)\b[^,]*),\s*([A-Z][\w. ]+?)\s*")
# The end of a dateline that a line end cuts.
_CUT_OFF = regex(r"(?:\d{4}\b.{0,22}|(?:\d{1,2}\s?)?[ap]\.\s?m\.?.{0,3}|(?:noon|midnight)\b.{0,3})")
# "D. 3.15 p.m." is when the telegram went off, "R. 4.20 p.m." when it came.
_RECEIPT = regex(r"(?:(?P<sent>\bD\.|[Dd]espatched|[Dd]ispatched)|(?P<received>\bR\.|[Rr]eceived|RECEIVED|[Rr]eçu|[Aa]nkunft))\s?:?\s*")
_DATED = regex(r"\bDated?\s+", re.IGNORECASE)
# Lines that count as header only where a line end ends their sentence too.
_LOOSE = ("Following", "For ", "Pour", "Personal", "Your", "Our", "My ", "Ref", "Addressed", "Repeated", "Sent")
_LONGEST_LINE, _MOST_LINES = 160, 60
# Characters: the longest subject that has no label; the longest end of a dateline.
_SUBJECT, _END = 90, 26
# Words of a subject that ends in a full stop.
_FEW = 5


@dataclass(slots=True)
class Opening:
    """The opener's blocks, mentions, fields and findings, and the paragraphs that remain for the text."""

    rest: list[Span]
    blocks: list[Block] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)

    def add(self, name: str, value: str, span: Span | None = None, attrs: dict[str, str] | None = None) -> None:
        """A header field that a line states."""
        self.fields.append(Field(name, phrase(value, 0, len(value)), span, "header line", attrs or {}))


def opening(text: str, chunks: Sequence[Span], near: str = "") -> Opening:
    """Take the dateline and the header lines off the front of a text.

    Lines such as "Subject:" count only together with one that nothing but a header has (a class, "From:", a date-time group): alone they
    may begin an edition's running text. `near` is the day (ISO 8601) that is known from elsewhere: times without a day are of it.
    """
    made = Opening(list(chunks))
    found = _front(text, chunks)
    if not any(line.kind in STRONG or line.kind == "stamp" and text[line.span.start] in "[(" for _, _, line in found):
        while found and found[-1][2].kind != "dateline":
            found.pop()
    for _, _, known in found:
        _take(text, known, made)
    _times(text, made, near)
    if found:
        last, row, _ = found[-1]
        rows = [r for r in lines(text, chunks[last]) if r.start >= row.end]
        made.rest = [*([Span(rows[0].start, chunks[last].end)] if rows else []), *chunks[last + 1 :]]
    return made


def _front(text: str, chunks: Sequence[Span]) -> list[tuple[int, Span, Line]]:
    """The header lines at the front, each with the number of its paragraph and the row that it ends in."""
    found: list[tuple[int, Span, Line]] = []
    subject, waits = False, ""
    for i, chunk in enumerate(chunks):
        if chunk.end - chunk.start > _LONGEST_LINE * _MOST_LINES:
            break
        rows = lines(text, chunk)[: _MOST_LINES + 1]
        read, used = _read(text, rows, waits)
        if not used and (kind := _alone(text, rows, chunks[i + 1 :], subject, bool(found))):
            read, used, subject = [(rows[0], Line(rows[0], kind))], 1, subject and kind != "subject"
        found += ((i, row, line) for row, line in read)
        if used < len(rows):
            break
        subject = subject or any(line.shared for _, line in read)
        waits = _awaits(text, read[-1][1])
    return found


def _read(text: str, rows: Sequence[Span], waits: str) -> tuple[list[tuple[Span, Line]], int]:
    """The header lines at the front of a run of lines, each with the row that it ends in, and how many rows they are.

    `waits` is the type of the line above whose value is still to come.
    """
    found: list[tuple[Span, Line]] = []
    i = 0
    while i < len(rows):
        whole = _whole(text, rows, i)
        known = header_line(text, whole or rows[i])
        if waits and not known and rows[i].end - rows[i].start <= _LONGEST_LINE:
            known = (Line(rows[i], waits),)
        if not known or _is_cut(text, rows, i, known[0]):
            break
        i += 2 if whole else 1
        found += ((rows[i - 1], line) for line in known)
        waits = _awaits(text, known[-1])
    return found, i


def _whole(text: str, rows: Sequence[Span], i: int) -> Span | None:
    """A row with the next, when a line end cuts a dateline: "Cairo, May 13, 1953—7 / p. m."."""
    if i + 1 == len(rows) or rows[i + 1].end - rows[i + 1].start > _END or not _CUT_OFF.fullmatch(text, *rows[i + 1]):
        return None
    both = Span(rows[i].start, rows[i + 1].end)
    return both if dateline(text, both) else None


def _is_cut(text: str, rows: Sequence[Span], i: int, known: Line) -> bool:
    """Whether a line that looks like a header line is running text that a line end cuts: "For some time we have / been …"."""
    if known.kind not in ("handling", "reference", "info") or i + 1 == len(rows) or text[rows[i].end - 1] in ".:])":
        return False
    return text.startswith(_LOOSE, rows[i].start) and not header_line(text, rows[i + 1])


def _awaits(text: str, line: Line) -> str:
    """The type of a line such as "From:" whose value stands on the next line."""
    empty = line.kind in ("from", "to") and line.begins is not None and not text[line.begins.end() : line.span.end].strip()
    return line.kind if empty else ""


def _alone(text: str, rows: Sequence[Span], below: Sequence[Span], subject: bool, begun: bool) -> str:
    """What a paragraph of one short line is that nothing marks: the sender's name above further header lines, the subject above the text."""
    if len(rows) > 1 or not below or not begun or rows[0].end - rows[0].start > _SUBJECT or not text[rows[0].start].isupper():
        return ""
    if _STYLED.fullmatch(text, *rows[0]):
        return "from" if header_line(text, lines(text, below[0])[0]) else ""
    words = _MARKERS.sub("", text[slice(*rows[0])]).split()
    return "subject" if subject and (words[-1][-1] not in ".:;?!" or len(words) <= _FEW and words[-1][-1] == ".") else ""


def _take(text: str, known: Line, made: Opening) -> None:
    """Make a line a block, and what it states fields."""
    line, kind, m, said, _ = known
    if said:
        made.blocks.append(Block("opener/dateline", (line,)))
        made.mentions += said.mentions
        made.fields += said.fields
        return
    if kind == "head":
        made.blocks.append(Block("head", (line,)))
        _headed(text, line, made)
        return
    made.blocks.append(Block("opener/seg", (line,), {"type": kind}))
    end = m.end() if m else line.start
    # markers of notes stay out of names; every character keeps its place
    words = _MARKERS.sub(lambda x: " " * len(x[0]), text[end : line.end])
    if kind in ("from", "to"):
        _address(words, end, "sent" if kind == "from" else "received", made)
    elif kind == "info":
        _copies(words, end, made)
    elif kind == "number" and m and m["number"] != "unnumbered":
        made.add("number", m["number"], Span(*m.span("number")))
    elif kind == "subject":
        made.add("title", words, Span(end, line.end))
        made.add("subject", words, Span(end, line.end))
    elif kind == "dtg" and m:
        _group(m, made)
    else:
        _stated(text, line, made)


def _headed(text: str, line: Span, made: Opening) -> None:
    """The date that a second heading gives: "Text of a Telegram From the Foreign Office Dated October 27th, 1945"."""
    dated = _DATED.search(text, *line)
    found = match(text, dated.end()) if dated else None
    if dated and found and found.end <= line.end:
        where = Span(dated.end(), found.end)
        made.mentions.append(Mention(where, "date", attrs=found.attrs))
        made.add("created", text[slice(*where)], where, found.attrs)
        made.add("sent/date", "", None, found.attrs)


def _stated(text: str, line: Span, made: Opening) -> None:
    """Class, precedence and caveat that a line states."""
    if stated(text, line):
        for m in WORDS.finditer(text, *line):
            made.add(m.lastgroup or "", m[m.lastgroup or 0], Span(*m.span(m.lastgroup or 0)))


def _times(text: str, made: Opening, near: str) -> None:
    """When the telegram went off and came, from the lines that note it; a dateline without a time takes it from there."""
    for block in [b for b in made.blocks if b.attrs.get("type") == "stamp"]:
        line = block.spans[0]
        notes = list(_RECEIPT.finditer(text, *line))
        # a stamp of release notes no times
        for m, after in zip(notes, [*(n.start() for n in notes[1:]), line.end][: len(notes)], strict=True):
            day = sent_on(made.fields) or near
            # "D. 3.15 p.m. / R. 4.20 p.m., 5 June": the day stands once
            end, attrs = moment(text, Span(m.end(), after), day or moment(text, line, "")[1].get("when", "")[:FULL_DAY])
            if attrs:
                where = Span(m.end(), end)
                made.mentions.append(Mention(where, "date", attrs=attrs))
                if m["sent"]:
                    _timed(text, made, where, attrs)
                made.add(f"{'sent' if m['sent'] else 'received'}/date", "", None, attrs)


def _timed(text: str, made: Opening, where: Span, attrs: dict[str, str]) -> None:
    """Give the day of sending the time that is noted apart from it."""
    known = [i for i, f in enumerate(made.fields) if f.name in ("created", "sent/date")]
    for i in known:
        f = made.fields[i]
        if "T" not in f.attrs.get("when", "T") and attrs["when"].startswith(f"{f.attrs['when']}T"):
            made.fields[i] = f._replace(attrs=attrs, origin=f"{f.origin}; header line")
    if not known:
        made.add("created", text[slice(*where)], where, attrs)


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
    for m in _ADDED.finditer(words):
        if given := WORDS.match(m[1]):
            made.add(given.lastgroup or "", m[1], Span(at + m.start(1), at + m.end(1)))
        words = words[: m.start()]
    if not words.strip():
        return
    if another := _ANOTHER.search(words):
        _address(words[: another.start()], at, action, made)
        _address(words[another.end() :], at + another.end(), action, made)
        return
    if action == "sent" and words.isupper() and (both := _BOTH.fullmatch(words)):
        made.fields += side("sent", both["sender"], at + both.start("sender"), "header line")
        made.fields += side("received", both["recipient"], at + both.start("recipient"), "header line")
        return
    if words.isupper() and (article := _ARTICLE.match(words)):
        made.fields += side(action, words[article.end() :], at + article.end(), "header line")
        return
    seat = _SEATED.fullmatch(words)
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
            kind = "orgName" if _POST.match(name) else "persName" if _TITLED.match(name) else "placeName"
            made.add(f"forwarded/{kind}", name, Span(start, start + len(name)))
