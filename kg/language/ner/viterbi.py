"""The best allowed sequence of IOB2 labels (Viterbi 1967): an inside label follows only a label of its own kind."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]
FORBIDDEN = np.float32(-1e4)


@lru_cache(maxsize=8)
def _transitions(labels: tuple[str, ...]) -> tuple[Scores, Scores]:
    start = np.array([FORBIDDEN if b.startswith("I-") else 0 for b in labels], np.float32)
    steps = [[FORBIDDEN if b.startswith("I-") and a[1:] != b[1:] else 0 for b in labels] for a in labels]
    return start, np.array(steps, np.float32)


def best_path(scores: Scores, labels: Sequence[str]) -> list[int]:
    """Numbers of the labels of a sentence whose words have these log probabilities (words x labels); [] for no words."""
    if not len(scores):
        return []
    start, steps = _transitions(tuple(labels))
    best, back = scores[0] + start, []
    for row in scores[1:]:
        reached = best[:, None] + steps
        chosen = reached.argmax(0)
        back.append(chosen)
        best = reached[chosen, np.arange(len(labels))] + row
    path = [int(best.argmax())]
    for chosen in reversed(back):
        path.append(int(chosen[path[-1]]))
    return path[::-1]
