"""The page of an original and its translation."""

from collections.abc import Iterator, Sequence

from lxml import etree

from tei_cable.exporters.parallel.align import Pair, align
from tei_cable.model import Cable
from tei_cable.render.elements import Child, el
from tei_cable.render.facts import title
from tei_cable.render.page.document import document
from tei_cable.render.page.prose import Doubt, Prose
from tei_cable.render.page.telegram import Written, contents, doubts, own_facts, people_and_places, provenance
from tei_cable.render.view import Line, read, words

_SIDES = ("Original", "Translation")


def page(original: Cable, translation: Cable) -> bytes:
    """The HTML document in UTF-8. What both name is listed once, with the places in both."""
    places: dict[str, list[str]] = {}
    proses = (Prose(original, "o-", places), Prose(translation, "t-", places))
    views = (read(original), read(translation))
    rows = [_row(i, pair, proses, (original.lang, translation.lang)) for i, pair in enumerate(align(views[0].lines, views[1].lines), 1)]
    unsure = [d for _, d in rows if d]
    lost = [prose.lost(view) for prose, view in zip(proses, views, strict=True)]
    last = _pair("", (original.lang, translation.lang), [[x] if x is not None else [] for x in lost]) if any(x is not None for x in lost) else None
    heads = [[el("p", {"class": "added faint small"}, f"{side} ({c.lang})")] for side, c in zip(_SIDES, (original, translation), strict=True)]
    article = el("article", {"aria-label": "Text"}, _pair("", ("", ""), heads), *(row for row, _ in rows), last)
    entities = tuple({e.id: e for e in (*translation.entities, *original.entities)}.values())
    # the list of doubts is one of the page's parts: that of pairs counts with those of the text
    proses[0].doubts.extend(unsure)
    written = Written(article, entities, proses)
    return document(title(original), _parts((original, translation), written))


def _parts(cables: Sequence[Cable], written: Written) -> Iterator[Child]:
    original, translation = cables
    other = title(translation)
    second = el("p", {"class": "summary", "lang": translation.lang, "dir": "auto"}, other) if other != title(original) else None
    heading = el("h1", {"lang": original.lang, "dir": "auto"}, title(original))
    yield el("header", None, heading, second, *own_facts(original), contents(written))
    yield el("main", {"id": "text", "tabindex": "-1"}, written.article, doubts([d for p in written.prose for d in p.doubts]))
    yield people_and_places(written)
    sources = (el("section", {"aria-label": side}, el("p", None, f"{side}:"), *provenance(c)) for side, c in zip(_SIDES, cables, strict=True))
    yield el("footer", {"id": "source"}, *sources)


def _row(at: int, pair: Pair, proses: Sequence[Prose], langs: Sequence[str]) -> tuple[etree._Element, Doubt | None]:
    """A pair, and what is doubtful of it."""
    sides = [[_shown(prose, line) for line in lines] for prose, lines in zip(proses, pair[:2], strict=True)]
    made = _pair(f"pair-{at}", langs, sides)
    if not pair.doubt:
        return made, None
    said = " ".join(words((*pair.original, *pair.translation)[0].inner).split()[:6]) or "Page"
    made.insert(0, el("p", {"class": "added unsure"}, f"To be checked: {pair.doubt}."))
    return made, Doubt(f"pair-{at}", f"{said} …", pair.doubt)


def _shown(prose: Prose, line: Line) -> etree._Element:
    row = prose.row(line)
    return el("blockquote", None, row) if line.block.within else row


def _pair(name: str, langs: Sequence[str], sides: Sequence[Sequence[etree._Element]]) -> etree._Element:
    made = (el("div", {"class": f"side {side.lower()}", "lang": lang}, *of) for side, lang, of in zip(_SIDES, langs, sides, strict=True))
    return el("div", {"class": "pair", "id": name}, *made)
