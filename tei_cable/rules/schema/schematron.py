"""Schematron: rules in XPath 1 by libxslt, rules in XPath 2 and 3 (`queryBinding="xslt2"`) by the package saxonche, where it is installed."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice
from pathlib import Path

from lxml import etree

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document
from tei_cable.rules.schema.explain import ENOUGH
from tei_cable.rules.schema.flatten import Missing, read
from tei_cable.rules.schema.schematron_xslt import stylesheet
from tei_cable.tei.blocks import content

ASSERTION_FAILS = Code("S003", "assertion-fails", Severity.ERROR)
# An assertion may say by its role that it is no more.
_LESS = {
    **dict.fromkeys(("warning", "warn", "nonfatal"), Severity.WARNING),
    **dict.fromkeys(("info", "information", "hint"), Severity.INFO),
}
_XPATH_1 = frozenset({"xslt", "xslt1", "xpath", "xpath1"})
_Report = Callable[[Document], Iterator[etree._Element]]


class Schematron:
    """An ISO Schematron schema. Raises OSError, ValueError and etree.LxmlError for a file that is not there or not correct, Missing for saxonche."""

    kind = ASSERTION_FAILS

    def __init__(self, path: Path):
        self.release = self.remark = ""
        root = read(path)
        self._report = _xpath1(root) if root.get("queryBinding", "xslt").lower() in _XPATH_1 else _xpath2(root)

    def __call__(self, document: Document, covered: Collection[str] = ()) -> Iterator[Diagnostic]:
        """Each assertion that fails, and each report that holds, at its element; at most ENOUGH."""
        at_path = _nodes(document.tree)
        failed = (at for at in self._report(document) if at.get("id") not in covered)
        for at in islice(failed, ENOUGH):
            severity = _LESS.get((at.get("role") or "").lower(), ASSERTION_FAILS.severity)
            message = " ".join(content(at).split())
            yield document.at(replace(ASSERTION_FAILS, severity=severity), at_path(at.get("path", "")), message)

    def learn(self, roots: Sequence[etree._Element]) -> None:
        """Nothing to learn."""


def _xpath1(root: etree._Element) -> _Report:
    local = etree.XSLTAccessControl(read_network=False, write_file=False, create_dir=False, write_network=False)  # type: ignore[call-arg]
    transform = etree.XSLT(stylesheet(root, "1.0"), access_control=local)

    def report(document: Document) -> Iterator[etree._Element]:
        yield from transform(document.tree).getroot()

    return report


def _xpath2(root: etree._Element) -> _Report:
    from importlib.util import find_spec

    if find_spec("saxonche") is None:
        raise Missing("its rules are in XPath 2 or 3, which need the package saxonche: pip install 'tei-cable[xslt2]'")
    from saxonche import PySaxonApiError, PySaxonProcessor

    processor = PySaxonProcessor(license=False)
    sheet = etree.tostring(stylesheet(root, "3.0"), encoding="unicode")
    try:
        transform = processor.new_xslt30_processor().compile_stylesheet(stylesheet_text=sheet)
    except PySaxonApiError as e:
        raise ValueError(str(e)) from e

    def report(document: Document) -> Iterator[etree._Element]:
        node = processor.parse_xml(xml_text=etree.tostring(document.tree, encoding="unicode"))
        yield from etree.fromstring(transform.transform_to_string(xdm_node=node).encode())

    return report


def _nodes(root: etree._Element) -> Callable[[str], etree._Element]:
    """A function from the numbers of an element and its ancestors, from the root, which is /1, to the element."""
    children = cache(lambda e: list(e.iterchildren(etree.Element)))

    def at(path: str) -> etree._Element:
        found = root
        for number in path.split("/")[2:]:
            found = children(found)[int(number) - 1]
        return found

    return at
