"""Offices in the notes of FRUS lists of persons: "Premier of X until May 1960; thereafter President"."""

import re
from dataclasses import dataclass, replace
from functools import cache

from tools.authority import dates, tables
from tools.authority.dates import Period
from tools.authority.frus import Volume


@dataclass(frozen=True)
class Claim:
    """One volume says that a person held an office; the years are those of the volume that the dates allow."""

    office: str
    state: str
    post: str
    person: str
    period: Period
    seen: tuple[int, int]
    source: str


@dataclass(frozen=True)
class _Office:
    name: str
    state: str
    post: str = ""


NOISE = re.compile(
    r"\b(?:also|concurrently|again|from time to time|with personal rank of \w+"
    r"|USA|USN|USAF|USMC|Marshal|Field Marshal|Col\.|Gen\.|General,|Admiral,)\b,?\s*",
)
FORMER = re.compile(r"\b(?:former|formerly|exiled|designate|later|appointed|elect|brother|son|wife|adviser|aide)\b", re.IGNORECASE)
SUBORDINATE = re.compile(r"(?!.*Deputy (?:Prime|Prem|Chair))(?:Deputy|Acting Deputy|Assistant|Under|Parliamentary|Vice Minister|First Deputy) ")
NEXT = re.compile(r"^(?:thereafter|subsequently|afterwards?|then)[,]?\s*(?:as )?", re.IGNORECASE)


REPRESENTATIVE = re.compile(
    r"(?:(?P<adjective>.+?) )?(?:Permanent )?Representative(?: of (?P<sender>.+?))? (?:at|to) the "
    r"(?P<body>United Nations|U\.N\.|North Atlantic (?:Treaty Organization|Council))"
)


def claims(person: str, volume: Volume, note: str, state: str = "") -> list[Claim]:
    """Return the offices a note names, each with its dates; `state` is the person's own where it is known before."""
    found: list[Claim] = []
    previous = Period()
    for clause in _clauses(note):
        follows = bool(NEXT.match(clause))
        words, period = dates.split(NEXT.sub("", clause))
        words = NOISE.sub("", words).strip(" ,")
        if follows and not period.start:
            period = replace(period, start=previous.end)
        vague = follows and not period.start  # it began at a time that the note does not say
        previous = period
        offices = [] if vague or FORMER.search(words) else _offices(words, state)
        state = _stated(words) or state
        for office in offices:
            state = office.state
            if seen := _seen(volume, period):
                source = f"FRUS {volume.name} list of persons"
                found.append(Claim(office.name, office.state, office.post, person, period, seen, source))
    return found


def _stated(words: str) -> str:
    """Return the state whose adjective begins the clause."""
    return next((state for adjective, state in _state_words()[0].items() if words.startswith(f"{adjective} ")), "")


def _clauses(note: str) -> list[str]:
    text = re.sub(r"\s*\((?:the |as of |after |UAR|Egypt)[^)]*\)", "", note)
    text = re.sub(r",\s*(?=thereafter|subsequently)", "; ", text)
    text = re.sub(r"\s+(?:and )?(?=thereafter\b)", " ", text)
    return [part.strip() for part in re.split(r";\s*(?:and )?|\.\s+(?=[A-Z])", text) if part.strip()]


def _seen(volume: Volume, period: Period) -> tuple[int, int] | None:
    first, last = volume.years
    start = max(first, int(period.start[:4])) if period.start else first
    end = min(last, int(period.end[:4])) if period.end else last
    if (period.start and not period.end and start > last) or (period.end and not period.start and end < first):
        return None
    if period.start and period.end and (start > end):
        start, end = int(period.start[:4]), int(period.end[:4])
    return start, end


def _offices(words: str, state: str) -> list[_Office]:
    """Return the offices of a clause; "President and Prime Minister of Algeria" names two."""
    if whole := _office(words, state):
        return [whole]
    parts = re.split(r"\s*(?:,? and (?:also )?|, )", words)
    if len(parts) == 2 and (last := _office(parts[1], state)) and (first := _office(parts[0], last.state)):
        return [first, last]
    if len(parts) == 2 and (first := _office(parts[0], state)) and (last := _office(parts[1], first.state)):
        return [first, last]
    return []


