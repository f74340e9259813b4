"""How fast a property store writes, beside a plain UNWIND loop of the driver over the same rows in the same database.

    python bench/unwind.py --documents 1000 --store neo4j://localhost
    python bench/unwind.py --documents 1000 --store arcadedb:new-folder/

The plain loop creates all nodes and relationships that the store would hold, with the same labels, types and properties, in
transactions of 2,000, having been told which there are; the store reads documents, 200 a transaction, and finds out. Both
begin with the same constraints and indexes and an empty graph, after a small run of each to warm the server up. The store must
be empty, and is empty afterwards.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterable
from itertools import groupby, islice

from synthetic import documents

from kg.model.graph import DocumentGraph
from kg.store import open_store
from kg.store.batches import batches
from kg.store.exchange.property_graph import PropertyGraph, PropertyNode, Relationship
from kg.store.property.store import PropertyStore

ROWS, DOCUMENTS = 2000, 200


def by_store(store: PropertyStore, graphs: list[DocumentGraph]) -> float:
    began = time.perf_counter()
    for batch in batches(graphs, DOCUMENTS):
        store.write(batch)
    return time.perf_counter() - began


def by_loop(store: PropertyStore, nodes: Iterable[PropertyNode], edges: Iterable[Relationship]) -> float:
    statements = []
    for labels, found in groupby(sorted(nodes, key=lambda node: node.labels), key=lambda node: node.labels):
        rows = [node.properties for node in found]
        statements.append((f"UNWIND $rows AS row CREATE (n:{':'.join(labels)}) SET n = row", rows))
    for kind, found in groupby(sorted(edges, key=lambda edge: edge.kind), key=lambda edge: edge.kind):
        ends = "MATCH (a:Entity {id: row.a}) MATCH (b:Entity {id: row.b})"
        query = f"UNWIND $rows AS row {ends} CREATE (a)-[r:{kind}]->(b) SET r = row.p"
        statements.append((query, [{"a": edge.start, "b": edge.end, "p": edge.properties} for edge in found]))
    began = time.perf_counter()
    for query, rows in statements:
        for batch in batches(rows, ROWS):
            with store.session(write=True) as session:
                session.execute_write(lambda tx, query=query, batch=batch: tx.run(query, {"rows": batch}).consume())
    return time.perf_counter() - began


def wipe(store: PropertyStore) -> None:
    while store.execute("MATCH (n:Entity) WITH n LIMIT 5000 DETACH DELETE n RETURN count(n) AS n").rows[0][0] != "0":
        pass
    while store.execute("MATCH (n:Contribution) WITH n LIMIT 1000 DELETE n RETURN count(n) AS n").rows[0][0] != "0":
        pass


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--documents", type=int, default=1000)
    options.add_argument("--store", required=True)
    options.add_argument("--rounds", type=int, default=2)
    given = options.parse_args()
    graphs = list(islice(documents(claims=100 * given.documents), given.documents))
    whole = PropertyGraph(lambda: graphs)
    nodes, edges = [*whole.nodes(), *list(whole.own_nodes())[1:]], list(whole.relationships())
    few = PropertyGraph(lambda: graphs[:100])
    with open_store(given.store) as store:
        assert isinstance(store, PropertyStore)
        assert not store.fingerprints(), "give an empty store"
        for _ in range(2):
            by_loop(store, few.nodes(), few.relationships())
            wipe(store)
            by_store(store, graphs[:100])
            wipe(store)
        for _ in range(given.rounds):
            loop = by_loop(store, nodes, edges)
            wipe(store)
            own = by_store(store, graphs)
            wipe(store)
            count = len(nodes) + len(edges)
            told = {"rows": count, "loop": round(count / loop), "store": round(count / own), "ratio": round(loop / own, 2)}
            print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main()
