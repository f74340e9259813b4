"""What a claim looks like, as far as that tells how sure it is. Enters: Extraction as rules left it. Leaves: names of features.

Only the facts themselves are looked at: which rule found them, how many take part, how far from the telling words they are named,
what is dated and placed. So the features hold for any rule and any language.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.model.facts import Actor, Agreement, Extraction, Meeting, Provenance, Role, Span

KINDS = ("actor", "role", "meeting", "participant", "meeting date", "meeting place", "agreement", "party", "agreement date")
EVENT_OF = {
    "participant": "meeting", "meeting date": "meeting", "meeting place": "meeting",
    "party": "agreement", "agreement date": "agreement",
}  # fmt: skip
"""Kinds that are rated on the ground that their event is right: the chance that the actor, date or place belongs to it."""
TAGGER = "tagger"
"""The rule of names that a model found."""
_BESIDE, _NEAR = 60, 240
_STEM = 5
_DISTANCES = ("in the words", "beside", "near", "far", "unnamed")
_HIGH, _MIDDLE = 0.9, 0.7


@dataclass(frozen=True, slots=True)
class Sight:
    """A claim: its kind, its local id (a role's number; of a participant or party the event's id, then its own), its features."""

    kind: str
    claim: tuple[str, ...]
    features: tuple[str, ...]


def sights(extraction: Extraction) -> Iterator[Sight]:
    """Every claim of an extraction."""
    view = _View(extraction)
    for actor in extraction.actors:
        yield Sight("actor", (actor.id,), view.actor(actor))
    for n, role in enumerate(extraction.roles):
        yield Sight("role", (str(n),), view.role(role))
    for meeting in extraction.meetings:
        yield Sight("meeting", (meeting.id,), view.meeting(meeting))
        for local in meeting.participants:
            yield Sight("participant", (meeting.id, local), view.participant(meeting, local))
        if meeting.date:
            yield Sight("meeting date", (meeting.id,), view.date_of(meeting))
        if meeting.place:
            yield Sight("meeting place", (meeting.id,), view.place_of(meeting))
    for agreement in extraction.agreements:
        yield Sight("agreement", (agreement.id,), view.agreement(agreement))
        for local in agreement.parties:
            yield Sight("party", (agreement.id, local), view.party(agreement, local))
        if agreement.date:
            yield Sight("agreement date", (agreement.id,), view.date_of(agreement))


class _View:
    """One document's facts, looked at from each claim."""

    def __init__(self, extraction: Extraction) -> None:
        self.date = extraction.article.date
        self.text = extraction.article.text
        self.places = {meeting.place for meeting in extraction.meetings if meeting.place}
        self.actors = {actor.id: actor for actor in extraction.actors}
        self.starts = {actor.id: sorted((span.start, span.end) for span in actor.mentions) for actor in extraction.actors}
        acting: list[tuple[str | None, ...]] = [(role.person, role.of) for role in extraction.roles]
        acting += [event.participants for event in extraction.meetings]
        acting += [event.parties for event in extraction.agreements]
        self.acting = {local for group in acting for local in group}

    def actor(self, actor: Actor) -> tuple[str, ...]:
        named = [
            *_rule(actor.rule, actor.confidence),
            f"type={actor.type}",
            f"mentions={_upto(len(actor.mentions), 3)}",
            f"{actor.type} words={_upto(len(actor.name.split()), 3)}",
            f"{actor.type} acts={'yes' if actor.id in self.acting else 'no'}",
        ]
        return (*named, "latin") if actor.name.isascii() else tuple(named)

    def role(self, role: Role) -> tuple[str, ...]:
        body = self.actors.get(role.of or "")
        return (
            *_rule(role.provenance.rule, role.provenance.confidence),
            f"body={body.type if body else 'none'}",
            f"body {self.distance(role.of, role.provenance.evidence) if role.of else 'none'}",
            f"title words={_upto(len(role.title.split()), 4)}",
            f"person={self.rule_of(role.person)}",
        )

    def meeting(self, meeting: Meeting) -> tuple[str, ...]:
        return (
            *_rule(meeting.provenance.rule, meeting.provenance.confidence),
            f"type={meeting.type}",
            f"status={meeting.status}",
            f"participants={_upto(len(meeting.participants), 4)}",
            f"people={self.people(meeting.participants)}",
            f"host={'yes' if meeting.host else 'no'}",
            f"date={self.dated(meeting.date)}",
            f"place={'yes' if meeting.place else 'no'}",
            f"topics={'yes' if meeting.topics else 'no'}",
            f"farthest={self.farthest(meeting.participants, meeting.provenance)}",
        )

    def participant(self, meeting: Meeting, local: str) -> tuple[str, ...]:
        return (
            f"rule={meeting.provenance.rule}",
            f"event={meeting.type}",
            f"type={self.type_of(local)}",
            f"{self.type_of(local)} beside people={self.people(meeting.participants)}",
            f"of={_upto(len(meeting.participants), 4)}",
            f"distance={self.distance(local, meeting.provenance.evidence)}",
            f"actor={self.rule_of(local)}",
            f"host={'yes' if local == meeting.host else 'no'}",
        )

    def agreement(self, agreement: Agreement) -> tuple[str, ...]:
        return (
            *_rule(agreement.provenance.rule, agreement.provenance.confidence),
            f"type={agreement.type}",
            f"status={agreement.status}",
            f"parties={_upto(len(agreement.parties), 3)}",
            f"signatories={'yes' if agreement.signatories else 'no'}",
            f"date={self.dated(agreement.date)}",
            f"name words={_upto(len(agreement.name.split()), 5)}",
            f"farthest={self.farthest(agreement.parties, agreement.provenance)}",
        )

    def party(self, agreement: Agreement, local: str) -> tuple[str, ...]:
        return (
            f"agreement={agreement.type}",
            f"status={agreement.status}",
            f"type={self.type_of(local)}",
            f"of={_upto(len(agreement.parties), 3)}",
            f"distance={self.distance(local, agreement.provenance.evidence)}",
            f"{self.type_of(local)} distance={self.distance(local, agreement.provenance.evidence)}",
            f"actor={self.rule_of(local)}",
            f"signatories={'yes' if agreement.signatories else 'no'}",
        )

    def date_of(self, event: Meeting | Agreement) -> tuple[str, ...]:
        dated, written = self.dated(event.date), self.written(_day(event.date), event.provenance.evidence)
        return (
            *_rule(event.provenance.rule, event.provenance.confidence),
            f"type={event.type}",
            f"status={event.status}",
            f"date={dated}",
            f"{event.status} date={dated}",
            f"day {written}",
            f"date={dated}, day {written}",
        )

    def place_of(self, meeting: Meeting) -> tuple[str, ...]:
        written = self.written((meeting.place or "")[:_STEM], meeting.provenance.evidence)
        return (
            *_rule(meeting.provenance.rule, meeting.provenance.confidence),
            f"type={meeting.type}",
            f"status={meeting.status}",
            f"place {written}",
            f"{meeting.type} place {written}",
            f"places={_upto(len(self.places), 3)}",
        )

    def written(self, words: str, evidence: Span | None) -> str:
        """How far from the telling words some other words stand."""
        if not words or evidence is None:
            return "unknown"
        for name, reach in zip(_DISTANCES, (0, _BESIDE, _NEAR), strict=False):
            if re.search(rf"(?<!\w){re.escape(words)}", self.text[max(0, evidence.start - reach) : evidence.end + reach]):
                return name
        return "far"

    def type_of(self, local: str) -> str:
        return self.actors[local].type if local in self.actors else "none"

    def rule_of(self, local: str) -> str:
        return self.actors[local].rule if local in self.actors else "none"

    def people(self, locals_: Sequence[str]) -> str:
        persons = sum(self.type_of(local) == "person" for local in locals_)
        return "none" if not persons else "all" if persons == len(locals_) else "some"

    def dated(self, date: str | None) -> str:
        if date is None:
            return "none"
        return "own" if date == self.date else {10: "other day", 7: "month"}.get(len(date), "year")

    def farthest(self, locals_: Sequence[str], provenance: Provenance) -> str:
        found = [_DISTANCES.index(self.distance(local, provenance.evidence)) for local in locals_]
        return _DISTANCES[max(found)] if found else "nobody"

    def distance(self, local: str | None, words: Span | None) -> str:
        """How far from the telling words an actor is named, at its nearest."""
        spans = self.starts.get(local or "", [])
        if not spans or words is None:
            return "unnamed"
        n = bisect_left(spans, (words.end, words.end))
        gaps = [max(words.start - end, start - words.end, 0) for start, end in spans[max(0, n - 1) : n + 1]]
        gap = min(gaps)
        return _DISTANCES[0 if gap == 0 else 1 if gap <= _BESIDE else 2 if gap <= _NEAR else 3]


def _rule(rule: str, own: float) -> tuple[str, ...]:
    """A rule, and what it says itself of how sure it is; a model of names is asked for the figure, a rule for the case."""
    if rule == TAGGER:
        return f"rule={rule}", f"tagger {'high' if own >= _HIGH else 'middle' if own >= _MIDDLE else 'low'}"
    return f"rule={rule}", f"rule itself={own:.2f}"


def _day(date: str | None) -> str:
    """The day of the month as it is written in figures, else the year."""
    return str(int(date[8:])) if date and len(date) == 10 else (date or "")[:4]


def _upto(count: int, most: int) -> str:
    return str(count) if count < most else f"{most}+"
