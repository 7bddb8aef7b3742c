"""A telegram as a bibliographic record: what catalogues and reference managers ask for."""

from collections.abc import Sequence
from typing import NamedTuple

from tei_cable.model import Cable
from tei_cable.render.facts import Party, day, name_of, parties, title, value

_SHELF = ("repository", "collection", "shelfmark")


class Person(NamedTuple):
    """A person with the parts of the name, as far as they are known."""

    name: str
    family: str = ""
    given: str = ""

    def inverted(self) -> str:
        """The name with the surname first, where it is known."""
        return f"{self.family}, {self.given}" if self.family and self.given else self.name


class Record(NamedTuple):
    """One telegram. `date` is YYYY-MM-DD or shorter, `language` BCP 47; a body stands among senders without family and given name."""

    key: str
    title: str
    number: str
    senders: tuple[Person, ...]
    recipients: tuple[Person, ...]
    copies: tuple[str, ...]
    place: str
    date: str
    date_words: str
    publisher: str
    address: str
    document: str
    institution: str
    held: str
    translators: tuple[str, ...]
    abstract: str
    language: str
    rights: str
    classification: str
    persons: tuple[Person, ...]
    places: tuple[str, ...]

    @property
    def kept(self) -> str:
        """Who keeps the telegram, and where."""
        return ", ".join(filter(None, (self.institution, self.held)))


def records(cables: Sequence[Cable]) -> tuple[Record, ...]:
    """The records of telegrams, in their order."""
    return tuple(record(cable, i) for i, cable in enumerate(cables))


def record(cable: Cable, at: int) -> Record:
    """The record of the telegram that is number `at` (from 0) of those given."""
    sent, received = parties(cable, "sent"), parties(cable, "received")
    known = {e.id: Person(e.name, e.surname, e.forename) for e in cable.entities}

    def named(party: Party) -> Person | None:
        field = party.who
        if field is None or not field.value:
            return None
        found = known.get(field.attrs.get("ref", "")) if party.person else None
        return Person(field.value, found.family, found.given) if found else Person(field.value)

    return Record(
        name_of(cable, at),
        title(cable),
        value(cable, "number"),
        tuple(p for party in sent if (p := named(party))),
        tuple(p for party in received if (p := named(party))),
        tuple(words for p in parties(cable, "forwarded") if (words := p.words())),
        next((p.place.value for p in sent if p.place), ""),
        day(cable),
        value(cable, "created"),
        value(cable, "publisher"),
        value(cable, "uri"),
        value(cable, "document"),
        value(cable, "institution"),
        ", ".join(v for name in _SHELF if (v := value(cable, name))),
        tuple(f.value for f in cable.fields if f.name == "translator"),
        value(cable, "abstract"),
        "" if cable.lang == "und" else cable.lang,
        value(cable, "rights"),
        value(cable, "class"),
        tuple(known[e.id] for e in cable.entities if e.kind == "person"),
        tuple(e.name for e in cable.entities if e.kind == "place"),
    )


def distinct(keys: list[str]) -> list[str]:
    """Keys made different from one another: the second of a name ends in `-2`."""
    seen: dict[str, int] = {}
    made = []
    for key in keys:
        seen[key] = n = seen.get(key, 0) + 1
        made.append(key if n == 1 else f"{key}-{n}")
    return made
