"""Ids of notes that say another number."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Diagnostic, Fix, Severity
from tei_cable.rules import Document, Rule
from tei_cable.rules.notes._numbers import footnotes, number
from tei_cable.tei.edits import attribute, fix
from tei_cable.tei.names import XML
from tei_cable.text.regex import regex

_ID = regex(r"(.*?(?:fn|note|ftn)[-_.]?)(\d*)(.*)")


class IdDiffers(Rule):
    """The number in a note's id is not the note's number.

    Why: people, and programs that make links, read the number from the id; it is what is left of a note that was renumbered.

    Wrong:

        <p>They met<note n="2" xml:id="fn3">On 5 May.</note>.</p>

    Right:

        <p>They met<note n="2" xml:id="fn2">On 5 May.</note> again<note n="2" xml:id="fn2b">On 9 May.</note>.</p>

        <p>They met<note n="2" xml:id="d12fn2">On 5 May.</note> in June<note n="3" xml:id="june">No record.</note>.</p>
    """

    kind = Code("N012", "note-id-differs", Severity.WARNING)
    since = "0.1.0"
    asserts = frozenset({"note-number"})

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each note; the fix is offered while nothing points to the id."""
        for notes in footnotes(document):
            for e in notes:
                n, m = number(e), _ID.fullmatch(e.get(f"{XML}id", ""))
                if n is not None and m and m[2] != str(n) and (m[2] or m[1] == "fn"):
                    wanted = f"{m[1]}{n}"
                    yield self.at(
                        document, e, f"Note {n} has the id “{m[0]}”.", f"Call it “{wanted}”, and change what points to it.", _fix(document, e, wanted)
                    )


def _fix(document: Document, e: etree._Element, wanted: str) -> Fix | None:
    """The note's number may be what is wrong, or another file may point to the id: so it is not safe."""
    tag, old = document.tag(e), e.get(f"{XML}id")
    pointed = any(f"#{old}" in value.split() for x in document.elements for value in x.values())
    return None if tag is None or pointed or wanted in document.ids else fix(attribute(document.data, tag, "xml:id", wanted))


part = IdDiffers()
