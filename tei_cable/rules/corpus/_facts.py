"""What the rules of this family remember of each telegram, and the rule that compares it."""

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from sys import intern
from typing import NamedTuple
from unicodedata import combining, normalize

from lxml import etree

from tei_cable.model import Diagnostic
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import content, day, footnote, said, written, written_about
from tei_cable.tei.names import XML, T
from tei_cable.text.regex import regex

_TOKEN = regex(r"[^\W\d_]{2,}")
_NUMBER = regex(r"(?:([^\W\d_]{3,}) )?(\d{1,7})")
_NEAR = 0.6


class Where(NamedTuple):
    """An element: the path of its file, its own path, line and column."""

    file: str
    path: str
    line: int
    column: int


class Name(NamedTuple):
    """A name in a text, or of who signed or sent it (`kind` is "signed"): its words, the id it points at, the list that id is of.

    `full` says that it has two words that are no title; `title` is the title in it. Of its entry: `entry` is the name, `ids` the id in the core
    authority and the numbers in others ("hsg:105858"), `note` the note.
    """

    kind: str
    words: str
    full: bool
    title: str
    ref: str
    list: str
    entry: str
    ids: Sequence[str]
    note: str
    where: Where


class Cited(NamedTuple):
    """A reference with a target: its words, and the path of the file that it points at."""

    words: str
    target: str
    where: Where


class Facts(NamedTuple):
    """A telegram: the path of its file, its day, its series and number (0: none that can be counted), who sent it whence to whom.

    `about` is the day too, or the month or year where no more is known ("" for nothing), `office` who sent it in words ("Secretary of State").
    """

    file: str
    day: date | None
    about: str
    series: str
    number: int
    sender: str
    place: str
    recipient: str
    office: str
    names: Sequence[Name]
    cited: Sequence[Cited]
    where: Where


class CorpusRule(Rule):
    """A rule that looks at many telegrams. `validate` applies it, when it is selected, to the telegrams in one file."""

    optional = True

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """The faults among the telegrams of one file."""
        return (d for _, d in self.compare(list(facts(document))))

    def compare(self, telegrams: Sequence[Facts]) -> Iterator[tuple[str, Diagnostic]]:
        """The faults among telegrams, each with the path of its file."""
        raise NotImplementedError(f"{type(self).__name__} lacks compare")

    def found(self, where: Where, message: str, hint: str) -> tuple[str, Diagnostic]:
        """A finding of this kind at an element that was remembered."""
        k = self.kind
        return where.file, Diagnostic(k.code, k.slug, k.severity, message, None, where.path, hint, None, where.line, where.column)


def telegrams(document: Document) -> Sequence[etree._Element]:
    """The TEI elements of a file that hold a telegram each."""
    return [e for e in document.tree.iter(T + "TEI") if e.find(f"{T}TEI") is None]


def facts(document: Document) -> Iterator[Facts]:
    """What is remembered of each telegram in a file."""
    every = telegrams(document)
    for root in every:
        yield _facts(document, root, alone=len(every) == 1)


def _facts(document: Document, root: etree._Element, *, alone: bool) -> Facts:
    where = _where(document, root)
    sent = next((a for a in root.iter(T + "correspAction") if a.get("type") == "sent"), None)
    received = next((a for a in root.iter(T + "correspAction") if a.get("type") == "received"), None)
    div = next((d for d in root.iter(T + "div") if d.get("type") == "telegram"), None)
    printed = _NUMBER.fullmatch((div.get("n") or "") if div is not None else "")
    ids = {i: e for e in root.iter(etree.Element) if (i := e.get(f"{XML}id"))}
    lists = {b.get(f"{XML}id", ""): " ".join(content(b).split()) for b in root.iter(T + "bibl") if b.get("type") == "authority"}
    names = tuple(_names(document, root, sent, ids, lists))
    cited = tuple(
        Cited(said(e), target, _where(document, e))
        for text in root.iterfind(T + "text")
        for e in text.iter(T + "ref")
        if (target := _file(e.get("target", ""), where.file)) and not any(footnote(n) for n in e.iterancestors(T + "note"))
    )
    return Facts(
        posixpath.normpath(where.file) if alone else f"{where.file}#{root.get(f'{XML}id', '')}",
        day(written(root)),
        written_about(root),
        (printed[1] or "").casefold() if printed else "",
        int(printed[2]) if printed else 0,
        _party(sent, "orgName"),
        _party(sent, "placeName"),
        _party(received, "orgName"),
        _party(sent, "roleName"),
        names,
        cited,
        _where(document, div) if div is not None else where,
    )


