"""The graph that a map is drawn from: the networkx view with offices, subjects and places, and who met whom by derivation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.graph import meetings_between, networkx_view
from kg.view.facts import ACTOR_KINDS

if TYPE_CHECKING:
    import networkx as nx

    from kg.model.graph import DocumentGraph

_KINDS = (*ACTOR_KINDS, "Meeting", "Agreement", "Post", "Topic", "Place")


def map_graph(graphs: Iterable[DocumentGraph]) -> nx.MultiDiGraph[str]:
    """What `map_html` draws best, from the graphs of documents (`Store.read()`); derived edges are marked `derived`."""
    documents = list(graphs)
    view: nx.MultiDiGraph[str] = networkx_view(documents, kinds=_KINDS)
    for edge in meetings_between(documents):
        if edge.source in view and edge.target in view:
            view.add_edge(
                edge.source, edge.target, key=edge.predicate, predicate=edge.predicate, derived=True, count=edge.count,
                first=edge.first, last=edge.last, meetings=edge.meetings, evidence=[],
            )  # fmt: skip
    return view
