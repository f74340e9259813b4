"""Graphs of a store, whole: what the Graph Store Protocol reads and writes. Runs in a worker."""

from __future__ import annotations

from collections.abc import Iterable
from email.parser import BytesParser
from email.policy import HTTP

import pyoxigraph as ox

from kg.serve.errors import RequestError
from kg.serve.evaluate import acceptable, graph_name, within, write_triples
from kg.serve.media import GRAPHS, RDF, named
from kg.serve.protocol import media_type
from kg.serve.spool import Spool

Graph = ox.NamedNode | ox.DefaultGraph


def graph_of(name: str | None) -> Graph:
    """The graph of that name; None names the default graph."""
    return ox.DefaultGraph() if name is None else graph_name(name)


def there(store: ox.Store, graph: Graph) -> bool:
    """Whether the store has the graph; the default graph is always there."""
    return isinstance(graph, ox.DefaultGraph) or store.contains_named_graph(graph)


def missing(graph: Graph) -> RequestError:
    """The error that says that it has not."""
    return RequestError(404, f"there is no graph {graph}")


def write_graph(store: ox.Store, name: str | None, accept: str | None, spool: Spool, rows: int) -> str:
    """Writes a graph in the format that the client prefers, and returns its content type.

    Raises RequestError where there is no such graph, no such format, or where the graph has more than `rows` triples.
    """
    graph = graph_of(name)
    if not there(store, graph):
        raise missing(graph)
    media = acceptable(accept, GRAPHS)
    triples = (quad.triple for quad in store.quads_for_pattern(None, None, None, graph))
    write_triples(within(triples, rows), media, spool)
    return media.content_type


def triples_of(body: bytes, content_type: str | None, base: str) -> set[ox.Triple]:
    """The triples of a request's body; of a form each part's own. Its blank nodes are new ones.

    Raises RequestError where the body is in no known format, or not as its format asks.
    """
    if media_type(content_type) == "multipart/form-data":
        found: set[ox.Triple] = set()
        for kind, part in _parts(body, content_type or ""):
            found |= triples_of(part, kind, base)
        return found
    media = named(content_type or "", GRAPHS)
    if media is None:
        types = ", ".join(one.types[0] for one in GRAPHS)
        raise RequestError(415, f"a graph as {content_type or 'nothing that is told'}", cure=f"send one of {types}")
    try:
        quads = list(ox.parse(body, format=RDF[media.name], base_iri=base, without_named_graphs=True, rename_blank_nodes=True))
    except SyntaxError as error:
        raise RequestError(400, f"the body is not {media.types[0]}: {error}") from error
    except ValueError as error:
        raise RequestError(400, f"the body cannot be read: {error}") from error
    return {quad.triple if isinstance(quad, ox.Quad) else quad for quad in quads}


def _parts(body: bytes, content_type: str) -> Iterable[tuple[str, bytes]]:
    message = BytesParser(policy=HTTP).parsebytes(
        b"Content-Type: " + content_type.encode("latin-1", "replace") + b"\r\n\r\n" + body
    )
    if not message.is_multipart():
        raise RequestError(400, "the form has no parts", cure="check its boundary")
    for part in message.iter_parts():
        content = part.get_payload(decode=True)
        yield part.get("Content-Type", ""), content if isinstance(content, bytes) else b""


def data(graph: Graph, triples: Iterable[ox.Triple]) -> str:
    """The triples as the inside of INSERT DATA. Terms are written by pyoxigraph, so no value can break out of its quotes."""
    lines = "".join(f"{triple} .\n" for triple in triples)
    return lines if isinstance(graph, ox.DefaultGraph) else f"GRAPH {graph} {{\n{lines}}}\n"
