"""Gatherings: summits and sessions, whose participants the next sentences may name. Enters: a site. Leaves: events."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.extract.arguments import PERSONAL, Clause
from kg.extract.event import ENCOUNTERS, Site
from kg.extract.story import Story


@dataclass(frozen=True, slots=True)
class _Pending:
    """A gathering whose participants the next sentences may name: `event` is its number once it has some."""

    site: Site
    sentence: int
    event: int | None


class Gatherings:
    """Reads gatherings and who attends them."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.pending: _Pending | None = None
        self.body: list[int] = []

    def read(self, site: Site) -> None:
        """Adds the event that the predicate at a site tells."""
        sentence = self.story.doc.tokens[site.i].sentence
        people = [a for g in self._nominative_people(site.clauses) for a in g]
        groups = [g for g in site.clause.groups if g[-1].case in {"gen", "nom"} and g[-1].last < site.i]
        body = [a for g in groups for m in g if m.kind == "organization" for a in m.actors]
        last = self.story.events[-1] if self.story.events else None
        if (
            site.frame.type == "summit"
            and not people
            and last is not None
            and last.type == "session"
            and self.story.near(last, sentence)
        ):
            self.story.events[-1] = replace(last, type="summit")
        held = self.story.tongue.takes_place(self.story.doc, site.i, site.clauses[-1].last)
        if people and (self._attends(site.clauses) or (held and len(people) >= 2)):
            self.pending = _Pending(site, sentence, self.story.add(site, people, None, []))
        elif held:
            self.pending = _Pending(site, sentence, None)
            if site.status == "planned" and (body or self.body):
                self.story.add(site, body[:1] or self.body[:1], None, [])
        self.body = body or self.body

    def _nominative_people(self, clauses: list[Clause]) -> list[list[int]]:
        rows = []
        for clause in clauses:
            for group in clause.groups:
                if group[-1].case == "nom":
                    rows.append(
                        [a for m in group if m.kind in PERSONAL for a in m.actors if self.story.cast.clusters[a].type == "person"]
                    )
        return [list(dict.fromkeys(row)) for row in rows if row]

    def _attends(self, clauses: list[Clause]) -> bool:
        return any(
            self.story.tongue.attends(self.story.doc, i) for clause in clauses for i in range(clause.first, clause.last + 1)
        )

    def attendance(self, sentence: int, clauses: list[Clause]) -> bool:
        """«Оған … қатысты»: people who take part in what the sentences before told of."""
        people = [a for row in self._nominative_people(clauses) for a in row]
        if not people or not self._attends(clauses):
            return False
        back = self.story.tongue.refers_back(self.story.doc, clauses[0].first, clauses[-1].last)
        pending = self.pending
        follows = pending is not None and sentence - pending.sentence == 1
        if not (back or follows) or self._tells(clauses):
            return False
        if pending is not None and sentence - pending.sentence <= 3:
            if pending.event is None:
                event = self.story.add(pending.site, people, None, [])
            else:
                event = pending.event
                self.story.enlarge(event, people)
            self.pending = _Pending(pending.site, sentence, event)
            return True
        last = self.story.events[-1] if self.story.events else None
        if (
            back
            and self._joins(clauses)
            and last is not None
            and self.story.doc.tokens[last.last].sentence == sentence - 1
            and last.type in ENCOUNTERS | {"call"}
        ):
            self.story.enlarge(len(self.story.events) - 1, people)
            return True
        return False

    def _joins(self, clauses: list[Clause]) -> bool:
        """Whether somebody is said to take part, not just to come or to speak."""
        stems = tuple(self.story.tongue.words("joins"))
        tokens = (i for c in clauses for i in range(c.first, c.last + 1))
        return any(
            self.story.doc.tokens[i].lower.startswith(stems) and self.story.tongue.attends(self.story.doc, i) for i in tokens
        )

    def _tells(self, clauses: list[Clause]) -> bool:
        """Whether a sentence has a meeting of its own."""
        tokens = (i for c in clauses for i in range(c.first, c.last + 1))
        return any(f.pos == "verb" and f.type != "visit" for i in tokens if (f := self.story.tongue.trigger(self.story.doc, i)))
