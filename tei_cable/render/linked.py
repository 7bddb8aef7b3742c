"""Telegrams as linked data in the words of schema.org: what JSON-LD and Turtle write."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from tei_cable.model import Cable, Entity
from tei_cable.render.facts import addresses, day, name_of, parties, title, value
from tei_cable.text.regex import regex

# All names are of one vocabulary, so that nobody needs the network to read the document.
CONTEXT = {
    "@vocab": "https://schema.org/",
    "sameAs": {"@type": "@id"},
    "url": {"@type": "@id"},
    "dateSent": {"@type": "https://schema.org/Date"},
}
_TYPES = {"person": "Person", "place": "Place", "org": "Organization", "term": "DefinedTerm"}
_IRI = regex(r"https?://[^\s<>\"{}|\\^`]+")
Object = dict[str, Any]


def linked(cables: Sequence[Cable]) -> Object:
    """A JSON-LD document: each telegram a `Message`, with sender, recipients, what it mentions and cites. Every node has an IRI."""
    return {"@context": CONTEXT, "@graph": [_message(c, i) for i, c in enumerate(cables)]}


def base(cable: Cable, at: int) -> str:
    """The telegram's own IRI: its address where it has one."""
    address = value(cable, "uri")
    return address if _IRI.fullmatch(address) else f"urn:tei-cable:{quote(name_of(cable, at))}"


def _message(cable: Cable, at: int) -> Object:
    here = base(cable, at)
    known = {e.id: e for e in cable.entities}
    named = dict.fromkeys(m.ref for m in cable.mentions if m.ref in known)
    cited = [m.attrs["n"] for m in cable.mentions if m.kind == "ref" and m.attrs.get("n")]
    publisher = value(cable, "publisher")
    message = {
        "@id": here,
        "@type": "Message",
        "name": title(cable),
        "identifier": [n for n in (value(cable, "number"), value(cable, "document")) if n],
        "dateSent": day(cable),
        "sender": _parties(cable, "sent", here, known),
        "recipient": _parties(cable, "received", here, known),
        "ccRecipient": _parties(cable, "forwarded", here, known),
        "locationCreated": [_entity(known[f.attrs["ref"]], here) for f in cable.fields if f.name == "sent/placeName" and f.attrs.get("ref") in known],
        "mentions": [_entity(known[ref], here) for ref in named],
        "citation": [{"@id": f"{here}#cited-{quote(n)}", "@type": "Message", "identifier": n} for n in dict.fromkeys(cited)],
        "abstract": value(cable, "abstract"),
        "inLanguage": "" if cable.lang == "und" else cable.lang,
        "publisher": {"@id": f"{here}#publisher", "@type": "Organization", "name": publisher} if publisher else None,
        "url": here if here.startswith("http") else "",
        "copyrightNotice": value(cable, "rights"),
    }
    return {k: v for k, v in message.items() if v}


def _parties(cable: Cable, action: str, here: str, known: Mapping[str, Entity]) -> list[Object]:
    made: list[Object] = []
    for i, p in enumerate(parties(cable, action), 1):
        who = p.who
        if who is None or not who.value:
            continue
        e = known.get(who.attrs.get("ref", ""))
        kind = "Person" if p.person else "Organization" if p.org else "Place"
        made.append(_entity(e, here) if e else {"@id": f"{here}#{action}-{i}", "@type": kind, "name": who.value})
        if p.role and p.role.value:
            made[-1] = {**made[-1], "jobTitle": p.role.value}
    return made


def _entity(e: Entity, here: str) -> Object:
    same = [a for a in addresses(e) if _IRI.fullmatch(a)]
    row: Object = {
        "@id": f"{here}#{quote(e.id)}",
        "@type": _TYPES[e.kind],
        "name": e.name,
        "givenName": e.forename,
        "familyName": e.surname,
        "birthDate": e.birth,
        "deathDate": e.death,
        "description": e.gloss,
        "sameAs": same,
    }
    if at := e.position:
        row["geo"] = {"@id": f"{row['@id']}-position", "@type": "GeoCoordinates", "latitude": at[0], "longitude": at[1]}
    return {k: v for k, v in row.items() if v}
