"""Verdicts in, how far confidences can be believed out: of claims that are called 0.8 sure, four in five should be right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from kg.eval.verdicts import KINDS, Verdict

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)
ALL = "all"


@dataclass(frozen=True, slots=True)
class Bin:
    """Claims whose confidence lies from `low` up to `high` (the last bin holds 1 too): how many, their mean confidence, the
    share that is right.
    """

    low: float
    high: float
    claims: int
    mean: float
    right: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """Of one kind of claim: its bins, none empty, and two errors, 0 at best. `calibration` is the mean distance between
    confidence and share right, weighted by claims (expected calibration error); `brier` the mean square of what each single
    confidence is off.
    """

    bins: tuple[Bin, ...]
    claims: int
    calibration: float
    brier: float

    def to_json(self) -> dict[str, Any]:
        """As JSON can hold it, rounded to four digits."""
        bins = [
            {"from": b.low, "to": b.high, "claims": b.claims, "mean": round(b.mean, 4), "right": round(b.right, 4)}
            for b in self.bins
        ]
        return {"claims": self.claims, "calibration": round(self.calibration, 4), "brier": round(self.brier, 4), "bins": bins}


def reliability(verdicts: Iterable[Verdict]) -> dict[str, Reliability]:
    """By kind of claim, where there are any, and `all`."""
    rows = list(verdicts)
    groups = {kind: [v for v in rows if v.kind == kind] for kind in KINDS} | {ALL: rows}
    return {kind: _of(group) for kind, group in groups.items() if group}


def _of(rows: Sequence[Verdict]) -> Reliability:
    bins = []
    for low, high in pairwise(EDGES):
        there = [v for v in rows if low <= v.confidence < high or (high == EDGES[-1] == v.confidence)]
        if there:
            mean = sum(v.confidence for v in there) / len(there)
            bins.append(Bin(low, high, len(there), mean, sum(v.right for v in there) / len(there)))
    off = sum(one.claims * abs(one.mean - one.right) for one in bins) / len(rows)
    return Reliability(tuple(bins), len(rows), off, sum((v.confidence - v.right) ** 2 for v in rows) / len(rows))
