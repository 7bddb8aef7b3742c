"""Derive schemas/cable.xsd from schemas/cable.rng, and put the rules of schemas/cable.sch into schemas/cable.odd.

    python tools/build_schemas.py

XSD 1.0 cannot say all that the grammar says. Two steps make what it can say, and every document that the grammar
accepts stays valid:

- Elements of one name that may stand in the same content get one type, which allows what either allows.
- Content with text, and content where such elements meet, becomes "these elements, in any order, any number".

So the XSD does not know that @from excludes @when, or that a gap comes first in its note.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from copy import deepcopy
from itertools import chain, count
from pathlib import Path

from lxml import etree
from lxml.etree import _Element as Node

Pattern = tuple[Node, ...]  # the element patterns of one name that share a type
Attributes = dict[str, tuple[bool, list[Node]]]  # by name: whether required, and the patterns of the value

SCHEMAS = Path(__file__).resolve().parent.parent / "schemas"
RNG = "{http://relaxng.org/ns/structure/1.0}"
XS = "http://www.w3.org/2001/XMLSchema"
TEI = "http://www.tei-c.org/ns/1.0"
NSMAP = {"xs": XS, "tei": TEI}
OCCURS = {
    "optional": {"minOccurs": "0"},
    "zeroOrMore": {"minOccurs": "0", "maxOccurs": "unbounded"},
    "oneOrMore": {"maxOccurs": "unbounded"},
}
SCH = "{http://purl.oclc.org/dsdl/schematron}"
# between these lines of cable.odd stand the rules of cable.sch
RULES = re.compile(r"(?<=<!-- from cable\.sch: do not edit -->\n).*?(?= *<!-- end of cable\.sch -->)", re.DOTALL)
HEADER = """
  Derived from cable.rng by tools/build_schemas.py: do not edit. It accepts all that cable.rng accepts, and more, where
  XSD 1.0 has no words for it; cable.rng decides.
