"""Tags references to other telegrams, despatches and cables by number, and lists them as what the telegram cites."""

import re
from collections.abc import Collection, Iterable, Mapping
from operator import attrgetter
from typing import NamedTuple

from tei_cable.annotators import Annotation, adding
from tei_cable.annotators.references.words import CAPITALS, CUES, GENERIC, OWN, OWNERS, PLURALS, STRONG
from tei_cable.authority.lexicon import Hit
from tei_cable.authority.scene import Scene
from tei_cable.model import Cable, Field, Mention, Span
from tei_cable.text.regex import regex

_NUMBER = r"(?P<n>(?:[A-Z]{1,5}\s?[-\u2013]\s?)?\d{1,6}(?:[-\u2013]\d{1,6})*Z?)(?![\w%])(?![.,/]\d)(?!\s?[-\u2013]\d)"
_NO = r"(?i:n(?:os?|umbers?|rs?|[º°]s?)\.?\s*)?"
_AFTER = regex(rf"(?P<own>['\u2019][sS]?)?\s+{_NO}(?P<series>[A-Z]{{2,6}}\s)?{_NUMBER}")
# The second character after a name that a number may follow (" 12", "'s 12", " A-12", " No. 12"): most names are passed over by it.
_NEXT = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZn#s \n\t")
_FURTHER = regex(rf"(?:\[\w{{1,3}}\])?(?:\s*[,;]\s*(?:and\s+|or\s+)?|\s+(?:and|or|&|through)\s+)(?:nos?\.\s*)?{_NUMBER}", re.IGNORECASE)
# "telegrams 1892 to Geneva, May 1, and 426 from Prague": what may stand between two numbers of a plural.
_AWAY = regex(r"\s+(?:to|from)\s+(?:the\s+)?[A-Z][\w.'\u2019-]*(?:\s[A-Z][\w.'\u2019-]*){0,2}(?:,\s[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:,\s\d{4})?)?")
# "London 2910 to Department, repeated 403 to Paris": the same telegram by another post's number.
_REPEATED = regex(rf"\s+to\s+(?:the\s+)?[A-Z][\w.]*,?\s+(?:repeated|rptd|rpt)\s+(?:as\s+)?{_NUMBER}(?=\s+to\s)")
_ROUTED = regex(r"\s+(?:to|from)\s")
# A telegram of a post or service ("Department telegram 12", "Bonn’s despatch 12") is named by it.
_WHOSE = regex(r"\b(?:Department|Embassy|Legation|Consulate|Delegation|Mission|[Cc]ircular)\s+$")
_OF_PLACE = regex(r"['\u2019]s?\s+$")
_MONTHS = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|janv|févr|avr|mai|juin|juil|août|déc)"
_DATED = regex(rf"(?:\s*(?:,|and|or|to|[-\u2013])\s*\d{{1,2}})*\s+(?:of\s+)?{_MONTHS}", re.IGNORECASE)
_COUNTED = regex(
    r"\s+(?:days?|hours?|hrs|minutes|weeks?|months?|years?|times|pages?|words|lines|percent"
    r"|per\s+cent|million|billion|points?|copies)\b|\s*[ap]\.?\s?m\b",
    re.IGNORECASE,
)
# After a number that nothing but a post's name or "your" precedes: an end, or words that do not make it a count.
_ENDS = regex(
    r"\s*(?:[.,;:\[\u2014\u2013\u201d\"]|\)|$)|\s+(?i:to|and|or|from|rptd|rpt|repeated|repeating|info|sent|para|paras|paragraph|paragraphs|re|that|which|with"
    r"|is|was|has|had|are|as|of|on|in|we|should|would|but|not|just|received|reported|reports|regarding|concerning|indicates|requires?|suggests|contains)\b|\s+\(|\s+(?:Exdis|Limdis|Nodis|NOTAL|Notal)\b|\s+(?:[A-Z][\w.]*\s){1,2}\d"
)
_ANNOUNCED = regex(r"(?:\b(?i:rptd|repeated|rpt|info|information|pouched|sent|[Rr]e|[Rr]ef|[Rr]eference|[Ss]ee|your|our)[:.]?\s+)$")
# An airgram by its series alone ("A-301", "G-145"); aircraft have fewer digits.
# "REF: A. State 1234 B. Paris 88": what a letter stands before in the heading
_LISTED = regex(r"(?:^|\s)(?i:refs?|reftels?|references?)\s*[.:][^\n]*(?<!\w)[A-H][.):]\s+$")
_LINE = 400
_AIRGRAM = regex(r"[AG]\s?[-\u2013]\s?\d{3,5}(?![\w.,]*\d)(?!\s?[-\u2013])")
_OWN_PLACE = regex(r"(?:\d[\d-]*\.\s+)?")
_SHORTEST = 3
_START = attrgetter("start")
_DIGITS = regex(r"\d+")


