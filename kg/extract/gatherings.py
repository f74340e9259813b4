"""Gatherings: summits, sessions, ceremonies, whose participants several sentences may name. Enters: sentences. Leaves: events.

A noun of gathering either tells of one anew or points to one told before; people who attend, chair or speak there join it.
"""

from __future__ import annotations

from kg.extract.arguments import Clause
from kg.extract.attendance import Attendance
from kg.extract.convened import Told, countries, emit, homes
from kg.extract.conveners import Conveners
from kg.extract.event import ENCOUNTERS
from kg.extract.story import Story
from kg.language.frames import Gathering, Stance

# So many sentences after it was last spoken of a gathering may still be meant by a noun, and by a pronoun.
REMEMBERED = 8
NEAR = 2


class Gatherings:
    """Reads gatherings and who attends them."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.conveners = Conveners(story.doc, story.cast, story.tongue, story.country_of)
        self.attendance = Attendance(story, self.conveners.leaders)
        self.told: list[Told] = []
        self.current: Told | None = None

    def read(self, sentence: int, clauses: list[Clause]) -> frozenset[int]:
        """Reads a sentence; leaves the numbers of the clauses that only tell who attends."""
        spoken: Told | None = None
        consumed = set()
        for number, clause in enumerate(clauses):
            back = -1
            for i in range(clause.first, clause.last + 1):
                noun = self.story.tongue.gathering(self.story.doc, i)
                if noun is None or self.conveners.within_name(i) or self.story.tongue.no_diplomacy(self.story.doc, i):
                    continue
                known, anew = self._noun(i, noun, clauses, number)
                if known is not None:
                    self.current = spoken = known
                    back = back if anew else i
            if self._attends(sentence, clause, spoken, back):
                consumed.add(number)
        if not consumed and spoken is None and self._joins_encounter(sentence, clauses):
            return frozenset(range(len(clauses)))
        return frozenset(consumed)

    def _noun(self, i: int, noun: Gathering, clauses: list[Clause], number: int) -> tuple[Told | None, bool]:
        """The gathering that a noun tells of, and whether it is told here for the first time."""
        doc, tongue = self.story.doc, self.story.tongue
        clause = clauses[number]
        first = self._phrase_start(clause, i)
        bodies = self._bodies(clause, first, i)
        codes = tongue.sides(doc, first, i)
        coming = tongue.is_coming(doc, clause.first, i)
        sequel = tongue.is_next(doc, first, i)
        known = self._known(noun, clause, i, bodies)
        stance = tongue.stance(doc, i, clause.last) if noun.anew else None
        status, negated = self._status(stance, clauses, coming=coming)
        if known is not None and not (
            coming
            or sequel
            or self._other_time(known, stance, status)
            or tongue.is_counted(doc, first, i)
            or any(b not in known.bodies for b in bodies)
            or any(c not in known.codes for c in codes)
            or self._other_day(known, clause, i)
        ):
            known.sentence = doc.tokens[i].sentence
            if noun.type == "summit" and known.type == "session":
                known.type = "summit"
                emit(self.story, known)
            return known, False
        if stance is None or negated or (noun.type == "body" and (stance.name != "convenes" or not bodies)):
            return None, False
        kind = "session" if noun.type == "body" else noun.type
        passing = stance.name == "setting" and not coming
        at = max(stance.token, i)
        new = Told(
            noun, kind, i, at, clause, status, doc.tokens[i].sentence, passing, bodies, codes, countries(self.story, codes)
        )
        self._inherit(new, sequel or coming or (status == "planned" and stance.name in {"convenes", "hosted"}))
        self._people(new, clauses, number, i, stance)
        self.told.append(new)
        emit(self.story, new)
        return new, True

    def _status(self, stance: Stance | None, clauses: list[Clause], *, coming: bool) -> tuple[str, bool]:
        """Status of a gathering, and whether the words deny that it, or the attendance, came about."""
        if stance is None or stance.name == "setting":
            return "planned" if coming else "held", False
        status, negated = self.story.tongue.modality(self.story.doc, stance.token, clauses[-1].last)
        if negated and stance.name == "convenes" and coming:
            return "cancelled", False
        return status, negated or (status == "cancelled" and stance.name == "attended")

    def _other_time(self, known: Told, stance: Stance | None, status: str) -> bool:
        """Whether one of the two lies ahead and the other does not."""
        if stance is None or stance.name == "setting" or known.passing:
            return False
        return status != known.status and (status == "planned" or (known.status == "planned" and stance.name == "convenes"))

    def _phrase_start(self, clause: Clause, i: int) -> int:
        """Where the words that belong to a noun begin: after the last person, town or date before it."""
        start = clause.first
        for group in clause.groups:
            for m in group:
                if m.last < i and (
                    m.kind in {"person", "pronoun"} or (m.kind == "place" and m.case == "loc" and not m.attributive)
                ):
                    start = max(start, m.last + 1)
        for t in self.story.doc.times:
            if clause.first <= t.first and t.last < i:
                start = max(start, t.last + 1)
        return start

    def _bodies(self, clause: Clause, first: int, i: int) -> list[int]:
        """The organizations whose gathering it is; one stands for its organ."""
        found = self.conveners.between(first, i)
        if not found:
            # «ТМҰ министрлер кеңесінің 6 қазанда болған отырысы»: a date or a town may stand between.
            people = [m.last for g in clause.groups for m in g if m.kind in {"person", "pronoun"} and m.last < i]
            found = self.conveners.between(max(people, default=clause.first - 1) + 1, i, genitive=True)[-1:]
        if not found:
            found = [a for j in range(first, i + 1) if (a := self.conveners.meant(j)) is not None]
        return list(dict.fromkeys(self.conveners.parent(a) for a in found))

    def _known(self, noun: Gathering, clause: Clause, i: int, bodies: list[int]) -> Told | None:
        """The gathering told before that a noun may mean: one of that noun, else for a word like «жиын» the last."""
        sentence = self.story.doc.tokens[i].sentence
        near = [t for t in self.told if sentence - t.sentence <= REMEMBERED]
        same = [t for t in self.told if t.noun.lemma == noun.lemma and (not bodies or set(bodies) <= set(t.bodies))]
        if same:
            return same[-1]
        if noun.type == "ceremony" or not near or near[-1].clause is clause:
            return None
        last = near[-1]
        return last if noun.generic or (last.noun.generic and noun.type == "summit" and last.status == "held") else None

    def _other_day(self, known: Told, clause: Clause, i: int) -> bool:
        """Whether a date beside the noun is not that of the gathering known."""
        event = self.story.events[known.event] if known.event is not None else None
        if event is None or not event.date:
            return False
        for t in self.story.doc.times:
            if not (clause.first <= t.first < i) or not t.value:
                continue
            written = "".join(x.text for x in self.story.doc.tokens[t.first : t.last + 1])
            if any(c.isdigit() for c in written) and not (t.value.startswith(event.date) or event.date.startswith(t.value)):
                return True
        return False

    def _inherit(self, new: Told, sequel: bool) -> None:
        """«Келесі саммит», «Комиссияның кезекті отырысы»: the body or the countries of the gathering told before."""
        rows = [t for t in reversed(self.told) if not t.passing] or self.told[::-1]
        if new.bodies:
            before = next((t for t in rows if set(new.bodies) == set(t.bodies)), None)
        elif sequel and not new.codes:
            beside = self.conveners.between(self.story.doc.sentences[new.sentence][0], new.first)
            alike = [t for t in rows if t.noun.lemma == new.noun.lemma]
            before = next((t for t in alike if set(t.bodies) & set(beside)), next(iter(alike or rows), None))
        else:
            return
        if before is None:
            return
        if not new.codes:
            new.codes, new.countries = before.codes, list(before.countries)
        if not new.bodies:
            new.bodies = list(before.bodies)
            if not new.bodies:
                new.countries = list(dict.fromkeys([*before.countries, *homes(self.story, before.people)]))
            if new.noun.generic and before.type == "summit":
                new.type = "summit"

    def _people(self, new: Told, clauses: list[Clause], number: int, i: int, stance: Stance) -> None:
        clause = clauses[number]
        if stance.name in {"attended", "hosted"}:
            guess = stance.name == "attended" and bool(new.bodies or new.codes)
            subject = self.attendance.subject(clauses, number, stance.token, guess=guess)
            persons = [a for a in subject if self.story.cast.clusters[a].type == "person"]
            sides = [a for a in subject if self.story.cast.clusters[a].type == "country"]
            if persons:
                new.people += persons
            elif stance.name == "attended":
                new.people += sides
            else:
                new.countries = list(dict.fromkeys([*new.countries, *sides])) if len(sides) > 1 else new.countries
                new.host = sides[0] if len(sides) == 1 else None
        new.people += self.attendance.owners(clause, i)
        new.people += self.attendance.companions(clause)
        if new.type == "ceremony":
            new.people += self.attendance.honoured(clause, i)

    def _attends(self, sentence: int, clause: Clause, spoken: Told | None, back: int) -> bool:
        """Whether a clause tells who attends a gathering; they join it. `back` is a noun that points to it, if any."""
        doc, tongue = self.story.doc, self.story.tongue
        pronoun = tongue.points_back(doc, clause.first, clause.last)
        known = spoken
        if known is None and self.current is not None and sentence - self.current.sentence <= (NEAR if pronoun else 1):
            known = self.current
        if known is None or (known.clause is clause and back < 0):
            return False
        stance = tongue.presence(doc, clause.first, clause.last, ceremony=known.passing or known.type == "ceremony")
        if stance is not None and stance.name == "absent":
            known.sentence = sentence
            return False
        if stance is None and tongue.at_it(doc, clause.first, back):
            stance = tongue.speaking(doc, clause.first, clause.last)
        if stance is None or (stance.name == "joins" and back < 0 and not pronoun and self.attendance.elsewhere(clause)):
            return False
        if self.attendance.tells(clause):
            return False
        people = self.attendance.present(clause)
        if not people:
            return False
        known.people += people
        known.sentence = sentence
        emit(self.story, known)
        return True

    def _joins_encounter(self, sentence: int, clauses: list[Clause]) -> bool:
        """«Кездесуге … қатысты»: people who take part in the meeting that the sentence before told of."""
        doc, tongue = self.story.doc, self.story.tongue
        last = self.story.events[-1] if self.story.events else None
        if last is None or doc.tokens[last.last].sentence != sentence - 1 or last.type not in ENCOUNTERS | {"call"}:
            return False
        first, end = clauses[0].first, clauses[-1].last
        words = {t.lower for t in doc.tokens[first : end + 1]}
        stance = tongue.presence(doc, first, end, ceremony=False)
        if not words & tongue.words("refers_back") or stance is None or stance.name != "joins":
            return False
        if not doc.tokens[stance.token].lower.startswith(tuple(tongue.words("joins"))):
            return False
        people = [a for clause in clauses for a in self.attendance.present(clause)]
        if not people or any(self.attendance.tells(clause) for clause in clauses):
            return False
        self.story.enlarge(len(self.story.events) - 1, people)
        return True
