"""Actors in the making: names found to be one. Enters: phrases, one by one. Leaves: clusters, and the cluster of each phrase."""

from __future__ import annotations

from bisect import insort
from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field

from kg.language.document import Document
from kg.model.facts import ActorType


@dataclass(slots=True)
class Cluster:
    """One actor in the making. `owner`: ISO code of the country, or key of the body, that the text says it belongs to;
    `ordered`: its phrases in the order of the text.
    """

    type: ActorType
    key: str | None
    names: Counter[str] = field(default_factory=Counter)
    phrases: list[int] = field(default_factory=list)
    confidence: float = 0.9
    rule: str = ""
    owner: str | None = None
    ordered: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Cast:
    """The actors of a document; `of` maps a phrase number to the number of its actor."""

    clusters: list[Cluster]
    of: dict[int, int]

    def country(self, iso: str | None) -> int | None:
        return next((n for n, c in enumerate(self.clusters) if c.type == "country" and c.key == iso), None) if iso else None


class NameIndex:
    """Which clusters a name could mean, by parts of their names, so that a long document is not compared name by name."""

    def __init__(self) -> None:
        self._numbers: dict[Hashable, set[int]] = {}

    def add(self, number: int, parts: Iterable[Hashable]) -> None:
        for part in parts:
            self._numbers.setdefault(part, set()).add(number)

    def candidates(self, parts: Iterable[Hashable]) -> list[int]:
        """The clusters that share a part, in order."""
        return sorted({number for part in parts for number in self._numbers.get(part, ())})


class Clusters:
    """Collects phrases into clusters."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.all: list[Cluster] = []
        self.of: dict[int, int] = {}
        self._by_key: dict[tuple[str, str], int] = {}

    def find(self, kind: str, key: str | None) -> int | None:
        """The cluster of a kind with a key."""
        found = self._by_key.get((kind, key)) if key is not None else None
        return found if found is not None and self.all[found].key == key else None

    def set_key(self, number: int, key: str) -> None:
        """Gives a cluster that has none its key."""
        if self.find(self.all[number].type, key) is None:
            self._by_key[self.all[number].type, key] = number
        self.all[number].key = key

    def join(
        self,
        number: int,
        cluster: int | None,
        kind: ActorType,
        key: str | None,
        name: str,
        rule: str,
        confidence: float,
        owner: str | None = None,
    ) -> int:
        """Puts phrase `number` into a cluster, a new one where `cluster` is None."""
        tagger = self.doc.phrases[number].tagger
        if tagger is not None:
            rule, confidence = "tagger", tagger
        if cluster is None:
            self.all.append(Cluster(kind, key, rule=rule, confidence=confidence, owner=owner))
            cluster = len(self.all) - 1
            if key is not None:
                self._by_key[kind, key] = cluster
        self.all[cluster].names[name] += 1
        self.all[cluster].phrases.append(number)
        insort(self.all[cluster].ordered, number)
        self.of[number] = cluster
        return cluster

    def inside(self, number: int, key: str, name: str) -> None:
        """A country that the text names only in the name of a body of its own, phrase `number`."""
        if self.find("country", key) is None:
            self.all.append(Cluster("country", key, rule="name of a body", confidence=0.7))
            self.all[-1].names[name] += 1
            self.all[-1].phrases.append(number)
            self.all[-1].ordered.append(number)
            self._by_key["country", key] = len(self.all) - 1

    def merge(self, into: int, other: int) -> None:
        """What `other` holds is found to be `into`."""
        if into == other:
            return
        self.all[into].names.update(self.all[other].names)
        self.all[into].phrases += self.all[other].phrases
        self.all[into].ordered = sorted(self.all[into].ordered + self.all[other].ordered)
        self.all[other].names.clear()
        self.all[other].phrases.clear()
        self.all[other].ordered.clear()
        self.all[other].key = None
        for number, cluster in self.of.items():
            if cluster == other:
                self.of[number] = into

    def cast(self) -> Cast:
        """The clusters that hold something, numbered anew."""
        kept = [n for n, cluster in enumerate(self.all) if cluster.phrases]
        new = {n: k for k, n in enumerate(kept)}
        return Cast([self.all[n] for n in kept], {number: new[n] for number, n in self.of.items()})
