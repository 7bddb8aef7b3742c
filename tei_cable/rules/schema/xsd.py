"""XML Schema: libxml2 says fast whether a document is valid, where it can read the schema; the package xmlschema says what is wrong."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lxml import etree

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document
from tei_cable.rules.schema.flatten import read
from tei_cable.tei.places import name
from tei_cable.text.regex import regex

if TYPE_CHECKING:
    from xmlschema import XMLSchema

NOT_VALID_XSD = Code("S002", "not-valid-xsd", Severity.ERROR)


class Xsd:
    """An XML Schema 1.0. Raises OSError, ValueError and etree.LxmlError for a file that is not there or not correct."""

    kind = NOT_VALID_XSD

    def __init__(self, path: Path):
        self._path = path
        self.release = self.remark = ""
        tree = read(path).getroottree()
        try:
            self._fast: etree.XMLSchema | None = etree.XMLSchema(tree)
        except etree.XMLSchemaParseError:
            # libxml2 knows a part of XSD 1.0; if the schema is wrong, xmlschema says better why
            self._fast = None
            _ = self._schema

    @cached_property
    def _schema(self) -> "XMLSchema":
        import xmlschema

        return xmlschema.XMLSchema(str(self._path), allow="local")

    def __call__(self, document: Document, _covered: Collection[str] = ()) -> Iterator[Diagnostic]:
        """Each fault once."""
        if self._fast is not None and self._fast.validate(document.tree):
            return
        seen = set()
        for e in self._schema.iter_errors(document.tree):
            at: Any = document.tree if e.elem is None else e.elem
            message = _in_our_words(name(at.tag), e.reason or e.message)
            # a value that fits none of several types is reported for each of them
            if (at, message) not in seen:
                seen.add((at, message))
                yield document.at(NOT_VALID_XSD, at, message)

    def learn(self, roots: Sequence[etree._Element]) -> None:
        """Nothing to learn."""


_ATTRIBUTE = regex(r"attribute (?:\{(.*?)\})?(\S+?)='(.*?)': (?:duplicated (.*))?", re.DOTALL)


def _in_our_words(element: str, reason: str) -> str:
    """What xmlschema says, in our words where it speaks of an attribute's value."""
    m = _ATTRIBUTE.match(reason)
    if not m:
        return f"{element}: {reason.rstrip('.')}."
    attribute = name(f"{{{m[1]}}}{m[2]}" if m[1] else m[2])
    return f"@{attribute} of {element} is “{m[3]}”{', as elsewhere' if m[4] else ''}."
