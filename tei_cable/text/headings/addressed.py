"""Headings that are nothing but sender and recipient, above a line that says that a telegram follows.

Australian ("375 Dr H. V. Evatt, Minister for External Affairs, to Mr S. M. Bruce" / "Cablegram 31 CANBERRA, …"), British ("Sir E. Drummond
(Rome) to Viscount Halifax (Received …)" / "No. 123 Telegraphic"), Canadian ("618. DEA/12447-40" / "Ambassador in … to …" / "TELEGRAM 12"),
French ("M. X, ministre …, à M. Y, …" / "T. nos 12 à 14") and German ("Der Botschafter in … an das Auswärtige Amt" / "Telegramm").
"""

import re
from collections.abc import Sequence

from tei_cable.model import Span
from tei_cable.text.headerlines import header_line
from tei_cable.text.headings import Heading
from tei_cable.text.headings.rows import Row, rows, title_of
from tei_cable.text.headings.sides import sides
from tei_cable.text.layout import MARKER
from tei_cable.text.regex import regex

_LABEL = regex(rf"\[?(?:(?:No|NO|N)\.\s?)?(?P<n>\d{{1,4}}[a-z]?)\.?\]?(?:{MARKER})?")
_GLUED = regex(r"(?P<label>\d{1,4}[a-z]?\.?)\s+(?=[A-ZÀ-Þ(])")
_FILE = regex(r"(?:(?P<label>\d{1,4}[a-z]?\.?)\s+)?(?P<file>[A-Z]{2,6}(?:\s[A-Z]{1,5})?[/\s-]\s?[\w/.-]*\d[\w/. ,-]*)")
# Lines that say that the message under the heading is a telegram.
_SHEET = regex(
    r"(?:Cablegrams?|CABLEGRAMS?|Telegrams?|TELEGRAMS?|Teletype|TELETYPE|Telegramm|T[ée]l[ée]gramme|TÉLÉGRAMME)\b.{0,140}|"
    r"No\.\s?\d[\w/.-]*(?:\s.{0,100})?|T\.?(?:\s.{0,100})?|n(?:os?|[º°])\.?\s?\d.{0,100}|[Dd][ée]p[êe]che\.|\(?D\.\s\d.{0,80}"
)
_CUES = ("\nCable", "\nCABLE", "\nTele", "\nTELE", "\nTélé", "\nTÉLÉ", "\nNo. ", "\nT.", "\nT ", "\nno", "\nn°", "\n(D. ", "\nD. ")
_WORDS = (" to ", " TO ", " à ", " À ", "\nÀ ", "\nà ", "\nto ", " A M", "\nA M", " an ", " au ", " AU ")
_RECEIVED = regex(r"\s*[(\[](?:Received|Recd?\.?|Reçu|Ankunft)\b[^()\[\]]{0,60}[)\]]\s*$", re.IGNORECASE)
# Where the words between the parties stand; where the line that names the telegram does; how many lines below the heading it may be.
_SIDES, _NEAR, _BELOW = 500, 900, 4
# The last run of lines, counted from 0, in which the parties may stand.
_HIGH = 2


def addressed(text: str, chunks: Sequence[Span]) -> Heading | None:
    """The heading in front of a text, if it says who writes to whom and a line below that it is a telegram."""
    start = chunks[0].start
    if not any(text.find(word, start, start + _NEAR) >= 0 for word in _CUES):
        return None
    end = min(start + _SIDES, chunks[min(_HIGH, len(chunks) - 1)].end)
    if not any(text.find(word, start, end) >= 0 for word in _WORDS):
        return None
    front = rows(text, chunks)
    read = _numbered(text, front)
    if read is None:
        return None
    at, label, above = read
    glued = _GLUED.match(text, *front[at].span)
    if glued and label is None:
        label = Span(*glued.span("label"))
        front[at] = Row(Span(glued.end(), front[at].span.end), front[at].chunk)
    return _headed(text, front[at:], label, above)


def _numbered(text: str, front: Sequence[Row]) -> tuple[int, Span | None, Span | None] | None:
    """How many lines stand above the title, the edition's number in them, and the file number."""
    at, label, above = 0, None, None
    if front and _LABEL.fullmatch(text, *front[0].span):
        label, at = front[0].span, 1
    if at < len(front) and (m := _FILE.fullmatch(text, *front[at].span)):
        label, above, at = label or (Span(*m.span("label")) if m["label"] else None), front[at].span, at + 1
    return (at, label, above) if at < len(front) else None


def _headed(text: str, front: Sequence[Row], label: Span | None, above: Span | None) -> Heading | None:
    title = title_of(text, front)
    if title is None:
        return None
    below = [row.span for row in front if row.span.start >= title.end][:_BELOW]
    received = _RECEIVED.search(text, *title)
    words = Span(title.start, received.start() if received else title.end)
    found = sides(text, words)
    if found is None or not any(_SHEET.fullmatch(text, *line) and header_line(text, line) for line in below):
        return None
    spans = (title,) if label is None else (Span(label.start, title.end),)
    if label and above:
        above, spans = Span(min(label.start, above.start), above.end), (title,)
    return Heading(
        spans,
        label,
        words,
        None,
        above=above,
        sender=found.sender,
        recipients=found.recipients,
        received=Span(*received.span()) if received else None,
        form="sender and recipient above a line that names the telegram",
    )
