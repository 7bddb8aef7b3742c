"""The pages of a site."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple
from urllib.parse import quote

from lxml import etree

from tei_cable.exporters.site.index import index
from tei_cable.model import Cable, Entity
from tei_cable.render.elements import Child, el
from tei_cable.render.facts import day, facts, file_name, name_of, title
from tei_cable.render.merged import Entry, Merged, merged
from tei_cable.render.page.cards import described
from tei_cable.render.page.document import document, file
from tei_cable.render.page.map import Point, chart
from tei_cable.render.page.telegram import parts
from tei_cable.render.page.timeline import bars, periods, spelled
from tei_cable.render.record import distinct
from tei_cable.render.register import HEADINGS, filed

_REGISTERS = {kind: (f"{HEADINGS[kind].lower()}.html", HEADINGS[kind]) for kind in ("person", "place", "org")}
_FILES = ("style.css", "page.js", "search.js")


class _Telegram(NamedTuple):
    """A telegram of the site: its page below `telegrams/`, and what lists tell of it: the day, the title, number and parties."""

    cable: Cable
    page: str
    day: str
    title: str
    more: str

    @property
    def address(self) -> str:
        """Its page, from the site's folder."""
        return f"telegrams/{quote(self.page)}"


def pages(cables: Sequence[Cable]) -> Iterator[tuple[str, bytes]]:
    """Every file of the site: its name and what it holds."""
    telegrams = _ordered(cables)
    known = merged([t.cable for t in telegrams])
    kinds = {e.entity.kind for e in known.entries} & _REGISTERS.keys()
    yield "index.html", document("Telegrams", _home(telegrams, kinds), root="")
    for kind in sorted(kinds):
        name, heading = _REGISTERS[kind]
        yield name, document(heading, _register(kind, known, telegrams, kinds), root="")
    yield "search.html", document("Search", _search(kinds), root="", script="search.js")
    cited = {file_name(t.cable.source.path): quote(t.page) for t in telegrams if t.cable.source.path}
    for i, t in enumerate(telegrams):
        yield f"telegrams/{t.page}", document(t.title, _page(telegrams, i, known, kinds, cited), root="../")
    yield from ((name, file(name).encode()) for name in _FILES)
    yield from index([t.cable for t in telegrams], [(t.address, spelled(t.day), t.title, t.more) for t in telegrams])


def _ordered(cables: Sequence[Cable]) -> list[_Telegram]:
    """By date, those without a date last; their pages have names that differ in any folder."""
    names = distinct([name_of(c, i).casefold() for i, c in enumerate(cables)])
    made = [_Telegram(c, f"{name}.html", day(c), title(c), _more(c)) for c, name in zip(cables, names, strict=True)]
    return sorted(made, key=lambda t: (not t.day, t.day))


def _nav(kinds: set[str], root: str = "", here: str = "") -> etree._Element:
    """The parts of the site."""
    entries = {"index.html": "Telegrams", **{name: words for kind, (name, words) in _REGISTERS.items() if kind in kinds}, "search.html": "Search"}
    links = (el("a", {"href": root + at, "aria-current": "page" if at == here else ""}, words) for at, words in entries.items())
    return el("nav", {"class": "site", "aria-label": "Site"}, el("ul", None, *(el("li", None, link) for link in links)))


def _home(telegrams: Sequence[_Telegram], kinds: set[str]) -> Iterator[Child]:
    """The telegrams by date, and the timeline."""
    found = periods([t.day for t in telegrams])
    yield _nav(kinds, here="index.html")
    yield el("header", None, el("h1", None, f"{len(telegrams)} telegram{'s' * (len(telegrams) != 1)}"), bars(found))
    sections = (
        el("section", {"id": p.id}, el("h2", None, p.words), el("ul", {"class": "listed"}, *(_row(telegrams[i]) for i in p.telegrams))) for p in found
    )
    yield el("main", {"id": "text", "tabindex": "-1"}, *sections)


def _more(cable: Cable) -> str:
    """A telegram's number, and who sent it to whom."""
    said = {f.name: f.value for f in facts(cable)}
    number = f"Number {said['number']}" if "number" in said else ""
    return "; ".join(filter(None, (number, " → ".join(said[name] for name in ("sent", "received") if name in said))))


def _row(t: _Telegram) -> etree._Element:
    link = el("a", {"href": t.address, "dir": "auto"}, t.title)
    more = (el("br"), el("span", {"class": "faint", "dir": "auto"}, t.more)) if t.more else ()
    return el("li", None, el("span", {"class": "when"}, spelled(t.day)), el("span", None, link, *more))


