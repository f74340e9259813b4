"""The stores that there are: each test of this folder runs on every one of them, on real servers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.store import Store, open_store
from tests.fuseki import Fuseki
from tests.servers import Server

LASTING = ("folder", "fuseki", "neo4j", "arcadedb")
"""Stores that are still there when they were closed."""
STORES = ("memory", *LASTING)
Opener = Callable[[], Store]


def uri_of(name: str, request: pytest.FixtureRequest, folder: Path) -> str:
    """The URI of an empty store of that kind."""
    if name == "memory":
        return "memory:"
    if name == "folder":
        return str(folder / "graph")
    if name == "arcadedb":
        return f"arcadedb:{folder / 'graph'}"
    if name == "neo4j":
        server: Server = request.getfixturevalue("neo4j")
        return server.uri
    fuseki: Fuseki = request.getfixturevalue("fuseki")
    fuseki.clear("disk")
    return fuseki.uri("disk")


@pytest.fixture(params=STORES)
def uri(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return uri_of(request.param, request, tmp_path)


@pytest.fixture(params=LASTING)
def lasting(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URI of an empty store that outlives its closing."""
    return uri_of(request.param, request, tmp_path)


@pytest.fixture
def opener(uri: str) -> Opener:
    return lambda: open_store(uri)


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    if request.param == "arcadedb":
        yield request.getfixturevalue("arcadedb")
        return
    with open_store(uri_of(request.param, request, tmp_path)) as opened:
        yield opened
