"""Visits: who travels where. Enters: a predicate's site. Leaves: events in the story."""

from __future__ import annotations

from kg.extract.event import Site
from kg.extract.story import Story


class Visits:
    """Reads journeys of persons to countries."""

    def __init__(self, story: Story) -> None:
        self.story = story

    def read(self, site: Site) -> None:
        """Adds the event that the predicate at a site tells."""
        arguments = self.story.arguments
        groups = [g for g in site.clause.groups if site.after < g[0].first and g[-1].last < site.i]
        travel = self.story.tongue.travels(self.story.doc, site.clause.first, min(site.i + 3, site.clause.last))
        stay = site.frame.name == "be_in"
        case = "loc" if stay else "dat"
        goals = [m for g in groups for m in g if g[-1].case == case and m.kind in {"place", "country"} and not m.attributive]
        if site.frame.pos == "noun" and not goals:
            goals = [m for g in groups for m in g if m.kind in {"place", "country"} and m.attributive and m.case == "loc"]
        if site.frame.pos == "noun" and not goals:
            goals = [m for g in groups for m in g if m.kind in {"place", "country"} and m.case == "nom" and m.last == site.i - 1]
        subject = arguments.subject(site.clauses, site.number, site.i, noun=site.frame.pos == "noun")
        people = [a for a in subject if self.story.cast.clusters[a].type == "person"]
        if not goals and travel:
            goals = [m for g in groups for m in g if g[-1].case == "loc" and m.kind in {"place", "country"} and not m.attributive]
        if not people and (goals or travel) and site.frame.pos == "verb" and self.story.guesses:
            people = [a for a in arguments.fallback([]) if travel]
        isos = list(dict.fromkeys(m.iso for m in goals if m.iso)) or (
            [self.story.tongue.home] if travel and people and self._foreign(people, self.story.tongue.home) else []
        )
        isos = [iso for iso in isos if not all(self.story.country_of.get(p) == iso for p in people)]
        countries = [number for iso in isos if (number := self.story.cast.country(iso)) is not None]
        if not people or not countries:
            return
        if not travel and site.frame.name == "be_in" and not any(m.kind == "country" for m in goals):
            return
        place = next((m for m in goals if m.kind == "place" and m.iso in isos), None) or next(
            (m for m in goals if m.iso in isos), None
        )
        host = countries[-1] if self.story.tongue.invited(self.story.doc, site.clause.first, site.i) else None
        self.story.add(site, people + countries, host, [], place=place, iso=isos[-1])

    def _foreign(self, people: list[int], iso: str) -> bool:
        return all(self.story.country_of.get(p) not in {None, iso} for p in people)
