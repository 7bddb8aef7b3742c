"""Work on many documents: in this process, in several, or on a cluster. The results come in the order of the documents in each case."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar

from tei_cable.files import Item

if TYPE_CHECKING:
    from concurrent.futures import Future

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
        if self.jobs > 1:
            from tei_cable.batch.processes import Processes

            return Processes(task, self.jobs)
        return None

    @classmethod
    def of(cls, jobs: int, scheduler: str, number: int, few: int) -> "Spread":
        """Over so many `jobs`; for 0 over as many as there are cores, when there are more documents than the `few` that a process would start for."""
        return cls(jobs or min(os.cpu_count() or 1, 1 + number // few), scheduler)


def read(documents: Iterable[Item]) -> Iterator[Done]:
    """The documents with their bytes, or the error for which they cannot be had."""
    for item in documents:
        data = item.attempt()
        yield Done(item, data) if isinstance(data, bytes) else Done(item, b"", None, data)


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
