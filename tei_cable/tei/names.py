"""The names of TEI that `build` writes and `parse` reads, and what may stand in what."""

from collections.abc import Sequence

NS = "http://www.tei-c.org/ns/1.0"
T = f"{{{NS}}}"
XML = "{http://www.w3.org/XML/1998/namespace}"
RESP = "#tei-cable"
# What may point at an entry of a list.
NAMES = frozenset({"persName", "placeName", "orgName", "rs", "term"})

# Entries of lists, by kind: the element of a name, and the list (of terms, a `list` of the type "gloss"); and the kind of what a name names.
NAME_OF = {"person": "persName", "place": "placeName", "org": "orgName"}
LIST_OF = {"person": "listPerson", "place": "listPlace", "org": "listOrg", "term": "list"}
KIND_OF = {"persName": "person", "rs": "person", "placeName": "place", "orgName": "org", "term": "term"}
# Mentions whose words leave the text; the element that stands for them is empty.
EMPTY = frozenset({"pb", "lb", "ptr"})
# A choice: kind -> (element of the source's reading, element of the addition).
CHOICES = {"sic": "corr", "abbr": "expan", "orig": "reg"}

_MARKS = frozenset({"pb", "lb", "fw"})
_PLAIN = _MARKS | {"sic", "abbr", "orig", "supplied", "note", "gap"}
_PROSE = _PLAIN | {"persName", "placeName", "orgName", "term", "date", "ref", "rs", "q", "foreign"}
_OFFICE = _PLAIN | {"placeName", "orgName", "term"}
# kind -> the kinds that may stand directly in it; `cable.rng` says the same
CONTENT: dict[str, frozenset[str]] = {
    "persName": _PLAIN | {"roleName"},
    "roleName": _OFFICE,
    "orgName": _OFFICE,
    "rs": _OFFICE,
    "placeName": _PLAIN | {"term"},
    "term": _PLAIN,
    "date": _PLAIN | {"term", "orgName"},
    "ref": _PLAIN | {"term", "orgName"},
    "label": _PLAIN | {"term"},
    "q": _PROSE | {"label", "list"},
    "foreign": _PROSE,
    "note": _PROSE,
    "gap": _PROSE,
    "sic": _MARKS,
    "abbr": _MARKS,
    "orig": _MARKS,
    # between items there are blanks; what else seems to stand there stands in an item that is still to come
    "list": _PROSE | {"item"},
    "item": _PROSE | {"label"},
    "fw": frozenset(),
    "pb": frozenset(),
    "lb": frozenset(),
    # of the citation
    "title": frozenset(),
    "publisher": frozenset(),
    "pubPlace": frozenset(),
    "biblScope": frozenset(),
    "editor": frozenset(),
    "ptr": frozenset(),
}
# What a bracket holds depends on what it stands in: a name's bracket holds no further name of a person.
_SUPPLIED = {
    **dict.fromkeys(("persName", "roleName", "orgName", "rs"), _OFFICE - {"supplied"} | {"roleName"}),
    **dict.fromkeys(("placeName", "term", "date", "ref", "label"), _PLAIN - {"supplied"}),
}
_ONLY_INSIDE = frozenset({"roleName", "item"})


def allowed(path: Sequence[str], inner: str) -> bool:
    """Whether a mention of kind `inner` may stand in mentions of the kinds of `path`, outermost first."""
    if not path:
        return inner not in _ONLY_INSIDE
    if path[-1] != "supplied":
        return inner in CONTENT[path[-1]]
    holder = next((kind for kind in reversed(path) if kind != "supplied"), "")
    return inner in _SUPPLIED.get(holder, _PROSE)
