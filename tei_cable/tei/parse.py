"""TEI that `build` made back into a cable.

The source's layout is not in the TEI, so the text is laid out anew: blocks apart by a blank line, notes after them, `[n]` where they
attach, and the header's citation in front. Everything else is what `build` was given.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

from lxml import etree

from tei_cable.model import Attrs, Block, Cable, Entity, Field, Furniture, Mention, Note, Source, Span
from tei_cable.tei.blocks import content
from tei_cable.tei.header import ACTIONS, BODY, CHANGE, LIST, NO_RIGHTS, NO_TITLE, OFFICERS, RESPONSIBLE, SCHEMES, SHELF, SLOTS
from tei_cable.tei.names import CHOICES, EMPTY, NS, RESP, XML, T
from tei_cable.tei.others import local, when
from tei_cable.text.layout import squeeze

_NS = {"t": NS}


class NotOurs(ValueError):
    """The document is not TEI of the form that `build` writes."""


class EntitiesDeclared(etree.XMLSyntaxError):
    """The document declares entities of its own, which can stand for anything."""

    def __init__(self) -> None:
        # message, code, line, column: lxml-stubs know another signature
        said: Any = ("it declares entities of its own, which are not read: put the characters themselves", 0, 1, 1)
        super().__init__(*said)


def read_tree(data: bytes | str) -> etree._Element:
    """The root element of an XML document, read without entities, DTD and network.

    Raises etree.XMLSyntaxError, and EntitiesDeclared for a document that has entities of its own.
    """
    data = data.encode() if isinstance(data, str) else data
    # a parser that does not collect ids takes an id given twice, of which a rule tells; but it loads the DTD that a document names
    has_dtd = b"<!DOCTYPE" in (data.replace(b"\0", b"") if b"\0" in data[:4] else data)
    root = etree.fromstring(data, _parser(has_dtd))
    # asked of the tree: an encoding such as UTF-7 hides declarations from a search
    dtd: Any = root.getroottree().docinfo.internalDTD  # lxml-stubs know little of it
    if dtd is not None and next(dtd.iterentities(), None) is not None:
        raise EntitiesDeclared
    return root


@cache
def _parser(collect_ids: bool) -> etree.XMLParser:
    """A parser that opens nothing; to make one takes a quarter of the time in which it reads a telegram."""
    return etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=True, collect_ids=collect_ids)


def parse(root: etree._Element) -> Cable:
    """The cable that a TEI document of ours encodes. Raises NotOurs."""
    body = root.find(f"{T}text/{T}body/{T}div")
    head = root.find(f"{T}teiHeader")
    if root.tag != f"{T}TEI" or body is None or head is None:
        raise NotOurs("the document is not a TEI telegram: TEI/teiHeader and TEI/text/body/div are needed")
    reader = _Reader()
    fields = list(_fields(head, reader))
    if body.get("n"):
        fields.append(Field("number", body.get("n", "")))
    reader.blocks_of(body)
    reader.notes_of(root)
    digest = head.findtext(f"{T}fileDesc/{T}sourceDesc/{T}bibl[@type='source']/{T}idno[@type='SHA-256']") or ""
    return Cable(
        Source("".join(reader.out), None, digest),
        "tei",
        root.get(f"{XML}lang", "und"),
        tuple(fields),
        tuple(reader.blocks),
        tuple(reader.notes),
        tuple(sorted(reader.mentions, key=lambda m: (m.span.start, -m.span.end))),
        tuple(reader.furniture),
        tuple(_entities(root)),
    )


def _attrs(e: etree._Element, *without: str) -> Attrs:
    return {str(k).replace(XML, "xml:"): str(v) for k, v in e.attrib.items() if k not in without}


class _Reader:
    """Lays the text out and collects the spans."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.at = 0
        self.blocks: list[Block] = []
        self.notes: list[Note] = []
        self.mentions: list[Mention] = []
        self.furniture: list[Furniture] = []
        self.waiting: list[tuple[etree._Element, int | None, Span | None]] = []
        self.letters = 0

    def add(self, s: str | None) -> None:
        if s:
            self.out.append(s)
            self.at += len(s)

    def blocks_of(self, e: etree._Element, path: str = "", within: str = "") -> None:
        for c in e:
            k = local(c)
            if k in ("opener", "closer"):
                self.blocks_of(c, k + "/", within)
            elif k == "floatingText":
                self.letters += 1
                inner = c.find(f"{T}body")
                self.blocks_of(c if inner is None else inner, "", f"{c.get('type', 'letter')}-{self.letters}")
            elif k:
                start = self.at
                if k == "pb":
                    self.add(f"[Page {c.get('n', '')}]")
                else:
                    self.inline(c)
                self.blocks.append(Block(path + k, (Span(start, self.at),), _attrs(c), within))
                self.add("\n\n")

    def inline(self, e: etree._Element) -> None:
        self.add(e.text)
        for c in e:
            self.element(c)
            self.add(c.tail)

    def element(self, c: etree._Element) -> None:
        k, start, before = local(c), self.at, len(self.mentions)
        if k == "note" and c.get("n"):
            self.add(f"[{c.get('n')}]")
            self.waiting.append((c, start, Span(start, self.at)))
            return
        cert, attrs = c.get("cert", ""), _attrs(c, "ref", "cert")
        if k == "choice":
            k, attrs, cert = self.choice(c)
        elif k == "note" and c.get("type") == "gap":
            gap = c.find(f"{T}gap")
            k, attrs = "gap", {**({} if gap is None else _attrs(gap)), **_decided(c)}
            self.add(gap.tail if gap is not None else "")
        elif k == "note":
            attrs = _attrs(c, "place", "cert")
            self.inline(c)
        elif k in EMPTY:
            self.add({"pb": f"[Page {c.get('n', '')}]", "lb": "-\n", "ptr": f"<{c.get('target', '')}>"}[k])
            attrs = _attrs(c)
        else:
            self.inline(c)
        if k == "gap":
            for x in list(c)[1:]:
                self.element(x)
                self.add(x.tail)
        # before what it holds, which may have the same words
        self.mentions.insert(before, Mention(Span(start, self.at), k, c.get("ref", "")[1:], attrs, cert))

    def choice(self, c: etree._Element) -> tuple[str, Attrs, str]:
        reading, addition = c[0], c[1]
        self.inline(reading)
        kind = local(reading)
        return kind, {CHOICES[kind]: addition.text or "", **_decided(addition)}, addition.get("cert", "")

    def notes_of(self, root: etree._Element) -> None:
        lost = root.findall(f"{T}text/{T}back/{T}div[@type='notes']/{T}note")
        for c, anchor, marker in [*self.waiting, *((c, None, None) for c in lost)]:
            n = c.get("n", "")
            label = Span(self.at, self.at + len(n) + 2)
            self.add(f"[{n}] ")
            start = self.at
            self.inline(c)
            spans = (Span(start, self.at),)
            resp = _decided(c).get("resp", "")
            self.notes.append(Note(n, anchor, spans, marker, label, c.get("type", ""), c.get("place", ""), c.get("cert", ""), resp))
            self.add("\n")


