"""Small wrongs done to a TEI document, each of which changes what it says or where."""

import random
import re
from collections.abc import Callable, Iterator

from lxml import etree

from tei_cable.tei.flow import flow

_ADDED = ("corr", "expan", "reg")
_WORD = re.compile(r"\S*\w\S*")

# A string of the body: an element, and whether its text or its tail is meant.
Place = tuple[etree._Element, str]
Mutation = Callable[[etree._Element, random.Random], bool]


def _local(e: etree._Element) -> str:
    return etree.QName(e).localname if isinstance(e.tag, str) else ""


def _places(root: etree._Element) -> list[Place]:
    body = root.find("{*}text")
    found: list[Place] = []
    for e in body.iter():
        if any(_local(a) in _ADDED for a in (e, *e.iterancestors())):
            if _local(e) in _ADDED and e.tail:
                found.append((e, "tail"))
            continue
        found += [(e, part) for part in ("text", "tail") if getattr(e, part) and (part == "text" or e is not body)]
    return [(e, part) for e, part in found if _WORD.search(getattr(e, part))]


def _word(root: etree._Element, rng: random.Random) -> tuple[etree._Element, str, re.Match[str]]:
    e, part = rng.choice(_places(root))
    return e, part, rng.choice(list(_WORD.finditer(getattr(e, part))))


def delete_word(root: etree._Element, rng: random.Random) -> bool:
    e, part, m = _word(root, rng)
    setattr(e, part, m.string[: m.start()] + m.string[m.end() :].removeprefix(" "))
    return True


def change_letter(root: etree._Element, rng: random.Random) -> bool:
    e, part, m = _word(root, rng)
    at = rng.randrange(m.start(), m.end())
    setattr(e, part, m.string[:at] + rng.choice("xQ7") + m.string[at + 1 :])
    return True


def duplicate_word(root: etree._Element, rng: random.Random) -> bool:
    e, part, m = _word(root, rng)
    setattr(e, part, m.string[: m.start()] + m[0] + " " + m.string[m.start() :])
    return True


def split_word(root: etree._Element, rng: random.Random) -> bool:
    e, part, m = _word(root, rng)
    if len(m[0]) < 2:
        return False
    at = rng.randrange(m.start() + 1, m.end())
    setattr(e, part, m.string[:at] + " " + m.string[at:])
    return True


def join_words(root: etree._Element, rng: random.Random) -> bool:
    e, part, m = _word(root, rng)
    rest = m.string[m.end() :]
    setattr(e, part, m.string[: m.end()] + rest.removeprefix(" "))
    return rest.startswith(" ") and len(rest) > 1


def move_word(root: etree._Element, rng: random.Random) -> bool:
    e, part, m = _word(root, rng)
    setattr(e, part, m.string[: m.start()] + m.string[m.end() :].removeprefix(" "))
    e, part, n = _word(root, rng)
    setattr(e, part, n.string[: n.start()] + m[0] + " " + n.string[n.start() :])
    return True


def _notes(root: etree._Element) -> list[etree._Element]:
    return [n for n in root.iterfind("{*}text//{*}note[@n]") if n.get("place") != "inline"]


def _drop(e: etree._Element) -> None:
    """Remove an element and keep its tail."""
    parent, before = e.getparent(), e.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + (e.tail or "")
    else:
        parent.text = (parent.text or "") + (e.tail or "")
    e.tail = None
    parent.remove(e)


def drop_note(root: etree._Element, rng: random.Random) -> bool:
    notes = _notes(root)
    if not notes:
        return False
    _drop(rng.choice(notes))
    return True


def swap_notes(root: etree._Element, rng: random.Random) -> bool:
    """The texts of two notes change places; their numbers stay."""
    notes = _notes(root)
    if len(notes) < 2:
        return False
    a, b = rng.sample(notes, 2)
    (a.text, inner_a), (b.text, inner_b) = (b.text, list(b)), (a.text, list(a))
    for e, inner in ((a, inner_a), (b, inner_b)):
        for c in list(e):
            e.remove(c)
        e.extend(inner)
    return True


def move_note(root: etree._Element, rng: random.Random) -> bool:
    """A note whose marker is in the source is anchored some words away."""
    notes = [n for n in _notes(root) if not n.get("cert") and not any(_local(a) == "back" for a in n.iterancestors())]
    if not notes:
        return False
    note = rng.choice(notes)
    before = _anchors(root)
    _drop(note)
    e, part, m = _word(root, rng)
    rest = m.string[m.end() :]
    setattr(e, part, m.string[: m.end()])
    note.tail = rest
    if part == "text":
        e.insert(0, note)
    else:
        e.addnext(note)
        note.tail = rest
    return _anchors(root) != before and not any(_local(a) == "note" for a in note.iterancestors())


def _anchors(root: etree._Element) -> list[tuple[str, int, bool]]:
    """Where each note is anchored: after how many characters, white space aside, and whether in the block of what follows."""
    at, found = 0, []
    for piece in flow(root.find("{*}text")).pieces:
        found += [(m.n, at, m.after_edge) for m in piece.marks if m.kind == "note"]
        at += len(piece.text.replace(" ", ""))
    return found


def drop_block(root: etree._Element, rng: random.Random) -> bool:
    blocks = [e for e in root.iterfind("{*}text//{*}p") if len("".join(e.itertext())) > 30]
    if not blocks:
        return False
    _drop(rng.choice(blocks))
    return True


def swap_blocks(root: etree._Element, rng: random.Random) -> bool:
    blocks = [e for e in root.iterfind("{*}text//{*}p") if _local(e.getnext() if e.getnext() is not None else e.getparent()) == "p"]
    if not blocks:
        return False
    block = rng.choice(blocks)
    block.getnext().addnext(block)
    return True


def change_abstract(root: etree._Element, rng: random.Random) -> bool:
    for path in rng.sample(["abstract/{*}p", "notesStmt/{*}note", "titleStmt/{*}title"], 3):
        e = root.find("{*}teiHeader//{*}" + path)
        if e is not None and e.text and " " in e.text:
            e.text = e.text.replace(" ", " not ", 1)
            return True
    return False


MUTATIONS: dict[str, Mutation] = {
    f.__name__: f
    for f in (
        delete_word,
        change_letter,
        duplicate_word,
        split_word,
        join_words,
        move_word,
        drop_note,
        swap_notes,
        move_note,
        drop_block,
        swap_blocks,
        change_abstract,
    )
}


def mutants(tei: bytes, rng: random.Random, each: int) -> Iterator[tuple[str, bytes]]:
    """`each` mutants of every kind that the document allows, with the name of what was done; those that say the same are left out."""
    for name, mutate in MUTATIONS.items():
        for _ in range(each):
            root = etree.fromstring(tei)
            said = _said(root)
            if mutate(root, rng) and _said(root) != said:
                yield name, etree.tostring(root)


def _said(root: etree._Element) -> object:
    head = root.find("{*}teiHeader")
    body = flow(root.find("{*}text"))
    return [
        [(p.lead, p.text) for p in body.pieces],
        [(n.n, [p.text for p in n.pieces]) for n in body.notes],
        _anchors(root),
        "" if head is None else "".join(head.itertext()),
    ]
