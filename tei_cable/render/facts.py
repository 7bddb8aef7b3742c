"""The facts of a telegram as people read them, from the fields of its header."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tei_cable.model import Cable, Entity, Field
from tei_cable.tei.header import ACTIONS, BODY

# Where the numbers of authority files lead: the types of `idno` in lower case, and the addresses that those files give them.
ADDRESSES = {
    "viaf": "http://viaf.org/viaf/",
    "gnd": "http://d-nb.info/gnd/",
    "lc": "http://id.loc.gov/authorities/names/",
    "lccn": "http://id.loc.gov/authorities/names/",
    "wikidata": "http://www.wikidata.org/entity/",
    "geonames": "http://www.geonames.org/",
    "bnf": "http://catalogue.bnf.fr/ark:/12148/",
}
_LABELS = {
    "title": "Title",
    "number": "Number",
    "created": "Date",
    "author": "Author",
    "sent": "From",
    "received": "To",
    "forwarded": "Copies",
    "class": "Classification",
    "precedence": "Precedence",
    "caveat": "Caveat",
    "abstract": "Summary",
    "cites": "Refers to",
    "language": "Language",
    "translator": "Translator",
    "drafted": "Drafted by",
    "cleared": "Cleared by",
    "approved": "Approved by",
    "citation": "Citation",
    "publisher": "Published by",
    "uri": "Address",
    "document": "Document number",
    "institution": "Institution",
    "repository": "Repository",
    "collection": "Collection",
    "shelfmark": "Shelf mark",
    "credit": "Credit",
    "funder": "Funder",
    "rights": "Rights",
}
# Facts of the telegram itself; the others are about the copy that was read. The title and the summary stand apart.
_OWN = "sent received created author number forwarded class precedence caveat cites drafted cleared approved".split()
_APART = ("title", "abstract")
_DOUBT = {"low": "doubtful", "medium": "to be checked", "unknown": "to be checked", "high": "likely"}


class Fact(NamedTuple):
    """One line of a telegram's facts: the field's name, a label and what it says; `doubts` are the values of `cert`."""

    name: str
    label: str
    value: str
    doubts: tuple[str, ...] = ()

    def doubt(self) -> str:
        """The first doubt in words, or nothing."""
        return _DOUBT.get(self.doubts[0], self.doubts[0]) if self.doubts else ""


class Party(NamedTuple):
    """Who sent or received a telegram, as far as known: words and, where they are known, the entities."""

    person: Field | None = None
    role: Field | None = None
    org: Field | None = None
    place: Field | None = None
    date: Field | None = None

    @property
    def who(self) -> Field | None:
        """What names the party: the person, else the body, else the place."""
        return self.person or self.org or self.place

    def words(self) -> str:
        """The party in words."""
        return ", ".join(f.value for f in self if f and f.value)


def facts(cable: Cable) -> Iterator[Fact]:
    """The facts in the order in which they are read; what is not known is left out."""
    for name, label in _LABELS.items():
        fields = [f for f in cable.fields if f.name.partition("/")[0] == name and not f.name.endswith(BODY * 2) and _said(f)]
        if not fields:
            continue
        said = "; ".join(p.words() for p in parties(cable, name) if p.words()) if name in ACTIONS else "; ".join(_said(f) for f in fields)
        if said:
            yield Fact(name, label, said, tuple(f.attrs["cert"] for f in fields if "cert" in f.attrs))


def own(cable: Cable) -> list[Fact]:
    """The facts of the telegram itself, for what stands before its text; the author only where the sender does not say it."""
    said = {f.name: f for f in facts(cable)}
    return [f for name in _OWN if (f := said.get(name)) and not (name == "author" and "sent" in said and f.value in said["sent"].value)]


def summary(cable: Cable) -> list[Fact]:
    """The summary, if there is one."""
    return [f for f in facts(cable) if f.name == "abstract"]


def of_the_copy(cable: Cable) -> list[Fact]:
    """The facts of the copy that was read: who keeps it, who published it, under which terms."""
    return [f for f in facts(cable) if f.name not in _OWN and f.name not in _APART]


def parties(cable: Cable, action: str) -> Sequence[Party]:
    """The parties of an action: a name begins one, and a role, a place and a date belong to the name before them."""
    found: list[dict[str, Field]] = []
    keys = {"persName": "person", "roleName": "role", "orgName": "org", "placeName": "place", "date": "date"}
    for f in cable.fields:
        kind, _, part = f.name.partition("/")
        if kind != action or part not in keys:
            continue
        key = keys[part]
        named = key in ("person", "org") and found and ("person" in found[-1] or "org" in found[-1])
        if not found or key in found[-1] or named:
            found.append({})
        found[-1][key] = f
    return [Party(**p) for p in found]


def value(cable: Cable, name: str) -> str:
    """The words of the first field of that name, or nothing."""
    field = cable.first(name)
    return field.value if field else ""


def day(cable: Cable) -> str:
    """The telegram's day or month or year (`YYYY-MM-DD` or shorter), or nothing."""
    for name in ("created", "sent/date"):
        if (f := cable.first(name)) and (when := f.attrs.get("when") or f.attrs.get("from") or f.attrs.get("notBefore")):
            return when.partition("T")[0]
    return ""


def title(cable: Cable) -> str:
    """The telegram's title; without one its heading, or its number."""
    if said := value(cable, "title"):
        return said
    head = next((b for b in cable.blocks if b.kind == "head"), None)
    if head:
        return " ".join(" ".join(cable.source.text[s.start : s.end] for s in head.spans).split())
    return f"Telegram {value(cable, 'number')}".strip()


def file_name(path: str) -> str:
    """The name of a file in a path, by which files of one folder point at each other."""
    return path.replace("\\", "/").rpartition("/")[2]


def name_of(cable: Cable, at: int) -> str:
    """A name for the telegram that is a file's name and an id: from its path, else its number, else its place among many."""
    stem = file_name(cable.source.path or "")
    for ending in (".xml", ".gold"):
        stem = stem.removesuffix(ending)
    raw = stem or f"cable-{value(cable, 'document') or value(cable, 'number') or at + 1}"
    safe = "".join(c if c.isalnum() or c in "-_." else "-" for c in raw)
    return safe if safe[0].isalpha() else f"c{safe}"


def addresses(e: Entity) -> tuple[str, ...]:
    """The addresses of an entity's numbers in authority files."""
    return tuple(v if v.startswith("http") else ADDRESSES[k.lower()] + v for k, v in e.idno if v.startswith("http") or k.lower() in ADDRESSES)


def _said(f: Field) -> str:
    return " ".join((f.value or f.attrs.get("when", "") or f.attrs.get("n", "")).split())
