"""SPARQL SELECT and ASK over an open pyoxigraph store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg.model.errors import QueryError

Cell = ox.NamedNode | ox.Literal | None


@dataclass(frozen=True, slots=True)
class Solutions:
    """Columns and rows of RDF terms; None where a variable is unbound. ASK gives one column `answer` with one row."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def select(store: ox.Store, sparql: str, bindings: Mapping[str, ox.NamedNode | ox.Literal]) -> Solutions:
    """Answers a SELECT or ASK over the union of all graphs. Raises QueryError where the query is malformed or no such query."""
    substitutions: dict[ox.Variable, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple]
    substitutions = {ox.Variable(name): term for name, term in bindings.items()}
    try:
        found = store.query(sparql, use_default_graph_as_union=True, substitutions=substitutions)
    except SyntaxError as error:
        raise QueryError(f"the query is not SPARQL: {error}") from error
    if isinstance(found, ox.QueryBoolean):
        return Solutions(("answer",), ((ox.Literal(bool(found)),),))
    if not isinstance(found, ox.QuerySolutions):
        raise QueryError("only SELECT and ASK give a table", cure="use kg export to get triples")
    columns = tuple(variable.value for variable in found.variables)
    try:
        return Solutions(columns, tuple(tuple(row) for row in found))
    except (OSError, RuntimeError) as error:
        raise QueryError(f"the query failed while it ran: {error}") from error
