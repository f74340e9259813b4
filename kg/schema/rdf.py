"""DocumentGraph -> RDF triples: which IRI a name has, which datatype a value.

The way back is kg.store.rdf.quads. One document's triples live in the named graph of its Document node:

- a node: its class (`rdf:type`) and its properties; references are IRIs, dates carry the datatype of their precision;
- a claim: a kg:Claim node with rdf:subject, rdf:predicate, rdf:object, rule, confidence, evidence offsets and quote;
- the direct edge of a claim that is not negated: the triple itself;
- values of enumerations are the SKOS concepts of the vocabulary; text carries a language tag where the language is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Triple

from kg.model.errors import SchemaError
from kg.model.graph import Claim, DocumentGraph, Node
from kg.schema.model import Slot, schema

ID = "https://w3id.org/elshi/id/"
NS = "https://w3id.org/elshi/ns#"
DERIVED = NamedNode("https://w3id.org/elshi/derived")
"""The graph of what is recomputed from the documents."""
ELSEWHERE = NamedNode("https://w3id.org/elshi/elsewhere")
"""In the excerpt of a store: the graph of what some document says, no matter which."""
UNKNOWN = f"{NS}x."
"""Names that the vocabulary lacks go under this, so that no data are lost; validation reports them."""

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
TYPE = NamedNode(f"{RDF}type")
LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
CLAIM = NamedNode(f"{NS}Claim")

Term = NamedNode | Literal

_DATE = NamedNode(f"{XSD}date"), NamedNode(f"{XSD}gYearMonth"), NamedNode(f"{XSD}gYear")
_PARTIAL = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
INTEGER = re.compile(r"0|-?[1-9][0-9]{0,17}")
_DOTS = re.compile(r"(?:\A|/)\.\.?(?:/|\Z)")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


def iri(node: str) -> NamedNode:
    """The IRI of a node id. Raises SchemaError where the id holds characters that an IRI cannot, or a part . or .. that
    servers take away when they resolve it.
    """
    if ("/." in node or node[:1] == ".") and _DOTS.search(node):
        raise SchemaError(f"the identifier {node!r} cannot stand in an IRI: it has a part of dots alone")
    try:
        return NamedNode(ID + node)
    except ValueError as error:
        raise SchemaError(f"the identifier {node!r} cannot stand in an IRI: {error}") from error


def is_own(graph: object) -> bool:
    """Whether a graph of that name is one of Elshi's: of a document, or of what is derived from them."""
    return isinstance(graph, NamedNode) and (graph.value.startswith(ID) or graph in {DERIVED, ELSEWHERE})


@lru_cache(maxsize=4096)
def slot_iri(name: str) -> NamedNode:
    """The IRI of a property or of a claim's predicate."""
    slot = schema().slots.get(name)
    return NamedNode(slot.iri if slot else UNKNOWN + quote(name, safe=""))


@lru_cache(maxsize=256)
def predicate_iri(name: str) -> NamedNode:
    """The IRI of a claim's predicate: only slots that the vocabulary allows in claims are known here."""
    slot = schema().slots.get(name)
    return NamedNode(slot.iri if slot and slot.claim else UNKNOWN + quote(name, safe=""))


@lru_cache(maxsize=256)
def class_iri(kind: str) -> NamedNode:
    """The IRI of a class."""
    known = schema().classes.get(kind)
    return NamedNode(known.iri if known else UNKNOWN + quote(kind, safe=""))


def partial_date(text: str) -> Literal | None:
    """An ISO 8601 year, month or day with its datatype; None where the text is none."""
    return None if first_day(text) is None else Literal(text, datatype=_DATE[{10: 0, 7: 1, 4: 2}[len(text)]])


def first_day(text: str) -> date | None:
    """The first day of a year, month or day in ISO 8601; None where the text is none."""
    if not _PARTIAL.fullmatch(text):
        return None
    try:
        return date(*(int(text[a:b] or 1) for a, b in ((0, 4), (5, 7), (8, 10))))
    except ValueError:
        return None


def literal(slot: Slot | None, value: str, kind: str | None, language: str | None) -> Term:
    """A plain value of a slot as RDF. A value that does not fit its slot stays plain text, for validation to report.

    `kind` is the class of the node that has it, `language` that of the document.
    """
    if slot is None:
        return Literal(value)
    known = schema().classes.get(kind or "")
    if known and slot.name in known.enums:
        found = schema().enums[known.enums[slot.name]].get(value)
        return Literal(value) if found is None else NamedNode(found.iri)
    if slot.type == "date":
        return partial_date(value) or Literal(value)
    if slot.type == "integer":
        return Literal(int(value)) if INTEGER.fullmatch(value) else Literal(value)
    if slot.type == "boolean":
        return Literal(value == "true") if value in {"true", "false"} else Literal(value)
    return _text(slot, value, language)


