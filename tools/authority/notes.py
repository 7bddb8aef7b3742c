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
    r"\b(?:also|concurrently|again|USA|USN|USAF|USMC|Marshal|Field Marshal|Col\.|Gen\.|General,|Admiral,|from time to time|with personal rank of \w+)\b"
    r",?\s*",
)
FORMER = re.compile(r"\b(?:former|formerly|exiled|designate|later|appointed|elect|brother|son|wife|adviser|aide)\b", re.IGNORECASE)
NEXT = re.compile(r"^(?:thereafter|subsequently|afterwards?|then)[,]?\s*(?:as )?", re.IGNORECASE)


def claims(person: str, volume: Volume, note: str, state: str = "") -> list[Claim]:
    """The offices a note names, each with its dates; `state` is the person's own where it is known before."""
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
    """The state whose adjective begins the clause."""
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
    if period.start and not period.end and start > last or period.end and not period.start and end < first:
        return None
    if period.start and period.end and (start > end):
        start, end = int(period.start[:4]), int(period.end[:4])
    return start, end


def _offices(words: str, state: str) -> list[_Office]:
    """The offices of a clause; "President and Prime Minister of Algeria" names two."""
    if whole := _office(words, state):
        return [whole]
    parts = re.split(r"\s*(?:,? and (?:also )?|, )", words)
    if len(parts) == 2 and (last := _office(parts[1], state)) and (first := _office(parts[0], last.state)):
        return [first, last]
    if len(parts) == 2 and (first := _office(parts[0], state)) and (last := _office(parts[1], first.state)):
        return [first, last]
    return []


TITLES = {
    "President": r"President|President of the (?:Federal )?Republic",
    "Prime Minister": r"Prime Minister|Premier|President of the Council(?: of Ministers)?|Minister President|Chairman of the Federal Executive Council",
    "Chancellor": r"(?:Federal )?Chancellor",
    "Foreign Minister": r"Foreign Minister|Minister (?:of|for) Foreign Affairs|Minister of External Affairs|Foreign Secretary|Secretary of State for (?:Foreign|External)"
    r" Affairs|Minister for External Affairs|Secretary of Foreign Affairs|Secretary of State for Foreign and Commonwealth Affairs|Federal Minister (?:of|for) Foreign Affairs"
    r"|Secretary of External Relations|Minister of Foreign Relations",
    "Minister of Defense": r"(?:Minister (?:of|for) (?:National )?Defen[cs]e|Defen[cs]e Minister|Minister of (?:the )?Armed Forces|Minister of War|Secretary of National Defense"
    r"|Federal Minister of Defense|Secretary of State for Defen[cs]e)",
    "King": r"King",
    "Shah": r"Shah",
    "Emperor": r"Emperor",
    "Crown Prince": r"Crown Prince",
    "Head of State": r"(?:Head|Chief) of State",
    "Governing Mayor": r"Governing Mayor",
    "Vice President": r"Vice President",
    "Deputy Prime Minister": r"Deputy (?:Prime Minister|Premier)|Vice Premier|Vice Prime Minister",
    "Vice Chancellor": r"Vice Chancellor",
}
SOVIET = {
    "Chairman of the Council of Ministers": r"(?:Chairman|Premier)(?: of the| of|,)?(?: Soviet| USSR)? Council of Ministers(?:,? (?:of )?(?:the )?(?:USSR|Soviet Union|Union of Soviet"
    r" Socialist Republics|U\.?S\.?S\.?R\.?))?|(?:Soviet Premier|Soviet Chairman of the Council of Ministers|Chairman of the Soviet Council of Ministers|Premier of the Soviet Union"
    r"|Soviet Chairman, Council of Ministers|Soviet Prime Minister)",
    "First Secretary of the Central Committee": r"(?:Soviet )?First Secretary(?: of the Central Committee(?: of the|,)?| of the|,)? (?:Soviet Communist Party|Communist Party of the (?:Soviet"
    r" Union|USSR|Union of Soviet Socialist Republics)|CPSU|Soviet Communist Party Central Committee)",
    "General Secretary of the Central Committee": r"(?:Soviet )?General Secretary(?: of the Central Committee(?: of the|,)?| of the|,)? (?:Soviet Communist Party|Communist Party(?: of the Soviet"
    r" Union| of the USSR)?|CPSU|Soviet Communist Party Central Committee)",
    "Chairman of the Presidium of the Supreme Soviet": r"(?:Soviet )?(?:Chairman|President)(?: of the|,) Presidium(?: of the|,) Supreme Soviet(?:,? (?:of )?(?:the )?(?:USSR|Soviet Union|Union of"
    r" Soviet Socialist Republics|U\.S\.S\.R\.))?",
    "First Deputy Chairman of the Council of Ministers": r"(?:Soviet )?First (?:Deputy|Vice)[- ]?Chairman(?: of the|,)(?: Soviet)? Council of Ministers(?:,? (?:of )?(?:the )?(?:USSR|Soviet Union|Union of"
    r" Soviet Socialist Republics|U\.S\.S\.R\.))?|Soviet First Deputy Chairman, Council of Ministers",
}
BODY = {
    ("Secretary-General", "un"): r"(?:Acting )?Secretary[- ]General of the United Nations|(?:U\.?N\.?|United Nations) Secretary[- ]General",
    ("Secretary General", "nato"): r"Secretary[- ]General of (?:the North Atlantic Treaty Organization|NATO)|NATO Secretary[- ]General",
    ("Supreme Allied Commander, Europe", "nato"): r"Supreme (?:Allied )?Commander(?:,| in| of)? ?(?:Allied (?:Powers|Forces),?)? ?(?:in )?Europe(?: \(SACEUR\))?|Supreme Commander, Allied Powers,? (?:in )?Europe",
}
AMERICAN = {
    "President": r"President of the United States",
    "Vice President": r"Vice President(?: of the United States)?",
    "Secretary of Defense": r"Secretary of Defense",
    "Secretary of the Treasury": r"Secretary of the Treasury",
    "Attorney General": r"Attorney General",
    "Director of Central Intelligence": r"Director of Central Intelligence|Director of the Central Intelligence Agency|Director, Central Intelligence Agency",
    "Special Assistant to the President for National Security Affairs": r"(?:(?:President's )?Special )?Assistant to the President for National Security Affairs|President's (?:Special )?Assistant for"
    r" National Security Affairs",
    "Chairman of the Joint Chiefs of Staff": r"Chairman(?: of the|,) Joint Chiefs of Staff",
}


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
    """The id of the state so named, with or without the article."""
    names = _state_words()[1]
    bare = re.sub(r"^[Tt]he ", "", words.strip(" ,"))
    place = names.get(bare, "") or names.get(words, "")
    return {"germany": "west-germany", "korea": "south-korea", "vietnam": "south-vietnam"}.get(place, place)


