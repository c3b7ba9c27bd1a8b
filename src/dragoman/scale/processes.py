"""The map over dispatches: one process, or several with the order kept and memory flat."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice

from dragoman.intake import Item
from dragoman.scale.outcome import Code, Outcome, Overrides, code_item

CHUNK = 16
"""Dispatches in one task: enough to make sending them cheap, few enough for an even load."""


def code_all(items: Iterable[Item], overrides: Overrides, jobs: int = 1) -> Iterator[Outcome]:
    """The outcomes of the items in their order; the same whatever the number of processes."""
    if jobs > 1:
        yield from _in_processes(items, overrides, jobs)
        return
    code = _coder()
    for item in items:
        yield code_item(item, code, overrides)


def _coder() -> Code:
    from dragoman.coder import Coder

    return Coder().code


def _in_processes(items: Iterable[Item], overrides: Overrides, jobs: int) -> Iterator[Outcome]:
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing import get_context

    # "spawn" shares nothing with this process, so that results cannot depend on what it has done before
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_start, initargs=(overrides,))
    waiting: deque[Future[list[Outcome]]] = deque()
    try:
        source = iter(items)
        while chunk := list(islice(source, CHUNK)):
            waiting.append(pool.submit(_code_chunk, chunk))
            if len(waiting) > 2 * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _start(overrides: Overrides) -> None:
    """Prepare a worker; an interrupt is the parent's to handle."""
    global _code, _overrides
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _code, _overrides = _coder(), overrides


_code: Code
_overrides: Overrides


def _code_chunk(chunk: list[Item]) -> list[Outcome]:
    return [code_item(item, _code, _overrides) for item in chunk]
