"""Positions: stress majorisation of each connected part, then room for every label, then the parts packed side by side.

Deterministic: no random start, and whole pixels at the end. Good up to the map's limit (it holds all pairs of nodes);
a larger graph needs another method.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cho_factor, cho_solve
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components, shortest_path

from kg.view.packing import make_room, pack

if TYPE_CHECKING:
    from collections.abc import Sequence

Points = NDArray[np.float64]
_EDGE = 105.0
_ROUNDS = 120


def positions(sizes: Sequence[tuple[float, float]], edges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """A place for each node. `sizes` are (width, height) of the boxes, with their labels, that should not overlap."""
    count = len(sizes)
    if not count:
        return []
    boxes = np.asarray(sizes, dtype=float)
    joined = sorted({(min(edge), max(edge)) for edge in edges if edge[0] != edge[1]})
    ends = np.asarray(joined, dtype=int).reshape(-1, 2)
    parts, member = connected_components(coo_array((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), shape=(count, count)), False)
    placed = np.zeros((count, 2))
    groups = [np.flatnonzero(member == part) for part in range(parts)]
    # Large parts first; among equals the order of the nodes decides.
    groups.sort(key=lambda group: (-len(group), int(group[0])))
    for group in groups:
        inside = ends[np.isin(ends[:, 0], group)]
        local = np.searchsorted(group, inside)
        placed[group] = make_room(_lie_wide(stress(len(group), local)), boxes[group])
    offsets = pack([(placed[group], boxes[group]) for group in groups])
    for group, offset in zip(groups, offsets, strict=True):
        placed[group] += offset
    return [(round(x), round(y)) for x, y in placed.tolist()]


def stress(count: int, edges: NDArray[np.int_]) -> Points:
    """Positions of a connected graph in which distances on paper follow distances in the graph."""
    if count == 1:
        return np.zeros((1, 2))
    degree = np.bincount(edges.ravel(), minlength=count)
    # An edge between two hubs is longer: their neighbours need the room.
    length = _EDGE * (0.7 + 0.22 * np.sqrt(np.minimum(degree[edges[:, 0]], degree[edges[:, 1]])))
    wanted = shortest_path(coo_array((length, (edges[:, 0], edges[:, 1])), shape=(count, count)).tocsr(), directed=False)
    points = _start(wanted)
    with np.errstate(divide="ignore"):
        weight = np.where(wanted > 0, 1.0 / wanted**2, 0.0)
    # The first node stays where it is: without an anchor the system has no single solution.
    laplacian = np.diag(weight.sum(axis=1)) - weight
    factor = cho_factor(laplacian[1:, 1:])
    before = np.inf
    for _ in range(_ROUNDS):
        apart = np.sqrt(((points[:, None, :] - points[None, :, :]) ** 2).sum(axis=2))
        now = float((weight * (apart - wanted) ** 2).sum())
        if before - now < 1e-4 * now:
            break
        before = now
        pull = -weight * np.divide(wanted, apart, out=np.zeros_like(apart), where=apart > 1e-9)
        np.fill_diagonal(pull, -pull.sum(axis=1))
        target = pull @ points
        points = np.vstack([np.zeros((1, 2)), cho_solve(factor, target[1:])])
    return np.asarray(points - points.mean(axis=0))


def _start(wanted: Points) -> Points:
    """Classical scaling of the distances, with equal points set apart on a spiral (leaves of one hub are equal)."""
    count = len(wanted)
    squared = wanted**2
    centred = -0.5 * (squared - squared.mean(axis=0) - squared.mean(axis=1)[:, None] + squared.mean())
    _, vectors = np.linalg.eigh(centred)
    axes = vectors[:, [-1, -2]]
    # Eigenvectors have no sign: the largest entry is made positive.
    axes = axes * np.sign(axes[np.abs(axes).argmax(axis=0), [0, 1]])
    spiral = np.arange(count) * 2.399963
    nudge = np.column_stack([np.cos(spiral), np.sin(spiral)]) * 0.25
    return np.asarray((axes * np.sqrt(count) + nudge) * _EDGE, dtype=float)


def _lie_wide(points: Points) -> Points:
    """Turned so that the long side lies level: screens are wide."""
    if len(points) < 3:
        # Two nodes lie a little aslant, so that their labels do not run into the line between them.
        return points if len(points) < 2 else np.array([[-0.5, -0.12], [0.5, 0.12]]) * _EDGE * 1.3
    _, vectors = np.linalg.eigh(np.cov(points.T))
    axes = vectors[:, ::-1]
    axes = axes * np.sign(axes[np.abs(axes).argmax(axis=0), [0, 1]])
    return np.asarray(points @ axes)
