"""DocumentGraph -> what it states of each node and edge: the parts that documents share, and that are counted by document.

Pure functions; docs/property-graph.md says what they become. Only names of the vocabulary take part: they may stand in the text
of a query, where a label or a relationship type cannot be a parameter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from kg.model.graph import Claim, DocumentGraph
from kg.schema.model import Slot, schema

CLASS = "class"
"""Stands for the class of a node among its slots; no slot of the vocabulary has this name."""

Statement = tuple[str, str]
"""Slot and value."""
Edge = tuple[str, str, str]
"""Subject, predicate and object of a claim."""


@dataclass(frozen=True, slots=True)
class EdgeCount:
    """How many claims, of how many documents, state an edge, and how sure the surest is."""

    claims: int
    documents: int
    confidence: float


@dataclass(slots=True)
class Stated:
    """What one document states."""

    nodes: dict[str, set[Statement]] = field(default_factory=lambda: defaultdict(set))
    """Each node that it speaks of, or refers to."""
    described: set[str] = field(default_factory=set)
    """The nodes that it gives a class, without those that are its alone by nature."""
    edges: dict[Edge, EdgeCount] = field(default_factory=dict)


def stated(graph: DocumentGraph) -> Stated:
    """What a document states of nodes and of the edges between them."""
    found = Stated()
    found.nodes[graph.document]  # makes it known
    for node in graph.nodes:
        about = found.nodes[node.id]
        about.add((CLASS, node.kind))
        for name, value in node.properties:
            slot = slot_of(name)
            if slot is not None:
                about.add((name, value))
                if slot.type == "reference":
                    found.nodes[value]
        if node.kind not in {"Document", "Mention", "Claim"}:
            found.described.add(node.id)
    for claim in graph.claims:
        about = found.nodes[claim.subject]
        if not claim.literal:
            found.nodes[claim.object]
        if claim.negated or not _may_claim(claim):
            continue
        if claim.literal:
            about.add((claim.predicate, claim.object))
            continue
        edge = (claim.subject, claim.predicate, claim.object)
        before = found.edges.get(edge, EdgeCount(0, 1, 0.0))
        found.edges[edge] = EdgeCount(before.claims + 1, 1, max(before.confidence, claim.confidence))
    return found


@lru_cache(maxsize=512)
def slot_of(name: str) -> Slot | None:
    """The slot that a property has; None for names that the vocabulary lacks, and for those that are derived."""
    slot = schema().slots.get(name)
    return None if slot is None or slot.derived else slot


def _may_claim(claim: Claim) -> bool:
    slot = schema().slots.get(claim.predicate)
    return slot is not None and slot.claim and (slot.type == "reference") != claim.literal


def edge_type(predicate: str) -> str:
    """The relationship type beside claims with this predicate: participant -> PARTICIPANT."""
    return predicate.upper()


def reference_type(slot: str) -> str:
    """The relationship type of a slot that refers to a node: country -> OF_COUNTRY."""
    return f"OF_{slot.upper()}"


def labels(kinds: Iterator[str] | set[str]) -> frozenset[str]:
    """The labels of a node of these classes."""
    known = schema().classes
    found = {"Entity"}
    for kind in kinds:
        if kind in known and not known[kind].derived:
            found.add(kind)
            parent = known[kind].parent
            found |= {parent} if parent else set()
    return frozenset(found)
