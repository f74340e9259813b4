"""Measuring extraction: gold documents and what was extracted from them in, precision, recall and F1 of each kind of fact out.

The shape of both is that of the records (README, "Records"). `score` is a pure function of them.
"""

from __future__ import annotations

from kg.eval.documents import Facts, parse_facts, read_facts
from kg.eval.figures import Counts, Figures, Miss, Share
from kg.eval.score import score

__all__ = ["Counts", "Facts", "Figures", "Miss", "Share", "parse_facts", "read_facts", "score"]
