"""standOff: the persons, places, organisations and terms that a cable points at, each once."""

from collections.abc import Iterable
from functools import lru_cache

from tei_cable.model import Entity
from tei_cable.tei.names import LIST_OF, NAME_OF
from tei_cable.tei.xml import attributes, element, escape, marked


def standoff(entities: Iterable[Entity]) -> str:
    """The `standOff` element, or nothing when nothing is listed."""
    by_kind: dict[str, list[str]] = {kind: [] for kind in LIST_OF}
    for e in entities:
        by_kind[e.kind].append(_entry(e))
    out = []
    for kind, rows in by_kind.items():
        if rows:
            gloss = ' type="gloss"' if kind == "term" else ""
            out.append(f"    <{LIST_OF[kind]}{gloss}>\n{''.join(rows)}    </{LIST_OF[kind]}>\n")
    return f"  <standOff>\n{''.join(out)}  </standOff>\n" if out else ""


@lru_cache(maxsize=16384)
def _entry(e: Entity) -> str:
    said = {"xml:id": e.id, "source": f"#{e.source}" if e.source else ""}
    if e.kind == "term":
        return f"      {element('label', e.name, said)}<item>{escape(e.gloss)}</item>\n"
    name = NAME_OF[e.kind]
    inner = f"<{name}>{_display(e)}</{name}>"
    for tag, when in (("birth", e.birth), ("death", e.death)):
        inner += element(tag, "", {"when": when}) if when else ""
    inner += f"<location><geo>{escape(e.geo)}</geo></location>" if e.geo else ""
    inner += "".join(element("idno", value, {"type": kind}) for kind, value in e.idno)
    inner += element("note", e.gloss) if e.gloss else ""
    return f"      <{e.kind}{attributes(said)}>{inner}</{e.kind}>\n"


def _display(e: Entity) -> str:
    """The name with its forename and surname tagged where they stand in it."""
    parts = []
    if e.surname and e.surname in e.name:
        at = e.name.rindex(e.surname) if not e.name.startswith(e.surname) else 0
        parts.append((at, at + len(e.surname), "surname"))
    if e.forename:
        at = e.name.find(e.forename)
        if at >= 0 and all(at + len(e.forename) <= a or b <= at for a, b, _ in parts):
            parts.append((at, at + len(e.forename), "forename"))
    return marked(e.name, parts)
