"""DocumentGraph to RDF and back: nothing is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from pyoxigraph import Literal, NamedNode, Store

from kg.model.errors import SchemaError, StoreError
from kg.model.graph import Claim, DocumentGraph, Node
from kg.store import open_store
from kg.store.rdf.quads import from_quads, to_quads
from tests.store.helpers import visit
from tests.store.made import graphs


@settings(max_examples=300, deadline=None)
@given(graphs())
def test_any_graph_comes_back_from_rdf_as_it_was(graph: DocumentGraph) -> None:
    assert from_quads(graph.document, to_quads(graph)) == graph


@settings(max_examples=60, deadline=None)
@given(graphs())
def test_any_graph_comes_back_from_a_store_as_it_was(graph: DocumentGraph) -> None:
    with open_store("memory:") as store:
        store.write([graph])
        assert list(store.read()) == [graph]


def test_the_order_of_quads_does_not_matter() -> None:
    assert from_quads("document/d1", reversed(to_quads(visit("d1")))) == visit("d1")


def found(predicate: str, subject: str | None = None) -> set[str]:
    store = Store()
    store.extend(to_quads(visit("d1")))
    start = None if subject is None else NamedNode(f"https://w3id.org/elshi/id/{subject}")
    return {str(quad.object) for quad in store.quads_for_pattern(start, NamedNode(predicate), None, None)}


def test_a_document_has_its_own_named_graph() -> None:
    assert {str(quad.graph_name) for quad in to_quads(visit("d1"))} == {"<https://w3id.org/elshi/id/document/d1>"}


def test_names_carry_their_language() -> None:
    labels = found("http://www.w3.org/2004/02/skos/core#prefLabel", "country/KZ")
    assert labels == {'"Қазақстан"@kk', '"Казахстан"@ru', '"Kazakhstan"@en'}


def test_dates_carry_the_datatype_of_their_precision() -> None:
    assert found("https://w3id.org/elshi/ns#date", "meeting/m1") == {'"2025-11-25"^^<http://www.w3.org/2001/XMLSchema#date>'}


def test_kinds_are_concepts_of_the_vocabulary() -> None:
    assert found("https://w3id.org/elshi/ns#kind", "meeting/m1") == {"<https://w3id.org/elshi/vocabulary/meeting-kind/talks>"}


def test_a_negated_claim_has_no_edge() -> None:
    graph = visit("d1")
    denied = replace(graph, claims=tuple(replace(claim, negated=True) for claim in graph.claims))
    edges = [quad for quad in to_quads(denied) if quad.predicate.value.endswith(("#participant", "#kind", "#holds"))]
    assert edges == []
    assert from_quads(denied.document, to_quads(denied)) == denied


@pytest.mark.parametrize(
    ("nodes", "message"),
    [
        ((Node("a b", "Person"),), "cannot stand in an IRI"),
        ((Node("person/a", "Person", (("name", "А"), ("name", "А"))),), "given twice"),
        ((Node("person/a", "Person", (("name", "\ud800"),)),), "cannot be written"),
        ((Node("document/d", "Document", (("fingerprint", "x"),)),), "fingerprint"),
        ((Node("meeting/m", "Meeting", (("date", "2025"),)),), "repeats a claim"),
    ],
)
def test_what_rdf_could_not_give_back_is_refused(nodes: tuple[Node, ...], message: str) -> None:
    claim = Claim("claim/1", "meeting/m", "date", "2025", True, "r", 1.0)
    with pytest.raises(SchemaError, match=message):
        to_quads(DocumentGraph("document/d", "f", nodes, (claim,)))


def test_a_claim_that_lost_a_part_is_reported_with_its_name() -> None:
    quads = [quad for quad in to_quads(visit("d1")) if not quad.predicate.value.endswith("#rule")]
    with pytest.raises(StoreError, match=r"claim/.* is not whole: 'rule'"):
        from_quads("document/d1", quads)


def test_a_literal_that_holds_hostile_text_stays_a_literal() -> None:
    hostile = '" } } ; DROP ALL ; INSERT DATA { <a:b> <a:b> "\\'
    node = Node("person/a", "Person", (("name", hostile),))
    with open_store("memory:") as store:
        store.write([visit("d1"), DocumentGraph("document/d2", hostile, (node,), ())])
        assert list(store.read()) == [visit("d1"), DocumentGraph("document/d2", hostile, (node,), ())]
    assert Literal(hostile) in {quad.object for quad in to_quads(DocumentGraph("document/d2", hostile, (node,), ()))}
