"""A note may be inferred, or have its marker, at any place of a telegram: what is built is valid, and no note and no word is lost."""

import re
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import ROOT
from tei_cable.model import Cable, Mention, Note, Span
from tei_cable.pipeline import Converter
from tei_cable.rules import Document
from tei_cable.rules.schema.not_valid import NotValid
from tei_cable.tei.anchors import anchored
from tei_cable.tei.build import build
from tei_cable.tei.fidelity import difference
from tei_cable.tei.names import T, allowed
from tei_cable.tei.parse import read_tree
from tei_cable.text.load import load
from tei_cable.text.settle import settle

SPECIMENS = sorted((ROOT / "corpus").glob("*.txt"))
LISTED = "Paris, March 3, 1961\n\n1. They ask for (a) the text of it; (b) two copies;\n(c) a date. See telegrams 6106-611110.\n\nKERN\n"
WORDS = "A note."


@cache
def telegram(number: int) -> Cable:
    """A specimen as it is annotated, without its notes; with words behind its text that can be a note's."""
    text = LISTED if number < 0 else SPECIMENS[number].read_text(encoding="utf-8")
    source, _ = load(f"{text}\n{WORDS}".encode())
    converter = Converter()
    cable = converter.annotate([converter.open(load(text.encode())[0]).cable])[0][0]
    if number < 0:
        at = text.index("6106")
        cable = cable._replace(mentions=settle([*cable.mentions, Mention(Span(at, at + 11), "sic", attrs={"corr": "6106-6111"})], allowed))
    return cable._replace(source=source, notes=())


def built(cable: Cable) -> None:
    """Build it and check it."""
    tei = build(cable).encode()
    root = read_tree(tei)
    assert not list(NotValid().check(Document(root, data=tei)))
    assert len([n for n in root.iter(f"{T}note") if n.get("n")]) == len(cable.notes)
    assert difference(cable, root) is None


@settings(max_examples=60)
@given(st.integers(-1, len(SPECIMENS) - 1), st.data())
def test_an_inferred_place(number: int, data: st.DataObject) -> None:
    cable = telegram(number)
    size = len(cable.source.text)
    # names, corrections and lists are where it matters
    spans = [s for b in cable.blocks for s in b.spans]
    edges = {x for m in [*(m.span for m in cable.mentions), *spans] for x in (m.start, m.start + 1, m.end - 1, m.end)}
    inside = sorted(x for x in edges if any(s.start <= x <= s.end for s in spans))
    places = data.draw(st.lists(st.sampled_from(inside), min_size=1, max_size=6, unique=True))
    notes = [Note(str(i), at, (Span(size - len(WORDS), size),), cert="low") for i, at in enumerate(sorted(places), 1)]
    built(anchored(cable._replace(notes=tuple(notes))))


def test_between_two_items_it_stands_in_the_first() -> None:
    cable = telegram(-1)
    size = len(cable.source.text)
    at = cable.source.text.index(" (b)")
    for place in (at, at + 1):
        after = anchored(cable._replace(notes=(Note("1", place, (Span(size - len(WORDS), size),), cert="low"),)))
        built(after)
        assert 'the text of it;<note xml:id="fn1"' in build(after)
        assert build(after).count("<item>") == 3


def test_two_between_two_items_stand_in_the_first() -> None:
    cable = telegram(-1)
    size = len(cable.source.text)
    at = cable.source.text.index(" (b)")
    after = anchored(cable._replace(notes=tuple(Note(n, at + int(n) - 1, (Span(size - len(WORDS), size),), cert="low") for n in "12")))
    built(after)
    assert re.search(r'the text of it;<note xml:id="fn1".*?</note><note xml:id="fn2".*?</note> </item><item>', build(after))


def test_a_marker_in_a_correction_ends_it() -> None:
    cable = telegram(-1)
    text = cable.source.text
    at = text.index("611110") + 4
    after = anchored(cable._replace(notes=(Note("10", at, (Span(len(text) - len(WORDS), len(text)),), Span(at, at + 2)),)))
    assert "<sic>" in build(cable)
    assert "<sic>" not in build(after)
    built(after)


def test_an_inferred_place_in_a_correction_moves_behind_it() -> None:
    cable = telegram(-1)
    text = cable.source.text
    after = anchored(cable._replace(notes=(Note("1", text.index("611110"), (Span(len(text) - len(WORDS), len(text)),), cert="low"),)))
    assert '</choice></ref><note xml:id="fn1"' in build(after)
    built(after)
