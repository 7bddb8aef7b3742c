"""A run that was stopped and gone on with leaves what an undisturbed one leaves, to the byte; a full disk and a folder that goes are said."""

import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from conftest import ROOT
from tei_cable import api
from tei_cable.batch.conversion import Stopped
from tei_cable.files import BadRequest

TELEGRAM = "Vienna, March {n}, 1961\n\n{n}. We met on {n} March & agreed with Mr. Kern.[1]\n\nKERN\n"


@pytest.fixture
def telegrams(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    for n in range(1, 29):
        path = folder / f"v{n % 3}" / f"d{n}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TELEGRAM.format(n=n), encoding="utf-8")
    (folder / "empty.txt").touch()
    return folder


def _tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def _convert(telegrams: Path, into: Path, **how: object) -> list[tuple[str, bool]]:
    found = api.convert_all([str(telegrams)], str(into), core_authority=False, jobs=1, **how)  # type: ignore[arg-type]
    assert len(found) == 29
    return [(Path(r.name).name, r.skipped) for r in found]


def test_only_what_is_not_done_is_done(telegrams: Path, tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    assert not any(skipped for _, skipped in _convert(telegrams, whole))
    again = tmp_path / "again"
    shutil.copytree(whole, again)
    (again / "v1" / "d4.xml").write_text("spoilt")
    (again / "v2" / "d5.xml").unlink()
    assert [name for name, skipped in _convert(telegrams, again, resume=True) if not skipped] == ["empty.txt", "d4.txt", "d5.txt"]
    assert _tree(again) == _tree(whole)
    text = telegrams / "v1" / "d7.txt"
    text.write_text(text.read_text() + "\nPS. More.\n")
    assert [name for name, skipped in _convert(telegrams, again, resume=True) if not skipped] == ["empty.txt", "d7.txt"]
    assert not any(skipped for _, skipped in _convert(telegrams, again, resume=True, dialect="plain"))


def test_what_was_found_before_is_told_again(telegrams: Path, tmp_path: Path) -> None:
    def found(**how: object) -> list[object]:
        results = api.convert_all([str(telegrams)], str(tmp_path / "out"), core_authority=False, jobs=1, **how)  # type: ignore[arg-type]
        return [(r.name, r.made.tei, r.made.diagnostics, r.made.dialect) for r in results if r.made]

    first = found()
    assert any(made for _, _, made, _ in first)  # type: ignore[misc]
    assert found(resume=True) == first


def test_stopped_between_any_two_telegrams(telegrams: Path, tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    _convert(telegrams, whole)
    for stop in (0, 1, 17, 28):
        into = tmp_path / f"stop{stop}"
        run = api.convert_all([str(telegrams)], str(into), core_authority=False, jobs=1)
        for _ in range(stop):
            next(run)
        del run
        _convert(telegrams, into, resume=True)
        assert _tree(into) == _tree(whole)


def test_killed_at_any_instant(telegrams: Path, tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    _convert(telegrams, whole)
    chance, here = random.Random(7), {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tei_cable", "convert", str(telegrams), "-O", "out", "--no-core-authority", "--resume", "--jobs"]
    for jobs in ("1", "2"):
        into = tmp_path / jobs
        into.mkdir()
        for _ in range(2):
            run = subprocess.Popen([*command, jobs], cwd=into, env=here, stderr=subprocess.DEVNULL)
            time.sleep(chance.uniform(0.2, 1.5))
            run.send_signal(signal.SIGKILL)
            run.wait()
        assert subprocess.run([*command, jobs], cwd=into, env=here, stderr=subprocess.DEVNULL, check=False).returncode == 1
        assert _tree(into / "out") == _tree(whole)


def test_a_full_disk_stops_the_run_and_leaves_nothing_half(telegrams: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    into, whole, write = tmp_path / "out", tmp_path / "whole", os.write
    _convert(telegrams, whole)

    def full(file: int, data: bytes) -> int:
        if len(list(into.rglob("*.xml"))) == 3:
            if len(data) <= 100:
                raise OSError(errno.ENOSPC, "No space left on device")
            # what there is room for is written, the next call says that there is none
            return write(file, data[:-100])
        return write(file, data)

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        with pytest.raises(Stopped, match="no space left on device; 4 telegrams are done; go on with --resume"):
            _convert(telegrams, into)
    assert [name for name in _tree(into) if not name.endswith(".xml")] == [".tei-cable.part"]
    assert [name for name, skipped in _convert(telegrams, into, resume=True) if skipped] == ["d12.txt", "d15.txt", "d18.txt"]
    assert _tree(into) == _tree(whole)


def test_a_folder_that_goes_stops_the_run(telegrams: Path, tmp_path: Path) -> None:
    for gone in (tmp_path / "out", telegrams):
        run = api.convert_all([str(telegrams)], str(tmp_path / "out"), core_authority=False, jobs=1)
        next(run)
        shutil.rmtree(gone)
        with pytest.raises(Stopped, match=f"{gone.name}.*--resume"):
            list(run)
        assert not gone.exists()


def test_an_archive_cannot_be_gone_on_with(telegrams: Path, tmp_path: Path) -> None:
    with pytest.raises(BadRequest, match="only a folder"):
        next(api.convert_all([str(telegrams)], str(tmp_path / "o.zip"), resume=True))
    assert not (tmp_path / "o.zip").exists()
