"""What the words of a reference say of the telegram that they cite: its number and series, who sent it to whom, and its day."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from tei_cable.desk.network.series import HOME, Number, folded, numbered, plain
from tei_cable.model import Cable, Span
from tei_cable.render.occurrences import Occurrence, reading
from tei_cable.tei import blocks
from tei_cable.text.regex import regex

# Roles in the telegram that cites: who sent it, who received it, that of the two which is not the ministry, and words that say no role.
ME, YOU, POST, ANYBODY = "me", "you", "post", ""
_POST = frozenset("embtel emtel legtel contel congentel congentels embdes embdesp embdespatch reembtel".split())
_HOME = frozenset("deptel depcirtel redeptel dept department state secretary".split())
_MINE, _YOURS = frozenset("my our mytel ourtel reourtel mon notre".split()), frozenset("your ur urtel reurtel votre vos".split())
_OWNS = frozenset("embassy legation consulate mission delegation".split())
_SAID = ((_POST, (POST, HOME)), (_HOME, (HOME, ANYBODY)), (_MINE, (ME, ANYBODY)), (_YOURS, (YOU, ME)), (_OWNS, (POST, HOME)))
_ROLES = _POST | _HOME | _MINE | _YOURS
_REFERENCE = ("re", "ref", "refs", "refer", "reference", "see", "the", "in", "from")
_PLAIN = frozenset(
    """
    telegram telegrams tel tels despatch despatches dispatch dispatches airgram airgrams cable cables cablegram cablegrams radiogram message messages
    telegramme telegrammes depeche depeches telegramm telegrama telegramas telegramma telegrammi despacho dispaccio
    """.split()
)
_LAST = _PLAIN | {"no.", "nos.", "no", "nos", "n°", "nº", "nr.", "number", "numbers", "secret", "niact"}
_WRITTEN = frozenset("despatch despatches dispatch dispatches embdes embdesp embdespatch".split())
_NAMED = frozenset(
    """
    secto tosec delga gadel dulte tedul polto topol delto todel cahto tocah vanto tovan toaid aidto icato toica murto vipto tovip deldi toden wirom
    unsec secun busec ecbus colux luxco usito tofoa weeka circular depcirtel cirtel tousi
    """.split()
)
_CIRCULAR = frozenset({"depcirtel", "cirtel", "circular"})
# "Bonn " and "Paris\u2019s " before a reference that begins at the word for a telegram; "from Paris", "to Bonn" after its number
_BEFORE = regex(r"((?:[A-Z]\w+ )?[A-Z]\w+)(?:['\u2019]s?)?\s+$")
_ROUTE = r"(?P<{0}>(?:the\s+)?[A-Z][\w\u2019']*(?:\s(?:of\s)?[A-Z]\w+){{0,2}})"
_FROM, _TO = regex(rf"\s*,?\s*from\s+{_ROUTE.format('post')}"), regex(rf"\s*,?\s*(?:sent\s+)?to\s+{_ROUTE.format('post')}")
_LIST = regex(r"[\s,;&]*(?:(?:and|or)\s+)?$")
_REPEATED = regex(r"[^.;\n]*\b(?:repeated|rptd|rpt)\b[^.;\n]*", re.IGNORECASE)
# "Berlin to Bonn 907", "Berlin tel to Bonn 694"; "Paris 473 London 221"
_SENT_TO = regex(r"([A-Z]\w+)(?:['\u2019]s?)?\s+(?:tel(?:egram)?\s+)?to\s+$")
_MORE = regex(r"[\s,]*(?:and\s+)?")
_SENT = regex(r"(?:([A-Z]\w+)\s+)?(?:tel(?:egram)?s?\s+)?sent\s+$")
_DATED = regex(r"(?:[\s,(]|of|dated|Documents?)*$")
# a letter before a number in the heading ("REF: A. State 1234 B. 62 Bonn 567"), and what stands for it: "ref A", "reftels B and C", "reftel"
_LETTER = regex(r"(?:\b(?i:ref)\w*\.?:?\s*|[\s;,.]|^)\(?([A-H])[.):]\s*(?:\d\d\s+)?$")
_BY_LETTER = regex(r"\b(?i:ref(?:erence|tel)?s?)\.?\s?\(?([A-H])\)?(?![\w'\u2019])")
_NEXT_LETTER = regex(r"(?:\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or|&)\s+)(?=\(?[A-H]\)?(?![\w'\u2019]|\.\w))\(?([A-H])\)?")
_REFTEL = regex(r"\b(?i:ref(?:erence)?\s?tel(?:egram)?)(?![\w'\u2019]|\s?\(?[A-H]\b)")
_HEADING = regex(r"^(?:[\w-]+\.\s+)?(?i:refs?|reftels?|references?|reference telegrams?)\s*[.:]\s*", re.MULTILINE)
_NEAR = 60
# between a letter and what it stands for: ".", ")", ":", blanks
_ITEM = 3
# What "reftel" is called, which has no letter.
REFTEL = "reftel"


class Citation(NamedTuple):
    """One reference: its words and the number in them; `sender` and `recipient` are a role (ME …) or words for a post.

    `at` counts the references of the telegram from 0, in the order of its text; -1 for words that the TEI does not tag. `note` is the id of the
    note in which it stands. `repeated` is the place of the reference that it names once more by another post's number ("Embtel 12 repeated Paris 5").
    `called` is what it stands by of the list of references: "A" for "ref A", "reftel".
    """

    at: int
    words: str
    number: Number
    sender: str
    recipient: str
    day: date | None = None
    written: bool = False
    note: str = ""
    repeated: int = -1
    called: str = ""


def citations(cable: Cable) -> Iterator[Citation]:
    """The references of a telegram to others, with those by a letter ("ref A") to what the letter stands for."""
    read = reading(cable)
    refs = [o for o in read.occurrences if o.mention.kind == "ref" and o.mention.attrs.get("n")]
    dates = [o for o in read.occurrences if o.mention.kind == "date"]
    last: Citation | None = None
    end = 0
    listed: dict[str, Citation] = {}
    order = {id(o): i for i, o in enumerate(o for o in read.occurrences if o.mention.kind == "ref")}
    for o in refs:
        joined = last if o.block == (refs[0].block if last is None else o.block) and _LIST.match(_between(read.text, end, o.start)) else None
        previous, last = last, _citation(read.text, o, order[id(o)], joined)
        after = o.start + len(o.words)
        called = next((called for _, called in by_letter(o.words)), "")
        if called in listed:
            # tagged when the network was written before
            last = listed[called]._replace(at=last.at, words=o.words, called=called)
        last = last._replace(day=last.day or _dated(read.text, after, dates))
        if previous and o.start - end <= _NEAR and _is_copy(read.text[end : o.start], last, previous):
            last = last._replace(repeated=previous.at if previous.repeated < 0 else previous.repeated)
        if m := _LETTER.search(read.text, max(0, o.start - 14), o.start):
            listed.setdefault(m[1], last)
        if _only(read.text, refs, o):
            listed.setdefault(REFTEL, last)
        yield last
        end = after
    spans = [Span(o.start, o.start + len(o.words)) for o in refs]
    for span, called in by_letter(read.text, spans) if listed else ():
        if called in listed:
            yield listed[called]._replace(at=-1, words=read.text[span.start : span.end], called=called)


def by_letter(text: str, refs: Sequence[Span] = ()) -> Iterator[tuple[Span, str]]:
    """Where words stand for what the list of references has: "ref A", the "B" of "refs A and B", "reftel", with the letter or `REFTEL`.

    What is inside of one of the `refs`, or is the letter before it in the list itself, is left out.
    """
    for span, called in _lettered(text):
        if not any(r.start - _ITEM <= span.end <= r.start or r.start <= span.start < r.end for r in refs):
            yield span, called


def _lettered(text: str) -> Iterator[tuple[Span, str]]:
    for m in _BY_LETTER.finditer(text):
        yield Span(*m.span()), m[1]
        end = m.end()
        while further := _NEXT_LETTER.match(text, end):
            yield Span(*further.span(1)), further[1]
            end = further.end()
    yield from ((Span(*m.span()), REFTEL) for m in _REFTEL.finditer(text))


def _only(text: str, refs: Sequence[Occurrence], o: Occurrence) -> bool:
    """Whether a reference is the only one in the heading "Ref: Deptel 385"."""
    if not any(m.end() == o.start for m in _HEADING.finditer(text, max(0, o.start - _NEAR), o.start)):
        return False
    end = o.start + len(o.words)
    following = next((x.start for x in refs if x.start > o.start), len(text))
    return not _LIST.fullmatch(text[end:following])


def _is_copy(between: str, one: Citation, previous: Citation) -> bool:
    """Whether a reference gives another post's number of the telegram that the one before it cites."""
    if one.sender in (ME, YOU, POST, HOME, ANYBODY) or one.number.series:
        return False
    return bool(_REPEATED.fullmatch(between)) or not between.strip() or (previous.repeated >= 0 and bool(_MORE.fullmatch(between)))


