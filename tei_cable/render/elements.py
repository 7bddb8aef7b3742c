"""Elements of HTML and XML, made so that text is always text."""

from collections.abc import Iterable, Mapping
from typing import Any

from lxml import etree

from tei_cable.tei.names import XML

Child = etree._Element | str | None


def el(name: str, attrs: Mapping[str, str] | None = None, *children: Child) -> etree._Element:
    """An element with its attributes (empty ones are left out) and children; `None` is no child."""
    attrs = attrs or {}
    # the key of the default namespace is None
    space: Any = {None: attrs["xmlns"]} if "xmlns" in attrs else {}
    made = etree.Element(name, nsmap=space)
    for key, value in attrs.items():
        if value and key != "xmlns":
            made.set(key.replace("xml:", XML), value)
    extend(made, children)
    return made


def extend(parent: etree._Element, children: Iterable[Child]) -> None:
    """Add children, strings among them as text."""
    for child in children:
        if isinstance(child, str):
            if len(parent):
                parent[-1].tail = (parent[-1].tail or "") + child
            else:
                parent.text = (parent.text or "") + child
        elif child is not None:
            # the text behind an element is its own
            child.tail = None
            parent.append(child)


def xml(root: etree._Element) -> bytes:
    """An XML document in UTF-8, indented: for formats without running text. `xmlns` of the root is that of all."""
    etree.indent(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"
