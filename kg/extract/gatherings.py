"""Gatherings: summits, sessions, ceremonies, whose participants several sentences may name. Enters: sentences. Leaves: events.

A noun of gathering either tells of one anew or points to one told before; people who attend, chair or speak there join it. Where
nobody is named, the body that convenes or its countries take part.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kg.extract.arguments import Clause
from kg.extract.attendance import Attendance
from kg.extract.event import ENCOUNTERS, Event
from kg.extract.story import Story
from kg.language.frames import Gathering, Stance

# So many sentences after it was last spoken of a gathering may still be meant by a noun, and by a pronoun.
REMEMBERED = 8
NEAR = 2


@dataclass(slots=True)
class Told:
    """A gathering in the making; `event` is its number in the story once it has participants."""

    noun: Gathering
    first: int
    at: int
    clause: Clause
    status: str
    sentence: int
    passing: bool
    people: list[int] = field(default_factory=list)
    bodies: list[int] = field(default_factory=list)
    countries: list[int] = field(default_factory=list)
    host: int | None = None
    type: str = ""
    event: int | None = None


class Gatherings:
    """Reads gatherings and who attends them."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.attendance = Attendance(story)
        self.told: list[Told] = []

    def read(self, sentence: int, clauses: list[Clause]) -> frozenset[int]:
        """Reads a sentence; leaves the numbers of the clauses that only tell who attends."""
        spoken: Told | None = None
        consumed = set()
        for number, clause in enumerate(clauses):
            back = False
            for i in range(clause.first, clause.last + 1):
                noun = self.story.tongue.gathering(self.story.doc, i)
                if noun is None or self.story.tongue.no_diplomacy(self.story.doc, i):
                    continue
                known, anew = self._noun(i, noun, clauses, number)
                if known is not None:
                    spoken, back = known, back or not anew
            if self._attends(sentence, clauses, number, spoken, back):
                consumed.add(number)
        if not consumed and spoken is None and self.joins_encounter(sentence, clauses):
            return frozenset(range(len(clauses)))
        return frozenset(consumed)

    # Nouns

    def _noun(self, i: int, noun: Gathering, clauses: list[Clause], number: int) -> tuple[Told | None, bool]:
        """The gathering that a noun tells of, and whether it is told here for the first time."""
        doc, tongue = self.story.doc, self.story.tongue
        sentence = doc.tokens[i].sentence
        clause = clauses[number]
        first = self._phrase_start(clause, i)
        bodies = self._bodies(clause, first, i)
        codes = tongue.sides(doc, first, i)
        known = self._known(noun, sentence, bodies)
        ahead = tongue.is_next(doc, first, i) or tongue.is_coming(doc, clause.first, i)
        fresh = ahead or tongue.is_counted(doc, first, i) or any(b not in known.bodies for b in bodies) if known else True
        if known is not None and not fresh and not self._other_day(known, clause, i):
            known.sentence = sentence
            if noun.type == "summit" and known.type == "session":
                known.type = "summit"
            return known, False
        if not noun.anew:
            return None, False
        stance = tongue.stance(doc, i, clause.last)
        if stance is None:
            return None, False
        new = self._told(i, noun, clauses, number, stance, ahead)
        if new is None:
            return None, False
        new.bodies, new.countries = bodies, self._present(codes)
        if not bodies and not codes and (new.status == "planned" or ahead):
            self._inherit(new)
        self._people(new, clauses, number, i, stance)
        self.told.append(new)
        self._emit(new)
        return new, True

    def _told(self, i: int, noun: Gathering, clauses: list[Clause], number: int, stance: Stance, ahead: bool) -> Told | None:
        clause = clauses[number]
        status, negated = self.story.tongue.modality(self.story.doc, stance.token, clauses[-1].last)
        if stance.name == "setting":
            status, negated = ("planned" if ahead else "held"), False
        elif negated or (status == "cancelled" and stance.name == "attended"):
            if not (stance.name == "convenes" and self.story.tongue.is_coming(self.story.doc, clause.first, i)):
                return None
            status = "cancelled"
        passing = stance.name == "setting" and not self.story.tongue.is_coming(self.story.doc, clause.first, i)
        sentence = self.story.doc.tokens[i].sentence
        return Told(noun, i, max(stance.token, i), clause, status, sentence, passing, type=noun.type)

    def _phrase_start(self, clause: Clause, i: int) -> int:
        """Where the words that belong to a noun begin: after the last person, town or date before it."""
        start = clause.first
        for group in clause.groups:
            for m in group:
                if m.last < i and (m.kind in {"person", "pronoun"} or (m.kind == "place" and m.case == "loc")):
                    start = max(start, m.last + 1)
        for t in self.story.doc.times:
            if clause.first <= t.first and t.last < i:
                start = max(start, t.last + 1)
        return start

    def _bodies(self, clause: Clause, first: int, i: int) -> list[int]:
        """The organizations whose gathering it is; an organ of an organization stands for that."""
        rows = [m for g in clause.groups for m in g if m.kind == "organization" and first <= m.first <= i]
        found = [self.attendance.parent(m) for m in rows if m.case in {"gen", "nom"} or m.last == i]
        return list(dict.fromkeys(found))

    def _known(self, noun: Gathering, sentence: int, bodies: list[int]) -> Told | None:
        """The gathering told before that a noun may mean: one of that noun, else for a word like «жиын» the last."""
        near = [t for t in self.told if sentence - t.sentence <= REMEMBERED]
        same = [t for t in near if t.noun.lemma == noun.lemma and (not bodies or set(bodies) <= set(t.bodies))]
        if same:
            return same[-1]
        if noun.type == "ceremony" or not near:
            return None
        last = near[-1]
        return last if noun.generic or (last.noun.generic and last.type != "ceremony") else None

    def _other_day(self, known: Told, clause: Clause, i: int) -> bool:
        """Whether a date beside the noun is not that of the gathering known."""
        event = self.story.events[known.event] if known.event is not None else None
        for t in self.story.doc.times:
            if not (clause.first <= t.first < i) or not t.value or event is None or not event.date:
                continue
            written = "".join(x.text for x in self.story.doc.tokens[t.first : t.last + 1])
            if any(c.isdigit() for c in written) and not (t.value.startswith(event.date) or event.date.startswith(t.value)):
                return True
        return False

    def _present(self, codes: tuple[str, ...]) -> list[int]:
        found = [self.story.cast.country(code) for code in codes]
        return [n for n in found if n is not None]

    def _inherit(self, new: Told) -> None:
        """«Келесі саммит», «Комиссияның кезекті отырысы»: the body or the countries of the gathering told before."""
        before = next((t for t in reversed(self.told) if not t.passing), None) or (self.told[-1] if self.told else None)
        if before is None:
            return
        new.bodies = list(before.bodies)
        homes = [] if new.bodies else [self.story.cast.country(self.story.country_of.get(a)) for a in before.people]
        new.countries = list(dict.fromkeys([*before.countries, *(n for n in homes if n is not None)]))
        if new.type == "session" and before.type == "summit" and new.noun.generic:
            new.type = "summit"

    def _people(self, new: Told, clauses: list[Clause], number: int, i: int, stance: Stance) -> None:
        clause = clauses[number]
        new.people += self.attendance.companions(clause, clause.last)
        if stance.name in {"attended", "hosted"}:
            guess = bool(new.bodies or new.countries)
            subject = self.attendance.subject(clauses, number, stance.token, guess=guess)
            persons = [a for a in subject if self.story.cast.clusters[a].type == "person"]
            new.people = [*persons, *new.people]
            if not persons and stance.name == "hosted":
                hosts = [a for a in subject if self.story.cast.clusters[a].type == "country"]
                new.countries = list(dict.fromkeys([*hosts, *new.countries]))
                if len(hosts) == 1:
                    new.host = hosts[0]
        new.people += self.attendance.owners(clause, i)

    # People

    def _attends(self, sentence: int, clauses: list[Clause], number: int, spoken: Told | None, back: bool) -> bool:
        """Whether a clause tells who attends a gathering; they join it."""
        doc, tongue = self.story.doc, self.story.tongue
        clause = clauses[number]
        known = spoken
        pronoun = tongue.points_back(doc, clause.first, clause.last)
        if known is None and self.told:
            last = self.told[-1]
            gap = sentence - last.sentence
            if gap <= (NEAR if pronoun else 1):
                known = last
        if known is None:
            return False
        stance = tongue.presence(doc, clause.first, clause.last, ceremony=known.type == "ceremony")
        if stance is None or (stance.name == "joins" and not (back or pronoun) and self.attendance.elsewhere(clause)):
            return False
        if spoken is not None and spoken.sentence == sentence and not back and not pronoun and spoken.clause is clause:
            return False
        if self.attendance.tells(clause):
            return False
        people = self.attendance.present(clause)
        if not people:
            return False
        known.people += people
        known.sentence = sentence
        self._emit(known)
        return True

    def joins_encounter(self, sentence: int, clauses: list[Clause]) -> bool:
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

    # Events

    def _participants(self, told: Told) -> list[int]:
        people = list(dict.fromkeys(told.people))
        hosts = [told.host] if told.host is not None else []
        if len(people) >= 2:
            return people
        if told.type == "ceremony":
            return []
        if people:
            own = self.story.country_of.get(people[0])
            others = told.bodies or [c for c in told.countries if self.story.cast.clusters[c].key != own][:1]
            return [*people, *others]
        if told.passing:
            return []
        return list(dict.fromkeys([*told.bodies, *hosts] if told.bodies else told.countries))

    def _emit(self, told: Told) -> None:
        """Adds the event of a gathering to the story, or its participants to the event."""
        participants = tuple(self._participants(told))
        if not participants:
            return
        if told.event is not None:
            self.story.events[told.event] = replace(self.story.events[told.event], participants=participants, type=told.type)
            return
        at = (told.first, told.clause, told.status, told.type, self.story.events)
        moment = self.story.setting.moment(*at, noun=True)
        spot = self.story.setting.spot(*at, noun=True)
        event = Event(
            told.type,
            participants,
            told.host,
            moment.date,
            spot.name,
            told.status,
            told.first,
            self.story.evidence_end(told.first, told.clause),
            f"gathering {told.noun.lemma}",
            0.8 if moment.told else 0.75,
            moment.told,
            spot.told,
            spot.iso,
            days=moment.days,
        )
        self.story.events.append(event)
        told.event = len(self.story.events) - 1
