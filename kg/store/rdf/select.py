"""SPARQL SELECT and ASK over an open pyoxigraph store, and what any store answers, as a Table."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

import pyoxigraph as ox

from kg.model.errors import QueryError
from kg.model.table import Table
from kg.schema.rdf import NS, XSD, Term
from kg.store.rdf.quads import class_name, plain, slot_name
from kg.store.rdf.values import bound


def select(store: ox.Store, sparql: str, bindings: Mapping[str, Term], limit: int | None = None) -> Table:
    """Answers over the default graph; ASK gives one column `answer`.

    Nodes come as their ids, concepts as their codes, slots and classes as their names, other IRIs whole. Bindings replace
    variables as values, never as text. They stand in VALUES, where pyoxigraph begins its joins; its own `substitutions` come in
    after it has planned them, and some questions about one node took fifty times as long. Raises QueryError where the query is
    malformed, fails, or gives no table.
    """
    try:
        return table(store.query(bound(sparql, bindings)), limit)
    except SyntaxError as error:
        raise QueryError(f"the query is not SPARQL: {error}") from error
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the query failed: {error}") from error


_DOUBLE = ox.NamedNode(f"{XSD}double")


def table(found: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, limit: int | None = None) -> Table:
    """What a query found, in the names of kg.model. Raises QueryError where it is no table."""
    if isinstance(found, ox.QueryBoolean):
        return Table(("answer",), ((str(bool(found)).lower(),),))
    if not isinstance(found, ox.QuerySolutions):
        raise QueryError("only SELECT and ASK give a table", cure="use kg export to get triples")
    columns = tuple(variable.value for variable in found.variables)
    return Table(columns, tuple(tuple(map(_cell, row)) for row in islice(found, limit)))


def _cell(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> str | None:
    if term is None:
        return None
    text = plain(term)
    if isinstance(term, ox.Literal) and term.datatype == _DOUBLE:
        return _double(text)
    if isinstance(term, ox.NamedNode) and text.startswith(NS):
        named = slot_name(text)
        return named if named != text else class_name(text)
    return text


def _double(text: str) -> str:
    """In one spelling: some servers give 0.9 back as 0.9e0."""
    try:
        return ox.Literal(float(text)).value
    except ValueError:
        return text
