"""A RELAX NG schema (XML syntax) as patterns."""

from collections.abc import Callable, Sequence
from functools import cache, cached_property

from lxml import etree

from tei_cable.rules.schema.patterns import EMPTY, NONE, TEXT, Name, Pattern, both, choice, more

_RNG = "http://relaxng.org/ns/structure/1.0"
_R = f"{{{_RNG}}}"
_XML = "http://www.w3.org/XML/1998/namespace"


class Unsupported(ValueError):
    """The schema uses a construct that is not read here (`include`, `externalRef`, `parentRef`); libxml2 reads them."""


class Grammar:
    """The patterns of a schema; `start` is that of the document."""

    def __init__(self, root: etree._Element):
        self._root = root
        self._known: dict[etree._Element, Pattern] = {}

    @cached_property
    def start(self) -> Pattern:
        """The pattern of the whole document. Raises Unsupported."""
        if (bad := next(self._root.iter(f"{_R}include", f"{_R}externalRef", f"{_R}parentRef"), None)) is not None:
            raise Unsupported(f"{_local(bad)} in line {bad.sourceline}")
        return self._combined("start", None) if _local(self._root) == "grammar" else self._pattern(self._root)

    def _combined(self, kind: str, name: str | None) -> Pattern:
        found = [d for d in self._root.iter(f"{_R}{kind}") if d.get("name") == name]
        patterns = [self._group(d) for d in found]
        if any(d.get("combine") == "interleave" for d in found):
            whole = EMPTY
            for p in patterns:
                whole = both("interleave", whole, p)
            return whole
        return choice(patterns)

    @cached_property
    def _defined(self) -> Callable[[str], Pattern]:
        return cache(lambda name: self._combined("define", name))

    def _group(self, e: etree._Element, kind: str = "group", skip: int = 0) -> Pattern:
        whole = EMPTY
        for c in reversed(_children(e)[skip:]):
            whole = both(kind, self._pattern(c), whole)
        return whole

    def _pattern(self, e: etree._Element) -> Pattern:
        if e not in self._known:
            self._known[e] = self._made(e)
        return self._known[e]

    def _made(self, e: etree._Element) -> Pattern:
        kind = _local(e)
        if kind in ("element", "attribute"):
            return self._named(e, kind)
        if kind == "ref":
            return self._defined(e.get("name", ""))
        if kind in ("data", "value"):
            return _data(e)
        if kind == "choice":
            return choice(self._pattern(c) for c in _children(e))
        if kind == "list":
            return Pattern("list", (self._group(e),))
        if kind in ("text", "empty", "notAllowed"):
            return {"text": TEXT, "empty": EMPTY, "notAllowed": NONE}[kind]
        inner = self._group(e, "interleave" if kind == "interleave" else "group")
        if kind == "mixed":
            return both("interleave", TEXT, inner)
        if kind in ("oneOrMore", "zeroOrMore"):
            inner = more(inner)
        return choice((inner, EMPTY)) if kind in ("optional", "zeroOrMore") else inner

    def _named(self, e: etree._Element, kind: str) -> Pattern:
        skip = 0 if e.get("name") else 1
        names = _name(e) if e.get("name") else _names(_children(e)[0])
        found = []
        for name in names:
            if kind == "attribute":
                found.append(Pattern(kind, (self._group(e, skip=skip) if len(_children(e)) > skip else TEXT,), name))
            else:
                p = Pattern(kind, (), name)
                p.content = cache(lambda: self._group(e, skip=skip))
                found.append(p)
        return choice(found)


def _local(e: etree._Element) -> str:
    return etree.QName(e).localname


def _children(e: etree._Element) -> list[etree._Element]:
    return [c for c in e if isinstance(c.tag, str) and c.tag.startswith(_R)]


def _inherited(e: etree._Element, attribute: str) -> str:
    """The attribute's value here or at the nearest ancestor that has it."""
    here = next((a for a in (e, *e.iterancestors()) if a.get(attribute) is not None), None)
    return "" if here is None else here.get(attribute, "")


def _name(e: etree._Element) -> Sequence[Name]:
    """The name in the attribute `name`, or in the text of a `name` element."""
    written = (e.get("name") or e.text or "").strip()
    prefix, _, local = written.rpartition(":")
    if prefix:
        return [Name(_XML if prefix == "xml" else e.nsmap.get(prefix, ""), local)]
    attribute = _local(e) == "attribute" or (_local(e) == "name" and any(_local(a) == "attribute" for a in e.iterancestors()))
    return [Name(e.get("ns", "") if attribute else _inherited(e, "ns"), local)]


def _names(e: etree._Element) -> Sequence[Name]:
    """The name classes that an element `name`, `anyName`, `nsName` or `choice` stands for."""
    kind = _local(e)
    if kind == "name":
        return _name(e)
    if kind == "choice":
        return [n for c in _children(e) for n in _names(c)]
    butnot = tuple(n for x in _children(e) for c in _children(x) for n in _names(c))
    return [Name(None if kind == "anyName" else _inherited(e, "ns"), None, butnot)]


def _data(e: etree._Element) -> Pattern:
    if _local(e) == "value":
        word = e.text or ""
        p = Pattern("data", words=f"“{word}”")
        p.test = word.__eq__ if e.get("type") == "string" else lambda s: s.split() == word.split()
        return p
    kind = e.get("type", "")
    forms = [c.text or "" for c in e.iterfind(f"{_R}param[@name='pattern']")]
    words = _WORDS.get(kind, f"xsd:{kind}")
    p = Pattern("data", words=words if "(" in words else " of the form ".join([words, *forms]))
    p.test = cache(_validator(e))
    return p


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


def _validator(e: etree._Element) -> Callable[[str], bool]:
    """Whether a string is of the data type: asked of libxml2, which knows them all, when there is a string to ask about."""

    @cache
    def schema() -> etree.RelaxNG:
        root = etree.Element(f"{_R}element", {"name": "x"}, nsmap={None: _RNG})  # type: ignore[dict-item]
        copy = etree.SubElement(root, f"{_R}data", {"type": e.get("type", ""), "datatypeLibrary": _inherited(e, "datatypeLibrary")})
        for param in e.iterfind(f"{_R}param"):
            etree.SubElement(copy, f"{_R}param", {"name": param.get("name", "")}).text = param.text
        for left_out in e.iterfind(f"{_R}except"):
            copy.append(etree.fromstring(etree.tostring(left_out, with_tail=False)))
        return etree.RelaxNG(root)

    def valid(text: str) -> bool:
        x = etree.Element("x")
        x.text = text
        return bool(schema().validate(x))

    return valid
