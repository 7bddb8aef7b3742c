import time

from tei_cable.authority import common_words, core


def test_a_person_of_the_core() -> None:
    kennedy = core.person("kennedy")
    assert kennedy
    assert (kennedy.surname, kennedy.core) == ("Kennedy", True)
    assert kennedy.volumes > 10
    assert core.person("nobody") is None


def test_entities_of_every_table() -> None:
    assert {kind: e.kind for kind, id in (("place", "paris"), ("org", "nato"), ("person", "rusk")) if (e := core.entity(id))} == {
        "place": "place",
        "org": "org",
        "person": "person",
    }
    paris = core.entity("paris")
    assert paris
    assert paris.geo
    assert core.entity("nobody") is None


def test_names_are_compared_by_their_letters() -> None:
    assert core.key("Ch’en Yi") == core.key("Chen-Yi") == "chenyi"
    assert core.names()[core.key("Zhou Enlai")] == "chou-en-lai"
    assert "johnson-u-alexis" in core.surnames()["johnson"]


def test_common_words() -> None:
    assert common_words.weak("Strong")
    assert common_words.weak("Laos")
    assert not common_words.weak("Gromyko")
    assert "the" in common_words.very_common()


def test_the_lexicon_is_made_once() -> None:
    first = core.lexicon(True, ())
    start = time.perf_counter()
    assert core.lexicon(True, ()) is first
    assert time.perf_counter() - start < 0.01
