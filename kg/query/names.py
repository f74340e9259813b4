"""What a user calls a node -> its id: an id or IRI as it is, else a name or other name in any case, in any language."""

from __future__ import annotations

from pyoxigraph import Literal

from kg.model.errors import QueryError, SchemaError
from kg.schema.model import schema
from kg.schema.rdf import ID, iri
from kg.store.base import Sparql

_PREFIXES = """PREFIX kg: <https://w3id.org/elshi/ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
_CLASSES = _PREFIXES + "SELECT DISTINCT ?class ?node WHERE { ?node a ?class }"
_EXACT = (
    _PREFIXES
    + """
SELECT ?node ?class (MIN(?order) AS ?rank) ?label ?wanted WHERE {
  { ?node skos:prefLabel|kg:title|kg:iso ?name . BIND(1 AS ?order) } UNION { ?node skos:altLabel ?name . BIND(2 AS ?order) }
  FILTER(LCASE(STR(?name)) = ?wanted)
  ?node a ?class ; rdfs:label ?label .
} GROUP BY ?node ?class ?label ?wanted ORDER BY ?rank ?node"""
)
_NEAR = (
    _PREFIXES
    + """
SELECT DISTINCT ?node ?class ?label ?wanted WHERE {
  ?node skos:prefLabel|skos:altLabel|kg:title ?name .
  FILTER(CONTAINS(LCASE(STR(?name)), ?wanted))
  ?node a ?class ; rdfs:label ?label .
} ORDER BY ?node"""
)
_SHOWN = 8


def find(store: Sparql, given: str, kind: str | None = None) -> str:
    """The id of the one node that `given` means, of class `kind` (Actor: person, organization or country) where one is asked for.

    A name goes before another name of some other node. Raises QueryError where there is no such node, or several: then
    the message lists them.
    """
    kinds = None if kind is None else schema().kinds(kind)
    wanted = " ".join(given.split())
    what = "node" if kind is None else schema().label(kind, "en")
    by_id = _by_id(store, wanted.removeprefix(ID))
    if by_id is not None:
        if kinds and by_id not in kinds:
            raise QueryError(f"{given} is of class {schema().label(by_id, 'en')}, not {what}")
        return wanted.removeprefix(ID)
    found = _matches(store, _EXACT, wanted, kinds)
    best = [match for match in found if match[2] == found[0][2]]
    if len({node for node, _, _ in best}) == 1:
        return best[0][0]
    if best:
        raise QueryError(f"{given!r} may mean several: {_listed(best)}", cure="give one of these ids")
    near = _matches(store, _NEAR, wanted, kinds)
    hint = f"perhaps {_listed(near)}" if near else "kg query actors lists those that there are"
    raise QueryError(f"there is no {what} {given!r} in the store", cure=hint)


def _by_id(store: Sparql, given: str) -> str | None:
    try:
        rows = store.query(_CLASSES, {"node": iri(given)}).rows
    except SchemaError:  # a name with a blank, say, cannot be an id
        return None
    return rows[0][0] if rows else None


def _matches(store: Sparql, query: str, wanted: str, kinds: tuple[str, ...] | None) -> list[tuple[str, str, str]]:
    """(node, label, rank), the best first."""
    try:
        table = store.query(query, {"wanted": Literal(wanted.lower())})
    except ValueError as error:
        raise QueryError("a name holds half a character") from error
    found = []
    for row in table.rows:
        cells = {column: cell or "" for column, cell in zip(table.columns, row, strict=True)}
        if (kinds is None and cells["class"] not in {"Document", "Claim", "Mention"}) or cells["class"] in (kinds or ()):
            found.append((cells["node"], cells["label"], cells.get("rank", "")))
    return found


def _listed(matches: list[tuple[str, str, str]]) -> str:
    unique = list(dict.fromkeys(f"{node} ({label})" for node, label, _ in matches))
    return ", ".join(unique[:_SHOWN]) + (" and others" if len(unique) > _SHOWN else "")
