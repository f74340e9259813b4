"""Letters of credence: who hands them to whom. Enters: the site of their noun. Leaves: a ceremony in the story.

«Елші Президентке сенім грамотасын тапсырды», «Президент елшінің сенім грамотасын қабылдады», «елшілерден … алды».
"""

from __future__ import annotations

from dataclasses import replace

from kg.extract.arguments import Clause
from kg.extract.convened import homes
from kg.extract.event import Site
from kg.extract.mentions import Mention
from kg.extract.story import Story

# So many sentences after letters handed to a host the envoys may be named.
OPEN = 2


class Credentials:
    """Reads ceremonies of credentials."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.waiting: tuple[Site, list[int]] | None = None

    def read(self, site: Site) -> None:
        """Adds the ceremony, where both sides are named."""
        doc, tongue = self.story.doc, self.story.tongue
        verb = tongue.hands_over(doc, site.i, site.clauses[-1].last)
        if verb is None:
            return
        gives, where = verb
        groups = [g for g in site.clause.groups if self.story.arguments.is_side(g)]
        if gives:
            hosts = self._sides([g for g in groups if g[-1].case == "dat"])
            head = self.story.arguments.head(self._end(where))
            guests = list(head) or self._sides([g for g in groups if self._acts(g)])
        else:
            hosts = self._sides([g for g in groups if self._acts(g)])
            guests = self._sides([g for g in groups if g[-1].case == "abl" or self._owns(g, site.i)])
        if not hosts and self.waiting is not None:
            hosts = self.waiting[1]
        guests = [a for a in guests if a not in hosts]
        if hosts and not any(self._person(a) for a in guests):
            self.waiting = (site, hosts)
        if not hosts or not guests:
            return
        rows = [g for g in groups if set(self.story.arguments.actors(g)) & set(guests)]
        self.story.add(site, [*hosts, *guests], hosts[0], rows)

    def gather(self, sentence: int, clauses: list[Clause]) -> None:
        """Reads a sentence after letters were handed over by envoys without names: a list of persons are those envoys."""
        if self.waiting is None:
            return
        site, hosts = self.waiting
        gap = sentence - self.story.doc.tokens[site.i].sentence
        if gap > OPEN:
            self.waiting = None
        if not 0 < gap <= OPEN:
            return
        groups = [g for c in clauses for g in c.groups if g[-1].case == "nom"]
        guests = list(dict.fromkeys(a for g in groups for a in self.story.arguments.actors(g) if self._person(a)))
        if len(guests) < 2 or set(guests) & set(hosts):
            return
        self.waiting = None
        number = self.story.add(site, [*hosts, *guests], hosts[0], [])
        if number is not None:
            self._one(number, site, [*hosts, *guests])

    def _one(self, number: int, site: Site, people: list[int]) -> None:
        """Other ceremonies told since of some of the same people, or of the countries that they came for, are this one."""
        events, doc = self.story.events, self.story.doc
        start = doc.sentences[doc.tokens[site.i].sentence][0]
        those = {*people, *homes(self.story, people)}
        for n in reversed(range(len(events))):
            kept, event = events[number], events[n]
            if n != number and event.type == "ceremony" and event.last >= start and set(event.participants) <= those:
                events[number] = replace(kept, date=kept.date or event.date, place=kept.place if kept.placed else event.place)
                self.story.drop(n, number)
                number -= n < number

    def _person(self, actor: int) -> bool:
        return self.story.cast.clusters[actor].type == "person"

    def _end(self, where: int) -> int:
        """The last form of a chain of verbs («тапсырып отырған»)."""
        tokens = self.story.doc.tokens
        after = where + 1
        return after if after < len(tokens) and self.story.tongue.describes(self.story.doc, after) else where

    def _acts(self, group: list[Mention]) -> bool:
        return group[-1].case == "nom" and not self.story.arguments.modifies(group)

    def _owns(self, group: list[Mention], i: int) -> bool:
        """«елшінің сенім грамотасын»: whose letters they are."""
        return group[-1].case == "gen" and 0 < i - group[-1].last <= 3

    def _sides(self, groups: list[list[Mention]]) -> list[int]:
        arguments = self.story.arguments
        return arguments.people_first(list(dict.fromkeys(a for g in groups for a in arguments.actors(g))))
