"""The ways to write a person's name that are searched for."""

from collections.abc import Iterable

from tei_cable.authority.common_words import weak
from tei_cable.authority.lexicon import Form
from tei_cable.authority.people import HONORIFICS, Person
from tei_cable.authority.titles import FEMININE, HEADS, PARTICLES, SUFFIXES, VIETNAMESE
from tei_cable.authority.transliterations import transliterations
from tei_cable.text.regex import regex

_ROMAN = regex(r"[IVX]+$")
# First words that do not stand for the whole surname.
_BOUND = frozenset("Ben Abu Abd Abdel Abdul Ibn Bin Mac Mc O’ St. Saint San Santa Ton Au".split())
_FRENCH = frozenset("de d la le du des".split())
_CAMEL = regex(r"(Mc|D[eui]|L[ae]|V[ao]n)([A-Z]\w+)$")
_UMLAUT = regex(r"(?<=[A-Za-z])([aou])e(?=[b-df-hj-np-tv-z])")


def person_forms(persons: Iterable[Person]) -> Iterable[Form]:
    """The forms of these persons' names, one for each way of writing, with all who are written so; `weak` for common words and places.

    `part` is `surname` (forenames may stand before it), `name` (a whole name), `short` (the word of a longer name that stands for
    it) or `last` (another word of it).
    """
    found: dict[tuple[str, str], list[str]] = {}
    for p in persons:
        for form in ways(p):
            ids = found.setdefault(form, [])
            if p.id not in ids:
                ids.append(p.id)
    return (Form(text, "person", tuple(ids), part, " " not in text and weak(text)) for (text, part), ids in found.items())


def forename_forms(persons: Iterable[Person]) -> Iterable[Form]:
    """The first forenames of these persons by themselves ("Dear Selwyn")."""
    found: dict[str, list[str]] = {}
    for p in persons:
        first = p.forename.split(" ")[0] if p.forename else ""
        for name in (first, *p.nicknames, *(w for w in p.forename.split()[1:2] if len(first) == 2 or first == "John")):
            if len(name) > 2 and name.isalpha() and name[0].isupper() and not (p.core and weak(name)):
                found.setdefault(name, []).append(p.id)
                if not p.core:
                    found.setdefault(name.upper(), []).append(p.id)
    return (Form(text, "forename", tuple(ids)) for text, ids in found.items())


def ways(person: Person) -> Iterable[tuple[str, str]]:
    """The ways to write one person's name: (words, part)."""
    if person.forename:
        for surname in (person.surname, *person.variants):
            yield from _surnames(surname, person.forename)
        yield from ((foreign, "surname") for foreign in transliterations(person.surname))
        if person.core and person.name != f"{person.forename} {person.surname}":
            yield person.name, "name"
    else:
        for name in (person.surname or person.name, *person.variants):
            yield from _whole(name, person.titles)
    for printed in person.aliases:
        alias = _untitled(printed)
        if len(alias) > 3:
            # without her title it is her husband's
            yield alias, "last" if printed.split()[0] in FEMININE else "name"
            # “Big” Minh
            yield alias.replace(" ", "” ", 1), "name"


def _untitled(name: str) -> str:
    """A name without the titles in front of it ("Lord Home"), which are read as titles."""
    words = name.split()
    while len(words) > 1 and words[0] in HEADS and words[0] not in HONORIFICS:
        words.pop(0)
    return " ".join(words)


def _surnames(surname: str, forename: str) -> Iterable[tuple[str, str]]:
    yield surname, "surname"
    if "e" in surname and (plain := _UMLAUT.sub(r"\1", surname)) != surname:
        yield plain, "surname"
    if len(surname) > 3 and surname.isalpha():
        yield surname.upper(), "surname"
    if m := _CAMEL.match(surname):
        first, rest = m.groups()
        yield (f"{first}{rest.upper()}" if first == "Mc" else f"{first} {rest}"), "surname"
        yield first + rest.lower(), "surname"
    particles = " ".join(w for w in forename.split()[-2:] if w.islower() and w in PARTICLES)
    if particles:
        yield f"{particles} {surname}", "surname"
        yield f"{particles[0].upper()}{particles[1:]} {surname}", "surname"
    words = surname.replace("-", " ").split(" ")
    if len(words) > 1:
        yield from _elements(words)


def _elements(words: list[str]) -> Iterable[tuple[str, str]]:
    """Forms of a surname of several words."""
    first, bare = words[0], " ".join(words[1:])
    if first in PARTICLES:
        for joint in (" ", ""):
            yield first.lower() + joint + bare, "surname"
            yield first.capitalize() + joint + bare, "surname"
        if first.lower() not in _FRENCH:
            yield bare, "short"
        return
    yield "".join(words), "surname"
    if first not in _BOUND and len(first) > 2:
        yield first, "short"
        if len(words) == 2 and len(words[1]) > 2 and words[1] not in SUFFIXES:
            yield words[1], "last"


def _whole(name: str, titles: tuple[str, ...]) -> Iterable[tuple[str, str]]:
    """Forms of a name in natural order."""
    words = name.split()
    if not words:
        return
    yield name, "name"
    if words[0] in PARTICLES:
        yield name[0].swapcase() + name[1:], "name"
    yield from ((f"{title} {name}", "name") for title in titles if title in ("U", "Tunku"))
    if len(words) > 1 and _ROMAN.match(words[-1]):
        words.pop()
        yield " ".join(words), "name"
    if len(words) < 2:
        return
    if words[0] in VIETNAMESE and "-" not in name:
        yield words[-1], "short"
        yield from ((" ".join(words[i:]), "last") for i in range(1, len(words) - 1))
    elif words[0] in HEADS:
        yield words[-1], "short"
    elif words[0] not in PARTICLES and not words[0].endswith("."):
        yield words[0], "short"
        if len(words[-1]) > 2 and words[-1] not in PARTICLES and not words[-1].endswith("."):
            yield words[-1], "last"
