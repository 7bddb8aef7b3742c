"""The facts in the first note of a telegram in *Foreign Relations*: where it is kept, how it was classified, who drafted it, who had copies."""

import re
from collections.abc import Iterator
from functools import lru_cache

from tei_cable.model import Field, Span
from tei_cable.text.layout import phrase
from tei_cable.text.regex import regex

_SOURCE = regex(r"\[?Source\s?[:;]\s*")
_STOP = regex(r"[.;](?=\s|$|\])")
_CLASS = regex(
    r"[.,;\]\w]\s+(?P<class>Top\sSecret|Secret|Confidential|(?:Limited\s)?Official\sUse(?:\sOnly)?|Unclassified|Restricted)"
    r"(?P<more>[^.\w-][^.]*|)(?:\.|$)"
)
_PRECEDENCE = regex(r"(?:Niact|Flash|Immediate|Priority|Routine|Deferred|Emergency|Operational Immediate|Most Immediate|Urgent)\b")
_SHELF = regex(r"(?:[A-Z][\w&]*\s)?(?:Lot \d|CF \d|\d[\dA-Z]*\.\d|\d{3}[A-Z]?[./]|[A-Z]{2,6} [A-Z\d]|[A-Z]{1,6}$|E \d|FN |Box \d).*")
_DEED = r"(?:[Dd]rafted|[Cc]leared|[Aa]pproved|[Ii]nitialed|[Ss]igned|[Aa]uthorized|[Cc]oncurred)"
# the deeds that one "by" is about: "Drafted and approved by"; what stands between them and it is no further deed
_DEEDS = regex(rf"({_DEED}(?:,?\s+(?:and\s+)?{_DEED})*)(?:(?!{_DEED})[^.;:])*$")
_NEXT = regex(
    r"[;:]|,?\s+(?:and\s+)?(?:was\s+)?(?:drafted|cleared|approved|initialed|signed|authorized|concurred|transmitted|who|also\ssent|repeated)\b|"
    r"\.(?=\s+[A-Z(]|\s*$)"
)
_INITIAL = regex(r"(?:^|[\s.(-])[A-Z]$")
# "and" parts names, but not the words of an office: "Office of Central American and Panamanian Affairs"
_ITEM = regex(r"(?:(?!,?\s+(?:and|or)\s(?!(?:[\w-]+\s){0,3}(?:Affairs|Policy|Organizations)\b))[^,(]|\([^)]*\)?)+")
_LEAD = regex(r"[\s,]*(?:(?:and|or)\s+)?(?:in\s+(?:draft|substance|part)\s+)?(?:(?:by|with)\s+)?")
_UPPER = r"[A-ZÀ-ÖØ-Þ][\w.'\u2019-]*"
_NAME = regex(rf"{_UPPER}(?:\s+(?:{_UPPER}|de|von|van|(?:of|for|in|and)(?:\sthe)?(?=\s[A-Z])))*")
_SENT = regex(
    r"(?:[Rr]epeated|[Ss]ent|[Pp]ouched|[Pp]assed|[Rr]elayed|[Ff]orwarded|[Rr]etransmitted)\s+"
    r"(?:(?:for|by|as|via|niact|priority|immediate|information|info|also|pouch)\s+)*to\s+"
)
_SENT_END = regex(
    r"[;:]|\.(?=\s|$|\))|\s+(?:and|but)\s+(?:also\s+)?(?:repeated|sent|pouched|passed|relayed|for)\b|\s+(?:at|on|with|which|by|in|as|from|upon|where)\s"
)
_NEXT_COPY = regex(r",?\s+and\s+(?:via\s+[^,]*?\s+to\s+|also\s+to\s+|to\s+)?(?=[A-Z]|the\s)|,\s+(?:to\s+)?|\s+via\s+[^,]*?\s+to\s+")
_AFTER = regex(r"\s*(?:\(|\b(?:for|including|except|[Ee]yes\s[Oo]nly|priority|personal|exclusive|also|who|under|to\sbe)\b).*$|,?\s+and$", re.DOTALL)
_ARTICLE = regex(r"\s*(?:the|all|other)\s+")
_ORG = regex(
    r"(?:[A-Z]{3,}[\w/-]*|US[A-Z]+\w*|.*\b(?:Embassy|Embassies|Departments?|Mission|Delegation|House|Office|Agency|Staff|Command|Secretary|President|"
    r"Legation|Consulate|Chiefs|Army|Navy|Force|[Pp]osts|missions|capitals|Bureau|Council|Representative|Center|Base|Commander)\b.*)"
)


def facts(text: str, note: Span, source: bool) -> list[Field]:
    """The header fields that a note at the heading states; of a note that is no source note (`source`), who drafted it and who had copies."""
    found: list[Field] = []
    if source:
        stated = _CLASS.search(text, *note)
        found += _kept(text, note, stated.start() + 1 if stated else 0)
        found += _classified(text, stated) if stated else ()
    found += _officers(text, note)
    found += _copies(text, note)
    return found


