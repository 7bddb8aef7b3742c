"""The names of TEI that `build` writes and `parse` reads, and what may stand in what."""

NS = "http://www.tei-c.org/ns/1.0"
T = f"{{{NS}}}"
XML = "{http://www.w3.org/XML/1998/namespace}"
RESP = "#tei-cable"

# Mentions whose words leave the text; the element that stands for them is empty.
EMPTY = frozenset({"pb", "lb", "ptr"})
# A choice: kind -> (element of the source's reading, element of the addition).
CHOICES = {"sic": "corr", "abbr": "expan", "orig": "reg"}

_LEAVES = frozenset({"pb", "lb", "fw"})
_WORDS = _LEAVES | {"sic", "abbr", "orig"}
_NAMES = frozenset({"persName", "placeName", "orgName", "term", "date", "ref", "rs"})
_INLINE = _WORDS | _NAMES | {"q", "foreign", "supplied", "note", "gap", "label", "list"}
# kind -> the kinds that may stand in it
CONTENT: dict[str, frozenset[str]] = {
    "persName": _WORDS | {"roleName", "supplied", "note", "gap"},
    "roleName": _WORDS | {"placeName", "orgName", "supplied", "term"},
    "placeName": _WORDS | {"supplied"},
    "orgName": _WORDS | {"placeName", "supplied", "term", "orgName"},
    "rs": _WORDS | {"placeName", "orgName", "supplied", "term"},
    "term": _WORDS,
    "date": _WORDS | {"supplied", "note"},
    "ref": _WORDS | {"supplied", "note"},
    "q": _INLINE,
    "foreign": _INLINE - {"foreign", "list", "label"},
    "supplied": _INLINE - {"list", "label", "supplied"} | {"roleName"},
    "note": _INLINE - {"list", "label"},
    "gap": _NAMES | _LEAVES,
    "sic": _LEAVES,
    "abbr": _LEAVES,
    "orig": _LEAVES,
    "label": _WORDS | {"supplied"},
    "list": frozenset({"item"}),
    "item": _INLINE - {"list"},
    "fw": frozenset(),
    "pb": frozenset(),
    "lb": frozenset(),
}


def allowed(outer: str, inner: str) -> bool:
    """Whether a mention of kind `inner` may stand directly in one of kind `outer`."""
    return inner in CONTENT.get(outer, frozenset())
