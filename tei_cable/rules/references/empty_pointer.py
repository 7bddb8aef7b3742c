"""Pointers to nothing."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.edits import fix, without
from tei_cable.tei.names import T
from tei_cable.tei.places import name

_POINTERS = ("ref", "target", "corresp", "resp", "url", "facs")
# where a pointer may be missing whatever the schema, so that an empty one can go
_NAMES = frozenset({T + n for n in "persName placeName orgName rs name roleName author editor".split()})


class EmptyPointer(Rule):
    """A pointer is empty.

    Why: a link was to be added and was not, or its target was lost; on a page it leads to the page itself.

    Wrong:

        <p>See <ref target="">document 12</ref> and <persName ref="#">Rusk</persName>.</p>

    Right:

        <p>See <ref target="d12.xml">document 12</ref> and <persName>Rusk</persName>.</p>
    """

    kind = Code("R007", "empty-pointer", Severity.WARNING)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each attribute; the fix takes it away from names, which need not point anywhere."""
        for e in document.elements:
            values = e.values()
            for a in _POINTERS if "" in values or "#" in values else ():
                if e.get(a) in ("", "#"):
                    tag = document.tag(e) if a == "ref" and e.tag in _NAMES else None
                    edit = without(document.data, tag, a) if tag else None
                    hint = "Add the target, or take the attribute away."
                    yield self.at(document, e, f"@{a} of {name(e.tag)} points to nothing.", hint, fix(edit, safe=True))


part = EmptyPointer()
