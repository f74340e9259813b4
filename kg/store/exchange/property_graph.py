"""Document graphs in, all nodes and relationships of their property graph out: those that a store at `neo4j://` would hold.

docs/property-graph.md is the model. What documents share is counted in memory; claims are read again and pass by one
document at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from kg.model.graph import DocumentGraph
from kg.store.derive import MeetingFacts, meetings
from kg.store.property.change import Replacement, Rows, add_document
from kg.store.property.derived import Encounters, add_derived
from kg.store.property.state import NodeState
from kg.store.property.stated import Edge, EdgeCount, edge_type, reference_type, stated
from kg.store.property.statements import FORMAT, STORE


@dataclass(frozen=True, slots=True)
class PropertyNode:
    """`properties` has no empty values: text, numbers, booleans, dates, lists of text, and the bytes of a Contribution."""

    labels: tuple[str, ...]
    properties: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Relationship:
    """From the node with the id `start` to the one with the id `end`."""

    kind: str
    start: str
    end: str
    properties: dict[str, Any]


@dataclass(slots=True)
class PropertyGraph:
    """The property graph of all that `read` gives, each time anew: give `Store.read`."""

    read: Callable[[], Iterable[DocumentGraph]]
    _states: dict[str, NodeState] = field(init=False, default_factory=dict)
    _edges: dict[Edge, EdgeCount] = field(init=False, default_factory=dict)
    _meetings: dict[str, MeetingFacts] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for graph in self.read():
            said = stated(graph)
            for key, statements in said.nodes.items():
                self._states.setdefault(key, NodeState()).add(statements, 1)
            for edge, count in said.edges.items():
                was = self._edges.get(edge, EdgeCount(0, 0, 0.0))
                self._edges[edge] = EdgeCount(was.claims + count.claims, was.documents + 1, max(was.confidence, count.confidence))
            for meeting, facts in meetings(graph).items():
                self._meetings[meeting] = self._meetings.get(meeting, MeetingFacts()) | facts

    def nodes(self) -> Iterator[PropertyNode]:
        """Entities, sorted by labels and id, then the claims of one document after the other. All have an `id`."""
        yield from self._entities()
        for _, contribution in self._contributions():
            yield from _claims(contribution)

    def own_nodes(self) -> Iterator[PropertyNode]:
        """What makes the graph a store that Elshi can read and change: no relationship touches these."""
        yield PropertyNode(("Store",), {"id": STORE, "format": FORMAT})
        for _, contribution in self._contributions():
            yield from _own(contribution)

    def relationships(self) -> Iterator[Relationship]:
        """Sorted by type, start and end; those of claims and documents come last, one document after the other."""
        yield from self._shared()
        for document, contribution in self._contributions():
            yield from _relationships(document, contribution)

    def everything(self) -> Iterator[PropertyNode | Relationship]:
        """All of these, in an order that reads the documents only once more."""
        yield from self._entities()
        yield from self._shared()
        yield PropertyNode(("Store",), {"id": STORE, "format": FORMAT})
        for document, contribution in self._contributions():
            yield from _claims(contribution)
            yield from _own(contribution)
            yield from _relationships(document, contribution)

    def _entities(self) -> Iterator[PropertyNode]:
        found = ((tuple(sorted(state.labels())), key) for key, state in self._states.items())
        for labels, key in sorted(found):
            yield PropertyNode(labels, _known(self._states[key].properties(key)))

    def _shared(self) -> list[Relationship]:
        shared: list[Relationship] = []
        for (subject, predicate, target), count in self._edges.items():
            properties = {"claims": count.claims, "documents": count.documents, "confidence": count.confidence}
            shared.append(Relationship(edge_type(predicate), subject, target, properties))
        for key, state in self._states.items():
            shared += [
                Relationship(reference_type(slot), key, target, {"documents": count})
                for (slot, target), count in state.references().items()
            ]
        shared += self._derived()
        return sorted(shared, key=lambda one: (one.kind, one.start, one.end))

    def _derived(self) -> Iterator[Relationship]:
        result = Rows()
        add_derived(Encounters(dict.fromkeys(self._meetings, MeetingFacts()), self._meetings), {}, lambda _: {}, result)
        for kind, found in result.new_edges.items():
            yield from (Relationship(kind, row["a"], row["b"], _known(row["p"])) for row in found)

    def _contributions(self) -> Iterator[tuple[str, Rows]]:
        for graph in self.read():
            result = Rows()
            add_document(Replacement({}, {graph.document: graph}), graph.document, result)
            yield graph.document, result


def _known(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value is not None and value != []}


def _claims(contribution: Rows) -> Iterator[PropertyNode]:
    claims = [row["p"] for row in (*contribution.node_claims, *contribution.value_claims)]
    yield from (PropertyNode(("Claim", "Entity"), _known(claim)) for claim in sorted(claims, key=lambda one: one["id"]))


def _own(contribution: Rows) -> Iterator[PropertyNode]:
    yield from (PropertyNode(("Contribution",), dict(row)) for row in contribution.contributions)


def _relationships(document: str, contribution: Rows) -> Iterator[Relationship]:
    yield from (Relationship("DESCRIBES", document, row["b"], {}) for row in contribution.new_edges["DESCRIBES"])
    claims = (*contribution.node_claims, *contribution.value_claims)
    yield from (Relationship("STATES", document, row["p"]["id"], {}) for row in claims)
    yield from (Relationship("SUBJECT", row["p"]["id"], row["s"], {}) for row in claims)
    yield from (Relationship("OBJECT", row["p"]["id"], row["o"], {}) for row in contribution.node_claims)
