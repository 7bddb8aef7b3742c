"""`convert --recogniser`: what it prints and how it ends."""

from pathlib import Path

import pytest

from cli.conftest import Run
from tei_cable.recognisers import chat
from tei_cable.recognisers.chat.endpoint import NoAnswer

ELSEWHERE = "chat:https://models.example/v1#m"


@pytest.fixture(autouse=True)
def silent(monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(*_: object) -> str:
        raise NoAnswer("the server sleeps.")

    monkeypatch.setattr(chat, "answer", answer)


def test_it_says_once_that_the_text_leaves_this_machine(run: Run, telegram: Path) -> None:
    telegram.with_name("second.txt").write_bytes(telegram.read_bytes())
    for quiet in ((), ("-q",)):
        result = run("convert", ".", "-O", "out", "--recogniser", ELSEWHERE, *quiet)
        assert result.stderr.count("m at https://models.example/v1: the text of the telegrams is sent to models.example\n") == 1
    assert "is sent to" not in run("convert", telegram, "--recogniser", "chat:http://127.0.0.1:8/v1#m").stderr


def test_a_telegram_is_converted_when_the_recogniser_fails(run: Run, telegram: Path) -> None:
    result = run("convert", telegram, "-o", "with.xml", "--recogniser", ELSEWHERE)
    assert result.exit_code == 1
    assert "error[X003]: recogniser-failed: m at https://models.example/v1: the server sleeps." in result.stderr
    run("convert", telegram, "-o", "without.xml")
    assert Path("with.xml").read_bytes() == Path("without.xml").read_bytes()


def test_a_recogniser_that_cannot_be_used(run: Run, telegram: Path) -> None:
    for name in ("spacy:en_nobody_has_this", "chat:nowhere", "other:x"):
        result = run("convert", telegram, "-O", "out", "--recogniser", name)
        assert result.exit_code == 2
        assert result.stderr.startswith("error: ")
        assert not Path("out").exists()


def test_a_folder_gone_on_with_asks_again_where_the_recogniser_failed(run: Run, telegram: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    telegram.write_text("We saw Umberland.\n", encoding="utf-8")
    assert run("convert", ".", "-O", "out", "--recogniser", ELSEWHERE).exit_code == 1
    monkeypatch.setattr(chat, "answer", lambda *_: '{"names": [{"words": "Umberland", "kind": "place"}]}')
    for _ in range(2):
        assert run("convert", ".", "-O", "out", "--recogniser", ELSEWHERE, "--resume").exit_code == 0
        assert 'resp="#chat-m"' in Path("out/telegram.xml").read_text(encoding="utf-8")
