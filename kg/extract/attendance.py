"""Who attends a gathering, clause by clause. Enters: a clause. Leaves: actors."""

from __future__ import annotations

from kg.extract.arguments import PERSONAL, Clause
from kg.extract.event import GATHERINGS
from kg.extract.mentions import Mention
from kg.extract.story import Story

# The other side of a noun of meeting stands so close before it.
SIDE = 2


# «Мирзиёевпен және өзге де әріптестерімен бірге»: so many words may stand before "together".
OTHERS = 6


class Attendance:
    """Answers who is named as taking part in a gathering."""

    def __init__(self, story: Story, leaders: dict[str, int]) -> None:
        self.story = story
        self.leaders = leaders

    def present(self, clause: Clause) -> list[int]:
        """Persons in the nominative, those whom the clause puts beside them, and guests whom a host welcomes."""
        named = self._nominatives(clause, clause.last + 1)
        beside = self.companions(clause) if named else []
        return list(dict.fromkeys([*named, *beside, *self.guests(clause)]))

    def named(self, clause: Clause) -> list[int]:
        """Persons in the nominative who are named, not called by a bare title or a pronoun."""
        found = [a for g in clause.groups for m in g if m.kind == "person" for a in m.actors]
        return [a for a in self._nominatives(clause, clause.last + 1) if a in found]

    def _nominatives(self, clause: Clause, before: int) -> list[int]:
        found: list[int] = []
        for group in clause.groups:
            people = [m for m in group if m.kind in PERSONAL]
            # «А мен Б елінен келген В»: what follows in another case need not belong to the list.
            case = group[-1].case if group[-1].kind in PERSONAL or not people else people[-1].case
            if case == "nom" and group[0].first < before:
                found += [a for m in people for a in self._persons(m)]
        return found

    def delegations(self, clause: Clause) -> list[int]:
        """«Тәжікстанның атынан елшілік қызметкерлері келді»: countries in whose name somebody unnamed takes part."""
        found: list[int] = []
        for group in clause.groups:
            after = group[-1].last + 1
            if after <= clause.last and self.story.doc.tokens[after].lower in self.story.tongue.words("in_name_of"):
                found += [a for m in group if m.kind == "country" for a in m.actors]
        return found

    def companions(self, clause: Clause) -> list[int]:
        """«Тоқаевпен бірге», «Тоқаевтан бөлек», «Тоқаевтың төрағалығымен»: persons beside the subject."""
        found: list[int] = []
        lists = {"ins": "beside", "abl": "besides", "gen": "in_presence"}
        for group in clause.groups:
            after = group[-1].last + 1
            listed = lists.get(group[-1].case)
            if not listed or after > clause.last:
                continue
            reach = after + OTHERS if listed == "beside" else after + 1
            words = {t.lower for t in self.story.doc.tokens[after : min(reach, clause.last + 1)] if t.kind == "word"}
            if words & self.story.tongue.words(listed):
                found += [a for m in group for a in self._persons(m)]
        return found

    def guests(self, clause: Clause) -> list[int]:
        """«Тоқаев қонақтарын – А-ны, Б-ны – қарсы алды»: two persons or more in the accusative."""
        found = [a for g in clause.groups if g[-1].case == "acc" for m in g if m.kind == "person" for a in self._persons(m)]
        return found if len(found) > 1 else []

    def owners(self, clause: Clause, i: int) -> list[int]:
        """«А мен Б-ның саммиті»: persons in the genitive just before the noun at `i`."""
        rows = [g for g in clause.groups if g[-1].case == "gen" and 0 < i - g[-1].last <= 3]
        return [a for g in rows for m in g if m.kind == "person" for a in self._persons(m)]

    def honoured(self, clause: Clause, i: int) -> list[int]:
        """«А-ны ұлықтау рәсімі», «Б-ның инаугурациясы»: for whom a ceremony is held; at a funeral that is nobody who attends."""
        words = {t.lower for t in self.story.doc.tokens[clause.first : i + 1]}
        if words & self.story.tongue.words("mourning"):
            return []
        rows = [g for g in clause.groups if g[-1].case in {"acc", "gen"} and 0 < i - g[-1].last <= 3]
        return [a for g in rows for m in g if m.kind == "person" for a in self._persons(m)]

    def partners(self, clause: Clause, verb: int) -> list[int]:
        """Persons in the instrumental before a verb."""
        return [a for g in clause.groups if g[-1].case == "ins" and g[-1].last < verb for m in g for a in self._persons(m)]

    def described(self, clause: Clause, before: int) -> list[int]:
        """«Си ашқан саммитке, содан соң …»: persons of whom a participle right after them says what they did."""
        doc = self.story.doc
        rows = [m for g in clause.groups for m in g if m.kind == "person" and m.last + 1 < before]
        return [a for m in rows if self.story.tongue.describes(doc, m.last + 1) for a in m.actors]

    def subject(self, clauses: list[Clause], number: int, verb: int, *, guess: bool) -> list[int]:
        """Who does what the verb of a clause tells, the person spoken of before where the sentence names none."""
        arguments = self.story.arguments
        if self.story.tongue.nominalised(self.story.doc, verb, clauses[number].last):
            owners = list(arguments.genitives(clauses, number, verb))
            if owners:
                return owners
        head = list(arguments.head(verb))
        found = head or self._nominatives(clauses[number], verb) or list(arguments.subject(clauses, number, verb, noun=False))
        found = found or [
            a for g in clauses[number].groups if g[-1].case == "nom" and g[-1].last == verb - 1 for m in g for a in m.actors
        ]
        return found or [a for a in arguments.topic[:1] if guess and self.story.cast.clusters[a].type == "person"]

    def elsewhere(self, clause: Clause) -> bool:
        """Whether the clause speaks of going to a place, which is not the gathering."""
        return any(m.kind in {"place", "country"} and m.case == "dat" for g in clause.groups for m in g)

    def tells(self, clause: Clause) -> bool:
        """Whether a clause has a meeting of its own."""
        doc, tongue = self.story.doc, self.story.tongue
        frames = [(i, f) for i in range(clause.first, clause.last + 1) if (f := tongue.trigger(doc, i)) and f.type != "visit"]
        return any(
            # «А мен Б мәселені талқылады»: a word that may tell of other things tells of a meeting where it has a partner.
            (f.pos == "verb" and not f.condition)
            or any(g[-1].case in f.partner and (f.pos == "verb" or 0 < i - g[-1].last <= SIDE) for g in clause.groups)
            # «А мен Б келіссөз жүргізді»
            or (f.pos == "noun" and 0 < clause.last - i <= SIDE and f.type not in GATHERINGS and not tongue.gathering(doc, i))
            for i, f in frames
            # «А қабылдаған жиынға»: what describes the gathering is no meeting beside it.
            if i == clause.last or tongue.gathering(doc, i + 1) is None
        )

    def _persons(self, mention: Mention) -> list[int]:
        """The persons of a mention; «Қазақстан мен Ресей басшылары» are those whom the text names so elsewhere."""
        clusters, after = self.story.cast.clusters, mention.last + 1
        if mention.kind not in PERSONAL or (len(mention.actors) > 1 and not mention.plural):
            return []
        if after < len(self.story.doc.tokens) and self.story.doc.tokens[after].lower in self.story.tongue.words("in_role"):
            return []
        if mention.kind == "title" and mention.plural and all(clusters[a].type == "country" for a in mention.actors):
            return [self.leaders.get(clusters[a].key or "", a) for a in mention.actors]
        return [a for a in mention.actors if clusters[a].type == "person"]
