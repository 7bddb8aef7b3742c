"""The datatypes of a RELAX NG schema: whether a string is of one, and what it is called in a message."""

from collections.abc import Callable
from copy import deepcopy
from functools import cache

from lxml import etree

from tei_cable.rules.schema.flatten import RNG, R, inherited
from tei_cable.rules.schema.patterns import Pattern

_WORDS = {
    "date": "a date (1962-11-01)",
    "dateTime": "a date with a time (1962-11-01T10:00:00)",
    "time": "a time with seconds (10:00:00)",
    "gYear": "a year",
    "gYearMonth": "a month (1962-11)",
    "gMonth": "a month without a year (--11)",
    "gMonthDay": "a day without a year (--11-01)",
    "NCName": "a name without blanks and colons",
    "Name": "a name without blanks",
    "NMTOKEN": "one word",
    "token": "words",
    "string": "text",
    "anyURI": "an address",
    "ID": "an identifier",
    "IDREF": "an identifier",
    "language": "a language code",
    "integer": "a whole number",
    "nonNegativeInteger": "a whole number, 0 or more",
    "positiveInteger": "a whole number, 1 or more",
}


# Types of `value` for which words are compared and white space is not; for the others libxml2 is asked.
_TOKENS = frozenset(("token", "NMTOKEN", "NCName", "Name", "language", "anyURI", "ID", "IDREF"))


def pattern(e: etree._Element) -> Pattern:
    """The pattern of a `data` or `value`."""
    kind = e.get("type", "")
    if etree.QName(e).localname == "value":
        word = e.text or ""
        p = Pattern("data", words=f"“{word}”")
        p.test = word.__eq__ if kind == "string" else (lambda s: s.split() == word.split()) if kind in ("", *_TOKENS) else cache(_validator(e))
    else:
        forms = [c.text or "" for c in e.iterfind(f"{R}param[@name='pattern']")]
        words = _WORDS.get(kind, f"xsd:{kind}")
        p = Pattern("data", words=words if "(" in words else " of the form ".join([words, *forms]))
        p.test = cache(_validator(e))
    p.source = cache(lambda: _alone(e))
    return p


def _alone(e: etree._Element) -> etree._Element:
    """A copy of a `data` or `value` that takes nothing from where it stood."""
    copy = deepcopy(e)
    copy.tail = None
    copy.set("datatypeLibrary", inherited(e, "datatypeLibrary"))
    if e.tag == f"{R}value":
        copy.set("ns", inherited(e, "ns"))
    return copy


def _validator(e: etree._Element) -> Callable[[str], bool]:
    """Whether a string is of the data type: asked of libxml2, which knows them all, when there is a string to ask about."""

    @cache
    def schema() -> etree.RelaxNG:
        root = etree.Element(f"{R}element", {"name": "x"}, nsmap={None: RNG})  # type: ignore[dict-item]
        root.append(_alone(e))
        return etree.RelaxNG(root)

    def valid(text: str) -> bool:
        x = etree.Element("x")
        x.text = text
        return bool(schema().validate(x))

    return valid
