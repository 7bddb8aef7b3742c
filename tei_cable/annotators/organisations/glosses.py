"""Whether the entry of a glossary is an organisation: "GVN: Government of Vietnam" is, "GNP: gross national product" is not."""

import re
from functools import lru_cache

from tei_cable.authority.place_names import place_named
from tei_cable.authority.states import adjectives
from tei_cable.text.regex import regex

_BODY = regex(
    r"\b(?:Government|Organi[sz]ation|Office|Bureau|Department|Ministry|Agency|Council|Committee|Commission|Command|Communit(?:y|ies)"
    r"|Part(?:y|i|ido)|Front|Forces?|Army|Navy|Marine Corps|Bank|Fund|Corporation|Company|Compagnie|Ent(?:er|re)prise|Administration|Authority"
    r"|Mission|Delegation|Embassy|Group|Division|Board|Union|Association|Institute|Service|Staff|Secretariat|Court|Congress|Assembly|Alliance"
    r"|League|Federation|Teams?|Nations|Viet Cong|Viet Minh|Société|Society|Center|Fleet|Police|Press|Parliament|Library|Headquarters"
    r"|Directorate|Consulate|Foundation|Legation|Guard|Junta|Movement)\b"
)
_PERSON = regex(
    r"(?:(?:Acting|Deputy|Assistant|Under|Vice|Supreme|Chief|United States|U\.S\.|Permanent|Special|First|Joint) )*"
    r"(?:Commander|Commanding|Chief|Chairman|Minister|Secretary|Ambassador|Adviser|Advisor|Counselor|Director|Officer|Governor|Prime|President"
    r"|Attorney|Attaché|Foreign Minister|Military Attaché|Consul|Administrator|Under|High Commissioner)\b"
)
_OFFICER = regex(r"\b(?:Secretary(?:[- ]General)?|Minister|Ambassador|Commander|Chairman|Director|Representative|Attaché|Adviser|Advisor)$")
_BARE = frozenset(
    {"Department", "Embassy", "Government", "Mission", "Delegation", "Legation", "Ministry", "Organization", "Committee", "Council", "Party"}
)
# What the gloss is of, and what stands anywhere in it.
_THING = regex(
    r"\b(?:agreement|treaty|plan|program|project|conference|aircraft|missile|weapons?|document|series|memorand\w*|paper|law|loan|zone|file|act"
    r"|area|record|officers?|attach\w*|system|budget|line|action|item|tariffs?|meeting|personnel|men|troops)\b",
    re.IGNORECASE,
)
_MESSAGE = regex(r"\b(?:telegrams?|indicator|airgrams?|cable|message|circular|designat\w+|/)\b|\w/\w", re.IGNORECASE)


def is_office(gloss: str) -> bool:
    """Whether the gloss of an abbreviation begins with a person's office."""
    return _PERSON.match(gloss) is not None


@lru_cache(maxsize=4096)
def is_organisation(name: str, gloss: str) -> bool:
    """Whether the gloss of an abbreviation begins with the name of a body, not of a person's office and not of a thing."""
    if not gloss or not name[:1].isupper() or len(name) == 1:
        return False
    first = re.split(r"[;(]", gloss)[0].strip()
    head = re.split(r" (?:of|on|for|to|at|in) ", first)[0]
    if place_named(name) or place_named(first) or name.capitalize() in adjectives():
        # "Sov" and "Pak" say whose something is
        return False
    if not first[:1].isupper() or _PERSON.match(first) or _MESSAGE.search(first) or _THING.search(head) or _OFFICER.search(head) or first in _BARE:
        return False
    return _BODY.search(first) is not None
