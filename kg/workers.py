"""A function over many things, in several processes, with the results in order."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from typing import TypeVar

from kg.model.errors import ExtractionError

Task = TypeVar("Task")
Result = TypeVar("Result")

FEW = 48
"""So many tasks are done sooner in this process than others can be started."""
_CHUNK = 8
_AHEAD = 4  # chunks that wait for each process: enough to keep it busy, few enough to stay small


def usable_cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_order(function: Callable[[Task], Result], tasks: Iterable[Task], *, workers: int | None = None) -> Iterator[Result]:
    """`function` of each task, in the order of `tasks`, which are taken a little ahead of the results.

    `workers` is the number of processes, None for one a usable core; with one, or with few tasks, there are none but this. The
    function and its values must be picklable. Raises what `function` raises, and ExtractionError where a process dies.
    """
    count = workers or usable_cores()
    remaining = iter(tasks)
    first = list(islice(remaining, FEW + 1)) if count > 1 else []
    if len(first) <= FEW:
        yield from map(function, chain(first, remaining))
        return
    # Not forked: the store's threads would not survive that.
    pool = ProcessPoolExecutor(count, multiprocessing.get_context("spawn"), initializer=_leave_interrupts_to_the_parent)
    try:
        yield from _results(pool, function, chain(first, remaining), count * _AHEAD)
    except BrokenProcessPool as error:
        raise ExtractionError("a worker process died, perhaps for want of memory", cure="try fewer: --workers 1") from error
    finally:
        pool.shutdown(cancel_futures=True)


def _results(
    pool: ProcessPoolExecutor, function: Callable[[Task], Result], tasks: Iterator[Task], ahead: int
) -> Iterator[Result]:
    waiting: deque[Future[list[Result]]] = deque()
    while chunk := list(islice(tasks, _CHUNK)):
        waiting.append(pool.submit(_each, function, chunk))
        if len(waiting) >= ahead:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def _each(function: Callable[[Task], Result], chunk: list[Task]) -> list[Result]:
    return [function(task) for task in chunk]


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
