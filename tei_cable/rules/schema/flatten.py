"""A RELAX NG schema of several files, or with grammars in grammars, as one grammar.

What a file takes from where it stands (`ns`, `datatypeLibrary`, prefixes) stays on the element that was its root, which becomes a `div`.
"""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree

RNG = "http://relaxng.org/ns/structure/1.0"
R = f"{{{RNG}}}"


class Unsupported(ValueError):
    """A schema that is not read here: a part of it lies on the network, or it includes itself. libxml2 is asked instead."""


class Missing(ValueError):
    """What applies the schema is not installed."""


def read(path: Path) -> etree._Element:
    """The root of an XML file; without entities from elsewhere. Raises OSError and etree.XMLSyntaxError."""
    parser = etree.XMLParser(load_dtd=False, no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    return etree.fromstring(path.read_bytes(), parser, base_url=str(path.resolve()))


def flatten(root: etree._Element) -> etree._Element:
    """The schema as a single `grammar` without `include`, `externalRef` and `parentRef`. The tree is changed.

    Raises Unsupported, OSError and etree.XMLSyntaxError.
    """
    if root.tag != f"{R}grammar":
        grammar = etree.Element(f"{R}grammar")
        etree.SubElement(grammar, f"{R}start").append(root)
        root = grammar
    if next(root.iter(*_SEVERAL), None) is not None:
        _include(root, ())
        _hoist(root)
    return root


_SEVERAL = (f"{R}include", f"{R}externalRef", f"{R}grammar")
_SEVERAL_FILES = (f"{R}include", f"{R}externalRef")


def _include(root: etree._Element, files: tuple[str, ...]) -> None:
    """Put in their places the files that the schema names; `files` are those that are being put in already."""
    for e in list(root.iter(*_SEVERAL_FILES)):
        url = urljoin(e.base or "", e.get("href", ""))
        if urlsplit(url).scheme not in ("", "file"):
            raise Unsupported(f"{url} lies on the network")
        if url in files:
            raise Unsupported(f"{url} includes itself")
        part = read(Path(unquote(urlsplit(url).path)))
        _include(part, (*files, url))
        if e.tag == f"{R}include":
            _override(part, e)
            part.tag = e.tag = f"{R}div"
            e.insert(0, part)
            continue
        if e.get("ns") is not None and part.get("ns") is None:
            part.set("ns", e.get("ns", ""))
        _replace(e, part)


def _override(part: etree._Element, include: etree._Element) -> None:
    """Take from an included grammar what the `include` defines itself."""
    own = {(d.tag, d.get("name")) for d in _definitions(include)}
    for d in list(_definitions(part)):
        parent = d.getparent()
        if (d.tag, d.get("name")) in own and parent is not None:
            parent.remove(d)


def _definitions(e: etree._Element) -> Iterator[etree._Element]:
    """The `start` and `define` of a grammar, those in its `div` too."""
    for c in e.iterchildren(f"{R}start", f"{R}define", f"{R}div"):
        if c.tag == f"{R}div":
            yield from _definitions(c)
        else:
            yield c


def _hoist(root: etree._Element) -> None:
    """Make grammars in the grammar parts of it: their names become names that nobody else has, their starts definitions."""
    inner = {g: str(n) for n, g in enumerate(root.iter(f"{R}grammar")) if g is not root}
    for e in root.iter(f"{R}ref", f"{R}parentRef", f"{R}define", f"{R}start"):
        scopes = list(e.iterancestors(f"{R}grammar"))
        scope = scopes[min(e.tag == f"{R}parentRef", len(scopes) - 1)]
        if scope in inner:
            e.set("name", " ".join(filter(None, (inner[scope], e.get("name")))))
    for e in root.iter(f"{R}parentRef"):
        e.tag = f"{R}ref"
    for g, number in inner.items():
        for a in ("ns", "datatypeLibrary"):
            g.set(a, inherited(g, a))
        for start in [d for d in _definitions(g) if d.tag == f"{R}start"]:
            start.tag = f"{R}define"
        _replace(g, etree.Element(f"{R}ref", name=number))
        g.tag = f"{R}div"
        root.append(g)


def _replace(old: etree._Element, new: etree._Element) -> None:
    new.tail = old.tail
    parent = old.getparent()
    if parent is not None:
        parent.replace(old, new)


def inherited(e: etree._Element, attribute: str) -> str:
    """The attribute's value here or at the nearest ancestor that has it; nothing if there is none."""
    here = next((a for a in (e, *e.iterancestors()) if a.get(attribute) is not None), None)
    return "" if here is None else here.get(attribute, "")


def names(root: etree._Element) -> set[str]:
    """The names that occur in a document: of elements as `{namespace}local`, of attributes with @ in front."""
    elements = {str(e.tag) for e in root.iter(etree.Element)}
    attributes = {str(a) for e in root.iter(etree.Element) for a in e.attrib}
    return {*elements, *(f"@{a}" for a in attributes)}
