"""Graphs of documents in, edges that no document states but that follow from several out: who met whom, how often, first
and last.

Only held, not negated meetings count, once each however many documents report them. An edge is symmetric and comes once,
its `source` before its `target`. Countries meet where they take part themselves or where the bodies of participants' posts
are countries.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from kg.model.graph import DocumentGraph


@dataclass(frozen=True, slots=True)
class DerivedEdge:
    """`source` and `target` met `count` times; `first` and `last` are the earliest and latest dates known, as exact as
    known.
    """

    source: str
    target: str
    count: int
    first: str | None
    last: str | None
    meetings: tuple[str, ...]
    predicate: str = "met"


@dataclass(slots=True)
class _Held:
    """What all documents together say of one held meeting."""

    actors: set[str]
    dates: set[str]
    posts: set[tuple[str, str]]


def meetings_between(graphs: Iterable[DocumentGraph]) -> tuple[DerivedEdge, ...]:
    """Edges between all actors of held meetings, and between the countries behind them, sorted by source and target."""
    meetings: dict[str, _Held] = defaultdict(lambda: _Held(set(), set(), set()))
    bodies: dict[str, set[str]] = defaultdict(set)
    posts: dict[tuple[str, str], set[str]] = defaultdict(set)
    for graph in graphs:
        for claim in graph.claims:
            if claim.negated or claim.status != "held" or claim.predicate not in ("participant", "date"):
                continue
            meeting = meetings[claim.subject]
            (meeting.actors if claim.predicate == "participant" else meeting.dates).add(claim.object)
        for node in graph.nodes:
            if node.kind == "Post":
                bodies[node.id].update(value for name, value in node.properties if name == "body")
            elif node.kind == "Participation":
                values = dict(node.properties)
                posts[values["meeting"], values["actor"]].update(value for name, value in node.properties if name == "post")
    pairs: dict[tuple[str, str], set[str]] = defaultdict(set)
    for identifier, meeting in meetings.items():
        sides = [_countries(actor, identifier, posts, bodies) for actor in sorted(meeting.actors)]
        for left, right in combinations(sorted(meeting.actors), 2):
            pairs[left, right].add(identifier)
        for one, other in combinations(sides, 2):
            for left, right in ((a, b) for a in one for b in other if a != b):
                pairs[min(left, right), max(left, right)].add(identifier)
    return tuple(_edge(pair, found, meetings) for pair, found in sorted(pairs.items()))


def _countries(
    actor: str, meeting: str, posts: dict[tuple[str, str], set[str]], bodies: dict[str, set[str]]
) -> frozenset[str]:  # fmt: skip
    """The countries that an actor stands for in a meeting."""
    if actor.startswith("country/"):
        return frozenset({actor})
    held = posts.get((meeting, actor), set())
    return frozenset(body for post in held for body in bodies.get(post, set()) if body.startswith("country/"))


def _edge(pair: tuple[str, str], found: set[str], meetings: dict[str, _Held]) -> DerivedEdge:
    dates = sorted(min(meetings[identifier].dates) for identifier in found if meetings[identifier].dates)
    return DerivedEdge(*pair, len(found), dates[0] if dates else None, dates[-1] if dates else None, tuple(sorted(found)))
