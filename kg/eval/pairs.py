"""The facts of gold and extraction in, which extracted one is which of gold's out: each at most once, the best likeness first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence, Set

from kg.eval.documents import ActorFact, EventFact, optional
from kg.eval.likeness import MIN_NAME_OVERLAP, actor_likeness, phrase_overlap

Likeness = Callable[[EventFact, EventFact, Set[str], Set[str]], float]
Pairs = dict[str, str]
"""Extracted id -> gold id."""


def pair_actors(gold: Sequence[ActorFact], predicted: Sequence[ActorFact]) -> Pairs:
    """Actors of the same type that share a name or a country code."""
    return best_pairs((actor_likeness(g, p), p.id, g.id) for p in predicted for g in gold)


def pair_events(
    gold: Sequence[EventFact], predicted: Sequence[EventFact], likeness: Likeness, actors: Mapping[str, str], loose: Set[str]
) -> Pairs:
    """Meetings or agreements. The `loose` (optional) actors decide nothing, unless an event has no others."""
    scored = []
    for p in predicted:
        got = {actors.get(actor, f"+{actor}") for actor in p.members}
        for g in gold:
            wanted = set(g.members)
            scored.append((likeness(g, p, wanted - loose or wanted, got - loose or got), p.id, g.id))
    return best_pairs(scored, optional(gold))


def pair_topics(gold: Iterable[str], predicted: Sequence[str]) -> Pairs:
    """Topics are free wording, so half of the words make a pair."""
    scored = [(phrase_overlap(g, p), p, g) for g in gold for p in predicted]
    return best_pairs(row for row in scored if row[0] >= MIN_NAME_OVERLAP)


def best_pairs(scored: Iterable[tuple[float, str, str]], optional: Set[str] = frozenset()) -> Pairs:
    """One-to-one pairs from (likeness, extracted, gold), required before optional on a tie; a likeness of 0 is none."""
    pairs: Pairs = {}
    taken: set[str] = set()
    rows = [row for row in scored if row[0]]
    for _, predicted, gold in sorted(rows, key=lambda row: (-row[0], row[2] in optional, _natural(row[1]), _natural(row[2]))):
        if predicted not in pairs and gold not in taken:
            pairs[predicted] = gold
            taken.add(gold)
    return pairs


def _natural(identifier: str) -> list[tuple[int, str]]:
    """a2 before a10."""
    return [(int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"([0-9]+)", identifier)]
