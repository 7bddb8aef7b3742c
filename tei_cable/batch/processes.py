"""Workers that are processes of this machine."""

import contextlib
import gc
import os
import signal
import threading
from collections.abc import Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from typing import Any

from tei_cable.batch.workers import AHEAD, Sent, Task, Work


class Processes:
    """Processes of this machine; each prepares the task once."""

    def __init__(self, task: Task, number: int):
        self._task, self._number = task, number
        self.ahead = AHEAD * number
        self._pool = self._new()

    def submit(self, lot: Sequence[Sent]) -> "Future[Sequence[Any]]":
        """Begin with a lot; one that comes when a process has died fails as those do that it had before it."""
        try:
            return self._pool.submit(_work, lot)
        except BrokenExecutor as e:
            failed: Future[Sequence[Any]] = Future()
            failed.set_exception(e)
            return failed

    def renew(self) -> None:
        """Other processes in the place of these, if one of them has died."""
        if isinstance(self.submit(()).exception(), BrokenExecutor):
            self.close()
            self._pool = self._new()

    def close(self) -> None:
        """Let the processes go."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _new(self) -> ProcessPoolExecutor:
        # a fresh interpreter each: to fork a process that has threads (a progress bar has) may hang
        pool = ProcessPoolExecutor(self._number, get_context("spawn"), _begin, (self._task, gc.get_threshold()))
        # they begin with the first work that there is for them
        for _ in range(self._number):
            pool.submit(_work, ())
        return pool


_prepared: list[Work] = []


def _begin(task: Task, threshold: tuple[int, int, int]) -> None:
    """In a new process: prepare; leave interruptions to the one that was started, and end when it does, however it does.

    Garbage is collected at the `threshold` of that process, since with Python's own it takes a part in twenty of the time.
    """
    gc.set_threshold(*threshold)
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
