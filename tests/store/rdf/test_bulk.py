"""Filling an empty store in bulk: the same quads as by transactions, and all or nothing."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.model.errors import SchemaError, StoreError
from kg.model.graph import DocumentGraph, Node
from kg.store.batches import fill
from kg.store.rdf.folder import MARKER, UNFINISHED
from kg.store.rdf.oxigraph import RdfStore
from tests.store.helpers import visit
from tests.store.rdf.test_derived import made_up

ROOT = Path(__file__).parents[3]
LOADER = """
import sys
from itertools import count
from kg.store.rdf import bulk
from kg.store import open_store
from tests.store.helpers import visit
bulk._CHUNK = 2_000
def graphs():
    for number in count():
        if number % 10 == 0:
            print(number, flush=True)
        yield visit(f"d{number}", meeting=f"m{number % 7}")
open_store(sys.argv[1]).load(graphs())
"""


def content(store: RdfStore) -> list[str]:
    """All quads, the written union among them."""
    return sorted(str(quad) for quad in store.graph if quad != MARKER)


def some(seed: int) -> list[DocumentGraph]:
    graphs = {graph.document: graph for graph in (made_up(seed * 100 + number) for number in range(40))}
    return list(graphs.values())


@pytest.mark.parametrize("chunk", [3_000, 1_000_000])
def test_a_store_filled_in_bulk_is_the_one_that_transactions_make(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chunk: int
) -> None:
    monkeypatch.setattr("kg.store.rdf.bulk._CHUNK", chunk)
    for seed in range(4):
        graphs = some(seed)
        with RdfStore.open(str(tmp_path / f"{seed}")) as bulk, RdfStore.open("memory:") as written:
            assert bulk.load(graphs) == written.write(graphs)
            assert content(bulk) == content(written)
        with RdfStore.open(str(tmp_path / f"{seed}"), read_only=True) as again:
            assert len(again.documents()) == len(graphs)


def test_it_can_be_written_to_afterwards(tmp_path: Path) -> None:
    first, second = some(1), some(2)
    with RdfStore.open(str(tmp_path / "graph")) as bulk, RdfStore.open("memory:") as written:
        bulk.load(first)
        written.write(first)
        for store in (bulk, written):
            store.write(second)
            store.forget(first[0].document)
        assert content(bulk) == content(written)


@pytest.mark.parametrize("uri", ["memory:", "folder"])
def test_what_cannot_be_kept_leaves_the_store_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, uri: str) -> None:
    monkeypatch.setattr("kg.store.rdf.bulk._CHUNK", 3_000)
    bad = DocumentGraph("document/x", "f", (Node("document/x", "Document"), Node("no iri", "Person")), ())
    with RdfStore.open(uri if uri == "memory:" else str(tmp_path / "graph")) as store:
        with pytest.raises(SchemaError):
            store.load([*some(1), bad])
        assert store.documents() == []
        with pytest.raises(StoreError, match="comes twice"):
            store.load([visit("d1"), visit("d2"), visit("d1")])
        assert store.load([visit("d1")]) == 1
        with pytest.raises(StoreError, match="not empty"):
            store.load([visit("d2")])
        assert store.documents() == ["document/d1"]


def test_graphs_of_other_programs_are_never_put_at_risk() -> None:
    with RdfStore.open("memory:") as store:
        foreign = ox.NamedNode("https://example.org/")
        store.graph.add(ox.Quad(foreign, foreign, foreign, foreign))
        with pytest.raises(StoreError, match="not empty"):
            store.load([visit("d1")])
        assert fill(store, [visit("d1"), visit("d2")]) == 2
        assert store.graph.contains_named_graph(foreign)


def test_nothing_loads_into_a_store_that_is_open_for_reading(tmp_path: Path) -> None:
    RdfStore.open(str(tmp_path / "graph")).close()
    with RdfStore.open(str(tmp_path / "graph"), read_only=True) as store, pytest.raises(StoreError, match="reading only"):
        store.load([visit("d1")])


@pytest.mark.parametrize("seed", range(3))
def test_a_killed_load_leaves_a_store_that_is_known_as_unfinished_and_begins_anew(tmp_path: Path, seed: int) -> None:
    dice, uri = random.Random(seed), str(tmp_path / "graph")
    process = subprocess.Popen([sys.executable, "-c", LOADER, uri], stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert process.stdout is not None
    for _ in range(dice.randrange(3, 20)):
        assert process.stdout.readline()
    time.sleep(dice.random() / 20)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert (tmp_path / "graph" / UNFINISHED).is_file()
    with pytest.raises(StoreError, match="being filled"):
        RdfStore.open(uri, read_only=True)
    graphs = some(seed)
    with RdfStore.open(uri, create=False) as store, RdfStore.open("memory:") as written:
        assert store.documents() == []
        assert not (tmp_path / "graph" / UNFINISHED).exists()
        store.load(graphs)
        written.write(graphs)
        assert content(store) == content(written)
