from tei_cable.authority.lexicon import Form, Lexicon, hits
from tei_cable.text.shadow import shadow


def found(text: str, *words: str) -> list[str]:
    lexicon = Lexicon([Form(w, "person", (w,)) for w in words])
    return [text[h.start : h.end] for h in hits([lexicon], shadow(text)).get("person", ())]


def test_whole_words_only() -> None:
    assert found("Ball, Ballard and Ball-bearing; Football", "Ball") == ["Ball", "Ball"]


def test_the_longest_at_one_place() -> None:
    assert found("Couve de Murville and Couve", "Couve", "Couve de Murville") == ["Couve de Murville", "Couve"]


def test_accents_hyphens_and_line_ends_do_not_count() -> None:
    assert found("Hammarskjöld, Ben\nGurion’s, Chou En–lai", "Hammarskjold", "Ben-Gurion", "Chou En-lai") == [
        "Hammarskjöld",
        "Ben\nGurion",
        "Chou En–lai",
    ]


def test_the_first_lexicon_comes_first_at_one_place() -> None:
    mine, core = Lexicon([Form("Bell", "person", ("mine",))]), Lexicon([Form("Bell", "person", ("core",)), Form("Ada Bell", "person", ("core",))])
    got = hits([mine, core], shadow("Bell. Ada Bell."))["person"]
    assert [(h.start, h.form.ids[0]) for h in got] == [(0, "mine"), (0, "core"), (6, "core"), (10, "mine")]


def test_a_text_in_capitals_is_read_with_small_letters_too() -> None:
    assert found("THE SECRETARY TOLD RUSK THAT NATO AGREED", "Rusk", "NATO") == ["RUSK", "NATO"]
    assert found("The Secretary told RUSK", "Rusk") == []


def test_nothing_to_find() -> None:
    assert found("Words") == []
    assert found("", "Bell") == []
    assert found("Words", "–", "") == []
