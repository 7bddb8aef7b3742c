"""A telegram's text from end to end: heading, header lines, paragraphs, quoted letters, signature, notes. What readers share."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from tei_cable.model import Block, Cable, Diagnostic, Field, Furniture, Mention, Note, Source, Span
from tei_cable.text.agreement import disagreements
from tei_cable.text.archiving import archived, kept
from tei_cable.text.closing import Closing, closing
from tei_cable.text.dates import FULL_DAY
from tei_cable.text.heading import Heading, heading
from tei_cable.text.headings.facts import day_of_file, times
from tei_cable.text.headings.facts import facts as headed
from tei_cable.text.language import language, name
from tei_cable.text.layout import VEIL, Flow, flow, hyphens, phrase, trim, unstopped
from tei_cable.text.letters import letters
from tei_cable.text.notes import align
from tei_cable.text.notetexts import apart
from tei_cable.text.opening import Opening, opening
from tei_cable.text.regex import regex
from tei_cable.text.sourcenote import facts
from tei_cable.text.veil import unveiled, veiled

# Series of the messages of delegations and travelling secretaries of state: "Secto 17", "Tosec 10", "Dulte 9".
_SERIES = r"(?:[A-Z][a-z]{1,4}to|To[a-z]{2,4}|Dulte|Tedul|Unsec|Delga|Gadel)"
_NUMBER = regex(
    rf"(?P<number>(?:(?:{_SERIES}\s)?\d{{1,6}}(?:\s?[-\u2013]\s?\d{{1,6}})?(?:/{_SERIES}\s\d+)?|[A-Z]{{1,2}}[-\u2013]\d{{1,5}})(?:\.\s{_SERIES}\s\d{{1,5}})?)\.(?=\s|\d+\.\s|$)"
)
_PLAIN_NUMBER = regex(r"\d{1,3}")
# Characters of a text too short to tell its language.
_FEW = 400
_SINGLE = frozenset({"title", "created", "number", "document", "institution", "collection", "shelfmark", "sent/date", "sent/placeName"})
# Facts that several places tell.
_TOLD = _SINGLE | {f"{action}/{part}" for action in ("sent", "received") for part in ("persName", "roleName", "orgName", "placeName", "date")}
_TOLD |= {"author", "class", "precedence", "caveat", "drafted", "cleared", "approved", "forwarded/placeName", "forwarded/orgName", "received/date"}
# Digits from which on a number at the start of a text is the telegram's even where a header line gives another.
_TELEGRAMS = 3


@dataclass(slots=True)
class Telegram:
    """What was read of one telegram; the fields of a cable."""

    fields: list[Field] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    notes: tuple[Note, ...] = ()
    mentions: list[Mention] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)
    lang: str = "und"

    def cable(self, source: Source, dialect: str) -> Cable:
        """The cable of what was read."""
        parts = (self.lang, tuple(self.fields), tuple(self.blocks), self.notes, tuple(self.mentions), tuple(self.furniture))
        return Cable(source, dialect, *parts)


def read(
    text: str,
    chunks: Sequence[Span],
    head: Heading | None,
    opened: Callable[[str, Sequence[Span]], Opening] = opening,
    closed: Callable[[str, Sequence[Span]], Closing] = closing,
) -> Telegram:
    """The telegram in these paragraphs (`layout.paragraphs`), whose heading is known.

    `opened` and `closed` take the header lines off the front and the closing lines off the end: a reader of a form with lines of its own
    gives its own.
    """
    made = Telegram()
    chunks, archive = archived(text, chunks)
    taken = apart(text, chunks)
    if head and not _holds(taken.body, head):
        head = None
    aligned = align(text, taken, head.spans[-1] if head else None)
    made.notes = aligned.notes
    bare, text = text, veiled(text, made.notes)
    if head and text is not bare:
        head = heading(text, taken.body) or head
    made.furniture += taken.furniture
    near = day_of_file(text, head)
    front = opening(text, _below(text, taken.body, head), near) if opened is opening else opened(text, _below(text, taken.body, head))
    back = closed(text, front.rest)
    running = flow(text, back.rest)
    made.mentions += [*front.mentions, *running.mentions, *back.mentions]
    made.furniture += running.furniture
    blocks = letters(text, running.blocks, made.mentions)
    made.blocks = [*_heads(head), *front.blocks, *blocks, *back.blocks, *archive]
    _annotated(made)
    made.blocks = ordered(made.blocks)
    made.mentions += aligned.mentions
    made.mentions += hyphens(text, Span(chunks[0].start, chunks[-1].end)) if chunks else ()
    made.found += [*running.found, *taken.found, *aligned.found, *unstopped(text, running.blocks)]
    if head:
        fields, mentions = headed(text, head, made.notes)
        made.fields += fields
        made.mentions += mentions
    made.fields += front.fields
    made.fields += times(text, head, made.fields) if head else ()
    _numbered(text, running, made)
    _signed(text, back.signed, made)
    _noted(text, head, made)
    made.fields += kept(text, made.blocks)
    _language(text, chunks, running, made)
    made.found += [*disagreements(made.fields), *front.found]
    made.fields = [f._replace(value=unveiled(f.value)) if VEIL in f.value else f for f in _once(made.fields)]
    return made


def _annotated(made: Telegram) -> None:
    """Page furniture that holds the marker of a note is text."""
    places = [n.anchor for n in made.notes if n.anchor is not None]
    made.mentions = [m for m in made.mentions if m.kind != "fw" or not any(m.span.start <= at <= m.span.end for at in places)]
    made.blocks = [
        Block("p", b.spans, within=b.within) if b.kind.endswith("fw") and any(s.start <= at <= s.end for s in b.spans for at in places) else b
        for b in made.blocks
    ]


def _heads(head: Heading | None) -> list[Block]:
    """The heading, and the line above it, as blocks."""
    if head is None:
        return []
    return [*([Block("head", (head.above,))] if head.above else []), Block("head", head.spans)]


def _holds(body: Sequence[Span], head: Heading) -> bool:
    """Whether the heading stands in the paragraphs that are no notes."""
    return bool(body) and body[0].start <= head.start and head.end <= body[-1].end


def _below(text: str, body: Sequence[Span], head: Heading | None) -> list[Span]:
    """The paragraphs below the heading; what stands in its last one under it is the first."""
    end = head.end if head else 0
    return [c if c.start >= end else trim(text, end, c.end) for c in body if c.end > end]


def _once(fields: Sequence[Field]) -> list[Field]:
    """The fields: of those that a header has once the first, of those that say the same the first, with the places of both as its origin."""
    places: dict[tuple[str, str], int] = {}
    made: list[Field] = []
    for f in fields:
        if f.name not in _TOLD:
            made.append(f)
            continue
        same = (f.name, "" if f.name in _SINGLE else phrase(f.value, 0, len(f.value)).casefold())
        at = places.setdefault(same, len(made))
        if at == len(made):
            made.append(f)
        elif f.origin not in made[at].origin and _agree(made[at], f):
            made[at] = made[at]._replace(origin=f"{made[at].origin}; {f.origin}")
    return made


def _agree(a: Field, b: Field) -> bool:
    """Whether two fields of one name say the same, a day the same as a time on it."""
    first, second = a.attrs.get("when", ""), b.attrs.get("when", "")
    if first or second:
        return first[:FULL_DAY] == second[:FULL_DAY]
    return a.value.casefold() == b.value.casefold()


def ordered(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with each where TEI lets it stand: what is in no place for an opener or a closer is a paragraph."""
    texts = [i for i, b in enumerate(blocks) if b.within or b.kind == "p"]
    first, last = (texts[0], texts[-1]) if texts else (len(blocks), len(blocks))
    made = []
    for i, b in enumerate(blocks):
        fits = b.within or b.kind in ("p", "pb", "fw") or (i > last if b.kind.startswith("closer") else i < first)
        made.append(b if fits else Block("p", b.spans))
    return _gathered(made)


