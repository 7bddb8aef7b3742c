"""A telegram's text from end to end: heading, header lines, paragraphs, quoted letters, signature, notes. What readers share."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from tei_cable.model import Block, Diagnostic, Field, Furniture, Mention, Note, Span
from tei_cable.text.closing import closing
from tei_cable.text.heading import Heading
from tei_cable.text.language import language, name
from tei_cable.text.layout import MARKER, Flow, flow, phrase, unstopped
from tei_cable.text.letters import letters
from tei_cable.text.notes import align
from tei_cable.text.notetexts import apart
from tei_cable.text.opening import opening
from tei_cable.text.parties import parties
from tei_cable.text.sourcenote import facts

# Series of the messages of delegations and travelling secretaries of state: "Secto 17", "Tosec 10", "Dulte 9".
_SERIES = r"(?:[A-Z][a-z]{1,4}to|To[a-z]{2,4}|Dulte|Tedul|Unsec|Delga|Gadel)"
_NUMBER = re.compile(
    rf"(?P<number>(?:(?:{_SERIES}\s)?\d{{1,6}}(?:\s?[-\u2013]\s?\d{{1,6}})?(?:/{_SERIES}\s\d+)?|[A-Z]{{1,2}}[-\u2013]\d{{1,5}})(?:\.\s{_SERIES}\s\d{{1,5}})?)\.(?=\s|\d+\.\s|$)"
)
# A range of numbers that a line end cuts.
_WRAPPED = re.compile(r"(?<=\d)([-\u2013])\s(?=\d)")
_PLAIN_NUMBER = re.compile(r"\d{1,3}")
_MARKERS = re.compile(MARKER)
# Characters of a text too short to tell its language.
_FEW = 400
_SINGLE = frozenset({"title", "created", "number", "document", "institution", "collection", "shelfmark", "sent/date", "sent/placeName"})


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


def read(text: str, chunks: Sequence[Span], head: Heading | None) -> Telegram:
    """The telegram in these paragraphs (`layout.paragraphs`), whose heading is known."""
    made = Telegram()
    taken = apart(text, chunks)
    if head and len(taken.body) < len(head.spans):
        head = None
    made.furniture += taken.furniture
    front = opening(text, [*([head.rest] if head.rest else []), *taken.body[len(head.spans) :]] if head else taken.body)
    back = closing(text, front.rest)
    running = flow(text, back.rest)
    made.mentions += [*front.mentions, *running.mentions, *back.mentions]
    blocks = letters(text, running.blocks, made.mentions)
    made.blocks = ordered([*([Block("head", head.spans)] if head else []), *front.blocks, *blocks, *back.blocks])
    aligned = align(text, taken, head.spans[-1] if head else None)
    made.notes = aligned.notes
    made.mentions += aligned.mentions
    made.found += [*running.found, *taken.found, *aligned.found, *unstopped(text, running.blocks)]
    if head:
        _headed(text, head, made)
    made.fields += front.fields
    _numbered(text, running, made)
    _signed(text, back.signed, made)
    _noted(text, head, made)
    _language(text, chunks, running, made)
    made.fields = _once(made.fields)
    return made


def _once(fields: Sequence[Field]) -> list[Field]:
    """The fields, of those that a header has once the first."""
    seen: set[str] = set()
    made = []
    for f in fields:
        if f.name not in _SINGLE or f.name not in seen:
            made.append(f)
        seen.add(f.name)
    return made


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
        made += [replace(b, kind=f"{outer}/{b.kind}") if inside else b for b in waiting]
        made.append(block)
        waiting = []
    return made + waiting


def _headed(text: str, head: Heading, made: Telegram) -> None:
    """Title, number and parties of a heading; the markers of notes in it are no part of its words."""
    start, end = head.title
    words = _MARKERS.sub(lambda m: " " * len(m[0]), text[start:end])
    made.fields.append(Field("title", phrase(words, 0, len(words)), Span(start, end), "heading"))
    if head.label:
        made.mentions.append(Mention(head.label, "label"))
        number = text[slice(*head.label)].removeprefix("No.").strip(" .")
        made.fields.append(Field("document", number, head.label, "heading"))
    if head.number:
        made.fields.append(Field("number", _WRAPPED.sub(r"\1", phrase(text, *head.number)), head.number, "heading"))
    found = parties(words, start, "heading")
    made.fields += found
    made.fields += _authors(found)


def _authors(found: Iterable[Field]) -> list[Field]:
    return [Field("author", f.value, f.span, f.origin) for f in found if f.name == "sent/persName"]


def _numbered(text: str, running: Flow, made: Telegram) -> None:
    """The telegram's own number at the start of its first paragraph; a number that the next paragraph goes on counting is a paragraph's."""
    first = next((i for i, b in enumerate(running.blocks) if b.kind == "p"), None)
    if first is None:
        return
    span = running.blocks[first].spans[0]
    m = _NUMBER.match(text, *span)
    if m is None or _counts_on(text, m["number"], running.blocks[first + 1 :]):
        return
    made.mentions.append(Mention(Span(m.start(), m.end("number") + 1), "label", attrs={"type": "telegramNumber"}))
    if not any(f.name == "number" for f in made.fields):
        made.fields.append(Field("number", " ".join(m["number"].replace(".", " ").split()), Span(*m.span("number")), "first paragraph"))


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
        if note.kind == "source" or head and note.anchor is not None and head.spans[0].start <= note.anchor <= head.spans[-1].end:
            made.fields += facts(text, Span(start, end), note.kind == "source")


def _language(text: str, chunks: Sequence[Span], running: Flow, made: Telegram) -> None:
    """The language of the paragraphs, or that of the whole when they are few."""
    spans = [b.spans for b in running.blocks if b.kind == "p"]
    region = Span(spans[0][0].start, spans[-1][-1].end) if spans else Span(0, 0)
    if region.end - region.start < _FEW and chunks:
        region = Span(chunks[0].start, chunks[-1].end)
    made.lang = language(text, region)
    made.fields.append(Field("language", name(made.lang), None, "function words", {"ident": made.lang}))
