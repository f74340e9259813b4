"""The W3C's own tests of the SPARQL 1.1 Protocol, against a `kg serve` that really runs."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from tests.protocol.manifest import Case, Exchange, cases
from tests.protocol.server import BEARER, Server

PROTOCOL = cases("protocol/manifest.ttl")
DIRECT = cases("graph-store-protocol/manifest-direct.ttl")
INDIRECT = cases("graph-store-protocol/manifest-indirect.ttl")
AUTHORITY = "http://www.example"  # the server under test, as the manifests call it


def test_all_cases_are_there():
    assert (len(PROTOCOL), len(DIRECT), len(INDIRECT)) == (34, 4, 9)


@pytest.mark.parametrize("case", PROTOCOL, ids=lambda case: case.name)
def test_protocol(writer: Server, case: Case):
    empty(writer)
    for graph, data in case.data:
        put = writer.request(
            "PUT", "/store", params={"graph": graph}, content=data, headers={**BEARER, "Content-Type": "text/turtle"}
        )
        assert put.status_code == 201
    for exchange in case.exchanges:
        response = send(writer, exchange, exchange.path.replace("/sparql/", "/sparql", 1))
        told(exchange, response)
        if exchange.boolean is not None:
            assert response.json()["boolean"] is exchange.boolean
        if exchange.format == "tabular":
            ox.parse_query_results(response.content, format=ox.QueryResultsFormat.from_media_type(media(response)))
        if exchange.format == "RDF":
            list(ox.parse(response.content, format=ox.RdfFormat.from_media_type(media(response))))


@pytest.mark.parametrize("case", DIRECT + INDIRECT, ids=lambda case: case.name)
def test_graph_store_protocol(writer: Server, case: Case):
    empty(writer)
    location = None
    for exchange in case.exchanges:
        path = exchange.path.replace("/gsp", "/store", 1)
        response = send(writer, exchange, path if location is None else path.replace("$LOCATION$", location))
        told(exchange, response)
        if exchange.location is not None:
            location = response.headers["location"]
        for name, value in exchange.returned_headers.items():
            assert response.headers[name] == value
        if exchange.returned is not None:
            assert graph(response.text) == graph(exchange.returned)


def empty(server: Server) -> None:
    assert server.update("DROP ALL").status_code < 300
    assert (
        server.rows(
            "SELECT * WHERE { { ?s ?p ?o } UNION { GRAPH <http://kasei.us/2009/09/sparql/data/data1.rdf> { ?s ?p ?o } } }"
        )
        == []
    )


def send(server: Server, exchange: Exchange, path: str):
    # The cases bear no token, this server asks for one.
    return server.client.request(exchange.method, path, content=exchange.body, headers={**exchange.headers, **BEARER})


def told(exchange: Exchange, response) -> None:
    status = str(response.status_code)
    assert any(status == wanted or (wanted[1:] == "xx" and status[0] == wanted[0]) for wanted in exchange.statuses), response.text


def media(response) -> str:
    return response.headers["content-type"].partition(";")[0]


def graph(text: str) -> ox.Dataset:
    found = ox.Dataset(ox.parse(text.encode(), format=ox.RdfFormat.TURTLE, base_iri=AUTHORITY))
    found.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return found
