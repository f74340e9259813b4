"""Clients that others wrote: SPARQLWrapper, rdflib."""

from __future__ import annotations

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore, SPARQLUpdateStore
from SPARQLWrapper import CSV, JSON, N3, POST, POSTDIRECTLY, RDFXML, TSV, TURTLE, XML, SPARQLWrapper

from tests.protocol.server import TOKEN

COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?m a <https://w3id.org/elshi/ns#Meeting> }"


@pytest.mark.parametrize("form", [JSON, XML, CSV, TSV])
def test_sparqlwrapper_gets_rows(reader, form):
    client = SPARQLWrapper(f"{reader.url}sparql")
    client.setQuery(COUNT)
    client.setReturnFormat(form)
    found = client.query()
    if form is JSON:
        assert found.convert()["results"]["bindings"][0]["n"]["value"] == "3"
    else:
        assert b"3" in found.response.read()


@pytest.mark.parametrize("form", [TURTLE, N3, RDFXML])
def test_sparqlwrapper_gets_triples(reader, form):
    client = SPARQLWrapper(f"{reader.url}sparql")
    client.setQuery("CONSTRUCT WHERE { ?m a <https://w3id.org/elshi/ns#Meeting> }")
    client.setReturnFormat(form)
    found = client.query().convert()
    graph = found if isinstance(found, rdflib.Graph) else rdflib.Graph().parse(data=found, format="turtle")
    assert len(graph) == 3


@pytest.mark.parametrize("way", ["urlencoded", POSTDIRECTLY])
def test_sparqlwrapper_updates(writer, way):
    client = SPARQLWrapper(f"{writer.url}sparql")
    client.addCustomHttpHeader("Authorization", f"Bearer {TOKEN}")
    client.setMethod(POST)
    client.setRequestMethod(way)
    client.setQuery("INSERT DATA { GRAPH <http://e/wrapper> { <http://e/a> <http://e/b> 'ә' } }")
    client.query()
    assert writer.ask("ASK { GRAPH <http://e/wrapper> { <http://e/a> <http://e/b> 'ә' } }")


def test_rdflib_reads_the_graph_as_its_own(reader):
    graph = rdflib.Graph(SPARQLStore(f"{reader.url}sparql"))
    kind = rdflib.URIRef("https://w3id.org/elshi/ns#Meeting")
    assert len(list(graph.triples((None, rdflib.RDF.type, kind)))) == 3
    assert [str(row.n) for row in graph.query(COUNT)] == ["3"]


def test_rdflib_writes_a_graph(writer):
    address, headers = f"{writer.url}sparql", {"Authorization": f"Bearer {TOKEN}"}
    store = SPARQLUpdateStore(address, address, headers=headers, autocommit=True)
    graph = rdflib.Graph(store, rdflib.URIRef("http://e/rdflib"))
    triple = (rdflib.URIRef("http://e/s"), rdflib.URIRef("http://e/p"), rdflib.Literal('"сөз"\n\\', lang="kk"))
    graph.add(triple)
    assert list(graph) == [triple]
    graph.remove(triple)
    assert list(graph) == []
