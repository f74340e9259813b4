"""Positions: stress majorisation unfolds each connected part, forces draw its groups apart, labels get room, parts are packed.

No random start, and whole pixels at the end: the same graph looks the same (another processor's rounding may move a node a
little; what the map says does not depend on it). Good up to the map's limit (it holds all pairs of nodes);
a larger graph needs another method.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import eigh, inv
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components, shortest_path

from kg.view.packing import in_rows, make_room, pack

if TYPE_CHECKING:
    from collections.abc import Sequence

Points = NDArray[np.float64]
_EDGE = 105.0
_ROUNDS = 40
_ASPECT = 1.5
_FORCE_ROUNDS = 170


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
    alone = np.bincount(member, minlength=parts)[member] == 1
    groups = [np.flatnonzero(member == part) for part in np.unique(member[~alone])]
    # Large parts first; among equals the order of the nodes decides.
    groups.sort(key=lambda group: (-len(group), int(group[0])))
    for group in groups:
        inside = ends[np.isin(ends[:, 0], group)]
        local = np.searchsorted(group, inside)
        unfolded = forces(stress(len(group), local), local, boxes[group])
        placed[group] = make_room(_lie_wide(unfolded), boxes[group])
    if alone.any():
        groups.append(np.flatnonzero(alone))
        placed[alone] = in_rows(boxes[alone])
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
    inverse = inv(laplacian[1:, 1:])
    before = np.inf
    for _ in range(_ROUNDS):
        apart = np.sqrt(_squares(points))
        now = float((weight * (apart - wanted) ** 2).sum())
        if before - now < 5e-4 * now:
            break
        before = now
        pull = -weight * np.divide(wanted, apart, out=np.zeros_like(apart), where=apart > 1e-9)
        np.fill_diagonal(pull, -pull.sum(axis=1))
        points = np.vstack([np.zeros((1, 2)), _times(inverse, _times(pull, points)[1:])])
    return np.asarray(points - points.mean(axis=0))


def forces(points: Points, edges: NDArray[np.int_], boxes: Points) -> Points:
    """`points` after rounds of repulsion between all nodes and attraction along edges (Noack's LinLog model).

    The pull of an edge hardly grows with its length, so that groups with many edges inside draw together and away from others.
    """
    count = len(points)
    if count < 4:
        return points
    degree = np.bincount(edges.ravel(), minlength=count).astype(float)
    mass = degree + 1.0
    both = mass[:, None] * mass[None, :]
    first, second = edges[:, 0], edges[:, 1]
    placed = points / np.sqrt((points**2).sum(axis=1).mean()) * np.sqrt(count)
    step = 0.12 * np.sqrt(count)
    for _ in range(_FORCE_ROUNDS):
        near = _squares(placed)
        near += 0.02
        np.divide(both, near, out=near)
        force = (placed * near.sum(axis=1, keepdims=True) - _times(near, placed)) * 0.04 - 0.02 * mass[:, None] * placed
        way = placed[first] - placed[second]
        length = np.sqrt((way**2).sum(axis=1, keepdims=True)) + 1e-9
        pull = way / length * np.log1p(length)
        for axis in (0, 1):
            force[:, axis] -= np.bincount(first, pull[:, axis], count) - np.bincount(second, pull[:, axis], count)
        force /= mass[:, None]
        size = np.sqrt((force**2).sum(axis=1, keepdims=True)) + 1e-9
        placed = placed + force / size * np.minimum(size * 0.8, step)
        step *= 0.98
    # As much room as the boxes need, and half as much again for the lines.
    spread = np.sqrt(np.prod(boxes, axis=1).sum() * 1.9 / max(np.prod(np.ptp(placed, axis=0)), 1e-9))
    return np.asarray(placed * spread)


def _squares(points: Points) -> Points:
    """Squared distances between all points."""
    squares = np.subtract.outer(points[:, 0], points[:, 0])
    squares *= squares
    other = np.subtract.outer(points[:, 1], points[:, 1])
    other *= other
    squares += other
    return np.asarray(squares)


def _times(matrix: Points, points: Points) -> Points:
    """`matrix` times `points`. Not by BLAS: its threads cost more than they save on two columns, and round as they please."""
    return np.asarray(np.einsum("ij,jk->ik", matrix, points))


def _start(wanted: Points) -> Points:
    """Classical scaling of the distances, with equal points set apart on a spiral (leaves of one hub are equal)."""
    count = len(wanted)
    squared = wanted**2
    centred = -0.5 * (squared - squared.mean(axis=0) - squared.mean(axis=1)[:, None] + squared.mean())
    _, vectors = eigh(centred, subset_by_index=[count - 2, count - 1])
    axes = vectors[:, ::-1]
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
    turned = points @ axes
    wide, high = np.ptp(turned, axis=0)
    # A little stretching fills the screen and costs no reader anything.
    return np.asarray(turned * (float(np.clip(_ASPECT * high / max(wide, 1e-9), 1.0, 1.4)), 1.0))
