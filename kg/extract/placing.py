"""Where an event was. Enters: the token of its predicate, its clause, the goal of a journey. Leaves: a `Spot`.

The places of its own clause come first, then the goal of a journey told in the sentence, then the event on whose sidelines it
was, then the place that the paragraph is about, last the dateline.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.arguments import Clause
from kg.extract.dating import Dating
from kg.extract.days import gap
from kg.extract.event import Event
from kg.extract.mentions import Mention
from kg.extract.timeline import LONG
from kg.extract.times import GATHERED
from kg.language import Language
from kg.language.document import Document

BACK = 5
NEAR = 5


@dataclass(frozen=True, slots=True)
class Spot:
    """A town, else a country; whether the text gives a town for this event; the code of the country."""

    name: str | None
    told: bool = False
    iso: str | None = None


@dataclass(frozen=True, slots=True)
class _Scene:
    """Where a sentence plays, whether what it tells has taken place, and its day, if that is long ago."""

    spot: Spot
    status: str = "held"
    day: str | None = None
    aside: bool = False


class Placing:
    """Places the events of one document in the order of the text."""

    def __init__(
        self,
        doc: Document,
        mentions: list[Mention],
        tongue: Language,
        paragraphs: Sequence[int],
        opening: Sequence[int],
        dating: Dating,
    ) -> None:
        self.doc = doc
        self.tongue = tongue
        self.paragraphs = paragraphs
        self.opening = opening
        self.dating = dating
        self.current: dict[int, _Scene | None] = {}
        self.by_sentence: dict[int, list[Mention]] = {}
        for mention in mentions:
            if mention.kind == "country" or (mention.kind == "place" and mention.iso):
                self.by_sentence.setdefault(doc.tokens[mention.first].sentence, []).append(mention)
        self.dateline = self._dateline()
        self.lead: list[Spot] | None = None

    def place(
        self,
        kind: str,
        i: int,
        clause: Clause,
        goal: Mention | None,
        iso: str | None,
        status: str,
        events: Sequence[Event],
        *,
        noun: bool,
    ) -> Spot:
        """The spot of the event whose predicate is token `i`."""
        sentence = self.doc.tokens[i].sentence
        if kind == "visit":
            there = self._there(i, clause, noun=noun) if goal is None else None
            spot = self._spot(goal) if goal is not None else there if there is not None and there.iso == iso else None
            spot = spot or Spot(self._country(iso), False, iso)
            spot = Spot(spot.name, spot.told, spot.iso or iso)
            self.current[sentence] = _Scene(spot, status, self._long_ago(sentence))
            return spot
        if kind == "call" or self.tongue.remote(self.doc, clause.first, min(i + 4, clause.last)):
            return Spot(None, True)
        spot_or_none = self._own(i, clause, status, kind, noun=noun)
        if spot_or_none is None:
            spot_or_none = self._there(i, clause, noun=noun) or self._occasion(i, clause, status, events)
        if spot_or_none is not None:
            self.current[sentence] = _Scene(spot_or_none, status)
            return self._at_dateline(spot_or_none)
        carried = self._carried(sentence, status)
        if carried is not None:
            self.current[sentence] = _Scene(carried, status)
            return self._at_dateline(Spot(carried.name, False, carried.iso))
        spot = self.lead_spot() or self.dateline
        return spot if spot.name else self._seat(clause, i)

    def elsewhere(self, i: int, clause: Clause, status: str, kind: str, *, noun: bool) -> bool:
        """Whether an event has a town of its own that is not that of the report."""
        spot, lead = self._own(i, clause, status, kind, noun=noun), self.lead_spot() or self.dateline
        return spot is not None and spot.told and lead.name is not None and spot.name != lead.name

    def _seat(self, clause: Clause, i: int) -> Spot:
        """«Астанадағы елшіні шақыртты»: the town where one of the sides has an office, where nothing else is told."""
        start = bisect_left(self.doc.phrases, clause.first, key=lambda p: p.first)
        end = bisect_left(self.doc.phrases, i, key=lambda p: p.first)
        towns = [p for p in self.doc.phrases[start:end] if p.kind == "place" and p.attributive and p.key]
        return Spot(towns[-1].name, False, towns[-1].key) if towns else Spot(None)

    def _at_dateline(self, spot: Spot) -> Spot:
        """The town of the report for an event of which only that country is told."""
        for town in (self.lead_spot(), self.dateline):
            if town is not None and town.iso and town.iso == spot.iso and not spot.told:
                return town
        return spot

    def lead_spot(self) -> Spot | None:
        """The town that the first sentences or the title speak of."""
        if self.lead is None:
            spots = [
                scene.spot
                for s in self.opening
                if (scene := self._about(s)) is not None
                and scene.status == "held"
                and scene.day is None
                and not (scene.aside and self.dateline.name is not None and s != self.opening[0])
            ]
            titled = [p for p in self.doc.phrases if p.kind == "place" and self.doc.tokens[p.last].start < self.doc.body]
            here = [
                Spot(p.name, False, p.key)
                for p in titled
                if p.case == "loc" and p.key and not p.attributive and self.dateline.name is None
            ]
            self.lead = [Spot(s.name, False, s.iso) for s in spots if s.told][:1] or here[:1]
        return self.lead[0] if self.lead else None

    def long_ago(self) -> dict[tuple[str, str], str]:
        """Day of another time and country -> the town of which it is told."""
        scenes = [self._about(s) for s in range(len(self.doc.sentences))]
        return {
            (scene.day, scene.spot.iso): scene.spot.name
            for scene in scenes
            if scene is not None and scene.day and scene.spot.iso and scene.spot.told and scene.spot.name
        }

    def told(self, i: int, clause: Clause, status: str, kind: str) -> Spot | None:
        """What the clause of the event noun at token `i` itself says of its place."""
        return self._own(i, clause, status, kind, noun=True)

    def _own(self, i: int, clause: Clause, status: str, kind: str, *, noun: bool) -> Spot | None:
        rows = self.by_sentence.get(self.doc.tokens[i].sentence, [])
        here = [m for m in rows if m.case == "loc" and not m.attributive]
        end = clause.last if kind in GATHERED else i
        before = [m for m in here if m.last < i and self.tongue.scope(self.doc, m.first, m.last, i) != "other"]
        after = [m for m in here if noun and m.first > i and self._follows(m, i, clause, kind)]
        inside = [m for m in before if m.first >= clause.first]
        chosen = after or inside or before
        towns = [m for m in chosen if m.kind == "place"]
        if not towns:
            towns = [m for m in rows if m.kind == "place" and m.last < i and self._of_event(m, i)]
        if not towns:
            towns = [m for m in rows if m.case == "dat" and m.kind == "place" and m.last < i and self._reached(m, end, status)]
        if not towns:
            chosen = chosen or [m for m in rows if m.case == "dat" and m.last < i and self._reached(m, end, status)]
        rest = towns or chosen or (self._hosts(rows, i, clause) if kind in GATHERED else [])
        return self._spot(rest[-1]) if rest else None

    def _hosts(self, rows: list[Mention], i: int, clause: Clause) -> list[Mention]:
        """«келесі саммитті Түрікменстан қабылдайды»: who takes in a gathering says where it will be."""
        for m in rows:
            governor = self.tongue.governor(self.doc, m.last, clause.last) if m.case == "nom" and i < m.first else None
            if governor is not None and governor - m.last <= 2 and self.tongue.takes_in(self.doc, governor):
                return [m]
        return []

    def _follows(self, mention: Mention, i: int, clause: Clause, kind: str) -> bool:
        """Whether a place after an event noun says where it takes place («отырысы Астанада өтті»)."""
        if self.tongue.governor(self.doc, i, mention.first - 1) is not None or mention.first > clause.last:
            return False
        governor = self.tongue.governor(self.doc, mention.last, clause.last)
        if governor is None or governor - mention.last > NEAR:
            return False
        happens = self.tongue.happens(self.doc, governor)
        if self.tongue.describes(self.doc, governor):
            # «кездесуі Бішкекте өткен саммит кезінде болды»
            following = range(governor + 1, min(governor + NEAR, clause.last + 1))
            return happens and any(self.tongue.event_kind(self.doc, j) for j in following)
        own = self.tongue.scope(self.doc, mention.first, mention.last, clause.last) == "own"
        return happens or (own and kind in GATHERED)

    def _of_event(self, mention: Mention, i: int) -> bool:
        """«Дохадағы саммит», «Мюнхен конференциясы», «Лондондағы сарайда»: whether a place describes an event or where it is."""
        if not mention.attributive and mention.case != "nom":
            return False
        reach = NEAR if mention.attributive else 3
        for j in range(mention.last + 1, min(i, mention.last + reach) + 1):
            located = mention.attributive and self.doc.tokens[j].kind == "word" and self.doc.tokens[j].nominal.case == "loc"
            if self.tongue.event_kind(self.doc, j) or (located and not self.doc.tokens[j].nominal.attributive):
                return True
            if self.doc.tokens[j].kind != "word" or self.tongue.governor(self.doc, j - 1, j) is not None:
                return False
        return False

    def _reached(self, mention: Mention, i: int, status: str) -> bool:
        """«Мәскеуге барып, … келіссөз жүргізді»: whether somebody is said to get there, as much as the event takes place."""
        governor = self.tongue.governor(self.doc, mention.last, i)
        frame = None
        while governor is not None:
            frame = self.tongue.trigger(self.doc, governor)
            if frame is not None or not self.tongue.describes(self.doc, governor):
                break
            governor = self.tongue.governor(self.doc, governor, i)
        if governor is None or frame is None or frame.type != "visit" or frame.pos != "verb":
            return False
        return status != "held" or self.tongue.modality(self.doc, governor, governor)[0] == "held"

    def _there(self, i: int, clause: Clause, *, noun: bool) -> Spot | None:
        """«сонда», «сол қалада»: the place named last."""
        kind = self.tongue.there(self.doc, clause.first, clause.last if noun else i)
        if not kind:
            return None
        sentence = self.doc.tokens[i].sentence
        opens = kind == "earlier" and self.tongue.there(self.doc, clause.first, clause.first) != ""
        back = 1 + opens if kind == "earlier" else BACK
        for s in range(sentence, max(-1, sentence - back), -1):
            rows = [m for m in self.by_sentence.get(s, []) if m.last < clause.first or s < sentence or m.last < i]
            fitting = [m for m in rows if kind in {m.kind, "any", "earlier"}]
            fitting = [m for m in fitting if m.case in {"loc", "dat", "abl"}] or fitting
            if fitting:
                towns = [m for m in fitting if m.kind == "place"]
                return self._spot((towns or fitting)[-1])
        return None

    def _occasion(self, i: int, clause: Clause, status: str, events: Sequence[Event]) -> Spot | None:
        found = self.tongue.occasion(self.doc, clause.first, i - 1)
        if found is None:
            return None
        carrier = self.dating.carrier(i, found[1], status, events)
        return Spot(carrier.place, carrier.placed, carrier.iso) if carrier is not None and carrier.place else None

    def _carried(self, sentence: int, status: str) -> Spot | None:
        for s in range(sentence, max(-1, sentence - 1 - BACK), -1):
            if self.paragraphs[s] != self.paragraphs[sentence] and sentence - s > 2:
                return None
            scene = self._about(s) if s < sentence else self.current.get(s)
            if scene is None or not scene.spot.name or scene.status not in {status, "held"}:
                continue
            if scene.aside and (self.dateline.name or self.lead_spot()) and self.paragraphs[s] != self.paragraphs[sentence]:
                continue
            if scene.day is None or scene.day == self.dating.day_of(sentence):
                return scene.spot
        return None

    def _about(self, sentence: int) -> _Scene | None:
        """The place that a sentence is about, be there an event in it or not."""
        if sentence not in self.current:
            first, end = self.doc.sentences[sentence]
            found = None
            if self.doc.tokens[first].start >= self.doc.body:
                rows = self.by_sentence.get(sentence, [])
                here = [
                    m
                    for m in rows
                    if m.case == "loc" and not m.attributive and self.tongue.scope(self.doc, m.first, m.last, end - 1) == "own"
                ]
                reached = [] if here else [m for m in rows if m.case == "dat" and self._reached(m, end - 1, "planned")]
                towns = [m for m in here or reached if m.kind == "place"]
                if towns:
                    status = self.tongue.modality(self.doc, towns[-1].last + 1, end - 1)[0]
                    if towns[-1] in reached:
                        status = "held" if self._reached(towns[-1], end - 1, "held") else "planned"
                    found = _Scene(self._spot(towns[-1]), status, self._long_ago(sentence), towns[-1] not in reached)
            self.current[sentence] = found
        return self.current[sentence]

    def _long_ago(self, sentence: int) -> str | None:
        """The day of a sentence that tells of another time than the report."""
        day, published = self.dating.day_of(sentence), self.dating.published
        return day if day and published and gap(day, published) > LONG else None

    def _dateline(self) -> Spot:
        name = self.doc.dateline
        if name is None:
            return Spot(None)
        iso = next((p.key for p in self.doc.phrases if p.kind == "place" and p.name.casefold() == name.casefold()), None)
        return Spot(name, False, iso)

    def _spot(self, place: Mention) -> Spot:
        """A country goes by its everyday name, whatever the text calls it there."""
        name = self._country(place.iso) if place.kind == "country" else None
        return Spot(name or place.name, place.kind == "place", place.iso)

    def _country(self, iso: str | None) -> str | None:
        names = self.tongue.country_names().get(iso or "")
        return names[0] if names else None
