"""Who writes to whom, where a heading is nothing but that: "The Ambassador in France (Bruce) to the Secretary of State", "EVATT TO STIRLING"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tei_cable.model import Field, Span
from tei_cable.text.layout import phrase
from tei_cable.text.parties import party
from tei_cable.text.regex import regex

_TO = regex(r"(?P<comma>,)?\s+(?:to|TO)(?=\s)\s+(?:(?:the|THE)\s+)?|(?P<held>(?<=\)))to\s+the\s+")
_FOREIGN = regex(
    r",?\s+(?:[àÀA]\s+(?=MM?\.\s|M(?:me|lle|ME|LLE)\s|[Ll]['\u2019\s]|LA\s|la\s)|(?:au|AU|aux|AUX)\s+(?=[A-ZÉ]|secr|min|pr[ée]s|haut|charg|g[ée]n|cons|d[ée]p)|an\s+(?:das|den|die)\s+(?=[A-ZÄÖÜ]))"
)
# What goes on with "to": "Minister to the United States", "Representative to the United Nations".
_ACCREDITED = regex(
    r"(?:Mission|Delegation|Representative|Assistant|Advis[eo]r|Observer|Minister|Envoy|Ambassador|Delegate|Consultant)$", re.IGNORECASE
)
_AND = regex(r",?\s+(?:and|AND)\s+(?:to|TO)\s+(?:(?:the|THE)\s+)?")
_ARTICLE = regex(r"(?:The|THE|Der|Die|Le|La|FROM|From(?:\s+the)?)\s+|L['\u2019](?=[a-zéA-ZÉ])")
_STYLE = r"(?i:Sir|Lord|Lady|Viscount|Earl|Marquess|Mr|Mrs|Miss|Dr|Count|Baron|Prince|Field Marshal|Marshal|General|Admiral|MM?\.|Mme|M)"
# A person and the post: "Sir E. Drummond (Rome)".
_POSTED = regex(rf"(?P<name>{_STYLE}\b[^()]*?)\s*\((?P<place>[A-ZÀ-Þ][^()\d]{{2,30}})\)")
# Bodies and offices whose names are not English.
_BODY = regex(r"(?:Auswärtiges?\s(?:Amt|AMT)|Foreign Office|FOREIGN OFFICE|[Mm]inist(?:ère|erium|ero)\b.*|Quai d['\u2019]Orsay)")
_OFFICE = regex(
    r"(?:ambassadeur|ministre|secrétaire d['\u2019]État|chargé d['\u2019]affaires|haut[- ]commissaire|consul|président|ambasciatore)\b.*",
    re.IGNORECASE,
)
_FRENCH = regex(r"(?P<name>MM?\.\s[^,]+),\s+(?P<role>.+)", re.DOTALL)
_SEAT = regex(r"\s(?:[àÀA]|au|AU|en|EN)\s+(?P<place>(?:[LE][AES]\s|L['\u2019])?[A-ZÀ-Þ][\w\u2019'-]*(?:\s[A-ZÀ-Þ][\w'-]*){0,2})\s*$")
_SMALL = frozenset("OF THE FOR IN TO AND AT ON DE DES DU LA LE AUX AU".split())
_WORD = regex(r"(?<![\w.])[^\W\d_]{2,}(?![\w]|\.[A-Z])")
_CITY = r"[A-Z][\w.'\u2019-]*(?:\s[A-Z][\w.'\u2019-]*){0,2}"
_DESTINED = regex(rf"[A-Z][a-z]+gram\s+to\s+(?P<places>{_CITY}(?:(?:,\s+|,?\s+and\s+){_CITY})*)\s*")
_PLACE = regex(r"(?:(?!\s+and\s|,).)+")


class Sides(NamedTuple):
    """The words of the sender and of each recipient, without articles."""

    sender: Span
    recipients: tuple[Span, ...]


def sides(text: str, title: Span) -> Sides | None:
    """Sender and recipients of a title that is nothing but "A to B"; None when it has no such two sides."""
    found = [m for m in _TO.finditer(text, *title) if m.start() > title.start]
    foreign = None if found else _FOREIGN.search(text, title.start + 1, title.end)
    chosen = foreign or _chosen(text, title, found)
    if chosen is None or chosen.end() >= title.end:
        return None
    article = _ARTICLE.match(text, *title)
    sender = Span(article.end() if article else title.start, chosen.start())
    if sender.start >= sender.end:
        return None
    recipients, at = [], chosen.end()
    for m in _AND.finditer(text, at, title.end):
        recipients.append(Span(at, m.start()))
        at = m.end()
    return Sides(sender, (*recipients, Span(at, title.end)))


def _chosen(text: str, title: Span, found: list[re.Match[str]]) -> re.Match[str] | None:
    """The "to" that parts sender and recipient: after a holder's name in brackets, after a comma, or the first that is no part of an office."""
    held = (m for m in found if text[m.start() - 1] == ")")
    after_comma = (m for m in found if m["comma"] and not _AND.match(text, m.start()))
    free = (m for m in found if not _ACCREDITED.search(text, title.start, m.start()))
    return next(held, None) or next(after_comma, None) or next(free, None) or next(iter(found), None)


