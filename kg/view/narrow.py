"""A smaller graph out of a large one, before it is drawn: the surroundings of one actor, or a span of time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.model.errors import ViewError
from kg.view.facts import ACTOR_KINDS

if TYPE_CHECKING:
    import networkx as nx

_EVENTS = ("Meeting", "Agreement")
_DETAILS = {"Post", "Topic", "Place"}


def around(graph: nx.MultiDiGraph[str], node: str, *, steps: int = 1) -> nx.MultiDiGraph[str]:
    """`graph` as far as `steps` from `node`, counted from actor to actor: the meeting, agreement or post between is no step.

    Raises ViewError where `graph` lacks `node`.
    """
    if node not in graph:
        raise ViewError(f"there is no {node!r} in the graph", cure="give an identifier such as country/KZ")
    near = _neighbours(graph)
    reached, edge = {node}, {node}
    for _ in range(steps):
        met = {each for one in edge for each in near[one]}
        joining = {each for each in met if not _is_actor(graph, each)}
        beyond = {each for one in joining for each in near[one] if _is_actor(graph, each)}
        edge = ((met - joining) | beyond) - reached
        reached |= edge | joining
    # A post, a topic or a place of what was reached says more about it and draws nothing further in.
    details = {each for one in reached for each in graph.successors(one) if graph.nodes[each].get("kind") in _DETAILS}
    return _kept(graph, reached | details)


def between(graph: nx.MultiDiGraph[str], *, since: str | None = None, until: str | None = None) -> nx.MultiDiGraph[str]:
    """`graph` without meetings and agreements outside the days `since` to `until`, both included (ISO 8601).

    A date known by year or month only counts while any of its days may lie inside. An event without a date stays out where a
    limit is given, and so do actors for whom no edge is left.
    """
    if since is None and until is None:
        return graph
    gone = {
        node
        for node, data in graph.nodes(data=True)
        if data.get("kind") in _EVENTS and not _inside(data.get("date"), since, until)
    }
    left = _kept(graph, (node for node in graph if node not in gone))
    lonely = [node for node in left if left.degree(node) == 0 and graph.degree(node) > 0]
    left.remove_nodes_from(lonely)
    return left


def _neighbours(graph: nx.MultiDiGraph[str]) -> dict[str, set[str]]:
    """Who is next to whom: a post joins its holder and its body; a shared city or topic joins nobody."""
    near: dict[str, set[str]] = {node: set() for node in graph}
    pairs = [(source, target) for source, target in graph.edges() if graph.nodes[target].get("kind") not in {"Topic", "Place"}]
    for node, data in graph.nodes(data=True):
        body = (data.get("properties") or {}).get("body") or ()
        pairs += [(node, each) for each in ((body,) if isinstance(body, str) else body) if each in graph]
    for one, other in pairs:
        near[one].add(other)
        near[other].add(one)
    return near


def _is_actor(graph: nx.MultiDiGraph[str], node: str) -> bool:
    return graph.nodes[node].get("kind") in ACTOR_KINDS


def _inside(date: str | None, since: str | None, until: str | None) -> bool:
    if date is None:
        return False
    return (since is None or date >= since[: len(date)]) and (until is None or date[: len(until)] <= until)


def _kept(graph: nx.MultiDiGraph[str], nodes: Iterable[str]) -> nx.MultiDiGraph[str]:
    part: nx.MultiDiGraph[str] = graph.subgraph(set(nodes)).copy()
    return part
