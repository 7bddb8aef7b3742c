"""Commanders and their advisers by abbreviation ("CINCPAC", "POLAD CINCLANT"), and abbreviations that a glossary explains as such an office."""

from collections.abc import Iterable, Iterator

from tei_cable.authority.scene import Scene
from tei_cable.model import Mention, Span
from tei_cable.text.regex import regex

_COMMAND = r"(?:US)?CINC[A-Z]{2,}|COM(?:US|NAV|CARIB|LANT|PAC)[A-Z]{2,}|COM[A-Z]+(?:FLT|FRON|FOR|LANT|PAC)"
_COMMANDS = regex(rf"\b(?:{_COMMAND})\b")
# One command may have two names, and an adviser is of a command.
_JOINED = regex(rf"/(?:{_COMMAND})\b|\s+P(?:OLAD|olAd|olad)\b")
_ADVISED = regex(rf"\s+(?:{_COMMAND})\b")
ADVISERS = ("POLAD", "PolAd", "Polad")
# Glosses of abbreviations that stand for the one who holds the office.
_HOLDER = regex(r"(?:Supreme\s|Commander|Commanding\s|Chief(?:,|\sof\s(?!(?:Staff|Mission)\b))|Chairman|High\sCommissioner)")


def commands(scene: Scene) -> Iterator[Span]:
    """Where commanders stand by the abbreviations that all are made alike."""
    text = scene.text
    if "CINC" in text or "COM" in text:
        yield from (Span(*m.span()) for m in _COMMANDS.finditer(text))


def glossed(scene: Scene, terms: Iterable[Mention]) -> Iterator[Span]:
    """The terms that a glossary explains as an office of one holder ("CNO: Chief of Naval Operations")."""
    for m in terms:
        entity = scene.authority.entity(m.ref) if m.ref else None
        if entity and _HOLDER.match(entity.gloss):
            yield m.span


def is_command(words: str) -> bool:
    """Whether these are the abbreviation of a commander or an adviser."""
    return words in ADVISERS or _COMMANDS.match(words) is not None


def reach(text: str, start: int, end: int) -> int:
    """Where a commander's abbreviation ends with that which is joined to it."""
    joined = _ADVISED if text[start:end] in ADVISERS else _JOINED
    while m := joined.match(text, end):
        end, joined = m.end(), _JOINED
    return end
