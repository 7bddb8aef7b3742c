"""The places of sender, recipient and of those who got a copy: linked, and completed where the header or a note on the heading says them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from tei_cable.annotators import Annotation
from tei_cable.authority import office_names, states
from tei_cable.authority.office_names import Office
from tei_cable.authority.place_names import entry, place_named
from tei_cable.authority.scene import Scene
from tei_cable.model import Cable, Code, Diagnostic, Field, Mention, Severity, Span
from tei_cable.text.regex import regex

INFERRED = Code("H101", "place-inferred", Severity.INFO)

_IN = regex(r"\b(?:in|at|to) (?:the )?([A-Z][\w.’' -]+)$")
# "This telegram was sent to …", "Repeated to …", "Also sent to …"
_COPIED = regex(
    r"(?:\A\W*|(?<=[.;]\s))(?:(?:This|The)\s+(?:telegram|message|cable|despatch|dispatch|document)\s+(?:was|is)\s+)?(?:also\s+)?"
    r"(?:sent|repeated|forwarded|transmitted|relayed|passed|copied|pouched)\b(?=[^.;]{0,99}?\b(?:to|via)\b)([^.;]{0,999})",
    re.IGNORECASE,
)
_POST_AND_NAME = regex(
    r"(?P<role>.*\b(?:to|in|at) (?:the )?(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)??)) "
    r"(?P<name>(?:[A-Z]\. ?)*[A-Z][a-zà-ÿ][\w’'-]+(?: [A-Z][a-zà-ÿ][\w’'-]+)?)"
)
# Offices whose holders sit at their post, and whose post is not known.
_ABROAD = regex(r"(?:ambassador|chargé|consul|envoy|representative|minister (?:to|in|at)\b)", re.IGNORECASE)
_FROM = regex(r"\b(?:from|by)\s+(?:the\s+)?$")


class Parties:
    """Gives the places of the header their `ref`; adds those that a party's role or a note on the heading says."""

    needs = frozenset({"placeName"})
    gives: frozenset[str] = frozenset()
    cues: tuple[str, ...] = ()

    def annotate(self, cable: Cable, scene: Scene) -> Annotation:
        """The cable with its fields `sent/placeName`, `received/placeName` and `forwarded/placeName` linked and completed."""
        cable = _places(cable, scene)
        fields = [_linked(f, scene) if f.name.endswith("/placeName") else f for f in _roles(cable.fields)]
        names = {f.name for f in fields}
        found: list[Diagnostic] = []
        for action, who in _WHO.items():
            if f"{action}/roleName" in names and f"{action}/placeName" not in names and (place := _place_of(action, fields, scene)):
                fields.append(place)
                if "cert" in place.attrs:
                    message = f"The place of the {who} is taken to be {place.value}: {place.origin}."
                    found.append(INFERRED.at(None, message, "Correct it if another source says more."))
        if cable.notes and "forwarded/placeName" not in names:
            fields += _copies(cable, scene)
        return Annotation(cable._replace(fields=tuple(fields)), tuple(found))


_WHO = {"sent": "sender", "received": "recipient"}


def _places(cable: Cable, scene: Scene) -> Cable:
    """The cable with parties that are places named as such: "Telegram from Washington to Moscow" has no persons."""
    told = {m.span for m in cable.mentions if m.kind == "placeName"}
    taken = {
        f.span: Field(f"{f.name.partition('/')[0]}/placeName", f.value, f.span, f.origin)
        for f in cable.fields
        if f.name in ("sent/persName", "received/persName") and ("ref" not in f.attrs or f.span in told) and place_named(f.value)
    }
    if not taken:
        return cable
    fields = (taken.get(f.span, f) if f.name in ("sent/persName", "received/persName") else f for f in cable.fields)
    mentions = (
        Mention(m.span, "placeName", ref=entry(scene.authority, place_named(taken[m.span].value))) if m.kind == "persName" and m.span in taken else m
        for m in cable.mentions
    )
    return cable._replace(fields=tuple(f for f in fields if f.name != "author" or f.span not in taken), mentions=tuple(mentions))


def _roles(fields: Iterable[Field]) -> Iterator[Field]:
    """The fields, with the name taken off an office whose post shows where it ends: "Soviet Ambassador to Cuba Alekseev"."""
    known = tuple(fields)
    names = {f.name for f in known}
    for f in known:
        action, _, part = f.name.partition("/")
        m = _POST_AND_NAME.fullmatch(f.value) if part == "roleName" else None
        if m is None or place_named(f"{m['place']} {m['name']}") or not place_named(m["place"]):
            yield f
            continue
        start, end = f.span or (0, 0)
        yield f._replace(value=m["role"], span=Span(start, end - len(f.value) + m.end("role")) if f.span else None)
        if f"{action}/persName" not in names:
            person = Field(f"{action}/persName", m["name"], Span(end - len(m["name"]), end) if f.span else None, f.origin)
            yield person
            if action == "sent":
                yield person._replace(name="author")


def _linked(f: Field, scene: Scene) -> Field:
    place = "" if "ref" in f.attrs else place_named(f.value)
    return Field(f.name, f.value, f.span, f.origin, {**f.attrs, "ref": entry(scene.authority, place)}) if place else f


def _place_of(action: str, fields: Iterable[Field], scene: Scene) -> Field | None:
    """The place that a party's role says ("in Washington") or, for a minister of a state, its seat of government."""
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
    state = office.post or ("" if _ABROAD.match(office.name) else office.state)
    return states.seat(state) if state and state not in office_names.BODIES else ""


def _copies(cable: Cable, scene: Scene) -> Iterator[Field]:
    """Places to which a note on the heading says the telegram went as well."""
    heads = [s for b in cable.blocks if b.kind == "head" for s in b.spans]
    notes = [n for n in cable.notes if n.anchor is not None and any(s.start <= n.anchor <= s.end + 1 for s in heads)]
    if not notes:
        return
    places = sorted((m for m in cable.mentions if m.kind == "placeName"), key=lambda m: m.span)
    starts = [m.span.start for m in places]
    told: set[str] = set()
    for note in notes:
        for start, end in _sentences(scene.text, note.spans):
            for m in places[bisect_left(starts, start) : bisect_left(starts, end)]:
                words = " ".join(scene.text[m.span.start : m.span.end].split())
                if words not in told and not _from(scene.text, m.span.start):
                    told.add(words)
                    yield Field("forwarded/placeName", words, None, f"note {note.n}", {"ref": m.ref} if m.ref else {})


def _from(text: str, at: int) -> bool:
    """Whether the place at this offset is where a telegram came from."""
    return _FROM.search(text[max(0, at - 12) : at]) is not None


def _sentences(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """The parts of a note that say where the telegram was sent."""
    for s in spans:
        for m in _COPIED.finditer(text[s.start : s.end]):
            yield Span(s.start + m.start(1), s.start + m.end(1))


part = Parties()
