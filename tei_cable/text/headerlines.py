"""Which line of a telegram's header a line is: class, precedence, from, to, date-time group, number, time of receipt and more."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tei_cable.model import Span
from tei_cable.text.dateline import Dateline, dateline
from tei_cable.text.layout import MARKER, trim
from tei_cable.text.regex import regex

_CLASS = (
    r"(?:(?:top|most) secret|secret|confidential|restricted|unclassified|(?:limited )?official use(?: only)?|tr[eè]s secret|confidentiel|"
    r"(?:streng )?geheim|segret(?:o|issimo)|secreto|совершенно секретно|секретно)"
)
_PRECEDENCE = (
    r"(?:flash|niact|immediate|priority|routine|deferred|emergency|(?:us |most )?urgent|top priority|most immediate|operational immediate|"
    r"important|tr[eè]s urgent|extr[eê]mement urgent|priorit[eé] absolue|imm[eé]diat|dringend|citissime)"
)
CAVEAT = (
    r"(?:limdis|exdis|nodis|noforn|stadis|austeo|eyes only|limit(?:ed)? distribution|no distribution|no foreign dissem|roger channel|"
    r"presidential handling|verbatim text|diffusion restreinte|r[eé]serv[eé]|(?:and )?(?:strictly |most )?personal|(?:and )?guard)"
)
PRECEDENCE = _PRECEDENCE
_BETWEEN = r"[\s.,;/\u2013\u2014-]+"
_AND = r"(?:(?:and|et)\s+)?"
WORDS = regex(rf"{_AND}(?:(?P<class>{_CLASS})|(?P<precedence>{_PRECEDENCE})|(?P<caveat>{CAVEAT}))(?={_BETWEEN}|\[|$)", re.IGNORECASE)
_RUN = regex(rf"(?:{_AND}(?:{_CLASS}|{_PRECEDENCE}|{CAVEAT})(?:\s?{MARKER})*(?:{_BETWEEN}|$))+", re.IGNORECASE)
# How a line that consists of such words begins.
_FIRST = frozenset("tTmMsScCrRuUoOlLgGdDpPfFnNiIeEvVaAсС")

# A telegram's number as a header line prints it: "O.LB217", "UN870", "46/2", "D1", "Winch 25", "2126 à 2132".
_DIGITS = r"\d[\d/]*(?:\s?(?:[-\u2013]|à|et|to|bis)\s?\d+)?"
_NAMED = rf"(?:(?:[A-Z]{{1,2}}\.)?\s?[A-Z]{{0,4}}[-\u2013]?{_DIGITS}|[A-Z][a-z]{{2,9}}\s{_DIGITS}|[A-Z]\[[A-Z]\](?:\s?\[\d{{1,2}}\])?\s?\d+)"
_TAIL = rf"(?:\s?{MARKER}|\s?\((?:extracts?|repeated)\)|\s?\d{{1,2}}(?=\s\(|\s[A-Z]{{3}}))*"
# Pieces of a line that holds several of them, in the order in which they are tried.
_SHEET = regex(
    rf"(?:Cable(?:gram)?s?|CABLEGRAMS?|Tele(?:gram|type)s?|TELE(?:GRAM|TYPE)S?|Telegramma?|T[ée]l[ée]grammes?|TÉLÉGRAMMES?)\s+"
    rf"(?:(?:[Nn]umber|NUMBER|[Nn][or]|N[°º])s?\.?\s?)?"
    rf"(?P<number>unnumbered|{_NAMED}(?:,\s{_NAMED})*){_TAIL}"
)
_NUMBERED = regex(
    rf"(?:(?:T\.?\s+)?(?:N[Oo]s?|n[os]?s?|Nr|[Nn]?[º°]s?)\.?\s*)?(?P<number>{_NAMED})(?:\s?{MARKER})*\.?(?:\s?\(extracts?\))?(?=[\s,.]|$)"
)
_MODE = regex(r"(?:Telegraphic|Saving|Tel\.)(?::?\s[a-z][\w ]{0,40})?(?=\s|$)")
_TYPE = regex(r"T\.(?=\s|$)")
_BRACKETED = regex(r"\[[A-Z]{1,3}\s?\d[\w/ .-]*\]")
_BETWEEN_PIECES = regex(r"[\s,;.]*")

# Replies and references: "Your 284.", "Ref O.CH110620", "Reference your telegrams Nos. 12 and 14 of 3 May".
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_CITED = regex(
    rf"(?:Ref(?:erence|erring|\.)?:?|Re|Your|Our|My|Votre|Mon|Notre|Further)\s+"
    rf"(?:(?:to|and|et|of|my|your|our|the|tele(?:gram)?s?|tels?|cable(?:gram)?s?|despatch(?:es)?|letters?|messages?|unnumbered|dated|t[ée]l[ée]grammes?|du|N[Oo]s?|nos?|{_MONTH}|{MARKER}|(?:[A-Z]{{1,2}}\.)?[A-Z]{{0,4}}[-\u2013./]?\d[\d/]*(?:st|nd|rd|th)?)(?:[\s,;.]+|(?=\[)|$))+"
)
_FOR_WHOM = (
    r"(?:Following (?:message )?(?:is )?(?:for|from)|FOLLOWING (?:FOR|FROM)|Personal (?:for|from))\s"
    r"(?:[^.:;]|\b(?:Mr|Dr|Mrs|Messrs)\.){2,110}[.:]?(?:\s?Begins[.:-]*)?$"
)

# type of line, the characters it begins with, and how (or, with an end, how it is); the first that fits counts
_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LINES = (
    ("from", "FDV", regex(r"(?:From|De|Von|Da)\s*:\s*|(?:FM|FROM)\s*:?\s+|FROM:")),
    ("to", "TÀA", regex(r"(?:To|À|An|A)\s*:\s*|TO\s*:?\s+(?=[A-Z\[])|TO:")),
    (
        "info",
        "ICRF",
        regex(
            r"(?:Info(?:rmation)?|(?:Copies f|F)or information)\s*:\s*|INFO\s*:?\s+|"
            r"Repeat(?:ed)?(?:\sfor\s[Ii]nformation)?(?:\sto)?\s*:\s*|REPEAT(?:ED)?(?:\sFOR\sINFORMATION)?(?:\sTO)?\s*:\s*"
        ),
    ),
    ("action", "AO", regex(r"(?:Action|Origin)\s*:\s*|(?:ACTION|ORIGIN)\s*:?\s+")),
    ("subject", "SOBA", regex(r"(?:SUBJ(?:ECT)?|Subj(?:ect)?|Objet|Betreff|Oggetto|Asunto)\s*:\s*")),
    ("reference", "R", regex(r"(?:REFS?|REFERENCES?|Refs?|References?|R[ée]f[ée]rence)\s*[:.]\s*")),
    ("tags", "T", regex(r"TAGS?\s*:\s*")),
    ("authority", "E", regex(r"E\.?\s?O\.?\s?\d{4,5}\b")),
    ("dtg", "ZOPRYW0123456789", regex(r"(?P<precedence>[ZOPRYW](?:\s[ZOPRYW])*\s+)?(?P<group>\d{6}\s?Z\s+[A-Z]{3}\s+\d{2,4})\b.{0,20}$")),
    ("handling", "MC", regex(r"(?:Making Copies|Cop(?:y|ies) No)(?=.{1,80}$)")),
    (
        "number",
        _CAPITALS,
        regex(r"(?:[A-Z][a-z]+\.?\s){0,2}(?:No\.?|Number|Nr\.?|N[°º])\s*:?\s*(?P<number>[A-Z]{0,3}[-\u2013]?\d[\w/]*(?:\s?[-\u2013]\s?\d+)?)\.?$"),
    ),
    ("number", "Tn", regex(rf"(?:T\.?\s+)?n(?:os?|[º°]s?)\.?\s?(?P<number>{_DIGITS})\.?$")),
    ("number", _CAPITALS, regex(r"[A-Z]{3,}(?: [A-Z]{3,}){0,2} (?P<number>\d{3,6})$")),
    ("stamp", "([RAD", regex(r"[(\[]?(?:RECEIVED|Received|Reçu|Ankunft|DECLASSIFIED|Declassified)\b(?=.{4,80}$)")),
    ("stamp", "[", regex(r"\[(?:Stamp|Handwritten|Stempel|Cachet)\b[^\]]{0,120}\]$")),
    ("stamp", "([DR", regex(r"[(\[]?(?:D|R)\.\s?(?=\d.{4,80}$)")),
    ("handling", "FP", regex(_FOR_WHOM)),
    ("handling", "NIFP", regex(r"(?:No distribution|NO DISTRIBUTION|In the charge of|For |Pour |Für |FOR )(?=.{1,80}$)")),
    (
        "handling",
        "([EPTep",
        regex(r"[(\[]?(?:Extracts?|Paraphrase|Translation|Traduction)[)\]]?\.?$|(?:[Pp]lain|[Ee]n [Cc]lair)\.?$|T\.$", re.IGNORECASE),
    ),
    (
        "handling",
        "CEB(",
        regex(r"(?:Cypher|CYPHER|En [Cc]lair|EN CLAIR|By (?:[Bb]ag|[Tt]elephone)|\(By Bag\))(?=.{0,60}$)"),
    ),
    (
        "handling",
        "TIOADd._\u2026",
        regex(
            r"(?:TELETYPE|INCOMING|OUTGOING) (?:MESSAGE|TELEGRAM|CABLEGRAM)$|"
            r"(?:Originated|Authori[sz]ed|D[ei]spatched|Approved) by[ .:\u2026].{0,80}$|[.\u2026_ ]{4,}$"
        ),
    ),
    ("info", "R", regex(r"Repeated (?:for information )?to(?=\s[A-Z].{1,100}$)")),
    ("handling", "AS", regex(r"(?:Addressed|Sent) to(?=\s[A-Z].{1,100}$)")),
    ("reference", "RYOMVNF", regex(rf"{_CITED.pattern}$")),
)
_BY_FIRST = {
    c: tuple((kind, pattern) for kind, firsts, pattern in _LINES if c in firsts) for c in frozenset("".join(firsts for _, firsts, _ in _LINES))
}
# Lines that say by themselves that a telegram's header stands here.
_HEAD = regex(r"(?:[A-Z]+ )?TELEGRAM|TELEGRAM(?: [A-Z]+)?|Text of (?:a|the) (?:Telegram|Message)\b.{0,120}")
STRONG = frozenset({"head", "class", "precedence", "caveat", "from", "to", "info", "dtg", "authority", "tags", "number"})
_LONGEST_LINE = 160


class Line(NamedTuple):
    """A header line: its type ("dateline", "head" for "CIPHERED TELEGRAM", else that of its `seg`), and what shows it.

    `shared` is set when the words are one of several things on their line, or a telegram's number by its form.
    """

    span: Span
    kind: str
    begins: re.Match[str] | None = None
    said: Dateline | None = None
    shared: bool = False


def header_line(text: str, line: Span) -> tuple[Line, ...]:
    """What a line of a header holds: mostly one thing, or several ("Cablegram 31 CANBERRA, 23 July 1947"); nothing when it is text."""
    if line.end - line.start > _LONGEST_LINE:
        return ()
    if text[line.start] in _CAPITALS and _HEAD.fullmatch(text, *line):
        return (Line(line, "head"),)
    if text[line.start] in _FIRST and stated(text, line) and (first := WORDS.match(text, *line)):
        return (Line(line, first.lastgroup or ""),)
    for kind, pattern in _BY_FIRST.get(text[line.start], ()):
        if m := pattern.match(text, *line):
            return (Line(line, kind, m),)
    if not _SHEET.match(text, *line) and (said := dateline(text, line)):
        return (Line(line, "dateline", None, said),)
    found = list(_pieces(text, line))
    return tuple(found) if any(p.kind != "handling" for p in found) else ()


def is_header(text: str, line: Span) -> bool:
    """Whether a line belongs to a telegram's header."""
    return bool(header_line(text, line))


