"""Gold documents and extracted ones in, figures out. A document that lacks an extraction counts as missed whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.eval.documents import EventFact, Facts, RoleFact, optional
from kg.eval.figures import Figures, Tally
from kg.eval.likeness import MIN_TITLE_OVERLAP, agreement_likeness, cites_same_words, meeting_likeness, normal, phrase_overlap
from kg.eval.pairs import Likeness, pair_actors, pair_events, pair_topics


def score(gold: Mapping[str, Facts], predicted: Mapping[str, Facts]) -> Figures:
    """Figures over all documents of `gold`; documents that only `predicted` has are not looked at."""
    tally = Tally()
    for key, document in gold.items():
        _Comparison(document, predicted.get(key, Facts(key, document.text, {})), tally).everything()
    return tally.figures()


class _Comparison:
    """One document, read twice. Extracted facts that pair with none of gold's bear their id behind a plus sign."""

    def __init__(self, gold: Facts, predicted: Facts, tally: Tally) -> None:
        self.gold, self.predicted, self.tally, self.key = gold, predicted, tally, gold.id
        self.actors = pair_actors(gold.actors, predicted.actors)
        self.loose = optional(gold.actors)
        self.label = {actor.id: f"{actor.type} {actor.name}" for actor in gold.actors}
        self.label |= {f"+{actor.id}": f"{actor.type} {actor.name} (extracted)" for actor in predicted.actors}

    def everything(self) -> None:
        self.cast()
        self.roles()
        self.events("meeting", self.gold.meetings, self.predicted.meetings, meeting_likeness)
        self.events("agreement", self.gold.agreements, self.predicted.agreements, agreement_likeness)
        if not self.gold.meetings and not self.gold.agreements:
            invented = len(self.predicted.meetings) + len(self.predicted.agreements)
            self.tally.attribute("nothing invented where there is nothing", self.key, 0, invented)

    def actor(self, identifier: str) -> str:
        """The gold's id of an extracted actor."""
        return self.actors.get(identifier, f"+{identifier}")

    def name(self, actor: str | None) -> str | None:
        return None if actor is None else self.label.get(actor, actor)

    def cast(self) -> None:
        ignored = {self.label[actor] for actor in self.loose}
        for kind in (None, "person", "organization", "country"):
            wanted = {self.label[a.id] for a in self.gold.actors if kind in (None, a.type)}
            got = {self.label[self.actor(a.id)] for a in self.predicted.actors if kind in (None, a.type)}
            self.tally.found("actors" if kind is None else f"actors: {kind}", self.key, wanted, got, ignored)

    def roles(self) -> None:
        facts = {self._role(role.person, role.title, role.of): role for role in self.gold.roles}
        loose = [role for role in self.gold.roles if not role.required or {role.person, role.of} & self.loose]
        ignored = {self._role(role.person, role.title, role.of) for role in loose}
        got: set[str] = set()
        for role in self.predicted.roles:
            person, body = self.actor(role.person), None if role.of is None else self.actor(role.of)
            fact = next((f for f, g in facts.items() if f not in got and same_role(g, person, role.title, body)), None)
            if fact is None:
                fact = f"{self._role(person, role.title, body)} (extracted)"
                if {person, body} & self.loose:
                    ignored.add(fact)
            got.add(fact)
        self.tally.found("roles", self.key, set(facts), got, ignored)

    def _role(self, person: str, title: str, body: str | None) -> str:
        return f"{self.name(person)}: {title} of {self.name(body)}"

    def events(self, kind: str, gold: Sequence[EventFact], predicted: Sequence[EventFact], likeness: Likeness) -> None:
        pairs = pair_events(gold, predicted, likeness, self.actors, self.loose)
        skipped = optional(gold)
        title = {event.id: self._title(event, event.members) for event in gold}
        for event in predicted:
            members = sorted(self.actor(actor) for actor in event.members)
            title[f"+{event.id}"] = f"{self._title(event, members)} (extracted {event.id})"
        found = {title[pairs.get(event.id, f"+{event.id}")] for event in predicted}
        self.tally.found(f"{kind}s", self.key, {title[e.id] for e in gold}, found, {title[e] for e in skipped})

        edge = "meeting participants" if kind == "meeting" else "agreement parties"
        wanted = {(event.id, actor) for event in gold for actor in event.members}
        got = {(pairs.get(e.id, f"+{e.id}"), self.actor(actor)) for e in predicted for actor in e.members}
        ignored = {(event, actor) for event, actor in wanted | got if event in skipped or actor in self.loose}
        # The id of an actor stands beside its name: two may have the same.
        shown = {(event, actor): f"{event}: {self.name(actor)} [{actor}]" for event, actor in wanted | got}
        self.tally.found(edge, self.key, *({shown[pair] for pair in group} for group in (wanted, got, ignored)))

        by_id = {event.id: event for event in gold}
        for event in predicted:
            if event.id in pairs and pairs[event.id] not in skipped:
                self.attributes(kind, by_id[pairs[event.id]], event)

    def attributes(self, kind: str, gold: EventFact, predicted: EventFact) -> None:
        """Of a pair: what else the two say."""
        values: dict[str, tuple[object, object]] = {"type": (gold.type, predicted.type), "date": (gold.date, predicted.date)}
        if kind == "meeting":
            values["place"] = normal(gold.place), normal(predicted.place)
        values["status"] = gold.status, predicted.status
        values["evidence"] = True, cites_same_words(self.gold.text, gold.evidence, predicted.evidence)
        if gold.host:
            values["host"] = gold.host, None if predicted.host is None else self.actor(predicted.host)
        for name, (want, have) in values.items():
            self.tally.attribute(f"{kind} {name}", self.key, want, have)
        if gold.topics is not None:
            topics = predicted.topics or ()
            pairs = pair_topics(gold.topics, topics)
            self.tally.found("meeting topics", self.key, set(gold.topics), {pairs.get(t, f"{t} (extracted)") for t in topics})

    def _title(self, event: EventFact, members: Sequence[str]) -> str:
        return f"{event.id} {event.type} {event.name or ''} {event.date}: {', '.join(str(self.name(actor)) for actor in members)}"


def same_role(gold: RoleFact, person: str, title: str, body: str | None) -> bool:
    """Whether an extracted role, with actors in the gold's ids, is the gold's."""
    same = person == gold.person and gold.of in (body, None)
    return same and phrase_overlap(title, gold.title) >= MIN_TITLE_OVERLAP
