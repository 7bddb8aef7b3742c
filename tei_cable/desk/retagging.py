"""Taking tags away or making them an editor's, in the bytes of a file: all else stays as somebody wrote it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lxml import etree

from tei_cable.authority.formats.csv import made_id
from tei_cable.files import BadRequest
from tei_cable.model import Fix, Span
from tei_cable.tei.edits import applied, attribute
from tei_cable.tei.names import CHOICES, RESP, XML, T
from tei_cable.tei.others import local
from tei_cable.tei.parse import read_tree
from tei_cable.tei.places import places, tag
from tei_cable.tei.xml import element

Edit = tuple[Span, str]
_ADDED = frozenset(T + name for name in CHOICES.values())
_STATEMENTS = f"{T}teiHeader/{T}fileDesc/{T}titleStmt/{T}respStmt"


class Retagging:
    """Changes of the tags of one file."""

    def __init__(self, root: etree._Element, data: bytes):
        self.root, self.data = root, data
        self.encoding = root.getroottree().docinfo.encoding or "utf-8"
        self.places = places(root, data)
        if not self.places:
            raise BadRequest("the file cannot be changed tag by tag: it is huge, or in an encoding that is not supported; save it as UTF-8")

    def strip(self, gone: Sequence[etree._Element]) -> bytes:
        """The file without these tags, and without the entries and statements of responsibility that nothing else needs."""
        edits = [edit for e in gone for edit in self.stripped(e)]
        return self.applied([*edits, *self.unneeded(gone)])

    def accept(self, tags: Sequence[etree._Element], who: str, name: str, date: str, said: str) -> bytes:
        """The file with these tags in the responsibility of an editor, who is named, and what was done."""
        edits = [edit for e in tags for edit in self.decided(e, who)]
        return self.applied([*edits, *self.signed(who, name, date, said)])

    def signed(self, who: str, name: str, date: str, said: str) -> Iterator[Edit]:
        """Name an editor in the header, by the id `who`, if that is still to be done, and what was done on a day."""
        stated = self.root.findall(_STATEMENTS)
        head = self.root.find(f"{T}teiHeader")
        if head is None or not stated:
            raise BadRequest("the TEI has no header that says who is responsible (titleStmt/respStmt); nobody can be named there")
        if who not in {s.get(f"{XML}id") for s in stated}:
            statement = f'<respStmt xml:id="{who}">{element("resp", "review")}{element("name", name)}</respStmt>'
            yield at(self.end(stated[-1])), f"\n        {statement}"
        change = element("change", said, {"when": date, "who": f"#{who}"})
        revisions = head.find(f"{T}revisionDesc")
        if revisions is None:
            # on a line of its own before the end tag of the header
            yield at(self.line(self.places[head].end)), f"    <revisionDesc>{change}</revisionDesc>\n"
        else:
            yield at(self.places[revisions].end), change

    def applied(self, edits: Iterable[Edit]) -> bytes:
        """The file with these changes. Raises BadRequest if more than tags would change."""
        made = applied(self.data, [Fix(tuple(edits))], self.encoding)
        if self.held(read_tree(made)) != self.held(self.root):
            raise BadRequest("this would change more than tags, so nothing was changed; please report it")
        return made

    def held(self, root: etree._Element) -> list[str]:
        """What must not change in a document: the words of its texts, without what was added."""
        return ["".join(_read(text, _ADDED)) for text in root.iterfind(f".//{T}text")]

    def stripped(self, e: etree._Element) -> Iterator[Edit]:
        """The tags of an element, and of what can only stand in it."""
        yield self.start(e), ""
        if local(e) == "choice":
            reading, addition = e[0], e[-1]
            yield self.start(reading), ""
            yield Span(self.places[reading].end, self.end(e)), ""
            if local(addition) != CHOICES.get(local(reading)):
                raise BadRequest(f"line {self.places[e].line}: this choice is not one of a reading and an addition; take it away by hand")
            return
        yield self._close(e), ""
        for inner in e:
            if local(inner) == "gap" and inner is e[0]:
                yield Span(self.places[inner].offset, self.end(inner)), ""
        if local(e) == "persName":
            for role in e.iter(f"{T}roleName"):
                yield self.start(role), ""
                yield self._close(role), ""

    def decided(self, e: etree._Element, who: str) -> Iterator[Edit]:
        """Make an element an editor's; nothing, if it is."""
        for name, value in (("resp", f"#{who}"), ("cert", "high")):
            if e.get(name) != value and (edit := attribute(self.data, self.start(e), name, value)):
                yield edit

    def unneeded(self, gone: Sequence[etree._Element]) -> Iterator[Edit]:
        """Entries that only these tags point at, lists that are empty then, and who made nothing else."""
        uses = Counter(str(value)[1:] for e in self.root.iter(etree.Element) for value in e.attrib.values() if str(value).startswith("#"))
        uses.subtract(str(e.get("ref", ""))[1:] for e in gone)
        makers = [(e[-1] if local(e) == "choice" else e).get("resp", RESP)[1:] for e in gone]
        uses.subtract(makers)
        free = {i for i in (*makers, *(e.get("ref", "")[1:] for e in gone)) if i and not uses[i]} - {RESP[1:]}
        uses.subtract(e.get("source", "")[1:] for stand in self.root.iterfind(f"{T}standOff") for e in stand.iter() if e.get(f"{XML}id") in free)
        taken = [s for s in self.root.iterfind(_STATEMENTS) if s.get(f"{XML}id") in free]
        cited = self.root.iterfind(f"{T}teiHeader/{T}fileDesc/{T}sourceDesc/{T}bibl[@type='authority']")
        taken += [b for b in cited if not uses[b.get(f"{XML}id", "")]]
        for stand in self.root.iterfind(f"{T}standOff"):
            lists = [(x, [r for r in x if r.get(f"{XML}id") in free]) for x in stand]
            empty = [x for x, rows in lists if rows and len(rows) == sum(1 for r in x if r.get(f"{XML}id"))]
            taken += [stand] if len(empty) == len(stand) else [r for x, rows in lists for r in ([x] if x in empty else rows)]
        yield from ((self.whole(e), "") for e in taken)

    def whole(self, e: etree._Element) -> Span:
        """An element with the item that follows a term, and its line when nothing else stands there."""
        last = e.getnext() if local(e) == "label" else e
        start, end = self.places[e].offset, self.end(e if last is None else last)
        line = self.line(start)
        return Span(line, end + 1) if not self.data[line:start].strip() and self.data.startswith(b"\n", end) else Span(start, end)

    def line(self, byte: int) -> int:
        """Where the line begins that holds this byte, if only white space stands before it there; else the byte itself."""
        begin = self.data.rfind(b"\n", 0, byte) + 1
        return byte if self.data[begin:byte].strip() else begin

    def start(self, e: etree._Element) -> Span:
        """The bytes of its start tag."""
        return tag(self.data, self.places[e].offset)

    def _close(self, e: etree._Element) -> Span:
        """The end tag; nothing, for an element that has none."""
        close = self.places[e].end
        return Span(close, self.data.index(b">", close) + 1) if self.data.startswith(b"</", close) else at(self.start(e).end)

    def end(self, e: etree._Element) -> int:
        """The byte behind an element."""
        return max(self._close(e).end, self.start(e).end)


def at(offset: int) -> Span:
    """No bytes, at an offset."""
    return Span(offset, offset)


def responsible(root: etree._Element) -> Mapping[str, str]:
    """Who is responsible, by id."""
    return {r.get(f"{XML}id", ""): " ".join("".join(map(str, r[-1].itertext())).split()) for r in root.iterfind(_STATEMENTS) if len(r)}


def editor_id(root: etree._Element, name: str) -> str:
    """The id of an editor: the one that the document has for this name or id, else one made of the name. Raises BadRequest for the program's."""
    who = next((i for i, known in responsible(root).items() if name in (i, known)), "") or made_id(name)
    if who == RESP[1:] or not name.strip():
        raise BadRequest("an editor decides: give the editor's name")
    return who


def _read(e: etree._Element, without: frozenset[str]) -> Iterator[str]:
    yield str(e.text or "")
    for c in e:
        if c.tag not in without and isinstance(c.tag, str):
            yield from _read(c, without)
        yield str(c.tail or "")
