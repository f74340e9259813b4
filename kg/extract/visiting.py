"""Visits: who travels where. Enters: a predicate's site. Leaves: events in the story."""

from __future__ import annotations

from kg.extract.event import Site
from kg.extract.mentions import Mention
from kg.extract.sequel import Sequel
from kg.extract.story import Story

SPOTS = frozenset({"place", "country"})


class Visits:
    """Reads journeys of persons to countries."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.sequel = Sequel(story)

    def read(self, site: Site) -> None:
        """Adds the event that the predicate at a site tells."""
        tongue, doc = self.story.tongue, self.story.doc
        if tongue.private(doc, site.clause.first, min(site.i + 3, site.clause.last)):
            return
        travel = tongue.travels(doc, site.clause.first, min(site.i + 3, site.clause.last))
        goals = self._goals(site, travel=travel)
        people = self._people(site, travel=travel, named=bool(goals))
        isos = list(dict.fromkeys(m.iso for m in goals if m.iso)) or (
            [tongue.home] if travel and people and self._foreign(people, tongue.home) else []
        )
        isos = [iso for iso in isos if not all(self._home(p) == iso for p in people)]
        countries = [number for iso in isos if (number := self.story.cast.country(iso)) is not None]
        if not people or not countries:
            return
        if not travel and site.frame.name == "be_in" and not any(m.kind == "country" for m in goals):
            return
        place = next((m for m in goals if m.kind == "place" and m.iso in isos), None) or next(
            (m for m in goals if m.iso in isos), None
        )
        host = countries[-1] if tongue.invited(doc, site.clause.first, site.i) else None
        self.story.add(site, people + countries, host, [], place=place, iso=isos[-1])

    def _goals(self, site: Site, *, travel: bool) -> list[Mention]:
        """Where the journey goes: by the case of the verb, or beside the noun («Қытайдағы сапары», «Қытай сапары»)."""
        groups = [g for g in site.clause.groups if site.after < g[0].first and g[-1].last < site.i]
        case = "loc" if site.frame.name == "be_in" else "dat"
        spots = [m for g in groups for m in g if m.kind in SPOTS]
        goals = [m for g in groups for m in g if g[-1].case == case and m.kind in SPOTS and not m.attributive]
        if site.frame.pos == "noun" and not goals:
            goals = [m for m in spots if m.attributive and m.case == "loc"]
        if site.frame.pos == "noun" and not goals:
            goals = [m for m in spots if m.case == "nom" and m.last == site.i - 1]
        if not goals and travel:
            goals = [m for g in groups for m in g if g[-1].case == "loc" and m.kind in SPOTS and not m.attributive]
        return goals

    def _people(self, site: Site, *, travel: bool, named: bool) -> list[int]:
        """Who travels; `named`: whether the goal is. Where only an office or a delegation is named, its country."""
        arguments, noun = self.story.arguments, site.frame.pos == "noun"
        subject = arguments.subject(site.clauses, site.number, site.i, noun=noun)
        people = [a for a in subject if self.story.cast.clusters[a].type == "person"]
        if not people and noun and named:
            people = self.sequel.actors(site)
        if not people and not noun and (named or travel) and self.story.guesses:
            people = [a for a in arguments.fallback([]) if travel]
        return people or (self._sent(site) if named else [])

    def _sent(self, site: Site) -> list[int]:
        """«Латвия Президенті», «Латвия делегациясы»: whose office or delegation travels."""
        tongue, doc = self.story.tongue, self.story.doc
        for group in site.clause.groups:
            m = group[-1]
            if m.last >= site.i or m.plural:
                continue
            if m.kind == "title" and m.case == "nom":
                return [a for a in m.actors if self.story.cast.clusters[a].type != "person"]
            if m.kind in {"country", "organization"} and not m.attributive and tongue.delegation(doc, m.last + 1):
                return list(m.actors)
        return []

    def _home(self, actor: int) -> str | None:
        cluster = self.story.cast.clusters[actor]
        return cluster.key if cluster.type == "country" else self.story.country_of.get(actor)

    def _foreign(self, people: list[int], iso: str) -> bool:
        return all(self._home(p) not in {None, iso} for p in people)