def _register(kind: str, known: Merged, telegrams: Sequence[_Telegram], kinds: set[str]) -> Iterator[Child]:
    """A register: its entries by their first letter, each with the telegrams that name it; of places the map too."""
    name, heading = _REGISTERS[kind]
    entries = sorted((e for e in known.entries if e.entity.kind == kind), key=lambda e: filed(e.entity))
    letters = [(letter, list(of)) for letter, of in groupby(entries, key=lambda e: _letter(e.entity))]
    yield _nav(kinds, here=name)
    jumps = (el("li", None, el("a", {"href": f"#l-{i}", "aria-label": f"Letter {letter}"}, letter)) for i, (letter, _) in enumerate(letters))
    yield el("header", None, el("h1", None, heading), el("nav", {"aria-label": "By letter"}, el("ul", None, *jumps)))
    sections = (
        el("section", {"id": f"l-{i}"}, el("h2", None, letter), el("div", {"class": "cards"}, *(_entry(e, telegrams) for e in of)))
        for i, (letter, of) in enumerate(letters)
    )
    yield el("main", {"id": "text", "tabindex": "-1"}, chart(_points(entries)), *sections)


def _letter(e: Entity) -> str:
    """The letter that it is filed under: the first of its name, without marks."""
    first = next((c for c in unicodedata.normalize("NFKD", filed(e)[0]) if c.isalnum()), "#")
    return first.upper() if first.isalpha() else "#"


def _points(entries: Sequence[Entry]) -> list[Point]:
    """Places by how many telegrams name them, those that most name first: their names are written first."""
    most = max((len(e.telegrams) for e in entries), default=1)
    often = sorted(entries, key=lambda e: -len(e.telegrams))
    radius = {e.id: 2.5 + 5 * (len(e.telegrams) / most) ** 0.5 for e in often}
    return [Point(e.entity.name, *at, f"#e-{e.id}", radius[e.id]) for e in often if e.entity.kind == "place" and (at := e.entity.position)]


def _entry(entry: Entry, telegrams: Sequence[_Telegram]) -> etree._Element:
    many = f"{len(entry.telegrams)} telegrams: " if len(entry.telegrams) > 1 else ""
    links: list[Child] = []
    for i, times in entry.telegrams:
        t = telegrams[i]
        links += [", " if links else many, el("a", {"href": t.address, "title": t.title}, t.day or t.title), f" ({times})" if times > 1 else None]
    e = entry.entity
    name = f"{e.surname}, {e.forename}" if e.surname and e.forename else ""
    return el("div", {"class": "entry", "id": f"e-{entry.id}"}, *described(e, name), el("p", None, *links))


def _page(telegrams: Sequence[_Telegram], at: int, known: Merged, kinds: set[str], cited: Mapping[str, str]) -> Iterator[Child]:
    """A telegram's page, with its neighbours, and with links from its cards to the registers and from its references to the telegrams cited."""
    beside = (("prev", "Earlier", at - 1), ("next", "Later", at + 1))
    links = (
        el("li", None, el("a", {"rel": rel, "href": quote(telegrams[i].page)}, f"{word}: {spelled(telegrams[i].day) or telegrams[i].title}"))
        for rel, word, i in beside
        if 0 <= i < len(telegrams)
    )
    neighbours = el("nav", {"aria-label": "Neighbours"}, el("ul", None, *links)) if len(telegrams) > 1 else None

    def more(e: Entity) -> Child:
        entry = known.known[at][e.id]
        if e.kind not in kinds or len(entry.telegrams) < 2:
            return None
        return el("p", None, el("a", {"href": f"../{_REGISTERS[e.kind][0]}#e-{quote(entry.id)}"}, f"In {len(entry.telegrams)} telegrams"))

    return parts(telegrams[at].cable, (_nav(kinds, "../"), neighbours), more, cited)


def _search(kinds: set[str]) -> Iterator[Child]:
    """The page of the search, which a script does."""
    yield _nav(kinds, here="search.html")
    yield el("header", None, el("h1", None, "Search"))
    box = el("input", {"type": "search", "id": "words", "autocomplete": "off", "spellcheck": "false", "aria-describedby": "help"})
    text = "Telegrams that have all these words, or words that begin so, in the text, in notes or in the title. Marks on letters do not count."
    form = el("form", {"role": "search"}, el("label", {"for": "words"}, "Words"), box, el("p", {"id": "help", "class": "small faint"}, text))
    needs = el("noscript", None, el("p", None, "The search needs JavaScript."))
    found = el("p", {"id": "said", "role": "status", "class": "small"})
    yield el("main", {"id": "text", "tabindex": "-1"}, form, needs, found, el("ul", {"id": "found", "class": "listed"}))
