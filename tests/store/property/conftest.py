"""The two property stores, each as a fresh one, and a look at what lies in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.store import open_store
from kg.store.property.store import PropertyStore
from tests.servers import Server

Opener = Callable[..., PropertyStore]
Graph = tuple[list[Any], list[Any]]


@pytest.fixture(params=["neo4j", "arcadedb"])
def store(request: pytest.FixtureRequest) -> Iterator[PropertyStore]:
    """An empty store."""
    if request.param == "neo4j":
        server: Server = request.getfixturevalue("neo4j")
        with open_store(server.uri) as opened:
            assert isinstance(opened, PropertyStore)
            yield opened
        return
    yield request.getfixturevalue("arcadedb")


@pytest.fixture(params=["neo4j", "arcadedb"])
def uri(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URI of a store that is not there yet."""
    return request.getfixturevalue("neo4j").uri if request.param == "neo4j" else f"arcadedb:{tmp_path / 'graph'}"


def contents(store: PropertyStore) -> Graph:
    """All nodes and relationships, in an order of their own."""
    with store.session() as session:
        nodes = session.run("MATCH (n:Entity) RETURN labels(n) AS labels, properties(n) AS properties").data()
        edges = session.run("MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS type, b.id AS b, properties(r) AS properties").data()
    plain = [(sorted(node["labels"]), _plain(node["properties"])) for node in nodes]
    return sorted(plain, key=str), sorted([(e["a"], e["type"], e["b"], _plain(e["properties"])) for e in edges], key=str)


def _plain(properties: dict[str, Any]) -> list[tuple[str, str]]:
    return sorted((name, repr(value)) for name, value in properties.items())


def one(store: PropertyStore, query: str, **parameters: Any) -> dict[str, Any]:
    """The only row of a query."""
    with store.session() as session:
        found = session.run(query, parameters).data()
    assert len(found) == 1, found
    return found[0]
