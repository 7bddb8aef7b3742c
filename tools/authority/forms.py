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

from tei_cable.authority import core  # noqa: E402
from tei_cable.authority.forms import forename_forms, person_forms, register_forenames, register_forms  # noqa: E402
from tei_cable.authority.given import words  # noqa: E402
from tei_cable.authority.lexicon import Form, written  # noqa: E402
from tools.authority.tables import values  # noqa: E402

OUT = ROOT / "tei_cable" / "authority" / "data" / "forms.tsv"
FORENAMES = OUT.with_name("forenames.txt")


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
        for id, text, variants, weak in core.table(name).cells("id", column, "variants", "weak"):
            for word in (text, *values(variants)):
                yield Form(word, kind, (id,), "name" if word == text else "variant", bool(weak))
    named = {(name, id) for id, name in core.table("places").cells("id", "name")}
    for text, place, weak in dict.fromkeys(core.table("place-names").cells("name", "place", "weak")):
        if (text, place) not in named:
            yield Form(text, "place", (place,), "historical", bool(weak))
    for word, lang, weak in core.table("foreign").cells("word", "lang", "weak"):
        yield Form(word, "foreign", (lang,), lang, bool(weak))
    for office in dict.fromkeys(o for (o,) in core.table("offices").cells("office")):
        yield Form(office, "office", (office,), "title")


if __name__ == "__main__":
    main()
