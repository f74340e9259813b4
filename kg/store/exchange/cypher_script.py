"""A store as a script of Cypher without parameters: run by any Neo4j 5, it makes there what `kg build --store neo4j://…` would.

Constraints and indexes come first. Every statement stands on one line, and the script may be run again: nodes are found by
their id, relationships by their type and ends. Values become text in kg.store.exchange.cypher_text alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import IO, Any

from kg.resources import folder
from kg.store.base import Store
from kg.store.batches import batches
from kg.store.exchange.cypher_text import literal, name
from kg.store.exchange.property_graph import PropertyGraph, PropertyNode, Relationship

_HEAD = """// Elshi's graph for Neo4j 5: cypher-shell --file graph.cypher, in an empty database.
"""
_AWAIT = "CALL db.awaitIndexes(300);\n"
_ROWS = 500
"""Rows a statement: large enough to be fast, small enough for the memory of one transaction."""


def write_cypher(store: Store, output: IO[bytes]) -> None:
    """Writes the whole store. Raises StoreError where a value has no literal in Cypher."""
    output.writelines(statement.encode() for statement in _statements(PropertyGraph(store.read)))


def _statements(graph: PropertyGraph) -> Iterator[str]:
    yield _HEAD
    yield (folder("schemas") / "generated" / "constraints.cypher").read_text(encoding="utf-8")
    yield _AWAIT
    for labels, nodes in groupby(graph.nodes(), key=lambda node: node.labels):
        others = "".join(f":{name(label)}" for label in labels if label != "Entity")
        yield from _unwind((_row(node) for node in nodes), f"MERGE (n:Entity {{id: row.id}}) SET n = row, n{others}")
    for kind, found in groupby(graph.relationships(), key=lambda one: one.kind):
        yield from _unwind(map(_ends, found), f"{_MATCH} MERGE (a)-[r:{name(kind)}]->(b) SET r = row.p")
    for labels, nodes in groupby(graph.own_nodes(), key=lambda node: node.labels):
        key = {"Store": "id", "Contribution": "document"}[labels[0]]
        yield from _unwind(map(_row, nodes), f"MERGE (n:{name(labels[0])} {{{key}: row.{key}}}) SET n = row", size=20)


_MATCH = "MATCH (a:Entity {id: row.a}), (b:Entity {id: row.b})"


def _unwind(rows: Iterable[Any], then: str, size: int = _ROWS) -> Iterator[str]:
    for batch in batches(rows, size):
        yield f"UNWIND {literal(batch)} AS row {then};\n"


def _row(node: PropertyNode) -> dict[str, Any]:
    """Cypher has no literal of bytes: a list of numbers from 0 to 255 stands for them."""
    return {key: list(value) if isinstance(value, bytes) else value for key, value in node.properties.items()}


def _ends(found: Relationship) -> dict[str, Any]:
    return {"a": found.start, "b": found.end, "p": found.properties}
