"""Graphs of documents in, edges that no document states but that follow from several out: who met whom, how often, when.

Only meetings that some document reports as held count, and only that document's word on who took part; each counts once,
however many documents report it. An edge is symmetric and comes once, its `source` before its `target`. Two countries meet,
too, where two different actors stand for them: the country itself, an organization of it, or a person to whom the document
gives an office of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from kg.model.graph import DocumentGraph


@dataclass(frozen=True, slots=True)
class DerivedEdge:
    """`source` and `target` met `count` times; `first` and `last` are the earliest and latest dates known, as exact as known."""

    source: str
    target: str
    count: int
    first: str | None
    last: str | None
    meetings: tuple[str, ...]
    predicate: str = "met"


@dataclass(slots=True)
class _Meeting:
    """What all documents together say of one meeting; `stands` pairs actors with the countries that they stand for."""

    actors: set[str] = field(default_factory=set)
    stands: set[tuple[str, str]] = field(default_factory=set)
    dates: set[str] = field(default_factory=set)


def meetings_between(graphs: Iterable[DocumentGraph]) -> tuple[DerivedEdge, ...]:
    """Edges between all actors of held meetings, and between the countries behind them, sorted by source and target."""
    meetings: dict[str, _Meeting] = defaultdict(_Meeting)
    for graph in graphs:
        _gather(graph, meetings)
    pairs: dict[tuple[str, str], set[str]] = defaultdict(set)
    for identifier, meeting in meetings.items():
        for left, right in combinations(sorted(meeting.actors), 2):
            pairs[left, right].add(identifier)
        for (actor, left), (other, right) in combinations(sorted(meeting.stands), 2):
            if actor != other and left != right:
                pairs[min(left, right), max(left, right)].add(identifier)
    return tuple(_edge(pair, found, meetings) for pair, found in sorted(pairs.items()))


def _gather(graph: DocumentGraph, meetings: dict[str, _Meeting]) -> None:
    kinds = {node.id: node.kind for node in graph.nodes}
    countries = _countries(graph)
    for claim in graph.claims:
        if claim.negated or kinds.get(claim.subject) != "Meeting":
            continue
        if claim.predicate == "date":
            meetings[claim.subject].dates.add(claim.object)
        elif claim.predicate in ("participant", "host") and claim.status == "held":
            meetings[claim.subject].actors.add(claim.object)
            meetings[claim.subject].stands |= {(claim.object, country) for country in countries.get(claim.object, ())}


def _countries(graph: DocumentGraph) -> Mapping[str, set[str]]:
    """The countries that each actor of the document stands for."""
    found: dict[str, set[str]] = defaultdict(set)
    bodies: dict[str, str] = {}
    for node in graph.nodes:
        properties = dict(node.properties)
        if node.kind == "Country":
            found[node.id].add(node.id)
        elif node.kind == "Organization" and "country" in properties:
            found[node.id].add(properties["country"])
        elif node.kind == "Post" and "body" in properties:
            bodies[node.id] = properties["body"]
    for claim in graph.claims:
        if claim.predicate == "holds" and not claim.negated and claim.object in bodies:
            found[claim.subject] |= found.get(bodies[claim.object], set())
    return found


def _edge(pair: tuple[str, str], found: set[str], meetings: Mapping[str, _Meeting]) -> DerivedEdge:
    """Of several dates of one meeting the most exact counts, of several as exact the earliest."""
    known = [meetings[identifier].dates for identifier in found if meetings[identifier].dates]
    dates = sorted(min(several, key=lambda date: (-len(date), date)) for several in known)
    return DerivedEdge(*pair, len(found), dates[0] if dates else None, dates[-1] if dates else None, tuple(sorted(found)))