def stated(text: str, line: Span) -> bool:
    """Whether a line has nothing but a class, a precedence and caveats."""
    return _RUN.fullmatch(text, *line) is not None


def _pieces(text: str, line: Span) -> Iterator[Line]:
    """The things that stand on one line: number, class, dateline; nothing when there is something else between them."""
    found: list[Line] = []
    at = line.start
    while at < line.end:
        piece = _piece(text, Span(at, line.end), found)
        if piece is None:
            return
        found.append(piece)
        between = _BETWEEN_PIECES.match(text, piece.span.end, line.end)
        at = between.end() if between else piece.span.end
    if len(found) == 1 and not _SHEET.match(text, *line):
        return
    for piece, after in zip(found, [*found[1:], None], strict=True):
        yield piece._replace(shared=True, span=trim(text, piece.span.start, after.span.start if after else line.end))


def _piece(text: str, rest: Span, before: list[Line]) -> Line | None:
    """The piece that begins the rest of a line."""
    if before and (said := dateline(text, rest)):
        return Line(rest, "dateline", None, said)
    if not before and (m := _SHEET.match(text, *rest)):
        return Line(Span(*m.span()), "number", m)
    if (m := _RUN.match(text, *rest)) and (first := WORDS.match(text, *rest)):
        return Line(trim(text, *m.span()), first.lastgroup or "")
    if m := _TYPE.match(text, *rest) or _MODE.match(text, *rest):
        return Line(Span(*m.span()), "handling")
    if before and (m := _BRACKETED.match(text, *rest)):
        return Line(Span(*m.span()), "reference")
    if all(p.kind != "number" for p in before) and (m := _NUMBERED.match(text, *rest)):
        return Line(Span(*m.span()), "number", m)
    return None
