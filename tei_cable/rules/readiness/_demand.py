"""What the rules of this family share: a demand that tools make of a whole file."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from lxml import etree

from tei_cable.model import Diagnostic
from tei_cable.rules import Document, Rule
from tei_cable.tei.names import T

POINTERS = ("ref", "key", "corresp")
NAMES = ("persName", "placeName", "orgName")
_ENTRIES = ("person", "place", "org", "event")


class Demand(Rule):
    """A demand of tools: one finding a file, at the first element that goes against it, with how many do.

    `message` is a sentence; without a full stop, the number is told behind it.
    """

    optional = True
    message: ClassVar[str]
    hint: ClassVar[str] = ""

    def against(self, document: Document) -> Iterator[etree._Element]:
        """The elements that go against the demand, in the order of the document."""
        raise NotImplementedError(f"{type(self).__name__} lacks against")

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding, or none."""
        if found := list(self.against(document)):
            yield self.at(document, found[0], self.said(found), self.hint)

    def said(self, found: Sequence[etree._Element]) -> str:
        """The message."""
        return self.message if self.message.endswith(".") else f"{self.message}: {len(found)}."


def pointing(document: Document, *names: str) -> Iterator[etree._Element]:
    """The names in the texts that point at an entry by whatever attribute."""
    return (e for e in document.named(*names) if any(e.get(a) for a in POINTERS))


def entries(document: Document) -> Iterator[etree._Element]:
    """The entries of lists of persons, places, organisations and events."""
    return document.each(*_ENTRIES)


def header(document: Document, path: str) -> etree._Element | None:
    """An element of the first header by the names that lead to it: `fileDesc/titleStmt`."""
    first = next(document.each("teiHeader"), None)
    return None if first is None else first.find("/".join(T + name for name in path.split("/")))


def actions(document: Document) -> Iterator[etree._Element]:
    """The actions sent and received of all letters."""
    return (e for e in document.each("correspAction") if e.get("type") in ("sent", "received"))