def _gathered(blocks: Sequence[Block]) -> list[Block]:
    """Page marks and furniture between two blocks of one opener or closer go into it."""
    made: list[Block] = []
    waiting: list[Block] = []
    for block in blocks:
        if block.kind in ("pb", "fw"):
            waiting.append(block)
            continue
        outer = made[-1].kind.partition("/")[0] if made and "/" in made[-1].kind and made[-1].within == block.within else ""
        inside = outer and block.kind.startswith(f"{outer}/")
        made += [b._replace(kind=f"{outer}/{b.kind}") if inside else b for b in waiting]
        made.append(block)
        waiting = []
    return made + waiting


def _authors(found: Iterable[Field]) -> list[Field]:
    return [Field("author", f.value, f.span, f.origin) for f in found if f.name == "sent/persName"]


def _numbered(text: str, running: Flow, made: Telegram) -> None:
    """The telegram's own number at the start of its first paragraph; a number that the next paragraph goes on counting is a paragraph's."""
    first = next((i for i, b in enumerate(running.blocks) if b.kind == "p"), None)
    if first is None:
        return
    span = running.blocks[first].spans[0]
    m = _NUMBER.match(text, *span)
    known = next((f.value for f in made.fields if f.name == "number"), None)
    if m is None or _counts_on(text, m["number"], running.blocks[first + 1 :]) or known and _is_paragraphs(m["number"], known):
        return
    made.mentions.append(Mention(Span(m.start(), m.end("number") + 1), "label", attrs={"type": "telegramNumber"}))
    made.fields.append(Field("number", " ".join(m["number"].replace(".", " ").split()), Span(*m.span("number")), "first paragraph"))


