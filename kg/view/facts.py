"""What a map says, before it is drawn: actors, the facts between them, and the sentences that prove each fact.

Plain values without positions, colours or words of a language. `reading` makes them from the graph, `drawing` draws them.
Actors, facts, documents and evidence refer to each other by their index in the tuples of `Contents`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ACTOR_KINDS = ("Person", "Organization", "Country")
FactKind = Literal["meeting", "agreement", "office", "derived", "other"]
Standing = Literal["done", "planned", "off"]

# How a status is drawn: as a fact, as an intention, or as something that did not come about or is over.
_STANDINGS: dict[str, Standing] = {
    "planned": "planned", "negotiating": "planned",
    "cancelled": "off", "terminated": "off", "denied": "off",
}  # fmt: skip


def standing(status: str | None) -> Standing:
    """Whether `status` of a meeting or an agreement tells of a fact, an intention or a thing called off."""
    return _STANDINGS.get(status or "", "done")


@dataclass(frozen=True, slots=True)
class Source:
    """A document that facts were found in. `url` is None unless it is a plain http(s) address."""

    title: str
    date: str | None
    url: str | None
    lang: str | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """One passage: the sentence as `before` + `mark` + `after`, where `mark` are the very words that carry the fact.

    `start` and `end` count code points in the document. Where the sentence does not hold the words, `mark` stands alone.
    """

    source: int
    before: str
    mark: str
    after: str
    start: int | None
    end: int | None
    rule: str
    confidence: float
    status: str | None
    negated: bool
    reported_by: str | None


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, an organization or a country. `names` are further spellings by language code."""

    id: str
    kind: str
    name: str
    names: tuple[tuple[str, str], ...]
    aliases: tuple[str, ...]
    iso: str | None
    wikidata: str | None


@dataclass(frozen=True, slots=True)
class Fact:
    """A meeting, an agreement, an office or a derived relation, with the actors it joins.

    `lead` are the actors with a part of their own: the host of a meeting, the signatories of an agreement, the holder of
    an office. `type` is the meeting's or agreement's type, or the predicate of an `other` fact. A derived fact follows from
    the facts in `because`.
    """

    id: str
    kind: FactKind
    actors: tuple[int, ...]
    lead: tuple[int, ...]
    type: str | None
    name: str | None
    status: str | None
    date: str | None
    until: str | None
    place: str | None
    topics: tuple[str, ...]
    count: int
    evidence: tuple[int, ...]
    because: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything that a page can show."""

    actors: tuple[Actor, ...]
    facts: tuple[Fact, ...]
    evidence: tuple[Evidence, ...]
    sources: tuple[Source, ...]
