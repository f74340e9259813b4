"""One resolved document in, its graph out: the nodes it speaks of and the claims it makes, each with its evidence and
sentence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from kg.graph.context import sentence
from kg.graph.fingerprint import fingerprint as fingerprint_of
from kg.model.article import Article
from kg.model.facts import Agreement, Meeting, Provenance, Role, Span
from kg.model.graph import Claim, DocumentGraph, Entity, Node
from kg.model.identifiers import digest, document_id, post_id, slug
from kg.model.resolution import Place, Resolution

ACTOR_KINDS: Mapping[str, str] = {"person": "Person", "organization": "Organization", "country": "Country"}
_EVENT_WORDS: Mapping[str, str] = {
    "visit": "сапар", "call": "телефон арқылы сөйлесу", "summit": "саммит", "session": "отырыс", "ceremony": "рәсім",
}  # fmt: skip
_WITH_GUESTS = frozenset({"reception", "visit", "talks", "meeting", "consultations"})

_Event = TypeVar("_Event", Meeting, Agreement)


def document_graph(resolution: Resolution, *, fingerprint: str | None = None) -> DocumentGraph:
    """All that one document contributes, sorted by id and independent of the order of its actors and facts.

    Pass the `fingerprint` that was computed before extraction, so that a later run can skip the document; without it the
    facts count as given and are part of the fingerprint.
    """
    builder = _Builder(resolution)
    builder.everything()
    return DocumentGraph(
        document=builder.document,
        fingerprint=fingerprint or fingerprint_of(resolution.extraction, resolution.known),
        nodes=tuple(Node(i, kind, _settled(builder.properties[i])) for i, kind in sorted(builder.kinds.items())),
        claims=tuple(claim for _, claim in sorted(builder.claims.items())),
    )


class _Builder:
    """Collects the nodes and claims of one document; a node met twice gathers the properties of both."""

    def __init__(self, resolution: Resolution) -> None:
        self.resolution = resolution
        self.article = resolution.extraction.article
        self.document = document_id(self.article.id)
        self.kinds: dict[str, str] = {}
        self.properties: dict[str, set[tuple[str, str]]] = defaultdict(set)
        self.claims: dict[str, Claim] = {}
        self.posts: dict[str, set[tuple[bool, int, str]]] = defaultdict(set)

    def everything(self) -> None:
        self.document_node(self.article)
        extraction = self.resolution.extraction
        for actor in extraction.actors:
            entity = self.actor(actor.id)
            for span in actor.mentions:
                self.mention(entity, span)
        for role in extraction.roles:
            self.role(role)
        for meetings in _together(extraction.meetings, self.resolution.meetings):
            self.meeting(meetings)
        for agreements in _together(extraction.agreements, self.resolution.agreements):
            self.agreement(agreements)

    def node(self, identifier: str, kind: str, properties: Iterable[tuple[str, str | None]] = ()) -> str:
        self.kinds[identifier] = kind
        self.properties[identifier].update((name, value) for name, value in properties if value)
        return identifier

    def document_node(self, article: Article) -> None:
        names = ("title", "date", "lang", "url", "source", "sha256", "origin")
        self.node(self.document, "Document", [("identifier", article.id), *((name, getattr(article, name)) for name in names)])

    def actor(self, local: str) -> str:
        return self.entity(self.resolution.entities[local])

    def entity(self, entity: Entity) -> str:
        if entity.country:
            self.entity(self.resolution.countries[entity.country])
        aliases = [("alias", alias) for alias in entity.aliases]
        names = ("name", "iso", "name_ru", "name_en", "wikidata", "country")
        return self.node(entity.id, ACTOR_KINDS[entity.type], [*aliases, *((name, getattr(entity, name)) for name in names)])

    def mention(self, entity: str, span: Span) -> None:
        identifier = f"mention/{digest(self.document, entity, str(span.start), str(span.end))}"
        quote = self.article.text[span.start : span.end]
        offsets = [("start", str(span.start)), ("end", str(span.end)), ("quote", quote)]
        self.node(identifier, "Mention", [("document", self.document), ("actor", entity), *offsets])

    def place(self, place: Place) -> str:
        if place.country:
            self.entity(self.resolution.countries[place.country])
        names = [("name", place.name), ("name_ru", place.name_ru), ("name_en", place.name_en)]
        return self.node(place.id, "Place", [*names, ("country", place.country), ("wikidata", place.wikidata)])

    def role(self, role: Role) -> None:
        person = self.actor(role.person)
        body = None if role.of is None else self.actor(role.of)
        title = " ".join(role.title.split())
        post = self.node(post_id(body, title), "Post", [("title", title[:1].upper() + title[1:]), ("body", body)])
        tenure = f"tenure/{digest(person, post)}"
        self.node(tenure, "Tenure", [("person", person), ("post", post), ("title_as_written", title)])
        span = role.provenance.evidence
        self.posts[person].add((body is None, len(self.article.text) if span is None else span.start, post))
        self.claim(person, "holds", post, role.provenance, valid=self.article.date)

    def meeting(self, told: Sequence[Meeting]) -> None:
        """One event, told once or several times; of what it has only one of, the first telling that says it counts."""
        first = told[0]
        identifier = self.resolution.meetings[first.id]
        self.node(identifier, "Meeting", [("label", self.label(first))])
        once: dict[str, Meeting] = {}
        actors: set[str] = set()
        for meeting in told:
            host = {self.actor(meeting.host)} if meeting.host else set()
            present = {self.actor(local) for local in meeting.participants} | host
            actors |= present
            place = self.place(self.resolution.places[meeting.place]) if meeting.place else None
            topics = [self.node(f"topic/{slug(topic)}", "Topic", [("name", topic)]) for topic in meeting.topics]
            facts = [("participant", actor, False) for actor in sorted(present)] + [("topic", topic, False) for topic in topics]
            single = (("kind", meeting.type, True), ("status", meeting.status, True), ("date", meeting.date, True))
            for predicate, value, literal in (*single, ("place", place, False), ("host", min(host, default=None), False)):
                if value and once.setdefault(predicate, meeting) is meeting:
                    facts.append((predicate, value, literal))
            sure = self.members(meeting.participants, meeting.participants_confidence)
            own = {"date": meeting.date_confidence, "place": meeting.place_confidence}
            for predicate, value, literal in facts:
                member = predicate in {"participant", "host"}
                provenance = _as_sure(meeting.provenance, sure.get(value) if member else own.get(predicate))
                self.claim(
                    identifier, predicate, value, provenance, literal=literal, negated=meeting.negated,
                    status=meeting.status, reported_by=self.voice(meeting.reported_by), valid=meeting.date,
                )  # fmt: skip
        if not first.negated:
            receiver = once["host"].host if "host" in once else None
            for actor in sorted(actors):
                self.participation(identifier, actor, receiver and self.actor(receiver), guests=first.type in _WITH_GUESTS)

    def participation(self, meeting: str, actor: str, host: str | None, *, guests: bool) -> None:
        part = "host" if actor == host else "guest" if host and guests else "participant"
        identifier = f"participation/{digest(meeting, actor)}"
        _, _, post = min(self.posts[actor], default=(True, 0, None))  # of a known body, and named first
        self.node(identifier, "Participation", [("meeting", meeting), ("actor", actor), ("part", part), ("post", post)])

    def agreement(self, told: Sequence[Agreement]) -> None:
        """The same for an instrument."""
        identifier = self.resolution.agreements[told[0].id]
        self.node(identifier, "Agreement", [("name", told[0].name)])
        once: dict[str, Agreement] = {}
        for agreement in told:
            facts = [("called", name, True) for name in (agreement.name, *agreement.aliases)]
            facts += [("party", self.actor(local), False) for local in agreement.parties]
            facts += [("signatory", self.actor(local), False) for local in agreement.signatories]
            place = self.place(self.resolution.places[agreement.place]) if agreement.place else None
            single = (("kind", agreement.type, True), ("status", agreement.status, True), ("date", agreement.date, True))
            for predicate, value, literal in (*single, ("place", place, False)):
                if value and once.setdefault(predicate, agreement) is agreement:
                    facts.append((predicate, value, literal))
            sure = self.members(agreement.parties, agreement.parties_confidence)
            for predicate, value, literal in facts:
                own = agreement.date_confidence if predicate == "date" else None
                provenance = _as_sure(agreement.provenance, sure.get(value) if predicate == "party" else own)
                self.claim(
                    identifier, predicate, value, provenance, literal=literal, negated=agreement.negated,
                    status=agreement.status, reported_by=self.voice(agreement.reported_by), valid=agreement.date,
                )  # fmt: skip

    def members(self, members: Sequence[str], confidences: Sequence[float]) -> dict[str, float]:
        """Node -> how sure it is that it takes part; of two actors that are one node the surer counts."""
        sure: dict[str, float] = {}
        for local, confidence in zip(members, confidences, strict=False):
            node = self.actor(local)
            sure[node] = max(confidence, sure.get(node, 0.0))
        return sure

    def voice(self, reported_by: str | None) -> str | None:
        """Who says so: the entity of a local actor id; other wording stays as it is."""
        return self.actor(reported_by) if reported_by is not None and reported_by in self.resolution.entities else reported_by

    def label(self, meeting: Meeting) -> str:
        entities = (self.resolution.entities[local] for local in meeting.participants)
        who: dict[str, str] = {entity.id: entity.name for entity in entities}
        names = " – ".join(who[identifier] for identifier in sorted(who))
        what = _EVENT_WORDS.get(meeting.type, "кездесу")
        return ", ".join(filter(None, [f"{names}: {what}" if names else what, meeting.date]))

    def claim(
        self, subject: str, predicate: str, value: str, provenance: Provenance, *, literal: bool = False, negated: bool = False,
        status: str | None = None, reported_by: str | None = None, valid: str | None = None,
    ) -> None:  # fmt: skip
        """Adds a claim. Of two that differ only in rule and confidence the surer stays (then the rule's name decides)."""
        span, text = provenance.evidence, self.article.text
        start, end = (None, None) if span is None else (str(span.start), str(span.end))
        sense = ("literal" if literal else "node", "not" if negated else "", status, valid, reported_by)
        key = (subject, predicate, value, start, end, *sense)
        around = None if span is None else sentence(text, span)
        made = Claim(
            id=f"claim/{digest(self.document, *key)}", subject=subject, predicate=predicate, object=value, literal=literal,
            rule=provenance.rule, confidence=provenance.confidence, evidence=span,
            quote=None if span is None else text[span.start : span.end],
            context=None if around is None else text[around.start : around.end],
            negated=negated, status=status, reported_by=reported_by, valid=valid,
        )  # fmt: skip
        other = self.claims.get(made.id)
        if other is None or (-made.confidence, made.rule) < (-other.confidence, other.rule):
            self.claims[made.id] = made


def _as_sure(provenance: Provenance, confidence: float | None) -> Provenance:
    """Provenance with a confidence of its own, where there is one."""
    return provenance if confidence is None else replace(provenance, confidence=confidence)


def _together(events: Iterable[_Event], nodes: Mapping[str, str]) -> list[list[_Event]]:
    """Events that are one node (and alike affirmed or denied), the surest first, then the first in the text."""

    def rank(event: _Event) -> tuple[float, bool, int, str]:
        span = event.provenance.evidence
        return (-event.provenance.confidence, span is None, 0 if span is None else span.start, event.id)

    groups: dict[tuple[str, bool], list[_Event]] = defaultdict(list)
    for event in sorted(events, key=rank):
        groups[nodes[event.id], event.negated].append(event)
    return list(groups.values())


def _settled(properties: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The properties sorted; of those that a node has only one of, the longest value, then the first, whatever the order."""
    values: dict[str, list[str]] = defaultdict(list)
    for name, value in sorted(properties):
        values[name].append(value)
    single = {name: [min(found, key=lambda value: (-len(value), value))] for name, found in values.items() if name != "alias"}
    return tuple((name, value) for name, found in sorted((values | single).items()) for value in found)
