"""Who attends a gathering, clause by clause. Enters: a clause. Leaves: actors."""

from __future__ import annotations

from kg.extract.arguments import Clause
from kg.extract.mentions import Mention
from kg.extract.story import Story

# The other side of a noun of meeting stands so close before it.
SIDE = 2


class Attendance:
    """Answers who is named as taking part in a gathering."""

    def __init__(self, story: Story) -> None:
        self.story = story

    def present(self, clause: Clause) -> list[int]:
        """Persons in the nominative, and those whom the clause puts beside them."""
        named = [a for g in clause.groups if g[-1].case == "nom" for m in g for a in self._persons(m)]
        return list(dict.fromkeys([*named, *self.companions(clause, clause.last)])) if named else []

    def companions(self, clause: Clause, last: int) -> list[int]:
        """«Тоқаевпен бірге», «Тоқаевтан бөлек», «Тоқаевтың төрағалығымен»: persons beside the subject."""
        found: list[int] = []
        for group in clause.groups:
            after = group[-1].last + 1
            if after > last:
                continue
            word = self.story.doc.tokens[after].lower
            if (
                (group[-1].case == "ins" and word in self.story.tongue.words("beside"))
                or (group[-1].case == "abl" and word in self.story.tongue.words("besides"))
                or (group[-1].case == "gen" and word in self.story.tongue.words("in_presence"))
            ):
                found += [a for m in group for a in self._persons(m)]
        return found

    def owners(self, clause: Clause, i: int) -> list[int]:
        """«А мен Б-ның саммиті»: persons in the genitive just before the noun at `i`."""
        rows = [g for g in clause.groups if g[-1].case == "gen" and 0 < i - g[-1].last <= 3]
        return [a for g in rows for m in g for a in self._persons(m)]

    def subject(self, clauses: list[Clause], number: int, verb: int, *, guess: bool) -> list[int]:
        """Who does what the verb of a clause tells, the person spoken of before where the sentence names none."""
        arguments = self.story.arguments
        found = list(arguments.subject(clauses, number, verb, noun=False))
        return found or [a for a in arguments.topic[:1] if guess and self.story.cast.clusters[a].type == "person"]

    def elsewhere(self, clause: Clause) -> bool:
        """Whether the clause speaks of going to a place, which is not the gathering."""
        return any(m.kind in {"place", "country"} and m.case == "dat" for g in clause.groups for m in g)

    def tells(self, clause: Clause) -> bool:
        """Whether a clause has a meeting of its own."""
        doc, tongue = self.story.doc, self.story.tongue
        frames = [(i, f) for i in range(clause.first, clause.last + 1) if (f := tongue.trigger(doc, i)) and f.type != "visit"]
        return any(
            f.pos == "verb" or any(g[-1].case in f.partner and 0 < i - g[-1].last <= SIDE for g in clause.groups)
            for i, f in frames
        )

    def parent(self, mention: Mention) -> int:
        """The organization whose organ a mention names, else the mention's own actor."""
        owner = self.story.owner_of.get(mention.actors[0])
        return mention.actors[0] if owner is None else owner

    def _persons(self, mention: Mention) -> list[int]:
        if mention.kind == "person" or (mention.kind in {"title", "pronoun"} and len(mention.actors) == 1 + mention.plural):
            return [a for a in mention.actors if self.story.cast.clusters[a].type == "person"]
        return []
