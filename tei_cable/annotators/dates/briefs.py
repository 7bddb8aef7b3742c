"""Days and years as telegrams shorten them: "left 28th at 1400 local time", "FY 60"."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from tei_cable.authority.scene import Scene
from tei_cable.model import Span
from tei_cable.text.dates import Found
from tei_cable.text.regex import regex

# Words before a day that has no month, and what may follow it; else it counts something ("14th session", "6th and 28th divisions").
_DAY = regex(r"\d\d?(?=st|nd|rd|th)")
_REST = regex(
    r"(?:st|nd|rd|th)(?:\s+at\s+\d{4}(?:\s+(?:hours|local(?:\s+time)?))?)?"
    r"(?=\s*(?:[.,;:)]|$)|\s+(?:with|re|to|in|by|for|from|that|when|where|but|I|he|she|they|we|and(?!\s+\d))\b)"
)
_LED = regex(r"\b(?:morning|afternoon|evening|night|noon|on|until|till|since|before|left|arrived|talks?)\s+$")
_REACH = 12
_FISCAL = regex(
    r"\b(?:FY|CY|[Ff]iscal(?:\s+[Yy]ear)?)[\s\u2010-\u2013-]*[\u2019']?(?P<year>(?:19)?[3-9]\d)"
    r"(?:[\u2010-\u2013-](?P<to>[3-9]\d))?(?![\w/])"
)
_FULL = len("1962-11-01")
_HALF_A_MONTH = timedelta(16)


def briefs(scene: Scene, taken: Sequence[Span]) -> Iterable[tuple[int, Found]]:
    """Where such days and fiscal years begin, and what they are; `taken` are the places that are known to be something else."""
    text = scene.text
    if len(scene.date) == _FULL:
        for m in _DAY.finditer(text):
            rest = _REST.match(text, m.end()) if _LED.search(text, max(0, m.start() - _REACH), m.start()) else None
            if rest and _free(scene, Span(m.start(), rest.end()), taken) and (when := _nearest(int(m[0]), date.fromisoformat(scene.date))):
                yield m.start(), Found(rest.end(), {"when": when})
    if "FY" in text or "CY" in text or "iscal" in text:
        for m in _FISCAL.finditer(text):
            if _free(scene, Span(*m.span()), taken):
                first = f"19{m['year'][-2:]}"
                yield m.start(), Found(m.end(), {"from": first, "to": f"19{m['to']}"} if m["to"] else {"when": first})


def _free(scene: Scene, words: Span, taken: Sequence[Span]) -> bool:
    return scene.inside(*words) and not any(span.start < words.end and words.start < span.end for span in taken)


def _nearest(day: int, telegram: date) -> str:
    """The day of that number that is nearest to the telegram's, or "" when none is near."""
    days = (telegram + timedelta(n) for n in sorted(range(-_HALF_A_MONTH.days, _HALF_A_MONTH.days), key=abs))
    return next((d.isoformat() for d in days if d.day == day), "")
