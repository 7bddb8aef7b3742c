"""Workers of a Dask cluster: of one that is there, or of one that is made on this machine."""

import threading
import time
from collections.abc import Sequence
from concurrent.futures import Future
from typing import Any

from tei_cable import __version__
from tei_cable.batch.workers import AHEAD, Sent, Task, Work
from tei_cable.extras import needed
from tei_cable.files import BadRequest

LOCAL = "local"
# What is lost with a worker is tried so often elsewhere: a lot before its documents are tried one by one, and what all workers need, after a pause
# in seconds.
_TRIES, _PAUSE = 3, 1.0
# How long a scheduler may take to answer, in seconds.
_PATIENCE = 10
# No pages to look at, and no port of their own that another cluster may have.
_QUIET: dict[str, Any] = {"dashboard_address": None, "scheduler_kwargs": {"dashboard_address": ":0"}}
_prepared: dict[str, Work] = {}
_one_at_a_time = threading.Lock()


class Cluster:
    """The workers of the cluster whose scheduler has this address; `local` makes one here, with `number` workers."""

    def __init__(self, task: Task, scheduler: str, number: int):
        distributed = needed("distributed", "cluster")
        self._task = task
        try:
            made = distributed.LocalCluster(n_workers=number, threads_per_worker=1, **_QUIET) if scheduler == LOCAL else None
            self._made, self._client = made, distributed.Client(made or scheduler, timeout=_PATIENCE, set_as_default=False)
        except (OSError, ValueError) as e:
            raise BadRequest(f"{scheduler}: no Dask scheduler answers there ({e}); give its address, such as tcp://host:8786") from e
        workers = self._client.scheduler_info(n_workers=-1)["workers"]
        if not workers:
            self.close()
            raise BadRequest(f"{scheduler}: the scheduler has no workers; start some with: dask worker {scheduler}")
        # one that is lost just now cannot be asked
        others = {str(v) for v in self._client.run(_version, on_error="ignore").values()} - {__version__}
        if others:
            self.close()
            raise BadRequest(f"{scheduler}: workers have tei-cable {', '.join(sorted(others))}, not {__version__}; install the same everywhere")
        self.ahead = AHEAD * sum(w["nthreads"] for w in workers.values())
        self._scheduler, self._remote = scheduler, None
        self.renew()

    def submit(self, lot: Sequence[Sent]) -> "Future[Sequence[Any]]":
        """Begin with a lot; the cluster itself tries it again when a worker is lost."""
        submitted: Future[Sequence[Any]] = self._client.submit(_work, self._task.key, self._remote, lot, pure=False, retries=_TRIES)
        return submitted

    def renew(self, tries: int = _TRIES) -> None:
        """The cluster replaces its workers itself; what they all need is sent to them again. Raises BadRequest when none takes it."""
        try:
            self._remote = self._client.scatter(self._task, broadcast=True, hash=False)
        except OSError as e:
            # it went to one that is lost, which the scheduler did not know yet
            if tries == 1:
                raise BadRequest(f"{self._scheduler}: the workers do not answer ({e}); start others, and go on with --resume") from e
            time.sleep(_PAUSE)
            self.renew(tries - 1)

    def close(self) -> None:
        """Leave the cluster, and end it if it was made here."""
        self._client.close()
        if self._made:
            self._made.close()


def _version() -> str:
    return __version__


def _work(key: str, task: Task, lot: Sequence[Sent]) -> Sequence[Any]:
    """On a worker: the results of a lot. Workers may have several threads, and what is prepared is for one at a time."""
    with _one_at_a_time:
        if key not in _prepared:
            _prepared.clear()
            _prepared[key] = task.prepare()
        return _prepared[key](lot)
