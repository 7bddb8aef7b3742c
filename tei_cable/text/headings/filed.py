"""Headings of *Foreign Relations* up to 1954: the file number with the kind of message, then the edition's number, then sender and recipient."""

from collections.abc import Sequence

from tei_cable.model import Span
from tei_cable.text.headings import Heading
from tei_cable.text.headings.rows import rows, title_of
from tei_cable.text.headings.sides import sides
from tei_cable.text.layout import MARKER
from tei_cable.text.regex import regex

_KIND = r"(?:Circular\s|Paraphrase\sof\s)?(?:Telegram|Airgram|Radiogram|Cablegram|Radiotelegram|telegram|airgram)"
_FILE = regex(rf"(?P<file>[^\n:]{{2,90}}(?::\s[^\n:]{{2,40}})?)\s?:\s(?P<kind>{_KIND}(?:\s\([^()\n]{{1,40}}\))?)(?:\s?{MARKER}|\s?\d{{1,2}})?")
_LABEL = regex(r"\[?(?:No\.\s?)?(?P<n>\d{1,4}[a-z]?)\.?\]?")
# How far from the front the kind of message stands.
_FRONT = 160


def filed(text: str, chunks: Sequence[Span]) -> Heading | None:
    """The heading under a line such as "840.20/3–2548: Telegram"; None when there is no such line in front."""
    start = chunks[0].start
    colon = text.find("gram", start, start + _FRONT)
    if colon < 0 or text.find(": ", start, colon) < 0:
        return None
    front = rows(text, chunks)
    at, label = 0, None
    if len(front) > 1 and _LABEL.fullmatch(text, *front[0].span):
        label, at = front[0].span, 1
    if at == len(front) or not _FILE.fullmatch(text, *front[at].span):
        return None
    above = front[at]
    at += 1
    if label is None and at < len(front) and _LABEL.fullmatch(text, *front[at].span):
        label, at = front[at].span, at + 1
    title = title_of(text, front[at:])
    if title is None or (found := sides(text, title)) is None:
        return None
    spans = (label, title) if label and label.start > above.span.start else (title,)
    return Heading(
        spans,
        label,
        title,
        None,
        above=above.span if label is None or label.start > above.span.start else Span(label.start, above.span.end),
        sender=found.sender,
        recipients=found.recipients,
        form="a file number with the kind of message, sender and recipient",
    )
