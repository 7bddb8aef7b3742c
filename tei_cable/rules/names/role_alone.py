"""Roles that are tagged as names."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import said
from tei_cable.tei.names import T


class RoleAlone(Rule):
    """A person's name consists of a role or title alone.

    Why: an index of names gets an entry “President”. An office that stands for its holder is a `rs` of type person.

    Wrong:

        <p><persName ref="https://example.org/p1"><roleName>The Secretary</roleName></persName> agreed.</p>

    Right:

        <p><persName ref="https://example.org/p1"><roleName>Secretary</roleName> Rusk</persName> and
        <rs type="person" ref="https://example.org/p2">the President</rs> agreed.</p>
    """

    kind = Code("P010", "role-alone", Severity.WARNING)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each name that has words in roleName and none beside it."""
        for e in document.named("persName"):
            role = e.find(f"{T}roleName")
            if role is not None and said(e) == said(role) != "":
                yield self.at(document, e, f"“{said(e)}” is a role, and tagged as a name.", "Make it rs type=“person”, or take the person's name in.")


part = RoleAlone()
