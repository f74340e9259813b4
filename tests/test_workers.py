from __future__ import annotations

import os

import pytest

from kg.model.errors import ExtractionError
from kg.workers import FEW, in_order


def double(number: int) -> int:
    return 2 * number


def process(_: int) -> int:
    return os.getpid()


def die(number: int) -> int:
    if number == 70:
        os._exit(1)
    return number


def fail(number: int) -> int:
    if number == 60:
        raise ValueError("sixty")
    return number


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_order(workers):
    assert list(in_order(double, range(200), workers=workers)) == [2 * n for n in range(200)]


def test_few_tasks_are_done_in_this_process():
    assert set(in_order(process, range(FEW), workers=2)) == {os.getpid()}


def test_many_tasks_are_done_elsewhere():
    assert os.getpid() not in set(in_order(process, range(FEW + 1), workers=2))


def test_no_tasks_give_no_results():
    assert list(in_order(double, [], workers=2)) == []


def test_tasks_are_taken_only_a_little_ahead():
    taken = []

    def tasks():
        for number in range(10_000):
            taken.append(number)
            yield number

    results = in_order(double, tasks(), workers=2)
    next(results)
    assert len(taken) < 300
    results.close()


def test_an_error_in_a_worker_comes_out():
    with pytest.raises(ValueError, match="sixty"):
        list(in_order(fail, range(100), workers=2))


def test_a_worker_that_dies_is_an_error_with_cure():
    with pytest.raises(ExtractionError, match=r"a worker process died.*\(try fewer: --workers 1\)"):
        list(in_order(die, range(100), workers=2))
