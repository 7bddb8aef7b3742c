"""The laws that every part keeps, tried on telegram-shaped text; a newcomer's part gets them free."""


import pytest
from hypothesis import HealthCheck, given, settings

from laws.facts import facts
from laws.strategies import damaged
from tei_cable.authority.scene import Scene
from tei_cable.model import Severity, Source, Span
from tei_cable.pipeline import Converter
from tei_cable.registry import parts
from tei_cable.tei.build import build
from tei_cable.tei.fidelity import uncovered
from tei_cable.tei.names import allowed
from tei_cable.tei.parse import parse, read_tree
from tei_cable.text.load import Unreadable, load
from tei_cable.text.settle import owned, settle

many = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def converter() -> Converter:
    return Converter()


def source(text: str) -> Source | None:
    try:
        return load(text.encode("utf-8", "surrogatepass"))[0]
    except Unreadable:
        return None


def whole(s: Source) -> Span:
    return Span(0, len(s.text))


@pytest.mark.parametrize("name", parts("readers"))
@many
@given(text=damaged())
def test_a_reader_never_raises_and_covers_the_source(name: str, text: str) -> None:
    s = source(text)
    if s is None:
        return
    reader = parts("readers")[name]
    claim = reader.claim(s, whole(s))
    assert 0 <= claim.score <= 1
    assert claim.why.endswith(".")
    reading = reader.read(s, whole(s))
    cable = reading.cable
    if reading.inner is None:
        assert [s.text[a:b] for a, b in uncovered(cable)] == []
    assert cable == reader.read(s, whole(s)).cable
    for b in cable.blocks:
        assert b.spans
        assert all(x.start < x.end for x in b.spans), b
        assert list(b.spans) == sorted(b.spans)


@pytest.mark.parametrize("name", parts("annotators"))
@many
@given(text=damaged())
def test_an_annotator_keeps_text_and_stays_inside_blocks(name: str, text: str, converter: Converter) -> None:
    s = source(text)
    if s is None:
        return
    cable = converter.read(s, whole(s), converter.readers).cable
    scene = Scene(cable, converter.authority)
    annotator = parts("annotators")[name]
    after = annotator.annotate(cable, scene).cable
    assert after.source is cable.source
    new = [m for m in after.mentions if m not in cable.mentions]
    kept = owned(after._replace(mentions=()), sorted(new, key=lambda m: m.span))
    assert sum(map(len, kept.values())) == len(new), "a mention leaves its block"
    assert {m.kind for m in new} <= annotator.gives
    assert [b.spans for b in after.blocks] == [b.spans for b in cable.blocks]


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=damaged())
def test_the_line_from_end_to_end(text: str, converter: Converter) -> None:
    s = source(text)
    if s is None:
        return
    made = converter.convert(s)
    assert [d for d in made.diagnostics if d.severity is Severity.ERROR] == []
    again = converter.convert(s)
    assert again.tei == made.tei
    assert again.diagnostics == made.diagnostics
    back = parse(read_tree(made.tei))
    assert build(back).encode() == made.tei
    assert facts(back) == facts(made.cable)


def test_settling_keeps_the_first_of_two_that_cross() -> None:
    from tei_cable.model import Mention

    a, b, c = Mention(Span(0, 5), "persName"), Mention(Span(3, 8), "placeName"), Mention(Span(6, 8), "date")
    assert settle([a, b, c], allowed) == (a, c)
    assert settle([b, a, c], allowed) == (b,)


def test_settling_nests_what_may_stand_in_what() -> None:
    from tei_cable.model import Mention

    outer, inner = Mention(Span(0, 9), "orgName"), Mention(Span(0, 9), "placeName")
    assert settle([inner, outer], allowed) == (outer, inner)




def test_settling_keeps_a_list_whose_items_come_after_what_they_hold() -> None:
    from tei_cable.model import Mention

    gap = Mention(Span(4, 8), "gap")
    held = [Mention(Span(0, 20), "list"), Mention(Span(0, 9), "item"), Mention(Span(10, 20), "item")]
    crossing = [Mention(Span(11, 15), "placeName"), Mention(Span(13, 18), "date")]
    assert settle([gap, *held, *crossing], allowed) == (held[0], held[1], gap, held[2], crossing[0])


def test_a_date_without_a_year_dates_nothing(converter: Converter) -> None:
    text = "Mar\nSummary:\nA consul.\nContents:\n1. Telegram From the Embassy in Laos to the Department of State\nMikoyan and M. Kennedy spoke."
    s = source(text)
    assert s is not None
    assert converter.convert(s).tei
