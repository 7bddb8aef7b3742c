"""The file of decisions: it only grows, by whole lines."""

import json
from pathlib import Path

import pytest

from tei_cable.desk.decisions import Decision, append, last, read_lines
from tei_cable.desk.doubts import Doubt

ONE = Decision(Doubt("d1", "B001", "unbalanced-bracket", "bracket", "before ", "[", " after", "", telegram="12"), "accept", "Ada Bell", "2026-01-02")


def test_a_line_that_was_left_open_is_not_spoilt(tmp_path: Path) -> None:
    path = tmp_path / "new" / "decisions.jsonl"
    append(path, [ONE])
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    append(path, [ONE._replace(decision="sic")])
    assert [d.decision for d in read_lines(str(path), path.read_bytes())] == ["accept", "sic"]
    assert [d.decision for d in last(read_lines(str(path), path.read_bytes()))] == ["sic"]
    assert path.read_bytes().count(b"\n") == 2


def test_what_cannot_be_put_on_the_disk_leaves_no_half_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "decisions.jsonl"
    append(path, [ONE])

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        append(path, [ONE, ONE])
    assert [json.loads(line)["decision"] for line in path.read_text().splitlines()] == ["accept"]