def _text(slot: Slot, value: str, language: str | None) -> Literal:
    if slot.tagged == "document":
        return Literal(value, language=language) if language else Literal(value)
    if slot.name == "name":  # prefLabel@ru and @en are name_ru and name_en: other documents' names go untagged
        return Literal(value, language="kk") if language == "kk" else Literal(value)
    return Literal(value, language=slot.tagged) if slot.tagged else Literal(value)


def triples(graph: DocumentGraph) -> list[Triple]:
    """All triples of one document, none twice.

    Raises SchemaError for what RDF could not give back: an identifier given twice, or that is no IRI, a property that
    repeats another or a claim of the same document, half a Unicode character.
    """
    _check(graph)
    try:
        language = _language(graph)
        kinds = {node.id: node.kind for node in graph.nodes}
        stated: dict[Triple, None] = {}
        for claim in graph.claims:
            stated.update(dict.fromkeys(_claim(claim, graph.document, kinds.get(claim.subject), language)))
        properties = [triple for node in graph.nodes for triple in _node(node, language)]
        properties.append(Triple(iri(graph.document), slot_iri("fingerprint"), Literal(graph.fingerprint)))
    except ValueError as error:  # so pyoxigraph says it of half a Unicode character, which JSON can hold and no file can
        raise SchemaError(f"a text of the document cannot be written: {error}", file=graph.document) from error
    twice = [str(triple) for triple in properties if triple in stated]
    if twice or len(set(properties)) < len(properties):
        raise SchemaError(f"a property is given twice, or repeats a claim: {'; '.join(twice[:3])}", file=graph.document)
    return [*properties, *stated]


def _check(graph: DocumentGraph) -> None:
    ids = [node.id for node in graph.nodes] + [claim.id for claim in graph.claims]
    if len(set(ids)) < len(ids):
        twice = next(found for found in ids if ids.count(found) > 1)
        raise SchemaError(f"the identifier {twice} is given twice", file=graph.document)
    if any(name == "fingerprint" for node in graph.nodes for name, _ in node.properties):
        raise SchemaError("a fingerprint belongs to the document graph, no node has it as a property", file=graph.document)


def _language(graph: DocumentGraph) -> str | None:
    for node in graph.nodes:
        if node.id == graph.document:
            found = dict(node.properties).get("lang", "")
            return found if _LANGUAGE.fullmatch(found) else None
    return None


def _node(node: Node, language: str | None) -> Iterator[Triple]:
    subject, slots = iri(node.id), schema().slots
    yield Triple(subject, TYPE, class_iri(node.kind))
    for name, value in node.properties:
        slot = slots.get(name)
        reference = slot is not None and slot.type == "reference"
        yield Triple(subject, slot_iri(name), iri(value) if reference else literal(slot, value, node.kind, language))


def _claim(claim: Claim, document: str, kind: str | None, language: str | None) -> Iterator[Triple]:
    slots = schema().slots
    node, subject, predicate = iri(claim.id), iri(claim.subject), predicate_iri(claim.predicate)
    slot = slots.get(claim.predicate)
    target: Term = (
        literal(slot if slot and slot.claim else None, claim.object, kind, language) if claim.literal else iri(claim.object)
    )
    if not claim.negated:
        yield Triple(subject, predicate, target)
    yield Triple(node, TYPE, CLAIM)
    yield Triple(node, slot_iri("document"), iri(document))
    yield Triple(node, slot_iri("subject"), subject)
    yield Triple(node, slot_iri("predicate"), predicate)
    yield Triple(node, slot_iri("object"), target)
    yield Triple(node, slot_iri("rule"), Literal(claim.rule))
    yield Triple(node, slot_iri("confidence"), Literal(float(claim.confidence)))
    yield Triple(node, slot_iri("negated"), Literal(claim.negated))
    if claim.evidence is not None:
        yield Triple(node, slot_iri("start"), Literal(claim.evidence.start))
        yield Triple(node, slot_iri("end"), Literal(claim.evidence.end))
    for name, value in (
        ("quote", claim.quote),
        ("context", claim.context),
        ("status", claim.status),
        ("reported_by", claim.reported_by),
        ("valid", claim.valid),
    ):
        if value is not None:
            yield Triple(node, slot_iri(name), literal(slots[name], value, "Claim", language))
