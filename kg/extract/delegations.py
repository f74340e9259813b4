"""Who came for a side: «… делегацияны А басқарды», «Қазақстан жағынан А», «Б-ның жанында В отырды».

Enters: a sentence after the one that told of talks. Leaves: in the story, persons in the place of the countries they came for.
"""

from __future__ import annotations

from dataclasses import replace

from kg.extract.arguments import PERSONAL, Clause
from kg.extract.event import Site
from kg.extract.story import Story

# So many sentences later a delegation is still one of the talks told before.
NEAR = 2
TALKS = frozenset({"talks", "consultations", "meeting", "reception"})


class Delegations:
    """Puts persons in the place of the countries of the talks told last."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.led = (-1, -1)
        self.site: Site | None = None
        self.came: list[int] = []

    def gather(self, site: Site, clauses: list[Clause]) -> bool:
        """Reads a sentence after talks told without sides; leaves whether it or those before have named both."""
        doc, tongue = self.story.doc, self.story.tongue
        if site is not self.site:
            self.site, self.came = site, []
        first, last = clauses[0].first, clauses[-1].last
        if tongue.leads_side(doc, first, last) or (
            tongue.points_back(doc, first, last) and tongue.attends_talks(doc, first, last)
        ):
            self.came += [a for a in self._named(clauses, -1) if a not in self.came]
        if len(self.came) < 2:
            return False
        self.story.add(site, self.came, None, [])
        return True

    def read(self, sentence: int, clauses: list[Clause]) -> None:
        """Reads a sentence; changes the event told last where it names its people."""
        doc, tongue = self.story.doc, self.story.tongue
        n = next((k for k in range(len(self.story.events) - 1, -1, -1) if self.story.events[k].type != "visit"), None)
        if n is None or self.story.events[n].type not in TALKS:
            return
        event = self.story.events[n]
        gap = sentence - doc.tokens[event.last].sentence
        if not 0 <= gap <= NEAR:
            return
        first, last = clauses[0].first, clauses[-1].last
        beside = gap == 1 and tongue.sits_beside(doc, first, last)
        member = self.led == (n, sentence - 1) and tongue.in_delegation(doc, first, last)
        if beside or member:
            self.story.enlarge(n, self._named(clauses, -1))
        elif any(self._state(a) for a in event.participants):
            led = tongue.leads_side(doc, first, last)
            named = self._named(clauses, event.last if gap == 0 else -1)
            states = sum(self._country(a) for a in event.participants)
            # «… елшілерін қабылдады: А мен Б …»
            listed = gap == 0 and len(named) == states and any(doc.tokens[c.last].text == ":" for c in clauses)
            if led or listed or (gap == 0 and tongue.points_back(doc, first, last)):
                self._represent(n, sentence, named, all_sides=led or listed)

    def _named(self, clauses: list[Clause], after: int) -> list[int]:
        """Persons in the nominative behind token `after`."""
        rows = [m for c in clauses for g in c.groups if g[-1].case == "nom" for m in g if m.kind in PERSONAL and m.first > after]
        people = [m.actors[0] for m in rows if len(m.actors) == 1]
        return [a for a in dict.fromkeys(people) if self.story.cast.clusters[a].type == "person"]

    def _represent(self, n: int, sentence: int, people: list[int], *, all_sides: bool) -> None:
        """Persons stand for the countries that they are of; where there are as many, for all."""
        event = self.story.events[n]
        people = [a for a in people if a not in event.participants]
        codes = {a: self.story.cast.clusters[a].key for a in event.participants if self._country(a)}
        bodies = {a for a in event.participants if self._state(a)}
        if all_sides and len(people) >= len(bodies) == len(event.participants):
            gone = bodies
        elif all_sides and len(people) >= len(codes):
            gone = set(codes)
        else:
            people = [a for a in people if self.story.country_of.get(a) in codes.values()]
            gone = {side for side, code in codes.items() if code in {self.story.country_of.get(a) for a in people}}
        if not people:
            return
        self.led = (n, sentence)
        kept = [a for a in event.participants if a not in gone]
        self.story.events[n] = replace(event, participants=tuple(dict.fromkeys((*kept, *people))))

    def _state(self, actor: int) -> bool:
        return self.story.cast.clusters[actor].type != "person"

    def _country(self, actor: int) -> bool:
        return self.story.cast.clusters[actor].type == "country"
