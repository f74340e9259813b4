"""Validation of a whole store: every document's graph as it lies there, and what is derived from them."""

from __future__ import annotations

from pyoxigraph import Triple

from kg.schema.rdf import DERIVED, TYPE, iri
from kg.schema.validate import Violation, check
from kg.store.rdf.oxigraph import RdfStore


def validate_store(store: RdfStore) -> tuple[Violation, ...]:
    """All violations, sorted; those of the derived graph have `derived` in the place of the document."""
    found: set[Violation] = set()
    for document in store.documents():
        found |= check(document, _triples(store, document))
    derived = [quad.triple for quad in store.graph.quads_for_pattern(None, None, None, DERIVED)]
    nodes = {term for triple in derived for term in (triple.subject, triple.object) if not hasattr(term, "datatype")}
    typed = {quad.triple for node in nodes for quad in store.graph.quads_for_pattern(node, TYPE, None, None)}
    edges = [triple for triple in derived if triple.predicate != TYPE]
    found |= {one for one in check("derived", {*edges, *typed}) if one.node.startswith("contact/")}  # the rest is the documents'
    return tuple(sorted(found, key=lambda one: (one.document, one.node, one.path or "", one.message)))


def _triples(store: RdfStore, document: str) -> list[Triple]:
    return [quad.triple for quad in store.graph.quads_for_pattern(None, None, None, iri(document))]
