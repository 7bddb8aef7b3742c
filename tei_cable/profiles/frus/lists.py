"""The list of persons and that of terms, in `front`."""

from collections.abc import Mapping

from lxml import etree

from tei_cable.tei.blocks import content
from tei_cable.tei.names import XML, T


def front(document: etree._Element, listed: Mapping[str, etree._Element]) -> etree._Element | None:
    """The lists of those that the document names, or nothing."""
    people = {e.get("corresp", "")[1:] for e in document.iter(f"{T}persName") if e.get("corresp")}
    terms = {e.get("target", "")[1:] for e in document.iter(f"{T}gloss") if e.get("target", "").startswith("#")}
    made = etree.Element(f"{T}front")
    for ident, prefix, wanted in (("persons", "p_", people), ("terms", "t_", terms)):
        rows = [(key, listed[key]) for key in listed if prefixed(prefix, key) in wanted]
        if rows:
            div = etree.SubElement(made, f"{T}div", {"type": "section", f"{XML}id": ident})
            etree.SubElement(div, f"{T}head").text = ident.capitalize()
            home = etree.SubElement(div, f"{T}list")
            for key, entry in rows:
                _row(home, prefixed(prefix, key), entry, "persName" if ident == "persons" else "term")
    return made if len(made) else None


def prefixed(prefix: str, ident: str) -> str:
    """The id as the series begins them."""
    return ident if ident.startswith(prefix) else prefix + ident


def _row(home: etree._Element, ident: str, entry: etree._Element, name: str) -> None:
    item = etree.SubElement(home, f"{T}item")
    named = etree.SubElement(item, T + name, {f"{XML}id": ident})
    source = entry[0] if len(entry) else entry
    named.text = " ".join(content(source).split())
    following = entry.getnext() if name == "term" else entry.find(f"{T}note")
    if following is not None and (gloss := content(following).strip()):
        named.tail = f", {gloss}"
