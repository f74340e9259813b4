"""Letters of credence: who hands them to whom. Enters: the site of their noun. Leaves: a ceremony in the story.

«Елші Президентке сенім грамотасын тапсырды», «Президент елшінің сенім грамотасын қабылдады», «елшілерден … алды».
"""

from __future__ import annotations

from kg.extract.event import Site
from kg.extract.mentions import Mention
from kg.extract.story import Story


class Credentials:
    """Reads ceremonies of credentials."""

    def __init__(self, story: Story) -> None:
        self.story = story

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
        guests = [a for a in guests if a not in hosts]
        if not hosts or not guests:
            return
        rows = [g for g in groups if set(self.story.arguments.actors(g)) & set(guests)]
        self.story.add(site, [*hosts, *guests], hosts[0], rows)

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
