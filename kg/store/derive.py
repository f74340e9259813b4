"""What follows from the documents' claims together: who met whom, and what to call each node.

Pure functions over document graphs, the same for every kind of store. Nothing here depends on the order of documents.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from kg.model.graph import DocumentGraph, Node

Pair = tuple[str, str]
"""Two node ids, sorted."""

_NAMES = ("name", "title", "label")


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """What documents say about one meeting without negating it. `sides` are the countries that actors stand for."""

    held: bool = False
    actors: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    dates: frozenset[str] = frozenset()

    def __or__(self, other: MeetingFacts) -> MeetingFacts:
        return MeetingFacts(
            self.held or other.held, self.actors | other.actors, self.sides | other.sides, self.dates | other.dates
        )

    def pairs(self) -> set[Pair]:
        """Who met whom: each two actors, and each two countries, if some document says that the meeting was held."""
        if not self.held:
            return set()
        return set(combinations(sorted(self.actors), 2)) | set(combinations(sorted(self.sides), 2))


@dataclass(frozen=True, slots=True)
class Contact:
    """Two actors that met: in which meetings, and the dates of the first and the last as far as known."""

    pair: Pair
    meetings: tuple[str, ...]
    first: str | None
    last: str | None

    @property
    def id(self) -> str:
        """Identifier of the Contact node."""
        return "contact/" + hashlib.sha256("\n".join(self.pair).encode()).hexdigest()[:20]


def contact(pair: Pair, dates: dict[str, Iterable[str]]) -> Contact:
    """The contact that rests on these meetings; `dates` gives for each meeting the dates that documents say."""
    known = sorted(day for day in (best_date(found) for found in dates.values()) if day)
    return Contact(pair, tuple(sorted(dates)), known[0] if known else None, known[-1] if known else None)


def best_date(dates: Iterable[str]) -> str | None:
    """Of several dates the most exact one, of several as exact the earliest."""
    return min(dates, key=lambda day: (-len(day), day), default=None)


def meetings(graph: DocumentGraph) -> dict[str, MeetingFacts]:
    """The meetings that a document speaks of, with what it says about each."""
    nodes = {node.id: node for node in graph.nodes}
    found = {node.id: MeetingFacts() for node in graph.nodes if node.kind == "Meeting"}
    countries = _countries(graph, nodes)
    for claim in graph.claims:
        facts = found.get(claim.subject)
        if facts is None or claim.negated:
            continue
        if claim.predicate in {"participant", "host"} and not claim.literal:
            sides = countries.get(claim.object, frozenset())
            found[claim.subject] = facts | MeetingFacts(actors=frozenset([claim.object]), sides=sides)
        elif claim.predicate == "date":
            found[claim.subject] = facts | MeetingFacts(dates=frozenset([claim.object]))
        elif claim.predicate == "status":
            found[claim.subject] = facts | MeetingFacts(held=claim.object == "held")
    return found


def _countries(graph: DocumentGraph, nodes: dict[str, Node]) -> dict[str, frozenset[str]]:
    """Actor -> countries that it stands for: itself, its own country, that of the posts which the document gives it."""

    def of(node: str) -> frozenset[str]:
        found = nodes.get(node)
        if found is None or found.kind == "Country":
            return frozenset([node]) if found else frozenset()
        return frozenset(value for name, value in found.properties if name == "country")

    bodies = {node.id: dict(node.properties).get("body", "") for node in graph.nodes if node.kind == "Post"}
    result = {node.id: of(node.id) for node in graph.nodes if node.kind in {"Country", "Organization"}}
    for claim in graph.claims:
        if claim.predicate == "holds" and not claim.negated:
            result[claim.subject] = result.get(claim.subject, frozenset()) | of(bodies.get(claim.object, ""))
    return result


def names(graph: DocumentGraph) -> dict[str, str]:
    """What the document calls each of its nodes."""
    return {
        node.id: name for node in graph.nodes if (name := best_name(value for key, value in node.properties if key in _NAMES))
    }


def best_name(found: Iterable[str]) -> str | None:
    """Of several names the longest, of several as long the first in the order of code points."""
    return min(found, key=lambda name: (-len(name), name), default=None)
