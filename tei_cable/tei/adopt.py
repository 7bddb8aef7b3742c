"""TEI of other houses read into the model, as far as it goes: FRUS volumes and single documents of theirs, and any TEI with paragraphs.

Each document becomes a tree of the form that `build` writes, which `parse` reads. Words are kept, all of them; elements that the model does not know
lose their tags, and are counted.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from hashlib import sha256
from typing import NamedTuple

from lxml import etree

from tei_cable.model import Cable, Entity, Span
from tei_cable.tei.anchors import anchored
from tei_cable.tei.listed import listed
from tei_cable.tei.names import KIND_OF, NS, XML, T, allowed
from tei_cable.tei.others import inline, local, plain
from tei_cable.tei.parse import NotOurs, parse
from tei_cable.tei.stated import fields
from tei_cable.text.language import language
from tei_cable.text.settle import settle

_HOLDERS = frozenset({"div", "postscript", "quote", "cit", "floatingText", "attachment", "front", "body", "back", "text", "lg", "group"})
_LISTS = frozenset({"listPerson", "listPlace", "listOrg", "listEvent"})
_LINES = frozenset(T + name for name in ("p", "ab", "head", "l", "cell", "item", "dateline", "salute", "signed", "opener", "closer", "seg"))
_SHELL = f"""<TEI xmlns="{NS}"><teiHeader><fileDesc><titleStmt/><publicationStmt/><sourceDesc/></fileDesc><profileDesc/></teiHeader>
<text><body><div type="telegram"/></body></text></TEI>"""


class Adopted(NamedTuple):
    """A telegram, and the elements whose tags were lost, by name."""

    cable: Cable
    lost: Mapping[str, int]


def adopt(root: etree._Element, path: str | None, data: bytes) -> list[Adopted]:
    """The telegrams in a TEI document, in order; `path` and `data` are its file's. Raises NotOurs when it holds no text."""
    if parts := _parts(root):
        named = ((e, path and f"{path}/{e.get(f'{XML}id') or n}") for n, e in enumerate(parts, 1))
        return [a for e, name in named for a in adopt(deepcopy(e), name, data)]
    homes = telegrams(root)
    if _ours(root):
        cable = parse(root)
        return [Adopted(cable._replace(source=replace(cable.source, path=path)), {})]
    if not homes:
        raise NotOurs("the document holds no TEI text: no div[@type='document'], no body")
    entries, digest = listed(root), sha256(data).hexdigest()
    return [_adopted(home, entries, path, digest) for home in homes]


def telegrams(root: etree._Element) -> list[etree._Element]:
    """The elements that hold a telegram each, as many as `adopt` reads: the root of a document of ours, else divs, or the text.

    In what is not ours, notes that stand apart are put where they are pointed at.
    """
    if parts := _parts(root):
        return [home for e in parts for home in telegrams(e)]
    if _ours(root):
        return [root]
    _place_notes(root)
    return _documents(root)


def _parts(root: etree._Element) -> Sequence[etree._Element]:
    """The TEI elements with a text of their own, where a document consists of several (`teiCorpus`)."""
    every = [e for e in root.iter(f"{T}TEI") if e.find(f"{T}text") is not None]
    return every if every and every != [root] else ()


def _ours(root: etree._Element) -> bool:
    body = root.find(f"{T}text/{T}body")
    return body is not None and len(body) == 1 and body[0].get("type") == "telegram" and root.find(f"{T}teiHeader/{T}profileDesc") is not None


def _documents(root: etree._Element) -> list[etree._Element]:
    for path in (f"{T}div[@type='document']", f"{T}div[@type='telegram']"):
        if root.tag == f"{T}div" or (found := list(root.iterfind(f".//{path}"))):
            return [root] if root.tag == f"{T}div" else found
    text = root.find(f"{T}text")
    return [] if text is None or text.find(f"{T}body") is None else [text]


def _place_notes(root: etree._Element) -> None:
    """Put notes that stand apart where the first pointer at each stands; the pointer's words are their number, unless they have one."""
    apart = {str(e.get(f"{XML}id")): e for e in root.iter(f"{T}note") if e.get(f"{XML}id") and not _in_line(e)}
    for pointer in list(root.iter(f"{T}ref", f"{T}ptr")):
        parent, note = pointer.getparent(), apart.get(pointer.get("target", "")[1:])
        if note is None or parent is None or not _in_line(pointer):
            continue
        del apart[pointer.get("target", "")[1:]]
        if number := note.get("n") or plain(pointer).strip("[]()"):
            note.set("n", number)
        note.tail = pointer.tail
        parent.replace(pointer, note)


def _in_line(e: etree._Element) -> bool:
    return any(a.tag in _LINES for a in e.iterancestors())