def _office(words: str, state: str) -> _Office | None:
    """The one office that the whole clause names, with its state; `state` is that of the clause before."""
    if re.match(r"(?:Deputy|Acting Deputy|Assistant|Under|Parliamentary|Vice Minister|First Deputy) ", words) and not re.search(r"Deputy (?:Prime|Prem|Chair)", words):
        return None
    for (name, body), form in BODY.items():
        if re.fullmatch(form, words) or state == body and re.sub("[- ]", "", words) == re.sub("[- ]", "", name):
            return _Office(name, body)
    for name, form in SOVIET.items():
        if re.fullmatch(form, words) and (state == "ussr" or re.search("Soviet|USSR|CPSU", words)):
            return _Office(name, "ussr")
    for name, form in AMERICAN.items():
        if re.fullmatch(form, words) and (state == "united-states" or "United States" in words):
            return _Office(name, "united-states")
    if state == "united-states":
        return None  # its other offices are in the table of American tenures, with exact days
    return _ambassador(words, state) or _titled(words, state)


def _ambassador(words: str, state: str) -> _Office | None:
    form = re.fullmatch(r"(?:(?P<adjective>.+?) )?Ambassador(?: of (?P<sender>.+?))? (?:to|in) (?P<post>.+)", words)
    if form and (post := _named(form["post"])):
        sender = _state_words()[0].get(form["adjective"] or "", "") or (_named(form["sender"]) if form["sender"] else "")
        sender = sender or (state if not form["adjective"] and not form["sender"] else "")
        return _Office("Ambassador", sender, post) if sender and sender != post else None
    form = re.fullmatch(
        r"(?:(?P<adjective>.+?) )?(?:Permanent )?Representative(?: of (?P<sender>.+?))? (?:at|to) the (?P<body>United Nations|U\.N\.|North Atlantic (?:Treaty Organization|Council))",
        words,
    )
    if form:
        sender = _state_words()[0].get(form["adjective"] or "", "") or (_named(form["sender"]) if form["sender"] else "")
        sender = sender or (state if not form["adjective"] and not form["sender"] else "")
        body = "Permanent Representative to NATO" if form["body"].startswith("North") else "Representative at the United Nations"
        return _Office(body, sender) if sender else None
    return None


def _titled(words: str, state: str) -> _Office | None:
    adjectives = _state_words()[0]
    for name, form in TITLES.items():
        match = re.fullmatch(rf"(?:(?P<adjective>[A-Z][\w. ]*?) )?(?:{form})(?:,? of (?P<state>.+))?", words)
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
