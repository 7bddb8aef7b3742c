"""A telegram as a chapter: XHTML with facts, text, notes and registers."""

from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree

from tei_cable.model import Attrs, Cable
from tei_cable.render.elements import Child, el, extend
from tei_cable.render.facts import Fact, of_the_copy, own, summary
from tei_cable.render.register import described, registers
from tei_cable.render.view import Anchor, Inline, Line, NoteView, Tag, read, tags
from tei_cable.tei.names import CHOICES, NAMES, XML

_XHTML, _OPS = "http://www.w3.org/1999/xhtml", "http://www.idpf.org/2007/ops"


def document(title: str, language: str, children: Sequence[Child]) -> bytes:
    """An XHTML document of the book."""
    head = el(
        "head",
        None,
        el("meta", {"charset": "utf-8"}),
        el("title", None, title),
        el("link", {"rel": "stylesheet", "type": "text/css", "href": "style.css"}),
    )
    # the key of the default namespace is None
    spaces: Any = {None: _XHTML, "epub": _OPS}
    root = etree.Element("html", nsmap=spaces)
    root.set("lang", language)
    root.set(f"{XML}lang", language)
    extend(root, (head, el("body", None, *children)))
    for e in root.iter():
        e.tag = f"{{{_XHTML}}}{e.tag}"
        if said := e.attrib.pop("epub-type", ""):
            e.set(f"{{{_OPS}}}type", said)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, doctype="<!DOCTYPE html>") + b"\n"


class Chapter:
    """Writes one telegram; `pages` are the pages that its text marks, each with the id of its mark."""

    def __init__(self, cable: Cable, title: str):
        self.cable, self.title = cable, title
        self.known = {e.id for e in cable.entities}
        self.pages: list[tuple[str, str]] = []

    def page(self) -> bytes:
        """The chapter."""
        view = read(self.cable)
        about = _listed([*own(self.cable), *summary(self.cable)])
        source = _listed(of_the_copy(self.cable))
        return document(
            self.title,
            self.cable.lang,
            [
                el(
                    "section",
                    {"epub-type": "chapter", "role": "doc-chapter"},
                    el("h1", {"dir": "auto"}, self.title),
                    about,
                    el("article", None, *self.blocks(view.lines)),
                    *self.notes("Notes", [n for line in view.lines for n in line.notes]),
                    *self.notes("Notes without a place", view.lost),
                    *self.registers(),
                    el("section", {"class": "source"}, el("h2", None, "Source"), source) if source is not None else None,
                )
            ],
        )

    def blocks(self, lines: Sequence[Line]) -> Iterator[Child]:
        """Every block; letters quoted whole as `blockquote`."""
        letter: etree._Element | None = None
        within = ""
        for line in lines:
            if line.block.within != within:
                within = line.block.within
                letter = el("blockquote") if within else None
                yield letter
            block = self.block(line)
            if letter is None:
                yield block
            else:
                letter.append(block)

    def block(self, line: Line) -> etree._Element:
        """The element of a block."""
        kind = line.block.kind.rpartition("/")[2]
        if kind == "pb":
            return self.mark(line.block.attrs, "div")
        return el("h2" if kind == "head" else "p", {"class": "" if kind in ("p", "head") else kind, "dir": "auto"}, *self.inline(line.inner))

    def notes(self, heading: str, notes: Sequence[NoteView]) -> Iterator[Child]:
        """Notes under their heading, which a reading device opens at their places."""
        if notes:
            yield el("section", {"class": "notes"}, el("h2", None, heading), *map(self.note, notes))

    def note(self, n: NoteView) -> etree._Element:
        """A note: its printed number, which leads back to its place, and its text."""
        back = el("a", {"href": f"#at-{n.id}", "role": "doc-backlink"}, n.note.n) if n.note.anchor is not None else n.note.n
        cert = el("span", {"class": "added doubt"}, " (its place was inferred)") if n.note.cert else None
        said = el("p", {"dir": "auto"}, el("span", {"class": "number"}, back), " ", *self.inline(n.inner), cert)
        return el("aside", {"epub-type": "footnote", "role": "doc-footnote", "id": n.id}, said)

    def inline(self, inner: Sequence[Inline]) -> Iterator[Child]:
        """Nodes as text and elements."""
        for node in inner:
            if isinstance(node, str):
                yield node
            elif isinstance(node, Anchor):
                link = {"epub-type": "noteref", "role": "doc-noteref", "href": f"#{node.id}", "id": f"at-{node.id}"}
                yield el("sup", None, el("a", link, node.note.n))
            else:
                yield from self.tag(node)

    def tag(self, node: Tag) -> Iterator[Child]:
        """The element of a mention, and what the encoder adds to it."""
        m = node.mention
        if m.kind == "pb":
            yield self.mark(m.attrs, "span")
            return
        if m.kind in ("lb", "ptr"):
            if target := m.attrs.get("target", ""):
                yield el("span", {"class": "added"}, target)
            return
        attrs = {"class": " ".join(filter(None, (m.kind, "doubt" if m.cert else "")))}
        if m.kind == "foreign":
            attrs |= {"lang": m.attrs.get("xml:lang", ""), "xml:lang": m.attrs.get("xml:lang", "")}
        name = "i" if m.kind == "foreign" else "span"
        if self.leads(node) and not any(map(self.leads, tags(node.inner))) and not _anchored(node.inner):
            name, attrs["href"] = "a", f"#e-{m.ref}"
        yield el(name, attrs, *self.inline(node.inner))
        if m.kind in CHOICES:
            yield el("ins", {"class": "added"}, f" [{m.attrs[CHOICES[m.kind]]}]")

    def leads(self, node: Tag) -> bool:
        """Whether a mention leads to an entry of the registers."""
        return node.mention.kind in NAMES and node.mention.ref in self.known

    def mark(self, attrs: Attrs, name: str) -> etree._Element:
        """A page's mark, which the list of pages leads to."""
        n, at = attrs.get("n", ""), f"page-{len(self.pages) + 1}"
        if n:
            self.pages.append((n, at))
        return el(name, {"class": "added pb", "epub-type": "pagebreak", "role": "doc-pagebreak", "id": at, "aria-label": f"Page {n}"}, f"[{n}]")

    def registers(self) -> Iterator[Child]:
        """People, places, organisations and terms."""
        for r in registers(self.cable.entities):
            entries = (el("li", {"id": f"e-{e.id}", "dir": "auto"}, described(e)) for e in r.entities)
            yield el("section", {"class": "register"}, el("h2", None, r.heading), el("ul", None, *entries))


def _listed(facts: Sequence[Fact]) -> etree._Element | None:
    rows: list[Child] = []
    for fact in facts:
        doubt = el("span", {"class": "doubt"}, f" ({fact.doubt()})") if fact.doubts else None
        rows += [el("dt", None, fact.label), el("dd", {"dir": "auto"}, fact.value, doubt)]
    return el("dl", {"class": "facts"}, *rows) if rows else None


def _anchored(inner: Sequence[Inline]) -> bool:
    return any(isinstance(n, Anchor) or (isinstance(n, Tag) and _anchored(n.inner)) for n in inner)
