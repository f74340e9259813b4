"""What is said to the server, in Cypher that Neo4j 5 and ArcadeDB both know: reading what a change touches, writing its rows.

Values go as parameters, in batches by UNWIND. The text of a statement holds nothing but names of the vocabulary.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from kg.model.errors import SchemaError
from kg.model.graph import DocumentGraph
from kg.schema.model import schema
from kg.store.batches import batches
from kg.store.derive import Pair
from kg.store.property.change import Rows
from kg.store.property.contribution import unpack
from kg.store.property.derived import Met
from kg.store.property.state import NodeState, node_state
from kg.store.property.stated import Edge, EdgeCount, edge_type, reference_type

STORE = "elshi"
FORMAT = "1"
_BATCH = 2000
_A, _B = "MATCH (a:Entity {id: row.a})", "MATCH (b:Entity {id: row.b})"


class Transaction(Protocol):
    """What of a driver's transaction is used here."""

    def run(self, query: str, parameters: dict[str, Any]) -> Iterable[Mapping[str, Any]]: ...


def lock(tx: Transaction) -> None:
    """Holds the whole store until the transaction ends: the next writer waits, or is told to try again."""
    list(tx.run("MERGE (s:Store {id: $id}) SET s.format = $format", {"id": STORE, "format": FORMAT}))


def contributions(tx: Transaction, documents: Iterable[str]) -> dict[str, DocumentGraph]:
    """What these documents contribute, of those that are in the store."""
    query = "UNWIND $rows AS id MATCH (c:Contribution {document: id}) RETURN c.document AS document, c.data AS data"
    return {row["document"]: unpack(row["document"], bytes(row["data"])) for row in _asked(tx, query, documents)}


def documents_of(tx: Transaction, nodes: Iterable[str]) -> set[str]:
    """The documents that describe any of these nodes."""
    query = "UNWIND $rows AS id MATCH (d:Document)-[:DESCRIBES]->(:Entity {id: id}) RETURN DISTINCT d.id AS id"
    return {row["id"] for row in _asked(tx, query, nodes)}


def node_states(tx: Transaction, nodes: Iterable[str]) -> dict[str, NodeState]:
    """Those of the nodes that exist. Raises SchemaError where one of them is a claim."""
    names = {reference_type(slot.name): slot.name for slot in schema().slots.values() if slot.type == "reference"}
    query = (
        "UNWIND $rows AS id MATCH (n:Entity {id: id}) "
        f"OPTIONAL MATCH (n)-[r:{'|'.join(sorted(names))}]->(t:Entity) "
        "RETURN id, labels(n) AS labels, properties(n) AS properties, "
        "collect([type(r), t.id, r.documents]) AS found"
    )
    result = {}
    for row in _asked(tx, query, nodes):
        if "documents" not in row["properties"]:
            raise SchemaError(f"the identifier {row['id']} is that of a claim of another document", cure="give another")
        found = [(names[kind], node, count) for kind, node, count in row["found"] if kind is not None]
        result[row["id"]] = node_state(row["labels"], row["properties"], found)
    return result


def edge_counts(tx: Transaction, edges: Iterable[Edge]) -> dict[Edge, EdgeCount]:
    """Those of the edges that exist."""
    names = {edge_type(slot.name): slot.name for slot in schema().slots.values() if slot.claim and slot.type == "reference"}
    query = (
        f"UNWIND $rows AS row {_A} {_B} MATCH (a)-[r:{'|'.join(sorted(names))}]->(b) WHERE type(r) = row.type "
        "RETURN row.a AS a, row.type AS type, row.b AS b, "
        "r.claims AS claims, r.documents AS documents, r.confidence AS confidence"
    )
    rows = ({"a": a, "type": edge_type(predicate), "b": b} for a, predicate, b in edges)
    return {
        (row["a"], names[row["type"]], row["b"]): EdgeCount(row["claims"], row["documents"], row["confidence"])
        for row in _asked(tx, query, rows)
    }


