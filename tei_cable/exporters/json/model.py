"""A cable as JSON, and back. `schema.json` beside this file says what each name means."""

import json
from typing import Any

from tei_cable.model import Block, Cable, Entity, Field, Furniture, Mention, Note, Source, Span

FORMAT = "tei-cable/1"
Object = dict[str, Any]


class NotOurJson(ValueError):
    """The JSON is not what `write` writes. The message is a sentence."""


def write(cable: Cable) -> bytes:
    """The JSON document in UTF-8; what is empty is left out."""
    text = cable.source.text

    def spans(found: tuple[Span, ...]) -> list[list[int]]:
        return [list(s) for s in found]

    document = {
        "format": FORMAT,
        "source": _kept({"text": text, "path": cable.source.path, "sha256": cable.source.sha256, "encoding": cable.source.encoding}),
        "dialect": cable.dialect,
        "lang": cable.lang,
        "fields": [_kept({"name": f.name, "value": f.value, "span": f.span, "origin": f.origin, "attrs": f.attrs}) for f in cable.fields],
        "blocks": [_kept({"kind": b.kind, "spans": spans(b.spans), "attrs": b.attrs, "within": b.within}) for b in cable.blocks],
        "notes": [
            _kept({
                "n": n.n, "anchor": n.anchor, "spans": spans(n.spans), "marker": n.marker, "label": n.label,
                "kind": n.kind, "place": n.place, "cert": n.cert, "resp": n.resp,
            })
            for n in cable.notes
        ],
        "mentions": [
            _kept({
                "span": m.span, "words": text[m.span.start : m.span.end], "kind": m.kind, "ref": m.ref, "attrs": m.attrs,
                "cert": m.cert, "evidence": m.evidence,
            })
            for m in cable.mentions
        ],
        "furniture": [{"span": f.span, "kind": f.kind} for f in cable.furniture],
        "entities": [
            _kept({
                "id": e.id, "kind": e.kind, "name": e.name, "forename": e.forename, "surname": e.surname, "birth": e.birth, "death": e.death,
                "idno": e.idno, "geo": e.geo, "gloss": e.gloss, "source": e.source,
            })
            for e in cable.entities
        ],
    }  # fmt: skip
    return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"


def read(data: bytes) -> Cable:
    """The cable in JSON that `write` wrote. Raises NotOurJson."""
    try:
        found = json.loads(data)
        if found["format"] != FORMAT:
            raise NotOurJson(f"the JSON is of the form {found['format']!r}, and not {FORMAT!r}")
        return _cable(found)
    except (KeyError, TypeError, ValueError) as e:
        if isinstance(e, NotOurJson):
            raise
        raise NotOurJson(f"this is not the JSON of a telegram as tei-cable writes it: {e}") from e


def _cable(found: Object) -> Cable:
    source = found["source"]
    return Cable(
        Source(source.get("text", ""), source.get("path"), source.get("sha256", ""), source.get("encoding", "")),
        found["dialect"],
        found["lang"],
        tuple(Field(f["name"], f.get("value", ""), _span(f.get("span")), f.get("origin", ""), f.get("attrs", {})) for f in found["fields"]),
        tuple(Block(b["kind"], _spans(b), b.get("attrs", {}), b.get("within", "")) for b in found["blocks"]),
        tuple(_note(n) for n in found["notes"]),
        tuple(_mention(m) for m in found["mentions"]),
        tuple(Furniture(Span(*f["span"]), f["kind"]) for f in found["furniture"]),
        tuple(_entity(e) for e in found["entities"]),
    )


def _note(n: Object) -> Note:
    said = {key: n.get(key, "") for key in ("kind", "place", "cert", "resp")}
    return Note(n.get("n", ""), n.get("anchor"), _spans(n), _span(n.get("marker")), _span(n.get("label")), **said)


def _mention(m: Object) -> Mention:
    return Mention(Span(*m["span"]), m["kind"], m.get("ref", ""), m.get("attrs", {}), m.get("cert", ""), m.get("evidence", ""))


def _entity(e: Object) -> Entity:
    numbers = tuple((str(kind), str(number)) for kind, number in e.get("idno", ()))
    return Entity(**{k: v for k, v in e.items() if k != "idno"}, idno=numbers)


def _spans(part: Object) -> tuple[Span, ...]:
    return tuple(Span(*s) for s in part["spans"])


def _span(found: list[int] | None) -> Span | None:
    return None if found is None else Span(*found)


def _kept(row: Object) -> Object:
    return {k: v for k, v in row.items() if v or v == 0 and not isinstance(v, bool)}
