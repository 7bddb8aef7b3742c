"""Persons on no list who are certain all the same.

They stand after a title ("Mr. Evans", "General Parks"), have a forename that the lists know ("David Binder"), or drafted or cleared the telegram.
Once found so, they are found by their surname in the rest of the document.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property

from tei_cable.annotators.persons.evidence import ADDRESSED, NAMESAKE
from tei_cable.annotators.persons.titles import is_nation, read_titles
from tei_cable.authority.common_words import very_common, weak
from tei_cable.authority.lexicon import Hit
from tei_cable.authority.scene import Scene
from tei_cable.authority.titles import ADDRESS, CALENDAR, HEADS, INNER, RANKS, VIETNAMESE
from tei_cable.model import Mention, Span
from tei_cable.text.regex import regex

# Vietnamese family names that are nothing else, before two more words.
_VIETNAMESE = tuple(sorted(VIETNAMESE - {"Do", "Ho", "Ha", "Le", "Ta", "Ly", "Lai", "Mai", "Ton", "Cao", "Dao", "Thai", "Lam"}))
OFFICERS = ("Drafted", "drafted", "Cleared", "cleared", "Approved", "approved", "Concurred", "initialed")
# What only persons do, of what telegrams speak of; states, ministries and newspapers do most of the rest.
SAYING = tuple(
    "said stated asked replied added remarked commented concluded mentioned cited interjected interposed volunteered recalled responded answered"
    " emphasized stressed explained observed argued insisted thought felt".split()
)
# With whom one talks.
TALKING = (
    "conversation with",
    "conversations with",
    "talk with",
    "talked with",
    "talks with",
    "meeting with",
    "met with",
    "spoke with",
    "spoke to",
    "called on",
    "lunch with",
)
CUES: tuple[str, ...] = (*sorted(HEADS - {"U", "M", "MM."}), *OFFICERS, *SAYING, *sorted(ADDRESSED), *TALKING, *_VIETNAMESE)
_SAYING = frozenset(SAYING)
# Bodies that do what persons do, and what begins a sentence about them.
_NOBODY = frozenset(
    """
    Dept Department Council Office Officer Embassy Treasury Congress Senate Senat Cabinet Committee Commission Government Assembly Bundestag
    Bundesrat Parliament Correspondence Reconstruction
    """.split()
)
_ADVERB = regex(r"(?<!l)ly$")
_WORD = r"[A-Z][a-zà-ÿ]+(?:[-–’'](?!s\b)[A-Za-zà-ÿ]+)*"
_INITIALS = r"(?:[A-Z]\.\s?)"
_INITIAL = regex(r"\s[A-Z]\.\s")
_RUN = regex(rf"\s+((?:{_INITIALS}+|{_WORD}\s+){{0,3}}?{_INITIALS}?{_WORD})(?![\w-])")
_NAMES = regex(rf"{_INITIALS}+|{_WORD}")
_AFTER_FORENAME = regex(rf"\s+((?:{_INITIALS}+\s*)?{_WORD})(?![\w-])")
# A word alone inside a sentence or at its head, not the last of several in capitals.
_SPEAKER = regex(r"(?:^|[.;:,)”]\s+|\b[a-z]+\s+|\n|[(“\"]|\.\s?\[\d+\]\s+)([A-Z][a-z]{3,})\s$")
_SPOKEN_TO = regex(r"\s+([A-Z][a-z]{3,})(?=\s+[a-z]|[,.;]\s)")
# "Soviets", "Chicoms"; "Nicholls" and "Ross" are none.
_PLURAL = regex(r"(?<!ll)(?<!s)s$")
# Before a person with whom somebody stands in one breath, and after one.
_AND_BEFORE = regex(r"(?:^|[.;:,)”]\s+|\b[a-z]+\s+|\n)([A-Z][a-z]{3,})\s+and\s+$")
_AND_AFTER = regex(r"\s+and\s+([A-Z][a-z]{3,})(?=\s+[a-z]|[,.;]\s)")
_THREE = regex(r"\s+[A-Z][a-z]+\s+([A-Z][a-z]+)\b")
# "von der Heydte", "de la Torre": in a French or Spanish sentence "de" alone is no part of a name.
_PARTICLES = regex(r"(?:^|\s)((?:[Vv]on|[Vv]an|[Zz]u|[Tt]er|[Tt]en)\s+(?:der\s+|den\s+|dem\s+)?|[Dd]e\s+(?:la|los|las)\s+)$")
_OFFICER = regex(rf"(?:by|and|,|with|for)\s+({_INITIALS}*{_WORD})(?=\s*[,.;(\[]|\s+(?:and|in|of|for|on|who|with)\b|\s*$)")
# To the end of the sentence or clause; the full stop of an initial is none.
_SENTENCE = regex(r"(?:[^.;]+|(?<=[\s.][A-Z])\.)*")


class Strangers:
    """Finds them, among the names already found in one document."""

    def __init__(self, scene: Scene, known: Sequence[Mention]):
        self.scene = scene
        self.text = scene.text
        self.taken = sorted(m.span for m in known if m.kind == "persName")
        self.sure = [m.span for m in known if m.kind == "persName" and m.ref]
        self.starts = [span.start for span in self.taken]
        self.found: dict[Span, tuple[int, list[Span]]] = {}
        self.surnames: set[str] = set()

    def mentions(self) -> Iterable[Mention]:
        """A `persName` without `@ref` for each, with its titles."""
        for hit in self._free("cue:persons"):
            self._cue(hit)
        for hit in self._free("office"):
            self._titled(hit.start, hit.end)
        for hit in self._free("forename"):
            m = _AFTER_FORENAME.match(self.text, hit.end)
            if m and not hit.form.text.isupper():
                self._add(hit.start, m.start(1), m.end(), hit.form.text)
        for span in self.sure:
            self._beside(span)
        for surname in self.surnames:
            self._again(surname)
        for span, (left, roles) in self.found.items():
            yield Mention(Span(left, span.end), "persName", evidence="not on a list")
            yield from (Mention(role, "roleName") for role in roles)

    def _free(self, kind: str) -> Iterable[Hit]:
        """The hits of a kind that are not part of a name already found."""
        for hit in self.scene.hits(kind):
            i = bisect_right(self.starts, hit[0]) - 1
            if i < 0 or self.taken[i][1] <= hit[0]:
                yield hit

    def _cue(self, hit: Hit) -> None:
        word = hit.form.text
        if word in OFFICERS:
            self._officers(hit.end)
        elif word in ADDRESSED or word in TALKING:
            self._addressed(hit.end)
        elif word in _SAYING:
            self._said(hit.start)
        elif word not in VIETNAMESE:
            self._titled(hit.start, hit.end)
        elif m := _THREE.match(self.text, hit.end):
            self._add(hit.start, m.start(1), m.end(), word)

    def _said(self, verb: int) -> None:
        """One who speaks: a capitalised word of unknown meaning before a verb of saying."""
        text = self.text
        start = text.rfind(" ", 0, verb - 1) + 1
        if text[start].isupper() and text[verb - 2].isalpha() and (m := _SPEAKER.search(text, max(0, start - 20), verb)):
            self._unknown(m.start(1), m.end(1))

    def _addressed(self, verb: int) -> None:
        """One who is spoken to: such a word after "told", before a small word."""
        if self.text[verb + 1 : verb + 2].isupper() and (m := _SPOKEN_TO.match(self.text, verb)):
            self._unknown(m.start(1), m.end(1))

    def _beside(self, person: Span) -> None:
        """Those who stand in one breath with a person: "Ekvall and Clough"."""
        text, (start, end) = self.text, person
        if text[start - 4 : start] == "and " and (m := _AND_BEFORE.search(text, max(0, start - 40), start)):
            self._unknown(m.start(1), m.end(1))
        if text[end : end + 4] == " and" and (m := _AND_AFTER.match(text, end)):
            self._unknown(m.start(1), m.end(1))

    def _unknown(self, start: int, end: int) -> None:
        word = self.text[start:end]
        if not (self._may_be_name(word, False) and word not in HEADS and _PLURAL.search(word) is None) or _ADVERB.search(word):
            return
        self._add(start, start, end, "")

    @cached_property
    def others(self) -> frozenset[str]:
        """The words of what the authority knows to be no person: "North Atlantic Council" is one body, and Atlantic nobody here."""
        names = [self.text[h[0] : h[1]] for kind in ("place", "org", "term", "office") for h in self.scene.hits(kind)]
        return frozenset(" ".join(names).split())

    def _titled(self, start: int, end: int) -> None:
        m = _RUN.match(self.text, end)
        if m is None:
            return
        title, first = self.text[start:end], m.start(1)
        polite = title in ADDRESS
        last = self._names(first, polite)
        if last > first and self.scene.inside(start, last) and (polite or _is_rank(title) or self._follows(last)):
            self._add(first, first, last, "" if polite else title)

    def _names(self, start: int, polite: bool) -> int:
        """Where the names that begin at `start` end: capitalised words that are no words, places or titles."""
        at = start
        for m in _NAMES.finditer(self.text, start, start + 60):
            word = m[0].rstrip()
            certain = word.endswith(".") or _INITIAL.match(self.text, m.end()) is not None
            if m.start() - at > 1 or not (certain or self._may_be_name(word, polite or at > start)):
                break
            at = m.start() + len(word)
            if self.text[at : at + 1] != " " and not word.endswith("."):
                break
        return at if not self.text[start:at].rstrip().endswith(".") else start

    def _may_be_name(self, word: str, polite: bool) -> bool:
        if word in _NOBODY or word in INNER or word in CALENDAR or is_nation(word) or (word[-1] == "s" and is_nation(word[:-1])):
            return False
        return not weak(word) or (polite and word.lower() not in very_common())

    def _follows(self, end: int) -> bool:
        """Whether the text goes on as after a name: small letters, a sign, or its end."""
        following = self.text[end : end + 2]
        return not (following[:1] == " " and following[1:].isupper())

    def _officers(self, end: int) -> None:
        sentence = _SENTENCE.match(self.text, end)
        region = self.scene.region(end)
        if sentence and region:
            for m in _OFFICER.finditer(self.text, end - 1, min(sentence.end() + 1, region.end)):
                if self._may_be_name(m[1].split()[-1], True) and m[1].lower() not in ("department", "embassy"):
                    self._add(m.start(1), m.start(1), m.end(1), "")

    def _add(self, first: int, surname: int, end: int, title: str) -> None:
        last = self.text[surname:end].split()[-1]
        if (first == surname and last in self.others and title not in ADDRESS) or self._namesake(surname, end):
            return
        if not self._may_be_name(last, not title or " " in self.text[surname:end]) or self._overlaps(first, end) or not self.scene.inside(first, end):
            return
        region = self.scene.region(first)
        if m := _PARTICLES.search(self.text, max(region.start if region else 0, first - 12), first):
            first = m.start(1)
        left, _, roles = read_titles(self.text, first, region.start if region else 0, {})
        self.found[Span(first, end)] = left, roles
        if not weak(last) and len(last) > 2:
            self.surnames.add(last)

    def _namesake(self, surname: int, end: int) -> bool:
        """Whether it is named after a person, "Lincoln Memorial", "Harris Poll"."""
        return any(NAMESAKE.match(self.text, at) is not None for at in (surname - 1, end))

    def _overlaps(self, start: int, end: int) -> bool:
        i = bisect_right(self.taken, (end - 1, len(self.text))) - 1
        return (i >= 0 and self.taken[i].end > start) or any(s < end and start < e for s, e in self.found)

    def _again(self, surname: str) -> None:
        at = self.text.find(surname)
        while at >= 0:
            end = at + len(surname)
            whole = not self.text[at - 1 : at].isalnum() and not self.text[end : end + 1].isalnum()
            if whole and self.scene.inside(at, end) and not self._overlaps(at, end):
                self._add(at, at, end, "")
            at = self.text.find(surname, end)


def _is_rank(title: str) -> bool:
    return title.strip(".").lower() in RANKS
