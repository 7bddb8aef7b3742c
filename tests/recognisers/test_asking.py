"""What recognisers propose becomes tags where ours leave room, and nothing else changes."""

from collections.abc import Sequence
from functools import cache

import pytest

from tei_cable.model import Cable, Severity, Source
from tei_cable.pipeline import Conversion, Converter
from tei_cable.recognisers import BadRecogniser, Proposal, Proposed
from tei_cable.recognisers.asking import opened
from tei_cable.registry import parts
from tei_cable.tei.build import build
from tei_cable.tei.fidelity import difference
from tei_cable.tei.parse import parse, read_tree
from tei_cable.text.load import load

TEXT = """Paris, May 4, 1962.

1. Gromyko went to Umberland[1] with Mr. Quentin Zarkovsky. The “Board of Zorn” was
silent about Zarkovsky’s plan.

[1] By way of Havana and Olm.
"""
NAME = "somebody 1.0"


class Echo:
    """Proposes certain words wherever they stand."""

    id, name, sends_to = "echo", NAME, ""

    def __init__(self, *words: str, kind: str = "placeName", answer: Proposed | None = None):
        self.words, self.kind, self.answer = words, kind, answer
        self.shown: list[Sequence[str]] = []

    def propose(self, telegrams: Sequence[Sequence[str]]) -> Sequence[Proposed]:
        self.shown += telegrams
        return [self.answer or Proposed(list(self._found(passages))) for passages in telegrams]

    def _found(self, passages: Sequence[str]) -> Sequence[Proposal]:
        return [Proposal(n, p.index(w), p.index(w) + len(w), self.kind, "X") for w in self.words for n, p in enumerate(passages) if w in p]


def source(text: str = TEXT) -> Source:
    return load(text.encode())[0]


@cache
def converter() -> Converter:
    return Converter()


def converted(*recognisers: Echo, text: str = TEXT) -> Conversion:
    converter().recognisers = recognisers
    return converter().convert(source(text))


def tags(cable: Cable) -> list[tuple[str, str]]:
    return [(m.kind, cable.source.text[m.span.start : m.span.end]) for m in cable.mentions if m.attrs.get("resp") == "#echo"]


def test_a_proposal_is_marked_with_who_made_it() -> None:
    made = converted(Echo("Umberland"))
    assert b'<placeName resp="#echo" cert="medium">Umberland</placeName>' in made.tei
    assert f'<respStmt xml:id="echo"><resp>recognition of names</resp><name>{NAME}</name></respStmt>'.encode() in made.tei
    assert [d.code for d in made.diagnostics if d.severity is Severity.ERROR] == []
    (said,) = [d for d in made.diagnostics if d.code == "X001"]
    assert said.span is not None
    assert TEXT[said.span.start : said.span.end] == "Umberland"
    assert next(m for m in made.cable.mentions if m.attrs.get("resp")).evidence == f"proposed by {NAME} as X"


def test_it_survives_the_way_to_tei_and_back() -> None:
    made = converted(Echo("Umberland"))
    back = parse(read_tree(made.tei))
    assert tags(back) == [("placeName", "Umberland")]
    assert build(back).encode() == made.tei


def test_without_recognisers_and_with_one_that_finds_nothing_the_bytes_are_the_same() -> None:
    assert converted().tei == converted(Echo()).tei
    assert b"echo" not in converted(Echo("nowhere")).tei


@pytest.mark.parametrize("words", ["Gromyko", "Gromyko went", "Mr. Quentin", "Quentin Zarkovsky", "May 4", "Havana and Olm", "[1] with Mr."])
def test_ours_win_where_they_overlap(words: str) -> None:
    assert converted(Echo(words)).tei == converted().tei


@pytest.mark.parametrize("words", ["Umber", "mberland", " ", "“", "to Umberl", "’s"])
def test_what_cuts_a_word_or_has_none_is_dropped(words: str) -> None:
    assert converted(Echo(words)).tei == converted().tei


@pytest.mark.parametrize("proposal", [Proposal(9, 0, 5, "placeName"), Proposal(-1, 0, 5, "placeName"), Proposal(1, -3, 5, "orgName"),
                                      Proposal(1, 0, 10**6, "orgName"), Proposal(1, 5, 5, "orgName"), Proposal(1, 20, 29, "date")])  # fmt: skip
def test_what_is_no_place_in_the_text_is_dropped(proposal: Proposal) -> None:
    assert converted(Echo(answer=Proposed([proposal]))).tei == converted().tei


def test_article_quotation_mark_and_possessive_stay_outside() -> None:
    text = "We saw the Umberland’s men.\n"
    assert tags(converted(Echo("the Umberland’s"), text=text).cable) == [("placeName", "Umberland")]


def test_what_crosses_a_quotation_is_dropped_with_its_finding() -> None:
    made = converted(Echo("of Zorn” was silent"))
    assert made.tei == converted().tei
    assert "X001" not in [d.code for d in made.diagnostics]


def test_a_name_may_stand_in_a_quotation() -> None:
    made = converted(Echo("Umberland"), text="They spoke of “sweet Umberland” again.\n")
    assert b'<q>\xe2\x80\x9csweet <placeName resp="#echo" cert="medium">Umberland</placeName>' in made.tei


def test_passages_have_every_character_at_its_place_and_no_markers() -> None:
    echo = Echo()
    made = converted(echo)
    (passages,) = echo.shown
    body = next(p for p in passages if "Umberland" in p)
    assert "Umberland    with" in body
    assert "\n" not in body
    assert passages[-1] == "By way of Havana and Olm."
    assert made.tei == converted().tei


def test_of_two_recognisers_the_first_named_wins() -> None:
    one, two = Echo("Umberland"), Echo("Umberland", kind="orgName")
    two.id = "other"
    assert tags(converted(one, two).cable) == [("placeName", "Umberland")]


def test_absent_words_and_failures_are_told_and_the_telegram_is_converted() -> None:
    made = converted(Echo(answer=Proposed(absent=["Atlantis", "Ys", "Avalon", "Thule", "Lyonesse"], failure="it is asleep.")))
    said = {d.code: d for d in made.diagnostics}
    assert "“Atlantis”, “Ys”, “Avalon”, “Thule” and 1 more" in said["X002"].message
    assert said["X003"].severity is Severity.ERROR
    assert said["X003"].message == f"{NAME}: it is asleep."
    assert made.tei == converted().tei


def test_each_conversion_of_a_batch_gets_its_own() -> None:
    converter().recognisers = (Echo("Umberland"),)
    batch = converter().convert_batch([source(), source("Nothing here.\n"), source("To Umberland.\n")])
    assert [tags(c.cable) for c in batch] == [[("placeName", "Umberland")], [], [("placeName", "Umberland")]]
    root = read_tree(batch[0].tei)
    assert difference(batch[0].cable, root) is None


@pytest.mark.parametrize("name", ["", "spacy", "spacy:", "nobody:x"])
def test_names_that_are_none(name: str) -> None:
    with pytest.raises(BadRecogniser, match="chat:WHAT or spacy:WHAT"):
        opened([name])


def test_two_of_one_name_are_refused() -> None:
    address = "chat:http://127.0.0.1:1/v1#m"
    with pytest.raises(BadRecogniser, match="chat-m"):
        opened([address, address.replace("v1", "v2")])


@pytest.mark.parametrize("name", parts("recognisers"))
def test_every_kind_says_what_stands_after_the_colon(name: str) -> None:
    assert (type(parts("recognisers")[name]).__doc__ or "").strip()
