"""Many workers: pure functions over tasks on Ray, in this machine's processes or those of a cluster.

Nothing but a task and what is said of its result goes through Ray; what is read and written lies in files that all
workers see. A worker that dies takes only its task along, which another one does again.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Generator, Iterable
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from types import TracebackType
from typing import Any, Generic, TypeVar

from dragoman import __version__
from dragoman.progress import Progress
from dragoman.scale.errors import ScaleError

RETRIES = 5
"""How often a task is given out again after its worker has died."""

AHEAD = 2
"""Tasks that wait for each worker, so that none is idle."""

OBJECT_STORE = 80_000_000
"""Bytes of shared memory for what goes through Ray: next to nothing, so the least that it takes."""

_SETTINGS = {
    "RAY_USAGE_STATS_ENABLED": "0",  # nothing is told to anybody
    "RAY_worker_niceness": "0",  # no nicer than the command itself, where other work goes on
    # on a machine that has more to do than it can, Ray takes itself for dead
    "RAY_health_check_failure_threshold": "30",
    "RAY_task_oom_retries": str(RETRIES),  # else a task that needs more memory than there is goes on for ever
}
_LOOK = 0.2

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Done(Generic[T, R]):
    """A task with its result, or the problem in its place; ``peak`` is the most memory of the worker so far, in MB."""

    task: T
    result: R | None = None
    problem: str | None = None
    peak: float = 0.0


class Cluster:
    """Ray, at an address or started here with so many workers; for the time of a ``with``, the outermost of several."""

    def __init__(self, address: str | None = None, workers: int | None = None) -> None:
        self._address, self._workers = address, workers
        self._depth = 0

    def __enter__(self) -> Cluster:
        for name, value in _SETTINGS.items():  # before Ray is imported
            os.environ.setdefault(name, value)
        import ray

        self._ray: Any = ray
        if not self._depth:
            self._start()
        self._depth += 1
        self._width = int(self._ray.cluster_resources().get("CPU", 1))
        if self._workers:
            self._width = min(self._width, self._workers)
        return self

    def _start(self) -> None:
        logging.getLogger("ray").setLevel(logging.ERROR)
        quiet = {"log_to_driver": False, "configure_logging": False, "logging_level": logging.ERROR}
        try:
            if self._address:
                self._ray.init(address=self._address, **quiet)
            else:
                workers = self._workers or os.cpu_count() or 1
                store = OBJECT_STORE
                self._ray.init(num_cpus=workers, object_store_memory=store, include_dashboard=False, **quiet)
        except (ConnectionError, ValueError, RuntimeError, OSError) as error:
            where = self._address or "this machine"
            reason = str(error).strip().partition("\n")[0]
            raise ScaleError(f"no Ray at {where} ({reason}): check the address and that Ray runs there") from None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._depth -= 1
        if not self._depth:
            self._ray.shutdown()

    def all(self, function: Callable[[T], R], tasks: Iterable[T], progress: Progress) -> list[R]:
        """What comes of all tasks, where all must succeed; raises ScaleError for the first problem."""
        out: list[R] = []
        with closing(self.map(function, tasks)) as done:
            for one in done:
                if one.result is None:
                    raise ScaleError(one.problem or "a task came to nothing")
                out.append(one.result)
                progress.step(1)
        return out

    def map(self, function: Callable[[T], R], tasks: Iterable[T]) -> Generator[Done[T, R]]:
        """Each task done, in the order in which they are ready. What is wrong with a task is its problem alone.

        Close it where it is left before its end: what runs is then stopped.
        """
        remote = self._ray.remote(max_retries=RETRIES, num_cpus=1)(_attempt).options(name=function.__name__)
        source = iter(tasks)
        running: dict[Any, T] = {}
        try:
            while True:
                for task in islice(source, self._width * AHEAD - len(running)):
                    running[remote.remote(function, task, __version__)] = task
                if not running:
                    return
                ready, _ = self._ray.wait(list(running), num_returns=1, timeout=_LOOK)
                for reference in ready:
                    yield self._done(running.pop(reference), reference)
        finally:
            for reference in running:
                self._ray.cancel(reference, force=True)

    def _done(self, task: T, reference: Any) -> Done[T, R]:
        try:
            result, problem, peak = self._ray.get(reference)
        except self._ray.exceptions.RayTaskError as error:
            cause = str(error.cause or error).strip().splitlines()[-1]
            return Done(task, problem=f"a defect in dragoman ({cause}): please report it with this input")
        except (self._ray.exceptions.LocalRayletDiedError, self._ray.exceptions.RaySystemError) as error:
            raise ScaleError(f"Ray has ended ({type(error).__name__}): give the command again to go on") from None
        except self._ray.exceptions.RayError as error:
            kind = type(error).__name__
            return Done(
                task,
                problem=f"its worker died {RETRIES + 1} times ({kind}), perhaps for memory: give fewer --workers",
            )
        return Done(task, result, problem, peak)


def _attempt(function: Callable[[Any], Any], task: Any, version: str) -> tuple[Any, str | None, float]:
    """Do the task, in a worker: its result, or what is wrong with it or this place, and the peak of memory in MB."""
    if version != __version__:
        return None, f"a worker has dragoman {__version__}, not {version}: install that one on every node", 0.0
    try:
        return function(task), None, _peak()
    except ScaleError as error:
        return None, str(error), _peak()
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        return None, f"{where}{error.strerror or error}: check the file, its disk and your rights", _peak()


def _peak() -> float:
    try:
        import resource
    except ImportError:
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if os.uname().sysname == "Darwin" else 1e3)
