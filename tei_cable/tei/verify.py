"""The fidelity certificate: is every character of a source in a TEI file, and nothing else?

This check knows neither readers nor cables. From the TEI alone it takes the running text, the notes and the values of the header, and
walks through the source with them. Blocks come in their order; markers where notes are anchored, page marks where pages begin; the texts
of notes anywhere between blocks, with their numbers; outside the body only values of the header, their labels, and signs of layout. What is
left over is lost, what does not come is invented, and both are errors.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from tei_cable.model import Code, Diagnostic, Severity, Source, Span
from tei_cable.tei import traces
from tei_cable.tei.faults import CHANGED_TEXT, INVENTED_TEXT, LOST_TEXT, MISPLACED_NOTE, NO_PAGE_MARK, OTHER_SOURCE
from tei_cable.tei.flow import FREE, GLUED, Flow, Mark, Piece, flow
from tei_cable.tei.header import NO_TITLE
from tei_cable.tei.parse import read_tree
from tei_cable.tei.walk import Step, Taken, Value, Walk
from tei_cable.text.regex import regex
from tei_cable.text.squeezed import Squeezed

ENOUGH = 20
# A link back to a note's marker is no longer.
_BACK = 4
# Where the header keeps what a page says about a document; senders and recipients are not there, since a signature is text.
_VALUES = (
    "fileDesc/titleStmt/title",
    "fileDesc/titleStmt/author",
    "fileDesc/titleStmt/editor",
    "fileDesc/titleStmt/funder",
    "fileDesc/publicationStmt/publisher",
    "fileDesc/publicationStmt/idno",
    "fileDesc/publicationStmt/availability/p",
    "fileDesc/notesStmt/note",
    "fileDesc/sourceDesc/bibl[@type='citation']",
    "profileDesc/abstract/p",
    "profileDesc/creation/date",
    "profileDesc/langUsage/language",
)
# What is the page's own words, and so must stand in it.
_QUOTED = ("titleStmt/title", "notesStmt/note", "sourceDesc/bibl[@type='citation']", "abstract/p")
_LINE_END = regex("[\n\x0b]")
# A title is quoted without the markers in it, and without the blanks around them.
_MARKER = regex(r"\[\w{1,4}\]| ")


@dataclass(frozen=True, slots=True)
class Change:
    """Characters of the source that are not characters of the TEI's text, of what `kind` they are and what they `became`.

    White space counts as one change, of the whole text: `count` says how many line ends became blanks.
    """

    kind: str
    span: Span
    became: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class Certificate:
    """What the comparison of a source and a TEI file gave: `ok` says that no character is lost and none invented.

    `notes` are the spans of the source that hold the words of the numbered notes, in the order of the TEI; None for a note that was not found.
    """

    ok: bool
    source: Source
    tei_sha256: str
    changes: tuple[Change, ...]
    diagnostics: tuple[Diagnostic, ...]
    notes: tuple[Span | None, ...] = ()
    tei: bytes = field(default=b"", repr=False)

    @property
    def source_sha256(self) -> str:
        """The digest of the source's bytes, in hexadecimal."""
        return self.source.sha256


def verify(source: Source, tei: bytes) -> Certificate:
    """Hold a TEI file against the text it was made from. Raises etree.XMLSyntaxError when it is not well-formed."""
    root = read_tree(tei)
    check = _Check(source, root)
    check.run()
    digest = root.findtext("{*}teiHeader//{*}bibl[@type='source']/{*}idno[@type='SHA-256']")
    if digest and digest != source.sha256:
        check.report(OTHER_SOURCE, None, "The TEI says that it was made from another file (their SHA-256 differ).", "Convert this file anew.")
    faults = tuple(check.found)
    ok = all(d.severity < Severity.ERROR for d in faults)
    return Certificate(ok, source, hashlib.sha256(tei).hexdigest(), tuple(check.all_changes()), faults, check.notes(), tei)


def _values(root: etree._Element) -> list[Value]:
    found = [
        Value(path.partition("/")[2], _linked(flow(e).pieces))
        for path in _VALUES
        for e in root.iterfind("/".join(f"{{*}}{step}" for step in ["teiHeader", *path.split("/")]))
    ]
    # "French" must not stand in the way of "French and English"
    return sorted((v for v in found if v.pieces), key=lambda v: -sum(len(p.text) for p in v.pieces))


