"""Make forms.tsv: every way to write a name of the core that is looked for, with the shadow by which it is found.

    python tools/authority/forms.py

It follows from the other tables in tei_cable/authority/data and from how names are written (tei_cable/authority/forms.py). It is shipped
because making the forms takes ten times as long as reading them; a test sees to it that it is not out of date.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tei_cable.authority import core, states  # noqa: E402
from tei_cable.authority.common_words import weak  # noqa: E402
from tei_cable.authority.forms import forename_forms, person_forms  # noqa: E402
from tei_cable.authority.given import words  # noqa: E402
from tei_cable.authority.lexicon import Form, written  # noqa: E402
from tei_cable.authority.people import Person  # noqa: E402
from tei_cable.authority.titles import CALENDAR, CREEDS, INNER, PARTICLES, VIETNAMESE  # noqa: E402
from tools.authority.tables import values  # noqa: E402

OUT = ROOT / "tei_cable" / "authority" / "data" / "forms.tsv"
FORENAMES = OUT.with_name("forenames.txt")
# Of how many of the register a word is the forename from which it is a forename before it is a surname.
COMMON = 15


def main() -> None:
    """Write the table, print how many rows it has."""
    made = table()
    OUT.write_text(made, encoding="utf-8", newline="\n")
    print(f"forms: {made.count(chr(10)) - 1} rows")
    FORENAMES.write_text(forenames(), encoding="utf-8", newline="\n")


def forenames() -> str:
    """All forenames of the principal figures, and those that several others bear, in small letters, one a line."""
    principal = {word for row in core.table("persons").rows if (p := core.person(row[0])) for word in words(p.forename)}
    others = Counter(word for row in core.table("register").rows if (p := core.registered(row[0])) for word in set(words(p.forename)))
    known = principal | {word for word, n in others.items() if n > 1}
    return "".join(f"{word}\n" for word in sorted(known) if len(word) > 1)


def table() -> str:
    """The whole table as text."""
    return "".join(f"{line}\n" for line in ("pattern\ttext\tkind\tids\tpart\tweak", *filter(None, map(written, forms()))))


def forms() -> Iterable[Form]:
    """All forms of the core."""
    persons = [p for row in core.table("persons").rows if (p := core.person(row[0]))]
    yield from person_forms(persons)
    others = [p for row in core.table("register").rows if (p := core.registered(row[0]))]
    yield from register_forms(others)
    yield from forename_forms(persons)
    yield from register_forenames([*persons, *others])
    for kind, name, column in (("place", "places", "name"), ("org", "orgs", "name"), ("term", "terms", "term")):
        for id, text, variants, common in core.table(name).cells("id", column, "variants", "weak"):
            for word in (text, *values(variants)):
                yield Form(word, kind, (id,), "name" if word == text else "variant", bool(common))
    named = {(name, id) for id, name in core.table("places").cells("id", "name")}
    for text, place, common in dict.fromkeys(core.table("place-names").cells("name", "place", "weak")):
        if (text, place) not in named:
            yield Form(text, "place", (place,), "historical", bool(common))
    for word, lang, common in core.table("foreign").cells("word", "lang", "weak"):
        yield Form(word, "foreign", (lang,), lang, bool(common))
    for office in dict.fromkeys(o for (o,) in core.table("offices").cells("office")):
        yield Form(office, "office", (office,), "title")


def register_forms(persons: Iterable[Person]) -> Iterable[Form]:
    """The forms of the many who are known by name only: surname, or whole name where it stands in natural order.

    `part` is `other` for a surname: the person counts after all who are known better.
    """
    persons = list(persons)
    forenames = Counter(p.forename.split()[0] for p in persons if p.forename)
    found: dict[tuple[str, str], dict[str, None]] = {}
    for p in persons:
        for text, part in register_ways(p):
            found.setdefault((text, part), {})[p.id] = None
    for (text, part), ids in found.items():
        yield Form(text, "person", tuple(ids), part, " " not in text and (weak(text) or forenames[text] > COMMON))


def register_ways(person: Person) -> Iterable[tuple[str, str]]:
    """The forms of one of them, each with its part."""
    if not person.forename and " " in person.surname:
        whole = [person.surname, *(v for v in person.variants if " " in v)]
        yield from ((name, "name") for name in whole)
        called = [name.split()[-1] for name in whole if name.split()[0] in VIETNAMESE and "-" not in name]
        surnames = [*called, *(v for v in person.variants if " " not in v)]
    else:
        surnames = [person.surname, *person.variants]
        surnames += [name[0].swapcase() + name[1:] for name in surnames if name.split()[0] in PARTICLES]
    for surname in dict.fromkeys(surnames):
        if len(surname) > 1 and not any(surname in words for words in (INNER, CALENDAR, CREEDS, states.adjectives())):
            yield surname, "other"


def register_forenames(persons: Iterable[Person]) -> Iterable[Form]:
    """Forenames that several persons bear and that are nothing else: whoever has one before a capitalised word is a person."""
    found = Counter(w for p in persons if p.forename for w in dict.fromkeys(p.forename.split()))
    return (
        Form(name, "forename") for name, n in found.items() if n > 1 and len(name) > 2 and name.isalpha() and name[0].isupper() and not weak(name)
    )


if __name__ == "__main__":
    main()
