"""A query over an open store -> the answer in the format that the client prefers, within the limits. Runs in a worker."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import IO, TypeVar, cast

import pyoxigraph as ox

from kg.schema.model import schema
from kg.serve.errors import RequestError
from kg.serve.lexer import reaches_out
from kg.serve.media import GRAPHS, RDF, TABLES, Media, choose
from kg.serve.spool import Spool
from kg.serve.tables import WRITERS, Row, answer

T = TypeVar("T")

_PREFIXED = {"turtle", "rdfxml", "trig"}


@dataclass(frozen=True, slots=True)
class Query:
    """A query as the protocol gives it. `default` and `named` are the dataset that it asks for; both empty: the store's own."""

    text: str
    accept: str | None
    base: str
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


def evaluate(store: ox.Store, query: Query, spool: Spool, rows: int) -> str:
    """Writes the answer to `spool` and returns its content type.

    Raises RequestError where the query is malformed or fails, asks the network, has more than `rows` rows, or has an answer in
    none of the formats that the client accepts.
    """
    keep_home(query.text)
    try:
        return _written(_asked(store, query), query, spool, rows)
    except SyntaxError as error:
        raise RequestError(400, f"the query is not SPARQL: {error}") from error
    except ValueError as error:
        raise RequestError(406, str(error), cure="ask for JSON, CSV or TSV") from error
    except RuntimeError as error:
        if "IO error" in str(error):  # so RocksDB says that a file is gone
            raise OSError(str(error)) from error
        raise RequestError(400, f"the query failed: {error}") from error


def keep_home(text: str) -> None:
    """Raises RequestError (403) where a query or an update asks the network."""
    called = reaches_out(text)
    if called:
        raise RequestError(403, f"{called} is refused: this server asks no other", cure=f"leave {called} out")


def _asked(store: ox.Store, query: Query) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    if not query.default and not query.named:
        return store.query(query.text, base_iri=query.base)
    # Both lists are given, an empty one too: the dataset of the protocol takes the place of FROM and FROM NAMED.
    default: list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph] = [graph_name(name) for name in query.default]
    named: list[ox.NamedNode | ox.BlankNode] = [graph_name(name) for name in query.named]
    return store.query(query.text, base_iri=query.base, default_graph=default, named_graphs=named)


def graph_name(iri: str) -> ox.NamedNode:
    """The name of a graph. Raises RequestError where the text is no absolute IRI."""
    try:
        return ox.NamedNode(iri)
    except ValueError as error:
        raise RequestError(400, f"{iri!r} is no absolute IRI: {error}") from error


def _written(
    found: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, query: Query, spool: Spool, rows: int
) -> str:  # fmt: skip
    if isinstance(found, ox.QueryTriples):
        media = acceptable(query.accept, GRAPHS)
        write_triples(within(found, rows), media, spool)
        return media.content_type
    media = acceptable(query.accept, TABLES)
    if isinstance(found, ox.QueryBoolean):
        spool.write(answer(bool(found), media.name))
        return media.content_type
    write_rows([variable.value for variable in found.variables], within(map(tuple, found), rows), media, spool)
    return media.content_type


def acceptable(accept: str | None, offered: Sequence[Media]) -> Media:
    """The format to answer in. Raises RequestError (406) where the client accepts none."""
    media = choose(accept, offered)
    if media is None:
        names = ", ".join(one.types[0] for one in offered)
        raise RequestError(406, f"there is no answer in {accept}", cure=f"accept one of {names}")
    return media


def write_triples(triples: Iterable[ox.Triple], media: Media, spool: Spool) -> None:
    """Writes triples in one of the formats of graphs. Raises RequestError (406) where that cannot hold one of them."""
    prefixes = dict(schema().prefixes) if media.name in _PREFIXED else None
    try:
        ox.serialize(triples, cast(IO[bytes], spool), RDF[media.name], prefixes=prefixes)
    except OSError as error:
        if "RDF 1.2" not in str(error):  # else a triple within a triple, which pyoxigraph's JSON-LD has no words for
            raise
        raise RequestError(406, f"the answer holds what the format cannot: {error}", cure="ask for text/turtle") from error


def write_rows(columns: Sequence[str], rows: Iterable[Row], media: Media, spool: Spool) -> None:
    """Writes rows in one of the formats of tables."""
    for piece in WRITERS[media.name](columns, rows):
        spool.write(piece)


def within(found: Iterable[T], rows: int) -> Iterator[T]:
    """The same, but never more than `rows`: then it raises RequestError (422), so that no part passes for the whole."""
    numbers = count(1)
    for one in found:
        if next(numbers) > rows:
            raise RequestError(422, f"the answer has more than {rows} rows", cure="ask for less, with LIMIT and OFFSET")
        yield one
