"""Measuring extraction: gold documents and what was extracted from them in, precision, recall and F1 of each kind of fact out.

The shape of both is that of the records (README, "Records"). `score` is a pure function of them.
"""

from __future__ import annotations

from kg.eval.documents import Facts, parse_facts, read_facts
from kg.eval.figures import Counts, Figures, Miss, Share
from kg.eval.reliability import Reliability, reliability
from kg.eval.score import score
from kg.eval.verdicts import Verdict, verdicts

__all__ = [
    "Counts",
    "Facts",
    "Figures",
    "Miss",
    "Reliability",
    "Share",
    "Verdict",
    "parse_facts",
    "read_facts",
    "reliability",
    "score",
    "verdicts",
]
