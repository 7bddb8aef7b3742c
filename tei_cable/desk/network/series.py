"""Series of telegrams: which numbers a telegram bears, and who counts them.

A post numbers what it sends to one recipient, and begins again each year.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple
from unicodedata import combining, normalize

from tei_cable.authority import core, states
from tei_cable.model import Cable
from tei_cable.render.facts import Party, day, parties, title, value
from tei_cable.tei import blocks
from tei_cable.text.regex import regex

# Who sends from, and is written to at, a ministry that speaks of itself by this word.
HOME = "department"
_HOME = regex(r"\bDepartment(?: of State)?$|\bSecretary of State$|^SECSTATE\b|^State$", 0)
_SEAT = "washington"
_PLACE = regex(r"\b(?:in|at|to|of)\s+(?:the\s+)?([^\W\d_][\w.' \u2019-]*)$")
_NUMBER = regex(r"(?:([^\W\d_]{3,}(?:\s+[Cc]ircular)?)\s+)?((?:[A-Z]{1,5}\s?[-\u2013]\s?)?\d+(?:\s?[-\u2013]\s?\d+)*)")
_FORM = regex(r"\b(despatch|dispatch|airgram|circular)\b", 2)
_WIDEST = 20
# A city that the telegrams call by another name than the core authority
_SEAT_NAMES = {"ho-chi-minh-city": ("saigon",), "yangon": ("rangoon",)}
# Missions that are cited by a short name
_SHORT = {"usun": "united nations", "usnato": "north atlantic treaty organization", "usro": "north atlantic treaty organization"}


class Number(NamedTuple):
    """A number in a series that has a name of its own ("secto"), or in that of sender and recipient ("")."""

    series: str
    n: str


class Telegram(NamedTuple):
    """What is remembered of a telegram: its place, its day, its numbers, what it is called, and the words for who sent and received it.

    `part` is its place among those of its file, from 0, and `pointer` how others point at it: the file, and the id of its element when the file
    has several; "" when that has no id.
    """

    id: str
    file: str
    part: int
    pointer: str
    title: str
    day: date | None
    numbers: frozenset[Number]
    form: str
    sender: frozenset[str]
    recipients: frozenset[str]


def folded(words: str) -> str:
    """Words without accents, case and article, to compare by."""
    plain = "".join(c for c in normalize("NFKD", words) if not combining(c))
    return " ".join(plain.replace("\u2019", "'").split()).casefold().removeprefix("the ")


def telegram(cable: Cable, id: str, file: str, part: int = 0, pointer: str = "") -> Telegram:
    """The facts of a telegram that its number series is known by."""
    said = title(cable) or value(cable, "title")
    form = _FORM.search(said)
    sent, received = parties(cable, "sent"), parties(cable, "received")
    numbers = frozenset(numbered(value(cable, "number")))
    kind = form[1].casefold().replace("dispatch", "despatch") if form else ""
    return Telegram(id, file, part, pointer, said, blocks.day(day(cable)), numbers, kind, _words(sent), _words(received))


def numbered(printed: str) -> Iterator[Number]:
    """The numbers in a telegram's number as printed: "2712 Secto 4" bears two, "6179-6185" seven."""
    for series, n in _NUMBER.findall(printed):
        yield from (Number(folded(series), each) for each in _each(plain(n)))


def plain(n: str) -> str:
    """A number without blanks, and with the one kind of hyphen."""
    return "".join(n.replace("\u2013", "-").split()).upper()


def _each(n: str) -> Iterable[str]:
    first, _, last = n.partition("-")
    if not (first.isdecimal() and last.isdecimal()):
        return [n.lstrip("0")]
    full = first[: len(first) - len(last)] + last
    numbers = range(int(first), int(full) + 1)
    return [str(i) for i in numbers] if 0 < len(numbers) <= _WIDEST else [first]


def _words(found: Iterable[Party]) -> frozenset[str]:
    """The words for a party: its office, the place in the name of its office, its own place; `HOME` for the ministry at home."""
    words: set[str] = set()
    for party in found:
        org = " ".join(party.org.value.split()) if party.org else ""
        place = folded(party.place.value).partition(",")[0] if party.place else ""
        office = org or (" ".join(party.role.value.split()) if party.role else "")
        if place in ("", _SEAT) and (_HOME.search(office) or (place and not _PLACE.search(org))):
            words.add(HOME)
        elif office:
            words.add(folded(office))
            words |= {folded(m[1]) for m in [_PLACE.search(office)] if m}
        words |= {place} - {"", _SEAT}
    return frozenset(words)


class Posts:
    """At which place each post sits, as the telegrams from there say, else as the core authority knows the seats of governments."""

    def __init__(self, telegrams: Sequence[Telegram]):
        seen: dict[str, Counter[str]] = defaultdict(Counter)
        for t in telegrams:
            for words in t.sender:
                if _PLACE.search(words):
                    seen[words].update(t.sender - {words})
        # the state or city in the name, and the place of the dateline
        self.known = frozenset(words for t in telegrams for words in (*t.sender, *t.recipients))
        self._names: Mapping[str, Sequence[str]] = {words: [name for name, _ in counted.most_common(2)] for words, counted in seen.items()}

    def name(self, words: frozenset[str]) -> str:
        """The shortest name of a party, its city rather than its state; "?" for nobody."""
        names = sorted(words, key=lambda w: (bool(_PLACE.search(w)), core.facts("place", w.replace(" ", "-")).get("type") == "country", len(w), w))
        return names[0].title() if names else "?"

    def of(self, words: frozenset[str]) -> frozenset[str]:
        """All words for a party that some of them name."""
        words |= {_SHORT[w] for w in words & _SHORT.keys()}
        more = {name for w in words for name in self._names.get(w, ())}
        return words | more | {s for w in words if w != HOME for s in _seats(w)} - {HOME}


def _seats(words: str) -> Iterator[str]:
    """The capital, for the name of a state."""
    id = words.replace(" ", "-")
    if core.facts("place", id).get("type") == "country" and (seat := states.seat(states.of_place(id))):
        yield from _SEAT_NAMES.get(seat, (folded(core.facts("place", seat).get("name", "")),))
