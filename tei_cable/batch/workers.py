"""Work on many documents: in this process, in several, or on a cluster. The results come in the order of the documents in each case."""

import contextlib
import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context, parent_process
from typing import Any, NamedTuple, Protocol, TypeVar

from tei_cable.batch.items import Item

# So many documents go to a worker at once, and so many such lots are on their way for each worker.
LOT = 16
AHEAD = 6

Sent = tuple[str, bytes]
Work = Callable[[Sequence[Sent]], Sequence[Any]]
_T = TypeVar("_T")


class Task(Protocol):
    """What is to be done with each document; it travels to the workers, and each prepares once what it needs."""

    @property
    def key(self) -> str:
        """Two tasks of the same key do the same with the same bytes."""

    def prepare(self) -> Work:
        """A function from names and bytes of documents to a result for each. May raise for what was asked for and cannot be had."""


class Lost(NamedTuple):
    """In the place of a result: the worker did not survive the document, or raised."""

    error: Exception


class Done(NamedTuple):
    """A document and its bytes, with its result, or the error for which it could not be read; with neither, it is still to be done."""

    item: Item
    data: bytes
    result: Any = None
    error: Exception | None = None


class Workers(Protocol):
    """Does lots of work elsewhere."""

    ahead: int

    def submit(self, lot: Sequence[Sent]) -> "Future[Sequence[Any]]":
        """Begin with a lot."""

    def renew(self) -> None:
        """Begin anew after a worker has died."""

    def close(self) -> None:
        """Stop at once."""


class Spread(NamedTuple):
    """Over what the work is spread: so many processes of this machine (1: this one), or of a cluster (the address of its scheduler)."""

    jobs: int = 1
    scheduler: str = ""

    def workers(self, task: Task) -> Workers | None:
        """The workers, if there are others than this process. Raises BadRequest for a cluster that cannot be had."""
        if self.scheduler:
            from tei_cable.batch.cluster import Cluster

            return Cluster(task, self.scheduler, self.jobs)
        return Processes(task, self.jobs) if self.jobs > 1 else None


def run(work: Work, documents: Iterable[Done], workers: Workers | None = None) -> Iterator[Done]:
    """The results of those that are still to be done, in the order of all; without `workers` the work is done here."""
    lots = _lots(documents, LOT)
    if workers is None:
        yield from (done for lot in lots for done in _told(lot, _tried(_ready(lot), work)))
        return
    waiting: deque[tuple[Sequence[Done], Future[Sequence[Any]] | None]] = deque()
    try:
        for lot in lots:
            ready = _ready(lot)
            waiting.append((lot, workers.submit(ready) if ready else None))
            if len(waiting) > workers.ahead:
                yield from _taken(*waiting.popleft(), workers)
        while waiting:
            yield from _taken(*waiting.popleft(), workers)
    finally:
        workers.close()


def _taken(lot: Sequence[Done], future: "Future[Sequence[Any]] | None", workers: Workers) -> Iterator[Done]:
    try:
        results = future.result() if future else ()
    except Exception:  # noqa: BLE001 - whatever it was, what follows finds the document at which it happens
        workers.renew()
        results = [r for sent in _ready(lot) for r in _tried([sent], lambda part: workers.submit(part).result(), workers.renew)]
    yield from _told(lot, results)


def _tried(lot: Sequence[Sent], work: Work, renew: Callable[[], None] = lambda: None) -> Sequence[Any]:
    """The results of a lot; when it fails, of its documents one by one, so that those are found that no worker survives."""
    if not lot:
        return ()
    try:
        return work(lot)
    except Exception as e:  # noqa: BLE001 - a document must not stop the others, whatever it does
        renew()
        return (Lost(e),) if len(lot) == 1 else [result for sent in lot for result in _tried([sent], work, renew)]


def _ready(lot: Sequence[Done]) -> Sequence[Sent]:
    return [(done.item.name, done.data) for done in lot if done.result is None and done.error is None]


def _told(lot: Sequence[Done], results: Sequence[Any]) -> Iterator[Done]:
    made = iter(results)
    return (done._replace(result=next(made)) if done.result is None and done.error is None else done for done in lot)


def _lots(found: Iterable[_T], size: int) -> Iterator[list[_T]]:
    waiting = iter(found)
    while lot := list(islice(waiting, size)):
        yield lot


class Processes:
    """Processes of this machine; each prepares the task once."""

    def __init__(self, task: Task, number: int):
        self._task, self._number = task, number
        self.ahead = AHEAD * number
        self._pool = self._new()

    def submit(self, lot: Sequence[Sent]) -> "Future[Sequence[Any]]":
        """Begin with a lot."""
        return self._pool.submit(_work, lot)

    def renew(self) -> None:
        """Other processes in the place of these."""
        self.close()
        self._pool = self._new()

    def close(self) -> None:
        """Let the processes go."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _new(self) -> ProcessPoolExecutor:
        # a fresh interpreter each: to fork a process that has threads (a progress bar has) may hang
        return ProcessPoolExecutor(self._number, get_context("spawn"), _begin, (self._task,))


_prepared: list[Work] = []


def _begin(task: Task) -> None:
    """In a new process: prepare; leave interruptions to the one that was started, and end when it does, however it does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _prepared[:] = [task.prepare()]
    gc.freeze()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent:
        with contextlib.suppress(OSError):
            parent.join()
        os._exit(1)


def _work(lot: Sequence[Sent]) -> Sequence[Any]:
    return _prepared[0](lot)
