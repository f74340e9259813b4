"""Claims in RDF 1.2: a claim reifies its triple (`rdf:reifies <<( s p o )>>`) in place of rdf:subject, predicate and object.

Of a claim that its document denies, the triple is reified and not asserted. Both ways lose nothing. Source: RDF 1.2
Concepts, section 1.5 (triple terms and reification).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.model.errors import StoreError
from kg.schema.rdf import RDF

REIFIES = NamedNode(f"{RDF}reifies")
SUBJECT, PREDICATE, OBJECT = (NamedNode(f"{RDF}{name}") for name in ("subject", "predicate", "object"))
_PARTS = (SUBJECT, PREDICATE, OBJECT)


def reified(triples: Iterable[Triple]) -> Iterator[Triple]:
    """The triples of one graph, with a triple term for each node that has an rdf:subject, rdf:predicate and rdf:object.

    What has none stays, in its order; the reifying triples come last.
    Raises StoreError where a node has a part twice or lacks one.
    """
    parts: dict[NamedNode, dict[NamedNode, NamedNode | Literal]] = {}
    for triple in triples:
        if triple.predicate not in _PARTS:
            yield triple
            continue
        if not isinstance(triple.subject, NamedNode) or not isinstance(triple.object, NamedNode | Literal):
            raise StoreError(f"a triple that Elshi did not write: {triple}")
        given = parts.setdefault(triple.subject, {})
        if given.setdefault(triple.predicate, triple.object) != triple.object:
            raise StoreError(f"the claim {triple.subject} has several of {triple.predicate}")
    for claim, given in parts.items():
        subject, predicate, value = (given.get(part) for part in _PARTS)
        if not isinstance(subject, NamedNode) or not isinstance(predicate, NamedNode) or value is None:
            raise StoreError(f"the claim {claim} is not whole", cure="validate the store with kg validate")
        yield Triple(claim, REIFIES, Triple(subject, predicate, value))


def plain_quads(quads: Iterable[Quad]) -> Iterator[Quad]:
    """The way back: rdf:subject, rdf:predicate and rdf:object in the place of each triple term.

    Raises StoreError where a triple term stands elsewhere than behind rdf:reifies, or holds another.
    """
    for quad in quads:
        if not isinstance(quad.object, Triple):
            yield quad
            continue
        term = quad.object
        if quad.predicate != REIFIES or isinstance(term.object, Triple):
            raise StoreError(f"a triple term that Elshi did not write: {quad}", cure="triple terms stand behind rdf:reifies")
        for predicate, value in zip(_PARTS, (term.subject, term.predicate, term.object), strict=True):
            yield Quad(quad.subject, predicate, value, quad.graph_name)
