"""Meetings: which predicate tells of one, who takes part, when, where, whether it took place.

Enters: Document, mentions, frames of the language. Leaves: `Event` rows, the same event once.
"""

from __future__ import annotations

from dataclasses import replace

from kg.extract.actors import Cast
from kg.extract.arguments import Clause
from kg.extract.credentials import Credentials
from kg.extract.delegations import Delegations
from kg.extract.encounters import Encounters
from kg.extract.event import ENCOUNTERS, GATHERINGS, Event, Site
from kg.extract.gatherings import Gatherings
from kg.extract.mentions import Mention
from kg.extract.settling import Settling
from kg.extract.story import Story
from kg.extract.visiting import Visits
from kg.language import Language
from kg.language.document import Document
from kg.language.frames import Frame

MAX_TOPICS = 5
# So many sentences after talks told without sides their delegations may be named.
OPEN = 2


class EventReader:
    """Reads the events of one document."""

    def __init__(self, doc: Document, cast: Cast, mentions: list[Mention], tongue: Language, country_of: dict[int, str]) -> None:
        self.doc = doc
        self.tongue = tongue
        self.story = Story(doc, cast, mentions, tongue, country_of)
        self.arguments = self.story.arguments
        self.encounters = Encounters(self.story)
        self.gatherings = Gatherings(self.story)
        self.visits = Visits(self.story)
        self.credentials = Credentials(self.story)
        self.delegations = Delegations(self.story)
        self.settling = Settling(self.story)
        self.denied: list[Event] = []

    def read(self) -> list[Event]:
        """Events in the order of the text, then those that the text denies."""
        for sentence, (first, _) in enumerate(self.doc.sentences):
            if self.doc.tokens[first].start < self.doc.body:
                continue
            self._sentence(sentence)
            self.settling.amend(sentence)
            self._topics(sentence)
        return [self.settling.settled(event) for event in self.story.events] + self.denied

    def _topics(self, sentence: int) -> None:
        """What a sentence says was talked about belongs to the event told last, here or shortly before."""
        near = range(sentence - 4, sentence + 1)
        told = [n for n, e in enumerate(self.story.events) if e.type != "visit" and self.doc.tokens[e.last].sentence in near]
        if not told:
            return
        n = max(told, key=lambda k: self.story.events[k].last)
        for first, _, text in self.tongue.topics(self.doc, sentence):
            if (
                self.doc.tokens[self.story.events[n].first].sentence == sentence
                and first < self.story.events[n].first
                and len(told) > 1
            ):
                continue
            if text not in self.story.events[n].topics and len(self.story.events[n].topics) < MAX_TOPICS:
                self.story.events[n] = replace(self.story.events[n], topics=(*self.story.events[n].topics, text))

    def _sentence(self, sentence: int) -> None:
        clauses = self.arguments.clauses(sentence)
        attendance = self.gatherings.read(sentence, clauses)
        before = len(self.story.events)
        for number, clause in enumerate(clauses):
            self._refuted(sentence, clause, before)
            triggers = [(i, frame) for i in range(clause.first, clause.last + 1) if (frame := self.tongue.trigger(self.doc, i))]
            for position, (i, frame) in enumerate(triggers):
                if i in self.gatherings.taken or self._carries(frame, i, triggers[position + 1 :]):
                    continue
                if frame.pos == "noun" and position and self._describes(triggers[position - 1], i, frame):
                    continue
                told = min(i + (frame.pos == "noun"), clauses[-1].last)
                # «Ертең … кездесетін министр айтты»: a participle tells by itself.
                described = frame.pos == "verb" and (bool(self.arguments.head(i)) or self._repeated((i, frame), clause))
                if number in attendance and not (described and frame.type == "visit"):
                    continue  # «Бішкекке келген министр отырысқа қатысты»
                status, negated = self.tongue.modality(self.doc, told, i if described else clauses[-1].last)
                unsure = frame.pos == "noun" and (status == "planned" or negated)
                if unsure and self.tongue.has_been(self.doc, i, clauses[-1].last):
                    status, negated = "held", False
                if negated and frame.pos == "noun" and self.tongue.foreseen(self.doc, i):
                    status, negated = "cancelled", False  # «жоспарланған кездесуі болмады»
                occasion = frame.pos == "noun" and frame.type != "visit" and self.tongue.occasional(self.doc, i)
                if occasion and (status != "held" or negated):
                    # «Кездесуде … қолдайтынын айтты», «… қабылдамады»: only the last verb tells whether it is yet to come.
                    status = self.tongue.modality(self.doc, max(told, self._final(clause)), clause.last)[0]
                    status, negated = ("planned" if status == "planned" else "held"), False
                if (negated or status == "cancelled") and frame.pos == "verb" and self._closed(i, clause, clauses):
                    # «Телефон соғып, … шақыруын қабылдамады»: what another clause denies is not the first.
                    status, negated = self.tongue.modality(self.doc, told, clause.last)
                earlier = [
                    row for k, row in enumerate(triggers[:position]) if not self._carries(row[1], row[0], triggers[k + 1 :])
                ]
                after = max((j for j, other in earlier if self._closes(j, other, frame, clause)), default=clause.first - 1)
                site = Site(i, frame, clauses, number, status, after)
                if negated:
                    self._deny(site)
                else:
                    self._event(site)
        self.credentials.gather(sentence, clauses)
        waiting = self.encounters.open
        if waiting is None or self.doc.tokens[waiting.i].sentence == sentence:
            self.delegations.read(sentence, clauses)
            # «Келіссөз өтті; оған А мен Б қатысты»
            rest = clauses[waiting.number + 1 :] if waiting is not None else []
            if waiting is not None and rest and self.delegations.gather(waiting, rest):
                self.encounters.open = None
        elif self.delegations.gather(waiting, clauses) or sentence - self.doc.tokens[waiting.i].sentence >= OPEN:
            self.encounters.open = None
        self.arguments.remember(clauses)

    def _refuted(self, sentence: int, clause: Clause, before: int) -> None:
        """«… кездесті деп жазды. Речник мұны жоққа шығарды»: what was reported is denied, by a later clause or sentence."""
        if not self.tongue.refutes(self.doc, clause.first, clause.last):
            return
        here = self.doc.sentences[sentence][0] < clause.first and len(self.story.events) > before
        if not here and (sentence == 0 or not self.tongue.voices(self.doc, sentence - 1)):
            return
        told = range(before, len(self.story.events)) if here else range(before)
        for n in reversed(told):
            event = self.story.events[n]
            if not here and self.doc.tokens[event.first].sentence != sentence - 1:
                break
            if event.type not in GATHERINGS and event.first < clause.first:
                self.denied.append(replace(event, negated=True))
                self.story.drop(n)

    def _closed(self, i: int, clause: Clause, clauses: list[Clause]) -> bool:
        """Whether a converb at token `i` ends its clause and another one follows."""
        ends = clause is not clauses[-1] and self.doc.tokens[clause.last].kind != "word" and clause.last - i == 1
        return ends and self.tongue.converb(self.doc, i)

    def _repeated(self, row: tuple[int, Frame], clause: Clause) -> bool:
        following = self.tongue.trigger(self.doc, row[0] + 1) if row[0] < clause.last else None
        return following is not None and following.pos == "noun" and self._describes(row, row[0] + 1, following)

    def _describes(self, earlier: tuple[int, Frame], i: int, frame: Frame) -> bool:
        """«барған сапарында»: whether the noun at token `i` only repeats what the participle right before it tells."""
        j, other = earlier
        return j == i - 1 and other.pos == "verb" and other.type == frame.type and self.tongue.describes(self.doc, j)

    def _final(self, clause: Clause) -> int:
        """The last word of a clause."""
        return next((j for j in range(clause.last, clause.first, -1) if self.doc.tokens[j].kind == "word"), clause.first)

    def _closes(self, j: int, other: Frame, frame: Frame, clause: Clause) -> bool:
        """Whether a later predicate has its sides after the one at `j`: another verb, or a noun with a side of its own."""
        if other.pos == "verb":
            return other.type != frame.type
        if other.type in GATHERINGS | {"visit"}:
            return False
        return any(0 < j - g[-1].last <= 2 and g[-1].case in other.partner for g in clause.groups)

    def _deny(self, site: Site) -> None:
        """«… кездескен жоқ»: what the text says did not happen is kept as such, and the story goes on without it."""
        if site.frame.type in GATHERINGS:
            return
        before, understood = self.story.events, self.story.setting.kept()
        self.story.events, self.story.guesses = [], False
        self._event(site)
        self.denied += [replace(event, negated=True) for event in self.story.events]
        self.story.guesses = True
        self.story.events = before
        self.story.setting.back_to(understood)

    def _carries(self, frame: Frame, i: int, later: list[tuple[int, Frame]]) -> bool:
        """Whether a noun is but the object or the occasion of a predicate that follows («сапармен барды»)."""
        if frame.pos != "noun" or frame.name == "credentials":
            return False
        for j, other in later:
            if other.pos != "verb":
                continue
            if frame.type == "visit" and other.type == "visit" and j - i <= 6 and not self.tongue.occasional(self.doc, i):
                # «сапары … болған»: the journey itself is what has been.
                return other.partner != ("loc",) or self.doc.tokens[i].nominal.case != "nom"
            if frame.type in GATHERINGS and other.type not in GATHERINGS | {"visit"}:
                return True
            if frame.type in ENCOUNTERS and other.type in ENCOUNTERS and j - i <= 3:
                return True
        return False

    def _event(self, site: Site) -> None:
        if site.frame.type == "visit":
            told = len(self.story.events)
            self.visits.read(site)
            if len(self.story.events) == told and self._to_somebody(site):
                # «Елші Президентке барды»: to go to a person is to meet him.
                frame = replace(site.frame, type="meeting", partner=("dat",), host="")
                self.encounters.read(replace(site, frame=frame))
        elif site.frame.name == "credentials":
            self.credentials.read(site)
        else:
            self.encounters.read(site)

    def _to_somebody(self, site: Site) -> bool:
        """Whether a verb of going has a person as its goal."""
        groups = [g for g in site.clause.groups if site.after < g[0].first and g[-1].last < site.i]
        persons = [g for g in groups if g[-1].case == "dat" and g[-1].kind in {"person", "title"} and g[-1].actors]
        # «А-дан Б-ға хат келді»: somebody else, or something, came.
        goes = self.arguments.head(site.i) or self.arguments.nominatives(site.clause, site.i)
        if not any(self.story.cast.clusters[a].type == "person" for a in goes):
            return False
        return site.frame.pos == "verb" and "dat" in site.frame.partner and len(persons) == 1 and persons[0] is groups[-1]