def contacts(tx: Transaction, pairs: Iterable[Pair]) -> dict[Pair, Met]:
    """Those of the pairs that have met."""
    query = (
        f"UNWIND $rows AS row {_A} {_B} MATCH (a)-[r:MET]->(b) "
        "RETURN row.a AS a, row.b AS b, r.meetings AS meetings, r.first AS first, r.last AS last"
    )
    rows = ({"a": a, "b": b} for a, b in pairs)
    return {(row["a"], row["b"]): Met(tuple(row["meetings"]), row["first"], row["last"]) for row in _asked(tx, query, rows)}


def days(tx: Transaction, meetings: Iterable[str]) -> dict[str, str]:
    """The best date of each of the meetings that has one."""
    query = "UNWIND $rows AS id MATCH (m:Entity {id: id}) WHERE m.date IS NOT NULL RETURN id, m.date AS date"
    return {row["id"]: row["date"] for row in _asked(tx, query, meetings)}


def write(tx: Transaction, rows: Rows) -> None:
    """Writes the rows."""
    _run(tx, "UNWIND $rows AS id MATCH (c:Claim {id: id}) DETACH DELETE c", rows.gone_claims)
    for kind, found in sorted(rows.gone_edges.items()):
        _run(tx, f"UNWIND $rows AS row {_A} {_B} MATCH (a)-[r:{kind}]->(b) DELETE r", found)
    for labels, created in sorted(rows.new_nodes.items(), key=lambda item: sorted(item[0])):
        _run(tx, f"UNWIND $rows AS row CREATE (n:{':'.join(sorted(labels))}) SET n = row.p", created)
    _run(tx, "UNWIND $rows AS row MATCH (n:Entity {id: row.id}) SET n += row.p", rows.changed_nodes)
    for label, keys in sorted(rows.new_labels.items()):
        _run(tx, f"UNWIND $rows AS id MATCH (n:Entity {{id: id}}) SET n:{label}", keys)
    for label, keys in sorted(rows.gone_labels.items()):
        _run(tx, f"UNWIND $rows AS id MATCH (n:Entity {{id: id}}) REMOVE n:{label}", keys)
    claim = "UNWIND $rows AS row MATCH (d:Entity {id: row.d}) MATCH (s:Entity {id: row.s})"
    create = "CREATE (c:Claim:Entity) SET c = row.p CREATE (d)-[:STATES]->(c) CREATE (c)-[:SUBJECT]->(s)"
    _run(tx, f"{claim} {create}", rows.value_claims)
    _run(tx, f"{claim} MATCH (o:Entity {{id: row.o}}) {create} CREATE (c)-[:OBJECT]->(o)", rows.node_claims)
    for kind, found in sorted(rows.new_edges.items()):
        _run(tx, f"UNWIND $rows AS row {_A} {_B} CREATE (a)-[r:{kind}]->(b) SET r = row.p", found)
    for kind, found in sorted(rows.changed_edges.items()):
        _run(tx, f"UNWIND $rows AS row {_A} {_B} MATCH (a)-[r:{kind}]->(b) SET r += row.p", found)
    _contributions(tx, rows)
    _run(tx, "UNWIND $rows AS id MATCH (n:Entity {id: id}) DETACH DELETE n", rows.gone_nodes)
    for kind, found in sorted(rows.unsure_edges.items()):
        surest = "WITH r, max(c.confidence) AS surest SET r.confidence = surest"
        claims = "MATCH (a)<-[:SUBJECT]-(c:Claim {predicate: row.predicate, negated: false})-[:OBJECT]->(b)"
        _run(tx, f"UNWIND $rows AS row {_A} {_B} MATCH (a)-[r:{kind}]->(b) {claims} {surest}", found)


def _contributions(tx: Transaction, rows: Rows) -> None:
    kept = "MERGE (c:Contribution {document: row.document}) SET c.fingerprint = row.fingerprint, c.data = row.data"
    _run(tx, f"UNWIND $rows AS row {kept}", rows.contributions)
    gone = "UNWIND $rows AS id MATCH (c:Contribution {document: id}) DELETE c"
    _run(tx, gone, rows.gone_contributions)


def _run(tx: Transaction, query: str, rows: Sequence[Any]) -> None:
    for batch in batches(rows, _BATCH):
        list(tx.run(query, {"rows": batch}))


def _asked(tx: Transaction, query: str, rows: Iterable[Any]) -> Iterator[Mapping[str, Any]]:
    for batch in batches(rows, _BATCH):
        yield from tx.run(query, {"rows": batch})
