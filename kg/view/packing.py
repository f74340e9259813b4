"""Room for labels, and parts of a picture packed side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Points = NDArray[np.float64]
_PASSES = 160
_GAP = 46.0
_ASPECT = 1.55


def make_room(points: Points, boxes: Points) -> Points:
    """`points` moved as little as needed so that boxes of the given (width, height) around them do not overlap."""
    if len(points) < 2:
        return points
    reach = (boxes[:, None, :] + boxes[None, :, :]) / 2
    placed = points * _growth(points, reach)
    upper = np.triu(np.ones((len(points), len(points)), dtype=bool), 1)
    for _ in range(_PASSES):
        apart = placed[None, :, :] - placed[:, None, :]
        over = reach - np.abs(apart)
        first, second = np.nonzero((over[:, :, 0] > 0.5) & (over[:, :, 1] > 0.5) & upper)
        if not len(first):
            break
        depth, way = over[first, second], np.where(apart[first, second] < 0, -1.0, 1.0)
        # The cheaper direction of the two; half of the way each, a little less so that chains settle.
        level = depth[:, 0] <= depth[:, 1]
        push = np.where(np.column_stack([level, ~level]), depth * way * 0.42, 0.0)
        for axis in (0, 1):
            placed[:, axis] += np.bincount(second, push[:, axis], len(placed)) - np.bincount(first, push[:, axis], len(placed))
    return placed


def _growth(points: Points, reach: Points) -> float:
    """How much to spread the whole picture first: so that only the closest eighth of near pairs is left to be pushed apart."""
    apart = np.abs(points[None, :, :] - points[:, None, :])
    needed = np.min(reach / np.maximum(apart, 1e-6), axis=2)
    np.fill_diagonal(needed, 0.0)
    return float(np.clip(np.quantile(needed.max(axis=1), 0.6), 0.8, 1.7))


def in_rows(boxes: Points) -> Points:
    """Places in even rows for boxes that nothing connects, wider than high altogether."""
    width, height = boxes.max(axis=0)
    columns = max(1, round(np.sqrt(len(boxes) * height * _ASPECT * 1.3 / width)))
    number = np.arange(len(boxes))
    return np.column_stack([number % columns * (width + 6.0), number // columns * (height + 6.0)]).astype(float)


def pack(parts: Sequence[tuple[Points, Points]]) -> list[Points]:
    """An offset for each part (points, boxes), largest first: each as near to the middle as it fits, wider than high.

    Works on a raster of cells that the parts' boxes cover, so that a small part can nestle beside a large one.
    """
    cell = 36.0
    taken: set[tuple[int, int]] = set()
    offsets: list[Points] = []
    for points, boxes in parts:
        middle = (np.max(points + boxes / 2, axis=0) + np.min(points - boxes / 2, axis=0)) / 2
        cells = _cells(points - middle, boxes, cell, single=not taken or len(points) > 60)
        at = next(spot for spot in _spiral() if not any((x + spot[0], y + spot[1]) in taken for x, y in cells))
        taken.update((x + at[0], y + at[1]) for x, y in cells)
        offsets.append(np.asarray(at, dtype=float) * cell - middle)
    return offsets


def _cells(points: Points, boxes: Points, cell: float, *, single: bool) -> set[tuple[int, int]]:
    """Cells that the part covers: of its nodes' boxes for a large part, of its whole rectangle for a small one."""
    low, high = points - boxes / 2 - _GAP / 2, points + boxes / 2 + _GAP / 2
    if not single:
        low, high = low.min(axis=0, keepdims=True), high.max(axis=0, keepdims=True)
    covered: set[tuple[int, int]] = set()
    for (left, top), (right, bottom) in zip(np.floor(low / cell).astype(int), np.ceil(high / cell).astype(int), strict=True):
        covered.update((x, y) for x in range(int(left), int(right)) for y in range(int(top), int(bottom)))
    return covered


def _spiral() -> Iterator[tuple[int, int]]:
    """Cells around the middle, ring by ring of an ellipse as wide as the screen."""
    ring = 0
    yield (0, 0)
    while True:
        ring += 1
        steps = 8 * ring
        seen: set[tuple[int, int]] = set()
        for step in range(steps):
            angle = 2 * np.pi * step / steps
            spot = (round(ring * _ASPECT * float(np.cos(angle))), round(ring * float(np.sin(angle))))
            if spot not in seen:
                seen.add(spot)
                yield spot
