"""Profiles: one folder for each house or tool whose TEI differs from ours.

A profile is an exporter (see `tei_cable.exporters` for how to write one) that writes TEI: its `part` is a `Profile`, whose `shape` changes the tree
of our TEI in place. What two of them need is in `tei_cable.render.reshape`. What a tool demands stands in the module's docstring, and its test
asks for it.
"""

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar

from lxml import etree

from tei_cable.exporters import Exporter
from tei_cable.model import Cable
from tei_cable.tei.build import build
from tei_cable.tei.parse import read_tree


class Profile(Exporter):
    """Writes telegrams as TEI of a certain form."""

    suffix = ".xml"
    takes = "one"
    library = "lxml"
    # what stands before the root element
    prolog: ClassVar[str] = ""

    @abstractmethod
    def shape(self, root: etree._Element) -> etree._Element:
        """The tree in the form of the profile: the same, changed, or another."""

    def write(self, cables: Sequence[Cable]) -> bytes:
        """The TEI document in UTF-8."""
        root = self.shape(read_tree(build(cables[0])))
        body = etree.tostring(root, encoding="unicode")
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{self.prolog}{body}\n'.encode()