def _field(name: str, text: str, start: int, end: int) -> Field:
    return Field(name, phrase(text, start, end), Span(start, end), "source note")


def _kept(text: str, note: Span, stated: int) -> Iterator[Field]:
    """Institution, collection and shelf mark: the first, the middle and the last of what the commas part, up to the class (if `stated`)."""
    begin = _SOURCE.match(text, *note)
    stop = None if stated else _STOP.search(text, *note)
    if begin is None:
        return
    start = begin.end()
    words = text[start : stated or (stop.start() if stop else note.end)].rstrip(" .;\n")
    first, last = words.find(","), words.rfind(",")
    if words:
        yield _field("institution", text, start, start + (first if first > 0 else len(words)))
    if first <= 0:
        return
    begins = [start + x + len(words[x:]) - len(words[x:].lstrip(" ,\n")) for x in (first, last)]
    end = start + len(words)
    lot = text.find(": Lot ", begins[1], end)
    if lot >= 0:
        shelf, stops = lot + 2, lot
    elif last > first and _SHELF.fullmatch(text, begins[1], end):
        shelf, stops = begins[1], start + last
    else:
        shelf, stops = end, end
    yield _field("collection", text, begins[0], stops)
    if shelf < end:
        yield _field("shelfmark", text, shelf, end)


def _classified(text: str, stated: re.Match[str]) -> Iterator[Field]:
    """The class, and after it precedence and caveats."""
    yield _field("class", text, *stated.span("class"))
    at = stated.start("more")
    for item in stated["more"].split(";"):
        words = item.strip(" ,\n")
        if words and words[0].isupper() and len(words) < 40:
            start = at + item.index(words)
            yield _field("precedence" if _PRECEDENCE.fullmatch(words) else "caveat", text, start, start + len(words))
        at += len(item) + 1


def _officers(text: str, note: Span) -> Iterator[Field]:
    """Who drafted, cleared and approved: the names after "by" up to the next deed or the end of the sentence."""
    at = note.start
    while (by := text.find(" by ", at, note.end)) >= 0:
        at = by + 4
        deeds = _DEEDS.search(text, max(note.start, by - 60), by)
        if deeds is None:
            continue
        end = _stop(text, at, note.end)
        names = list(_names(text, at, end))
        for deed in re.findall(r"drafted|cleared|approved", deeds[1].lower()):
            yield from (_field(deed, text, *name) for name in names)
        at = max(at, end)


def _stop(text: str, at: int, end: int) -> int:
    """The end of a list of names; a full stop after an initial ends nothing."""
    for m in _NEXT.finditer(text, at, end):
        if m[0] != "." or not _INITIAL.search(text[max(at - 1, m.start() - 2) : m.start()]):
            return m.start()
    return end


def _names(text: str, start: int, end: int) -> Iterator[Span]:
    """The names in a list: "X (EUR), Y of FE, and Z in draft"."""
    for item in _ITEM.finditer(text, start, end):
        lead = _LEAD.match(text, item.start(), item.end())
        at = lead.end() if lead else item.start()
        if name := _NAME.match(text, at, item.end()):
            yield Span(at, at + len(name[0].rstrip(" .")) if not _INITIAL.search(name[0][-3:-1]) else name.end())


def _copies(text: str, note: Span) -> Iterator[Field]:
    """Who had copies: "Repeated to London and Moscow", "sent to New York, and via the department to Bonn"."""
    end = note.start
    for m in _SENT.finditer(text, *note):
        if m.start() < end or m.start() > note.start and text[m.start() - 1].isalpha():
            continue
        stop = _SENT_END.search(text, m.end(), note.end)
        end = stop.start() if stop else note.end
        at = m.end()
        for split in [*_NEXT_COPY.finditer(text, at, end), None]:
            upto = split.start() if split else end
            if at < upto <= at + 200:
                yield from _addressee(text, at, upto)
            at = split.end() if split else at


def _addressee(text: str, start: int, end: int) -> Iterator[Field]:
    known = _known(text[start:end])
    if known:
        part, a, b = known
        yield _field(part, text, start + a, start + b)


@lru_cache(maxsize=4096)
def _known(item: str) -> tuple[str, int, int] | None:
    """An item of a list of addressees: the field it makes, and where its name begins and ends; None when it is none."""
    words = _AFTER.sub("", item).rstrip(" ,.\n")
    article = _ARTICLE.match(words)
    at = article.end() if article else len(words) - len(words.lstrip())
    name = words[at:]
    org = _ORG.fullmatch(name) is not None
    if not name or len(name) >= 80 or not (name[0].isupper() or article and org) or any(c.isdigit() for c in name):
        return None
    return f"forwarded/{'orgName' if article or org else 'placeName'}", at, at + len(name)
