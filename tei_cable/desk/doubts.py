"""The review queue of a TEI file: what the program would not bet on, with all that an editor needs to decide it."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from tei_cable.annotators.brackets import UNBALANCED
from tei_cable.annotators.offices import INFERRED as OFFICE
from tei_cable.annotators.offices import UNDECIDED
from tei_cable.annotators.parties import INFERRED as PLACE
from tei_cable.annotators.persons import AMBIGUOUS, LIKELY
from tei_cable.desk.marks import BRACKET, CITES, HEADER, NOTE, PARAGRAPH, Mark, marks
from tei_cable.desk.passages import passages
from tei_cable.files import BadRequest
from tei_cable.model import Code, Severity
from tei_cable.recognisers.asking import PROPOSED
from tei_cable.tei.names import RESP, XML, T
from tei_cable.tei.others import local, plain
from tei_cable.tei.parse import read_tree
from tei_cable.tei.places import places
from tei_cable.text.findings import LOST, UNPLACED
from tei_cable.text.layout.running import JOINED
from tei_cable.text.notes import SUSPECT

TAG = Code("Q001", "doubtful-tag", Severity.INFO)
# What a doubt is, the most valuable first: where the text itself may be wrong, then links, then values.
_KINDS = (UNPLACED, LOST, SUSPECT, JOINED, UNBALANCED, AMBIGUOUS, UNDECIDED, LIKELY, OFFICE, PROPOSED, PLACE, TAG)
_ORDER = {code.code: i for i, code in enumerate(_KINDS)}

_CODES = {
    NOTE: LOST, "choice": SUSPECT, PARAGRAPH: JOINED, BRACKET: UNBALANCED, "sent/placeName": PLACE, "received/placeName": PLACE,
}  # fmt: skip


class Alternative(NamedTuple):
    """What may be chosen: an id, its name, and what is known of it."""

    id: str
    name: str
    note: str = ""


class Doubt(NamedTuple):
    """One entry of the queue.

    `id` is made of kind, words and context: the same in every conversion of the same sentence, and unique in a telegram. `code` and `doubt` are
    those of the finding; `kind`, `words`, `before`, `after` and `value` as in `marks.Mark`; `telegram` is number, day and title, `source` the SHA-256
    of the text.
    """

    id: str
    code: str
    doubt: str
    kind: str
    before: str
    words: str
    after: str
    value: str
    alternatives: tuple[Alternative, ...] = ()
    evidence: str = ""
    file: str = ""
    telegram: str = ""
    source: str = ""


# What else is known of a mark: the alternatives, and what was weighed.
Known = Callable[[Mark], tuple[Sequence[Alternative], str]]
# Whoever knows it: of a document, the above.
Asked = Callable[[etree._Element], Known]


def doubts(data: bytes, file: str = "", evidence: Asked | None = None) -> list[Doubt]:
    """The queue of a TEI file, in the order of its text; `evidence` adds alternatives and evidence (`Evidence.of`).

    Raises BadRequest for a file whose tags cannot be told apart (huge, or of an unknown encoding), and etree.XMLSyntaxError.
    """
    root = read_tree(data)
    where = places(root, data)
    if not where:
        raise BadRequest("the file cannot be reviewed: it is huge, or in an encoding that is not supported; save it as UTF-8")
    every = list(marks(root, passages(root, data, where)))
    telegram, source = telegram_of(root)
    known = evidence(root) if evidence else None
    listed = {e.get(f"{XML}id", ""): name_of(e) for s in root.iterfind(f"{T}standOff") for e in s.iter(etree.Element)}
    made = []
    for mark, id in identified(every):
        if not (code := _code(mark, every)):
            continue
        others, why = known(mark) if known else ((), "")
        first = [Alternative(mark.value, listed.get(mark.value, ""))] if mark.value and mark.value in listed else []
        choices = (*first, *(a for a in others if a.id != mark.value))
        made.append(Doubt(id, code.code, code.slug, mark.kind, mark.before, mark.words, mark.after, mark.value, choices, why, file, telegram, source))
    return made


def by_value(queue: Iterable[Doubt]) -> list[Doubt]:
    """A queue with the most valuable first: by what is in doubt, and what stands often before what stands once."""
    queue = list(queue)
    alike = Counter((d.code, d.kind, d.words, d.value) for d in queue)
    return sorted(queue, key=lambda d: (_ORDER.get(d.code, len(_ORDER)), -alike[d.code, d.kind, d.words, d.value]))


def identified(every: Iterable[Mark]) -> Iterator[tuple[Mark, str]]:
    """Each mark with its id."""
    seen: Counter[str] = Counter()
    for m in every:
        told = "\0".join((m.kind, m.words, m.before[-40:], m.after[:40]))
        seen[told] += 1
        # with a letter before it no spreadsheet takes it for a number
        yield m, "d" + hashlib.sha256(f"{told}\0{seen[told]}".encode()).hexdigest()[:9]


def telegram_of(root: etree._Element) -> tuple[str, str]:
    """By what a telegram is known: its number, day and title; and the SHA-256 of its text."""
    div = root.find(f"{T}text/{T}body/{T}div")
    day = root.find(f"{HEADER}/{T}creation/{T}date")
    title = root.find(f"{T}teiHeader/{T}fileDesc/{T}titleStmt/{T}title")
    told = ("" if div is None else div.get("n", ""), "" if day is None else day.get("when", ""), plain(title))
    digest = root.findtext(f"{T}teiHeader/{T}fileDesc/{T}sourceDesc/{T}bibl[@type='source']/{T}idno[@type='SHA-256']") or ""
    return ", ".join(filter(None, told)), digest


def name_of(e: etree._Element) -> str:
    """The name of an entry of standOff."""
    return plain(e) if local(e) == "label" else plain(e[0]) if len(e) else ""


def _code(m: Mark, every: Sequence[Mark]) -> Code | None:
    """Which doubt it is; None for what is none, or follows another."""
    if m.unplaced and m.element is not None and m.element.get("cert") != "high":
        return UNPLACED
    if not m.doubtful or _follows(m, every):
        return None
    if m.bearer is not None and m.bearer.get("resp", RESP) != RESP:
        return PROPOSED
    if m.kind == "persName":
        return LIKELY if m.value else AMBIGUOUS
    if m.kind == "rs":
        return OFFICE if m.value else UNDECIDED
    return _CODES.get(m.kind, TAG)


def _follows(m: Mark, every: Sequence[Mark]) -> bool:
    """Whether the doubt is that of another mark: a number whose correction is in doubt, a telegram that the text cites."""
    if m.kind == CITES:
        return any(x.kind == "ref" and x.value == m.value and x.element is not m.element for x in every)
    inside = (x for x in every if x.passage is m.passage and m.start <= x.start and x.end <= m.end)
    return m.kind == "ref" and any(x.kind == "choice" and x.doubtful for x in inside)
