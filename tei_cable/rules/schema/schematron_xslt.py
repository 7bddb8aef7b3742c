"""An ISO Schematron schema as an XSLT stylesheet, which gives `<found><at id role path>message</at> …</found>`.

Only nodes that a rule is about are visited: all contexts of a pattern are selected at once, and a template for each rule, the earlier with the higher
priority, checks them. `path` are the numbers of the elements from the root to the node. Done: ns, let, key and functions, phases (the default one),
abstract patterns and rules, include, extends, value-of, name, diagnostics. Not done: properties, and what is said in other languages.
"""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree

from tei_cable.rules.schema.flatten import read

SCH = "{http://purl.oclc.org/dsdl/schematron}"
_XSL = "http://www.w3.org/1999/XSL/Transform"
X = f"{{{_XSL}}}"
_Element = etree._Element
# What of XSLT may stand in a schema.
_COPIED = (f"{X}key", f"{X}function", f"{X}variable", f"{X}param")
_PATH = f"""<x xmlns:xsl="{_XSL}"><xsl:attribute name="path"><xsl:for-each select="ancestor-or-self::*"
  ><xsl:value-of select="concat('/', count(preceding-sibling::*) + 1)"/></xsl:for-each></xsl:attribute></x>"""


def stylesheet(root: _Element, version: str) -> _Element:
    """The stylesheet of a schema, for XSLT 1.0, 2.0 or 3.0. Raises ValueError for a schema that cannot be compiled, OSError for a part not there."""
    if root.tag != f"{SCH}schema":
        raise ValueError(f"the root element is {root.tag}, not schema of ISO Schematron")
    _include(root, ())
    spaces = {n.get("prefix"): n.get("uri") for n in root.iterchildren(f"{SCH}ns")}
    nsmap = {p: u for p, u in {**root.nsmap, **spaces, "xsl": _XSL}.items() if p and u}
    sheet = etree.Element(f"{X}stylesheet", version=version, nsmap=nsmap)
    sheet.extend(deepcopy(e) for e in root.iterchildren(*_COPIED))
    patterns = [_concrete(root, p) for p in _active(root)]
    for let in (*root.iterchildren(f"{SCH}let"), *(x for p in patterns for x in p.iterchildren(f"{SCH}let"))):
        sheet.append(_let(let))
    main = etree.SubElement(etree.SubElement(sheet, f"{X}template", match="/"), "found")
    for number, pattern in enumerate(patterns):
        rules = list(_rules(pattern))
        if rules:
            contexts = " | ".join(_selected(r.get("context", "")) for r in rules)
            etree.SubElement(main, f"{X}apply-templates", select=contexts, mode=f"p{number}")
        for at, rule in enumerate(rules):
            sheet.append(_template(root, rule, f"p{number}", len(rules) - at))
    return sheet


def _include(root: _Element, files: tuple[str, ...]) -> None:
    """Put in their places what the schema takes from other files."""
    for e in [*root.iter(f"{SCH}include"), *(x for x in root.iter(f"{SCH}extends") if x.get("href"))]:
        url = urljoin(e.base or "", e.get("href", ""))
        if urlsplit(url).scheme not in ("", "file") or url in files:
            raise ValueError(f"{url} lies on the network or includes itself")
        part = read(Path(unquote(urlsplit(url).path)))
        _include(part, (*files, url))
        parent = e.getparent()
        if parent is not None:
            for new in [part] if e.tag == f"{SCH}include" else list(part):
                e.addprevious(new)
            parent.remove(e)


def _active(root: _Element) -> Sequence[_Element]:
    """The patterns of the default phase."""
    phase = root.get("defaultPhase", "#ALL")
    found = [p for p in root.iterchildren(f"{SCH}pattern") if p.get("abstract") != "true"]
    if phase == "#ALL":
        return found
    named = {a.get("pattern") for p in root.iterchildren(f"{SCH}phase") if p.get("id") == phase for a in p.iterchildren(f"{SCH}active")}
    return [p for p in found if p.get("id") in named]


