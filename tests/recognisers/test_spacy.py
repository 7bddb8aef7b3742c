"""A real pipeline of spaCy, saved to disk and loaded as users do."""

import sys
import warnings
from pathlib import Path
from typing import Any

import pytest

from tei_cable import api
from tei_cable.recognisers import BadRecogniser
from tei_cable.recognisers.asking import opened


@pytest.fixture(scope="module")
def spacy() -> Any:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import spacy
    except ImportError:
        pytest.skip("missing tool: spacy")
    return spacy


@pytest.fixture(scope="module")
def pipeline(spacy: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([
        {"label": "GPE", "pattern": "Umberland"}, {"label": "PERSON", "pattern": "Olbrecht Zorn"}, {"label": "NORP", "pattern": "Umbrian"},
        {"label": "ORG", "pattern": "Gromyko"},
    ])  # fmt: skip
    nlp.meta["name"], nlp.meta["version"] = "small", "1.2.3"
    path: Path = tmp_path_factory.mktemp("spacy") / "small"
    nlp.to_disk(path)
    return path


def test_names_of_a_pipeline(spacy: Any, pipeline: Path) -> None:
    (recogniser,) = opened([f"spacy:{pipeline}"])
    assert (recogniser.id, recogniser.name, recogniser.sends_to) == ("spacy-en_small", f"spaCy {spacy.__version__}, en_small 1.2.3", "")
    text = b"Olbrecht Zorn, an Umbrian, met\nGromyko in Umberland.\n"
    made = api.convert(text, recogniser=[f"spacy:{pipeline}"])
    found = [(m.kind, text[m.span.start : m.span.end].decode()) for m in made.cable.mentions if m.attrs.get("resp") == "#spacy-en_small"]
    assert found == [("persName", "Olbrecht Zorn"), ("placeName", "Umberland")]
    assert b"spacy-en_small" not in api.convert(b"Gromyko.\n", recogniser=[f"spacy:{pipeline}"]).tei


def test_passages_of_several_telegrams_come_back_to_theirs(pipeline: Path) -> None:
    (recogniser,) = opened([f"spacy:{pipeline}"])
    answers = recogniser.propose([["Umberland", "no"], [], ["no", "to Umberland"]])
    assert [[(p.passage, p.start, p.end, p.kind, p.label) for p in a.proposals] for a in answers] == [
        [(0, 0, 9, "placeName", "GPE")], [], [(1, 3, 12, "placeName", "GPE")],
    ]  # fmt: skip


def test_a_passage_that_is_too_long_is_a_failure_of_its_telegram(pipeline: Path) -> None:
    recogniser: Any = opened([f"spacy:{pipeline}"])[0]
    recogniser.nlp.max_length = 20
    short, long = recogniser.propose([["Umberland"], ["Umberland " * 3]])
    assert short.proposals
    assert not short.failure
    assert "longer than the 20 characters" in long.failure


def test_a_pipeline_that_is_not_there(spacy: Any) -> None:
    with pytest.raises(BadRecogniser, match="python -m spacy download en_nobody"):
        opened(["spacy:en_nobody"])


def test_a_pipeline_that_finds_no_names(spacy: Any, tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(BadRecogniser, match="finds no names"):
        opened([f"spacy:{tmp_path / 'blank'}"])


def test_a_pipeline_that_is_broken(spacy: Any, tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "broken")
    (tmp_path / "broken" / "config.cfg").write_text("[nlp]\nlang = 3\n", encoding="utf-8")
    with pytest.raises(BadRecogniser, match="cannot load the pipeline"):
        opened([f"spacy:{tmp_path / 'broken'}"])


def test_without_spacy_there_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(BadRecogniser, match=r"pip install 'tei-cable\[spacy\]'"):
        opened(["spacy:en_core_web_sm"])
