"""Decides what is drawn: actors as nodes, and each fact either as a line between two of them or as a small node of its own.

A meeting or an agreement of exactly two is a line, and all of a pair's lines of one kind and standing are one line with a
count: that keeps a map of a hundred articles readable. Three or more actors meet in a small node joined to each.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

from kg.view.facts import ACTOR_KINDS, Contents, Fact, FactKind, Standing, standing

KINDS = (*ACTOR_KINDS, "Meeting", "Agreement")
_SIZES = {"Person": 8.0, "Organization": 8.0, "Country": 11.0}


@dataclass(frozen=True, slots=True)
class Spot:
    """A node of the picture: an actor (index into the contents' actors) or a fact (index into its facts)."""

    kind: str
    actor: int | None
    fact: int | None
    degree: int
    size: float


@dataclass(frozen=True, slots=True)
class Line:
    """An edge of the picture between two spots.

    `facts` are what it stands for; `turn` sets parallel lines apart (0 is straight).
    """

    source: int
    target: int
    kind: FactKind
    standing: Standing
    facts: tuple[int, ...]
    directed: bool
    turn: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """Spots and lines, in a fixed order."""

    spots: tuple[Spot, ...]
    lines: tuple[Line, ...]


def draw(contents: Contents) -> Drawing:
    """The picture of `contents`."""
    degree = Counter(actor for fact in contents.facts for actor in fact.actors if len(fact.actors) > 1)
    spots = [
        Spot(actor.kind, number, None, degree[number], round(_SIZES[actor.kind] + 3.2 * math.sqrt(min(degree[number], 60)), 1))
        for number, actor in enumerate(contents.actors)
    ]
    lines: list[Line] = []
    pairs: dict[tuple[int, int, FactKind, Standing], list[int]] = {}
    for number, fact in enumerate(contents.facts):
        if _is_line(fact):
            first, second = fact.actors
            pairs.setdefault((first, second, fact.kind, standing(fact.status)), []).append(number)
        elif fact.kind in {"meeting", "agreement"}:
            kind = "Meeting" if fact.kind == "meeting" else "Agreement"
            spots.append(Spot(kind, None, number, len(fact.actors), 6.0 + min(len(fact.actors), 9) * 0.5))
            lines += [Line(len(spots) - 1, actor, fact.kind, standing(fact.status), (number,), False, 0) for actor in fact.actors]
    turns: Counter[tuple[int, int]] = Counter()
    for (first, second, kind, stands), facts in sorted(pairs.items()):
        source, target = first, second
        if kind == "office" and contents.facts[facts[0]].lead == (second,):
            source, target = second, first
        lines.append(Line(source, target, kind, stands, tuple(facts), kind == "office", turns[first, second]))
        turns[first, second] += 1
    return Drawing(tuple(spots), tuple(lines))


def _is_line(fact: Fact) -> bool:
    return len(fact.actors) == 2
