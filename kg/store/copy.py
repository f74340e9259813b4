"""From one store to another, whichever kinds they are: contributions in, the same contributions out, and a proof of it.

A store gives each document back as it was written, and a graph is the union of its documents, so that is all there is to
move; what is derived, the target derives itself.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import astuple, dataclass

from kg.model.errors import StoreError
from kg.model.graph import DocumentGraph
from kg.store.base import Store
from kg.store.batches import fill

BATCH = 100
"""Documents in one transaction of the target."""
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy did: documents that the target lacked, had otherwise, and had as they are; those only it has; claims."""

    new: int
    changed: int
    unchanged: int
    others: int
    claims: int


def copy(source: Store, target: Store, *, progress: Callable[[int], None] = lambda _: None) -> Copied:
    """Puts every document of `source` into `target`, in the place of what that has of it; its other documents stay.

    Afterwards reads `target` anew and compares. An empty embedded store is filled all or nothing; else each batch is a
    transaction: what was copied stays copied if a later one fails, and copying again goes on from there. `progress` is told
    how many documents are through. Raises StoreError where either store cannot be used, and where the target does not hold in
    the end what the source does.
    """
    before = dict(_digests(target.read()))
    given: dict[str, str] = {}
    counts = {"new": 0, "changed": 0, "claims": 0}

    def differing() -> Iterator[DocumentGraph]:
        for graph in source.read():
            given[graph.document] = digest(graph)
            counts["claims"] += len(graph.claims)
            progress(len(given))
            known = before.get(graph.document)
            if known != given[graph.document]:
                counts["new" if known is None else "changed"] += 1
                yield graph

    fill(target, differing(), BATCH)
    _demand_equal(given, dict(_digests(target.read())), target.uri)
    written = counts["new"] + counts["changed"]
    return Copied(
        new=counts["new"],
        changed=counts["changed"],
        unchanged=len(given) - written,
        others=len(before.keys() - given.keys()),
        claims=counts["claims"],
    )


def digest(graph: DocumentGraph) -> str:
    """A hash of all that a document contributes."""
    text = json.dumps(astuple(graph), ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _digests(graphs: Iterable[DocumentGraph]) -> Iterator[tuple[str, str]]:
    return ((graph.document, digest(graph)) for graph in graphs)


def _demand_equal(given: dict[str, str], found: dict[str, str], uri: str) -> None:
    wrong = [document for document, expected in given.items() if found.get(document) != expected]
    if wrong:
        listed = ", ".join(wrong[:_SHOWN]) + (" and others" if len(wrong) > _SHOWN else "")
        raise StoreError(
            f"{len(wrong):,} of {len(given):,} documents are not in {uri} as they were read: {listed}",
            cure="copy again while no other program writes; if that does not help, the store loses data",
        )
