"""Words of a TEI file tagged, in its bytes: what the tags go round, what cannot stand with them, and the entry that they point at."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from lxml import etree

from tei_cable.desk.marks import ADDITIONS
from tei_cable.desk.passages import Found, passages
from tei_cable.desk.retagging import Edit, Retagging, at
from tei_cable.model import Entity
from tei_cable.tei.flow import is_numbered
from tei_cable.tei.names import CONTENT, LIST_OF, XML, T, allowed
from tei_cable.tei.others import local
from tei_cable.tei.standoff import standoff


class Barred(Exception):
    """Words cannot be tagged because of tags that are there: `tags`."""

    def __init__(self, tags: Sequence[etree._Element]):
        self.tags = tags


class Tagging(Retagging):
    """Changes of one file that may add tags, move notes and part paragraphs."""

    def __init__(self, root: etree._Element, data: bytes):
        super().__init__(root, data)
        self.texts = passages(root, data, self.places)

    def held(self, root: etree._Element) -> list[str]:
        """The words, white space aside, and those of each note: notes may move, and paragraphs be parted."""
        running: list[str] = []
        notes: list[str] = []
        for text in root.iterfind(f".//{T}text"):
            _read(text, running, notes)
        return ["".join("".join(running).split()), *sorted(notes)]

    def wrapped(self, f: Found, opening: str, closing: str, within: Collection[str] = ()) -> list[Edit]:
        """The edits that put tags round words, inside of tags of the kinds `within` that hold just these. Raises Barred."""
        inside, barring = _meeting(f, opening[1:].partition(" ")[0].rstrip(">"), within)
        if barring:
            raise Barred(barring)
        first = min((self.places[e].offset for e in inside), default=f.passage.begins[f.start])
        last = max((self.end(e) for e in inside), default=f.passage.ends[f.end - 1])
        start, end = min(first, f.passage.begins[f.start]), max(last, f.passage.ends[f.end - 1])
        return [(at(start), opening), (at(end), closing)]

    def listing(self, entry: Entity) -> list[Edit]:
        """The edits that list an entity in standOff."""
        if entry.source and not any(e.get(f"{XML}id") == entry.source for e in self.root.iter(etree.Element)):
            # a list that the header does not name
            entry = replace(entry, source="")
        whole = standoff([entry])
        inside = whole.partition("<standOff>\n")[2].rpartition("  </standOff>")[0]
        stand = self.root.find(f"{T}standOff")
        if stand is None:
            head = self.root.find(f"{T}teiHeader")
            return [] if head is None else [(at(self.end(head)), f"\n{whole.rstrip()}")]
        order = list(LIST_OF.values())
        name = LIST_OF[entry.kind]
        there = stand.find(f"{T}{name}")
        if there is not None:
            row = "\n".join(inside.split("\n")[1:-2])
            return [(at(self.line(self.places[there].end)), f"{row}\n")]
        after = next((x for x in stand if local(x) in order and order.index(local(x)) > order.index(name)), None)
        return [(at(self.line(self.places[stand].end if after is None else self.places[after].offset)), inside)]


def _meeting(f: Found, kind: str, within: Collection[str]) -> tuple[list[etree._Element], list[etree._Element]]:
    """The elements inside the words, and those that cannot stay if the words become an element of the kind."""
    holders: list[etree._Element] = []
    inside: list[etree._Element] = []
    barring: list[etree._Element] = []
    for e, s in f.passage.spans.items():
        if e is f.passage.element or s.start == s.end or s.end <= f.start or f.end <= s.start:
            continue
        held, holds = f.start <= s.start and s.end <= f.end, s.start <= f.start and f.end <= s.end
        if holds and (not held or local(e) in within):
            holders.append(e)
        elif held:
            inside.append(e)
        else:
            barring.append(e)
    path = [local(e) for e in holders]
    if holders and not _may(path, kind):
        barring.append(holders[-1])
    for e in inside:
        above = [local(x) for x in e.iterancestors() if x in inside]
        if not _may([*path, kind, *reversed(above)], local(e)):
            barring.append(e)
    return [e for e in inside if e not in barring], barring


def _may(path: Sequence[str], inner: str) -> bool:
    """Whether an element may stand there; of what is not our own, a hand decides."""
    known = path[-1] == "supplied" or path[-1] in CONTENT
    return not known or inner not in CONTENT and inner != "supplied" or allowed(path, inner)


def _read(e: etree._Element, words: list[str], notes: list[str]) -> None:
    """Collect the words of an element, those of its notes apart."""
    words.append(e.text or "")
    for c in e:
        if is_numbered(c, local(c)):
            inner: list[str] = []
            _read(c, inner, notes)
            notes.append("".join("".join(inner).split()))
        elif isinstance(c.tag, str) and local(c) not in ADDITIONS:
            _read(c, words, notes)
        words.append(c.tail or "")
