"""Documents in groups as large as one transaction of a store should be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

BATCH = 200
T = TypeVar("T")


def batches(items: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """The items in lists of `size`, the last one shorter; read as they are asked for."""
    given = iter(items)
    while batch := list(islice(given, size)):
        yield batch