def _between(text: str, start: int, end: int) -> str:
    return text[start:end] if start <= end else "x"


def _citation(text: str, o: Occurrence, at: int, joined: Citation | None) -> Citation:
    """What one reference says; in a list ("Embtels 1779, 1780") what the first of it says."""
    printed = o.mention.attrs["n"]
    start, end = o.start, o.start + len(o.words)
    name = o.words[: -len(printed)] if o.words.endswith(printed) else o.words.rpartition(" ")[0]
    words = folded(name).split()
    number = next(numbered(printed), Number("", plain(printed)))
    if not words and joined:
        sender, recipient, series, written = joined.sender, joined.recipient, joined.number.series, joined.written
    else:
        series = next((w.removesuffix("s") for w in words if w in _NAMED or w.removesuffix("s") in _NAMED), "")
        series = "circular" if series in _CIRCULAR else series
        sender, recipient = _parties(words, text, start)
        written = bool(_WRITTEN.intersection(words))
    if m := _FROM.match(text, end, end + _NEAR):
        sender, end = _post(m["post"]), m.end()
    if m := _TO.match(text, end, end + _NEAR):
        recipient = _post(m["post"])
        if sender == ANYBODY and recipient != HOME:
            sender = HOME if not m.group().lstrip(" ,").startswith("sent") else ANYBODY
    return Citation(at, o.words, number._replace(series=series or number.series), sender, recipient, None, written, o.note)


