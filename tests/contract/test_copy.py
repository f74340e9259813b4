"""kg copy: from every kind of store to every other, without loss."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from kg.model.errors import StoreError
from kg.model.graph import DocumentGraph
from kg.store import Store, open_store
from kg.store.copy import Copied, copy
from tests.contract.conftest import STORES, uri_of
from tests.query.conftest import documents
from tests.store.helpers import Paper, visit


def graphs() -> list[DocumentGraph]:
    odd = Paper("odd", lang="not a code")
    odd.node("person/a", "Unheard of", name='" } \\u0022 \x00 ә', unheard_of="x")
    odd.claim("person/a", "called", "", literal=True, negated=True)
    return sorted([*documents(), odd.graph("\\"), visit("plain")], key=lambda graph: graph.document)


@pytest.mark.parametrize("other", [name for name in STORES if name != "memory"])
def test_a_graph_goes_to_any_store_and_back_as_it_was(request: pytest.FixtureRequest, tmp_path: Path, other: str) -> None:
    with (
        open_store("memory:") as start,
        open_store(uri_of(other, request, tmp_path)) as between,
        open_store("memory:") as end,
    ):
        start.write(graphs())
        total = sum(len(graph.claims) for graph in graphs())
        assert copy(start, between) == Copied(new=len(graphs()), changed=0, unchanged=0, others=0, claims=total)
        assert copy(between, end) == Copied(new=len(graphs()), changed=0, unchanged=0, others=0, claims=total)
        assert list(end.read()) == graphs()


def test_what_is_there_is_passed_over_what_differs_replaced_and_the_rest_stays() -> None:
    with open_store("memory:") as start, open_store("memory:") as end:
        start.write([visit("d1"), visit("d2"), visit("d3")])
        end.write([visit("d1"), visit("d2", meeting="other"), visit("d4")])
        assert copy(start, end) == Copied(new=1, changed=1, unchanged=1, others=1, claims=3 * len(visit().claims))
        assert list(end.read()) == [visit("d1"), visit("d2"), visit("d3"), visit("d4")]


def test_a_target_that_loses_something_is_found_out() -> None:
    class Forgetful:
        """A store that keeps what it is given but for one document."""

        def __init__(self, store: Store) -> None:
            self._store, self.uri = store, "memory:"

        def write(self, given: Iterable[DocumentGraph]) -> int:
            return self._store.write(graph for graph in given if graph.document != "document/d2")

        def read(self) -> Iterator[DocumentGraph]:
            return self._store.read()

    with open_store("memory:") as start, open_store("memory:") as end:
        start.write([visit("d1"), visit("d2")])
        with pytest.raises(StoreError, match=r"1 of 2 documents are not in memory: as they were read: document/d2"):
            copy(start, Forgetful(end))  # type: ignore[arg-type]
