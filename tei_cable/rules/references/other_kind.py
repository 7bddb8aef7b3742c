"""Pointers to the wrong kind of entry."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.names import T
from tei_cable.tei.places import name

_LISTED = frozenset({"name", "item", "nym", "catDesc"})
_PERSON = _LISTED | {"person", "personGrp", "persona", "persName"}
_FIT = {"persName": _PERSON, "rs": _PERSON, "placeName": _LISTED | {"place", "placeName"}, "orgName": _LISTED | {"org", "orgName", "label"}}
_RS = T + "rs"


class OtherKind(Rule):
    """A name points to an entry of another kind: a person's name to a place, say.

    Why: the index of persons gets a place, and maps get a person.

    Wrong:

        <standOff><listPlace><place xml:id="paris"><placeName>Paris</placeName></place></listPlace></standOff>
        <text><body><div><p><persName ref="#paris">Mr. Paris</persName> agreed.</p></div></body></text>

    Right:

        <standOff><listPlace><place xml:id="paris"><placeName>Paris</placeName></place></listPlace></standOff>
        <text><body><div><p>All is quiet in <placeName ref="#paris">Paris</placeName>.</p></div></body></text>
    """

    kind = Code("R004", "pointer-of-other-kind", Severity.ERROR)
    since = "0.1.0"
    asserts = frozenset({"person-ref", "place-ref", "org-ref"})

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each name; lists in which the names or items themselves have the ids are as good."""
        for e in document.each("persName", "rs", "placeName", "orgName"):
            pointer = e.get("ref", "")
            entry = document.ids.get(pointer[1:]) if pointer.startswith("#") else None
            if entry is not None and name(entry.tag) not in _FIT[name(e.tag)] and (e.tag != _RS or e.get("type") == "person"):
                message = f"The {name(e.tag)} points to “{pointer}”, which is a {name(entry.tag)}."
                yield self.at(document, e, message, "Point to an entry of the right kind, or tag the name as what it is.")


part = OtherKind()
