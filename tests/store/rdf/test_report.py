"""SHACL's report as RDF."""

from __future__ import annotations

from io import BytesIO

import rdflib
from rdflib.namespace import RDF, SH

from kg.store.rdf.oxigraph import RdfStore
from kg.store.rdf.report import write_report
from kg.store.rdf.validation import store_results, validate_store
from tests.store.helpers import Paper, visit


def report(*graphs: object) -> tuple[bytes, int]:
    with RdfStore.open("memory:") as store:
        store.write(graphs)  # type: ignore[arg-type]
        out = BytesIO()
        write_report(store_results(store), out)
        return out.getvalue(), len(validate_store(store))


def faulty() -> object:
    paper = Paper("d1")
    paper.node("country/FR", "Country", name='Фра"н\nция', iso='F"R')
    paper.node("meeting/m9", "Meeting", label="Кездесу")
    return paper.graph()


def test_a_graph_without_faults_conforms() -> None:
    text, count = report(visit())
    graph = rdflib.Graph().parse(data=text, format="turtle")
    assert count == 0
    assert [str(found) for found in graph.objects(None, SH.conforms)] == ["true"]
    assert not list(graph.objects(None, SH.result))


def test_every_result_says_what_shacl_asks_of_it_and_its_document() -> None:
    text, count = report(faulty())
    graph = rdflib.Graph().parse(data=text, format="turtle")
    results = list(graph.subjects(RDF.type, SH.ValidationResult))
    assert len(results) >= count > 1
    document = rdflib.URIRef("https://w3id.org/elshi/id/document/d1")
    for result in results:
        for name in ("focusNode", "resultMessage", "resultSeverity", "sourceConstraintComponent", "sourceShape"):
            assert graph.value(result, SH[name]) is not None, name
        assert (result, rdflib.URIRef("https://w3id.org/elshi/ns#document"), document) in graph
    assert rdflib.Literal('F"R') in set(graph.objects(None, SH.value))


def test_a_path_against_the_direction_of_a_slot_is_an_inverse_path() -> None:
    graph = rdflib.Graph().parse(data=report(faulty())[0], format="turtle")
    assert RDF.subject in set(graph.objects(None, SH.inversePath))


def test_equal_graphs_give_equal_bytes() -> None:
    assert report(faulty(), visit("d2")) == report(visit("d2"), faulty())
