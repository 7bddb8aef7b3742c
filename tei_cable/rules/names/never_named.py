"""Entries that nothing points to."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.names import XML, T

_ENTRIES = ("person", "place", "org")


class NeverNamed(Rule):
    """A person, place or body is listed in the document's standOff, and nothing names it.

    Why: a name in the text was left untagged or is linked wrongly, or the entry is a leftover.

    Wrong:

        <standOff><listPerson><person xml:id="rusk"><persName>Dean Rusk</persName></person></listPerson></standOff>
        <text><body><div><p>Mr. Rusk agreed.</p></div></body></text>

    Right:

        <standOff><listPerson><person xml:id="rusk"><persName>Dean Rusk</persName></person></listPerson></standOff>
        <text><body><div><p><persName ref="#rusk">Mr. Rusk</persName> agreed.</p></div></body></text>
    """

    kind = Code("P008", "never-named", Severity.INFO)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each entry with an id; lists that stand alone, without a text, are for other documents."""
        entries = [e for s in document.each("standOff") for e in s.iter(*[T + name for name in _ENTRIES]) if e.get(f"{XML}id")]
        if not entries or next(document.named("body"), None) is None:
            return
        used = {p for e in document.elements for value in map(str, e.values()) if "#" in value for p in value.split()}
        if any(p.startswith("#") and p[1:] not in document.ids for p in used):
            # a pointer that leads nowhere may mean one of them
            return
        for e in entries:
            if f"#{e.get(f'{XML}id')}" not in used:
                yield self.at(document, e, f"Nothing names “{e.get(f'{XML}id')}”.", "Tag the name in the text, or take the entry away.")


part = NeverNamed()