def _adopted(source: etree._Element, entries: Mapping[str, Entity], path: str | None, digest: str) -> Adopted:
    lost: Counter[str] = Counter()
    shell = etree.fromstring(_SHELL)
    home = shell.find(f"{T}text/{T}body/{T}div")
    if home is None:
        raise NotOurs("the document has no body")
    _blocks(source, home, lost, [])
    cable = parse(shell)
    lang = _lang(source) or language(cable.source.text, Span(0, len(cable.source.text)))
    cable = anchored(cable._replace(lang=lang, mentions=settle(cable.mentions, allowed), fields=tuple(fields(source))))
    # one of many in a file is named by its id there
    name = path if source is source.getroottree().getroot() or path is None else f"{path}/{source.get(f'{XML}id', '')}".rstrip("/")
    text = replace(cable.source, path=name, sha256=digest)
    return Adopted(cable._replace(source=text, entities=tuple(_entities(cable, entries))), lost)


def _lang(e: etree._Element) -> str:
    return next((str(x.get(f"{XML}lang")) for x in (e, *e.iterancestors()) if x.get(f"{XML}lang")), "")


def _blocks(source: etree._Element, home: etree._Element, lost: Counter[str], begun: list[bool]) -> None:
    """Copy the blocks of `source` into `home`; `begun` is no longer empty when a paragraph has been seen."""
    _loose(home, source.text, begun)
    for e in source:
        kind = local(e)
        if kind in ("opener", "closer"):
            _inside(e, _holder(home, kind), lost)
        elif kind in ("dateline", "salute", "signed"):
            _holder(home, "closer" if begun or kind == "signed" else "opener").append(inline(e, kind, lost))
        elif kind in _HOLDERS:
            lost.update([kind] if kind not in ("front", "body", "back", "text") else [])
            _blocks(e, home, lost, begun)
        elif kind == "pb":
            home.append(_page(e))
        elif kind == "note" and e.get("n") and _within(e, "back"):
            _lost_notes(home).append(_note(e, lost))
        elif kind in _LISTS:
            # they are entries, and no words of the text
            pass
        elif kind in ("table", "list", "row"):
            _rows(e, home, lost, begun)
        elif kind:
            begun += [True] if kind != "head" else []
            name = kind if kind in ("head", "p", "fw") and not (kind == "head" and begun) else "p"
            lost.update([kind] if name != kind else [])
            home.append(inline(e, name, lost))
        _loose(home, e.tail, begun)


def _rows(e: etree._Element, home: etree._Element, lost: Counter[str], begun: list[bool]) -> None:
    """A table or a list outside a paragraph: a paragraph for each row or item, its parts apart by a blank."""
    lost[local(e)] += 1
    begun.append(True)
    for row in e:
        kind = local(row)
        if kind == "pb":
            home.append(_page(row))
        elif kind:
            home.append(inline(row, "p", lost))


def _inside(e: etree._Element, home: etree._Element, lost: Counter[str]) -> None:
    for c in e:
        kind = local(c)
        if kind:
            home.append(inline(c, kind if kind in ("dateline", "salute", "signed", "seg") else "seg", lost))
    if not len(home) and plain(e):
        home.append(inline(e, "seg", lost))


def _holder(home: etree._Element, kind: str) -> etree._Element:
    last = home[-1] if len(home) else None
    return last if last is not None and local(last) == kind else etree.SubElement(home, T + kind)


def _page(e: etree._Element) -> etree._Element:
    made = etree.Element(f"{T}pb")
    made.set("n", e.get("n", ""))
    return made


def _loose(home: etree._Element, text: str | None, begun: list[bool]) -> None:
    if text and (words := " ".join(text.split())):
        begun.append(True)
        etree.SubElement(home, f"{T}p").text = words


def _within(e: etree._Element, name: str) -> bool:
    return next(e.iterancestors(T + name), None) is not None


def _lost_notes(home: etree._Element) -> etree._Element:
    """Where notes go that nothing places."""
    text = home.getroottree().getroot().find(f"{T}text")
    if text is None:
        raise NotOurs("the document has no text")
    back = text.find(f"{T}back")
    if back is None:
        back = etree.SubElement(text, f"{T}back")
        etree.SubElement(back, f"{T}div", {"type": "notes"})
    return back[0]


def _note(e: etree._Element, lost: Counter[str]) -> etree._Element:
    made = inline(e, "note", lost)
    made.set("n", e.get("n", ""))
    made.set("place", "foot")
    return made


def _entities(cable: Cable, listed: Mapping[str, Entity]) -> Iterator[Entity]:
    """What header and mentions point at: as it is listed, else by the words of the first mention."""
    seen: set[str] = set()
    for f in cable.fields:
        if (entry := listed.get(f.attrs.get("ref", ""))) and entry.name and entry.id not in seen:
            seen.add(entry.id)
            yield entry
    for m in cable.mentions:
        if m.ref and m.ref not in seen and m.kind in KIND_OF:
            seen.add(m.ref)
            words = " ".join(cable.source.text[m.span.start : m.span.end].split())
            entry = listed.get(m.ref)
            yield entry if entry and entry.name else Entity(m.ref, KIND_OF[m.kind], words)
