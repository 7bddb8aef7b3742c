"""Pointers to ids that are not there."""

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from functools import cache

from lxml import etree

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.places import name
from tei_cable.text.regex import regex

# What TEI P5 types as a pointer or a list of pointers, as far as pointers within a document are usual.
_POINTERS = frozenset(
    "ref target corresp who toWhom resp source scheme ana sameAs copyOf next prev hand change decls calendar datingPoint period wit rendition facs "
    "synch exclude select parts nymRef active passive mutual spanTo start end since".split()
)
# Ids compared in a document; of a volume whose every pointer dangles it would be millions, at a hundredth of a millisecond each.
_COMPARED = 100_000
# not an XPointer scheme such as #xpath(…)
_ID = regex(r"#[^()\s]+")


class Dangling(Rule):
    """A pointer names an id that the document does not have.

    Why: the person, place or note that it stands for cannot be found: links lead nowhere, and the index loses an entry.

    Wrong:

        <p><persName ref="#rusk">Mr. Rusk</persName> agreed.</p>

    Right:

        <standOff><listPerson><person xml:id="rusk"><persName>Dean Rusk</persName></person></listPerson></standOff>
        <text><body><div><p><persName ref="#rusk">Mr. Rusk</persName> agreed.</p></div></body></text>

        <p><persName ref="persons.xml#rusk">Mr. Rusk</persName> agreed.</p>
    """

    kind = Code("R001", "dangling-reference", Severity.ERROR)
    since = "0.1.0"
    asserts = frozenset({"pointer-resolves"})
    tools = frozenset({"ceteicean", "evt2", "evt3", "frus", "leaf-writer", "teitok"})
    mended = True

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each pointer."""
        near = _near(document)
        for e in document.each("*"):
            # lxml lists names of attributes in linear time, names with values in square time
            for attribute in [a for a in e.attrib if a in _POINTERS]:
                for pointer in e.get(attribute, "").split():
                    if _ID.fullmatch(pointer) and pointer[1:] not in document.ids:
                        yield self._finding(document, e, attribute, pointer[1:], near(pointer[1:]))

    def _finding(self, document: Document, e: etree._Element, attribute: str, wanted: str, near: str) -> Diagnostic:
        hint = f"Did you mean “#{near}”?" if near else f"Give the element that is meant xml:id=“{wanted}”, or mend the pointer."
        return self.at(document, e, f"@{attribute} of {name(e.tag)} points to “#{wanted}”, and nothing here has that id.", hint)


def _near(document: Document) -> Callable[[str], str]:
    """A function from an id that is not there to the one that was probably meant; nothing if none is near, or after _COMPARED comparisons."""
    left = _COMPARED

    @cache
    def near(wanted: str) -> str:
        nonlocal left
        left -= len(document.ids)
        return next(iter(get_close_matches(wanted, document.ids, 1, 0.7)), "") if left > 0 else ""

    return near


part = Dangling()