def _is_paragraphs(number: str, known: str) -> bool:
    """Whether the number at the start of a text is a paragraph's: the telegram's own (`known`) is another."""
    return len(number) < _TELEGRAMS and number.isdigit() and number != known


def _counts_on(text: str, number: str, below: Iterable[Block]) -> bool:
    if not _PLAIN_NUMBER.fullmatch(number):
        return False
    following = str(int(number) + 1)
    starts = (text[b.spans[0].start : b.spans[0].start + len(following) + 2].lstrip("(") for b in below if b.kind == "p")
    return any(s[: len(following)] == following and s[len(following) : len(following) + 1] in (".", ")") for s in starts)


def _signed(text: str, signed: Span | None, made: Telegram) -> None:
    """The signature names the sender where nothing else does."""
    if signed and not any(f.name.startswith("sent/") and f.name not in ("sent/placeName", "sent/date") for f in made.fields):
        sender = Field("sent/persName", phrase(text, *signed), signed, "signature")
        made.fields += [*_authors([sender]), sender]


def _noted(text: str, head: Heading | None, made: Telegram) -> None:
    """What the notes at the heading say of the telegram."""
    for note in made.notes:
        start, end = note.spans[0]
        if note.kind == "source" or head and note.anchor is not None and head.start <= note.anchor <= head.end:
            made.fields += facts(text, Span(start, end), note.kind == "source")


def _language(text: str, chunks: Sequence[Span], running: Flow, made: Telegram) -> None:
    """The language of the paragraphs, or that of the whole when they are few."""
    spans = [b.spans for b in running.blocks if b.kind == "p"]
    region = Span(spans[0][0].start, spans[-1][-1].end) if spans else Span(0, 0)
    if region.end - region.start < _FEW and chunks:
        region = Span(chunks[0].start, chunks[-1].end)
    made.lang = language(text, region)
    made.fields.append(Field("language", name(made.lang), None, "function words", {"ident": made.lang}))
