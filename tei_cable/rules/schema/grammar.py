"""A RELAX NG schema (XML syntax, one flat grammar: `flatten`) as patterns."""

from collections.abc import Callable, Collection, Sequence
from functools import cache, cached_property

from lxml import etree

from tei_cable.rules.schema import datatypes
from tei_cable.rules.schema.flatten import R, inherited
from tei_cable.rules.schema.patterns import EMPTY, NONE, TEXT, Name, Pattern, around, both, choice, more

_XML = "http://www.w3.org/XML/1998/namespace"


class Grammar:
    """The patterns of a schema; `start` is that of the document.

    With `names` (of elements `{namespace}local`, of attributes with @ in front), the patterns of all others are notAllowed.
    """

    def __init__(self, root: etree._Element, names: Collection[str] | None = None):
        self._root = root
        self._names = names
        self._known: dict[etree._Element, Pattern] = {}
        self._definitions: dict[tuple[str, str | None], list[etree._Element]] = {}
        for d in root.iter(f"{R}start", f"{R}define"):
            self._definitions.setdefault((str(d.tag), d.get("name")), []).append(d)

    @cached_property
    def start(self) -> Pattern:
        """The pattern of the whole document."""
        return self._combined("start", None)

    def _combined(self, kind: str, name: str | None) -> Pattern:
        found = self._definitions[R + kind, name]
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
            return datatypes.pattern(e)
        if kind == "choice":
            return choice(self._pattern(c) for c in _children(e))
        if kind == "list":
            return around("list", self._group(e))
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
        found = []
        for name in element_names(e):
            if not self._wanted(name, "@" if kind == "attribute" else ""):
                continue
            if kind == "attribute":
                found.append(around(kind, self._group(e, skip=skip) if len(_children(e)) > skip else TEXT, name))
            else:
                p = Pattern(kind, (), name)
                p.content = cache(lambda: self._group(e, skip=skip))
                found.append(p)
        return choice(found)

    def _wanted(self, name: Name, mark: str) -> bool:
        if self._names is None:
            return True
        if name.ns is not None and name.local is not None:
            return mark + name.tag in self._names
        return any(name.has(n.removeprefix(mark)) for n in self._names if n.startswith("@") == bool(mark))


def _local(e: etree._Element) -> str:
    return etree.QName(e).localname


def _children(e: etree._Element) -> list[etree._Element]:
    return [c for c in e if isinstance(c.tag, str) and c.tag.startswith(R)]


def element_names(e: etree._Element) -> Sequence[Name]:
    """The names that an `element` (or an `attribute`) may have."""
    return _name(e) if e.get("name") else _names(_children(e)[0])


def _name(e: etree._Element) -> Sequence[Name]:
    """The name in the attribute `name`, or in the text of a `name` element."""
    written = (e.get("name") or e.text or "").strip()
    prefix, _, local = written.rpartition(":")
    if prefix:
        return [Name(_XML if prefix == "xml" else e.nsmap.get(prefix, ""), local)]
    # only the short form of an attribute's name does not inherit its namespace
    return [Name(e.get("ns", "") if _local(e) == "attribute" else inherited(e, "ns"), local)]


def _names(e: etree._Element) -> Sequence[Name]:
    """The name classes that an element `name`, `anyName`, `nsName` or `choice` stands for."""
    kind = _local(e)
    if kind == "name":
        return _name(e)
    if kind == "choice":
        return [n for c in _children(e) for n in _names(c)]
    butnot = tuple(n for x in _children(e) for c in _children(x) for n in _names(c))
    return [Name(None if kind == "anyName" else inherited(e, "ns"), None, butnot)]
