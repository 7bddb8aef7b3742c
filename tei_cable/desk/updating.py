"""A TEI file edited by hand, with what a new conversion of its source adds: every byte of the file stays, what is new is added where it fits."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from tei_cable.desk.deciding import Entries
from tei_cable.desk.doubts import name_of
from tei_cable.desk.marks import TAGS, around, value
from tei_cable.desk.passages import Found, Passage, found, passages
from tei_cable.desk.retagging import Edit, at
from tei_cable.desk.tagging import Barred, Tagging
from tei_cable.files import BadRequest
from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.tei.names import NAMES, RESP, XML, T
from tei_cable.tei.others import local
from tei_cable.tei.parse import read_tree
from tei_cable.tei.places import places
from tei_cable.tei.xml import attributes, element

CONFLICT = Code("Q020", "update-conflict", Severity.WARNING)
ABSENT = Code("Q021", "update-words-absent", Severity.INFO)
# A new conversion adds tags of words. Paragraphs, notes, corrections and the header are as they were edited.
_ADDED = (TAGS | {"roleName"}) - {"note", "choice"}
_HINT = "The file keeps what it has; change it by hand if the conversion is right."


class New(NamedTuple):
    """A tag that the conversion made: its element, the characters of its passage, and the kinds of the tags that hold just these."""

    element: etree._Element
    passage: Passage
    start: int
    end: int
    within: frozenset[str]

    @property
    def words(self) -> str:
        """Its words."""
        return self.passage.text[self.start : self.end]


def update(data: bytes, made: bytes, entries: Entries, date: str) -> tuple[bytes, list[Diagnostic]]:
    """A TEI file with the tags that a new conversion of its source `made` and that the file has not; and what was not added, and why.

    A tag is added where none of its kind stands on its words and none across them, with `@cert` "low" where the program was sure. Every byte of the
    file stays. `entries` knows what the tags point at, `date` is the day (YYYY-MM-DD).
    Raises BadRequest for a file whose tags cannot be told apart, or that is of another source, and etree.XMLSyntaxError.
    """
    texts = _texts(made)
    wanted = list(_made(texts))
    diagnostics: list[Diagnostic] = []
    work = _Updating(read_tree(data), data, entries, texts)
    if wanted and not any(work.place(n) for n in wanted):
        raise BadRequest("the file to update has none of these words; give the TEI of this source")
    added: set[etree._Element] = set()
    for new in wanted:
        if local(new.element) == "roleName" and new.element.getparent() not in added:
            continue
        try:
            edits = work.adding(new)
        except _Not as e:
            diagnostics.append(e.found)
            continue
        if edits:
            added.add(new.element)
            data = work.applied(edits)
            work = _Updating(read_tree(data), data, entries, texts)
    return (work.applied(work.told(len(added), date)) if added else data), diagnostics


def _texts(tei: bytes) -> list[Passage]:
    root = read_tree(tei)
    return passages(root, tei, places(root, tei))


def _made(texts: Sequence[Passage]) -> Iterator[New]:
    """The tags of a conversion, the outer before the inner."""
    for p in texts:
        for e, s in p.spans.items():
            if local(e) in _ADDED and e is not p.element and s.start < s.end:
                holders = (x for x, t in p.spans.items() if t == s and x is not p.element and x in set(e.iterancestors()))
                yield New(e, p, s.start, s.end, frozenset(map(local, holders)))


class _Not(Exception):
    """A tag is not added: the finding that says why."""

    def __init__(self, found: Diagnostic):
        self.found = found


class _Updating(Tagging):
    """A file to which tags are added."""

    def __init__(self, root: etree._Element, data: bytes, entries: Entries, made: Sequence[Passage]):
        super().__init__(root, data)
        self.entries, self.made = entries, made

    def place(self, new: New) -> Found | None:
        """Where the words of a tag are in the file."""
        before, after = around(new.passage.text, new.start, new.end)
        every = found(self.texts, new.words, before, after)
        if len(every) < 2:
            return every[0] if every else None
        # all is alike there: of as many places, the one in the same order
        alike = found(self.made, new.words, before, after)
        n = next((i for i, f in enumerate(alike) if (f.passage, f.start) == (new.passage, new.start)), -1)
        return every[n] if n >= 0 and len(every) == len(alike) else None

    def adding(self, new: New) -> list[Edit]:
        """The edits that add a tag; nothing, if the file has it. Raises _Not."""
        kind, said = local(new.element), value(new.element)
        place = self.place(new)
        if place is None:
            raise _Not(ABSENT.at(None, f"“{new.words}” ({kind}) is not in the file, or more than once in like sentences; no tag was added.", _HINT))
        there = next((e for e, s in place.passage.spans.items() if s == (place.start, place.end) and local(e) == kind), None)
        if there is not None:
            if value(there) != said:
                raise self._conflict(new, f"{kind} {value(there) or 'without a value'} in the file")
            return []
        try:
            return [*self.wrapped(place, *_tags(new), new.within), *self._listed(new)]
        except Barred as e:
            others = ", ".join(f"{local(x)} “{_words(place.passage, x)}”" for x in e.tags)
            raise self._conflict(new, f"in the file {others}") from e

    def _conflict(self, new: New, there: str) -> _Not:
        kind = local(new.element)
        return _Not(CONFLICT.at(None, f"“{new.words}” is {there}; the conversion makes it {kind} {value(new.element)}".rstrip() + ".", _HINT))

    def _listed(self, new: New) -> list[Edit]:
        """The entry at which a tag points."""
        id = value(new.element) if local(new.element) in NAMES else ""
        if not id:
            return []
        there = next((e for e in self.root.iter(etree.Element) if e.get(f"{XML}id") == id), None)
        entry = self.entries(id)
        if there is not None:
            if entry and name_of(there) != entry.name:
                raise self._conflict(new, f"of {name_of(there) or local(there)} in the file, whose id is {id}")
            return []
        return self.listing(entry) if entry else []

    def told(self, number: int, date: str) -> list[Edit]:
        """The edits that say in the header what was done."""
        head = self.root.find(f"{T}teiHeader")
        if head is None:
            return []
        change = element("change", f"Added: {number} tags of a new conversion.", {"when": date, "who": RESP})
        revisions = head.find(f"{T}revisionDesc")
        if revisions is not None:
            return [(at(self.places[revisions].end), change)]
        return [(at(self.line(self.places[head].end)), f"    <revisionDesc>{change}</revisionDesc>\n")]


def _tags(new: New) -> tuple[str, str]:
    kind = local(new.element)
    attrs = {str(k).replace(XML, "xml:"): str(v) for k, v in new.element.attrib.items()}
    if kind != "roleName":
        attrs.setdefault("cert", "low")
    return f"<{kind}{attributes(attrs)}>", f"</{kind}>"


def _words(p: Passage, e: etree._Element) -> str:
    s = p.spans[e]
    return p.text[s.start : s.end]
