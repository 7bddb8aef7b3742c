"""The entries of a CMIF file: `correspDesc` with exactly one sender and one recipient."""

import uuid
from collections.abc import Iterator, Sequence

from lxml import etree

from tei_cable import __version__
from tei_cable.model import Cable, Entity, Field
from tei_cable.render.elements import el, xml
from tei_cable.render.facts import Party, addresses, day, parties, title, value
from tei_cable.render.losses import Loss
from tei_cable.tei.names import NS
from tei_cable.text.regex import regex

_KNOWN = ("viaf.org", "d-nb.info", "bnf.fr", "id.loc.gov", "ndl.go.jp", "geonames.org")
_DATE = regex(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_ADDRESS = regex(r"[^\s<>\"{}|\\^`]+")


def write(cables: Sequence[Cable]) -> bytes:
    """The whole file in UTF-8. The licence of the data is for its publisher to state."""
    names = ", ".join(dict.fromkeys(p for c in cables if (p := value(c, "publisher")))) or "Unknown"
    where = next((u for c in cables if (u := _address(c))), "")
    made_from = "".join(c.source.sha256 + c.source.text for c in cables)
    own = str(uuid.uuid5(uuid.NAMESPACE_URL, made_from))
    days = sorted(d for c in cables if _DATE.fullmatch(d := day(c)))
    file_desc = el(
        "fileDesc",
        None,
        el(
            "titleStmt",
            None,
            el("title", None, title(cables[0]) if len(cables) == 1 else f"Telegrams ({len(cables)})"),
            el("editor", None, f"tei-cable {__version__}"),
        ),
        el(
            "publicationStmt",
            None,
            el("publisher", None, names),
            el("idno", {"type": "url"}, where or f"urn:uuid:{own}"),
            el("date", {"notBefore": days[-1] if days else "0001"}),
            el("availability", {"status": "unknown"}, el("p", None, "To be stated by the publisher; correspSearch asks for CC BY or CC0.")),
        ),
        el("sourceDesc", None, el("bibl", {"type": "online" if where else "hybrid", "xml:id": f"u{own}"}, names)),
    )
    profile = el("profileDesc", None, *(d for c in cables for d in _entries(c, f"#u{own}")))
    text = el("text", None, el("body", None, el("p")))
    root = el("TEI", {"xmlns": NS}, el("teiHeader", None, file_desc, profile), text)
    return xml(root)


def _entries(cable: Cable, source: str) -> Iterator[etree._Element]:
    """An entry for each pair of sender and recipient; of several, each has a note that says so."""
    known = {e.id: e for e in cable.entities}
    sent = [p for p in parties(cable, "sent") if _who(p)] or list(parties(cable, "sent"))[:1] or [Party()]
    received = [p for p in parties(cable, "received") if _who(p)] or list(parties(cable, "received"))[:1] or [Party()]
    date = day(cable)
    shared = len(sent) * len(received) > 1
    for a in sent:
        for b in received:
            attrs = {"source": source, "ref": _address(cable), "key": value(cable, "number")}
            note = el("note", None, f"One telegram to {len(received)} recipients from {len(sent)} senders: the others have entries of their own.")
            yield el("correspDesc", attrs, _action("sent", a, known, date), _action("received", b, known), note if shared else None)


def _who(party: Party) -> Field | None:
    return party.person or party.org


def _action(kind: str, party: Party, known: dict[str, Entity], date: str = "") -> etree._Element:
    who = _who(party)
    name = "orgName" if who is not None and who is party.org else "persName"
    said = el(name, _pointing(who, known), who.value) if who and who.value else el(name, None, "Unknown")
    place = el("placeName", _pointing(party.place, known), party.place.value) if party.place and party.place.value else None
    when = el("date", {"when": date}) if _DATE.fullmatch(date) else None
    return el("correspAction", {"type": kind}, said, place, when)


def _pointing(field: Field | None, known: dict[str, Entity]) -> dict[str, str]:
    if field is None:
        return {}
    e = known.get(field.attrs.get("ref", ""))
    found = [a for a in addresses(e) if any(k in a for k in _KNOWN)] if e else []
    # of all degrees of doubt the format has this one
    return {"ref": found[0] if found else "", "cert": "low" if field.attrs.get("cert") else ""}


def _address(cable: Cable) -> str:
    address = value(cable, "uri")
    return address if _ADDRESS.fullmatch(address) else ""


def lost(cables: Sequence[Cable]) -> Iterator[Loss]:
    """Parties that point to nothing which correspSearch knows."""
    nobody = 0
    for cable in cables:
        known = {e.id: e for e in cable.entities}
        for action in ("sent", "received"):
            nobody += sum(who is not None and not _pointing(who, known)["ref"] for who in map(_who, parties(cable, action)))
    if nobody:
        yield Loss("names without a number that correspSearch knows", nobody)
