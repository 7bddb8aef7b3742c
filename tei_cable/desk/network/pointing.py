"""A network written into the TEI files: references get `@target`, the path of the cited telegram's file."""

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from tei_cable.desk.network.citations import by_letter
from tei_cable.desk.network.resolve import Resolved
from tei_cable.desk.passages import Found, Passage, passages
from tei_cable.desk.retagging import Edit
from tei_cable.desk.tagging import Barred, Tagging
from tei_cable.files import BadRequest, read_bytes, write_whole
from tei_cable.tei.adopt import telegrams
from tei_cable.tei.blocks import footnote
from tei_cable.tei.edits import attribute
from tei_cable.tei.names import XML, T
from tei_cable.tei.parse import read_tree
from tei_cable.tei.places import tag
from tei_cable.tei.xml import attributes

if TYPE_CHECKING:
    from tei_cable.desk.network import Network

_REF = f"{T}ref"


class Targeted(NamedTuple):
    """One file whose references were given targets: how many, or the error for which it was left as it was."""

    file: str
    references: int = 0
    error: Exception | None = None


def pointers(root: etree._Element, file: str) -> Sequence[str]:
    """How each telegram of a file is pointed at: by the file; where it holds several, with the id of its TEI or div, "" when it has none."""
    homes = telegrams(root)
    if len(homes) == 1:
        return [file]
    ids = [_id(home, homes) for home in homes]
    return [f"{file}#{id}" if id else "" for id in ids]


def targeted(network: "Network") -> Iterator[Targeted]:
    """Give the references in the files their targets. No character of a text changes.

    Words that stand for one ("ref A") are tagged. A telegram that cannot be pointed at is an error of its file, and does not stop the others.
    """
    found: dict[str, list[Resolved]] = {}
    for r in network.references:
        if r.target and r.target.pointer and r.target is not r.citing:
            found.setdefault(r.citing.file, []).append(r)
    for file, resolved in found.items():
        try:
            yield Targeted(file, _write(file, resolved))
        except (OSError, BadRequest) as e:
            yield Targeted(file, error=e)
    for file in dict.fromkeys(r.target.file for r in network.references if r.target and not r.target.pointer):
        said = "the file holds several telegrams, and those that are cited have no xml:id to be pointed at by; give one to each TEI or div"
        yield Targeted(file, error=BadRequest(f"{file}: {said}"))


def _write(file: str, resolved: Sequence[Resolved]) -> int:
    data = read_bytes(file)
    root = read_tree(data)
    try:
        tagging = Tagging(root, data)
        edits = list(_edits(tagging, resolved))
        if edits:
            write_whole(Path(file), tagging.applied(edit for of in edits for edit in of))
    except BadRequest as e:
        raise BadRequest(f"{file}: {e}") from e
    return len(edits)


def _edits(tagging: Tagging, resolved: Sequence[Resolved]) -> Iterator[Sequence[Edit]]:
    """The edits for each reference of a file that has another target than it should."""
    # before notes are put where they are pointed at
    texts = [p for tei in _documents(tagging.root) for p in passages(tei, tagging.data, tagging.places)]
    for part, home in enumerate(telegrams(tagging.root)):
        here = [r for r in resolved if r.citing.part == part]
        tagged = {r.citation.at: r for r in here if r.citation.at >= 0}
        for at, e in enumerate(_references(home)):
            r = tagged.get(at)
            if r and _is(e, r) and e.get("target") != _path(r):
                edit = attribute(tagging.data, tag(tagging.data, tagging.places[e].offset), "target", _path(r))
                if edit:
                    yield [edit]
        called = {r.citation.called: r for r in here if r.citation.at < 0}
        for p in texts if called else ():
            if p.element is home or home in p.element.iterancestors():
                yield from _calling(tagging, p, called)


def _calling(tagging: Tagging, p: Passage, called: Mapping[str, Resolved]) -> Iterator[Sequence[Edit]]:
    """The tags round words of a passage that stand for a reference."""
    for span, letter in by_letter(p.text, [s for e, s in p.spans.items() if e.tag == _REF]):
        if r := called.get(letter):
            said = attributes({"type": "telegram", "n": r.citation.number.n, "target": _path(r)})
            try:
                yield tagging.wrapped(Found(p, span.start, span.end, 0), f"<ref{said}>", "</ref>")
            except Barred:
                # another tag stands across
                continue


def _path(r: Resolved) -> str:
    """The pointer from one file to another, or within one."""
    if r.target is None:
        return ""
    file, mark, id = r.target.pointer.rpartition("#") if r.target.pointer != r.target.file else (r.target.file, "", "")
    if file == r.citing.file:
        return mark + id
    return Path(os.path.relpath(file, Path(r.citing.file).parent)).as_posix() + mark + id


def _documents(root: etree._Element) -> Sequence[etree._Element]:
    """The TEI elements that have a text of their own."""
    return [e for e in root.iter(f"{T}TEI") if e.find(f"{T}text") is not None] or [root]


def _id(home: etree._Element, homes: Sequence[etree._Element]) -> str:
    """The id of the TEI that holds this telegram and no other, else of the telegram's own element."""
    tei = next((a for a in (home, *home.iterancestors()) if a.tag == f"{T}TEI"), home)
    alone = all(h is home or tei not in (h, *h.iterancestors()) for h in homes)
    return (tei.get(f"{XML}id") if alone else None) or home.get(f"{XML}id") or ""


def _references(home: etree._Element) -> Sequence[etree._Element]:
    """The references in the order in which a telegram is read: those of the text, then those of the notes."""
    roots = home.iterfind(f"{T}text") if home.tag == f"{T}TEI" else [home]
    every = [e for text in roots for e in text.iter(_REF)]
    noted = [any(footnote(n) for n in e.iterancestors(f"{T}note")) for e in every]
    return [e for e, n in zip(every, noted, strict=True) if not n] + [e for e, n in zip(every, noted, strict=True) if n]


def _is(e: etree._Element, r: Resolved) -> bool:
    return e.get("type") == "telegram" and " ".join("".join(map(str, e.itertext())).split()) == " ".join(r.citation.words.split())
