"""Visits: who travels where. Enters: a predicate's site. Leaves: events in the story."""

from __future__ import annotations

from bisect import bisect_left

from kg.extract.arguments import PERSONAL
from kg.extract.event import Site
from kg.extract.mentions import Mention
from kg.extract.sequel import Sequel
from kg.extract.story import Story
from kg.extract.timeline import REMEMBERED

# «осы ел» means a country named so many sentences before at most.
RECALLED = 2
PLACES = frozenset({"place", "country"})


class Visits:
    """Reads journeys of persons to countries."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.doc = story.doc
        self.tongue = story.tongue
        self.sequel = Sequel(story)

    def read(self, site: Site) -> None:
        """Adds the events that the predicate at a site tells: one, or one for each goal that has a day of its own."""
        if self.tongue.private(self.doc, site.clause.first, min(site.i + 3, site.clause.last)):
            return
        noun = site.frame.pos == "noun"
        travel = self.tongue.travels(self.doc, site.clause.first, min(site.i + 3, site.clause.last))
        goals = self._goals(site, travel=travel)
        people = self._people(site, goals, travel=travel)
        if not people:
            return
        isos = list(dict.fromkeys(m.iso for m in goals if m.iso))
        described = self.tongue.describes(self.doc, site.i)
        if not isos and not described and self.tongue.here(self.doc, site.clause.first, site.i):
            isos = [self.tongue.home] if self._foreign(people, self.tongue.home) else []
        if not isos:
            isos = self._that_country(site, people)
        if not isos and travel:
            isos = self._untold(site, people, noun=noun)
        in_town = not travel and site.frame.name == "be_in" and not any(m.kind == "country" for m in goals)
        if in_town and not all(self._foreign(people, iso) for iso in isos):
            return  # «Алматыда болды»: a town tells of a journey where it lies abroad for who is said to have been there
        abroad = [iso for iso in isos if not all(self._home(p) == iso for p in people)]
        if not abroad and isos and noun:
            people, abroad = self._returning(isos), isos
        if len(abroad) > 1 and self._apart(goals):
            for goal in goals:
                if goal.iso in abroad:
                    self._add(site, people, [goal], [goal.iso], apart=True)
            return
        self._add(site, people, goals, abroad)

    def _add(self, site: Site, people: list[int], goals: list[Mention], isos: list[str], *, apart: bool = False) -> None:
        countries = [number for iso in isos if (number := self.story.cast.country(iso)) is not None]
        if not people or not countries:
            return
        reached = [m for m in goals if m.iso in isos]
        place = next((m for m in reached if m.kind == "place"), None) or next(iter(reached), None)
        host = countries[-1] if self.tongue.invited(self.doc, site.clause.first, site.i) else None
        self.story.add(site, people + countries, host, [], place=place, iso=isos[-1], apart=apart)

    def _goals(self, site: Site, *, travel: bool) -> list[Mention]:
        """Where the journey goes: the dative, for a noun also its attribute, for a stay the locative."""
        groups = [g for g in site.clause.groups if site.after < g[0].first and g[-1].last < site.i]
        places = [(g[-1].case, m) for g in groups for m in g if m.kind in PLACES]
        case = "loc" if site.frame.partner == ("loc",) else "dat"
        goals = [m for c, m in places if c == case and not m.attributive]
        if site.frame.pos == "noun" and not goals:
            goals = [m for _, m in places if m.attributive and m.case == "loc"] or [
                m for _, m in places if m.case == "nom" and m.last == site.i - 1
            ]
        if site.frame.pos == "noun" and not any(m.iso for m in goals):
            goals = self._first_stop(site) or goals
        if not goals and travel:
            goals = [m for c, m in places if c == "loc" and not m.attributive]
        return goals

    def _first_stop(self, site: Site) -> list[Mention]:
        """«сапарын Чилиден бастады»: a journey begins in its first country."""
        for group in site.clause.groups:
            for m in group:
                if m.kind in PLACES and m.case == "abl" and self.tongue.begins(self.doc, m.last, site.clause.last):
                    return [m]
        return []

    def _that_country(self, site: Site, people: list[int]) -> list[str]:
        """«осы елге»: the country named last before it that is not the travellers' own."""
        at = self.tongue.that_country(self.doc, max(site.after + 1, site.clause.first), site.i)
        if at is None:
            return []
        homes = {self._home(p) for p in people}
        start = self.doc.sentences[max(0, self.doc.tokens[at].sentence - RECALLED)][0]
        named = (m.iso for m in reversed(self.story.mentions_in(start, at)))
        return [iso for iso in named if iso and iso not in homes][:1]

    def _people(self, site: Site, goals: list[Mention], *, travel: bool) -> list[int]:
        """Who travels. Where only an office or a delegation is named, its country."""
        people = self._persons(site, goals, travel=travel)
        return people or (self._sent(site) if goals else [])

    def _persons(self, site: Site, goals: list[Mention], *, travel: bool) -> list[int]:
        arguments, noun = self.story.arguments, site.frame.pos == "noun"
        subject = arguments.subject(site.clauses, site.number, site.i, noun=noun)
        if self._titled(site):
            # «Коидзуми … келген тұңғыш премьер болды»: who is called so is named before.
            subject = arguments.nominatives(site.clause, site.i) or subject
        if not noun and self.tongue.nominalised(self.doc, site.i, site.clauses[-1].last) and self._unnamed(site):
            return []
        people = [a for a in subject if self.story.cast.clusters[a].type == "person"]
        if noun and goals and not people:
            people = self._owner(site)
        if people or not (goals or travel) or not self.story.guesses:
            return people
        if noun and goals and (sent := self.sequel.actors(site)):
            return sent
        if noun and goals and site.status == "cancelled":
            return list(arguments.fallback([]))  # «Таллинге сапар кейінге қалдырылды»
        if noun:
            after = [g for g in site.clause.groups if g[0].first > site.i and g[-1].case == "nom" and g[-1].kind in PERSONAL]
            people = [a for g in after[:1] for a in arguments.actors(g)] if not goals else []
            begun = bool(goals) and goals[0].case == "abl"
            return people or (list(arguments.fallback([])) if begun and not site.clause.groups[1:] else [])
        return [a for a in arguments.fallback([]) if travel]

    def _titled(self, site: Site) -> bool:
        """Whether the participle at a site describes a title that is said of somebody («… болды»)."""
        if not self.tongue.describes(self.doc, site.i):
            return False
        near = [g for g in site.clause.groups if site.i < g[0].first <= site.i + 3 and g[-1].kind == "title"]
        return bool(near) and near[0][-1].case == "nom" and self.tongue.copula(self.doc, near[0][-1].last + 1)

    def _unnamed(self, site: Site) -> bool:
        """«топ мүшелерінің баратынын»: whether a genitive that names nobody is the subject."""
        taken = {i for g in site.clause.groups for m in g for i in range(m.first, m.last + 1)}
        before = self.doc.tokens[site.i - 1]
        if site.i > site.clause.first and site.i - 1 not in taken and self.tongue.delegation(self.doc, site.i - 1):
            return before.nominal.person == 0  # «Парижге миссия аттанатынын»
        for i in range(site.clause.first, site.i):
            token, following = self.doc.tokens[i], self.doc.tokens[i + 1]
            genitive = token.kind == "word" and token.nominal.case == "gen" and token.nominal.plural
            if i not in taken and genitive and following.nominal.person != 3:
                return True
        return False

    def _untold(self, site: Site, people: list[int], *, noun: bool) -> list[str]:
        """Where a journey goes whose goal is not said: where the traveller was told to go, to the town of the report, home."""
        if noun:
            for event in reversed(self.story.events[-REMEMBERED:]):
                if event.type == "visit" and set(people) & set(event.participants) and event.iso:
                    return [event.iso] if self._dated(site) else []
            if self.doc.tokens[site.i].nominal.person == 3 and self.tongue.predicative(self.doc, site.clause.first, site.i):
                # «Х Римде Ү-мен кездесті. Бұл – оның алғашқы шетелдік сапары»
                told = self.story.events[-1] if self.story.events else None
                if told is not None and told.iso and set(people) & set(told.participants):
                    return [told.iso]
            dateline = self.story.setting.placing.dateline.iso
            homes = {self._home(p) for p in people}
            if dateline and None not in homes and dateline not in homes:
                return [dateline]
        return [self.tongue.home] if self._foreign(people, self.tongue.home) else []

    def _dated(self, site: Site) -> bool:
        """Whether a noun of journey has a day of its own, so that it means another one than that told before."""
        setting, frame = self.story.setting, site.frame
        return setting.told(site.i, site.clause, site.status, frame.type, self.story.events)[0] is not None

    def _returning(self, isos: list[str]) -> list[int]:
        """«Министрдің … сапары»: a bare title of one who would travel home means the visitor told before."""
        for event in reversed(self.story.events[-REMEMBERED:]):
            if event.type == "visit" and event.iso in isos:
                people = [a for a in event.participants if self.story.cast.clusters[a].type == "person"]
                if people and self._foreign(people, event.iso or ""):
                    return people
        return []

    def _apart(self, goals: list[Mention]) -> bool:
        """«15 мамырда Дохаға, ертеңіне Эр-Риядқа барады»: whether each goal has a day of its own."""
        days = [t.first for t in self.doc.times if goals[0].first - 4 <= t.first < goals[-1].first]
        return len(goals) == 2 and any(d < goals[0].first for d in days) and any(goals[0].last < d for d in days)

    def _owner(self, site: Site) -> list[int]:
        """«Омаровтың Латвияға сапары»: whose journey it is, before whoever acts in the clause besides."""
        people: list[int] = []
        for group in site.clause.groups:
            persons = [a for m in group if m.kind in PERSONAL for a in m.actors if self.story.cast.clusters[a].type == "person"]
            if persons and group[-1].last < site.i and group[-1].case in {"gen", "nom"}:
                people = persons if group[-1].case == "gen" else []
        return people

    def _sent(self, site: Site) -> list[int]:
        """«Латвия Президенті», «Латвия делегациясы»: whose office or delegation travels."""
        for group in site.clause.groups:
            m = group[-1]
            if m.last >= site.i:
                continue
            if m.kind == "title" and m.case == "nom":
                return [a for a in m.actors if self.story.cast.clusters[a].type != "person"]
            if m.kind in {"country", "organization"} and not m.attributive and self.tongue.delegation(self.doc, m.last + 1):
                return list(m.actors)
        start = bisect_left(self.doc.phrases, site.clause.first, key=lambda p: p.first)
        for phrase in self.doc.phrases[start : bisect_left(self.doc.phrases, site.i, key=lambda p: p.first)]:
            if phrase.kind == "demonym" and phrase.key and phrase.last < site.i:
                country = self.story.cast.country(phrase.key) if self.tongue.delegation(self.doc, phrase.last + 1) else None
                if country is not None:
                    return [country]
        return []

    def _home(self, actor: int) -> str | None:
        cluster = self.story.cast.clusters[actor]
        return cluster.key if cluster.type == "country" else self.story.country_of.get(actor)

    def _foreign(self, people: list[int], iso: str) -> bool:
        return all(self._home(p) not in {None, iso} for p in people)
