"""A customisation applied to the schema of the whole TEI, as the TEI's own stylesheets do from its sources, as far as cable.odd goes.

It takes elements, deletes classes of attributes, and adds, changes and deletes attributes of elements. Content models stay.
"""

from copy import deepcopy

from lxml import etree
from lxml.etree import _Element as Node

from schema.inventory import RNG, TEI

XSD = "http://www.w3.org/2001/XMLSchema-datatypes"
# The datatypes that cable.odd names, in those of XML Schema (TEI P5, 1.4.2). tei_all has them written out at each attribute.
TYPES = {
    "ID": "ID",
    "teidata.language": "language",
    "teidata.name": "Name",
    "teidata.numeric": "double",
    "teidata.pointer": "anyURI",
    "teidata.temporal.w3c": "date gYear gMonth gDay gYearMonth gMonthDay time dateTime",
    "teidata.text": "string",
    "teidata.versionNumber": "token",
    "teidata.word": "token",
}


def customised(tei: Node, odd: Node) -> Node:
    """The grammar of those elements that the ODD takes, with the attributes that it leaves and states."""
    grammar = deepcopy(tei)
    specs = {str(s.get("ident")): s for s in odd.iter(f"{TEI}elementSpec")}
    deleted = tuple(str(c.get("ident")) for c in odd.iter(f"{TEI}classSpec") if c.get("mode") == "delete")
    for define in grammar.iter(f"{RNG}define"):
        name = str(define.get("name"))
        if any(name in (f"{c}.attributes", f"{c}.attribute.{name.rpartition('.')[2]}") for c in deleted):
            define[:] = [etree.Element(f"{RNG}empty")]
    for element in list(grammar.iter(f"{RNG}element")):
        spec = specs.get(str(element.get("name")))
        if spec is None:
            _replace(element, etree.Element(f"{RNG}notAllowed"))
        else:
            _attributes(element, spec)
    start = next(grammar.iter(f"{RNG}start"))
    start[:] = [etree.Element(f"{RNG}ref", name=str(next(odd.iter(f"{TEI}schemaSpec")).get("start")))]
    return grammar


def _attributes(element: Node, spec: Node) -> None:
    for definition in spec.iter(f"{TEI}attDef"):
        name, mode = str(definition.get("ident")), definition.get("mode")
        own = [a for a in element.iter(f"{RNG}attribute") if a.get("name") == name]
        assert bool(own) == (mode != "add"), f"{spec.get('ident')}/@{name} is {'in the element itself' if own else 'not in the element'}"
        for attribute in own:
            _replace(attribute, etree.Element(f"{RNG}empty"))
        if mode != "delete":
            element.append(_pattern(definition))


def _pattern(definition: Node) -> Node:
    """The pattern of an attribute: a value of its closed list, or of its datatype."""
    attribute = etree.Element(f"{RNG}attribute", name=str(definition.get("ident")))
    choice = etree.SubElement(attribute, f"{RNG}choice")
    closed = definition.find(f"{TEI}valList[@type='closed']")
    if closed is not None:
        for item in closed.iter(f"{TEI}valItem"):
            etree.SubElement(choice, f"{RNG}value").text = item.get("ident")
    else:
        data = next(definition.iter(f"{TEI}dataRef"))
        for type_ in TYPES[str(data.get("key") or data.get("name"))].split():
            etree.SubElement(choice, f"{RNG}data", type=type_, datatypeLibrary=XSD)
    if definition.get("usage") == "req":
        return attribute
    optional = etree.Element(f"{RNG}optional")
    optional.append(attribute)
    return optional


def _replace(old: Node, new: Node) -> None:
    new.tail = old.tail
    parent = old.getparent()
    assert parent is not None
    parent.replace(old, new)