@cache
def _titles(owner: str) -> dict[str, re.Pattern[str]]:
    """Return the offices of the table titles.tsv that are of one owner ("state" for those of any state) with what names them."""
    return {row["office"]: re.compile(row["form"]) for row in tables.hand("titles") if row["of"] == owner}


BODIES = ("un", "nato")


@cache
def _state_words() -> tuple[dict[str, str], dict[str, str]]:
    """Adjectives and names of states -> id."""
    adjectives: dict[str, str] = {}
    names: dict[str, str] = {}
    for row in tables.hand("states"):
        for word in tables.values(row["adjective"]):
            adjectives.setdefault(word, row["id"])
        for word in [row["name"], *tables.values(row["variants"])]:
            names.setdefault(word, row["id"])
    return adjectives | {"German": "west-germany", "Vietnamese": "south-vietnam", "Korean": "south-korea"}, names


def _named(words: str) -> str:
    """Return the id of the state so named, with or without the article."""
    names = _state_words()[1]
    bare = re.sub(r"^[Tt]he ", "", words.strip(" ,"))
    place = names.get(bare, "") or names.get(words, "")
    return {"germany": "west-germany", "korea": "south-korea", "vietnam": "south-vietnam"}.get(place, place)


def _office(words: str, state: str) -> _Office | None:
    """Return the one office that the whole clause names, with its state; `state` is that of the clause before."""
    if SUBORDINATE.match(words):
        return None
    for body in BODIES:
        for name, form in _titles(body).items():
            if form.fullmatch(words) or (state == body and re.sub("[- ]", "", words) == re.sub("[- ]", "", name)):
                return _Office(name, body)
    for owner, sign in (("ussr", "Soviet|USSR|CPSU"), ("united-states", "United States")):
        if state == owner or re.search(sign, words):
            for name, form in _titles(owner).items():
                if form.fullmatch(words):
                    return _Office(name, owner)
    if state == "united-states":
        return None  # its other offices are in the table of American tenures, with exact days
    return _ambassador(words, state) or _titled(words, state)


def _ambassador(words: str, state: str) -> _Office | None:
    form = re.fullmatch(r"(?:(?P<adjective>.+?) )?Ambassador(?: of (?P<sender>.+?))? (?:to|in) (?P<post>.+)", words)
    if form and (post := _named(form["post"])):
        sender = _state_words()[0].get(form["adjective"] or "", "") or (_named(form["sender"]) if form["sender"] else "")
        sender = sender or (state if not form["adjective"] and not form["sender"] else "")
        return _Office("Ambassador", sender, post) if sender and sender != post else None
    if form := REPRESENTATIVE.fullmatch(words):
        sender = _state_words()[0].get(form["adjective"] or "", "") or (_named(form["sender"]) if form["sender"] else "")
        sender = sender or (state if not form["adjective"] and not form["sender"] else "")
        body = "Permanent Representative to NATO" if form["body"].startswith("North") else "Representative at the United Nations"
        return _Office(body, sender) if sender else None
    return None


def _titled(words: str, state: str) -> _Office | None:
    adjectives = _state_words()[0]
    for name, form in _titles("state").items():
        match = re.fullmatch(rf"(?:(?P<adjective>[A-Z][\w. ]*?) )?(?:{form.pattern})(?:,? of (?P<state>.+))?", words)
        if not match:
            continue
        if match["adjective"] and match["adjective"] not in adjectives:
            continue
        owner = _named(match["state"]) if match["state"] else adjectives.get(match["adjective"] or "", "")
        if not match["state"] and not match["adjective"]:
            owner = state
        if owner and not (owner == "united-states" and name != "President"):
            return _Office(_usual(name, owner), owner)
    return None


def _usual(name: str, state: str) -> str:
    """One name for one office of one state."""
    if state == "ussr" and name == "Prime Minister":
        return "Chairman of the Council of Ministers"
    return name
