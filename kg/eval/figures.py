"""Counts of facts that were found, missed and invented; shares of attributes that were right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

GRAPH = ("actors", "roles", "meeting participants", "agreement parties")
"""Kinds of facts whose sum is the figure of the whole graph."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Facts of one kind: found rightly, found that are not there, and there but not found."""

    right: int = 0
    spurious: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        found = self.right + self.spurious
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        there = self.right + self.missed
        return self.right / there if there else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Share:
    """How often an attribute of a found fact is as in the gold."""

    right: int
    of: int

    @property
    def accuracy(self) -> float:
        return self.right / self.of


@dataclass(frozen=True, slots=True)
class Miss:
    """One difference: a fact `missed` or `spurious`, or an attribute `wrong`."""

    document: str
    kind: str
    what: str
    fact: str


@dataclass(frozen=True, slots=True)
class Figures:
    """What a score says, kind by kind, and each difference behind it."""

    facts: Mapping[str, Counts]
    attributes: Mapping[str, Share]
    misses: Sequence[Miss]

    def to_json(self) -> dict[str, Any]:
        """The figures as JSON can hold them, rounded to four digits."""
        facts = {
            kind: {
                "precision": round(c.precision, 4), "recall": round(c.recall, 4), "f1": round(c.f1, 4),
                "tp": c.right, "fp": c.spurious, "fn": c.missed,
            }
            for kind, c in self.facts.items()
        }  # fmt: skip
        shares = {kind: {"right": s.right, "of": s.of, "accuracy": round(s.accuracy, 4)} for kind, s in self.attributes.items()}
        return {"facts": facts, "attributes": shares}


class Tally:
    """Gathers counts over documents."""

    def __init__(self) -> None:
        self._facts: dict[str, Counter[str]] = {}
        self._attributes: dict[str, Counter[str]] = {}
        self._misses: list[Miss] = []

    def found(self, kind: str, document: str, gold: Set[str], predicted: Set[str], ignored: Set[str] = frozenset()) -> None:
        """`ignored` are facts that count neither when extracted nor when left out."""
        wanted, got = gold - ignored, predicted - ignored
        counts = self._facts.setdefault(kind, Counter())
        counts.update(right=len(wanted & got), spurious=len(got - wanted), missed=len(wanted - got))
        self._misses += [Miss(document, kind, "missed", fact) for fact in sorted(wanted - got)]
        self._misses += [Miss(document, kind, "spurious", fact) for fact in sorted(got - wanted)]

    def attribute(self, kind: str, document: str, gold: object, predicted: object) -> None:
        """One attribute of one found fact."""
        self._attributes.setdefault(kind, Counter()).update(right=int(gold == predicted), all=1)
        if gold != predicted:
            self._misses.append(Miss(document, kind, "wrong", f"gold {gold!r}, extracted {predicted!r}"))

    def figures(self) -> Figures:
        """The counts so far, and their sum over `GRAPH`."""
        whole: Counter[str] = Counter()
        for kind in GRAPH:
            whole.update(self._facts.get(kind, Counter()))
        rows = {**self._facts, "graph": whole}
        return Figures(
            facts={kind: Counts(c["right"], c["spurious"], c["missed"]) for kind, c in rows.items()},
            attributes={kind: Share(c["right"], c["all"]) for kind, c in self._attributes.items()},
            misses=tuple(self._misses),
        )