"""


class Derivation:
    """The XSD of one grammar."""

    def __init__(self, grammar: Node) -> None:
        self.defines = {str(d.get("name")): d for d in grammar.iterchildren(f"{RNG}define")}
        self.start = next(grammar.iterchildren(f"{RNG}start"))
        self.names: dict[frozenset[Node], str] = {}
        self.written: list[Node] = []

    def build(self) -> bytes:
        """The XSD as a file."""
        roots = [self.element(patterns) for patterns in by_name(self.elements([self.start]))]
        data = [xs("simpleType", self.simple([d]), name=n) for n, d in self.defines.items() if n.startswith("data.")]
        xml = xs("import", namespace="http://www.w3.org/XML/1998/namespace", schemaLocation="xml.xsd")
        parts = [etree.Comment(HEADER), xml, *roots, *self.written, *data]
        schema = xs("schema", *parts, targetNamespace=TEI, elementFormDefault="qualified")
        etree.indent(schema)
        return bytes(etree.tostring(schema, xml_declaration=True, encoding="UTF-8")) + b"\n"

    # --- walking the grammar -------------------------------------------------------------------------------------

    def parts(self, node: Node) -> Iterator[Node]:
        """The patterns inside a node; for a reference what it names, a definition of several patterns as a whole."""
        for child in node.iterchildren(f"{RNG}*"):
            if child.tag != f"{RNG}ref":
                yield child
                continue
            define = self.defines[str(child.get("name"))]
            if len(list(define.iterchildren(f"{RNG}*"))) == 1:
                yield from self.parts(define)
            else:
                yield define

    def elements(self, nodes: Iterable[Node]) -> Iterator[Node]:
        """The element patterns that may stand directly in the content of the nodes, each once."""
        seen: dict[Node, None] = {}
        for part in chain.from_iterable(map(self.parts, nodes)):
            if part.tag == f"{RNG}element":
                seen[part] = None
            elif part.tag != f"{RNG}attribute":
                seen.update(dict.fromkeys(self.elements([part])))
        return iter(seen)

    def holds(self, node: Node, *kinds: str) -> bool:
        """Whether one of the kinds of pattern may stand directly in the content of the node."""
        return any(kind(part) in kinds or (kind(part) not in ("element", "attribute") and self.holds(part, *kinds)) for part in self.parts(node))

    def attributes(self, node: Node) -> Attributes:
        """The attributes of a node by name: whether each is required, and the patterns of its value."""
        found: Attributes = {}
        for part in self.parts(node):
            found |= self.given(part)
        return found

    def given(self, part: Node) -> Attributes:
        """The attributes that one part of a node gives it."""
        match kind(part):
            case "attribute":
                return {str(part.get("name")): (True, [part])}
            case "element":
                return {}
            case "choice":
                return merged([self.given(p) for p in self.parts(part)])
            case "optional" | "zeroOrMore":
                return merged([self.attributes(part), {}])
            case _:
                return self.attributes(part)

    def leaves(self, node: Node) -> Iterator[Node]:
        """The datatypes, values and lists in a node."""
        for part in self.parts(node):
            if kind(part) in ("data", "value", "list"):
                yield part
            else:
                yield from self.leaves(part)

    # --- writing the XSD -----------------------------------------------------------------------------------------

    def element(self, patterns: Pattern) -> Node:
        """The declaration of an element."""
        return xs("element", name=str(patterns[0].get("name")), type=self.type(patterns))

    def type(self, patterns: Pattern) -> str:
        """The name of the type of these patterns, which is written when it is first asked for."""
        attributes = merged([self.attributes(p) for p in patterns])
        mixed = any(self.holds(p, "text") for p in patterns)
        if mixed and not attributes and not list(self.elements(patterns)):
            return "xs:string"
        key = frozenset(patterns)
        if key not in self.names:
            self.names[key] = self.unused_name(str(patterns[0].get("name")))
            type_ = xs("complexType", name=self.names[key])
            self.written.append(type_)
            self.fill(type_, patterns, attributes, mixed)
        return f"tei:{self.names[key]}"

    def unused_name(self, base: str) -> str:
        """A name for a type: its element's, with a number after the first of that name."""
        used = {type_.get("name") for type_ in self.written}
        return next(n for n in chain([base], (f"{base}.{i}" for i in count(2))) if n not in used)

    def fill(self, type_: Node, patterns: Pattern, attributes: Attributes, mixed: bool) -> None:
        """Write the content and the attributes of a type."""
        declared = [self.attribute(name, *attributes[name]) for name in sorted(attributes)]
        if any(self.holds(p, "data", "list") for p in patterns):
            type_.append(self.simple_content(patterns, declared))
            return
        children = list(by_name(self.elements(patterns)))
        if mixed or len(patterns) > 1 or any(len(c) > 1 for c in children):
            content = [xs("choice", *map(self.element, children), **OCCURS["zeroOrMore"])] if children else []
        else:
            content = [xs("sequence", *self.particles(patterns[0]))]
        type_.extend(content + declared)
        if mixed:
            type_.set("mixed", "true")

    def simple_content(self, patterns: Pattern, attributes: list[Node]) -> Node:
        """The content of an element that holds a value; its datatype becomes a type with a name."""
        name = self.unused_name(f"{patterns[0].get('name')}.value")
        self.written.append(xs("simpleType", self.simple(patterns), name=name))
        return xs("simpleContent", xs("extension", *attributes, base=f"tei:{name}"))

    def particles(self, node: Node) -> Iterator[Node]:
        """The content of a node, part by part, without its attributes."""
        for part in self.parts(node):
            if part.tag == f"{RNG}element":
                yield self.element((part,))
            elif part.tag != f"{RNG}attribute" and (inner := list(self.particles(part))):
                wrapper = "choice" if part.tag == f"{RNG}choice" else "sequence"
                occurs = OCCURS.get(kind(part), {})
                if len(inner) > 1 or (occurs and {"minOccurs", "maxOccurs"} & set(inner[0].keys())):
                    yield xs(wrapper, *inner, **occurs)
                else:
                    for name, value in occurs.items():
                        inner[0].set(name, value)
                    yield inner[0]

    def attribute(self, name: str, required: bool, values: list[Node]) -> Node:
        """The declaration of an attribute; those of the xml namespace are declared in xml.xsd."""
        use = {"use": "required"} if required else {}
        if name.startswith("xml:"):
            return xs("attribute", ref=name, **use)
        named = {ref if (ref := value.find(f"{RNG}ref")) is None else str(ref.get("name")) for value in values}
        if len(named) == 1 and (type_ := named.pop()):
            return xs("attribute", name=name, type=f"tei:{type_}", **use)
        if not any(list(self.leaves(value)) for value in values):
            return xs("attribute", name=name, type="xs:string", **use)
        return xs("attribute", xs("simpleType", self.simple(values)), name=name, **use)

    def simple(self, nodes: Iterable[Node]) -> Node:
        """A simple type that allows what one of the nodes allows."""
        leaves = list(chain.from_iterable(map(self.leaves, nodes)))
        listed = next((x for x in leaves if x.tag == f"{RNG}list"), None)
        if listed is not None:
            items = [self.datatype(x) for x in self.leaves(listed)]
            whole = xs("simpleType", xs("list", xs("simpleType", union(items))))
            return xs("restriction", whole, xs("length", value=str(len(items))))
        values = dict.fromkeys(str(x.text) for x in leaves if x.tag == f"{RNG}value")
        members = [self.datatype(x) for x in leaves if x.tag == f"{RNG}data"]
        if values:
            members.append(xs("restriction", *(xs("enumeration", value=v) for v in values), base="xs:token"))
        return members[0] if len(members) == 1 else union(members)

    def datatype(self, data: Node) -> Node:
        """A datatype with its facets."""
        facets = [xs(str(p.get("name")), value=str(p.text)) for p in data.iter(f"{RNG}param")]
        if data.find(f"{RNG}except") is not None:  # the only value that the grammar excepts is the empty one
            facets.append(xs("minLength", value="1"))
        return xs("restriction", *facets, base=f"xs:{data.get('type')}")


