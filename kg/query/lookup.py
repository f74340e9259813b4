"""Asks a store which nodes there are: of what class an id is, and what bears a name. In the language that the store speaks."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import Literal

from kg.model.errors import QueryError
from kg.schema.model import schema
from kg.schema.rdf import iri
from kg.store.base import CypherStore, Store, speaks_cypher, speaks_sparql

_PREFIXES = """PREFIX kg: <https://w3id.org/elshi/ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
_CLASSES = _PREFIXES + "SELECT DISTINCT ?class ?node WHERE { ?node a ?class } ORDER BY ?class"
_EXACT = (
    _PREFIXES
    + """
SELECT ?node ?class (MIN(?order) AS ?rank) ?label ?wanted WHERE {
  { ?node skos:prefLabel|kg:title|kg:iso ?name . BIND(1 AS ?order) } UNION { ?node skos:altLabel ?name . BIND(2 AS ?order) }
  FILTER(LCASE(STR(?name)) = ?wanted)
  ?node a ?class ; rdfs:label ?label .
} GROUP BY ?node ?class ?label ?wanted ORDER BY ?rank ?node ?class"""
)
_NEAR = (
    _PREFIXES
    + """
SELECT DISTINCT ?node ?class ?label ?wanted WHERE {
  ?node skos:prefLabel|skos:altLabel|kg:title ?name .
  FILTER(CONTAINS(LCASE(STR(?name)), ?wanted))
  ?node a ?class ; rdfs:label ?label .
} ORDER BY ?node ?class"""
)

_LABELS_CYPHER = "MATCH (n:Entity {id: $node}) UNWIND labels(n) AS class RETURN class ORDER BY class"
_EXACT_CYPHER = """MATCH (n:%s)
WHERE any(name IN coalesce(n.names, []) WHERE toLower(name) = $wanted)
  OR any(name IN coalesce(n.alias, []) WHERE toLower(name) = $wanted)
UNWIND labels(n) AS class
RETURN n.id AS node, class, n.label AS label,
  CASE WHEN any(name IN coalesce(n.names, []) WHERE toLower(name) = $wanted) THEN 1 ELSE 2 END AS rank
ORDER BY rank, node, class"""
_NEAR_CYPHER = """MATCH (n:%s)
WHERE any(name IN coalesce(n.names, []) WHERE name <> coalesce(n.iso, '') AND toLower(name) CONTAINS $wanted)
  OR any(name IN coalesce(n.alias, []) WHERE toLower(name) CONTAINS $wanted)
UNWIND labels(n) AS class
RETURN n.id AS node, class, n.label AS label
ORDER BY node, class"""
_WITH_NAMES = ("Country", "Organization", "Person", "Post", "Agreement", "Topic", "Place")
"""The classes whose nodes bear names. A label of Cypher cannot be a parameter, so each class is asked in a text of its own."""


@dataclass(frozen=True, slots=True)
class Match:
    """A node that bears a name; `rank` is 1 where it is a name, 2 where it is another name."""

    node: str
    kind: str
    label: str
    rank: str = ""


def classes(store: Store, node: str) -> tuple[str, ...]:
    """The classes that documents give a node, sorted; none where there is no such node. Raises SchemaError for what is no id."""
    name = iri(node)
    if speaks_sparql(store):
        rows = store.query(_CLASSES, {"node": name}).rows
    else:
        rows = _cypher(store).query(_LABELS_CYPHER, {"node": node}).rows
    known = schema().classes
    return tuple(
        found for row in rows if (found := row[0] or "") in known and not known[found].abstract and not known[found].derived
    )


def bearing(store: Store, wanted: str, kinds: tuple[str, ...] | None) -> list[Match]:
    """The nodes whose name or other name is `wanted`, which is in small letters; of these classes, or of any with names."""
    return _matches(store, _EXACT, _EXACT_CYPHER, wanted, kinds)


def near(store: Store, wanted: str, kinds: tuple[str, ...] | None) -> list[Match]:
    """The nodes whose name or other name holds `wanted`."""
    return _matches(store, _NEAR, _NEAR_CYPHER, wanted, kinds)


def _matches(store: Store, sparql: str, cypher: str, wanted: str, kinds: tuple[str, ...] | None) -> list[Match]:
    among = _WITH_NAMES if kinds is None else kinds
    if speaks_sparql(store):
        tables = [store.query(sparql, {"wanted": Literal(wanted)})]
    else:
        tables = [_cypher(store).query(cypher % kind, {"wanted": wanted}) for kind in among]
    found = set()
    for table in tables:
        for row in table.rows:
            cells = {column: cell or "" for column, cell in zip(table.columns, row, strict=True)}
            if cells["class"] in among:
                found.add(Match(cells["node"], cells["class"], cells["label"], cells.get("rank", "")))
    return sorted(found, key=lambda match: (match.rank, match.node, match.kind))


def _cypher(store: Store) -> CypherStore:
    if speaks_cypher(store):
        return store
    raise QueryError(f"the store {store.uri} cannot answer named queries")
