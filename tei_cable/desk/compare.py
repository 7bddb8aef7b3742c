"""Two encodings of the same telegrams: where they agree, and each place where they do not."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from tei_cable.desk.evaluate import Evaluation, evaluate
from tei_cable.desk.spans import VALUES, Stream, Tagged, streams
from tei_cable.render.elements import Child, el
from tei_cable.render.page.document import document

# So many characters are shown on each side of the words.
_AROUND = 60


class Difference(NamedTuple):
    """One place: the kind of tag, the words before, in question and behind, the note it stands in, and what each encoding says of it.

    A side says "" when it has no such tag there, else the words that it tags, if they are others, and what they stand for.
    """

    kind: str
    before: str
    words: str
    behind: str
    note: str
    first: str
    second: str


class Compared(NamedTuple):
    """A telegram: its name, whether both have the same words, and where the tags differ."""

    name: str
    alike: bool
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """How far the encodings agree, by kind (the first counts as the gold; F1 is the same either way), and the telegrams."""

    agreement: Evaluation
    telegrams: tuple[Compared, ...]


def compare(documents: Iterable[tuple[str, etree._Element, etree._Element]]) -> Comparison:
    """Compare two encodings, telegram by telegram, as `evaluate` does."""
    held = list(documents)
    return Comparison(evaluate(held), tuple(_compared(name, streams(a), streams(b)) for name, a, b in held))


def _compared(name: str, first: dict[str, Stream], second: dict[str, Stream]) -> Compared:
    none = Stream()
    names = list(dict.fromkeys((*first, *second)))
    alike = all(first.get(n, none).text == second.get(n, none).text for n in names)
    found = [d for n in names for d in _differences(n, first.get(n, none), second.get(n, none))]
    return Compared(name, alike, tuple(found))


def _differences(note: str, first: Stream, second: Stream) -> Iterator[Difference]:
    """In the order of the text. Where the words differ, tags are compared as far as the words before them are the same."""
    same = next((i for i, (a, b) in enumerate(zip(first.text, second.text, strict=False)) if a != b), min(len(first.text), len(second.text)))
    rows = [(x, y, kind) for kind in VALUES for x, y in _paired(first.spans.get(kind, ()), second.spans.get(kind, ()))]
    for x, y, kind in sorted(rows, key=lambda r: (r[0] or r[1] or Tagged(0, 0, ""))[:2]):
        start = min(t.start for t in (x, y) if t)
        end = max(t.end for t in (x, y) if t)
        if end > same:
            continue
        sides = [_said(t, stream, (start, end)) for t, stream in ((x, first), (y, second))]
        before = first.words(_between(first, max(0, start - _AROUND), start), start) + " " * (start in first.blanks)
        behind = " " * (end in first.blanks) + first.words(end, _between(first, end + _AROUND, end))
        yield Difference(kind, before, first.words(start, end), behind, note, *sides)


def _paired(first: Sequence[Tagged], second: Sequence[Tagged]) -> Iterator[tuple[Tagged | None, Tagged | None]]:
    """What is not the same on both sides: tags that overlap go together, the others stand alone."""
    ours = sorted(set(first) - set(second))
    theirs = sorted(set(second) - set(first))
    for x in ours:
        y = next((y for y in theirs if y.start < x.end and x.start < y.end), None)
        if y:
            theirs.remove(y)
        yield x, y
    yield from ((None, y) for y in theirs)


def _between(stream: Stream, at: int, tags: int) -> int:
    """The place between two words that is nearest to `at`, towards the tag at `tags`."""
    if at <= 0 or at >= len(stream.text):
        return at
    return next((i for i in (range(at, tags) if at < tags else range(at, tags, -1)) if i in stream.blanks), tags)


def _said(t: Tagged | None, stream: Stream, whole: tuple[int, int]) -> str:
    if t is None:
        return ""
    words = "" if t[:2] == whole else f"“{stream.words(t.start, t.end)}” "
    return f"{words}{t.value or 'no value'}"


def page(comparison: Comparison, names: tuple[str, str]) -> bytes:
    """The differences as a page of HTML; `names` are those of the two encodings."""
    title = f"{names[0]} and {names[1]} compared"
    number = sum(len(t.differences) for t in comparison.telegrams)
    differing = [t for t in comparison.telegrams if t.differences or not t.alike]
    every = len(comparison.telegrams)
    said = f"{every} telegram{'s' * (every != 1)}, {len(differing)} of them with differences, {number} in all."
    names = _short(*names)
    head = el("header", None, el("h1", None, title), el("p", None, said), _agreement(comparison.agreement, names))
    return document(title, (head, el("main", {"id": "text", "tabindex": "-1"}, *(_telegram(t, names) for t in differing))), more="compare.css")


def _short(a: str, b: str) -> tuple[str, str]:
    """The ends of two paths by which they differ, for the heads of columns."""
    one, two = Path(a).parts, Path(b).parts
    n = next((n for n in range(1, min(len(one), len(two)) + 1) if one[-n:] != two[-n:]), 0)
    return ("/".join(one[-n:]), "/".join(two[-n:])) if n else (a, b)


def _agreement(found: Evaluation, names: tuple[str, str]) -> etree._Element:
    rows = [(s.kind, s.gold, s.made, _share(s.strict[2].value), _share(s.fuzzy[2].value), _share(s.value.value)) for s in found.scores]
    heads = ("tag", names[0], names[1], "same words", "words that meet", "same value")
    return _table("How far they agree: the share of tags on the same words, on words that meet, and, of the first, with the same value", heads, rows)


def _telegram(t: Compared, names: tuple[str, str]) -> etree._Element:
    other = None if t.alike else el("p", {"class": "unsure"}, "The words differ; behind the first that does no tags are compared.")
    rows = [(f"{d.kind}, note {d.note}" if d.note else d.kind, _place(d), d.first or "–", d.second or "–") for d in t.differences]
    return el("section", {"aria-label": t.name}, el("h2", None, t.name), other, _table(f"Differences in {t.name}", ("tag", "place", *names), rows))


def _place(d: Difference) -> etree._Element:
    return el("span", {"dir": "auto"}, d.before, el("mark", None, d.words), d.behind)


def _table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> etree._Element:
    first = el("tr", None, *(el("th", {"scope": "col"}, h) for h in heads))
    body = [el("tr", None, *(el("td", None, _cell(cell)) for cell in row)) for row in rows]
    table = el("table", None, el("caption", None, caption), el("thead", None, first), el("tbody", None, *body))
    return el("div", {"class": "wide", "tabindex": "0", "role": "region", "aria-label": caption}, table)


def _cell(cell: object) -> Child:
    return cell if isinstance(cell, etree._Element) else str(cell)


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