def parts(words: str, start: int, found: Sides) -> Iterator[Field]:
    """Sender and recipients as header fields; `words` is the title from offset `start` of the text on, with what is no part of it blanked out."""
    posts = words.startswith("FROM ")
    for action, span in [("sent", found.sender), *(("received", s) for s in found.recipients)]:
        for f in side(action, words[span.start - start : span.end - start], span.start, "heading"):
            # "FROM PARIS TO FOREIGN OFFICE": posts by their cities
            yield Field(f"{action}/placeName", f.value, f.span, f.origin) if posts and f.name.endswith("/persName") else f


def side(action: str, words: str, at: int, origin: str) -> Iterator[Field]:
    """One party, whose words begin at offset `at`, in capitals or not, as header fields."""
    for pattern in (_POSTED, _FRENCH):
        if m := pattern.fullmatch(words.rstrip(" .,\n")):
            yield from _groups(action, m, at, origin)
            return
    for pattern, part in ((_BODY, "orgName"), (_OFFICE, "roleName")):
        if m := pattern.match(words.rstrip(" .,\n")):
            yield Field(f"{action}/{part}", phrase(m[0], 0, len(m[0])), Span(at, at + m.end()), origin)
            return
    for f in party(action, _lowered(words), at, origin):
        where = f.span or Span(at, at + len(words))
        yield f if f.value == (value := phrase(words, where.start - at, where.end - at)) else Field(f.name, value, where, f.origin)


def _groups(action: str, m: re.Match[str], at: int, origin: str) -> Iterator[Field]:
    """A name with a post or an office; where the office is."""
    names = {"name": "persName", "role": "roleName", "place": "placeName"}
    for group in m.re.groupindex:
        a, b = m.span(group)
        yield Field(f"{action}/{names[group]}", phrase(m.string, a, b), Span(at + a, at + b), origin)
        if group == "role" and (seat := _SEAT.search(m.string, a, b)):
            a, b = seat.span("place")
            yield Field(f"{action}/placeName", phrase(m.string, a, b), Span(at + a, at + b), origin)


def _lowered(words: str) -> str:
    """Words in capitals as they are elsewhere, at their places: what names an office is known by its small letters."""
    if not words.isupper():
        return words
    return _WORD.sub(lambda m: m[0].lower() if m[0] in _SMALL else m[0].capitalize(), words)


def destined(words: str, at: int) -> Iterator[Field]:
    """The recipients of a title that names only where the telegram went: "Cablegram to Jakarta and Lisbon"."""
    m = _DESTINED.fullmatch(words)
    for item in _PLACE.finditer(m["places"]) if m else ():
        name = item[0].strip().removeprefix("and ").strip()
        if name:
            start = at + m.start("places") + item.start() + item[0].index(name) if m else at
            yield Field("received/placeName", name, Span(start, start + len(name)), "heading")
