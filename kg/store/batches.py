"""Documents in groups as large as one transaction of a store should be; many documents into a store, the fastest way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

from kg.model.graph import DocumentGraph
from kg.store.base import Store, loads_in_bulk

BATCH = 200
T = TypeVar("T")


def batches(items: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """The items in lists of `size`, the last one shorter; read as they are asked for."""
    given = iter(items)
    while batch := list(islice(given, size)):
        yield batch


def fill(store: Store, graphs: Iterable[DocumentGraph], size: int = BATCH) -> int:
    """Writes different documents, and says how many: an empty store that can be filled in bulk is, all or nothing; any other
    in transactions of `size` documents, of which those that were committed stay. Raises what `Store.write` does, and StoreError
    where a document comes twice in bulk.
    """
    if loads_in_bulk(store) and store.empty:
        return store.load(graphs)
    return sum(store.write(batch) for batch in batches(graphs, size))
