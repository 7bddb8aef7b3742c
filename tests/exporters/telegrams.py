"""Telegrams for the tests of exporters: the specimens, those of the shared folder, and one full of hostile words."""

from collections.abc import Callable
from pathlib import Path

from lxml import etree

from conftest import ROOT
from tei_cable.model import Block, Cable, Entity, Field, Mention, Note, Source, Span
from tei_cable.registry import parts
from tei_cable.render.facts import Fact, of_the_copy, own, summary, title
from tei_cable.render.register import described, registers
from tei_cable.render.view import read as view_of
from tei_cable.render.view import words as words_of
from tei_cable.tei.adopt import adopt
from tei_cable.tei.build import build
from tei_cable.tei.names import T
from tei_cable.tei.parse import parse, read_tree

MARK = "\ue000{}\ue001"
CORPUS = sorted((ROOT / "corpus").glob("*.gold.xml"))
HOSTILE_NAME = '<script>alert("x")</script> & \'O\'Neil\' \u05e9\u05dc\u05d5\u05dd'
_EVIL = f'Mr {HOSTILE_NAME} said "=1+1" | *so* {{\\x}} [1](javascript:x) `c`\u202eabc\u202c\ttab, #6 $y_z$.'


def load(path: Path) -> Cable:
    """The telegram in a TEI file of one."""
    data = path.read_bytes()
    [found] = adopt(read_tree(data), str(path), data)
    return found.cable


def hostile() -> Cable:
    """A telegram whose every word is a trap."""
    marked = _EVIL + "[7]"
    notes = "[7] 1. <b>n</b> ]]> &amp; --- \u05d0"
    text = f"{HOSTILE_NAME}\n\n{marked}\n\n- 3) not a list\n\n{notes}"
    at, body = text.index(HOSTILE_NAME, 5 + len(HOSTILE_NAME)), len(HOSTILE_NAME) + 2
    marker = Span(text.index("[7]"), text.index("[7]") + 3)
    label = Span(text.rindex("[7]"), text.rindex("[7]") + 4)
    dash = text.index("- 3)")
    cable = Cable(
        Source(text, None, "a" * 64),
        "plain",
        "en",
        (
            Field("title", HOSTILE_NAME),
            Field("sent/persName", HOSTILE_NAME, attrs={"ref": "evil"}),
            Field("received/persName", "A & B"),
            Field("received/orgName", "C <D>"),
            Field("created", "}1962{", attrs={"when": "1962-11-01"}),
            Field("uri", "javascript:alert(1)"),
            Field("abstract", _EVIL),
        ),
        (
            Block("head", (Span(0, len(HOSTILE_NAME)),)),
            Block("p", (Span(body, marker.end),)),
            Block("p", (Span(dash, dash + 14),)),
        ),
        (Note("7", marker.start, (Span(label.end, len(text)),), marker, label),),
        (Mention(Span(at, at + len(HOSTILE_NAME)), "persName", "evil", cert="low"),),
        entities=(Entity("evil", "person", HOSTILE_NAME, gloss=_EVIL, idno=(("VIAF", '"><b>'),)),),
    )
    return parse(read_tree(build(cable)))


def made(name: str, cables: list[Cable]) -> bytes:
    """What an exporter writes."""
    data = parts("exporters")[name].write(cables)
    assert isinstance(data, bytes)
    return data


def squeezed(text: str) -> str:
    """Text without white space: formats break lines where they like."""
    return "".join(text.split())


def told(cable: Cable, marker: Callable[[etree._Element], str], page: Callable[[str], str], added: str = "") -> tuple[str, list[tuple[str, str]]]:
    """The words of a telegram's TEI without white space, with marks for notes and pages, and its notes in order, each with its number.

    `added` is how a correction stands beside the reading, if it does.
    """
    text = read_tree(build(cable)).find(f"{T}text")
    assert text is not None
    notes: list[tuple[str, str]] = []

    def walk(e: etree._Element) -> str:
        out = e.text or ""
        for c in e:
            name = etree.QName(c).localname
            if name == "note" and c.get("n"):
                notes.append((c.get("n", ""), squeezed(walk(c))))
                out += marker(c) if next(c.iterancestors(f"{T}back"), None) is None else ""
            elif name == "pb":
                out += page(c.get("n", ""))
            elif name in ("corr", "expan", "reg"):
                out += added.format(c.text) if added else ""
            else:
                out += walk(c)
            out += c.tail or ""
        return out

    return squeezed(walk(text)), notes


def marked(note: etree._Element) -> str:
    """What stands for a note in the words of a telegram."""
    return MARK.format(note.get("n"))


def html_told(article: etree._Element) -> tuple[str, list[tuple[str, str]]]:
    """The words of a page's article, with marks where links to notes stand, and its notes, as `told` has them."""
    notes: list[tuple[str, str]] = []

    def words(e: etree._Element) -> str:
        kinds = (e.get("class") or "").split()
        if "notes" in kinds:
            notes.extend((squeezed(n[0].text_content()), squeezed(words(n))) for n in e)
            return ""
        if "added" in kinds:
            links = [a.text or "" for a in e.iter("a") if a.get("role") == "doc-noteref"]
            return MARK.format(links[0]) if links else ""
        if e.tag == "h2" and e.getparent().get("class") == "lost":
            return ""
        return (e.text or "") + "".join(words(c) + (c.tail or "") for c in e)

    return squeezed(words(article)), notes


def bound(cable: Cable) -> tuple[str, list[tuple[str, str]]]:
    """What a book says of a telegram, without white space, from its title to its source; and the notes that have a place."""
    words, notes = told(cable, marked, lambda n: f"[{n}]", "[{}]")
    lost = view_of(cable).lost
    said = [title(cable), *listed([*own(cable), *summary(cable)]), words]
    said += ["Notes without a place" if lost else "", *(n.note.n + words_of(n.inner) for n in lost)]
    said += [words for r in registers(cable.entities) for words in (r.heading, *map(described, r.entities))]
    if source := of_the_copy(cable):
        said += ["Source", *listed(source)]
    return squeezed("".join(said)), notes[: len(notes) - len(lost)]


def listed(facts: list[Fact]) -> list[str]:
    """The words of a list of facts."""
    return [f"{f.label}{f.value}{f'({f.doubt()})' if f.doubts else ''}" for f in facts]


def certain(note: str) -> str:
    """A note's text without what an exporter adds to a doubtful place."""
    return note.removesuffix("(itsplacewasinferred)")