def _decided(e: etree._Element) -> Attrs:
    """Who answers for an element, when that is not the program."""
    resp = e.get("resp", RESP)
    return {} if resp == RESP else {"resp": resp}


def _fields(head: etree._Element, reader: _Reader) -> Iterator[Field]:
    file, profile = head.find(f"{T}fileDesc"), head.find(f"{T}profileDesc")
    if file is None or profile is None:
        raise NotOurs("the TEI header has no fileDesc or no profileDesc")
    yield from (f for f in _each(file, "title", "t:titleStmt/t:title") if f.value != NO_TITLE)
    yield from _each(file, "author", "t:titleStmt/t:author/t:persName")
    yield from _each(file, "translator", "t:titleStmt/t:editor/t:persName")
    yield from _each(file, "funder", "t:titleStmt/t:funder")
    yield from _responsible(file)
    yield from (f for f in _each(file, "publisher", "t:publicationStmt/t:publisher") if f.value)
    yield from _each(file, "uri", "t:publicationStmt/t:idno[@type='URI']", "type")
    yield from _each(file, "document", "t:publicationStmt/t:idno[@type='document']", "type")
    yield from _rights(file)
    yield from _each(file, "credit", "t:notesStmt/t:note[@type='credit']", "type")
    yield from _citation(file, reader)
    for name in SHELF:
        yield from _each(file, name, f"t:sourceDesc/t:msDesc/t:msIdentifier/t:{SLOTS[name][1]}")
    for name in OFFICERS:
        yield from _each(file, name, f"t:sourceDesc/t:bibl[@type='source']/t:respStmt[t:resp='{name}']/t:name")
    yield from _each(file, LIST, "t:sourceDesc/t:bibl[@type='authority']", "type")
    yield from _each(profile, "abstract", "t:abstract/t:p")
    yield from _each(profile, "created", "t:creation/t:date")
    yield from _each(profile, "language", "t:langUsage/t:language")
    for name, scheme in SCHEMES.items():
        yield from _each(profile, name, f"t:textClass/t:classCode[@scheme='#{scheme}']", "scheme")
    for kind in ACTIONS:
        for c in profile.iterfind(f"t:correspDesc/t:correspAction[@type='{kind}']/*", _NS):
            yield _field(f"{kind}/{local(c)}", c)
            yield from (_field(f"{kind}/{local(c)}{BODY}", body) for body in c.iterfind("t:orgName", _NS))
    yield from _each(profile, "cites", "t:correspDesc/t:correspContext/t:ref", "type")
    yield from _each(head, CHANGE, "t:revisionDesc/t:change")


