"""What later sentences say of when and where an event was, and what events lend each other.

Enters: a story whose sentences have been read. Leaves: its events with dates and places amended.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kg.extract.days import gap, shifted
from kg.extract.event import ENCOUNTERS, GATHERINGS, Event
from kg.extract.mentions import Mention
from kg.extract.placing import Spot
from kg.extract.story import Story

OWN = 4  # words before «сапар» that may tell its length
BACK = 2  # sentences after which «жүздесу» may still mean the meeting told before
NEAR = 7  # days that lie within one stay; events among which the one told before is sought
KINDS = {"visit": {"visit"}, "gathering": GATHERINGS | {"ceremony"}, "encounter": (ENCOUNTERS - GATHERINGS) | {"call"}}


class Settling:
    """Amends the events of a story."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.doc = story.doc
        self.tongue = story.tongue
        self.placed: dict[str, list[Event]] | None = None
        self.by_day: dict[tuple[str, str], str] | None = None

    def amend(self, sentence: int) -> None:
        """«Жүздесу кеше Анкарада өтті»: a sentence that only adds when and where the event told before was."""
        self._first_day(sentence)
        first, end = self.doc.sentences[sentence]
        if any(first <= e.first < end for e in self.story.events[-NEAR:]):
            return
        for clause in self.story.arguments.clauses(sentence):
            for i in range(clause.first, clause.last + 1):
                kind = self.tongue.event_kind(self.doc, i)
                if not kind or self.doc.tokens[i].nominal.person or not self._definite(i, first):
                    continue
                number = self._meant(sentence, kind, i)
                if number is None:
                    continue
                event = self.story.events[number]
                event = replace(event, days=max(event.days, self.tongue.days(self.doc, first, end - 1)))
                self.story.events[number] = event
                if self.tongue.modality(self.doc, i, end - 1)[0] != event.status:
                    return
                moment, spot = self.story.setting.told(i, clause, event.status, event.type, self.story.events)
                if moment is not None and moment.date and (not event.dated or moment.date.startswith(event.date or "")):
                    event = replace(event, date=moment.date, dated=True, days=max(event.days, moment.days))
                if spot is not None and spot.told and not event.placed and event.type != "call":
                    event = replace(event, place=spot.name, placed=True, iso=spot.iso)
                self.story.events[number] = event
                return

    def _definite(self, i: int, first: int) -> bool:
        """Whether the noun at token `i` means what has been told: it opens its sentence, or a pronoun points back."""
        before = [t for t in self.doc.tokens[first:i] if t.kind == "word"]
        if not before or before[-1].lower in self.tongue.words("this"):
            return True
        named = self.story.arguments.by_sentence.get(self.doc.tokens[i].sentence, [])
        times = self.story.setting.dating.by_sentence.get(self.doc.tokens[i].sentence, [])
        if times and times[0].first == first and times[0].last < i and self.tongue.attributive(self.doc, times[0].last):
            return len(before) <= OWN and not any(g[0].first < i for g in named)  # «кешегі отырысты»
        return len(before) <= OWN and not any(g[0].first < i for g in named) and self.tongue.days(self.doc, first, i) > 1

    def _meant(self, sentence: int, kind: str, i: int) -> int | None:
        """The event of a kind told in the sentences before."""
        told = len(self.story.events)
        numbers = range(told - 1, max(-1, told - 1 - NEAR), -1)
        near = [n for n in numbers if 0 < sentence - self.doc.tokens[self.story.events[n].first].sentence <= BACK]
        if kind == "gathering":
            lemma = self.doc.tokens[i].nominal.lemma
            same = [n for n in numbers if self.doc.tokens[self.story.events[n].first].nominal.lemma == lemma]
            near = [n for n in near if n in same] or same or near
        return next((n for n in near if self.story.events[n].type in KINDS[kind]), None)

    def _first_day(self, sentence: int) -> None:
        """«сапардың алғашқы күні, дүйсенбіде»: a day of an event with its date tells when the event began."""
        times = self.story.setting.dating.by_sentence.get(sentence, [])
        for a, b in pairwise(times):
            if a.anchor == "event" and a.kind == "same" and b.first - a.last <= 3 and b.value and len(b.value) == 10:
                kind = next(
                    (k for j in range(a.first - 1, max(a.first - 4, -1), -1) if (k := self.tongue.event_kind(self.doc, j))), ""
                )
                carrier = self.story.setting.dating.carrier(a.first, kind, "held", self.story.events) if kind else None
                began = shifted(b.value, "day", -a.shift)
                if carrier is not None and (not carrier.date or began.startswith(carrier.date) or carrier.date > began):
                    self.story.events[self.story.events.index(carrier)] = replace(carrier, date=began, dated=True, days=2)

    def settled(self, event: Event) -> Event:
        """An event known only by its country takes the town of what the same people did there then."""
        if event.placed or not event.iso or event.place != self._country(event.iso):
            return event
        kinds = [self.story.cast.clusters[a].type for a in event.participants]
        if event.type == "visit" and kinds.count("country") > 1 + ("person" not in kinds):
            return replace(event, place=None)  # a tour of several countries
        towns = {e.place: None for e in self._placed().get(event.iso, []) if self._there(e, event)}
        if len(towns) == 1 or (towns and event.type != "visit"):
            return replace(event, place=next(iter(towns)))
        town = (self._on_that_day(event) or self._named(event)) if not towns else None
        return replace(event, place=town or event.place)

    def _placed(self) -> dict[str, list[Event]]:
        """The events of which a town is told, by country."""
        if self.placed is None:
            self.placed = {}
            for event in self.story.events:
                if event.placed and event.iso:
                    self.placed.setdefault(event.iso, []).append(event)
        return self.placed

    def _country(self, iso: str) -> str | None:
        names = self.tongue.country_names().get(iso)
        return names[0] if names else None

    def _there(self, other: Event, event: Event) -> bool:
        if other is event or not other.placed or other.iso != event.iso or other.status != event.status or not other.place:
            return False
        people = {a for a in event.participants if self.story.cast.clusters[a].type == "person"}
        return bool(people & set(other.participants)) and _near(other.date, event.date)

    def _on_that_day(self, event: Event) -> str | None:
        """The town of that country in which something else is told of that day."""
        if self.by_day is None:
            self.by_day = self.story.setting.placing.long_ago()
        return self.by_day.get((event.date or "", event.iso or "")) if event.dated else None

    def _named(self, event: Event) -> str | None:
        """The town of that country that the sentence names, or the report comes from."""
        sentence = self.doc.tokens[event.first].sentence
        for s in (sentence, max(sentence - 1, 0)):
            towns = self._towns(s, event, same=s == sentence)
            if towns:
                return towns[-1].name
        placing = self.story.setting.placing
        for spot in (placing.lead_spot(), placing.dateline):
            if (
                isinstance(spot, Spot)
                and spot.iso == event.iso
                and event.status == "held"
                and _near(event.date, self.story.setting.dating.published)
            ):
                return spot.name
        return None

    def _towns(self, sentence: int, event: Event, *, same: bool) -> list[Mention]:
        rows = self.story.setting.placing.by_sentence.get(sentence, [])
        towns = [m for m in rows if m.kind == "place" and m.iso == event.iso and m.case == "loc"]
        if same:
            return towns
        if event.status != "held":
            return []
        end = self.doc.sentences[sentence][1] - 1
        return [m for m in towns if not m.attributive and self.tongue.scope(self.doc, m.first, m.last, end) == "own"]


def _near(a: str | None, b: str | None) -> bool:
    """Whether two dates may lie within one stay."""
    if not a or not b:
        return not a and not b
    size = min(len(a), len(b))
    return a[:size] == b[:size] if size < 10 else abs(gap(a, b)) <= NEAR