def _concrete(root: _Element, pattern: _Element) -> _Element:
    """A pattern, or the abstract pattern that it is, with its parameters put in."""
    if (is_a := pattern.get("is-a")) is None:
        return pattern
    abstract = next((p for p in root.iterchildren(f"{SCH}pattern") if p.get("id") == is_a), None)
    if abstract is None:
        raise ValueError(f"there is no pattern {is_a}")
    made = deepcopy(abstract)
    given = sorted(((p.get("name", ""), p.get("value", "")) for p in pattern.iterchildren(f"{SCH}param")), key=lambda p: -len(p[0]))
    for e in made.iter(etree.Element):
        for a in e.attrib:
            for name, put in given:
                e.set(a, e.get(a, "").replace(f"${name}", put))
    return made


def _rules(pattern: _Element) -> Iterator[_Element]:
    return (r for r in pattern.iterchildren(f"{SCH}rule") if r.get("abstract") != "true")


def _template(root: _Element, rule: _Element, mode: str, priority: int) -> _Element:
    template = etree.Element(f"{X}template", match=rule.get("context", ""), mode=mode, priority=str(priority))
    for e in _content(root, rule):
        if e.tag == f"{SCH}let":
            template.append(_let(e))
        elif e.tag in _COPIED:
            template.append(deepcopy(e))
        elif e.tag in (f"{SCH}assert", f"{SCH}report"):
            test = e.get("test", "")
            found = etree.SubElement(template, f"{X}if", test=test if e.tag == f"{SCH}report" else f"not({test})")
            kept = {"id": e.get("id"), "role": e.get("role") or e.get("flag") or rule.get("role") or rule.get("flag")}
            at = etree.SubElement(found, "at", {k: v for k, v in kept.items() if v})
            at.append(etree.fromstring(_PATH)[0])
            _message(e, at)
            for d in e.get("diagnostics", "").split():
                for said in root.iterfind(f"{SCH}diagnostics/{SCH}diagnostic[@id='{d}']"):
                    etree.SubElement(at, f"{X}text").text = " "
                    _message(said, at)
    return template


def _content(root: _Element, rule: _Element) -> Iterator[_Element]:
    """What a rule holds, with what it extends in its place."""
    for e in rule.iterchildren(etree.Element):
        if e.tag == f"{SCH}extends":
            name = e.get("rule")
            abstract = next((r for r in root.iter(f"{SCH}rule") if r.get("abstract") == "true" and r.get("id") == name), None)
            if abstract is None or abstract is rule:
                raise ValueError(f"there is no abstract rule {name}")
            yield from _content(root, abstract)
        else:
            yield e


def _let(e: _Element) -> _Element:
    made = etree.Element(f"{X}variable", name=e.get("name", ""))
    if (value := e.get("value")) is not None:
        made.set("select", value)
    else:
        made.text = e.text
        made.extend(deepcopy(c) for c in e)
    return made


def _message(e: _Element, into: _Element) -> None:
    """The words of an assertion, with what is to be computed."""
    etree.SubElement(into, f"{X}text").text = e.text or ""
    for c in e:
        if c.tag == f"{SCH}value-of":
            etree.SubElement(into, f"{X}value-of", select=c.get("select", ""))
        elif c.tag == f"{SCH}name":
            etree.SubElement(into, f"{X}value-of", select=f"name({c.get('path', '.')})")
        elif isinstance(c.tag, str):
            _message(c, into)
        etree.SubElement(into, f"{X}text").text = c.tail or ""


def _selected(context: str) -> str:
    """A match pattern as an expression that selects what it matches."""
    alternatives, depth, quote = [""], 0, ""
    for c in context:
        quote = "" if c == quote else c if not quote and c in "\"'" else quote
        depth += 0 if quote else (c in "[(") - (c in "])")
        if c == "|" and not quote and not depth:
            alternatives.append("")
        else:
            alternatives[-1] += c
    return " | ".join(a.strip() if a.strip().startswith(("/", "id(", "key(")) else f"//{a.strip()}" for a in alternatives)