def _field(name: str, c: etree._Element, *without: str) -> Field:
    attrs = {k: v[1:] if k == "ref" else v for k, v in _attrs(c, *without).items()}
    return Field(name, squeeze(content(c)), attrs=attrs)


def _each(e: etree._Element, name: str, path: str, *without: str) -> Iterator[Field]:
    return (_field(name, c, *without) for c in e.iterfind(path, _NS))


def _responsible(file: etree._Element) -> Iterator[Field]:
    """Who answers for tags besides the program."""
    for r in file.iterfind("t:titleStmt/t:respStmt", _NS):
        if (id := r.get(f"{XML}id", "")) and id != RESP[1:] and len(r) == 2:
            yield Field(RESPONSIBLE, squeeze(content(r[1])), attrs={"xml:id": id, "resp": squeeze(content(r[0]))})


def _rights(file: etree._Element) -> Iterator[Field]:
    for a in file.iterfind("t:publicationStmt/t:availability", _NS):
        if content(a) != NO_RIGHTS:
            yield Field("rights", content(a), attrs=_attrs(a))


def _citation(file: etree._Element, reader: _Reader) -> Iterator[Field]:
    for c in file.iterfind("t:sourceDesc/t:bibl[@type='citation']", _NS):
        start = reader.at
        reader.inline(c)
        span = Span(start, reader.at)
        yield Field("citation", "".join(reader.out)[span.start : span.end], span)
        reader.add("\n\n")


def _entities(root: etree._Element) -> Iterator[Entity]:
    stand = root.find(f"{T}standOff")
    if stand is None:
        return
    for kind in ("person", "place", "org"):
        for e in stand.iter(f"{T}{kind}"):
            name = e[0]
            yield Entity(
                e.get(f"{XML}id", ""),
                kind,
                content(name),
                name.findtext(f"{T}forename") or "",
                name.findtext(f"{T}surname") or "",
                when(e, "birth"),
                when(e, "death"),
                tuple((i.get("type", ""), i.text or "") for i in e.iterfind(f"{T}idno")),
                e.findtext(f"{T}location/{T}geo") or "",
                e.findtext(f"{T}note") or "",
                e.get("source", "")[1:],
            )
    for label in stand.iter(f"{T}label"):
        item = label.getnext()
        gloss = "" if item is None else item.text or ""
        yield Entity(label.get(f"{XML}id", ""), "term", label.text or "", gloss=gloss, source=label.get("source", "")[1:])
