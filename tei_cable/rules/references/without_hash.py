"""Pointers that lack their sign."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.edits import attribute, fix
from tei_cable.tei.places import name

_POINTERS = frozenset("ref target corresp who toWhom resp source scheme ana sameAs copyOf next prev hand change decls wit".split())


class WithoutHash(Rule):
    """A pointer is an id of the document, and lacks the sign # before it.

    Why: without the sign it means a file of that name, which there is not; with it, the element that is meant.

    Wrong:

        <p xml:id="first">We met.</p> <p>See <ref target="first">above</ref>.</p>

    Right:

        <p xml:id="first">We met.</p> <p>See <ref target="#first">above</ref> and <ref target="second">below</ref>.</p>
    """

    kind = Code("R009", "pointer-without-hash", Severity.ERROR)
    since = "0.1.0"
    asserts = frozenset({"pointer-hash"})

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each pointer; the fix adds the sign."""
        for e in document.elements:
            if any(v in document.ids for v in e.values()):
                for a, v in ((str(a), str(v)) for a, v in e.attrib.items()):
                    if a in _POINTERS and v in document.ids:
                        tag = document.tag(e)
                        edit = attribute(document.data, tag, a, f"#{v}") if tag else None
                        message = f"@{a} of {name(e.tag)} is “{v}”, an id without its #."
                        yield self.at(document, e, message, f"Write {a}=“#{v}”.", fix(edit, safe=True))


part = WithoutHash()
