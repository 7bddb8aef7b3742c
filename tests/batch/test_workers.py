"""Work in this process, in others and on a cluster gives the same; a document that kills a worker is found, and the others are done."""

import gc
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tei_cable.batch.processes import Processes
from tei_cable.batch.workers import Done, Lost, Sent, Work, run
from tei_cable.files import BadRequest, Item


@dataclass(frozen=True)
class Lengths:
    """A task for tests: how long each document is; one that says so ends its process, and one raises."""

    key: str = "lengths"

    def prepare(self) -> Work:
        return _lengths


@dataclass(frozen=True)
class Pids:
    """A task for tests: the process that each document was worked on by, and when that collects garbage."""

    key: str = "pids"

    def prepare(self) -> Work:
        return _pids


def _pids(lot: Sequence[Sent]) -> Sequence[tuple[int, int]]:
    return [(os.getpid(), gc.get_threshold()[0]) for _ in _lengths(lot)]


def _lengths(lot: Sequence[Sent]) -> Sequence[int]:
    for name, data in lot:
        if data == b"die":
            os._exit(9)
        if data.startswith(b"die once ") and not (mark := Path(data[9:].decode())).exists():
            mark.touch()
            os._exit(9)
        if data == b"raise":
            raise RuntimeError(name)
    return [len(data) for _, data in lot]


def _documents(number: int, **odd: bytes) -> Iterator[Done]:
    for n in range(number):
        yield Done(Item(f"d{n}", f"d{n}", lambda: b""), odd.get(f"d{n}", b"x" * n))


def _results(found: Iterator[Done]) -> list[object]:
    return ["lost" if isinstance(done.result, Lost) else done.result for done in found]


def test_the_order_is_that_of_the_documents() -> None:
    found = list(run(_lengths, _documents(50)))
    assert _results(iter(found)) == list(range(50))
    assert _results(run(_lengths, _documents(100), Processes(Lengths(), 2))) == list(range(100))


def test_what_is_known_already_or_could_not_be_read_is_handed_on() -> None:
    item = Item("x", "x", lambda: b"")
    documents = [Done(item, b"abc"), Done(item, b"abc", "known"), Done(item, b"", None, OSError(5, "no")), Done(item, b"ab")]
    assert [(d.result, d.error is None) for d in run(_lengths, documents)] == [(3, True), ("known", True), (None, False), (2, True)]


def test_only_the_document_that_raises_or_kills_is_lost() -> None:
    assert _results(run(_lengths, _documents(40, d7=b"raise", d8=b"raise", d39=b"raise"))).count("lost") == 3
    expected = ["lost" if n in (7, 20) else n for n in range(60)]
    assert _results(run(_lengths, _documents(60, d7=b"die", d20=b"raise"), Processes(Lengths(), 2))) == expected


def test_a_process_that_dies_while_there_is_more_to_hand_out_stops_no_others() -> None:
    expected = ["lost" if n in (400, 401, 999) else n for n in range(1000)]
    assert _results(run(_lengths, _documents(1000, d400=b"die", d401=b"die", d999=b"die"), Processes(Lengths(), 2))) == expected


def test_processes_outlive_documents_that_raise_and_collect_garbage_as_seldom_as_this_one() -> None:
    before = gc.get_threshold()
    gc.set_threshold(12_345)
    try:
        workers = Processes(Pids(), 1)
    finally:
        gc.set_threshold(*before)
    found = [r for r in _results(run(_lengths, _documents(100, d3=b"raise", d70=b"raise"), workers)) if r != "lost"]
    assert len(found) == 98
    assert len(set(found)) == 1
    assert "12345" in str(found[0])


def test_a_cluster_does_the_same_and_survives_the_loss_of_a_worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    distributed = pytest.importorskip("distributed")
    from tei_cable.batch import cluster
    from tei_cable.batch.cluster import Cluster

    scatter, lost = distributed.Client.scatter, iter([True])

    def sent(*given: object, **how: object) -> object:
        """What is sent first goes to a worker that is lost."""
        if next(lost, False):
            raise OSError("Connect call failed")
        return scatter(*given, **how)

    monkeypatch.setattr(cluster, "_PAUSE", 0, raising=False)
    monkeypatch.setattr(distributed.Client, "scatter", sent)

    once = f"die once {tmp_path / 'died'}".encode()
    expected = ["lost" if n == 25 else len(once) if n == 40 else n for n in range(60)]
    assert _results(run(_lengths, _documents(60, d25=b"raise", d40=once), Cluster(Lengths(), "local", 2))) == expected
    assert (tmp_path / "died").exists()


def test_a_scheduler_that_is_not_there_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    from tei_cable.batch import cluster

    monkeypatch.setattr(cluster, "_PATIENCE", 1)
    for address in ("tcp://127.0.0.1:9", "nonsense"):
        with pytest.raises(BadRequest, match=f"{address}: no Dask scheduler answers"):
            cluster.Cluster(Lengths(), address, 2)
