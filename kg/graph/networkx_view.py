"""Graphs of documents in, one networkx graph out: entities as nodes, claims gathered into edges that carry their evidence.

Nodes have `kind`, `name`, `iso` and `properties`; a Meeting or an Agreement also `type`, `status`, `date` and `place`, of
which the latest document has the last word (then the surest claim, then the claim's id). Edges have the predicate as key,
and `predicate`, `count` (of documents) and `evidence`. Negated claims make no edge.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

import networkx as nx

from kg.model.graph import Claim, DocumentGraph

DEFAULT_KINDS = frozenset({"Person", "Organization", "Country", "Meeting", "Agreement"})
_EVENT_KINDS = frozenset({"Meeting", "Agreement"})
_EVENT_FACTS = {"kind": "type", "status": "status", "date": "date", "place": "place"}
_NAME_SLOTS = ("name", "label", "title")


def networkx_view(graphs: Iterable[DocumentGraph], *, kinds: Collection[str] | None = None) -> nx.MultiDiGraph[str]:
    """The union of `graphs` as far as its nodes are of `kinds` (default: actors, meetings and agreements), in a fixed
    order.
    """
    wanted = DEFAULT_KINDS if kinds is None else frozenset(kinds)
    found: dict[str, str] = {}
    properties: dict[str, set[tuple[str, str]]] = defaultdict(set)
    claims: list[tuple[Claim, dict[str, Any]]] = []
    for graph in graphs:
        document = {}
        for node in graph.nodes:
            found[node.id] = node.kind
            properties[node.id].update(node.properties)
            if node.id == graph.document:
                document = dict(node.properties)
        source = {"document": graph.document, **{name: document.get(name) for name in ("title", "date", "url")}}
        claims += [(claim, source) for claim in graph.claims]
    claims.sort(key=lambda pair: (pair[1]["date"] or "", pair[1]["document"], pair[0].confidence, pair[0].id))
    return _assembled({i: kind for i, kind in sorted(found.items()) if kind in wanted}, properties, claims)


def _assembled(
    nodes: dict[str, str], properties: dict[str, set[tuple[str, str]]], claims: list[tuple[Claim, dict[str, Any]]]
) -> nx.MultiDiGraph[str]:  # fmt: skip
    view: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for identifier, kind in nodes.items():
        values: dict[str, list[str]] = defaultdict(list)
        for name, value in sorted(properties[identifier]):
            values[name].append(value)
        name = next((_longest(values[slot]) for slot in _NAME_SLOTS if values[slot]), identifier)
        iso = values["iso"][0] if values["iso"] else None
        view.add_node(identifier, kind=kind, name=name, iso=iso, properties={k: tuple(v) for k, v in values.items() if v})
        if kind in _EVENT_KINDS:
            view.nodes[identifier].update(type=None, status=None, date=None, place=None)
    edges: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for claim, source in claims:
        if claim.negated or claim.subject not in nodes:
            continue
        if nodes[claim.subject] in _EVENT_KINDS and claim.predicate in _EVENT_FACTS:
            value = claim.object if claim.literal else _name(claim.object, properties)
            view.nodes[claim.subject][_EVENT_FACTS[claim.predicate]] = value
        if not claim.literal and claim.object in nodes:
            edges[claim.subject, claim.object, claim.predicate].append(_evidence(claim, source))
    for (subject, value, predicate), evidence in sorted(edges.items()):
        evidence.sort(key=lambda item: (item["date"] or "", item["document"], item["start"] or 0, item["end"] or 0, item["rule"]))
        count = len({item["document"] for item in evidence})
        view.add_edge(subject, value, key=predicate, predicate=predicate, count=count, evidence=evidence)
    return view


def _name(identifier: str, properties: dict[str, set[tuple[str, str]]]) -> str:
    names = [value for name, value in properties[identifier] if name == "name"]
    return _longest(names) if names else identifier


def _longest(names: Iterable[str]) -> str:
    """Of several names that documents give the longest, then the first in the order of code points."""
    return min(names, key=lambda name: (-len(name), name))


def _evidence(claim: Claim, source: dict[str, Any]) -> dict[str, Any]:
    span = claim.evidence
    offsets = {"start": None, "end": None} if span is None else {"start": span.start, "end": span.end}
    said = {name: getattr(claim, name) for name in ("quote", "context", "rule", "confidence", "status", "negated")}
    return {**source, **offsets, **said}
