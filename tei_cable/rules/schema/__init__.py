"""Validity against the cable schema."""

from collections.abc import Iterable

from lxml import etree

from tei_cable.model import Diagnostic


class SchemaRule:
    def check(self, root: etree._Element) -> Iterable[Diagnostic]:
        return ()


part = SchemaRule()
