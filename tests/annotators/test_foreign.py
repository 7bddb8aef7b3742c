from annotators.scenes import annotated, cable, words
from tei_cable.authority.lexicon import Form

FORMS = [
    Form("détente", "foreign", ("fr",), "fr"),
    Form("aide-mémoire", "foreign", ("fr",), "fr"),
    Form("ad hoc", "foreign", ("la",), "la", weak=True),
]


def foreign(text: str, lang: str = "en") -> list[str]:
    return words(annotated("foreign", cable(text, lang=lang), FORMS).cable, "foreign")


def test_the_accent_makes_the_word_foreign() -> None:
    assert foreign("a spirit of détente, not a detente; an aide mémoire, not an aide-memoire") == ["détente", "aide mémoire"]


def test_words_of_the_telegrams_own_language_are_not() -> None:
    assert foreign("l'esprit de détente", "fr") == []
    assert foreign("l'esprit de détente", "fr-CA") == []
    assert foreign("l'esprit de détente", "und") == ["détente"]


def test_common_words_need_quotation_marks() -> None:
    assert foreign("an ad hoc group, “ad hoc” or not") == ["ad hoc"]


def test_the_language_is_told() -> None:
    made = annotated("foreign", cable("détente"), FORMS).cable
    assert dict(made.mentions[0].attrs) == {"xml:lang": "fr"}


def test_two_spellings_of_the_list_make_one_mention() -> None:
    both = [*FORMS, Form("aide mémoire", "foreign", ("fr",), "fr")]
    assert words(annotated("foreign", cable("an aide-mémoire"), both).cable, "foreign") == ["aide-mémoire"]
