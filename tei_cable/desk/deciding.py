"""Decisions of editors written into TEI: found by content, in the bytes of the file, with who decided and when. The words of the text stay."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from lxml import etree

from tei_cable.desk.decisions import ACCEPT, NONE, REJECT, Decision
from tei_cable.desk.doubts import Alternative, identified, name_of
from tei_cable.desk.marks import BRACKET, CITES, NOTE, PARAGRAPH, Mark, marks
from tei_cable.desk.passages import Found, Passage, alike, enough, found
from tei_cable.desk.retagging import Edit, Retagging, at, editor_id
from tei_cable.desk.tagging import Barred, Tagging
from tei_cable.model import Entity, Span
from tei_cable.tei.edits import attribute, without
from tei_cable.tei.names import KIND_OF, NAMES, RESP, XML, T
from tei_cable.tei.others import local
from tei_cable.tei.parse import read_tree
from tei_cable.tei.xml import attributes, element, escape

# An entry of an authority by its id.
Entries = Callable[[str], Entity | None]
_STATED = {"date": "when", "ref": "n"}
BRACKETS = {
    "supplied": 'supplied reason="editorial"', "note": 'note type="editorial" place="inline"', "sic": 'note type="sic" place="inline"',
}  # fmt: skip


class Decided(NamedTuple):
    """A file after decisions: its bytes, the decisions that hold in it now, and those that no longer apply, each with the reason in words."""

    data: bytes
    kept: Sequence[Decision]
    lost: Sequence[tuple[Decision, str]]


class NoLonger(ValueError):
    """A decision cannot be carried out in this file. The message says why."""


def decide(data: bytes, decisions: Iterable[Decision], entries: Entries = lambda _: None) -> Decided:
    """Carry out decisions in a file of TEI; those that hold in it already change nothing. `entries` knows the ids that the file does not.

    Raises BadRequest for a file in which nothing can be changed tag by tag, and etree.XMLSyntaxError.
    """
    kept: list[Decision] = []
    lost: list[tuple[Decision, str]] = []
    for (by, date), group in groupby(sorted(decisions, key=lambda d: (d.date, d.by)), key=lambda d: (d.by, d.date)):
        changed = 0
        for d in group:
            try:
                made = _carried_out(data, d, entries)
            except NoLonger as e:
                lost.append((d, str(e)))
                continue
            kept.append(_named(d, made))
            changed += made != data
            data = made
        if changed:
            said = f"Decided: {changed} of the review queue."
            work = Retagging(read_tree(data), data)
            data = work.applied(work.signed(editor_id(work.root, by), by, date, said))
    return Decided(data, kept, lost)


def _named(d: Decision, data: bytes) -> Decision:
    """A decision for an id that was no alternative, with its name as one: so it can be carried out where nobody knows the id."""
    if d.decision in (ACCEPT, REJECT, NONE) or any(d.decision in (a.id, a.name) for a in d.doubt.alternatives):
        return d
    entries = (e for listed in read_tree(data).iterfind(f"{T}standOff/*") for e in listed.iterchildren(etree.Element))
    chosen = [Alternative(id, name_of(e)) for e in entries if (id := e.get(f"{XML}id")) and d.decision in (id, name_of(e))]
    return d._replace(doubt=d.doubt._replace(alternatives=(*d.doubt.alternatives, *chosen))) if chosen else d


def _carried_out(data: bytes, d: Decision, entries: Entries) -> bytes:
    work = _Deciding(read_tree(data), data, d, entries)
    try:
        edits = work.edits()
    except Barred as e:
        if any(map(by_hand, e.tags)):
            raise NoLonger("the words are tagged otherwise by hand") from e
        # the program's tags give way
        return _carried_out(work.strip(e.tags), d, entries)
    return work.applied(edits) if edits else data


class _Deciding(Tagging):
    """One decision in one file."""

    def __init__(self, root: etree._Element, data: bytes, d: Decision, entries: Entries):
        super().__init__(root, data)
        self.d, self.doubt, self.entries = d, d.doubt, entries
        self.who = editor_id(root, d.by)
        self.marks = list(marks(root, self.texts))
        self.mark = self._mark()
        self.chosen = self._chosen()

    def edits(self) -> Sequence[Edit]:
        """The changes; nothing when the decision holds already. Raises NoLonger, and Barred."""
        kind = self.doubt.kind
        if kind == NOTE:
            return self._note()
        if kind == PARAGRAPH:
            return self._paragraph()
        if kind == BRACKET:
            return self._bracket()
        if "/" in kind or kind == CITES:
            return self._value()
        return self._choice() if kind == "choice" else self._tag()

    def _mark(self) -> Mark | None:
        """What the decision is about, as it stands now."""
        doubt = self.doubt
        every = [(m, i) for m, i in identified(self.marks) if m.kind == doubt.kind]
        for m, i in every:
            if i == doubt.id:
                return m
        if "/" in doubt.kind or doubt.kind == CITES:
            return next((m for m, _ in every if m.words == doubt.words or doubt.kind != CITES), None)
        if doubt.kind in (NOTE, PARAGRAPH):
            return next((m for m, _ in every if m.words == doubt.words), None)
        places = self._places()
        return next((m for m, _ in every if any((f.passage, f.start, f.end) == (m.passage, m.start, m.end) for f in places)), None)

    def _places(self) -> list[Found]:
        return found(self.texts, self.doubt.words, self.doubt.before, self.doubt.after)

    def _place(self) -> Found:
        places = self._places()
        if not places:
            raise NoLonger("the words are not in the text any more, or not in that sentence")
        if len(places) > 1:
            raise NoLonger("the sentence stands more than once in the text")
        return places[0]

    def _chosen(self) -> str:
        """The value that was decided on: what was proposed, nothing, an id, or the editor's own words."""
        said = self.d.decision
        if said == ACCEPT:
            return self.doubt.value
        if said in (NONE, REJECT):
            return ""
        known = next((a.id for a in self.doubt.alternatives if said in (a.id, a.name)), "")
        return known or next((e.get(f"{XML}id", "") for e in self._entries() if name_of(e) == said), said)

    def _entries(self) -> Iterator[etree._Element]:
        return (e for listed in self.root.iterfind(f"{T}standOff/*") for e in listed.iterchildren(etree.Element) if e.get(f"{XML}id"))

    # -- tags

    def _tag(self) -> Sequence[Edit]:
        d, mark = self.d, self.mark
        if d.decision == REJECT or (d.decision == NONE and self.doubt.kind not in NAMES):
            gone = [mark.element] if mark and mark.element is not None else []
            return [*(x for e in gone for x in self.stripped(e)), *self.unneeded(gone)]
        if mark is None or mark.element is None:
            return [*self.wrapped(self._place(), *self._tags()), *self._listed()]
        edits = self._signed(mark.element)
        key = "ref" if self.doubt.kind in NAMES else _STATED.get(self.doubt.kind, "")
        if key and mark.value != self.chosen:
            edits += self._set(mark.element, key, self.chosen)
        return [*edits, *(self._listed() if key == "ref" else ())]

    def _tags(self) -> tuple[str, str]:
        kind = self.doubt.kind
        stated = {"ref": f"#{self.chosen}"} if kind in NAMES and self.chosen else {_STATED[kind]: self.chosen} if kind in _STATED else {}
        type_ = {"rs": "person", "ref": "telegram"}.get(kind, "")
        attrs = stated | {"type": type_, "cert": "high", "resp": f"#{self.who}"}
        return f"<{kind}{attributes(attrs)}>", f"</{kind}>"

    def _signed(self, e: etree._Element) -> list[Edit]:
        return list(self.decided(e, self.who))

    def _set(self, e: etree._Element, key: str, value: str) -> list[Edit]:
        start = self.start(e)
        said = f"#{value}" if key == "ref" and value else value
        if (e.get(key) or "") == said:
            return []
        edit = attribute(self.data, start, key, said) if said else without(self.data, start, key)
        return [edit] if edit else []

    def _listed(self) -> list[Edit]:
        """The entry at which a tag points, in standOff."""
        id = self.chosen
        if not id or any(e.get(f"{XML}id") == id for e in self.root.iter(etree.Element)):
            return []
        known = next((a for a in self.doubt.alternatives if a.id == id), None)
        entry = self.entries(id) or (Entity(id, KIND_OF[self.doubt.kind.rpartition("/")[2]], known.name) if known and known.name else None)
        if entry is None:
            raise NoLonger(f"“{id}” is the id of nobody in the file or the lists")
        return self.listing(entry)

    # -- what is more than one element

    def _choice(self) -> Sequence[Edit]:
        mark, gone = self.mark, self.d.decision in (REJECT, NONE)
        if mark is None or mark.element is None:
            if gone:
                return []
            more = attributes({"cert": "high", "resp": f"#{self.who}"})
            return self.wrapped(self._place(), "<choice><sic>", f"</sic><corr{more}>{escape(self.chosen)}</corr></choice>")
        bearer = mark.bearer
        edits = [] if gone or bearer is None else self._signed(bearer)
        if not gone and bearer is not None and mark.value != self.chosen:
            edits.append((Span(self.start(bearer).end, self.places[bearer].end), escape(self.chosen)))
        number = mark.words if gone else self.chosen
        held = mark.passage.holding(mark.start, mark.end) if mark.passage else []
        for ref in (e for e in held if local(e) == "ref" and e.get("n") in (mark.value, number)):
            edits += [*self._set(ref, "n", number), *self._signed(ref), *self._cited(str(ref.get("n")), number)]
        return [*self.stripped(mark.element), *edits] if gone else edits

    def _cited(self, before: str, number: str) -> list[Edit]:
        """The header's reference to a telegram whose number was decided on."""
        edits = []
        for m in self.marks:
            if m.kind == CITES and m.element is not None and m.value in (before, number):
                start = self.start(m.element)
                edits += self._set(m.element, "n", number)
                edits += [x for x in (attribute(self.data, start, "cert", "high"),) if x and m.element.get("cert") != "high"]
        return edits

    def _note(self) -> Sequence[Edit]:
        mark, said = self.mark, self.d.decision
        if mark is None or mark.element is None:
            raise NoLonger("the note is not in the file")
        if said == ACCEPT and not self.doubt.before + self.doubt.after:
            return self._signed(mark.element)
        if said in (REJECT, NONE):
            return self._signed(mark.element) if mark.unplaced else self._unplaced(mark.element)
        round_ = self.doubt.before, self.doubt.after
        if said == ACCEPT and mark.passage and alike(mark.passage, mark.start, mark.end, *round_) >= enough(*round_):
            return self._signed(mark.element)
        passage, where = self._agreed() if said == ACCEPT else self._behind(said)
        if mark.passage is passage and mark.start == where:
            return self._signed(mark.element)
        return self._moved(mark.element, self._after(passage, where))

    def _agreed(self) -> tuple[Passage, int]:
        """Where the accepted place of a note is now."""
        end = self.doubt.before[-40:]
        places = found(self.texts, end, self.doubt.before[:-40], self.doubt.after) if end else []
        if len(places) != 1:
            raise NoLonger("the words where the note stood are not in the text any more")
        return places[0].passage, places[0].end

    def _behind(self, words: str) -> tuple[Passage, int]:
        """The place behind words that stand in the text once."""
        places = [(p, p.text.index(words) + len(words)) for p in self.texts if p.text.count(words) == 1 and p.element is not self.mark_element]
        if len(places) != 1 or sum(p.text.count(words) for p in self.texts) != 1:
            raise NoLonger(f"“{words}” does not stand once in the text; give the words behind which the note stands")
        return places[0]

    @property
    def mark_element(self) -> etree._Element | None:
        """The element that is decided on."""
        return self.mark.element if self.mark else None

    def _after(self, p: Passage, where: int) -> int:
        """The byte behind a character and behind the elements that end with it."""
        ending = (self.end(e) for e, s in p.spans.items() if s.end == where and s.start < s.end and e is not p.element)
        return max(ending, default=0) or p.ends[where - 1]

    def _moved(self, note: etree._Element, to: int) -> Sequence[Edit]:
        start, end = self.places[note].offset, self.end(note)
        tags = self.start(note)
        opening = self.data[tags.start : tags.end]
        for name, value in (("resp", f"#{self.who}"), ("cert", "high")):
            if edit := attribute(opening, Span(0, len(opening)), name, value):
                opening = opening[: edit[0].start] + edit[1].encode() + opening[edit[0].end :]
        words = (opening + self.data[tags.end : end]).decode(self.encoding)
        return [(self._left(note, start, end), ""), (at(to), words)]

    def _left(self, note: etree._Element, start: int, end: int) -> Span:
        """The bytes that go with a note: with the last one of those at the end goes what held them."""
        holder = note.getparent()
        if holder is None or holder.get("type") != "notes":
            return Span(start, end)
        back = holder.getparent()
        alone = len(holder) == 1 and back is not None and len(back) == 1
        return self.whole(back if alone and back is not None else note)

    def _unplaced(self, note: etree._Element) -> Sequence[Edit]:
        """A note at the end, among those of which nobody knows where they stand."""
        there = self.root.find(f"{T}text/{T}back/{T}div[@type='notes']")
        cut, (_, words) = self._moved(note, 0)
        if there is not None:
            return [cut, (at(self.line(self.places[there].end)), f"{words}\n")]
        body = self.root.find(f"{T}text/{T}body")
        if body is None or body.getnext() is not None:
            raise NoLonger("the text has a back of its own; move the note by hand")
        return [cut, (at(self.end(body)), f'\n    <back>\n      <div type="notes">\n{words}\n      </div>\n    </back>')]

    def _paragraph(self) -> Sequence[Edit]:
        mark, said = self.mark, self.d.decision
        if said in (REJECT, NONE):
            raise NoLonger("give the first words of the second paragraph")
        if said != ACCEPT and any(p.text.startswith(said) and local(p.element) == PARAGRAPH for p in self.texts):
            return []
        if mark is None or mark.element is None or mark.passage is None:
            raise NoLonger("no paragraph begins with these words any more")
        if said == ACCEPT:
            return self._signed(mark.element)
        p = mark.passage
        where = p.text.find(said)
        if p.text.count(said) != 1 or p.holding(where, where + 1) or p.text[where - 1 : where] != " ":
            raise NoLonger(f"“{said}” does not stand once in the paragraph, outside of tags; give the first words of the second paragraph")
        start = self.start(mark.element)
        # certain now, and no longer the paragraph that was in doubt
        edits = [x for x in (without(self.data, start, "cert"),) if x and mark.element.get("cert")]
        return [*edits, (Span(p.begins[where - 1], p.ends[where - 1]), f'</p>\n<p cert="high" resp="#{self.who}">')]

    def _bracket(self) -> Sequence[Edit]:
        kind = self.d.decision
        if kind in (ACCEPT, REJECT, NONE):
            return []
        if kind not in BRACKETS:
            raise NoLonger(f"“{kind}” is not what a bracket can be; there are {', '.join(BRACKETS)}, and accept for one that is words of the text")
        place = self._place()
        opening = BRACKETS[kind]
        name = opening.partition(" ")[0]
        if any(s == (place.start, place.end) and local(e) == name for e, s in place.passage.spans.items()):
            return []
        return self.wrapped(place, f'<{opening} cert="high" resp="#{self.who}">', f"</{name}>")

    def _value(self) -> Sequence[Edit]:
        """A value of the header."""
        mark, gone = self.mark, self.d.decision in (REJECT, NONE)
        if mark is None or mark.element is None:
            return [] if gone else self._stated()
        if gone:
            return [(self.whole(mark.element), "")]
        name = local(mark.element)
        signed = self._signed(mark.element) if name in NAMES else self._cited(mark.value, mark.value) if self.doubt.kind == CITES else []
        if name == "date":
            signed = [x for x in (attribute(self.data, self.start(mark.element), "cert", "high"),) if x]
            signed = [] if mark.element.get("cert") == "high" else signed
        key = "ref" if name in NAMES else _STATED.get(name, "")
        if key and mark.value != self.chosen:
            signed += [*self._set(mark.element, key, self.chosen), *self._named(mark.element)]
        return [*signed, *(self._listed() if key == "ref" else ())]

    def _named(self, e: etree._Element) -> list[Edit]:
        """Words of the header that were inferred become those of what was chosen."""
        if e.get("ref") is None:
            return []
        entry = self.entries(self.chosen)
        name = entry.name if entry else next((a.name for a in self.doubt.alternatives if a.id == self.chosen), "")
        return [(Span(self.start(e).end, self.places[e].end), escape(name))] if name else []

    def _stated(self) -> Sequence[Edit]:
        """A value that the header does not have: at the end of its party."""
        action, _, name = self.doubt.kind.partition("/")
        party = self.root.find(f".//{T}correspAction[@type='{action}']")
        if party is None or name not in NAMES:
            raise NoLonger("the header has no such value any more")
        words = self._opened_value(name)
        return [(at(self.line(self.places[party].end)), f"          {words}\n"), *self._listed()]

    def _opened_value(self, name: str) -> str:
        said = next((a.name for a in self.doubt.alternatives if a.id == self.chosen), "") or self.doubt.words
        return element(name, said, {"ref": f"#{self.chosen}", "cert": "high", "resp": f"#{self.who}"})


def by_hand(e: etree._Element) -> bool:
    """Whether another than the program answers for a tag."""
    return (e[-1] if local(e) == "choice" and len(e) else e).get("resp", RESP) != RESP
