"""A list as TEI: a header that says where it comes from, under which licence, of what day, with a checksum; and the entries in `standOff`."""

import hashlib
import json
from collections.abc import Iterable, Sequence

from tei_cable.authority.entries import Entry, Held, Pack
from tei_cable.tei.names import LIST_OF, NAME_OF
from tei_cable.tei.xml import attributes, element, escape, marked


def checksum(entries: Sequence[Entry]) -> str:
    """SHA-256 of what the entries say, whatever file they stand in: their fields without source and line, as JSON, in the order of their ids."""
    rows = sorted(json.dumps(e[:-2], ensure_ascii=False) for e in entries)
    return hashlib.sha256("\n".join(rows).encode("utf-8")).hexdigest()


def write(pack: Pack) -> bytes:
    """The TEI of a list."""
    out = ['<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">\n', _header(pack), "  <standOff>\n"]
    for kind, name in LIST_OF.items():
        rows = [_term(e) if kind == "term" else _entry(e) for e in pack.entries if e.kind == kind]
        gloss = ' type="gloss"' if kind == "term" else ""
        out += [f"    <{name}{gloss}>\n", *rows, f"    </{name}>\n"] if rows else ()
    return "".join([*out, "  </standOff>\n</TEI>\n"]).encode("utf-8")


def _header(pack: Pack) -> str:
    status = "free" if pack.licence else "unknown"
    terms = element("licence", pack.licence) if pack.licence else "<p>The sources name no licence.</p>"
    published = element("publisher", "tei-cable") + (element("date", pack.date, {"when": pack.date}) if pack.date else "")
    sources = "".join(f"        {element('bibl', s)}\n" for s in pack.sources) or "        <p>No source is named.</p>\n"
    return (
        "  <teiHeader>\n    <fileDesc>\n"
        f"      <titleStmt>{element('title', pack.title or 'List of persons, places, organisations and terms')}</titleStmt>\n"
        f"      <publicationStmt>{published}{element('idno', checksum(pack.entries), {'type': 'SHA-256'})}"
        f"<availability{attributes({'status': status})}>{terms}</availability></publicationStmt>\n"
        f"      <sourceDesc>\n{sources}      </sourceDesc>\n    </fileDesc>\n  </teiHeader>\n"
    )


def _entry(e: Entry) -> str:
    inner = _named(e) + "".join(element(NAME_OF[e.kind], v) for v in e.variants)
    inner += "".join(element(t, "", {"when": when}) for t, when in (("birth", e.birth), ("death", e.death)) if when)
    inner += "".join(map(_occupation, e.offices))
    inner += f"<location><geo>{escape(e.geo)}</geo></location>" if e.geo else ""
    inner += "".join(element("idno", value, {"type": kind}) for kind, value in e.idno)
    inner += element("note", e.note) if e.note else ""
    return f"      <{e.kind}{attributes({'xml:id': e.id})}>{inner}</{e.kind}>\n"


def _occupation(h: Held) -> str:
    country = f" {element('country', h.state)}" if h.state else ""
    return f"<occupation{attributes({'from': h.start, 'to': h.end})}>{element('roleName', h.title)}{country}</occupation>"


def _named(e: Entry) -> str:
    """The main name with its parts tagged where they stand in it; parts that do not all stand there follow in a name of the type `parts`."""
    tag = NAME_OF[e.kind]
    parts = [(t, words) for t, words in (*(("roleName", title) for title in e.titles), ("forename", e.forename), ("surname", e.surname)) if words]
    places = _places(e.name, parts)
    if places is None:
        apart = " ".join(element(t, words) for t, words in parts)
        return f'{element(tag, e.name)}<{tag} type="parts">{apart}</{tag}>'
    return f"<{tag}>{marked(e.name, places)}</{tag}>"


def _places(name: str, parts: Iterable[tuple[str, str]]) -> list[tuple[int, int, str]] | None:
    """Where the parts stand in a name, in its order; None when one does not, or titles stand in another order than given."""
    found: list[tuple[int, int, str]] = []
    titles = 0
    for tag, words in sorted(parts, key=lambda part: part[0], reverse=True):
        at = name.rfind(words) if tag == "surname" and not name.startswith(words) else name.find(words, titles if tag == "roleName" else 0)
        end = at + len(words)
        if at < 0 or any(a < end and at < b for a, b, _ in found):
            return None
        titles = end if tag == "roleName" else titles
        found.append((at, end, tag))
    return sorted(found)


def _term(e: Entry) -> str:
    """A term and its meaning; the meaning of one with other spellings is a `gloss` beside them."""
    item = escape(e.note)
    if e.variants:
        item = " ".join((element("gloss", e.note), *(element("term", v) for v in e.variants)))
    return f"      {element('label', e.name, {'xml:id': e.id})}<item>{item}</item>\n"
