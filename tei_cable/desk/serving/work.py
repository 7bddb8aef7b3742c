"""What an editor works on: the queue of TEI files, what is decided of it, and the file of decisions, to which each is added at once."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from threading import RLock
from typing import NamedTuple

from lxml import etree

from tei_cable.authority.lookup import Lookup, Match
from tei_cable.desk.deciding import decide
from tei_cable.desk.decisions import ACCEPT, NONE, REJECT, Decision, append, key, last, line, of_telegram, read_lines
from tei_cable.desk.doubts import Doubt, by_value, doubts, identified
from tei_cable.desk.evidence import Evidence
from tei_cable.desk.marks import Mark, marks
from tei_cable.desk.passages import Passage, passages
from tei_cable.desk.queue import queued
from tei_cable.desk.retagging import editor_id
from tei_cable.desk.serving.asked import Asked, asked
from tei_cable.files import BadRequest, Item, read_bytes
from tei_cable.pipeline import Converter
from tei_cable.tei.others import local
from tei_cable.tei.parse import read_tree
from tei_cable.tei.places import places
from tei_cable.text.regex import regex

_DATE = regex(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
# So many open telegrams are kept: a queue goes from one to the other.
_KEPT = 16


class Refused(ValueError):
    """A decision cannot be taken. The message is a sentence."""


class Overtaken(ValueError):
    """A doubt was decided meanwhile, otherwise than whoever decides knows. The message is a sentence; `decision` is what was decided ("" nothing)."""

    def __init__(self, d: Decision | None, editor: str):
        whom = f"by {d.by}" if d and d.by != editor else "in another window"
        super().__init__(f"This was decided meanwhile, {whom}." if d else "The decision was taken back meanwhile.")
        self.decision = d.decision if d else ""


class Text(NamedTuple):
    """A paragraph, a heading, a note: the name of its element, its number and its words."""

    kind: str
    n: str
    words: str


class Place(NamedTuple):
    """Where a doubt stands: in which of the texts, and the words of that before, of and after the doubt."""

    text: int
    before: str
    words: str
    after: str


class Shown(NamedTuple):
    """A doubt with what is asked of it, the text of its telegram, where it stands there (None in the header), and what is decided ("" nothing)."""

    doubt: Doubt
    asked: Asked
    texts: Sequence[Text]
    place: Place | None
    decision: str


class Standing(NamedTuple):
    """What is decided of each doubt of the queue ("" nothing), and the doubts decided, in the order of the decisions."""

    decisions: Sequence[str]
    history: Sequence[int]


class _Open(NamedTuple):
    data: bytes
    doubts: Mapping[str, Doubt]
    texts: Sequence[Text]
    places: Mapping[str, Place]


class Work:
    """The queue of files and the decisions on it by one editor; several windows may ask at once, and others may write the file of decisions.

    What they have written is read before anything is told or decided; the last decision on a doubt counts. Where the file was replaced by one that
    lacks decisions of this editor, these are added again, unless it has others on the same doubts.

    `problems` are the files that cannot be reviewed, each with the error. Raises BadRequest for decisions that cannot be read, or an editor who
    cannot be one, and OSError for a file of decisions that cannot be written.
    """

    def __init__(self, files: Iterable[Item], decisions: str, editor: str, converter: Converter):
        editor_id(etree.Element("TEI"), editor)
        self.editor, self.path = editor, Path(decisions)
        self._entries = converter.authority.entity
        self._evidence, self._lookup = Evidence(converter), Lookup(converter.authority)
        self._lock = RLock()
        self._opened = lru_cache(_KEPT)(self._open)
        self._items: dict[str, Item] = {}
        every = list(queued(map(self._kept, files)))
        self.problems = [(q.path, q.error) for q in every if q.error]
        self.queue = by_value(d for q in every for d in q.doubts)
        append(self.path, ())
        self._own: dict[tuple[str, str, str], Decision] = {}
        self._decided: dict[int, Decision] = {}
        self._stamp: tuple[int, ...] = ()
        self._take_up()

    def _kept(self, item: Item) -> Item:
        """A document that can be read again; what an archive holds is had but once."""
        if item.path is None:
            data = item.attempt()
            item = item._replace(read=lambda: _given(data))
        self._items[item.name] = item
        return item

    def _take_up(self) -> None:
        """Read what is decided, if the file is another than when it was read. Raises BadRequest when it cannot be read any more, and OSError."""
        append(self.path, ())
        if (stamp := _stamp(self.path)) == self._stamp:
            return
        taken = read_lines(str(self.path), read_bytes(self.path))
        there = {key(d.doubt) for d in taken}
        lost = [d for k, d in self._own.items() if d.decision and k not in there]
        append(self.path, lost)
        self._decided = self._known(last([*taken, *lost]))
        self._stamp = () if lost else stamp

    def _known(self, taken: Sequence[Decision]) -> dict[int, Decision]:
        """What is decided of the queue, in the order of the decisions."""
        on: dict[tuple[str, str], list[tuple[int, Decision]]] = {}
        for at, d in enumerate(taken):
            on.setdefault((d.doubt.kind, d.doubt.id), []).append((at, d))
        found = []
        for n, doubt in enumerate(self.queue):
            same = on.get((doubt.kind, doubt.id), [])
            here = of_telegram([d for _, d in same], doubt.telegram, doubt.source)
            found += [(at, n, d) for at, d in same if here and d is here[-1]]
        return {n: d for _, n, d in sorted(found, key=lambda f: f[:2])}

    def standing(self) -> Standing:
        """How far the work is. Raises BadRequest for decisions that cannot be read any more, and OSError."""
        with self._lock:
            self._take_up()
            return self._standing()

    def _standing(self) -> Standing:
        decisions = [d.decision if (d := self._decided.get(n)) else "" for n in range(len(self.queue))]
        return Standing(decisions, list(self._decided))

    def shown(self, n: int) -> Shown:
        """The doubt of that number, from 0. Raises Refused when there is none, or its file has changed, and OSError."""
        with self._lock:
            self._take_up()
            opened, doubt = self._doubt(n)
            decided = self._decided.get(n)
            return Shown(doubt, asked(doubt), opened.texts, opened.places.get(doubt.id), decided.decision if decided else "")

    def decide(self, n: int, said: str, seen: str) -> Standing:
        """Decide on a doubt, or take the decision back (""), and add that to the file; `seen` is the decision that the editor knows of.

        Raises Refused for what cannot be carried out, Overtaken, and OSError when it cannot be written: then nothing is decided.
        """
        with self._lock:
            opened, doubt = self._doubt(n)
            self._take_up()
            before = self._decided.get(n)
            now = before.decision if before else ""
            if now != seen:
                raise Overtaken(before, self.editor)
            taken = Decision(doubt, " ".join(said.split()), self.editor, datetime.now(UTC).date().isoformat())
            if taken.decision:
                self._tried(opened.data, taken)
            if taken.decision != now:
                append(self.path, [taken])
                self._own[key(doubt)] = taken
                self._decided.pop(n, None)
                if taken.decision:
                    self._decided[n] = taken
                grown = (self._stamp[0] + len(line(taken).encode()), *self._stamp[1:])
                # somebody else may have written in this moment, too
                self._stamp = stamp if (stamp := _stamp(self.path))[:2] == grown[:2] else ()
            return self._standing()

    def find(self, words: str, kind: str) -> Sequence[Match]:
        """Entries of the lists and the core, by the beginnings of the words of their names."""
        with self._lock:
            return self._lookup.find(words, kind)

    def _tried(self, data: bytes, d: Decision) -> None:
        """Raise Refused for a decision that cannot be carried out in its file."""
        may, own = asked(d.doubt), d.decision not in (ACCEPT, REJECT, NONE)
        if not own and d.decision not in may.decisions:
            raise Refused(f"“{d.decision}” says nothing here; there are {', '.join(may.decisions)}" + (", or words of your own" if may.words else ""))
        if own and not may.words and d.decision not in (a.id for a in may.alternatives):
            raise Refused("this is accepted or rejected, and nothing else")
        if may.dated and own and not _DATE.fullmatch(d.decision):
            raise Refused(f"“{d.decision}” is no date; give year, month and day, as 1962-11-01, as far as they are known")
        for _, why in decide(data, [d], self._entries).lost:
            raise Refused(why)

    def _doubt(self, n: int) -> tuple[_Open, Doubt]:
        if not 0 <= n < len(self.queue):
            raise Refused("there is no such doubt")
        known = self.queue[n]
        opened = self._opened(known.file)
        if known.id not in opened.doubts:
            raise Refused(f"{known.file} has changed; start the desk again")
        return opened, opened.doubts[known.id]

    def _open(self, path: str) -> _Open:
        """A file with all that is to be shown of it."""
        data = self._items[path].read()
        try:
            root = read_tree(data)
            found = {d.id: d for d in doubts(data, path, self._evidence.of)}
        except (etree.XMLSyntaxError, BadRequest) as e:
            raise Refused(f"{path} has changed and cannot be read any more; mend it, and start the desk again") from e
        every = passages(root, data, places(root, data))
        at = {p.element: i for i, p in enumerate(every)}
        standing = {i: place for m, i in identified(marks(root, every)) if (place := _place(m, at, every))}
        return _Open(data, found, [Text(local(p.element), p.element.get("n", ""), p.text) for p in every], standing)


def _given(data: bytes | Exception) -> bytes:
    if isinstance(data, Exception):
        raise data
    return data


def _stamp(path: Path) -> tuple[int, ...]:
    """What changes when a file does: its size, the file itself, the time."""
    stat = path.stat()
    return stat.st_size, stat.st_ino, stat.st_mtime_ns


def _place(m: Mark, at: Mapping[etree._Element, int], texts: Sequence[Passage]) -> Place | None:
    """Where a mark stands; of a note that stands nowhere, the note itself."""
    if m.passage is None:
        if m.element is None or m.element not in at:
            return None
        return Place(at[m.element], "", texts[at[m.element]].text, "")
    text = m.passage.text
    # the place of a note is between words
    words = text[m.start : m.end] or f"[{m.words.partition(' ')[0]}]"
    return Place(at[m.passage.element], text[: m.start], words, text[m.end :])
