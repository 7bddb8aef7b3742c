"""Whom a form of a name may stand for, and what may stand round it: worked out once for each form and authority."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from tei_cable.authority.given import words
from tei_cable.authority.lexicon import Hit
from tei_cable.authority.people import Person

# What of a name a form is, the best first.
PARTS = ("name", "surname", "short", "other", "last")


class People(Protocol):
    """The persons of an authority."""

    def resolve(self, id: str) -> str:
        """The id that stands for this one."""

    def person(self, id: str) -> Person | None:
        """The record of a person."""

    def listed(self, id: str) -> bool:
        """Whether the person is on one of the editor's lists."""


class Candidates(NamedTuple):
    """`parts` are the persons, each with what part of the name the form is; `given` their forenames and `expected` the words of these.

    `whole` says that the form is a whole name of several words; `rests` gives for names in natural order what follows the form in them;
    `single` is the only candidate, when one of the editor's lists has it; `obscure` says that all are known by name only.
    """

    parts: Mapping[str, str]
    weak: bool
    whole: bool
    given: Mapping[str, str]
    expected: frozenset[str]
    rests: Sequence[tuple[str, str]]
    single: str
    obscure: bool


def candidates(hits: Sequence[Hit], people: People) -> Candidates:
    """The candidates for the forms of one place."""
    parts: dict[str, str] = {}
    for form in (h.form for h in hits):
        for id in map(people.resolve, form.ids):
            if id not in parts or PARTS.index(form.part) < PARTS.index(parts[id]):
                parts[id] = form.part
    listed = [id for id in parts if people.listed(id)]
    if any(parts[id] != "other" for id in listed):
        # the editor's own come instead of the many known by name only
        parts = {id: part for id, part in parts.items() if part != "other"}
    elif listed:
        # a spelling that only the core has of one whom the editor lists
        parts = {id: "surname" if id in listed else part for id, part in parts.items() if id in listed or part != "other"}
    persons = {id: p for id in parts if (p := people.person(id))}
    form = hits[0].form
    given = {id: p.given for id, p in persons.items()}
    only = next(iter(parts)) if len(parts) == 1 else ""
    return Candidates(
        parts,
        any(h.form.weak for h in hits),
        form.part == "name" and " " in form.text,
        given,
        frozenset(w for g in given.values() for w in words(g)),
        tuple(_rests(persons, form.text)),
        only if only and people.listed(only) and parts[only] != "last" else "",
        all(part == "other" for part in parts.values()),
    )


def _rests(persons: Mapping[str, Person], said: str) -> Iterable[tuple[str, str]]:
    """For each whose name in natural order begins with the words said: the id and the letters that follow."""
    begun = words(said)
    for id, p in persons.items():
        whole = words(p.surname)
        if not p.forename and len(whole) > len(begun) and whole[: len(begun)] == begun:
            yield id, "".join(whole[len(begun) :])
