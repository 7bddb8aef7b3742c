"""What the words round a name say against the person whom the lists have by that name."""

from collections.abc import Set as AbstractSet
from functools import cache

from tei_cable.annotators.persons.names import Name
from tei_cable.annotators.persons.tokens import OPENING
from tei_cable.authority import states
from tei_cable.authority.scene import Scene
from tei_cable.authority.titles import CLERICAL, PRIESTLY
from tei_cable.text.regex import regex

# The lists are American: they do not say whose officers the Americans are.
_UNSAID = "united-states"
_AMERICAN = regex(r"Department|Secretary of (?:State|Defense|the)|White House|President’s|President's|Senator|\bUS[AN]\b")
_UNITED = regex(r"United Nations|\bUN\b|Secretary[- ]General")
_BRACKETED = regex(r"\(([A-Z][A-Za-z. ]{1,24})\)")
# A delegation with who spoke for it; "the Chargé in Canada (Smith)" is another thing.
_COUNTRY = regex(r"(?:^|[.,;:)]\s+|\band\s+)([A-Z][\w.]*(?:\s[A-Z][\w.]*)?)\s+\($")
# "Fathers Gordon, Hyde and Joyce": who the several are whose names follow.
_SEVERAL = regex(r"\b(Fathers|Bishops)\s+(?:(?:[A-Z]\.\s?)*[A-Z][\w’'-]+(?:,\s+(?:and\s+)?|\s+and\s+))+$")
_CHURCH = regex(
    r"(?i)priest|bishop|cardinal|pope|nuncio|church|clergy|father|monsignor|catholic|missionar|patriarch|vatican|apostolic|jesuit|reverend"
    r"|pastor|theolog|buddhis|sect\b|religio|cao dai"
)


def _title_in_common(name: Name, scene: Scene) -> str:
    """The title that stands before several names of which this is a later one, in its plural, or ""."""
    if name.title or scene.text[name.left - 2 : name.left - 1] not in (",", "d"):
        return ""
    m = _SEVERAL.search(scene.text, max(name.floor, name.left - 90), name.left)
    return m[1] if m else ""


def contradicted(name: Name, scene: Scene) -> dict[str, str]:
    """Those of whom the name stands for whom the words round it exclude, each with why."""
    text = scene.text
    bracket = text[name.right : name.right + 2] == " (" or text[name.left - 1 : name.left] == "("
    if not (bracket or name.title or text[name.left - 2 : name.left] in (", ", "d ")):
        return {}
    title = CLERICAL.intersection((name.title or _title_in_common(name, scene)).split())
    state = _state(name, scene) if bracket else ""
    if not title and state in ("", _UNSAID):
        return {}
    return {id: why for id in name.ids if (why := _against(id, title, state, scene))}


def _against(id: str, title: AbstractSet[str], state: str, scene: Scene) -> str:
    """Why nobody with this title of a clergyman's, or of this state, is that person; "" when nothing says so."""
    person = scene.authority.person(id)
    if person is None:
        return ""
    known = scene.authority.person(scene.authority.core_id(id))
    told = " ".join((*person.titles, person.name, person.note, known.note if known else ""))
    noted = bool(person.note or (known and known.note))
    if (title if noted else title & PRIESTLY) and not _CHURCH.search(told):
        return "the title is a clergyman's, the entry is of none"
    if state in ("", _UNSAID) or not noted or _UNITED.search(told):
        return ""
    return "another state's, as the brackets say" if not _of(state, told) and (_AMERICAN.search(told) or _foreign(told)) else ""


def _state(name: Name, scene: Scene) -> str:
    """The state that stands with the name in brackets: "Canada (Smith)", "Smith (Canada)"; "" for none."""
    text = scene.text
    if name.left == name.start and text[name.left - 1 : name.left] in OPENING[:1] and text[name.right : name.right + 1] == ")":
        m = _COUNTRY.search(text, max(name.floor, name.left - 32), name.left)
    elif text[name.right : name.right + 2] == " (":
        m = _BRACKETED.match(text, name.right + 1)
    else:
        return ""
    named = {**states.by_name(), **states.adjectives()}
    return (named.get(m[1]) or named.get(m[1].split(" ")[-1], "")) if m else ""


def _of(state: str, told: str) -> bool:
    return any(word in told for word in _called(state))


def _foreign(told: str) -> bool:
    """Whether a note names a state."""
    return any(word in told for word in (*states.adjectives(), *states.by_name()))


@cache
def _called(state: str) -> frozenset[str]:
    """The words by which a note may speak of a state: its names and adjectives."""
    names = {name for name, of in states.by_name().items() if of == state}
    return frozenset(names | {word for word, of in states.adjectives().items() if of == state})
