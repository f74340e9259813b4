"""What every store must do, whichever URI it has. A new store adds its URI to `uris` and passes all of this."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.model.errors import SchemaError, StoreError
from kg.model.graph import DocumentGraph, Node
from kg.store import Store, open_store
from tests.store.helpers import Paper, visit

URIS = ("graph/", "memory:")
Opener = Callable[[], Store]


@pytest.fixture(params=URIS)
def opener(request: pytest.FixtureRequest, tmp_path: Path) -> Opener:
    uri = request.param if ":" in request.param else str(tmp_path / request.param)
    return lambda: open_store(uri)


@pytest.fixture
def store(opener: Opener) -> Iterator[Store]:
    with opener() as opened:
        yield opened


def test_what_was_written_is_read_back_as_it_was(store: Store) -> None:
    graphs = [visit("d1"), visit("d2", meeting="m2", date="2025-12")]
    assert store.write(graphs) == 2
    assert list(store.read()) == graphs


def test_documents_are_read_in_the_order_of_their_ids(store: Store) -> None:
    store.write([visit("z"), visit("a"), visit("m")])
    assert [graph.document for graph in store.read()] == ["document/a", "document/m", "document/z"]


def test_an_empty_store_has_no_documents(store: Store) -> None:
    assert store.fingerprints() == {}
    assert list(store.read()) == []


def test_fingerprints_are_those_that_were_written(store: Store) -> None:
    store.write([Paper("d1").graph("one"), Paper("d2").graph("two")])
    assert store.fingerprints() == {"document/d1": "one", "document/d2": "two"}


def test_writing_again_changes_nothing(store: Store) -> None:
    store.write([visit("d1"), visit("d2")])
    store.write([visit("d1")])
    assert list(store.read()) == [visit("d1"), visit("d2")]


def test_a_changed_document_takes_the_place_of_its_old_self(store: Store) -> None:
    store.write([visit("d1", meeting="m1"), visit("d2", meeting="m1")])
    changed = visit("d1", meeting="m9", date="2026")
    store.write([changed])
    assert list(store.read()) == [changed, visit("d2", meeting="m1")]


def test_of_two_writings_of_one_document_in_a_call_the_later_stays(store: Store) -> None:
    store.write([visit("d1", meeting="m1"), visit("d1", meeting="m2")])
    assert list(store.read()) == [visit("d1", meeting="m2")]


def test_a_forgotten_document_takes_exactly_its_own_with_it(store: Store) -> None:
    store.write([visit("d1"), visit("d2")])
    assert store.forget("document/d1")
    assert list(store.read()) == [visit("d2")]
    assert store.forget("document/d2")
    assert list(store.read()) == []


def test_forgetting_what_is_not_there_says_so(store: Store) -> None:
    store.write([visit("d1")])
    assert not store.forget("document/nowhere")
    assert list(store.read()) == [visit("d1")]


def test_a_source_that_fails_half_way_leaves_nothing_of_the_call(store: Store) -> None:
    store.write([visit("d1")])

    def failing() -> Iterator[DocumentGraph]:
        yield visit("d2")
        raise RuntimeError("the source broke off")

    with pytest.raises(RuntimeError, match="broke off"):
        store.write(failing())
    assert list(store.read()) == [visit("d1")]


def test_a_document_that_cannot_be_kept_leaves_nothing_of_the_call(store: Store) -> None:
    twice = DocumentGraph("document/d2", "f", (Node("person/a", "Person"), Node("person/a", "Country")), ())
    with pytest.raises(SchemaError, match="given twice"):
        store.write([visit("d1"), twice])
    assert list(store.read()) == []


def test_a_closed_store_says_that_it_is_closed(opener: Opener) -> None:
    store = opener()
    store.close()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.write([visit("d1")])


def test_leaving_by_an_error_keeps_what_was_committed_and_passes_the_error_on(tmp_path: Path) -> None:
    uri = str(tmp_path / "graph")
    with pytest.raises(ValueError, match="later"), open_store(uri) as store:
        store.write([visit("d1")])
        raise ValueError("something else went wrong later")
    with open_store(uri) as again:
        assert list(again.read()) == [visit("d1")]


def test_equal_contents_are_equal_whatever_the_order_of_writing(opener: Opener) -> None:
    graphs = [visit("d1", meeting="m1"), visit("d2", meeting="m1", date="2025"), visit("d3", meeting="m2", status="planned")]
    for order in itertools.permutations(graphs):
        with open_store("memory:") as store:
            for graph in order:
                store.write([graph])
            assert list(store.read()) == graphs
