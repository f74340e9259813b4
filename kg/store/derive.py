"""What follows from the documents' claims together: who met whom, and what to call each node.

Pure functions over document graphs, the same for every kind of store. Nothing here depends on the order of documents.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from kg.model.graph import DocumentGraph

Pair = tuple[str, str]
"""Two node ids, sorted."""

NAME_SLOTS = ("name", "title", "label")
"""The slots that say what a node is called."""


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """What documents say about one meeting without negating it.

    `actors` are those that a document says have met, with `stands`, the countries that each stands for; `sides` are the
    countries of all its participants, whether it was held or not.
    """

    actors: frozenset[str] = frozenset()
    stands: frozenset[Pair] = frozenset()
    sides: frozenset[str] = frozenset()
    dates: frozenset[str] = frozenset()

    def __or__(self, other: MeetingFacts) -> MeetingFacts:
        return MeetingFacts(
            self.actors | other.actors, self.stands | other.stands, self.sides | other.sides, self.dates | other.dates
        )

    def pairs(self) -> set[Pair]:
        """Who met whom: each two actors, and each two countries that two different actors stand for."""
        found = set(combinations(sorted(self.actors), 2))
        for (one, country), (other, another) in combinations(sorted(self.stands), 2):
            if one != other and country != another:
                found.add((min(country, another), max(country, another)))
        return found


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
    actors: dict[str, set[str]] = {node.id: set() for node in graph.nodes if node.kind == "Meeting"}
    dates: dict[str, set[str]] = {meeting: set() for meeting in actors}
    held = set()
    for claim in graph.claims:
        if claim.subject not in actors or claim.negated:
            continue
        if claim.predicate in {"participant", "host"} and not claim.literal:
            actors[claim.subject].add(claim.object)
        elif claim.predicate == "date":
            dates[claim.subject].add(claim.object)
        elif claim.predicate == "status" and claim.object == "held":
            held.add(claim.subject)
    countries = _countries(graph)
    found = {}
    for meeting, taking_part in actors.items():
        stands = frozenset((actor, country) for actor in taking_part for country in countries.get(actor, ()))
        met = (frozenset(taking_part), stands) if meeting in held else (frozenset[str](), frozenset[Pair]())
        found[meeting] = MeetingFacts(*met, frozenset(country for _, country in stands), frozenset(dates[meeting]))
    return found


def told(graphs: Iterable[DocumentGraph]) -> dict[str, MeetingFacts]:
    """The meetings that any of the documents speaks of, with what they say together about each."""
    found: dict[str, MeetingFacts] = {}
    for graph in graphs:
        for meeting, said in meetings(graph).items():
            found[meeting] = found.get(meeting, MeetingFacts()) | said
    return found


def gather(into: dict[str, MeetingFacts], graph: DocumentGraph) -> None:
    """Adds what a document says about those meetings that `into` has."""
    for meeting, said in meetings(graph).items():
        if meeting in into:
            into[meeting] |= said


def by_pair(facts: Mapping[str, MeetingFacts]) -> dict[Pair, set[str]]:
    """Who met whom -> in which of these meetings."""
    found: dict[Pair, set[str]] = {}
    for meeting, said in facts.items():
        for pair in said.pairs():
            found.setdefault(pair, set()).add(meeting)
    return found


def _countries(graph: DocumentGraph) -> dict[str, frozenset[str]]:
    """Actor -> countries that it stands for: itself, its own country, that of the posts which the document gives it."""
    nodes = {node.id: node for node in graph.nodes}

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
        node.id: name for node in graph.nodes if (name := best_name(value for key, value in node.properties if key in NAME_SLOTS))
    }


def called(graphs: Iterable[DocumentGraph]) -> dict[str, set[str]]:
    """What the documents call each of their nodes."""
    found: dict[str, set[str]] = {}
    for graph in graphs:
        for node, name in names(graph).items():
            found.setdefault(node, set()).add(name)
    return found


def best_name(found: Iterable[str]) -> str | None:
    """Of several names the longest, of several as long the first in the order of code points."""
    return min(found, key=lambda name: (-len(name), name), default=None)
