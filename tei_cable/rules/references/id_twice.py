"""Ids that are given twice."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.names import XML
from tei_cable.tei.places import name

_ID = f"{XML}id"


class IdTwice(Rule):
    """Two elements have the same xml:id.

    Why: a pointer to the id leads to either; validators and editors refuse the file.

    Wrong:

        <p xml:id="a">We met.</p> <p xml:id="a">We agreed.</p>

    Right:

        <p xml:id="a">We met.</p> <p xml:id="b">We agreed.</p>
    """

    kind = Code("R002", "id-twice", Severity.ERROR)
    since = "0.1.0"
    asserts = frozenset({"unique-id"})
    tools = frozenset({"ceteicean", "evt2", "evt3", "frus", "leaf-writer", "tei-publisher", "teitok"})
    mended = True

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each element but the first."""
        for e in document.elements:
            i = e.get(_ID)
            if i is not None and document.ids.get(i) is not e:
                yield self.at(document, e, f"The id “{i}” is given to {name(document.ids[i].tag)} before.", "Give each element an id of its own.")


part = IdTwice()
