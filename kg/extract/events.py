"""Meetings: which predicate tells of one, who takes part, when, where, whether it took place.

Enters: Document, mentions, frames of the language. Leaves: `Event` rows, the same event once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.extract.actors import Cast
from kg.extract.arguments import PERSONAL, Arguments, Clause
from kg.extract.mentions import Mention
from kg.extract.setting import Setting
from kg.language import Language
from kg.language.document import Document
from kg.language.frames import Frame

ENCOUNTERS = frozenset({"reception", "meeting", "talks", "consultations", "summit", "session", "ceremony"})
MAX_TOPICS = 5
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
    first: int
    last: int
    rule: str
    confidence: float
    dated: bool = False
    placed: bool = False
    iso: str | None = None
    topics: tuple[str, ...] = ()
    negated: bool = False


@dataclass(frozen=True, slots=True)
class _Site:
    """Where a predicate stands: token, frame, clauses of its sentence, number of its clause, status."""

    i: int
    frame: Frame
    clauses: list[Clause]
    number: int
    status: str
    after: int

    @property
    def clause(self) -> Clause:
        return self.clauses[self.number]


@dataclass(frozen=True, slots=True)
class _Pending:
    """A gathering whose participants the next sentences may name: `event` is its number once it has some."""

    site: _Site
    sentence: int
    event: int | None


class EventReader:
    """Reads the events of one document."""

    def __init__(self, doc: Document, cast: Cast, mentions: list[Mention], tongue: Language, country_of: dict[int, str]) -> None:
        self.doc = doc
        self.cast = cast
        self.tongue = tongue
        self.country_of = country_of
        self.mentions = mentions
        self.arguments = Arguments(doc, cast, mentions, tongue)
        self.setting = Setting(doc, mentions, tongue)
        self.events: list[Event] = []
        self.denied: list[Event] = []
        self.guesses = True
        self.pending: _Pending | None = None
        self.body: list[int] = []

    def read(self) -> list[Event]:
        """Events in the order of the text, then those that the text denies."""
        for sentence, (first, _) in enumerate(self.doc.sentences):
            if self.doc.tokens[first].start < self.doc.body:
                continue
            self._sentence(sentence)
            self._topics(sentence)
        return [self._settled(event) for event in self.events] + self.denied

    def _topics(self, sentence: int) -> None:
        """What a sentence says was talked about belongs to the event told last, here or shortly before."""
        near = range(sentence - 4, sentence + 1)
        told = [n for n, e in enumerate(self.events) if e.type != "visit" and self.doc.tokens[e.last].sentence in near]
        if not told:
            return
        n = max(told, key=lambda k: self.events[k].last)
        for first, _, text in self.tongue.topics(self.doc, sentence):
            if self.doc.tokens[self.events[n].first].sentence == sentence and first < self.events[n].first and len(told) > 1:
                continue
            if text not in self.events[n].topics and len(self.events[n].topics) < MAX_TOPICS:
                self.events[n] = replace(self.events[n], topics=(*self.events[n].topics, text))

    def _sentence(self, sentence: int) -> None:
        clauses = self.arguments.clauses(sentence)
        if self._attendance(sentence, clauses):
            self.arguments.remember(clauses)
            return
        for number, clause in enumerate(clauses):
            triggers = [(i, frame) for i in range(clause.first, clause.last + 1) if (frame := self.tongue.trigger(self.doc, i))]
            for position, (i, frame) in enumerate(triggers):
                if self._carries(frame, i, triggers[position + 1 :]):
                    continue
                told = min(i + (frame.pos == "noun"), clauses[-1].last)
                status, negated = self.tongue.modality(self.doc, told, clauses[-1].last)
                verbs = [j for j, other in triggers[:position] if other.pos == "verb" and other.type != frame.type]
                site = _Site(i, frame, clauses, number, status, max(verbs, default=clause.first - 1))
                if negated:
                    self._deny(site)
                else:
                    self._event(site)
        self.arguments.remember(clauses)

    def _deny(self, site: _Site) -> None:
        """«… кездескен жоқ»: what the text says did not happen is kept as such, and the story goes on without it."""
        if site.frame.type in GATHERINGS:
            return
        before = (self.events, self.setting.last_date, self.setting.last_place)
        self.events, self.guesses = [], False
        self._event(site)
        self.denied += [replace(event, negated=True) for event in self.events]
        self.guesses = True
        self.events, self.setting.last_date, self.setting.last_place = before

    def _carries(self, frame: Frame, i: int, later: list[tuple[int, Frame]]) -> bool:
        """Whether a noun is but the object or the occasion of a predicate that follows («сапармен барды»)."""
        if frame.pos != "noun":
            return False
        for j, other in later:
            if other.pos != "verb":
                continue
            if frame.type == "visit" and other.type == "visit" and j - i <= 6:
                return True
            if frame.type in GATHERINGS and other.type not in GATHERINGS | {"visit"}:
                return True
            if frame.type in ENCOUNTERS and other.type in ENCOUNTERS and j - i <= 3:
                return True
        return False

    def _event(self, site: _Site) -> None:
        if site.frame.type == "visit":
            self._visit(site)
        elif site.frame.type in GATHERINGS:
            self._gathering(site)
        else:
            self._encounter(site)

    def _encounter(self, site: _Site) -> None:
        noun = site.frame.pos == "noun"
        arguments = self.arguments
        partner_groups = [
            g
            for g in site.clause.groups
            if site.after < g[0].first and g[-1].last < site.i and g[-1].case in site.frame.partner and arguments.is_side(g)
        ]
        partners = list(dict.fromkeys(a for g in partner_groups for a in arguments.actors(g)))
        between = arguments.between(site.clause, site.i)
        subject = [a for a in arguments.subject(site.clauses, site.number, site.i, noun=noun) if a not in partners]
        if site.frame.type == "reception":
            subject = [a for a in subject if self.cast.clusters[a].type != "country"]
            partners = arguments.people_first(partners)
            if not any(self.cast.clusters[a].type == "person" for a in partners):
                return
        people = arguments.people_first(subject)
        if partners and not people and not between and self.guesses:
            people = list(arguments.fallback(partners))
        if not partners and not between and len(people) < 2:
            people = list(arguments.both(site.i)) if self.tongue.mutual(self.doc, site.clause.first, site.i) else []
            if len(people) < 2:
                return
        if between:
            self._add(site, [*between, *[a for a in partners if a not in between]], None, partner_groups)
            return
        others = arguments.people_first(partners)
        if len(others) > 1 and len(people) == 1 and self.tongue.separately(self.doc, partner_groups[0][0].first, site.i):
            for other in others:
                self._add(site, [*people, other], self._host(site.frame, people, [other]), partner_groups)
            return
        self._add(site, [*people, *others], self._host(site.frame, people, others), partner_groups)

    def _host(self, frame: Frame, subject: list[int], partners: list[int]) -> int | None:
        if frame.host == "subject" and subject:
            return subject[0]
        if frame.host == "partner" and partners:
            return partners[0]
        return None

    def _gathering(self, site: _Site) -> None:
        sentence = self.doc.tokens[site.i].sentence
        people = [a for g in self._nominative_people(site.clauses) for a in g]
        groups = [g for g in site.clause.groups if g[-1].case in {"gen", "nom"} and g[-1].last < site.i]
        body = [a for g in groups for m in g if m.kind == "organization" for a in m.actors]
        last = self.events[-1] if self.events else None
        if (
            site.frame.type == "summit"
            and not people
            and last is not None
            and last.type == "session"
            and self._near(last, sentence)
        ):
            self.events[-1] = replace(last, type="summit")
        held = self.tongue.takes_place(self.doc, site.i, site.clauses[-1].last)
        if people and (self._attends(site.clauses) or (held and len(people) >= 2)):
            self.pending = _Pending(site, sentence, self._add(site, people, None, []))
        elif held:
            self.pending = _Pending(site, sentence, None)
            if site.status == "planned" and (body or self.body):
                self._add(site, body[:1] or self.body[:1], None, [])
        self.body = body or self.body

    def _near(self, event: Event, sentence: int) -> bool:
        return sentence - self.doc.tokens[event.first].sentence <= 4

    def _nominative_people(self, clauses: list[Clause]) -> list[list[int]]:
        rows = []
        for clause in clauses:
            for group in clause.groups:
                if group[-1].case == "nom":
                    rows.append(
                        [a for m in group if m.kind in PERSONAL for a in m.actors if self.cast.clusters[a].type == "person"]
                    )
        return [list(dict.fromkeys(row)) for row in rows if row]

    def _attends(self, clauses: list[Clause]) -> bool:
        return any(self.tongue.attends(self.doc, i) for clause in clauses for i in range(clause.first, clause.last + 1))

    def _attendance(self, sentence: int, clauses: list[Clause]) -> bool:
        """«Оған … қатысты»: people who take part in what the sentences before told of."""
        people = [a for row in self._nominative_people(clauses) for a in row]
        if not people or not self._attends(clauses):
            return False
        back = self.tongue.refers_back(self.doc, clauses[0].first, clauses[-1].last)
        pending = self.pending
        follows = pending is not None and sentence - pending.sentence == 1
        if not (back or follows) or self._tells(clauses):
            return False
        if pending is not None and sentence - pending.sentence <= 3:
            if pending.event is None:
                event = self._add(pending.site, people, None, [])
            else:
                event = pending.event
                self._enlarge(event, people)
            self.pending = _Pending(pending.site, sentence, event)
            return True
        last = self.events[-1] if self.events else None
        if (
            back
            and self._joins(clauses)
            and last is not None
            and self.doc.tokens[last.last].sentence == sentence - 1
            and last.type in ENCOUNTERS | {"call"}
        ):
            self._enlarge(len(self.events) - 1, people)
            return True
        return False

    def _joins(self, clauses: list[Clause]) -> bool:
        """Whether somebody is said to take part, not just to come or to speak."""
        stems = tuple(self.tongue.words("joins"))
        tokens = (i for c in clauses for i in range(c.first, c.last + 1))
        return any(self.doc.tokens[i].lower.startswith(stems) and self.tongue.attends(self.doc, i) for i in tokens)

    def _tells(self, clauses: list[Clause]) -> bool:
        """Whether a sentence has a meeting of its own."""
        tokens = (i for c in clauses for i in range(c.first, c.last + 1))
        return any(f.pos == "verb" and f.type != "visit" for i in tokens if (f := self.tongue.trigger(self.doc, i)))

    def _enlarge(self, number: int, people: list[int]) -> None:
        event = self.events[number]
        self.events[number] = replace(event, participants=tuple(dict.fromkeys((*event.participants, *people))))

    def _visit(self, site: _Site) -> None:
        arguments = self.arguments
        groups = [g for g in site.clause.groups if site.after < g[0].first and g[-1].last < site.i]
        travel = self.tongue.travels(self.doc, site.clause.first, min(site.i + 3, site.clause.last))
        stay = site.frame.name == "be_in"
        case = "loc" if stay else "dat"
        goals = [m for g in groups for m in g if g[-1].case == case and m.kind in {"place", "country"} and not m.attributive]
        if site.frame.pos == "noun" and not goals:
            goals = [m for g in groups for m in g if m.kind in {"place", "country"} and m.attributive and m.case == "loc"]
        if site.frame.pos == "noun" and not goals:
            goals = [m for g in groups for m in g if m.kind in {"place", "country"} and m.case == "nom" and m.last == site.i - 1]
        subject = arguments.subject(site.clauses, site.number, site.i, noun=site.frame.pos == "noun")
        people = [a for a in subject if self.cast.clusters[a].type == "person"]
        if not goals and travel:
            goals = [m for g in groups for m in g if g[-1].case == "loc" and m.kind in {"place", "country"} and not m.attributive]
        if not people and (goals or travel) and site.frame.pos == "verb" and self.guesses:
            people = [a for a in arguments.fallback([]) if travel]
        isos = list(dict.fromkeys(m.iso for m in goals if m.iso)) or (
            [self.tongue.home] if travel and people and self._foreign(people, self.tongue.home) else []
        )
        isos = [iso for iso in isos if not all(self.country_of.get(p) == iso for p in people)]
        countries = [number for iso in isos if (number := self.cast.country(iso)) is not None]
        if not people or not countries:
            return
        if not travel and site.frame.name == "be_in" and not any(m.kind == "country" for m in goals):
            return
        place = next((m for m in goals if m.kind == "place" and m.iso in isos), None) or next(
            (m for m in goals if m.iso in isos), None
        )
        host = countries[-1] if self.tongue.invited(self.doc, site.clause.first, site.i) else None
        self._add(site, people + countries, host, [], place=place, iso=isos[-1])

    def _foreign(self, people: list[int], iso: str) -> bool:
        return all(self.country_of.get(p) not in {None, iso} for p in people)

    def _add(
        self,
        site: _Site,
        participants: list[int],
        host: int | None,
        partner_groups: list[list[Mention]],
        place: Mention | None = None,
        iso: str | None = None,
    ) -> int | None:
        """Number of the event, new or told before; None where nobody meets anybody."""
        participants = list(dict.fromkeys(participants))
        if len(participants) < 2 and site.frame.type not in GATHERINGS:
            return None
        date, dated = self.setting.date(site.i, site.clause, site.status, described=bool(self.arguments.head(site.i)))
        where, placed, code = self.setting.place(site.frame.type, site.i, site.clause, place, iso)
        first = min([g[0].first for g in partner_groups] + [site.i])
        event = Event(
            site.frame.type,
            tuple(participants),
            host,
            date,
            where,
            site.status,
            first,
            self._evidence_end(site),
            f"frame {site.frame.name}",
            0.8 if dated else 0.75,
            dated,
            placed,
            code,
        )
        for n, other in enumerate(self.events):
            merged = merge(other, event)
            if merged is not None:
                self.events[n] = merged
                return n
        self.events.append(event)
        return len(self.events) - 1

    def _evidence_end(self, site: _Site) -> int:
        end = site.i
        while end < site.clause.last and self.doc.tokens[end + 1].kind == "word" and end - site.i < 2:
            end += 1
        return end

    def _settled(self, event: Event) -> Event:
        """A visit known only by its country takes the town of what happened there."""
        if event.type != "visit" or event.placed:
            return event
        town = next((e.place for e in self.events if e.type != "visit" and e.placed and e.iso == event.iso and e.place), None)
        if town is None and self.setting.dateline_iso == event.iso:
            town = self.doc.dateline
        return replace(event, place=town or event.place)


def merge(a: Event, b: Event) -> Event | None:
    """One event named twice: same family, same or nested participants, no contradicting date."""
    same_family = a.type == b.type or (a.type in ENCOUNTERS and b.type in ENCOUNTERS)
    left, right = set(a.participants), set(b.participants)
    if not same_family or not (left <= right or right <= left) or (a.type == "visit" and left != right):
        return None
    if (a.type in GATHERINGS) != (b.type in GATHERINGS) and (left != right or not (a.dated and b.dated)):
        return None
    if (
        a.dated
        and b.dated
        and a.date != b.date
        and not ((a.date or "").startswith(b.date or "") or (b.date or "").startswith(a.date or ""))
    ):
        return None
    if a.status != b.status and a.date != b.date:
        return None
    dated_more = max((e.date for e in (a, b) if e.dated and e.date), key=len, default=a.date)
    return replace(
        a,
        type=a.type if a.type != "meeting" else b.type,
        participants=tuple(dict.fromkeys(a.participants + b.participants)),
        host=a.host if a.host is not None else b.host,
        date=dated_more,
        dated=a.dated or b.dated,
        place=a.place if a.placed or not b.placed else b.place,
        placed=a.placed or b.placed,
        iso=a.iso or b.iso,
    )
