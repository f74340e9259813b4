"""RDF triples of one named graph -> DocumentGraph: the way back of kg.schema.rdf, without loss."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import unquote

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from kg.model.errors import StoreError
from kg.model.facts import Span
from kg.model.graph import Claim, DocumentGraph, Node
from kg.schema.model import schema
from kg.schema.rdf import CLAIM, ID, NS, TYPE, UNKNOWN, Term, iri, triples

_PREFIX = len(ID)
_LABELS = {"ru": "name_ru", "en": "name_en"}


def to_quads(graph: DocumentGraph) -> list[Quad]:
    """The document's triples in its named graph, the IRI of its Document node. Raises SchemaError as `triples` does."""
    name = iri(graph.document)
    return [Quad(triple.subject, triple.predicate, triple.object, name) for triple in triples(graph)]


def from_quads(document: str, quads: Iterable[Quad | Triple]) -> DocumentGraph:
    """The document graph whose triples these are, in any order. Raises StoreError where they cannot be one."""
    about: dict[str, list[tuple[str, Term]]] = {}
    for found in quads:
        if not isinstance(found.subject, NamedNode) or not isinstance(found.object, NamedNode | Literal):
            raise StoreError(f"a triple that Elshi did not write: {found}", file=document)
        about.setdefault(found.subject.value, []).append((found.predicate.value, found.object))
    claims = [_claim(subject, facts) for subject, facts in about.items() if (TYPE.value, CLAIM) in facts]
    direct = {_edge(facts) for facts in about.values() if (TYPE.value, CLAIM) in facts}
    nodes, fingerprint = [], ""
    for subject, facts in about.items():
        if (TYPE.value, CLAIM) in facts:
            continue
        kind, properties = None, []
        for predicate, value in facts:
            if predicate == TYPE.value:
                kind = class_name(value.value)
            elif (subject, predicate, value) in direct:
                continue
            elif (name := slot_name(predicate, value)) == "fingerprint":
                fingerprint = value.value
            else:
                properties.append((name, plain(value)))
        if kind is not None:
            nodes.append(Node(subject[_PREFIX:], kind, tuple(sorted(properties))))
    return DocumentGraph(
        document,
        fingerprint,
        tuple(sorted(nodes, key=lambda node: node.id)),
        tuple(sorted(claims, key=lambda claim: claim.id)),
    )


def plain(term: Term | BlankNode | Triple | DefaultGraph) -> str:
    """A term as text: the id of a node, the code of a concept, the value of a literal; else the IRI, or what N-Quads write."""
    if isinstance(term, Literal):
        return term.value
    if not isinstance(term, NamedNode):
        return str(term)
    if term.value.startswith(ID):
        return term.value[_PREFIX:]
    return schema().concepts.get(term.value, term.value)


@lru_cache(maxsize=1)
def _slots() -> dict[str, str]:
    return {slot.iri: slot.name for slot in schema().slots.values() if not slot.name.startswith("name_")}


@lru_cache(maxsize=1)
def _classes() -> dict[str, str]:
    return {kind.iri: kind.name for kind in schema().classes.values()}


def slot_name(predicate: str, value: Term | BlankNode | Triple | None = None) -> str:
    """The slot behind a predicate; the names in Russian and English share theirs and are told by their language tag."""
    name = _slots().get(predicate) or unquote(predicate.removeprefix(UNKNOWN))
    language = value.language if isinstance(value, Literal) else None
    return _LABELS.get(language or "", name) if name == "name" else name


def class_name(found: str) -> str:
    """The class behind an IRI."""
    return _classes().get(found) or unquote(found.removeprefix(UNKNOWN))


def _edge(facts: list[tuple[str, Term]]) -> tuple[str, str, Term]:
    given = dict(facts)
    slots = schema().slots
    return given[slots["subject"].iri].value, given[slots["predicate"].iri].value, given[slots["object"].iri]


def _claim(subject: str, facts: list[tuple[str, Term]]) -> Claim:
    given = {slot_name(predicate, value): value for predicate, value in facts}
    try:
        target = given["object"]
        text = {name: given[name].value for name in ("quote", "context", "status", "reported_by", "valid") if name in given}
        evidence = Span(int(given["start"].value), int(given["end"].value)) if "start" in given else None
        return Claim(
            id=subject[_PREFIX:],
            subject=plain(given["subject"]),
            predicate=slot_name(given["predicate"].value),
            object=plain(target),
            literal=isinstance(target, Literal) or not target.value.startswith(ID),
            rule=given["rule"].value,
            confidence=float(given["confidence"].value),
            evidence=evidence,
            negated=given["negated"].value == "true",
            **text,
        )
    except (KeyError, ValueError) as error:
        raise StoreError(f"the claim {subject} is not whole: {error}", cure=f"its triples must be those of {NS}Claim") from error
