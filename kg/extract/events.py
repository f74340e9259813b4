"""Meetings: which predicate tells of one, who takes part, when, where, whether it took place.

Enters: Document, mentions, frames of the language. Leaves: `Event` rows. A predicate takes its subject from its own clause, else
from the clause before; its partner from the case that its frame names.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kg.extract.actors import Cast
from kg.extract.mentions import Mention, groups
from kg.language import Language
from kg.language.document import Document, TimeReference
from kg.language.frames import Frame

ENCOUNTERS = frozenset({"reception", "meeting", "talks", "consultations", "summit", "session", "ceremony"})
GATHERINGS = frozenset({"summit", "session"})


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting; `participants` and `host` are cluster numbers, the words are tokens `first` to `last`."""

    type: str
    participants: tuple[int, ...]
    host: int | None
    date: str | None
    place: str | None
    status: str
    negated: bool
    first: int
    last: int
    rule: str
    confidence: float
    dated: bool = False
    placed: bool = False
    topics: tuple[str, ...] = ()


@dataclass(slots=True)
class _Clause:
    first: int
    last: int
    groups: list[list[Mention]] = field(default_factory=list)


class EventReader:
    """Reads the events of one document."""

    def __init__(self, doc: Document, cast: Cast, mentions: list[Mention], tongue: Language, country_of: dict[int, str]) -> None:
        self.doc = doc
        self.cast = cast
        self.tongue = tongue
        self.mentions = mentions
        self.country_of = country_of
        self.groups = groups(doc, mentions)
        self.events: list[Event] = []
        self.subject: tuple[int, ...] = ()
        self.spoken: TimeReference | None = None

    def read(self) -> list[Event]:
        """Events in the order of the text, the same event once."""
        for sentence in range(len(self.doc.sentences)):
            if self.doc.tokens[self.doc.sentences[sentence][0]].start < self.doc.body:
                continue
            self._sentence(sentence)
        return self.events

    def _sentence(self, sentence: int) -> None:
        spans = self.tongue.clauses(self.doc, sentence)
        clauses = [_Clause(a, b - 1, [g for g in self.groups if a <= g[0].first and g[-1].last < b]) for a, b in spans]
        carried: tuple[int, ...] = ()
        for number, clause in enumerate(clauses):
            triggers = [(i, frame) for i in range(clause.first, clause.last + 1) if (frame := self.tongue.trigger(self.doc, i))]
            subject = self._subject(clause)
            for position, (i, frame) in enumerate(triggers):
                if frame.pos == "noun" and any(j - i <= 3 and other.pos == "verb" and other.type in ENCOUNTERS for j, other in triggers[position + 1 :]):
                    continue
                self._event(i, frame, clause, clauses, number, subject or carried)
            carried = subject or carried
        first = next((s for c in clauses if (s := self._subject(c))), ())
        if first:
            self.subject = first

    def _subject(self, clause: _Clause) -> tuple[int, ...]:
        """The persons, else bodies or countries, in the nominative of a clause."""
        persons: list[int] = []
        for group in clause.groups:
            if self._case(group) == "nom" and group[-1].kind in {"person", "title", "pronoun"} and not self._modifies(group):
                persons += [a for m in group for a in m.actors if m.kind in {"person", "title", "pronoun"}]
        if persons:
            return tuple(dict.fromkeys(persons))
        others: list[int] = []
        for group in clause.groups:
            if self._case(group) == "nom" and group[-1].kind in {"organization", "country"} and not self._modifies(group):
                others += [a for m in group for a in m.actors]
        return tuple(dict.fromkeys(others))

    def _modifies(self, group: list[Mention]) -> bool:
        """Whether a nominative only modifies the noun after it («Қазақстан тарапы», «Иран елшісі»)."""
        mention = group[-1]
        if mention.attributive:
            return True
        i = mention.last + 1
        if mention.kind in {"person", "title", "pronoun"} or i >= len(self.doc.tokens):
            return False
        token = self.doc.tokens[i]
        return token.kind == "word" and token.nominal.person == 3

    def _case(self, group: list[Mention]) -> str:
        return group[-1].case

    def _actors(self, group: list[Mention]) -> list[int]:
        return [a for m in group for a in m.actors]

    def _people_first(self, actors: list[int]) -> list[int]:
        """A side is its persons; bodies and countries stand for it only where none is named."""
        people = [a for a in actors if self.cast.clusters[a].type == "person"]
        return people or actors

    def _event(self, i: int, frame: Frame, clause: _Clause, clauses: list[_Clause], number: int, subject: tuple[int, ...]) -> None:
        end = clauses[-1].last
        status, negated = self.tongue.modality(self.doc, i, end if frame.pos == "noun" or number == len(clauses) - 1 else self._finite_end(clauses, number))
        if negated:
            return
        before = [g for g in clause.groups if g[-1].last < i]
        if frame.type == "visit":
            self._visit(i, frame, clause, before, subject, status)
            return
        if frame.type in GATHERINGS:
            self._gathering(i, frame, clause, clauses, before, subject, status)
            return
        partners: list[int] = []
        partner_groups = [g for g in before if self._case(g) in frame.partner and self._is_side(g)]
        for group in partner_groups:
            partners += self._actors(group)
        side = list(subject)
        if frame.pos == "noun":
            side += self._possessors(before)
        between = self._between(before, i)
        if frame.type == "reception" and not partners:
            return
        if not partners and not between:
            if len(self._people_first(side)) < 2:
                return
        participants = self._people_first(list(dict.fromkeys(side)))
        participants += [a for a in self._people_first(partners) if a not in participants]
        participants += [a for a in between if a not in participants]
        if frame.type == "reception":
            participants = [a for a in participants if a in partners or self.cast.clusters[a].type != "country"]
        if len(participants) < 2:
            return
        host = None
        receivers = [a for a in self._people_first(list(subject)) if a not in partners]
        if frame.host == "subject" and receivers:
            host = receivers[0]
        elif frame.host == "partner" and partners:
            host = self._people_first(partners)[0]
        self._add(frame, participants, host, i, clause, status, partner_groups)

    def _finite_end(self, clauses: list[_Clause], number: int) -> int:
        """The clause itself and the next one, whose verb carries the tense of a converb."""
        return clauses[min(number + 1, len(clauses) - 1)].last

    def _is_side(self, group: list[Mention]) -> bool:
        return group[-1].kind in {"person", "title", "pronoun", "organization", "country"} and bool(self._actors(group))

    def _possessors(self, before: list[list[Mention]]) -> list[int]:
        """«Тоқаевтың Путинмен кездесуі»: the genitive is the subject of a noun."""
        found: list[int] = []
        for group in before:
            if self._case(group) == "gen" and group[-1].kind in {"person", "title"}:
                found += self._actors(group)
        return found

    def _between(self, before: list[list[Mention]], i: int) -> list[int]:
        """«А мен Б арасындағы келіссөз»."""
        for group in before:
            following = self.doc.tokens[group[-1].last + 1] if group[-1].last + 1 < len(self.doc.tokens) else None
            if following is not None and following.lower.startswith("арасында") and group[-1].last < i:
                return self._people_first(self._actors(group))
        return []

    def _gathering(self, i: int, frame: Frame, clause: _Clause, clauses: list[_Clause], before: list[list[Mention]], subject: tuple[int, ...], status: str) -> None:
        sentence = self.doc.tokens[i].sentence
        people: list[int] = []
        for mention in self.mentions:
            here = self.doc.tokens[mention.first].sentence
            if here == sentence and mention.kind in {"person", "title"} and mention.case == "nom":
                people += mention.actors
        if not people and subject and self._attends(clauses):
            people = list(subject)
        people = [p for p in dict.fromkeys(people) if self.cast.clusters[p].type == "person"]
        if not people:
            return
        if len(people) < 2 and frame.type != "summit" and not self._attends(clauses):
            return
        self._add(frame, people, None, i, clause, status, [])

    def _attends(self, clauses: list[_Clause]) -> bool:
        words = [t.lower for t in self.doc.tokens[clauses[0].first : clauses[-1].last + 1]]
        return any(w.startswith(("қатыс", "келді", "жинал", "ашты", "төрағалық")) for w in words)

    def _visit(self, i: int, frame: Frame, clause: _Clause, before: list[list[Mention]], subject: tuple[int, ...], status: str) -> None:
        goals = [m for g in before for m in g if g[-1].case == "dat" and m.kind in {"place", "country"}]
        locative = [m for g in before for m in g if g[-1].case == "loc" and m.kind in {"place", "country"} and not m.attributive]
        travel = any(t.lower.startswith("сапар") for t in self.doc.tokens[max(clause.first, i - 8) : i + 4])
        if not goals and travel and frame.pos == "noun":
            goals = locative
        if not goals or not subject:
            return
        countries: list[int] = []
        for goal in goals:
            number = self.cast.country(goal.iso)
            if number is not None and number not in countries:
                countries.append(number)
        people = [a for a in self._people_first(list(subject)) if self.cast.clusters[a].type == "person"]
        if not countries or not people:
            return
        if all(self.country_of.get(p) == goals[-1].iso for p in people):
            return
        if not travel and frame.name == "come" and not any(m.kind == "place" or m.kind == "country" for m in goals):
            return
        places = [m for m in goals if m.kind == "place"] or goals
        self._add(frame, people + countries, None, i, clause, status, [], place=places[-1])

    def _add(self, frame: Frame, participants: list[int], host: int | None, i: int, clause: _Clause, status: str,
             partner_groups: list[list[Mention]], place: Mention | None = None) -> None:  # fmt: skip
        date, dated = self._date(i, clause, status)
        where, placed = self._place(frame, i, clause, place)
        first = min([g[0].first for g in partner_groups] + [i])
        event = Event(frame.type, tuple(dict.fromkeys(participants)), host, date, where, status, False, first, self._evidence_end(i, clause),
                      f"frame {frame.name}", 0.8, dated, placed)  # fmt: skip
        for n, other in enumerate(self.events):
            merged = _merge(other, event)
            if merged is not None:
                self.events[n] = merged
                return
        self.events.append(event)

    def _evidence_end(self, i: int, clause: _Clause) -> int:
        end = i
        while end < clause.last and self.doc.tokens[end + 1].kind == "word" and end - i < 2:
            end += 1
        return end

    def _date(self, i: int, clause: _Clause, status: str) -> tuple[str | None, bool]:
        sentence = self.doc.tokens[i].sentence
        times = [t for t in self.doc.times if self.doc.tokens[t.first].sentence == sentence and not self._deadline(t)]
        inside = [t for t in times if clause.first <= t.first < i]
        chosen = (inside or [t for t in times if t.first < i] or [t for t in times if t.first > i and clause.first <= t.first <= clause.last])[-1:]
        if chosen:
            reference = chosen[0]
            value = reference.other if status != "held" and reference.other else reference.value
            if status == "held" and value and self.doc.article.date and value > self.doc.article.date:
                value = self.doc.article.date[: len(value)]
            return value, True
        if status == "held":
            return self.doc.article.date, False
        return None, False

    def _deadline(self, reference: TimeReference) -> bool:
        following = self.doc.tokens[reference.last + 1].lower if reference.last + 1 < len(self.doc.tokens) else ""
        return following in {"дейін", "арналған", "бастап", "бері"}

    def _place(self, frame: Frame, i: int, clause: _Clause, goal: Mention | None) -> tuple[str | None, bool]:
        if goal is not None:
            return goal.name, True
        if frame.type == "call":
            return None, True
        sentence = self.doc.tokens[i].sentence
        rows = [m for m in self.mentions if m.kind in {"place", "country"} and m.case == "loc" and not m.attributive and self.doc.tokens[m.first].sentence == sentence]
        inside = [m for m in rows if clause.first <= m.first <= clause.last] or [m for m in rows if m.first < i]
        cities = [m for m in inside if m.kind == "place"] or inside
        if cities:
            return cities[-1].name, True
        return self.doc.dateline, False


def _merge(a: Event, b: Event) -> Event | None:
    """One event named twice: same family, same or nested participants, no contradicting date."""
    same_family = a.type == b.type or (a.type in ENCOUNTERS and b.type in ENCOUNTERS)
    left, right = set(a.participants), set(b.participants)
    if not same_family or not (left <= right or right <= left) or (a.type == "visit" and left != right):
        return None
    if a.dated and b.dated and a.date != b.date and not ((a.date or "").startswith(b.date or "") or (b.date or "").startswith(a.date or "")):
        return None
    if a.status != b.status and (a.dated or b.dated) and a.date != b.date:
        return None
    date = a.date if a.dated else b.date if b.dated else a.date
    dated_more = max((e.date for e in (a, b) if e.dated and e.date), key=len, default=date)
    kind = a.type if a.type not in {"meeting"} else b.type
    return replace(a, type=kind, participants=tuple(dict.fromkeys(a.participants + b.participants)), host=a.host if a.host is not None else b.host,
                   date=dated_more, dated=a.dated or b.dated, place=a.place if a.placed else b.place if b.placed else a.place, placed=a.placed or b.placed)  # fmt: skip