def _linked(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """An address may stand in angle brackets."""
    if len(pieces) == 1 and "://" in pieces[0].text and " " not in pieces[0].text:
        return [Piece(FREE, (Mark("link", pieces[0].text),), "")]
    return pieces


def _words(pieces: Sequence[Piece]) -> str:
    return "".join(("" if p.lead == GLUED else " ") + p.text for p in pieces).strip()


class _Check:
    """One comparison: where it stands in the source, and what it has found."""

    def __init__(self, source: Source, root: etree._Element):
        text = root.find("{*}text")
        self.body = Flow((), ()) if text is None else flow(text)
        self.source = Squeezed(source.text)
        self.flat, self.lined = self.source.flat, self.source.lined
        self.values = _values(root)
        self.walk = Walk(self.source, self.body.notes, self.values)
        self.at = 0
        self.taken: list[Taken] = []
        self.joined: list[int] = []
        self.line_ends = 0
        self.found: list[Diagnostic] = []

    def run(self) -> None:
        """The whole walk; it stops when so much is wrong that more would not help."""
        self.front()
        for piece in self.body.pieces:
            self.piece(piece)
            if len(self.found) >= ENOUGH:
                return
        self.rest()
        for i, note in enumerate(self.body.notes):
            if i not in self.walk.seen:
                self.report(INVENTED_TEXT, None, f"The text of note {note.n} does not stand in the source: “{_short(_words(note.pieces))}”.")
        self.header()

    def report(self, code: Code, where: tuple[int, int] | None, message: str, hint: str = "") -> None:
        """Add a fault at two places of the squeezed source."""
        if len(self.found) < ENOUGH:
            self.found.append(code.at(self.source.origin(*where) if where else None, message, hint))

    def word(self, at: int) -> tuple[int, int]:
        """Where the word at `at` begins and ends, from there on; the last character when there is no more."""
        at = min(at + self.walk.blank(at), len(self.flat) - 1)
        end = self.flat.find(" ", at)
        return at, end if end >= 0 else len(self.flat)

    def take(self, taken: Sequence[Taken]) -> None:
        """Go on after these."""
        self.walk.see(taken)
        self.taken += taken
        if taken:
            self.at = max(t.end for t in taken)

    def lost(self, start: int, end: int) -> None:
        """Report characters that no TEI accounts for."""
        words = self.flat[start:end].strip()
        if words:
            start = self.flat.index(words, start)
            self.report(LOST_TEXT, (start, start + len(words)), f"“{_short(words)}” stands in the source and not in the TEI.")

    def front(self) -> None:
        """What stands before the body: metadata, perhaps notes."""
        while self.body.pieces:
            self.at += self.walk.blank(self.at)
            if self.begins(self.at):
                return
            units = self.walk.outside(self.at, follows=bool(self.taken)) or [t for t in (self.walk.note(self.at),) if t]
            if not units:
                break
            self.take(units)
        start = self.start()
        self.lost(self.at, start)
        self.at = start

    def start(self) -> int:
        """Where the body begins when there is something else before it: the next line at which it does, as far as can be seen."""
        first = self.body.pieces[0].text[:60] if self.body.pieces else ""
        found = self.flat.find(first, self.at) if first else -1
        likely = found
        for _ in range(ENOUGH):
            if found < 0 or self.begins(found):
                break
            if not self.walk.line_start(likely) and self.walk.line_start(found):
                likely = found
            found = self.flat.find(first, found + 1)
        return max(found if found >= 0 else likely, self.at)

    def begins(self, at: int) -> bool:
        """Whether the body begins at `at`: its first pieces follow one another from there."""
        for i, piece in enumerate(self.body.pieces[:3]):
            s = self.walk.step(piece, at, alone=i == 0)
            if not s.ok:
                return False
            at = s.at
        return True

    def piece(self, piece: Piece) -> None:
        """Go on by one piece; what is wrong with it is reported, and the walk goes on behind it as well as may be."""
        s = self.walk.step(piece, self.at)
        while not s.ok:
            self.take(s.taken)
            self.at = s.at
            if len(self.found) >= ENOUGH:
                return
            if s.marks < len(piece.marks):
                self.unmarked(piece, s)
                piece = piece._replace(lead=FREE, marks=piece.marks[s.marks + 1 :])
            elif not self.resumed(piece, s):
                return
            else:
                piece = piece._replace(lead=FREE, marks=())
            s = self.walk.step(piece, self.at)
        start = s.at - len(piece.text)
        if piece.lead != FREE and "\x0b" in self.lined[self.at : start]:
            self.joined.append(start)
        self.take(s.taken)
        self.at = s.at
        self.layout(start, s.at)

    def layout(self, start: int, end: int) -> None:
        """Count the line ends in a piece of text, and note where an empty line became a blank."""
        self.line_ends += self.lined.count("\n", start, end)
        at = self.lined.find("\x0b", start, end)
        while at >= 0:
            self.joined.append(at + 1)
            at = self.lined.find("\x0b", at + 1, end)

    def unmarked(self, piece: Piece, s: Step) -> None:
        """The next mark of the piece has nothing in the source to stand for."""
        mark, where = piece.marks[s.marks], self.word(s.at)
        if mark.kind == "note":
            message = f"Note {mark.n} is anchored here, but its marker does not stand here in the source."
            self.report(MISPLACED_NOTE, where, message, "Anchor it where its marker stands; give it @cert if its place was inferred.")
        elif mark.kind == "page":
            self.report(NO_PAGE_MARK, where, f"Page {mark.n} begins here in the TEI, but no page mark stands here in the source.")
        else:
            self.report(CHANGED_TEXT, where, f"The {mark.kind} that the TEI has here does not stand in the source.")

    def resumed(self, piece: Piece, s: Step) -> bool:
        """Report that the text of a piece is not what stands at `s.at`; whether the piece is to be tried again from `self.at` on."""
        text, at = piece.text, s.at
        if self.flat.startswith(text, at):
            self.report(CHANGED_TEXT, self.word(at), "Words are apart in the source and joined in the TEI, or the other way round.")
            return True
        same = _same(text, self.flat, at)
        found = self.flat.find(text[:60], at) if same < 12 else -1
        if found > at:
            self.lost(at, found)
            self.at = found
            return True
        here = at + same
        got, want = _short(text[same:]), _short(self.flat[here:])
        self.report(CHANGED_TEXT, self.word(here), f"The TEI has “{got}” where the source has “{want}”.")
        self.at = _behind(text[same:], self.flat, here)
        return False

    def rest(self) -> None:
        """What stands after the body: notes, metadata; anything else is lost."""
        lost_from = -1
        while self.at < len(self.flat):
            start = self.at = self.at + self.walk.blank(self.at)
            between = self.walk.between(start)
            units = [between] if between else self.walk.outside(start)
            if units or self.changed_note(start):
                if lost_from >= 0:
                    self.lost(lost_from, start)
                lost_from = -1
                self.take(units)
            else:
                lost_from = start if lost_from < 0 else lost_from
                end = _LINE_END.search(self.lined, start)
                self.at = end.start() if end else len(self.flat)
        if lost_from >= 0:
            self.lost(lost_from, len(self.flat))

    def changed_note(self, at: int) -> bool:
        """Whether a note whose text differs from the TEI's stands at `at`; reported, and passed by."""
        start, n = traces.note_label(self.flat, at)
        for i in self.walk.numbered(n) if n and self.walk.line_start(at) else ():
            pieces = self.body.notes[i].pieces
            text = pieces[0].text if pieces else ""
            same = _same(text, self.flat, start)
            if text and (same * 3 >= len(text) or text[-20:] in self.flat[start : start + 2 * len(text)]):
                self.walk.see([Taken("note", at, start, "", i)])
                message = f"Note {n} has “{_short(text[same:])}” where the source has “{_short(self.flat[start + same :])}”."
                self.report(CHANGED_TEXT, self.word(start + same), message)
                self.at = _behind(text[same:], self.flat, start + same)
                return True
        return False

    def header(self) -> None:
        """Values of the header outside the body need a page round the telegram, and what the header quotes must stand in the source."""
        outside = [t for t in self.taken if t.kind in ("header value", "label")]
        if not any(t.kind == "label" or t.became.startswith(("sourceDesc", "abstract", "notesStmt")) for t in outside):
            for t in outside:
                self.lost(t.start, t.end)
        taken = {t.became for t in outside}
        texts = [_MARKER.sub("", t) for t in (self.flat, _words(self.body.pieces))]
        for path, pieces in self.values:
            words = _words(pieces)
            if path in _QUOTED and path not in taken and words != NO_TITLE and not any(_MARKER.sub("", words) in t for t in texts):
                self.report(INVENTED_TEXT, None, f"The header's {path} does not stand in the source: “{_short(words)}”.")

    def notes(self) -> tuple[Span | None, ...]:
        """Where the words of each note stand in the source."""
        found = {t.note: self.source.origin(t.words, self.back(t)) for t in self.taken if t.kind == "note" and self.back(t) > t.words}
        return tuple(found.get(i) for i in range(len(self.body.notes)))

    def back(self, note: Taken) -> int:
        """Where the words of a note end and a link back to its marker begins, if there is one."""
        return next((at for at in range(max(note.words, note.end - _BACK), note.end) if traces.backlink(self.flat, at) == note.end), note.end)

    def all_changes(self) -> Iterator[Change]:
        """What of the source is not text of the TEI, in the order of the source; white space last."""
        origin = self.source.origin
        for t in sorted(self.taken, key=lambda t: t.start):
            if t.kind != "note":
                yield Change(t.kind, origin(t.start, t.end), t.became)
            elif t.words > t.start:
                yield Change("note label", origin(t.start, t.words - self.flat.startswith(" ", t.words - 1)), t.became)
            if t.kind == "note" and self.back(t) < t.end:
                start = self.back(t)
                yield Change("back link", origin(start + self.flat.startswith(" ", start), t.end), t.became)
        for at in sorted(self.joined):
            yield Change("joined paragraph", origin(at, at + 1), "one blank")
        if self.line_ends:
            yield Change("line end", origin(0, len(self.flat)), "blanks", self.line_ends)


def _same(text: str, source: str, at: int) -> int:
    """How many characters of `text` stand at `at` of the source."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if source.startswith(text[:middle], at) else (low, middle - 1)
    return low


def _behind(rest: str, source: str, at: int) -> int:
    """Where the source goes on behind a text whose beginning stands there and whose `rest` does not: behind the last words they share."""
    for size in (30, 12, 6):
        end = source.find(rest[-size:], at, at + 2 * len(rest) + 200) if rest else -1
        if end >= 0:
            return end + len(rest[-size:])
    return at


def _short(words: str) -> str:
    return words if len(words) <= 50 else words[:49] + "…"
