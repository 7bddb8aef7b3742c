"""The places of sender, recipient and of those who got a copy: linked, and completed where the header or a note on the heading says them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tei_cable.annotators import Annotation
from tei_cable.authority import office_names, states
from tei_cable.authority.office_names import Office
from tei_cable.authority.place_names import entry, place_named
from tei_cable.authority.scene import Scene
from tei_cable.model import Cable, Code, Diagnostic, Field, Severity, Span

INFERRED = Code("H101", "place-inferred", Severity.INFO)

_IN = re.compile(r"\b(?:in|at|to) (?:the )?([A-Z][\w.’' -]+)$")
# "This telegram was sent to …", "Repeated to …", "Also sent to …"
_COPIED = re.compile(
    r"(?:\A\W*|(?<=[.;]\s))(?:(?:This|The)\s+(?:telegram|message|cable|despatch|dispatch|document)\s+(?:was|is)\s+)?(?:also\s+)?"
    r"(?:sent|repeated|forwarded|transmitted|relayed|passed|copied|pouched)\b(?=[^.;]*?\b(?:to|via)\b)([^.;]*)",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:from|by)\s+(?:the\s+)?$")


class Parties:
    """Gives the places of the header their `ref`; adds those that a party's role or a note on the heading says."""

    needs = frozenset({"placeName"})
    gives: frozenset[str] = frozenset()
    cues: tuple[str, ...] = ()

    def annotate(self, cable: Cable, scene: Scene) -> Annotation:
        """The cable with its fields `sent/placeName`, `received/placeName` and `forwarded/placeName` linked and completed."""
        fields = [_linked(f, scene) for f in cable.fields]
        found: list[Diagnostic] = []
        for action in ("sent", "received"):
            if place := _place_of(action, fields, scene):
                fields.append(place)
                if "cert" in place.attrs:
                    found.append(INFERRED.at(None, f"The place of the {_WHO[action]} is taken to be {place.value}: {place.origin}.", "Correct it if another source says more."))
        if not any(f.name.startswith("forwarded/") for f in fields):
            fields += _copies(cable, scene)
        return Annotation(replace(cable, fields=tuple(fields)), tuple(found))


_WHO = {"sent": "sender", "received": "recipient"}


def _linked(f: Field, scene: Scene) -> Field:
    if not f.name.endswith("/placeName") or "ref" in f.attrs or not (place := place_named(f.value)):
        return f
    return replace(f, attrs={**f.attrs, "ref": entry(scene.authority, place)})


def _place_of(action: str, fields: Iterable[Field], scene: Scene) -> Field | None:
    """The place that a party's role says ("in Washington") or, for a minister of a state, its seat of government; None where one is given."""
    if any(f.name == f"{action}/placeName" for f in fields):
        return None
    for f in fields:
        if f.name == f"{action}/roleName":
            if (said := _IN.search(f.value)) and (place := place_named(said[1])) and states.of_place(place) != place:
                return Field(f"{action}/placeName", said[1], None, f"“{f.value}”", {"ref": entry(scene.authority, place)})
            office = office_names.read(f.value)
            if office and (place := _seat(office)):
                name = scene.authority.entity(place)
                attrs = {"ref": entry(scene.authority, place), "cert": "medium"}
                return Field(f"{action}/placeName", name.name if name else place, None, f"the office is “{f.value}”", attrs)
    return None


def _seat(office: Office) -> str:
    """Where the holder of a state's office sits: at the post, or where the government does."""
    state = office.post or ("" if office.name in ("Ambassador", "Chargé") else office.state)
    return states.seat(state) if state and state not in office_names.BODIES else ""


def _copies(cable: Cable, scene: Scene) -> Iterator[Field]:
    """Places to which a note on the heading says the telegram went as well."""
    heads = [s for b in cable.blocks if b.kind == "head" for s in b.spans]
    places = sorted((m for m in cable.mentions if m.kind == "placeName"), key=lambda m: m.span.start)
    told: set[str] = set()
    for note in cable.notes:
        if note.anchor is None or not any(s.start <= note.anchor <= s.end + 1 for s in heads):
            continue
        for span in _sentences(scene.text, note.spans):
            for m in places:
                words = " ".join(scene.text[m.span.start : m.span.end].split())
                if span.start <= m.span.start < span.end and words not in told and not _FROM.search(scene.text[max(0, m.span.start - 12) : m.span.start]):
                    told.add(words)
                    yield Field("forwarded/placeName", words, None, f"note {note.n}", {"ref": m.ref} if m.ref else {})


def _sentences(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """The parts of a note that say where the telegram was sent."""
    for s in spans:
        for m in _COPIED.finditer(text[s.start : s.end]):
            yield Span(s.start + m.start(1), s.start + m.end(1))


part = Parties()
