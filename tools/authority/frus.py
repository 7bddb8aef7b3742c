"""Read the lists of persons and terms of FRUS volumes, and the text of their telegrams."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
TAGGED = re.compile(r'<persName corresp="#(\w+)">([^<]+)</persName>')
DETENTE = 1969  # from this year on a sub-series spans eight years, too wide to date an office


@dataclass(frozen=True)
class Volume:
    """One folder VOLUME/ with authority.xml and, beside it, dN.txt and dN.gold.xml."""

    folder: Path

    @property
    def name(self) -> str:
        """The volume as FRUS counts it: "1961-63 v16"."""
        found = re.fullmatch(r"frus(\d{4}-\d\d)v(\w+)", self.folder.name)
        return f"{found[1]} v{found[2]}" if found else self.folder.name

    @cached_property
    def years(self) -> tuple[int, int]:
        """The first and last year of its sub-series, or of its telegrams where the sub-series is long."""
        found = re.match(r"frus(\d\d)(\d\d)-(\d\d)", self.folder.name)
        if found is None:
            raise ValueError(f"{self.folder}: not the name of a FRUS volume")
        first, last = int(found[1] + found[2]), int(found[1] + found[3])
        if first >= DETENTE and (seen := sorted(self._years_of_telegrams())):
            return max(first, seen[0]), min(last, seen[-1])
        return first, last

    def _years_of_telegrams(self) -> Iterator[int]:
        for path in self.folder.glob("*.gold.xml"):
            if line := re.search(r"<dateline.*?</dateline>", path.read_text(encoding="utf-8"), re.DOTALL):
                yield from (int(year) for year in re.findall(r'when="(\d{4})', line[0]))

    @cached_property
    def persons(self) -> list[tuple[str, str]]:
        """Each person's name as listed and the note after it."""
        return [(_text(item, "persName"), _text(item, "note")) for item in self._root.iter(f"{TEI}person")]

    @cached_property
    def terms(self) -> list[tuple[str, str]]:
        """Each abbreviation as listed and its meaning."""
        labels, items = self._root.iter(f"{TEI}label"), self._root.iter(f"{TEI}item")
        return [(_words(label), _words(item)) for label, item in zip(labels, items, strict=True)]

    @cached_property
    def _root(self) -> etree._Element:
        return etree.parse(str(self.folder / "authority.xml")).getroot()

    def tagged(self) -> Iterator[tuple[str, str]]:
        """Each person tagged in the telegrams: the name as listed and the words that are tagged."""
        listed = {item.get(XML_ID): _text(item, "persName") for item in self._root.iter(f"{TEI}person")}
        for path in sorted(self.folder.glob("*.gold.xml")):
            for ident, words in TAGGED.findall(path.read_text(encoding="utf-8")):
                if ident in listed:
                    yield listed[ident], " ".join(words.split())

    def texts(self) -> Iterator[str]:
        """Read the telegrams of the volume."""
        for path in sorted(self.folder.glob("d*.txt")):
            yield path.read_text(encoding="utf-8")


def volumes(folders: list[Path]) -> list[Volume]:
    """Return the volumes in the folders, sorted by name."""
    found = {path.parent.name: Volume(path.parent) for folder in folders for path in folder.glob("*/authority.xml")}
    return [found[name] for name in sorted(found)]


def _text(item: etree._Element, tag: str) -> str:
    return " ".join((item.findtext(f"{TEI}{tag}") or "").split())


def _words(item: etree._Element) -> str:
    return " ".join(etree.tostring(item, method="text", encoding="unicode", with_tail=False).split())
