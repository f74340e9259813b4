"""Encounters: who meets, receives, negotiates with or calls whom. Enters: a predicate's site. Leaves: events in the story."""

from __future__ import annotations

from kg.extract.event import Site
from kg.extract.story import Story
from kg.language.frames import Frame


class Encounters:
    """Reads meetings of sides that the cases of their names tell apart."""

    def __init__(self, story: Story) -> None:
        self.story = story

    def read(self, site: Site) -> None:
        """Adds the event that the predicate at a site tells."""
        noun = site.frame.pos == "noun"
        arguments = self.story.arguments
        partner_groups = [
            g
            for g in site.clause.groups
            if site.after < g[0].first and g[-1].last < site.i and g[-1].case in site.frame.partner and arguments.is_side(g)
        ]
        partners = list(dict.fromkeys(a for g in partner_groups for a in arguments.actors(g)))
        between = arguments.between(site.clause, site.i)
        subject = [a for a in arguments.subject(site.clauses, site.number, site.i, noun=noun) if a not in partners]
        if site.frame.type == "reception":
            subject = [a for a in subject if self.story.cast.clusters[a].type != "country"]
            partners = arguments.people_first(partners)
            if not any(self.story.cast.clusters[a].type == "person" for a in partners):
                return
        people = arguments.people_first(subject)
        if partners and not people and not between and self.story.guesses:
            people = list(arguments.fallback(partners))
        if not partners and not between and len(people) < 2:
            people = list(arguments.both(site.i)) if self.story.tongue.mutual(self.story.doc, site.clause.first, site.i) else []
            if len(people) < 2:
                return
        if between:
            self.story.add(site, [*between, *[a for a in partners if a not in between]], None, partner_groups)
            return
        others = arguments.people_first(partners)
        if (
            len(others) > 1
            and len(people) == 1
            and self.story.tongue.separately(self.story.doc, partner_groups[0][0].first, site.i)
        ):
            for other in others:
                self.story.add(site, [*people, other], self._host(site.frame, people, [other]), partner_groups)
            return
        self.story.add(site, [*people, *others], self._host(site.frame, people, others), partner_groups)

    def _host(self, frame: Frame, subject: list[int], partners: list[int]) -> int | None:
        if frame.host == "subject" and subject:
            return subject[0]
        if frame.host == "partner" and partners:
            return partners[0]
        return None
