"""Refuses what some store could not keep without loss, by the rules of kg.schema.rdf.triples, without making the triples."""

from __future__ import annotations

from collections import Counter

from kg.model.errors import SchemaError
from kg.model.graph import DocumentGraph
from kg.schema.rdf import iri


def check(graph: DocumentGraph) -> None:
    """Raises SchemaError for an identifier given twice, or that is no IRI, and for a property that is given twice, repeats a
    claim or is a fingerprint.
    """
    ids = Counter([node.id for node in graph.nodes])
    ids.update(claim.id for claim in graph.claims)
    key, most = ids.most_common(1)[0] if ids else ("", 0)
    if most > 1:
        raise SchemaError(f"the identifier {key} is given twice", file=graph.document)
    try:
        for key in {graph.document, *ids, *(claim.object for claim in graph.claims if not claim.literal)}:
            iri(key)
    except ValueError as error:  # half a Unicode character
        raise SchemaError(f"a text of the document cannot be written: {error}", file=graph.document) from error
    stated = {(claim.subject, claim.predicate, claim.object) for claim in graph.claims if not claim.negated}
    for node in graph.nodes:
        if any(name == "fingerprint" for name, _ in node.properties):
            raise SchemaError("a fingerprint belongs to the document graph, no node has it as a property", file=graph.document)
        twice = [one for one, count in Counter(node.properties).items() if count > 1 or (node.id, *one) in stated]
        if twice:
            told = f"{node.id} {twice[0][0]} {twice[0][1]}"
            raise SchemaError(f"a property is given twice, or repeats a claim: {told}", file=graph.document)
