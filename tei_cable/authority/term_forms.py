"""The ways to write an abbreviation of a glossary that are searched for.

Telegrams write one abbreviation in many ways ("ChiCom", "Chicom", "CHICOM"); the plural ending is not part of it.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from tei_cable.authority.common_words import very_common, words
from tei_cable.authority.lexicon import Form
from tei_cable.model import Entity
from tei_cable.text.regex import regex

# First elements of telegraphic words, after which a second may begin with a capital.
_ELEMENTS = regex(
    r"(emb|chi|fon|for|forn|sec|pri|prim|pol|arm|def|ga|del|chin|mem|us|air|nav|perm|dep|ref|intel|info|cinc|com|gov|fin|econ|psy|max|hi|mi)([a-z]{2,})$"
)
_PARTED = regex(r"\s*;\s*|\s+or\s+|,\s+")
_BRACKET = regex(r"\s+\(.*?\)$")
_OPTIONAL = regex(r"\((\w+)\)$")
_DOTTED = regex(r"(?:[A-Z]\.){2,}$")


def entity_forms(entity: Entity, names: Iterable[str]) -> Iterable[Form]:
    """The forms of a place, an organisation or a term of a list: `part` is `name`, `variant` or, with its ending, `plural`."""
    if entity.kind == "place":
        return (Form(name, "place", (entity.id,), "name") for name in names)
    return (Form(text, entity.kind, (entity.id,), part) for text, part in _forms(tuple(names)).items())


@lru_cache(maxsize=4096)
def _forms(names: tuple[str, ...]) -> Mapping[str, str]:
    """The ways to write these names, each with its `part`; lists of one series have many names in common."""
    found: dict[str, str] = {}
    for name in names:
        for text in _readings(name):
            for i, way in enumerate(_ways(text)):
                found.setdefault(way, "variant" if i else "name")
    for way in [w for w in found if _has_plural(w)]:
        found.setdefault(way + "s", "plural")
    return found


def _readings(label: str) -> Iterable[str]:
    """What a label of a list stands for: "Delga; DelGA", "DRV or DRVN", "UK(G)", "Herut (Tenuat Haherut)", "HICOM/HICOMRY"."""
    if label.isalnum():
        yield label
        return
    for said in _PARTED.split(label.strip().rstrip(",")):
        text = _BRACKET.sub("", said)
        if m := _OPTIONAL.search(text):
            yield text[: m.start()]
            if m[1] != "s":
                yield text[: m.start()] + m[1]
        else:
            yield from _shorter_and_longer(text)


def _shorter_and_longer(text: str) -> Iterable[str]:
    """Both abbreviations of "HICOM/HICOMRY", where the second has the first in it; else the text as it is."""
    short, slash, long = text.partition("/")
    yield from (short, long) if slash and len(short) > 2 and long.startswith(short) else (text,)


def _ways(text: str) -> Iterable[str]:
    """An abbreviation, and how else it is written; not as a common word."""
    yield text
    if _DOTTED.match(text):
        yield text.replace(".", "")
        return
    small = text.lower()
    if len(text) < 3 or (small in words() and text.isupper()) or small in very_common() or not text.replace(" ", "").isalpha():
        return
    if text[-1] == "s" and not text.isupper() and len(text) > 4:
        text, small = text[:-1], small[:-1]
        yield text
    yield from (text.upper(), text.capitalize())
    if not text.isupper() or len(text) > 5:
        yield small
    if m := _ELEMENTS.match(small):
        yield m[1].capitalize() + m[2].capitalize()
        yield m[1] + m[2].capitalize()
    if " " in text:
        yield text.replace(" ", "")


def _has_plural(way: str) -> bool:
    return len(way) > 1 and way[-1].isalpha() and way[-1] not in "sS" and f"{way}s".lower() not in words()
