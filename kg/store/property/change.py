"""Rows to write where contributions give way to others: computed from what the touched nodes and edges are, without a server.

Each row holds values for bound parameters alone. Only labels and relationship types, which the vocabulary gives, are grouped by:
they stand in the text of a statement.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kg.model.graph import Claim, DocumentGraph
from kg.schema.rdf import first_day
from kg.store.property.contribution import pack
from kg.store.property.state import NodeState
from kg.store.property.stated import Edge, EdgeCount, Stated, edge_type, reference_type, stated

Row = dict[str, Any]
"""Of an edge: `a`, `b` (ids of its nodes), `p` (properties)."""


@dataclass(slots=True)
class Rows:
    """What a transaction writes, in this order."""

    gone_claims: list[str] = field(default_factory=list)
    gone_edges: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    new_nodes: dict[frozenset[str], list[Row]] = field(default_factory=lambda: defaultdict(list))
    changed_nodes: list[Row] = field(default_factory=list)
    new_labels: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    gone_labels: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    node_claims: list[Row] = field(default_factory=list)
    value_claims: list[Row] = field(default_factory=list)
    new_edges: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    changed_edges: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    contributions: list[Row] = field(default_factory=list)
    gone_contributions: list[str] = field(default_factory=list)
    gone_nodes: list[str] = field(default_factory=list)
    unsure_edges: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    """Edges that have lost their surest claim."""


@dataclass(slots=True)
class Replacement:
    """Contributions (document -> graph) that give way to others, and what both state."""

    old: Mapping[str, DocumentGraph]
    new: Mapping[str, DocumentGraph]
    before: dict[str, Stated] = field(init=False)
    after: dict[str, Stated] = field(init=False)

    def __post_init__(self) -> None:
        self.before = {name: stated(graph) for name, graph in self.old.items()}
        self.after = {name: stated(graph) for name, graph in self.new.items()}

    def nodes(self) -> list[str]:
        """Ids of the nodes that may change, sorted."""
        return sorted({key for side in (self.before, self.after) for one in side.values() for key in one.nodes})

    def edges(self) -> list[Edge]:
        """The edges that may change, sorted."""
        return sorted({key for side in (self.before, self.after) for one in side.values() for key in one.edges})

    def documents(self) -> list[str]:
        """The documents, sorted."""
        return sorted(self.old.keys() | self.new.keys())


def rows(change: Replacement, nodes: Mapping[str, NodeState], edges: Mapping[Edge, EdgeCount]) -> Rows:
    """The rows; `nodes` and `edges` are those of `change` that exist now."""
    result = Rows()
    _nodes(change, nodes, result)
    _edges(change, edges, result)
    for document in change.documents():
        add_document(change, document, result)
    return result


def _nodes(change: Replacement, now: Mapping[str, NodeState], result: Rows) -> None:
    then: dict[str, NodeState] = {}
    for side, by in ((change.before, -1), (change.after, 1)):
        for said in side.values():
            for key, statements in said.nodes.items():
                state = then.get(key)
                if state is None:
                    state = then[key] = now[key].copy() if key in now else NodeState()
                state.add(statements, by)
    for key, state in sorted(then.items()):
        before = now.get(key)
        _references(key, before, state, result)
        if state.documents <= 0:
            result.gone_nodes.append(key)
        elif before is None:
            result.new_nodes[state.labels()].append({"p": state.properties(key)})
        else:
            was, wanted = before.properties(key), state.properties(key)
            differing = {name: wanted.get(name) for name in was.keys() | wanted.keys() if was.get(name) != wanted.get(name)}
            if differing:
                result.changed_nodes.append({"id": key, "p": differing})
            for label in state.labels() - before.labels():
                result.new_labels[label].append(key)
            for label in before.labels() - state.labels():
                result.gone_labels[label].append(key)


def _references(key: str, before: NodeState | None, after: NodeState, result: Rows) -> None:
    was, wanted = before.references() if before else {}, after.references()
    for slot, other in sorted(was.keys() | wanted.keys()):
        row: Row = {"a": key, "b": other}
        count = wanted.get((slot, other), 0)
        if was.get((slot, other), 0) == count:
            continue
        _edge(result, reference_type(slot), row, {"documents": count} if count else None, new=(slot, other) not in was)


def _edge(result: Rows, kind: str, row: Row, properties: Row | None, *, new: bool) -> None:
    if properties is None:
        result.gone_edges[kind].append(row)
    elif new:
        result.new_edges[kind].append({**row, "p": properties})
    else:
        result.changed_edges[kind].append({**row, "p": properties})


def _edges(change: Replacement, now: Mapping[Edge, EdgeCount], result: Rows) -> None:
    gone, come = _by_edge(change.before), _by_edge(change.after)
    for key in change.edges():
        lost, won = gone.get(key, []), come.get(key, [])
        if lost == won:
            continue
        was = now.get(key, EdgeCount(0, 0, 0.0))
        claims = was.claims + sum(one.claims for one in won) - sum(one.claims for one in lost)
        documents = was.documents + len(won) - len(lost)
        subject, predicate, target = key
        kind, row = edge_type(predicate), {"a": subject, "b": target}
        surest = max((one.confidence for one in won), default=0.0)
        if any(one.confidence >= was.confidence for one in lost) and claims > 0:
            result.unsure_edges[kind].append({**row, "predicate": predicate})
        else:
            surest = max(was.confidence, surest)
        told = {"claims": claims, "documents": documents, "confidence": surest}
        _edge(result, kind, row, told if claims > 0 else None, new=key not in now)


def _by_edge(side: Mapping[str, Stated]) -> dict[Edge, list[EdgeCount]]:
    found: dict[Edge, list[EdgeCount]] = {}
    for said in side.values():
        for key, count in said.edges.items():
            found.setdefault(key, []).append(count)
    return found


def add_document(change: Replacement, document: str, result: Rows) -> None:
    """Adds the rows of what is one document's alone: its claims, what it describes, its contribution."""
    old, new = change.old.get(document), change.new.get(document)
    had = {claim.id: claim for claim in old.claims} if old else {}
    has = {claim.id: claim for claim in new.claims} if new else {}
    result.gone_claims += [key for key, claim in had.items() if has.get(key) != claim]
    for key, claim in has.items():
        if had.get(key) != claim:
            into = result.value_claims if claim.literal else result.node_claims
            into.append({"d": document, "s": claim.subject, "o": claim.object, "p": _claim(claim, document)})
    described = change.before[document].described if old else set[str]()
    describes = change.after[document].described if new else set[str]()
    if new:
        result.contributions.append({"document": document, "fingerprint": new.fingerprint, "data": pack(new)})
        result.gone_edges["DESCRIBES"] += [{"a": document, "b": key} for key in sorted(described - describes)]
        result.new_edges["DESCRIBES"] += [{"a": document, "b": key, "p": {}} for key in sorted(describes - described)]
    else:
        result.gone_contributions.append(document)


def _claim(claim: Claim, document: str) -> Row:
    told = {
        "id": claim.id,
        "document": document,
        "predicate": claim.predicate,
        "value": claim.object if claim.literal else None,
        "rule": claim.rule,
        "confidence": float(claim.confidence),
        "negated": claim.negated,
        "start": claim.evidence.start if claim.evidence else None,
        "end": claim.evidence.end if claim.evidence else None,
        "quote": claim.quote,
        "context": claim.context,
        "status": claim.status,
        "reported_by": claim.reported_by,
        "valid": claim.valid,
        "valid_day": first_day(claim.valid) if claim.valid else None,
    }
    return {name: value for name, value in told.items() if value is not None}
