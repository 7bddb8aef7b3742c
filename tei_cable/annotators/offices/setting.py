"""From whose side a telegram speaks: the state that sent it, the state of the post, and who sits where."""

from functools import lru_cache
from typing import NamedTuple

from tei_cable.authority import office_names, states
from tei_cable.authority.office_names import Office
from tei_cable.model import Cable, Field
from tei_cable.text.regex import regex

_POST = regex(
    r"\b(?:Embassy|Legation|Mission|Consulate(?: General)?|Ambassador|Chargé[\w ’']*|Minister|Consul(?: General)?|Office|Delegation"
    r"|High Commissioner|Interests Section|Representative|Liaison Office) (?:in|at|to|near|of) (?:the )?(.+?)(?= \(|,|$)"
)
_CENTRE = regex(r"\b(?:Department of State|Secretary of State|White House|President|Department of Defense|Joint Chiefs)\b")
_BODIES = {"North Atlantic Treaty Organization": "nato", "North Atlantic Council": "nato", "United Nations": "un"}
AMERICA = "united-states"


class Party(NamedTuple):
    """One side of a telegram: whose service it is, where it sits (a state, or "un", "nato"), and whether that is the service's own capital."""

    service: str = ""
    at: str = ""
    central: bool = False


class Setting(NamedTuple):
    """Sender and recipient, the state whose telegram it is (`home`), and the state or body in which its post sits (`host`)."""

    sender: Party
    recipient: Party
    home: str
    host: str


def setting(cable: Cable) -> Setting:
    """Read from the header: "Embassy in Laos" to "Department of State", "French Ambassador in Washington" to "French Foreign Minister"."""
    sender, recipient = _party(cable, "sent"), _party(cable, "received")
    home = sender.service or recipient.service
    if not home and (sender.central or recipient.central):
        home = AMERICA
    host = next((p.at for p in (sender, recipient) if p.at and not p.central and p.at != home), "")
    return Setting(sender, recipient, home, host)


def _party(cable: Cable, action: str) -> Party:
    names = [f for f in cable.fields if f.name.startswith(action + "/") and not f.name.endswith("/date")]
    for f in names:
        if not f.name.endswith("/placeName") and (party := _read(f.value)):
            return party
    return next((Party(at=at) for f in names if f.name.endswith("/placeName") and (at := _seat(f))), Party())


def _seat(place: Field) -> str:
    return states.of_place(place.attrs.get("ref", "")) or office_names.state_named(place.value)


@lru_cache(maxsize=1024)
def _read(words: str) -> Party | None:
    post = _POST.search(words)
    at = ""
    if post:
        at = next((body for name, body in _BODIES.items() if name in post[1]), "") or office_names.state_named(post[1])
    office = office_names.read(words)
    said = office.state if office and office.state not in office_names.BODIES else ""
    if at:
        service = said if said and said != at else ""
        return Party(service, at)
    if _CENTRE.search(words):
        return Party(said or AMERICA, said or AMERICA, central=True)
    return Party(said, said, central=True) if said else None


def accredited(office: Office, where: Setting) -> str:
    """Where an ambassador of a state sits of whom nothing more is said: at the post's host for our own, with the sender for others."""
    if office.state == where.home:
        return where.host
    sender = where.sender
    return sender.at or (where.home if sender.central else where.host)
