"""Law 5: what `parse` reads is what `build` was given, and building it again gives the same bytes."""

from laws.facts import facts
from tei_cable.model import Block, Cable, Entity, Field, Furniture, Mention, Note, Source, Span
from tei_cable.tei.build import build
from tei_cable.tei.fidelity import difference, uncovered
from tei_cable.tei.names import allowed
from tei_cable.tei.parse import parse, read_tree
from tei_cable.text.settle import settle

TEXT = """Vienna to Bern, Telegram 7

"Vienna to Bern", March 3, 1961, <https://example.org/1>

SECRET
Vienna, March 3, 1961

7. Our telegram 5-66 of Feb. 30 told [Hans] Kern & Co.[1] that the min-
ister is «away». The page

[Page 8]

goes on[2] here.

Dear friend, come < soon.

KERN

[1] Of Bern.
[2] Not printed.
[3] Nobody knows where.
"""


def span(words: str, after: int = 0) -> Span:
    at = TEXT.index(words, after)
    return Span(at, at + len(words))


def cable() -> Cable:
    """One cable with header fields, a page-cut paragraph, notes, additions and a letter."""
    body = TEXT.index("SECRET")
    first = Span(TEXT.index("7. Our"), TEXT.index("\n\n[Page"))
    second = span("goes on[2] here.")
    citation = span('"Vienna to Bern", March 3, 1961, <https://example.org/1>')
    page = TEXT.index("[Page 8]")
    mentions = [
        Mention(span("Vienna to Bern", citation.start), "title", attrs={"level": "a"}),
        Mention(span("March 3, 1961", citation.start), "date", attrs={"when": "1961-03-03"}),
        Mention(span("<https://example.org/1>"), "ptr", attrs={"target": "https://example.org/1"}),
        Mention(span("Vienna", body), "placeName", "vienna"),
        Mention(span("March 3, 1961", body), "date", attrs={"when": "1961-03-03"}),
        Mention(span("7."), "label", attrs={"type": "telegramNumber"}),
        Mention(span("telegram 5-66"), "ref", attrs={"type": "telegram", "n": "5-6"}, cert="medium"),
        Mention(span("5-66"), "sic", attrs={"corr": "5-6"}, cert="medium"),
        Mention(span("[Hans] Kern"), "persName", "kern"),
        Mention(span("[Hans]"), "supplied", attrs={"reason": "editorial"}),
        Mention(Span(TEXT.index("-\nister"), TEXT.index("ister")), "lb", attrs={"break": "no"}),
        Mention(span("«away»"), "q"),
        Mention(span("Bern", TEXT.index("[1] Of")), "placeName", "bern", cert="low"),
    ]
    notes = (
        Note("1", span("[1]").start, (span("Of Bern."),), span("[1]"), span("[1]", TEXT.index("KERN"))),
        Note("2", span("[2]").start, (span("Not printed."),), span("[2]"), span("[2]", TEXT.index("KERN")), cert="medium"),
        Note("3", None, (span("Nobody knows where."),), None, span("[3]")),
    )
    return Cable(
        Source(TEXT, "x.txt", "a" * 64),
        "archive-page",
        "en",
        (
            Field("title", "Vienna to Bern, Telegram 7", span("Vienna to Bern, Telegram 7")),
            Field("citation", TEXT[citation.start : citation.end], citation),
            Field("sent/placeName", "Vienna", attrs={"ref": "vienna"}),
            Field("sent/date", "", attrs={"when": "1961-03-03"}),
            Field("created", "March 3, 1961", attrs={"when": "1961-03-03"}),
            Field("language", "English & French", attrs={"ident": "en"}),
            Field("class", "SECRET"),
            Field("drafted", "Kern"),
            Field("number", "7"),
        ),
        (
            Block("opener/seg", (span("SECRET"),), {"type": "class"}),
            Block("opener/dateline", (span("Vienna, March 3, 1961", body),)),
            Block("p", (first, second), {"n": "7"}),
            Block("p", (span("Dear friend, come < soon."),), within="letter-1"),
            Block("closer/signed", (span("KERN"),)),
        ),
        notes,
        settle(mentions, allowed),
        (Furniture(Span(page, page + 8), "page"),),
        (Entity("kern", "person", "Kern, Hans", "Hans", "Kern", idno=(("Wikidata", "Q1"),)), Entity("vienna", "place", "Vienna", geo="48.2 16.4")),
    )


def test_the_spans_cover_the_source() -> None:
    assert uncovered(cable()) == []


def test_the_text_of_the_tei_is_that_of_the_spans() -> None:
    given = cable()
    assert difference(given, read_tree(build(given))) is None


def test_parse_gives_back_what_build_was_given() -> None:
    given = cable()
    assert facts(parse(read_tree(build(given)))) == facts(given)


def test_building_what_was_parsed_gives_the_same_bytes() -> None:
    made = build(cable())
    assert build(parse(read_tree(made))) == made


def test_a_paragraph_cut_by_a_page_is_one_with_one_blank() -> None:
    assert "The page goes on<note" in build(cable())


def test_a_hyphen_at_a_line_end_leaves_a_trace() -> None:
    assert 'min<lb break="no"/>ister' in build(cable())


def test_a_correction_stands_beside_the_reading() -> None:
    assert '<choice><sic>5-66</sic><corr cert="medium" resp="#tei-cable">5-6</corr></choice>' in build(cable())


def test_of_two_elements_with_the_same_words_the_outer_stays_outside() -> None:
    source = Source("CT", None, "a" * 64)
    given = Cable(source, "plain", blocks=(Block("p", (Span(0, 2),)),), mentions=(Mention(Span(0, 2), "orgName"), Mention(Span(0, 2), "term", "ct")))
    made = build(given)
    assert "<orgName><term" in made
    assert build(parse(read_tree(made))) == made
