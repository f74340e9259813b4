"""One document's graph without claims that are less sure. Enters: DocumentGraph, a confidence. Leaves: DocumentGraph.

The same as `kg.extract.selection` does before a graph is made, as far as a graph still shows it: actors bear no confidence here,
so they stay. An event goes without its claims, and a meeting of which fewer than two of several participants are left.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from kg.model.graph import Claim, DocumentGraph, Node

_EVENTS = frozenset({"Meeting", "Agreement"})


def surer(graph: DocumentGraph, least: float) -> DocumentGraph:
    """The claims whose confidence is `least` or more, and the nodes that they leave."""
    if not least:
        return graph
    sure = [claim for claim in graph.claims if claim.confidence >= least]
    before, after = _participants(graph.claims), _participants(sure)
    lonely = {meeting for meeting, present in before.items() if len(after.get(meeting, ())) < min(2, len(present))}
    claims = tuple(claim for claim in sure if claim.subject not in lonely)
    told = {claim.subject for claim in claims}
    pairs = {(claim.subject, claim.object) for claim in claims}
    return replace(graph, nodes=tuple(node for node in graph.nodes if _stays(node, told, pairs)), claims=claims)


def _participants(claims: Iterable[Claim]) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.predicate == "participant":
            found[claim.subject].add(claim.object)
    return found


def _stays(node: Node, told: set[str], pairs: set[tuple[str, str]]) -> bool:
    properties = dict(node.properties)
    match node.kind:
        case "Participation":
            return (properties["meeting"], properties["actor"]) in pairs
        case "Tenure":
            return (properties["person"], properties["post"]) in pairs
        case kind:
            return kind not in _EVENTS or node.id in told
