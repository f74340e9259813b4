"""Validation of a whole store: every document's graph as it lies there, and what is derived from them."""

from __future__ import annotations

from pyoxigraph import Triple

from kg.schema.rdf import DERIVED, TYPE, iri
from kg.schema.validate import Result, Violation, results
from kg.store.rdf.oxigraph import RdfStore


def validate_store(store: RdfStore) -> tuple[Violation, ...]:
    """All violations, sorted; those of the derived graph have `derived` in the place of the document."""
    found = {one.violation() for one in store_results(store)}
    return tuple(sorted(found, key=lambda one: (one.document, one.node, one.path or "", one.message)))


def store_results(store: RdfStore) -> tuple[Result, ...]:
    """The same with all that SHACL's report says."""
    found: set[Result] = set()
    for document in store.documents():
        found |= results(document, _triples(store, document))
    derived = [quad.triple for quad in store.graph.quads_for_pattern(None, None, None, DERIVED)]
    nodes = {term for triple in derived for term in (triple.subject, triple.object) if not hasattr(term, "datatype")}
    typed = {quad.triple for node in nodes for quad in store.graph.quads_for_pattern(node, TYPE, None, None)}
    edges = [triple for triple in derived if triple.predicate != TYPE]
    contacts = f"<{iri('contact/').value}"
    found |= {one for one in results("derived", {*edges, *typed}) if one.focus.startswith(contacts)}  # the rest is the documents'
    return tuple(
        sorted(found, key=lambda one: (one.document, one.focus, one.path or "", one.message, one.shape or "", one.value or ""))
    )


def _triples(store: RdfStore, document: str) -> list[Triple]:
    return [quad.triple for quad in store.graph.quads_for_pattern(None, None, None, iri(document))]