class _Ref(NamedTuple):
    """One reference: `name` is what the list of citations calls it."""

    start: int
    end: int
    n: str
    name: str
    cert: str = ""


class References:
    """Wakes at the words for telegrams, at the names of series and at places; a number must follow."""

    needs = frozenset({"sic"})
    gives = frozenset({"ref"})
    cues = CUES

    def annotate(self, cable: Cable, scene: Scene) -> Annotation:
        """The cable with its references, and each telegram cited once as a field."""
        corrected = {m.span.start: m for m in cable.mentions if m.kind == "sic"}
        refs = list(_references(cable, scene, corrected))
        refs = sorted([*refs, *_airgrams(scene, {r.end for r in refs})])
        mentions = [Mention(Span(r.start, r.end), "ref", attrs={"type": "telegram", "n": r.n}, cert=r.cert) for r in refs]
        return Annotation(adding(cable, mentions, _citations(cable, refs)))


def _references(cable: Cable, scene: Scene, corrected: Mapping[int, Mention]) -> Iterable[_Ref]:
    """References that a word names, in order."""
    text, last = scene.text, 0
    series = {b.spans[0].start for b in cable.blocks}
    numbers = {b.spans[0].start for b in cable.blocks if b.attrs.get("type") == "number"}
    title = cable.blocks[0].spans[0].start if cable.blocks else -1
    for hit in sorted(scene.hits("cue:references") + scene.hits("place"), key=_START):
        if (
            hit.start < last
            or text[hit.end + 1 : hit.end + 2] not in _NEXT
            or not (m := _AFTER.match(text, hit.end))
            or not _names_one(scene, hit, m, last)
        ):
            continue
        region = scene.region(hit.start)
        if region is None or m.end() > region.end or region.start in numbers:
            continue
        if region.start in series and _is_its_own(text, hit, m, region.start, title):
            continue
        for ref in _run(text, hit, m, region.end, corrected, _named_from(scene, hit)):
            yield ref
            last = ref.end


def _airgrams(scene: Scene, taken: Collection[int]) -> Iterable[_Ref]:
    """Airgrams that nothing but their own series names; `taken` is where other references end."""
    text = scene.text
    for m in _AIRGRAM.finditer(text):
        start = m.start() - (text[m.start() - 1 : m.start()] == "C")
        before = text[start - 1 : start]
        if m.end() not in taken and not before.isalnum() and before not in ("-", "/") and scene.inside(start, m.end()):
            yield _Ref(start, m.end(), text[start : m.end()], text[start : m.end()])


def _names_one(scene: Scene, hit: Hit, m: re.Match[str], last: int) -> bool:
    """Whether the word at `hit` and the number after it are a telegram's name."""
    text, word, digits = scene.text, scene.text[hit.start : hit.end], sum(c.isdigit() for c in m["n"])
    if _counts(text, m):
        return False
    if word in GENERIC:
        return m["own"] is None
    if m["series"]:
        return False
    if word in STRONG:
        return True
    if word in CAPITALS:
        return max(map(len, _DIGITS.findall(m["n"]))) >= _SHORTEST or (len(word) > 4 and "-" not in m["n"])
    # a number that counts is round, one that names seldom
    exact = (digits >= _SHORTEST and m["n"][-2:] != "00" and m["own"]) or _LISTED.search(text, max(0, hit.start - _LINE), hit.start)
    if not (exact or _ENDS.match(text, m.end())) or (m["n"][0].isdigit() and text.startswith(")", m.end()) and not _in_parentheses(text, hit.start)):
        return False
    if word in OWN or word in OWNERS:
        named = word in OWN or bool(m["own"]) or not m["n"][0].isdigit()
        return (named and digits > 1) or (digits >= _SHORTEST and word in ("State", "Dept", "Department"))
    return word[0].isupper() and (bool(m["own"]) or not _may_be_year(scene, hit, m["n"], last))


def _in_parentheses(text: str, at: int) -> bool:
    before = text[max(0, at - 200) : at]
    return before.rfind("(") > before.rfind(")")


def _counts(text: str, m: re.Match[str]) -> bool:
    """Whether the number is of days or pages, or the day of a date."""
    return bool(_COUNTED.match(text, m.end()) or (len(m["n"]) < _SHORTEST and _DATED.match(text, m.end())))


