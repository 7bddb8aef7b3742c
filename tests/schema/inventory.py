"""What each of the four files says that there is: elements, their attributes, and the values of those."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from typing import NamedTuple

from lxml.etree import _Element as Node

RNG = "{http://relaxng.org/ns/structure/1.0}"
TEI = "{http://www.tei-c.org/ns/1.0}"
XS = "{http://www.w3.org/2001/XMLSchema}"
_PATH = re.compile(r"'[^']*'|tei:(?P<element>\w+)|@(?P<attribute>[\w:]+)")
_VALUES = re.compile(r"(?P<element>\w+)(?:\[@\w+\])?\[@(?P<attribute>\w+) = '(?P<value>[^']*)'\]")


class Attribute(NamedTuple):
    """Whether it is required, and its values, when they are a closed list."""

    required: bool
    values: frozenset[str] | None


Attributes = Mapping[str, Attribute]
Inventory = Mapping[str, Attributes]


def either(one: Attributes, other: Attributes) -> Attributes:
    """The attributes where one set of them or the other may stand."""
    return {name: _united([a[name] for a in (one, other) if name in a], alone=name in one and name in other) for name in (*one, *other)}


def both(one: Attributes, other: Attributes) -> Attributes:
    """The attributes where both sets stand."""
    return {**one, **other}


def _united(found: list[Attribute], *, alone: bool) -> Attribute:
    lists = [a.values for a in found]
    values = None if None in lists else frozenset[str]().union(*(v for v in lists if v is not None))
    return Attribute(alone and all(a.required for a in found), values)


def of_elements(elements: Iterable[tuple[str, Attributes]]) -> Inventory:
    """The inventory of a grammar that has several patterns or types of one name."""
    found: dict[str, Attributes] = {}
    for name, attributes in elements:
        found[name] = either(found[name], attributes) if name in found else attributes
    return found


class RelaxNG:
    """The inventory of a grammar in RELAX NG: of all of it, or of the elements in reach of its start."""

    def __init__(self, grammar: Node) -> None:
        self.grammar = grammar
        self.defines = {str(d.get("name")): d for d in grammar.iter(f"{RNG}define")}

    def inventory(self, elements: Iterable[Node] | None = None) -> Inventory:
        found = self.grammar.iter(f"{RNG}element") if elements is None else elements
        return of_elements((str(e.get("name")), self.group(e)) for e in found)

    def group(self, node: Node) -> Attributes:
        return reduce(both, map(self.attributes, node.iterchildren(f"{RNG}*")), {})

    def attributes(self, node: Node) -> Attributes:
        """The attributes of a pattern."""
        kind = str(node.tag).removeprefix(RNG)
        if kind == "attribute":
            return {str(node.get("name")): Attribute(True, self.values(node))}
        if kind in ("element", "name", "except"):
            return {}
        if kind == "ref":
            return self.group(self.defines[str(node.get("name"))])
        if kind == "choice":
            return reduce(either, map(self.attributes, node.iterchildren(f"{RNG}*")))
        found = self.group(node)
        return either(found, {}) if kind in ("optional", "zeroOrMore") else found

    def values(self, node: Node) -> frozenset[str] | None:
        """The values of an attribute when they are a closed list."""
        parts = [self.values(p) for p in self.parts(node)]
        if node.tag == f"{RNG}value":
            return frozenset([node.text or ""])
        if node.tag in (f"{RNG}data", f"{RNG}text") or not parts or None in parts:
            return None
        return frozenset[str]().union(*(p for p in parts if p is not None))

    def parts(self, node: Node) -> Iterator[Node]:
        for child in node.iterchildren(f"{RNG}*"):
            yield self.defines[str(child.get("name"))] if child.tag == f"{RNG}ref" else child


def of_odd(odd: Node) -> Inventory:
    """What a customisation keeps of the TEI: its elements, with the attributes that it states at each."""
    return {
        str(spec.get("ident")): {
            str(a.get("ident")): Attribute(a.get("usage") == "req", _items(a)) for a in spec.iter(f"{TEI}attDef") if a.get("mode") != "delete"
        }
        for spec in odd.iter(f"{TEI}elementSpec")
    }


def _items(definition: Node) -> frozenset[str] | None:
    closed = definition.find(f"{TEI}valList[@type='closed']")
    return None if closed is None else frozenset(str(v.get("ident")) for v in closed.iter(f"{TEI}valItem"))


def of_xsd(schema: Node) -> Inventory:
    """The inventory of an XML Schema as tools/build_schemas.py writes them: named types, or types in place."""
    named = {f"tei:{t.get('name')}": t for t in schema.iterchildren(f"{XS}complexType", f"{XS}simpleType")}

    def values(attribute: Node) -> frozenset[str] | None:
        simple = named.get(str(attribute.get("type")), attribute)
        found = [str(v.get("value")) for v in simple.iter(f"{XS}enumeration")]
        open_ended = any(r.get("base") and r.find(f"{XS}enumeration") is None for r in simple.iter(f"{XS}restriction"))
        return frozenset(found) if found and not open_ended else None

    def attributes(element: Node) -> Attributes:
        kind = named.get(str(element.get("type")), element.find(f"{XS}complexType"))
        owned = () if kind is None else (a for a in kind.iter(f"{XS}attribute") if next(a.iterancestors(f"{XS}complexType"), None) is kind)
        return {str(a.get("name") or a.get("ref")): Attribute(a.get("use") == "required", values(a)) for a in owned}

    return of_elements((str(e.get("name")), attributes(e)) for e in schema.iter(f"{XS}element"))


def named_by_rules(schematron: Node) -> tuple[set[str], set[str], set[tuple[str, str, str]]]:
    """The elements and attributes that the paths of a Schematron schema name, and the values that they compare an element's attribute with."""
    paths = [str(v) for e in schematron.iter() for k, v in e.items() if k in ("context", "test", "value", "select", "match", "use")]
    found = [m for path in paths for m in _PATH.finditer(path)]
    values = {(m["element"], m["attribute"], m["value"]) for path in paths for m in _VALUES.finditer(path)}
    return {m["element"] for m in found if m["element"]}, {m["attribute"] for m in found if m["attribute"]}, values
