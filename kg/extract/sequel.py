"""Who acts where a predicate only tells the occasion: «Х-пен кездескен соң Ү …», «кездесуде Ү Х-қа … айтты».

Enters: the site of an encounter. Leaves: actors named after the predicate, or those who address each other there.
"""

from __future__ import annotations

from kg.extract.arguments import PERSONAL, Clause
from kg.extract.event import ENCOUNTERS, Site
from kg.extract.mentions import Mention
from kg.extract.story import Story

# Kinds of meeting at which one side tells the other something.
FACE_TO_FACE = frozenset({"meeting", "talks", "consultations"})


class Sequel:
    """Reads on from the predicate of an encounter to the end of its sentence."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.doc = story.doc
        self.tongue = story.tongue

    def actors(self, site: Site) -> list[int]:
        """Who acts after the predicate: persons; where others come to the meeting, also the bodies whose people they are."""
        if self.tongue.attended(self.doc, site.i, site.clause.last):
            rows = [g for g in site.clause.groups if g[0].first > site.i and g[-1].case == "nom"]
            people = [a for g in rows for m in g if m.kind in PERSONAL for a in m.actors]
            sent = [a for g in rows if g[-1].kind not in PERSONAL and self._sent(g) for m in g for a in m.actors]
            return list(dict.fromkeys([*people, *sent]))
        if not self.tongue.occasional(self.doc, site.i):
            return []
        for clause in site.clauses[site.number :]:
            found = self._acting(clause, site.i)
            if found:
                return found
        return []

    def _sent(self, group: list[Mention]) -> bool:
        """«Латвия мен Оман делегациялары»: whether those come whom countries or bodies send."""
        return not group[-1].attributive and self.tongue.delegation(self.doc, group[-1].last + 1)

    def _acting(self, clause: Clause, i: int) -> list[int]:
        for group in clause.groups:
            people = [a for m in group if m.kind in PERSONAL for a in m.actors if self._person(a)]
            if people and group[0].first > i and group[-1].case == "nom":
                return list(dict.fromkeys(people))
        return []

    def addressed(self, site: Site) -> tuple[list[int], list[Mention]]:
        """«Кездесуде Министр Елшіге … түсіндірді»: who speaks, and the words for the person spoken to; nobody where it is open.

        Only where nothing was told before: else the noun means a meeting whose sides are known.
        """
        if (
            site.frame.type not in FACE_TO_FACE
            or any(event.type in ENCOUNTERS | {"call"} for event in self.story.events)
            or not self.tongue.occasional(self.doc, site.i)
        ):
            return [], []
        groups = site.clause.groups
        speakers = [self._people(g) for g in groups if g[-1].case == "nom" and self._people(g)]
        if len(speakers) != 1:
            return [], []
        for group in groups:
            if (
                group[-1].case in {"dat", "acc"}
                and self._people(group)
                and self.tongue.addresses(self.doc, group[-1].last + 1, site.clause.last, group[-1].case)
                and not set(self._people(group)) & set(speakers[0])
            ):
                return speakers[0], group
        return [], []

    def _people(self, group: list[Mention]) -> list[int]:
        return [a for m in group if m.kind in PERSONAL for a in m.actors if self._person(a)]

    def _person(self, actor: int) -> bool:
        return self.story.cast.clusters[actor].type == "person"