def _may_be_year(scene: Scene, hit: Hit, n: str, last: int) -> bool:
    """Whether the number after a place's name could be a year, and nothing says that it is a telegram's."""
    now = int(scene.date[:4]) if scene.date[:4].isdigit() else 1999
    if not (len(n) == 4 and n.isdigit() and 1900 <= int(n) <= now + 1):
        return False
    listed = last and not scene.text[last : hit.start].strip(" ,;\n")
    return not listed and not _ANNOUNCED.search(scene.text, max(0, hit.start - 20), hit.start)


def _is_its_own(text: str, hit: Hit, m: re.Match[str], start: int, title: int) -> bool:
    """Whether this is the telegram's own number, in its heading or at the start of a block: "5168. Secto 17. Subject …"."""
    before = _OWN_PLACE.match(text, start, hit.start)
    if before is None or before.end() != hit.start:
        return False
    word = text[hit.start : hit.end]
    if word in GENERIC:
        return start == title and word not in PLURALS
    return (word in CAPITALS or (word in STRONG and "tel" not in word)) and text.startswith(".", m.end())


def _named_from(scene: Scene, hit: Hit) -> int:
    """Where the name begins: at the post or service whose telegram it is, when one stands before the word."""
    text, low = scene.text, max(0, hit.start - 14)
    if text[hit.start : hit.end] not in GENERIC:
        return hit.start
    if whose := _WHOSE.search(text, low, hit.start):
        return whose.start()
    possessor = _OF_PLACE.search(text, low, hit.start)
    return next((h.start for h in scene.hits("place") if possessor and h.end == possessor.start()), hit.start)


def _run(text: str, hit: Hit, m: re.Match[str], limit: int, corrected: Mapping[int, Mention], start: int) -> Iterable[_Ref]:
    """A reference, which begins at `start`, and the numbers that follow in one list with it."""
    word = text[hit.start : hit.end]
    name = " ".join(text[hit.start : m.start("n")].split())
    while True:
        end, n, cert = m.end("n"), m["n"], ""
        if sic := corrected.get(m.start("n")):
            end, n, cert = sic.span.end, sic.attrs["corr"], sic.cert or "medium"
        printed = " ".join(text[start:end].split()) if name and word not in PLURALS else f"{word.removesuffix('s')} {n}"
        yield _Ref(start, end, n, _called(word, n) or printed, cert)
        following = _following(text, end, word in PLURALS, n)
        if following is None or following.end() > limit:
            return
        m, start, name = following, following.start("n"), ""


def _called(word: str, n: str) -> str:
    """A reference by a word for any telegram as the header lists it: "Telegram 486"; "" for others."""
    if word not in GENERIC:
        return ""
    one = word.lower()
    if word in PLURALS:
        one = one.removesuffix("es") if one.endswith("ches") else one.removesuffix("s")
    return f"{'telegram' if one == 'tel' else one} {n}".capitalize().replace(n.lower(), n)


def _following(text: str, end: int, plural: bool, n: str) -> re.Match[str] | None:
    """The next number of a list: any after a plural, one like the last after a singular."""
    m = _FURTHER.match(text, end)
    if m is None and (repeated := _REPEATED.match(text, end)):
        return repeated
    if m is None and plural and (away := _AWAY.match(text, end)):
        m = _FURTHER.match(text, away.end())
        return m if m and _ROUTED.match(text, m.end()) else None
    if m is None or _counts(text, m):
        return None
    alike = len(m["n"]) >= _SHORTEST and abs(len(m["n"]) - len(n)) <= 1
    return m if (plural or alike) and _ENDS.match(text, m.end()) else None


def _citations(cable: Cable, refs: Iterable[_Ref]) -> Iterable[Field]:
    """Each telegram once, in order of appearance; not the telegram itself. A bare "Telegram 5" may be any of that number."""
    own = cable.first("number")
    seen: dict[str, set[str]] = {own.value: {""}} if own else {}
    for f in cable.fields:
        if f.name == "cites":
            seen.setdefault(f.attrs["n"], set()).add(f.value)
    for r in refs:
        generic = r.name.lower().startswith("telegram ")
        names = seen.setdefault(r.n, set())
        if not (names and (generic or "" in names or r.name in names)):
            yield Field("cites", r.name, attrs={"n": r.n} | ({"cert": r.cert} if r.cert else {}))
        names.add("" if generic else r.name)


part = References()
