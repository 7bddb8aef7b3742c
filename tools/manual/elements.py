"""The reference of elements, attributes and values, made from schemas/cable.odd."""

from collections.abc import Iterator

from lxml import etree

from tools.manual.staging import ROOT

TEI = "{http://www.tei-c.org/ns/1.0}"
EXAMPLE = "{http://www.tei-c.org/ns/Examples}egXML"


def elements() -> dict[str, str]:
    """The page, by its path."""
    return {"reference/elements.md": "\n".join(sections(etree.parse(ROOT / "schemas" / "cable.odd").getroot()))}


def sections(odd: etree._Element) -> Iterator[str]:
    """The chapters of the ODD with their elements."""
    yield "# Elements and attributes\n\nMade from [cable.odd](../schemas/cable.odd), the TEI customisation ([schema](../schema.md)).\n"
    for chapter in odd.iterfind(f".//{TEI}body/{TEI}div"):
        yield f"## {words(chapter.find(f'{TEI}head'))}\n"
        yield from (words(p) + "\n" for p in chapter.iterfind(f"{TEI}p"))
        for spec in chapter.iter(f"{TEI}elementSpec"):
            if spec.get("mode") != "delete":
                yield from element(spec)


def element(spec: etree._Element) -> Iterator[str]:
    """One element: what it is for, its remarks, attributes, values and example."""
    yield f"### {spec.get('ident')}\n\n{words(spec.find(f'{TEI}desc'))}\n"
    yield from (words(p) + "\n" for p in spec.iterfind(f"{TEI}remarks/{TEI}p"))
    attributes = [a for a in spec.iter(f"{TEI}attDef") if a.get("mode") != "delete"]
    if attributes:
        yield "| attribute | | values |\n| --- | --- | --- |"
        for a in attributes:
            values = "; ".join(f"`{v.get('ident')}` {words(v.find(f'{TEI}desc'))}".strip() for v in a.iter(f"{TEI}valItem"))
            asked = " (required)" if a.get("usage") == "req" else ""
            yield f"| `@{a.get('ident')}`{asked} | {words(a.find(f'{TEI}desc'))} | {values} |"
        yield ""
    for example in spec.iter(EXAMPLE):
        yield f"```xml\n{shown(example)}\n```\n"


def words(element: etree._Element | None) -> str:
    """The words of a paragraph, names of elements and attributes as code."""
    if element is None:
        return ""
    text = element.text or ""
    for child in element:
        inner = "".join(child.itertext()) if isinstance(child.tag, str) else ""
        sign = {"gi": "`{}`", "att": "`@{}`", "val": "`{}`", "ident": "`{}`", "code": "`{}`"}.get(etree.QName(child).localname, "{}")
        text += sign.format(inner) + (child.tail or "")
    return " ".join(text.split()).replace("<", "\\<").replace("|", "\\|")


def shown(example: etree._Element) -> str:
    """An example as it is written, without the declaration of its namespace."""
    text = (example.text or "") + "".join(etree.tostring(child, encoding="unicode") for child in example)
    return text.replace(' xmlns="http://www.tei-c.org/ns/Examples"', "").replace(' xmlns:xml="http://www.w3.org/XML/1998/namespace"', "").strip()
