"""What extraction hands on: the facts of one document, each with the words that prove it.

The shape is that of the gold documents (README, "Records"), with offsets, rule and confidence added.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kg.model.article import Article

ActorType = Literal["person", "organization", "country"]
MEETING_TYPES = ("reception", "meeting", "talks", "consultations", "call", "visit", "summit", "session", "ceremony")
MEETING_STATUSES = ("held", "planned", "cancelled")
AGREEMENT_TYPES = (
    "treaty", "agreement", "memorandum", "protocol", "declaration", "statement", "roadmap", "program", "contract", "other",
)  # fmt: skip
AGREEMENT_STATUSES = ("signed", "adopted", "ratified", "in_force", "negotiating", "planned", "terminated", "mentioned")


@dataclass(frozen=True, slots=True)
class Span:
    """Code points `start` to `end` (exclusive) of an article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Provenance:
    """Which words, which rule or model, how sure (0 to 1). `evidence` is None only where the input gave no quote."""

    evidence: Span | None
    rule: str = "given"
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, organization or country of one document; `id` is local to it (a1, a2, …)."""

    id: str
    type: ActorType
    name: str
    aliases: tuple[str, ...] = ()
    iso: str | None = None
    mentions: tuple[Span, ...] = ()
    rule: str = "given"
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Role:
    """An office that the document gives a person: local ids of person and body (None: the text does not say)."""

    person: str
    title: str
    of: str | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Meeting:
    """An event in which actors meet. `date` is ISO 8601, as exact as known (2025, 2025-12 or 2025-12-02).

    `participants_confidence` says in the order of participants how sure each is; empty: each is as sure as the event. So are
    date and place where they have no confidence of their own.
    """

    id: str
    type: str
    participants: tuple[str, ...]
    host: str | None
    date: str | None
    place: str | None
    status: str
    topics: tuple[str, ...]
    provenance: Provenance
    negated: bool = False
    reported_by: str | None = None
    participants_confidence: tuple[float, ...] = ()
    date_confidence: float | None = None
    place_confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """An instrument between, or adopted by, actors; `parties` and `signatories` are local actor ids.

    `parties_confidence` says in the order of parties how sure each is; empty: each is as sure as the agreement. So is the date
    where it has no confidence of its own.
    """

    id: str
    type: str
    name: str
    aliases: tuple[str, ...]
    parties: tuple[str, ...]
    status: str
    date: str | None
    place: str | None
    provenance: Provenance
    signatories: tuple[str, ...] = ()
    negated: bool = False
    parties_confidence: tuple[float, ...] = ()
    date_confidence: float | None = None
    reported_by: str | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything found in one article."""

    article: Article
    actors: tuple[Actor, ...]
    roles: tuple[Role, ...]
    meetings: tuple[Meeting, ...]
    agreements: tuple[Agreement, ...]
