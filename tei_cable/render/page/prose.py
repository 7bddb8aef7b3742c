"""The text of a telegram as HTML: blocks, inline elements, notes beside their paragraphs."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from lxml import etree

from tei_cable.model import Attrs, Cable, Mention
from tei_cable.render.elements import Child, el
from tei_cable.render.view import Anchor, Inline, Line, NoteView, Tag, View, tags, words
from tei_cable.tei.names import CHOICES, NAMES
from tei_cable.text.dates import DATING

# The element of a block, by the last part of its kind.
_BLOCKS = {"head": "h2", "p": "p", "fw": "p"}
_INLINE = {"q": "q", "foreign": "i", "label": "b", "list": "span", "item": "span", "supplied": "span", "term": "span"}
_SAID = {
    "persName": "person", "placeName": "place", "orgName": "organisation", "rs": "holder of the office", "ref": "reference", "sic": "correction",
    "abbr": "abbreviation", "orig": "regular form", "lb": "break", "ptr": "link",
}  # fmt: skip

_NO_PAGES: Mapping[str, str] = {}


class Doubt(NamedTuple):
    """A place that an editor should look at: the id of its element, its words, and what is doubtful."""

    id: str
    words: str
    said: str


class Prose:
    """Writes the blocks of one telegram. `places` says where each entity is named, by its id; `doubts` are those of text and notes, in order.

    Every id of the page begins with `prefix`, so that two telegrams may stand on one page. `pages` are the addresses of other telegrams, by the
    names of their files: a reference with such a target is a link.
    """

    def __init__(self, cable: Cable, prefix: str = "", places: dict[str, list[str]] | None = None, pages: Mapping[str, str] = _NO_PAGES):
        self.known = {e.id: e.name for e in cable.entities}
        self.prefix, self.pages = prefix, pages
        self.places: dict[str, list[str]] = {} if places is None else places
        self.doubts: list[Doubt] = []

    def blocks(self, view: View) -> Iterator[etree._Element]:
        """Every block, each with its notes; letters quoted whole as `blockquote`; last, the notes without a place."""
        letter, within = None, ""
        for line in view.lines:
            row = self.row(line)
            if line.block.within != within:
                if letter is not None:
                    yield letter
                within = line.block.within
                letter = el("blockquote") if within else None
            if letter is None:
                yield row
            else:
                letter.append(row)
        if letter is not None:
            yield letter
        if (section := self.lost(view)) is not None:
            yield section

    def lost(self, view: View) -> etree._Element | None:
        """The notes that attach nowhere, if there are any."""
        heading = "Notes without a place"
        return el("section", {"class": "lost", "aria-label": heading}, el("h2", None, heading), self.notes(view.lost)) if view.lost else None

    def row(self, line: Line) -> etree._Element:
        """A block, and beside or below it its notes."""
        return el("div", {"class": "row"}, self.block(line), self.notes(line.notes) if line.notes else None)

    def block(self, line: Line) -> etree._Element:
        """The element of a block."""
        kind = line.block.kind.rpartition("/")[2]
        if kind == "pb":
            return _page(line.block.attrs)
        said = line.block.attrs.get("type", "")
        return el(_BLOCKS.get(kind, "p"), {"class": " ".join(filter(None, (kind, said))), "dir": "auto"}, *self.inline(line.inner))

    def notes(self, notes: Sequence[NoteView]) -> etree._Element:
        """Notes as a group of their own."""
        return el("div", {"class": "notes", "role": "group", "aria-label": "Notes"}, *(self.note(n) for n in notes))

    def note(self, n: NoteView) -> etree._Element:
        """A note: its printed number, which leads back to its place, and its text."""
        number, here = n.note.n, self.prefix + n.id
        back = el("a", {"href": f"#at-{here}", "aria-label": f"Back to the place of note {number}"}, number)
        shown = el("sup", {"class": "added"}, back if n.note.anchor is not None else number)
        cert = None
        if n.note.cert:
            self.doubts.append(Doubt(here, f"Note {number}", "its place was inferred"))
            cert = el("span", {"class": "added doubt"}, " (its place was inferred)")
        return el("p", {"class": "note", "id": here, "role": "note", "tabindex": "-1", "dir": "auto"}, shown, *self.inline(n.inner), cert)

    def inline(self, inner: Sequence[Inline]) -> Iterator[Child]:
        """Nodes as text and elements."""
        for node in inner:
            if isinstance(node, str):
                yield node
            elif isinstance(node, Anchor):
                label = f"Note {node.note.n}"
                here = self.prefix + node.id
                link = el("a", {"href": f"#{here}", "role": "doc-noteref", "aria-label": label}, node.note.n)
                yield el("sup", {"class": "added", "id": f"at-{here}"}, link)
            else:
                yield from self.tag(node)

    def tag(self, node: Tag) -> Iterator[Child]:
        """The element of a mention, and what the encoder adds to it."""
        m = node.mention
        if m.kind == "pb":
            yield _page(m.attrs, "span")
            return
        if m.kind in ("lb", "ptr"):
            if target := m.attrs.get("target", ""):
                yield el("span", {"class": "added"}, target)
            return
        yield self.element(node)
        if m.kind in CHOICES:
            added = m.attrs[CHOICES[m.kind]]
            yield el("ins", {"class": "added", "title": f"{CHOICES[m.kind]}, added by the encoder"}, f" [{added}]")

    def element(self, node: Tag) -> etree._Element:
        """The element of a mention that has words; a name leads to its card, unless a link stands in it."""
        m = node.mention
        here = ""
        if m.kind in NAMES and m.ref in self.known:
            here = f"{self.prefix}m-{sum(map(len, self.places.values())) + 1}"
            self.places.setdefault(m.ref, []).append(here)
        if m.cert:
            here = here or f"{self.prefix}d-{len(self.doubts) + 1}"
            self.doubts.append(Doubt(here, words(node.inner), _doubted(m, self.known.get(m.ref, ""))))
        attrs = {"class": " ".join(filter(None, (m.kind, "doubt" if m.cert else ""))), "title": _told(m), "id": here}
        children = tuple(self.inline(node.inner))
        if m.kind in NAMES and m.ref in self.known:
            return self.link(node, attrs, f"#e-{m.ref}", children)
        if m.kind == "ref" and (page := self.cited(m)):
            return self.link(node, attrs, page, children)
        if m.kind == "date":
            when = next((m.attrs[a] for a in DATING if a in m.attrs), "")
            return el("time", {**attrs, "datetime": when}, *children)
        if m.kind == "foreign":
            attrs["lang"] = m.attrs.get("xml:lang", "")
        return el(_INLINE.get(m.kind, "span"), attrs, *children)

    def link(self, node: Tag, attrs: dict[str, str], address: str, children: Sequence[Child]) -> etree._Element:
        """A link with the words of a mention; no link round another one."""
        links = any(isinstance(n, Anchor) for n in node.inner) or any(self.leads(t) for t in tags(node.inner))
        return el("span" if links else "a", {**attrs, "href": "" if links else address}, *children)

    def cited(self, m: Mention) -> str:
        """The page of the telegram that a reference points at, if there is one."""
        return self.pages.get(m.attrs.get("target", "").rpartition("/")[2], "")

    def leads(self, node: Tag) -> bool:
        """Whether there is a link at a node or in it."""
        m = node.mention
        named = m.kind in NAMES and m.ref in self.known
        return named or (m.kind == "ref" and bool(self.cited(m))) or any(isinstance(n, Anchor) for n in node.inner)


def _told(m: Mention) -> str:
    """What the encoding knows of a mention, for the pointer and the screen reader."""
    said = [f"{k} {m.attrs[k]}" for k in (*DATING, "n", "reason", "quantity", "unit") if m.attrs.get(k)]
    if m.cert:
        said.append(f"certainty {m.cert}")
    return "; ".join(said)


def _doubted(m: Mention, name: str) -> str:
    """What of a mention is doubtful, in words; `name` is whom or what it is thought to name."""
    said = name or "; ".join(m.attrs[k] for k in (*DATING, "n", *CHOICES.values()) if m.attrs.get(k))
    return f"{_SAID.get(m.kind, m.kind)}{f': {said}' if said else ''} ({m.cert} certainty)"


def _page(attrs: Attrs | Mapping[str, str], name: str = "p") -> etree._Element:
    return el(name, {"class": "added pb", "role": "doc-pagebreak", "aria-label": f"Page {attrs.get('n', '')}"}, f"[{attrs.get('n', '')}]")
