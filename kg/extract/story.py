"""What the readers of one document's events share: the document, who acts in it, and the events told so far."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import replace

from kg.extract.actors import Cast
from kg.extract.arguments import Arguments, Clause
from kg.extract.event import ENCOUNTERS, GATHERINGS, Event, Site, merge
from kg.extract.mentions import Mention
from kg.extract.setting import Setting
from kg.language import Language
from kg.language.document import Document, TimeReference

# What two may do on the telephone, once they are told to be on it.
TALK = frozenset({"meeting", "talks"})


class Story:
    """Events in the order of the text; one told twice is kept once."""

    def __init__(self, doc: Document, cast: Cast, mentions: list[Mention], tongue: Language, country_of: dict[int, str]) -> None:
        self.doc = doc
        self.cast = cast
        self.tongue = tongue
        self.country_of = country_of
        self.mentions = mentions
        self.arguments = Arguments(doc, cast, mentions, tongue)
        self.setting = Setting(doc, mentions, tongue)
        self.events: list[Event] = []
        # Who keeps numbers of events: told, where an event goes, how a number has changed.
        self.keepers: list[Callable[[Callable[[int], int | None]], None]] = []
        self.guesses = True
        self.begins = [m.first for m in mentions]
        self.ordered = sorted(doc.times, key=lambda t: t.first)
        self.starts = [t.first for t in self.ordered]

    def add(
        self,
        site: Site,
        participants: list[int],
        host: int | None,
        partner_groups: list[list[Mention]],
        place: Mention | None = None,
        iso: str | None = None,
        when: Site | None = None,
        *,
        apart: bool = False,
        alone: bool = False,
    ) -> int | None:
        """Number of the event, new or told before; None where nobody meets anybody. `when`: the site that tells its time;
        `apart`: its goal has a time of its own; `alone`: said of these two only, whoever else met them.
        """
        participants = list(dict.fromkeys(participants))
        if len(participants) < 2 and site.frame.type not in GATHERINGS:
            return None
        noun, at = site.frame.pos == "noun", (site.i, site.clause, site.status, site.frame.type, self.events)
        goal = place.first if apart and place is not None else None
        if when is None:
            moment = self.setting.moment(*at, noun=noun, described=bool(self.arguments.head(site.i)), goal=goal)
        else:
            moment = self.setting.moment(when.i, when.clause, site.status, site.frame.type, self.events)
        spot = self.setting.spot(*at, noun=noun, goal=place, iso=iso)
        first = min([g[0].first for g in partner_groups] + [site.i])
        event = Event(
            site.frame.type,
            tuple(participants),
            host,
            moment.date,
            spot.name,
            moment.status or site.status,
            first,
            self.evidence_end(site.i, site.clause),
            f"frame {site.frame.name}",
            0.8 if moment.told else 0.75,
            moment.told,
            spot.told,
            spot.iso,
            days=moment.days,
        )
        for n, other in enumerate(self.events):
            if self._of_call(site, event, other):
                return n
            if self._recalled(site, event, other):
                continue
            if alone and set(other.participants) != set(participants):
                continue
            merged = merge(other, event)
            if merged is not None:
                self.events[n] = merged
                return n
        self.events.append(event)
        return len(self.events) - 1

    def drop(self, number: int, instead: int | None = None) -> None:
        """Takes an event out of the story; who keeps its number keeps that of the event `instead`, if any."""

        def moved(n: int) -> int | None:
            kept = instead if n == number else n
            return kept if kept is None or kept < number else kept - 1

        del self.events[number]
        for keeper in self.keepers:
            keeper(moved)

    def _recalled(self, site: Site, event: Event, other: Event) -> bool:
        """«… келіссөз жүргізді. … Кеше кешке … әңгімелескен болатын»: a day told in looking back is not that of the report."""
        days = [e.date for e in (event, other) if e.date and len(e.date) == 10]
        apart = event.dated and not other.dated and len(set(days)) == 2 and event.type != "visit"
        return apart and self._looks_back(site)

    def _of_call(self, site: Site, event: Event, other: Event) -> bool:
        """«телефон арқылы сөйлесті. … Әңгіме соңында …»: the occasion is the call told before."""
        if other.type != "call" or not set(event.participants) <= set(other.participants):
            return False
        if event.dated and (event.date != other.date or self.times(site.clauses[0].first, site.clauses[-1].last)):
            return False
        if site.frame.pos == "noun" and self.tongue.occasional(self.doc, site.i):
            return event.type in ENCOUNTERS and event.status == other.status
        # «Олар … пікір алмасты»: what they say to each other without a time or a place of its own they say on the telephone.
        talk = event.type in TALK and event.status == other.status == "held" and not event.placed
        return talk and self.near(other, self.doc.tokens[site.i].sentence) and not self._looks_back(site)

    def _looks_back(self, site: Site) -> bool:
        return self.tongue.retrospective(self.doc, site.i, site.clauses[-1].last)

    def times(self, first: int, last: int) -> list[TimeReference]:
        """The times that stand between two tokens."""
        start = bisect_left(self.starts, first)
        end = bisect_right(self.starts, last)
        return [t for t in self.ordered[start:end] if t.last <= last]

    def mentions_in(self, first: int, last: int) -> list[Mention]:
        """The mentions that begin between two tokens."""
        start = bisect_left(self.begins, first)
        return self.mentions[start : bisect_right(self.begins, last)]

    def near(self, event: Event, sentence: int) -> bool:
        """Whether an event was told shortly before a sentence."""
        return sentence - self.doc.tokens[event.first].sentence <= 4

    def enlarge(self, number: int, people: list[int]) -> None:
        """More participants for an event that has been told; persons take the place of the countries that they came for."""
        event = self.events[number]
        states = {a: self.cast.clusters[a].key for a in event.participants if self.cast.clusters[a].type == "country"}
        persons = [a for a in people if self.cast.clusters[a].type == "person"]
        homes = {self.country_of.get(a) for a in persons}
        gone = {a for a, code in states.items() if code in homes}
        if len(states) == len(event.participants) and len(persons) >= len(states):
            gone = set(states)
        kept = [a for a in event.participants if a not in gone]
        self.events[number] = replace(event, participants=tuple(dict.fromkeys((*kept, *people))))

    def evidence_end(self, i: int, clause: Clause) -> int:
        """Where the words end that show what token `i` tells."""
        end = i
        while end < clause.last and self.doc.tokens[end + 1].kind == "word" and end - i < 2:
            end += 1
        return end
