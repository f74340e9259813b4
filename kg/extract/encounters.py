"""Encounters: who meets, receives, negotiates with or calls whom. Enters: a predicate's site. Leaves: events in the story."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kg.extract.event import Site
from kg.extract.rounds import Rounds
from kg.extract.sides import SideReader, Sides
from kg.extract.story import Story
from kg.language.frames import Frame

# «Әрқайсысымен …» may come with the first words of the next sentence.
SOON = 3
# What may be told without its sides, whom the next sentences name.
OPEN = frozenset({"talks", "consultations", "meeting"})


class Encounters:
    """Reads meetings of sides that the cases of their names tell apart."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.sides = SideReader(story)
        self.rounds = Rounds(story)
        # Talks whose sides the next sentences may name.
        self.open: Site | None = None
        # Those met one by one but not named: by whom, in which sentence, and the numbers of the events.
        self.unnamed: tuple[tuple[int, ...], int, list[int]] = ((), -1, [])
        story.keepers.append(self._renumber)

    def _renumber(self, moved: Callable[[int], int | None]) -> None:
        subject, sentence, numbers = self.unnamed
        self.unnamed = (subject, sentence, [n for n in map(moved, numbers) if n is not None])

    def read(self, site: Site) -> None:
        """Adds what the predicate at a site tells: one event, or one for each of those met one by one, for each time."""
        sides = self.sides.read(site) if site.frame.type != "round" else Sides((), (), ())
        if len(sides.all) < 2:
            sequel = self.rounds.sequel(site)
            if sequel is None:
                if site.frame.pos == "noun" and site.frame.type in OPEN and not sides.all and self._takes_place(site):
                    self.open = site
                    if pair := self._pair(site):
                        self.story.add(site, pair, None, [])
                return
            site, sides = sequel[0], Sides((), (), (), sequel[1])
        else:
            self.rounds.remember(site, sides.all)
        occasions = self.rounds.occasions(site)
        for told, own, when in self._shares(occasions, sides):
            self._add(told, own, when)
        if not occasions:
            self._add(site, sides, None)
        for trailing, more in self._trailing(site, sides):
            self._add(trailing, more, trailing)

    def _shares(self, occasions: list[tuple[Site, Site]], sides: Sides) -> list[tuple[Site, Sides, Site]]:
        """«Жексенбіде Х-та А-мен, дүйсенбіде Ү-де Б-мен кездескен»: each occasion has the others named in its own words."""
        rows: list[tuple[Site, Sides, Site]] = []
        for told, when in occasions:
            groups = tuple(g for g in sides.groups if told.clause.first <= g[0].first and g[-1].last <= told.clause.last)
            others = tuple(a for a in sides.others if any(a in m.actors for g in groups for m in g))
            rows.append((told, replace(sides, others=others, groups=groups), when))
        apart = [own.others for _, own, _ in rows]
        if not sides.between and all(apart) and len({a for each in apart for a in each}) == sum(map(len, apart)):
            return rows
        return [(told, sides, when) for told, when in occasions]

    def _pair(self, site: Site) -> list[int]:
        """«А мен Б шартқа қол қойды. Келіссөз … өтті»: the two of whom the sentence before speaks, if it told no event."""
        doc, story = self.story.doc, self.story
        sentence = doc.tokens[site.i].sentence
        start = doc.sentences[max(0, sentence - 1)][0]
        if not sentence or site.clause.groups or any(e.last >= start for e in story.events):
            return []
        for group in story.arguments.by_sentence.get(sentence - 1, ()):
            people = list(dict.fromkeys(a for m in group for a in m.actors if story.cast.clusters[a].type == "person"))
            if len(people) == 2 and group[-1].case == "nom":
                homes = {story.country_of.get(a) for a in people}
                told = any(set(people) <= set(e.participants) for e in story.events)
                return people if len(homes) == len(people) and not told else []
        return []

    def _takes_place(self, site: Site) -> bool:
        """Whether talks are said to be held, rather than mentioned."""
        tongue, doc = self.story.tongue, self.story.doc
        governor = tongue.governor(doc, site.i, site.clause.last)
        return governor is not None and tongue.happens(doc, governor)

    def _trailing(self, site: Site, sides: Sides) -> list[tuple[Site, Sides]]:
        """«Кеше А-мен кездесті, ал бүгін Б-мен»: later clauses that leave the predicate out."""
        found: list[tuple[Site, Sides]] = []
        if not sides.others or site.frame.pos == "noun":
            return found
        for number, clause in enumerate(site.clauses[site.number + 1 :], site.number + 1):
            groups = [g for g in clause.groups if g[-1].case in site.frame.partner and self.sides.arguments.is_side(g)]
            last = groups[-1][-1].last if groups else -1
            words = [t for t in self.story.doc.tokens[last + 1 : clause.last + 1] if t.kind == "word"]
            if (
                not groups
                or words
                or any(self.story.tongue.trigger(self.story.doc, i) for i in range(clause.first, clause.last + 1))
            ):
                break
            others = tuple(dict.fromkeys(a for g in groups for a in self.sides.arguments.actors(g)))
            more = Sides(sides.subject, others, tuple(tuple(g) for g in groups))
            found.append((replace(site, i=last, number=number), more))
        return found

    def _add(self, site: Site, sides: Sides, when: Site | None) -> None:
        groups = [list(g) for g in sides.groups]
        if sides.between:
            self.story.add(site, sides.all, None, groups, when=when)
        elif len(sides.others) == 1 and len(sides.subject) > 1 and self._each_alone(site, sides):
            for one in sides.subject:
                host = self._host(site.frame, (one,), sides.others)
                self.story.add(site, [one, *sides.others], host, groups, when=when)
        elif len(sides.subject) == 1 and len(sides.others) > 1 and self._one_by_one(site, sides):
            if self._names_them(site, sides):
                return
            numbers = []
            for other in sides.others:
                own = when or self._own_time(site, sides, other)
                host = self._host(site.frame, sides.subject, (other,))
                numbers.append(self.story.add(site, [*sides.subject, other], host, groups, when=own, alone=True))
            if not any(m.kind == "person" for g in sides.groups for m in g):
                sentence = self.story.doc.tokens[site.i].sentence
                self.unnamed = (sides.subject, sentence, [n for n in numbers if n is not None])
        else:
            self.story.add(site, sides.all, self._host(site.frame, sides.subject, sides.others), groups, when=when)

    def _names_them(self, site: Site, sides: Sides) -> bool:
        """«Меймандарын бөлек-бөлек қабылдады. Ол әуелі А-мен, содан кейін Б-мен сөйлесті»: whom the sentence before meant."""
        subject, sentence, numbers = self.unnamed
        named = all(m.kind == "person" for g in sides.groups for m in g if set(m.actors) & set(sides.others))
        if (
            subject != sides.subject
            or self.story.doc.tokens[site.i].sentence != sentence + 1
            or len(numbers) != len(sides.others)
            or site.frame.type != "meeting"
            or not named
        ):
            return False
        for number, other in zip(numbers, sides.others, strict=True):
            self.story.events[number] = replace(self.story.events[number], participants=(*subject, other))
        return True

    def _one_by_one(self, site: Site, sides: Sides) -> bool:
        """Whether the others were met each apart: said so, or each named with an ending of its own where one can meet but one."""
        doc, tongue = self.story.doc, self.story.tongue
        if not sides.groups:
            return False
        first, last = sorted((sides.groups[0][0].first, site.i))
        end = doc.sentences[doc.tokens[site.i].sentence][1]
        if tongue.separately(doc, first, last) or tongue.each(doc, site.i + 1, end + SOON) or first == site.i:
            return True
        marked = [m for g in sides.groups for m in g if m.case in site.frame.partner and m.actors]
        each = len({a for m in marked for a in m.actors} & set(sides.others)) == len(sides.others) == len(marked)
        if not each or tongue.jointly(doc, site.clause.first, site.i):
            return False
        # «кеше А-мен, бүгін Б-мен»
        timed = len(sides.groups) > 1 and bool(self.story.times(first + 1, site.i - 1))
        return timed or site.frame.type in {"call", "reception", "meeting"} or doc.tokens[site.i].nominal.plural

    def _each_alone(self, site: Site, sides: Sides) -> bool:
        """Whether several subjects met the other each alone: they rang, or are named one by one («А да, Б да қабылдады»)."""
        doc, tongue = self.story.doc, self.story.tongue
        if any(m.kind == "pronoun" for g in site.clause.groups for m in g if set(m.actors) >= set(sides.subject)):
            return False
        words = {t.lower for t in doc.tokens[site.clause.first : site.i]}
        if words & tongue.words("many_to_one") or (site.frame.type == "call" and "dat" in site.frame.partner):
            return True
        named = [m for g in site.clause.groups for m in g if set(m.actors) & set(sides.subject)]
        too = [m for m in named if doc.tokens[m.last + 1].lower in tongue.words("too")]
        return site.frame.type in {"call", "reception"} and len(too) == len(sides.subject)

    def _own_time(self, site: Site, sides: Sides, other: int) -> Site | None:
        """The site as if it stood right behind one of the others, so that the time before that one counts."""
        starts = [site.clause.first, *(g[-1].last + 1 for g in sides.groups)]
        for group, start in zip(sides.groups, starts, strict=False):
            if any(other in m.actors for m in group):
                if not self.story.times(start, group[0].first - 1):
                    return None
                clause = replace(site.clause, first=start)
                clauses = [*site.clauses[: site.number], clause, *site.clauses[site.number + 1 :]]
                return replace(site, i=group[-1].last + 1, clauses=clauses)
        return None

    def _host(self, frame: Frame, subject: tuple[int, ...], others: tuple[int, ...]) -> int | None:
        if frame.host == "subject" and subject:
            return subject[0]
        if frame.host == "partner" and others:
            return others[0]
        return None