def _names(
    document: Document, root: etree._Element, sent: etree._Element | None, ids: Mapping[str, etree._Element], lists: Mapping[str, str]
) -> Iterator[Name]:
    """Each form of a name and each id once."""
    seen: set[tuple[str, str, str]] = set()
    senders = () if sent is None else sent.iter(T + "persName")
    for e in (*senders, *(e for text in root.iterfind(T + "text") for e in text.iter(T + "persName", T + "rs"))):
        ref, words = (e.get("ref") or "").removeprefix("#"), said(e)
        if ref and words and e.get("cert") not in ("low", "medium"):
            signed = any(a.tag in (T + "signed", T + "correspAction") for a in e.iterancestors())
            for kind in (str(e.tag).removeprefix(T), *(("signed",) if signed else ())):
                if (kind, words, ref) not in seen:
                    seen.add((kind, words, ref))
                    yield _name(document, e, kind, ids.get(ref), lists)


def _name(document: Document, e: etree._Element, kind: str, entry: etree._Element | None, lists: Mapping[str, str]) -> Name:
    ref, words = (e.get("ref") or "").removeprefix("#"), said(e)
    title = " ".join(" ".join(content(r) for r in e.iter(T + "roleName")).split())
    full = len(tokens(words) - tokens(title)) > 1
    where = _where(document, e)
    if entry is None:
        return Name(kind, intern(words), full, title, intern(ref), "", "", (), "", where)
    of = lists.get(entry.get("source", "").removeprefix("#"), "")
    name = " ".join(content(next(entry.iter(T + "persName"), entry)).split())
    note = " ".join(" ".join(content(n) for n in entry.iter(T + "note")).split())
    numbers = tuple(intern(f"{i.get('type')}:{content(i).strip()}") for i in entry.iter(T + "idno"))
    # an entry that names no list is of the core authority
    own = () if entry.get("source") else (intern(ref),)
    return Name(kind, intern(words), full, title, intern(ref), intern(of), intern(name), (*own, *numbers), intern(note), where)


def _where(document: Document, e: etree._Element) -> Where:
    d = document.place(e)
    return Where(intern(document.path or ""), document.element_path(e), d.line, d.column)


def _file(target: str, beside: str) -> str:
    """The path of a file that a pointer in another file leads to; with "#", a place in that file itself."""
    if target.startswith("#"):
        return beside + target
    return posixpath.normpath(posixpath.join(posixpath.dirname(beside), target)) if target else ""


def _party(action: etree._Element | None, name: str) -> str:
    e = None if action is None else action.find(T + name)
    return "" if e is None else " ".join(content(e).split())


def tokens(words: str) -> frozenset[str]:
    """The words of a name of two letters and more, folded."""
    plain = "".join(c for c in normalize("NFKD", words) if not combining(c))
    return frozenset(w.casefold() for w in _TOKEN.findall(plain))


def alike(a: str, b: str) -> bool:
    """Whether two names have a word in common, or nearly."""
    one, two = tokens(a), tokens(b)
    together = "".join(sorted(two))
    return not one or not two or bool(one & two) or any(get_close_matches(w, two, 1, _NEAR) or w in together for w in one)


Series = tuple[str, str, str]


def in_series(telegrams: Sequence[Facts]) -> Mapping[Series, Sequence[Facts]]:
    """The telegrams that have a number and a full day, by the series they are counted in, in the order of their days; each but once."""
    found: dict[Series, dict[tuple[int, date], Facts]] = {}
    for t in telegrams:
        if t.number and t.day and t.sender and t.recipient:
            found.setdefault((t.sender, t.recipient, t.series), {}).setdefault((t.number, t.day), t)
    return {series: sorted(of.values(), key=lambda t: (t.day or date.min, t.number)) for series, of in found.items()}
