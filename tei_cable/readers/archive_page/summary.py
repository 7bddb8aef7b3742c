"""A summary without a label: what shows that a paragraph after the document, or before it, tells of it and is no part of it."""

from tei_cable.model import Code, Severity, Span
from tei_cable.text.layout import lines, phrase
from tei_cable.text.regex import regex

SUPPOSED = Code("H220", "summary-supposed", Severity.INFO)
DOUBTFUL = Code("H221", "summary-doubtful", Severity.WARNING)

_VERBS = (
    "reports describes discusses informs states says tells writes notes summarizes summarises recounts relates conveys explains expresses argues "
    "asks requests urges advises analyzes analyses compares comments details presents provides gives contains concerns transmits forwards relays "
    "outlines mentions instructs instructing orders recommends proposes warns warning repeats quotes answers replies reviews records claims believes "
    "thinks suggests considers assesses evaluates continues shares passes sends includes covers confirms announces indicates reveals shows deals "
    "communicates assures recalls touches emphasizes emphasises speculates predicts complains agrees refuses rejects describing regarding reporting "
    "discussing detailing concerning informing explaining outlining summarizing stating recounting instructing relaying analyzing"
).split()
_VERB = regex(rf"\b(?:{'|'.join(sorted(set(_VERBS)))})\b")
_KIND = regex(
    r"(?:(?:A|An|The|This|In (?:a|an|this))\s)?(?:[\w'\u2019-]+\s){0,4}?"
    r"(?:[Tt]elegram|[Cc]able|[Cc]iphergram|[Mm]essage|[Rr]eport|[Ll]etter|[Dd]ispatch|[Ii]nstructions?|"
    r"[Cc]onversation|[Dd]ocument|[Mm]emorandum)\b"
)
_FIRST_PERSON = regex(r"\b(?:I|[Mm]y|me|[Ww]e|[Oo]ur|us|[Yy]our)\b")
_QUOTED = regex(r"[\"\u201c][^\"\u201d]{0,400}[\"\u201d]|\[[^\]]{0,200}\]")
_SENTENCE = regex(r"[.!?][\"\u201d\u2019)\]]*$")
_NUMBERED = regex(r"[(\[]?\d{1,3}[.)\]]|[A-Za-z][.)]\s")
_NOTE = regex(r"\[\d{1,3}\]\s|\d{1,3}[.)]?\s+[A-Z]")
# A signature, an archive's or a clerk's line: what ends a telegram.
_CLOSED = regex(
    r"(?:\d[\d.IVXA-Za-z, ]{3,20}\s+)?"
    r"(?:[A-ZÀ-ÞŁŻŚ]\.\s?){0,3}[A-ZÀ-ÞŁŻŚ][A-ZÀ-ÞŁŻŚ'\u2019-]{2,}(?:\s[A-ZÀ-ÞŁŻŚ'\u2019-]{2,}){0,4}\.?|\[?Signed\]?.{0,60}|"
    r"(?:NOTE OF|REFERENCE|Received by|RGANI|Copies)\b.*|\d{4,7}|[a-z]{2,3}|(?:\[Chinese\] )?Foreign Ministry|\d{1,2} [A-Z][a-z]+ \d{4}"
)
_NAMES = regex(r"[A-ZÀ-ÞŁŻŚ][\w'\u2019-]{3,}")
# Words of titles that name nobody.
_COMMON = frozenset("telegram from embassy the ministry foreign ambassador minister cable report soviet".split())
_SHORT, _LONG, _OPENING = 25, 2500, 160


def evidence(text: str, part: Span, title: Span | None) -> int:
    """How much speaks for the words being a summary: their form alone, from -3 to 4."""
    words = phrase(text, *part)
    if not _SHORT <= len(words) <= _LONG or _NUMBERED.match(words) or not words[0].isupper() and words[0] not in '"\u201c[':
        return -3
    told = _QUOTED.sub(" ", words)
    found = -2 if _FIRST_PERSON.search(told) else 0
    found += 0 if _SENTENCE.search(words) else -1
    found += 1 if _VERB.search(words, 0, _OPENING) else 0
    found += 1 if _KIND.match(words) and _VERB.search(words) else 0
    return found + (1 if title and _tells_of(words[:_OPENING], phrase(text, *title)) else 0)


def after(text: str, above: Span) -> int:
    """How much speaks for a summary below these words: 2 for the last line of a telegram or a note, else 0."""
    rows = lines(text, above)
    last = text[slice(*rows[-1])] if rows else ""
    return 2 if last and (_NOTE.match(text[slice(*rows[0])]) or len(last) < 200 and _CLOSED.fullmatch(last)) else 0


def _tells_of(words: str, title: str) -> bool:
    """Whether the beginning names somebody whom the title names."""
    named = {w.lower() for w in _NAMES.findall(title)} - _COMMON
    return any(w.lower().removesuffix("'s").removesuffix("\u2019s") in named for w in _NAMES.findall(words))
