"""Schemas and the engines that apply them: RELAX NG, XML Schema, Schematron."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules.schema import explain
from tei_cable.rules.schema.grammar import Grammar, Unsupported

NOT_VALID = Code("S001", "not-valid", Severity.ERROR)
NOT_VALID_XSD = Code("S002", "not-valid-xsd", Severity.ERROR)
ASSERTION_FAILS = Code("S003", "assertion-fails", Severity.ERROR)

Check = Callable[[etree._Element], Iterator[Diagnostic]]
_OURS = ("cable.rng", "cable.xsd", "cable.sch")


class BadSchema(ValueError):
    """A schema that is not there, not of a known kind, or not correct; the message is a sentence that names it."""


def shipped(name: str) -> Path:
    """The path of a schema of ours: `cable.rng`, `cable.xsd` or `cable.sch`."""
    # in a wheel they lie inside the package, in a checkout beside it; importlib.resources would take longer than the schema
    package = Path(__file__).parents[2]
    home = package / "schemas"
    return (home if home.is_dir() else package.parent / "schemas") / name


@cache
def check(schema: str) -> Check:
    """The check that a schema asks for: `cable` (our RELAX NG and Schematron), one of our files by name, or a path. Raises BadSchema."""
    if schema == "cable":
        grammar, assertions = check("cable.rng"), check("cable.sch")
        return lambda root: (d for engine in (grammar, assertions) for d in engine(root))
    path = shipped(schema) if schema in _OURS else Path(schema)
    if path.suffix not in _ENGINES:
        raise BadSchema(f"{schema}: not a schema that is known here; give cable, {', '.join(_OURS)} or the path of a .rng, .xsd or .sch file")
    try:
        return _ENGINES[path.suffix](path)
    except OSError as e:
        raise BadSchema(f"{schema}: the schema cannot be read ({e.strerror or 'no such file'}); check the name") from e
    except (etree.LxmlError, SyntaxError, ValueError, KeyError) as e:
        raise BadSchema(f"{schema}: the schema is not correct ({_in_one_line(e)}); mend it or give another") from e


def _in_one_line(error: Exception) -> str:
    return " ".join(str(getattr(error, "message", error)).split())[:200]


def _tree(path: Path) -> etree._ElementTree:
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)
    return etree.ElementTree(etree.fromstring(path.read_bytes(), parser, base_url=str(path)))


def _relaxng(path: Path) -> Check:
    tree = _tree(path)
    schema, grammar = etree.RelaxNG(tree), Grammar(tree.getroot())

    def run(root: etree._Element) -> Iterator[Diagnostic]:
        if schema.validate(root):
            return
        try:
            for at, message, hint in explain.faults(grammar.start, root):
                yield NOT_VALID.at(None, message, hint, path=explain.path(at), line=explain.line(at))
        except Unsupported:
            first = schema.error_log[0]
            yield NOT_VALID.at(None, f"{first.message}.", path=explain.path(_at(root, first.path)), line=first.line)

    return run


def _xsd(path: Path) -> Check:
    import xmlschema

    schema = xmlschema.XMLSchema(str(path), allow="local")

    def run(root: etree._Element) -> Iterator[Diagnostic]:
        seen = set()
        for e in schema.iter_errors(root):
            at: Any = root if e.elem is None else e.elem
            message = _attribute(explain.name(at.tag), e.reason or e.message)
            # a value that fits none of several types is reported for each of them
            if (at, message) not in seen:
                seen.add((at, message))
                yield NOT_VALID_XSD.at(None, message, path=explain.path(at), line=e.sourceline or 0)

    return run


_ATTRIBUTE = re.compile(r"attribute (?:\{(.*?)\})?(\S+?)='(.*?)': (?:duplicated (.*))?", re.DOTALL)


def _attribute(element: str, reason: str) -> str:
    """What xmlschema says, in our words where it speaks of an attribute's value."""
    m = _ATTRIBUTE.match(reason)
    if not m:
        return f"{element}: {reason.rstrip('.')}."
    name = explain.name(f"{{{m[1]}}}{m[2]}" if m[1] else m[2])
    return f"@{name} of {element} is “{m[3]}”{', as elsewhere' if m[4] else ''}."


def _schematron(path: Path) -> Check:
    from lxml.isoschematron import Schematron

    schema = Schematron(_tree(path), store_report=True)

    def run(root: etree._Element) -> Iterator[Diagnostic]:
        if schema.validate(root):
            return
        for failed in schema.validation_report.iter("{*}failed-assert", "{*}successful-report"):
            message = " ".join("".join(failed.itertext()).split())
            at = _at(root, failed.get("location"))
            yield ASSERTION_FAILS.at(None, message, path=explain.path(at), line=explain.line(at))

    return run


def _at(root: etree._Element, xpath: str | None) -> etree._Element:
    """The element that a report names by an XPath, or the root."""
    found: Any = root.getroottree().xpath(xpath) if xpath else []
    return found[0] if found and isinstance(found[0], etree._Element) else root


_ENGINES: dict[str, Callable[[Path], Check]] = {".rng": _relaxng, ".xsd": _xsd, ".sch": _schematron}
