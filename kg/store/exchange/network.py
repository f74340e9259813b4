"""Document graphs in, one flat network of actors, meetings and agreements out, as drawing programs want it.

Every attribute has one type and one value. What documents state becomes an edge with the number of documents, the
confidence, the quote and the document of its surest claim; what follows from several meetings becomes an edge `met` that says
it is derived.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from kg.graph.derived import DerivedEdge, meetings_between
from kg.graph.networkx_view import networkx_view
from kg.model.graph import DocumentGraph

Value = str | int | float | bool

NODE_TYPES: dict[str, type[Value]] = {
    "kind": str, "name_ru": str, "name_en": str, "aliases": str, "iso": str, "wikidata": str,
    "type": str, "status": str, "date": str, "place": str, "documents": int, "meetings": int, "agreements": int,
}  # fmt: skip
"""Attributes of nodes beside their label. `meetings` and `agreements` count those in which an actor has a part."""

EDGE_TYPES: dict[str, type[Value]] = {
    "predicate": str, "derived": bool, "documents": int, "confidence": float, "quote": str, "document": str,
    "meetings": int, "first": str, "last": str,
}  # fmt: skip
"""Attributes of edges beside their weight. `meetings`, `first` and `last` belong to the derived ones."""

SEPARATOR = "; "
_PARTS = {"participant": "meetings", "host": "meetings", "party": "agreements", "signatory": "agreements"}


@dataclass(frozen=True, slots=True)
class NetworkNode:
    """`attributes` has only what is known, in the order of `NODE_TYPES`."""

    id: str
    label: str
    attributes: dict[str, Value]


@dataclass(frozen=True, slots=True)
class NetworkEdge:
    """`weight` is the number of documents of what is stated, of meetings of what is derived. No two edges have the same
    source, target and predicate.
    """

    source: str
    target: str
    predicate: str
    weight: float
    attributes: dict[str, Value]


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes sorted by id, edges by source, target and predicate; all edges lead from one of the nodes to another."""

    nodes: tuple[NetworkNode, ...]
    edges: tuple[NetworkEdge, ...]


def network(read: Callable[[], Iterable[DocumentGraph]]) -> Network:
    """The network of all documents that `read` gives; it is called twice, so give `Store.read`."""
    documents: Counter[str] = Counter()

    def counted() -> Iterator[DocumentGraph]:
        for graph in read():
            documents.update(node.id for node in graph.nodes)
            yield graph

    view = networkx_view(counted())
    events: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for event, actor, predicate in view.edges(keys=True):
        if predicate in _PARTS:
            events[actor][_PARTS[predicate]].add(event)
    nodes = tuple(_node(found, view.nodes[found], documents[found], events) for found in sorted(view))
    stated = [_stated(*edge) for edge in view.edges(data=True)]
    derived = [_derived(edge) for edge in meetings_between(read()) if edge.source in view and edge.target in view]
    return Network(nodes, tuple(sorted((*stated, *derived), key=lambda edge: (edge.source, edge.target, edge.predicate))))


def _node(identifier: str, given: dict[str, Any], documents: int, events: dict[str, dict[str, set[str]]]) -> NetworkNode:
    properties = given["properties"]
    attributes = {
        "kind": given["kind"],
        **{name: SEPARATOR.join(properties.get(name, ())) for name in ("name_ru", "name_en", "iso", "wikidata")},
        "aliases": SEPARATOR.join(properties.get("alias", ())),
        **{name: given.get(name) for name in ("type", "status", "date", "place")},
        "documents": documents,
    }
    if given["kind"] not in {"Meeting", "Agreement"}:
        attributes |= {name: len(events[identifier][name]) for name in ("meetings", "agreements")}
    return NetworkNode(identifier, given["name"], _known(attributes, NODE_TYPES))


def _stated(source: str, target: str, given: dict[str, Any]) -> NetworkEdge:
    surest = max(given["evidence"], key=lambda found: (found["confidence"], found["document"], found["start"] or 0))
    attributes = {
        "predicate": given["predicate"],
        "derived": False,
        "documents": given["count"],
        **{name: surest[name] for name in ("confidence", "quote", "document")},
    }
    return NetworkEdge(source, target, given["predicate"], float(given["count"]), _known(attributes, EDGE_TYPES))


def _derived(edge: DerivedEdge) -> NetworkEdge:
    attributes = {"predicate": edge.predicate, "derived": True, "meetings": edge.count, "first": edge.first, "last": edge.last}
    return NetworkEdge(edge.source, edge.target, edge.predicate, float(edge.count), _known(attributes, EDGE_TYPES))


def _known(given: dict[str, Any], types: dict[str, type[Value]]) -> dict[str, Value]:
    return {name: kind(given[name]) for name, kind in types.items() if given.get(name) not in {None, ""}}
