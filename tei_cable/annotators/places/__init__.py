"""Places: settlements, countries, regions, waters, named for themselves or for their government."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from tei_cable.annotators import Annotation, adding
from tei_cable.annotators.places.usage import stands_alone
from tei_cable.authority.lexicon import Hit
from tei_cable.authority.place_names import entry
from tei_cable.authority.scene import Scene
from tei_cable.model import Cable, Mention, Span
from tei_cable.text.cover import Cover
from tei_cable.text.filing import in_file_number

# Forms that are adjectives as well: abbreviations, and these.
_BOTH = frozenset({"United States", "United Kingdom", "United Arab Republic"})
_ABBREVIATION = re.compile(r"[A-Z](?:[A-Z]|\.\s?)+$")
# What makes a name the name of something else: an agreement, a newspaper, a government, an office.
_NAMED = re.compile(
    r"(?:[-–][A-Z][a-z]+)?\s+(?:(?:Armistice|Peace|Quadripartite|Trade|Defense)\s+)?"
    r"(?:[Aa]greements?|[Aa]ccords?|[Cc]onventions?|[Tt]reaty|[Tt]reaties|[Pp]acts?|[Pp]rotocols?|[Dd]eclarations?|Charter|Formula|Communiqu[eé]"
    r"|Times|Post|Herald|Tribune|Guardian|Radio|Star|News|Journal|Press|Gazette|Daily|Review|Conference|University|College|Bank|Club|Corporation|Company|Airlines|Airways|Museum"
    r"|[Gg]overnments?|[Gg]ovt\.?|Embass(?:y|ies)|Ambassadors?|Foreign|Prime|Premier|President|Delegation|Delegate|Permanent|Representative|Rep|PermRep|Minister|Ministry|Army|Navy|Air|Forces|Parliament"
    r"|Command|Fleet|Mission|Desk|Division|Section|Task|Working|Group|Committee|Commission|Council|Party|Congress|National|Communist|Red|Consulate|Plan|Doctrine)\b"
)
_COUPLED = re.compile(r"\s+(?:and|or)\s+[A-Z][\w-]+(?=\s+(?:[Aa]gree|[Aa]ccord|[Cc]onvention|[Tt]reat|[Dd]eclaration))")
# A number after the name of a post is a telegram's, unless it is a year.
_NUMBER = re.compile(r"(?:[’']s)?\s+(?:(?:telegram|tel\.?|despatch|unnumbered|No\.)\s+)?(?!19\d\d\b)\d{1,5}\b(?!\s*(?:,\d{3}|percent|million|[ap]\.?m))")
_INSIDE = re.compile(r"(?:\b(?:Bank|University|Government|Govt|Treaty|Church|College|Duke|Earl|Archbishop|Bishop|Peace|Battle|Voice|Radio|Institute)\s+of(?:\s+the)?|\bRadio|\bSS|\bUSS)\s+$")
_PREFIXED = re.compile(r"(?:\b(?:[Pp]ro|[Aa]nti|[Nn]on|[Pp]ost|[Pp]re|[Ii]nter|[Tt]rans|[Ee]x)[-–])$")
_DASHED = re.compile(r"\s?[-–‑]\s?(?=[A-Z])")
_SUFFIXED = re.compile(r"[-‑](?:[a-z]{3,}|Nam\b)")
_PLACED = re.compile(
    r"(?:\b(?:[Ii]n|[Aa]t|[Tt]o|[Ff]rom|[Nn]ear|[Ff]or|[Vv]ia|[Oo]utside|[Aa]round|[Ii]nto|[Tt]hrough|[Vv]isit(?:ed|ing)?|[Ll]eav(?:e|es|ing)|[Ll]eft|[Rr]each(?:ed)?"
    r"|[Cc]ity\s+of|[Pp]ort\s+of|[Ii]sland\s+of|[Pp]rovince\s+of|[Bb]etween|(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est)(?:ern)?(?:\s+of)?|[Cc]entral)(?:\s+the)?|\b[Tt]he)\s+$"
)
_THE = re.compile(r"\b[Tt]he\s+$")
_AREA = re.compile(r"\s+(?:area|region|coast|waters|littoral)\b")
_CAPITAL = re.compile(r"\s+[A-Z]")
_BEFORE = 24


class Places:
    """Tags the names of places that are places here, and points at their entries."""

    needs = frozenset({"ref", "persName", "roleName"})
    gives = frozenset({"placeName"})
    cues: tuple[str, ...] = ()

    def annotate(self, cable: Cable, scene: Scene) -> Annotation:
        """`placeName` for each; those that a reader made get their `ref`."""
        hits = scene.hits("place")
        if not hits:
            return Annotation(cable)
        made = {m.span: i for i, m in enumerate(cable.mentions) if m.kind == "placeName"}
        mentions = list(cable.mentions)
        found = []
        for span, m in self._mentions(cable, scene, hits, made):
            if span in made:
                mentions[made[span]] = mentions[made[span]]._replace(ref=m.ref)
            else:
                found.append(m)
        return Annotation(adding(replace(cable, mentions=tuple(mentions)), found))

    def _mentions(self, cable: Cable, scene: Scene, hits: Sequence[Hit], made: Iterable[Span]) -> Iterator[tuple[Span, Mention]]:
        closed = Cover(cable.mentions, frozenset({"ref", "persName", "date"}), "roleName")
        starts = frozenset(h.start for h in hits)
        before = -9
        for (start, end), group in groupby(hits, key=_place):
            same = list(group)
            span = Span(start, end)
            text = scene.text
            weak = all(h.form.weak for h in same)
            listed = before >= 0 and text[before:start].strip(" \n") in (",", "and", ", and", "/", "–", "-")
            if span in made or (not closed.meets(start, end) and is_place(text, start, end, weak and not listed) and not _coupled(text, end, starts)):
                yield span, Mention(span, "placeName", _ref(scene, same))
                before = end


def _coupled(text: str, end: int, starts: frozenset[int]) -> bool:
    """Whether a dash joins the name to what is no place: "Israel-Arab settlement"."""
    m = _DASHED.match(text, end)
    return m is not None and m.end() not in starts


def _place(hit: Hit) -> tuple[int, int]:
    return hit.start, hit.end


def _ref(scene: Scene, hits: Sequence[Hit]) -> str:
    """The one place that the forms mean; "" when they mean several."""
    ids = {i for h in hits for i in h.form.ids}
    return "" if len(ids) != 1 else entry(scene.authority, ids.pop())


def is_place(text: str, start: int, end: int, weak: bool) -> bool:
    """Whether the name at these offsets means the place; a `weak` name needs a word that says so before it."""
    before = text[max(0, start - _BEFORE) : start]
    form = text[start:end]
    both = form in _BOTH or _ABBREVIATION.match(form) is not None
    if before[-1:] in "-–/‑" and before.strip() and (both or _PREFIXED.search(before)):
        return False
    if weak and not (_PLACED.search(before) and not (_THE.search(before) and _CAPITAL.match(text, end))) and not _AREA.match(text, end):
        return False
    if _NAMED.match(text, end) or _NUMBER.match(text, end) or _COUPLED.match(text, end) or _SUFFIXED.match(text, end):
        return False
    if both and (not stands_alone(text, end) or in_file_number(text, start, end)):
        return False
    return not _INSIDE.search(before)


part = Places()
