"""Talks in rounds, and several meetings of the same sides under one verb. Enters: a site. Leaves: sides, or the occasions.

«Келесі раунд … өтеді», «консультациялардың алдыңғы айналымы»: the sides are those of the talks told before.
«2 маусымда да, 23 шілдеде де кездесті», «екі рет кездескен: бірі …, екіншісі …»: one meeting for each time.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from kg.extract.arguments import Clause
from kg.extract.event import GATHERINGS, Site
from kg.extract.story import Story
from kg.language.document import TimeReference


@dataclass(slots=True)
class _Series:
    type: str
    sides: tuple[int, ...]


class Rounds:
    """Remembers the sides of talks as the text first named them."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.last: _Series | None = None

    def remember(self, site: Site, sides: list[int]) -> None:
        """Keeps the sides of talks that a site has told of."""
        if site.frame.type in {"talks", "consultations"} and len(sides) >= 2:
            self.last = _Series(site.frame.type, tuple(sides))

    def sequel(self, site: Site) -> tuple[Site, tuple[int, ...]] | None:
        """The site with the kind of the talks before, and their sides, where it tells of another round of them."""
        doc, tongue = self.story.doc, self.story.tongue
        if tongue.one_of_several(doc, site.i):
            return self._again(site)
        another = site.frame.type == "meeting" and site.frame.pos == "noun"
        if another and tongue.another_round(doc, site.clause.first, site.i) and (found := self._another(site)) is not None:
            return found
        if self.last is None:
            return None
        rounds = site.frame.type in {"round", "talks", "consultations"}
        both = site.frame.type == "meeting" and tongue.mutual(doc, site.clause.first, site.i)
        if not (both or (rounds and tongue.another_round(doc, site.clause.first, site.i))):
            return None
        sentence = self.story.doc.tokens[site.i].sentence
        first, end = doc.sentences[sentence]
        timed = bool(self.story.times(first, end - 1))
        if not timed and site.status == "held":
            return None
        return (site if both else replace(site, frame=replace(site.frame, type=self.last.type))), self._states()

    def _another(self, site: Site) -> tuple[Site, tuple[int, ...]] | None:
        """«Екінші жүздесу қазанға белгіленді»: those two who met in the sentence or two before."""
        last = next((e for e in reversed(self.story.events) if e.type != "visit"), None)
        sentence = self.story.doc.tokens[site.i].sentence
        if (
            last is None
            or last.type in GATHERINGS
            or sentence - self.story.doc.tokens[last.last].sentence > 2
            or site.status == "held"
        ):
            return None
        return (site, last.participants) if len(last.participants) == 2 else None

    def _again(self, site: Site) -> tuple[Site, tuple[int, ...]] | None:
        """«Алғашқысы былтыр Парижде өткен»: another meeting of those who met in the sentence before."""
        last = next((e for e in reversed(self.story.events) if e.type != "visit"), None)
        sentence = self.story.doc.tokens[site.i].sentence
        if last is None or last.type in GATHERINGS or sentence - self.story.doc.tokens[last.last].sentence > 1:
            return None
        if not self._times(site.i, site.clause.last):
            return None
        return replace(
            site, frame=replace(site.frame, type="meeting" if last.type == "reception" else last.type)
        ), last.participants

    def _states(self) -> tuple[int, ...]:
        """Another round is the countries' matter, whoever spoke for them in the last."""
        if self.last is None:
            return ()
        clusters, cast = self.story.cast.clusters, self.story.cast
        if any(clusters[a].type != "person" for a in self.last.sides):
            return self.last.sides
        homes = [cast.country(self.story.country_of.get(a)) for a in self.last.sides]
        states = tuple(dict.fromkeys(n for n in homes if n is not None))
        return states if len(states) >= 2 and None not in homes else self.last.sides

    def occasions(self, site: Site) -> list[tuple[Site, Site]]:
        """For each time that the same sides met the site that tells of it and that of its time; empty where they met once."""
        return self._enumerated(site) or self._repeated(site)

    def _enumerated(self, site: Site) -> list[tuple[Site, Site]]:
        """«… екі рет кездескен: бірі 2021 жылы Парижде, екіншісі былтыр Астанада өткен»."""
        doc = self.story.doc
        end = site.clauses[-1].last
        starts = [i for i in range(site.i + 1, end + 1) if doc.tokens[i].lower in self.story.tongue.words("one_of_them")]
        spans = [(a, b - 1) for a, b in pairwise([*starts, end + 1])]
        if len(spans) < 2 or not all(self._times(a, b) for a, b in spans):
            return []
        groups = [g for c in site.clauses for g in c.groups]
        sites = [self._at(site, Clause(a, b, [g for g in groups if a <= g[0].first <= b]), b) for a, b in spans]
        return [(one, one) for one in sites]

    def _repeated(self, site: Site) -> list[tuple[Site, Site]]:
        """«… маусымда да, шілдеде де», «1 шілдеде, кейін 12 тамызда»."""
        times = [t for t in self._times(site.clauses[0].first, site.i - 1) if t.value and len(t.value) >= 7]
        if len(times) < 2 or any(t.kind == "range" or t.anchor for t in times):
            return []
        for a, b in pairwise(times):
            if self._placed(a.last, b.first):
                continue
            words = {t.lower for t in self.story.doc.tokens[a.last + 1 : b.first]}
            if not words or not words <= self.story.tongue.words("and_again") or not words & self.story.tongue.words("again"):
                return []
        ends = [t.first - 1 for t in times[1:]] + [site.i]
        if all(self._placed(a.last, b.first) for a, b in pairwise(times)):
            # «27 ақпанда Брюссельде, 18 наурызда Охридте»: each time has its place.
            rows = [self._at(site, Clause(t.first, end, []), end) for t, end in zip(times, ends, strict=True)]
            return [(one, one) for one in rows]
        return [(site, self._at(site, Clause(t.first, site.clause.last, []), t.last + 1)) for t in times]

    def _placed(self, last: int, first: int) -> bool:
        """Whether only a place stands between two times."""
        between = self.story.doc.tokens[last + 1 : first]
        places = [m for m in self.story.mentions_in(last + 1, first - 1) if m.kind in {"place", "country"}]
        last_word = between[-1].lower if between else ""
        joined = last_word == "," or last_word in self.story.tongue.words("between_times")
        return bool(places) and places[-1].case == "loc" and len(between) <= 6 and joined

    def _times(self, first: int, last: int) -> list[TimeReference]:
        return self.story.times(first, last)

    def _at(self, site: Site, clause: Clause, i: int) -> Site:
        clauses = [*site.clauses[: site.number], clause, *site.clauses[site.number + 1 :]]
        # The time stands where a verb has it, whatever the predicate is.
        return replace(site, clauses=clauses, i=i, frame=replace(site.frame, pos="verb"))
