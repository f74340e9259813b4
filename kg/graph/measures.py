"""A networkx view in, figures about it out: who is most connected, how two actors hang together, who is around one, what a
time saw.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

import networkx as nx

ACTOR_KINDS = frozenset({"Person", "Organization", "Country"})
_EVENT_KINDS = frozenset({"Meeting", "Agreement"})


@dataclass(frozen=True, slots=True)
class Centrality:
    """How central an actor is: `degree` other actors that it shares an event or a post with; `betweenness` from 0 to 1."""

    id: str
    name: str
    degree: int
    betweenness: float


def actor_graph(view: nx.MultiDiGraph[str]) -> nx.Graph[str]:
    """Actors joined where they share a meeting or an agreement, or where a claim joins them; `weight` counts these."""
    actors: nx.Graph[str] = nx.Graph()
    actors.add_nodes_from((n, dict(data)) for n, data in view.nodes(data=True) if data["kind"] in ACTOR_KINDS)
    for node, data in view.nodes(data=True):
        linked = sorted({n for n in nx.all_neighbors(view, node) if n in actors})
        pairs: Iterable[tuple[str, str]] = combinations(linked, 2) if data["kind"] in {*_EVENT_KINDS, "Post"} else ()
        if data["kind"] in ACTOR_KINDS:
            pairs = ((node, other) for other in linked if node < other)
        for left, right in pairs:
            weight = actors.edges[left, right]["weight"] + 1 if actors.has_edge(left, right) else 1
            actors.add_edge(left, right, weight=weight)
    return actors


def most_connected(view: nx.MultiDiGraph[str], count: int = 10) -> tuple[Centrality, ...]:
    """The `count` actors with the most other actors around them; betweenness, then id, decide between equals."""
    actors = actor_graph(view)
    between = nx.betweenness_centrality(actors)
    rows = [Centrality(n, actors.nodes[n]["name"], int(actors.degree[n]), round(float(between[n]), 6)) for n in actors]
    return tuple(sorted(rows, key=lambda row: (-row.degree, -row.betweenness, row.id))[:count])


def shortest_path(view: nx.MultiDiGraph[str], source: str, target: str) -> tuple[str, ...]:
    """The nodes from `source` to `target`, edges taken either way; of equally short ones the first by id; () where there is
    none.
    """
    if source not in view or target not in view:
        return ()
    reached = nx.single_source_shortest_path_length(view.to_undirected(as_view=True), target)
    if source not in reached:
        return ()
    path = [source]
    while path[-1] != target:
        path.append(min(n for n in nx.all_neighbors(view, path[-1]) if reached.get(n) == reached[path[-1]] - 1))
    return tuple(path)


def ego_network(view: nx.MultiDiGraph[str], centre: str, radius: int = 2) -> nx.MultiDiGraph[str]:
    """What lies within `radius` edges of `centre`, edges taken either way; radius 2 reaches the other side of an event."""
    if centre not in view:
        return nx.MultiDiGraph()
    near = nx.single_source_shortest_path_length(view.to_undirected(as_view=True), centre, cutoff=radius)
    return _part(view, set(near))


def between_dates(view: nx.MultiDiGraph[str], first: str | None = None, last: str | None = None) -> nx.MultiDiGraph[str]:
    """Events that may have been in the time from `first` to `last` (ISO 8601, each as exact as wished), and the actors of
    these.

    An event known to the month or year stays if its month or year overlaps the time; one without a date goes.
    """
    kept = {n for n, data in view.nodes(data=True) if data["kind"] in _EVENT_KINDS and _within(data["date"], first, last)}
    around = {other for n in kept for other in nx.all_neighbors(view, n)}
    return _part(view, kept | around)


def _within(date: str | None, first: str | None, last: str | None) -> bool:
    if date is None:
        return False
    # Dates compare as text once cut to the coarser of the two precisions: 2025-12 may lie after 2025-12-02.
    after = first is None or date[: len(first)] >= first[: len(date)]
    return after and (last is None or date[: len(last)] <= last[: len(date)])


def _part(view: nx.MultiDiGraph[str], kept: set[str]) -> nx.MultiDiGraph[str]:
    """A copy of the part of `view` on `kept`, in the order of `view`."""
    part: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    part.add_nodes_from((n, dict(data)) for n, data in view.nodes(data=True) if n in kept)
    for source, target, key, data in view.edges(keys=True, data=True):
        if source in kept and target in kept:
            part.add_edge(source, target, key=key, **data)
    return part
