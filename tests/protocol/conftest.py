from __future__ import annotations

import pytest

from kg.store import open_store
from tests.protocol.server import TOKEN, serving
from tests.store.helpers import visit

VISITS = 3


@pytest.fixture(scope="session")
def graph(tmp_path_factory):
    """A store of three documents."""
    folder = tmp_path_factory.mktemp("served") / "graph"
    with open_store(str(folder)) as store:
        store.write([visit(f"d{n}", meeting=f"m{n}", date=f"2025-11-2{n}") for n in range(VISITS)])
    return folder


@pytest.fixture(scope="session")
def reader(graph):
    """Serves three documents for reading only."""
    with serving(graph, "--timeout", "5") as server:
        yield server


@pytest.fixture(scope="session")
def writer():
    """Serves a store of its own, empty at first, which clients may change."""
    with serving("memory:", "--allow-update", environment={"KG_TOKEN": TOKEN}) as server:
        yield server