def _parties(words: Sequence[str], text: str, start: int) -> tuple[str, str]:
    """Who sent it to whom, as far as the words of the reference and the place before them say."""
    said = [bare.removesuffix("s") if bare.removesuffix("s") in _ROLES else bare for w in words for bare in [w.removesuffix("'s").removesuffix("'")]]
    while said and said[0] in _REFERENCE:
        said = said[1:]
    while said and (said[-1] in _LAST or said[-1].removesuffix("s") in _NAMED):
        said = said[:-1]
    if said and (m := _SENT.search(text, max(0, start - 40), start)):
        return folded(m[1]) if m[1] else ANYBODY, _post(" ".join(said))
    if said and said[0] not in _MINE | _YOURS and (m := _SENT_TO.search(text, max(0, start - 40), start)):
        return _post(m[1]), _post(" ".join(said))
    if role := next((role for words_of_role, role in _SAID if words_of_role.intersection(said)), None):
        return role
    if said and not said[0].startswith("ref"):
        return folded(" ".join(said)).removesuffix("'s").removesuffix("'"), ANYBODY
    if words and (m := _BEFORE.search(text, max(0, start - 40), start)):
        return _before(m[1])
    return ANYBODY, ANYBODY


def _before(words: str) -> tuple[str, str]:
    """A post before "telegram 207"; the word may be no post, which then fits no telegram."""
    first, _, rest = folded(words).partition(" ")
    name = rest if first in _REFERENCE else folded(words)
    if name in _MINE | _YOURS:
        return (ME, ANYBODY) if name in _MINE else (YOU, ME)
    return (HOME if name in _HOME else name), ANYBODY


def _post(words: str) -> str:
    name = folded(words).removesuffix("'s").rstrip(".")
    return HOME if name.split()[0] in _HOME or name == "washington" else name


def _dated(text: str, end: int, dates: Sequence[Occurrence]) -> date | None:
    """The day that is said behind a reference: "of May 3", "from Bonn, May 3"."""
    for o in dates:
        if end <= o.start <= end + _NEAR:
            gap = text[end : o.start]
            for route in (_FROM, _TO):
                if m := route.match(gap):
                    gap = gap[m.end() :]
            return blocks.day(o.mention.attrs.get("when")) if _DATED.match(gap) else None
    return None
