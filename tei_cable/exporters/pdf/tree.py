"""Telegrams as the tree that `telegram.typ` sets: every word a string of JSON, so that none of it is markup."""

from collections.abc import Mapping, Sequence
from typing import Any

from tei_cable.model import Cable
from tei_cable.render.book import book
from tei_cable.render.facts import Fact, of_the_copy, own, summary
from tei_cable.render.register import described, registers
from tei_cable.render.view import Anchor, Inline, Line, NoteView, Tag, read
from tei_cable.tei.names import CHOICES

Node = str | dict[str, Any]


def tree(cables: Sequence[Cable]) -> dict[str, Any]:
    """The telegrams, and what the document says of itself."""
    whole = book(cables)
    single = whole.records[0] if len(cables) == 1 else None
    return {
        "title": whole.title,
        "lang": _language(whole.language),
        "authors": whole.senders,
        "description": single.abstract if single else "",
        "keywords": [*whole.recipients, *whole.dates],
        "telegrams": [_telegram(cable, record.title) for cable, record in zip(cables, whole.records, strict=True)],
    }


def _telegram(cable: Cable, title: str) -> dict[str, Any]:
    view = read(cable)
    known = {n.id: n for n in view.notes()}
    return {
        "title": title,
        "lang": _language(cable.lang),
        "facts": _facts([*own(cable), *summary(cable)]),
        "source": _facts(of_the_copy(cable)),
        "blocks": [_block(line, known) for line in view.lines],
        "lost": [{"n": n.note.n, "inner": _inline(n.inner, known)} for n in view.lost],
        "registers": [{"heading": r.heading, "entries": [described(e) for e in r.entities]} for r in registers(cable.entities)],
    }


def _facts(facts: Sequence[Fact]) -> list[dict[str, Any]]:
    return [{"label": f.label, "inner": [f.value, *([_tag("doubt", [f" ({f.doubt()})"], doubt=True)] if f.doubts else [])]} for f in facts]


def _block(line: Line, known: Mapping[str, NoteView]) -> dict[str, Any]:
    kind = line.block.kind.rpartition("/")[2]
    inner = [_page(line.block.attrs.get("n", ""))] if kind == "pb" else _inline(line.inner, known)
    return {"kind": kind, "letter": bool(line.block.within), "inner": inner}


def _inline(inner: Sequence[Inline], known: Mapping[str, NoteView]) -> list[Node]:
    out: list[Node] = []
    for node in inner:
        if isinstance(node, str):
            out.append(node)
        elif isinstance(node, Anchor):
            out.append({"kind": "footnote", "n": node.note.n, "inner": _inline(known[node.id].inner, known), "inferred": bool(node.note.cert)})
        else:
            out += _mention(node, known)
    return out


def _mention(node: Tag, known: Mapping[str, NoteView]) -> list[Node]:
    m = node.mention
    if m.kind in ("pb", "lb", "ptr"):
        return [_page(m.attrs.get("n", ""))] if m.kind == "pb" else [_added(m.attrs.get("target", ""))]
    made = [_tag(m.kind, _inline(node.inner, known), doubt=bool(m.cert))]
    if m.kind == "foreign":
        made[0]["lang"] = _language(m.attrs.get("xml:lang", ""))
    return [*made, _added(f" [{m.attrs[CHOICES[m.kind]]}]")] if m.kind in CHOICES else [*made]


def _tag(kind: str, inner: list[Node], *, doubt: bool) -> dict[str, Any]:
    return {"kind": kind, "inner": inner, "doubt": doubt}


def _added(words: str) -> dict[str, Any]:
    return {"kind": "added", "words": words}


def _page(n: str) -> dict[str, Any]:
    return _added(f"[{n}]")


def _language(tag: str) -> str:
    """The language of a BCP 47 tag, which is what Typst divides words by."""
    code = tag.partition("-")[0].lower()
    return code if code.isalpha() and len(code) in (2, 3) else "und"