def xs(tag: str, /, *children: Node, **attributes: str) -> Node:
    """An element of the XSD."""
    node = etree.Element(f"{{{XS}}}{tag}", attributes, nsmap=NSMAP)
    node.extend(children)
    return node


def union(members: Iterable[Node]) -> Node:
    """The union of some simple types."""
    return xs("union", *(xs("simpleType", member) for member in members))


def kind(node: Node) -> str:
    """The name of a pattern's kind, such as element, choice or optional."""
    return str(etree.QName(node).localname)


def by_name(elements: Iterable[Node]) -> Iterator[Pattern]:
    """The element patterns, those of one name together."""
    groups: dict[str, list[Node]] = {}
    for element in elements:
        groups.setdefault(str(element.get("name")), []).append(element)
    return map(tuple, groups.values())


def merged(alternatives: list[Attributes]) -> Attributes:
    """The attributes that one of the alternatives has, required where all require them."""
    names = dict.fromkeys(chain.from_iterable(alternatives))
    return {
        name: (
            all(name in a and a[name][0] for a in alternatives),
            [value for a in alternatives if name in a for value in a[name][1]],
        )
        for name in names
    }


def with_rules(odd: str, rules: Node) -> str:
    """The ODD with these rules of Schematron: a constraintSpec for each pattern, and one for what all of them need."""
    kept = {f"{SCH}ns", f"{SCH}pattern", "{http://www.w3.org/1999/XSL/Transform}key"}
    written = ""
    for node in (deepcopy(n) for n in rules if n.tag in kept):
        ident = node.get("id") or kind(node)
        node.tail = None
        etree.cleanup_namespaces(node)
        text = etree.tostring(node, encoding="unicode")
        written += f'          <constraintSpec ident="{ident}" scheme="schematron"><constraint>\n  {text}\n          </constraint></constraintSpec>\n'
    return RULES.sub(lambda _: written, odd)


def main() -> int:
    """Write what is derived."""
    (SCHEMAS / "cable.xsd").write_bytes(Derivation(etree.parse(SCHEMAS / "cable.rng").getroot()).build())
    odd = SCHEMAS / "cable.odd"
    odd.write_text(with_rules(odd.read_text(encoding="utf-8"), etree.parse(SCHEMAS / "cable.sch").getroot()), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
