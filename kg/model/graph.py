"""What a store holds: per document, the nodes it speaks of and the claims it makes.

A `DocumentGraph` is self-contained: all that one document contributes, and all that goes when it is forgotten.
The whole graph is the union over documents; nothing in it depends on their order.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.facts import Span


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor resolved: `id` is its identifier in the graph, such as `country/KZ` or `person/ermek-kosherbaev`.

    Names in Russian and English and the Wikidata item are there where the seed tables know the actor;
    `country` is the entity id of the country that an organization belongs to, where known.
    """

    id: str
    type: str
    name: str
    aliases: tuple[str, ...] = ()
    iso: str | None = None
    name_ru: str | None = None
    name_en: str | None = None
    wikidata: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """Why a document's actor, meeting or agreement became an entity: kept so that a merge can be explained and undone."""

    local: str
    entity: str
    reason: str
    score: float


@dataclass(frozen=True, slots=True)
class Node:
    """`kind` is a class of the schema (Person, Meeting, …). `properties` are sorted (name, value) pairs;
    a name may occur several times. Values are plain text; the schema says which are dates or numbers.
    """

    id: str
    kind: str
    properties: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of one document. `object` is a node id where `literal` is False, else a plain value.

    `predicate` is a slot of the schema. `negated` and `status` keep polarity and modality; the direct edge beside the
    claim exists only where the claim is not negated. `valid` is the time that it speaks of, ISO 8601.
    `quote` is the article's text at `evidence`, `context` the sentence around it.
    """

    id: str
    subject: str
    predicate: str
    object: str
    literal: bool
    rule: str
    confidence: float
    evidence: Span | None = None
    quote: str | None = None
    context: str | None = None
    negated: bool = False
    status: str | None = None
    reported_by: str | None = None
    valid: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentGraph:
    """All that one document contributes. `document` is the id of its Document node, which is among `nodes`.

    `fingerprint` changes with the article and with whatever else decides the graph (version, tables of what is known).
    Nodes and claims are sorted by id.
    """

    document: str
    fingerprint: str
    nodes: tuple[Node, ...]
    claims: tuple[Claim, ...]
