"""Runs a named query with the parameters a user gave."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.model.errors import QueryError
from kg.model.table import Table
from kg.query.catalogue import NamedQuery, named
from kg.query.parameters import Value, bind, row_limit
from kg.store.base import Store, speaks_cypher, speaks_sparql


def run(store: Store, name: str, parameters: Mapping[str, str | None] | None = None) -> Table:
    """The answer, with the columns that the query declares, in one order whatever the store's own.

    Parameters that are None or empty count as not given. Raises QueryError for an unknown query or parameter, a missing one,
    a value that does not fit, a name that is unknown or means several nodes, and a store that cannot be asked.
    """
    query = named(name)
    if not (speaks_sparql(store) or speaks_cypher(store)):
        raise QueryError(f"the store {store.uri} cannot answer named queries")
    given = _given(query, parameters or {})
    limit = None
    values: dict[str, Value] = {}
    for parameter in query.parameters:
        if parameter.name not in given:
            continue
        if parameter.type == "limit":
            limit = row_limit(parameter.name, given[parameter.name])
        else:
            values[parameter.name] = bind(store, parameter.name, parameter.type, given[parameter.name])
    return _declared(query, store, _answer(query, store, values, limit))


def _answer(query: NamedQuery, store: Store, values: Mapping[str, Value], limit: int | None) -> Table:
    if speaks_sparql(store):
        return store.query(query.texts["sparql"], {name: value.term for name, value in values.items()}, limit=limit)
    assert speaks_cypher(store)
    plain: dict[str, Any] = {parameter.name: None for parameter in query.parameters if parameter.type != "limit"}
    plain |= {name: value.plain for name, value in values.items()}
    return store.query(query.texts["cypher"], plain, limit=limit)


def _given(query: NamedQuery, parameters: Mapping[str, str | None]) -> dict[str, str]:
    known = {parameter.name: parameter for parameter in query.parameters}
    unknown = sorted(set(parameters) - set(known))
    if unknown:
        cure = f"it takes {', '.join(known)}" if known else "it takes none"
        raise QueryError(f"the query {query.name} has no parameter {', '.join(unknown)}", cure=cure)
    defaults = {name: parameter.default for name, parameter in known.items() if parameter.default is not None}
    given = defaults | {name: value for name, value in parameters.items() if value is not None and value.strip()}
    missing = [parameter for parameter in query.parameters if parameter.required and parameter.name not in given]
    if missing:
        told = "; ".join(f"{parameter.name} ({parameter.type}): {parameter.description}" for parameter in missing)
        raise QueryError(f"the query {query.name} needs {told}", cure=f"add --param {missing[0].name}=…")
    return given


def _declared(query: NamedQuery, store: Store, table: Table) -> Table:
    """Without the columns that only carry parameters. Some servers name no columns where there are no rows."""
    if not table.rows:
        return Table(tuple(query.returns), ())
    missing = set(query.returns) - set(table.columns)
    if missing:
        raise QueryError(f"the query does not give {', '.join(sorted(missing))}", file=query.files[store.speaks])
    places = [table.columns.index(column) for column in query.returns]
    return Table(tuple(query.returns), tuple(tuple(row[place] for place in places) for row in table.rows))
