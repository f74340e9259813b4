"""When an event was. Enters: the token of its predicate, its clause, its status. Leaves: a `Moment`.

The times of its own clause come first, then the event on whose sidelines it was, then the day that the paragraph is about, last
the day of publication, if the event has taken place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.extract.arguments import Clause
from kg.extract.days import shifted
from kg.extract.event import Event
from kg.extract.timeline import BACK, Current, Timeline
from kg.language import Language
from kg.language.document import Document, TimeReference


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as exact as the text allows, whether the text itself gives it, how many days it begins, and the status that it
    proves: what was to be last week has been, an entry of a calendar for next week is yet to come.
    """

    date: str | None
    told: bool = False
    days: int = 1
    status: str = ""


class Dating(Timeline):
    """Dates the events of one document in the order of the text."""

    def __init__(self, doc: Document, tongue: Language, paragraphs: Sequence[int], opening: Sequence[int]) -> None:
        super().__init__(doc, tongue, opening)
        self.paragraphs = paragraphs
        self.course: list[int] | None = None

    def date(
        self,
        i: int,
        clause: Clause,
        status: str,
        kind: str,
        events: Sequence[Event],
        *,
        noun: bool,
        described: bool,
        goal: int | None = None,
        elsewhere: bool = False,
    ) -> Moment:
        """The moment of the event whose predicate is token `i`; of several goals each has the time before its token `goal`;
        `elsewhere`: not where the article reports from, so that its day is no witness.
        """
        sentence = self.doc.tokens[i].sentence
        moment = self._own(i, clause, status, kind, events, noun=noun, described=described, goal=goal)
        if moment is None:
            moment = self._occasion(i, clause, status, kind, events) or self._carried(sentence, i, clause, status, kind)
        if moment is None:
            moment = self._untold(sentence, i, clause, status, kind, noun=noun, elsewhere=elsewhere)
        aside = noun and self.tongue.occasional(self.doc, i) and self.tongue.has_been(self.doc, i, clause.last)
        lasts = (
            moment.days > 1 and status == "held" and not described and not self.tongue.opens(self.doc, clause.first, clause.last)
        )
        if lasts and not moment.told and self.published:
            self.current[sentence] = Current(self.published[:7], status, moment.days)
        if moment.told and moment.date and not described and not aside:
            self.current[sentence] = Current(moment.date, status, moment.days)
        return moment

    def _untold(self, sentence: int, i: int, clause: Clause, status: str, kind: str, *, noun: bool, elsewhere: bool) -> Moment:
        """What a report of just now leaves unsaid: the day that its first sentences are about, else the day of publication."""
        days = self._days(clause.first, clause.last)
        if self.tongue.today(self.doc, self.doc.sentences[sentence][0], min(i + 4, clause.last)):
            lead = self._lead() if status == "held" and not elsewhere else None
            return Moment(lead.date if lead is not None and lead.days == 1 else self.published, True, days)
        if status != "held":
            return self._month_of_story(sentence, status)
        if kind != "call" and not elsewhere and self.published and self._in_course(sentence, kind):
            return Moment(self.published[:7], False, days)
        if kind == "visit" and noun and (day := self._day_of_journey(i, clause, status)):
            return Moment(day, True, days)
        lead = self._lead()
        apart = elsewhere or (kind == "call" and lead is not None and lead.days > 1)
        date = lead.date if lead is not None and not apart else self.published
        governor = self.tongue.governor(self.doc, i, clause.last)
        beside = self.tongue.occasion(self.doc, i, min(i + 1, clause.last)) is not None
        happens = governor is not None and self.tongue.happens(self.doc, governor) and not beside
        if kind == "visit" and noun and not happens:
            return Moment(date[:7] if date else None, False, days)
        if date and lead is not None and kind not in {"visit", "call"} and self._within(lead.date, lead.days) != lead.date:
            return Moment(date[:7], False, days)
        return Moment(date, False, days)

    def _day_of_journey(self, i: int, clause: Clause, status: str) -> str | None:
        """«сапары барысында кеше … кездесті»: the first day on which something is told to have been done on a journey."""
        if not self.tongue.occasional(self.doc, i):
            return None
        for t in self.by_sentence.get(self.doc.tokens[i].sentence, []):
            if i < t.first <= clause.last and not t.anchor and not self.tongue.attributive(self.doc, t.last):
                value = self._value(t, status, ())
                return value if value and len(value) == 10 and self.published and value <= self.published else None
        return None

    def _in_course(self, sentence: int, kind: str) -> bool:
        """Whether the report's first sentences play in the course of what takes several days, whose days are not told apart: of
        a journey it must be another sentence than the one that tells of it («екі күндік сапармен келді» is of today).
        """
        if self.course is None:
            spans = [(s, *self.doc.sentences[s]) for s in self.opening]
            self.course = [s for s, first, end in spans if self.tongue.in_course(self.doc, first, end - 1)]
        return any(s != sentence or kind != "visit" for s in self.course)

    def told(self, i: int, clause: Clause, status: str, kind: str, events: Sequence[Event]) -> Moment | None:
        """What the clause of the event noun at token `i` itself says of its time."""
        return self._own(i, clause, status, kind, events, noun=True, described=False)

    def around(self, i: int, status: str, events: Sequence[Event]) -> str | None:
        """The day of the event at which the sentence says that was done what token `i` tells («кездесу соңында»)."""
        sentence = self.doc.tokens[i].sentence
        first, end = self.doc.sentences[sentence]
        clause = Clause(first, end - 1)
        anchored = [t for t in self.by_sentence.get(sentence, []) if t.anchor == "event" and t.last < i]
        if anchored and (base := self._base(anchored[-1], status, events)):
            return shifted(base, anchored[-1].unit, anchored[-1].shift)
        moment = self._occasion(i, clause, status, "", events, encounters=True)
        return moment.date if moment is not None and moment.date and len(moment.date) == 10 else None

    def _own(
        self,
        i: int,
        clause: Clause,
        status: str,
        kind: str,
        events: Sequence[Event],
        *,
        noun: bool,
        described: bool,
        goal: int | None = None,
    ) -> Moment | None:
        chosen = self.times.references(i, clause, kind, noun=noun, described=described)
        if goal is not None:
            chosen = [t for t in chosen if t.last < goal][-1:] or chosen
        if not chosen:
            return None
        reference, days = self.times.finest(chosen)
        reference = self._with_year(reference, chosen, status, events)
        entry = noun and self.tongue.governor(self.doc, i, clause.last) is None
        told = "cancelled" if entry and status == "held" else status
        if status == "cancelled" and self.tongue.retrospective(self.doc, i, clause.last):
            told = "held"
        value = self._value(reference, told, events)
        if value is None:
            return None
        proved = self._proved(value, status, entry=entry)
        if kind == "visit" and self.times.deadline(reference):
            days = max(days, 2)
        days = max(days, self._days(clause.first, clause.last)) if kind == "visit" or noun else days
        begun = (
            reference.last < i and self.tongue.governor(self.doc, reference.last, i - 1) is not None
        )  # «кеше басталған сапары»
        ends = self.tongue.ends(self.doc, i, clause.last)
        if begun and ends and len(value) == 10 and value != self.published:
            days = max(days, 2)  # «1 мамырда басталған сапары бүгін аяқталды»
        if ends and len(value) == 10 and not begun:
            first, last = self.doc.sentences[self.doc.tokens[i].sentence]
            following = self.doc.sentences[self.doc.tokens[i].sentence + 1 :][:1]
            days = max(days, self._days(first, last - 1), *(self._days(a, b - 1) for a, b in following))
            if days == 1 and kind == "visit":
                return Moment(value)
            value = shifted(value, "day", 1 - days)
        elif kind != "visit" and status != "cancelled" and self._during(reference, i, events):
            value = self._within(value, 2)
        return Moment(value, True, days, proved)

    def _proved(self, value: str, status: str, *, entry: bool) -> str:
        today = (self.published or "")[: len(value)]
        if status == "planned" and value < today:
            return "held"
        return "planned" if entry and status == "held" and today and value > today else ""

    def _with_year(
        self, chosen: TimeReference, times: list[TimeReference], status: str, events: Sequence[Event]
    ) -> TimeReference:
        """«екі жылдан соң, маусымда»: a month or day in the year that the words before it give."""
        before = [t for t in times if 0 < chosen.first - t.last <= 2]
        if not before or chosen.kind not in {"month", "date"} or not chosen.other or len(before[-1].value or "") != 4:
            return chosen
        year = self._value(before[-1], status, events) or ""
        return replace(chosen, value=f"{year[:4]}{(chosen.value or '')[4:]}", other=None) if year else chosen

    def _during(self, reference: TimeReference, i: int, events: Sequence[Event]) -> bool:
        """Whether the time is that of a journey of several days, told in the same sentence."""
        sentence = self.doc.tokens[i].sentence
        return any(
            e.type == "visit" and e.days > 1 and self.doc.tokens[e.first].sentence == sentence and reference.last < e.first < i
            for e in events
        )

    def _occasion(
        self, i: int, clause: Clause, status: str, kind: str, events: Sequence[Event], *, encounters: bool = False
    ) -> Moment | None:
        """«саммит барысында», «сапар кезінде»: the day of that event, the month where it took several days."""
        found = self.tongue.occasion(self.doc, clause.first, i - 1, encounters=encounters)
        if found is None or kind == "visit":
            return None
        carrier = self.carrier(i, found[1], status, events)
        lasting = status == "held" and self.published is not None and self.tongue.lasting(self.doc, found[0])
        if lasting and (carrier is None or not carrier.dated) and self._spoken_of(found[0], status) is None:
            return Moment((self.published or "")[:7], False, 2)
        if carrier is None or carrier.date is None:
            current = self._spoken_of(found[0], status)
            if current is None:
                return None
            days = max(current.days, self._days(clause.first, i))
            return Moment(self._within(current.date, days), True)
        days = max(carrier.days, self._days(clause.first, i))
        if carrier.dated:
            return Moment(self._within(carrier.date, days), True)
        return Moment(carrier.date[:7] if days > 1 else carrier.date)

    def _carried(self, sentence: int, i: int, clause: Clause, status: str, kind: str) -> Moment | None:
        """The day that the sentences before are about."""
        first = self.doc.sentences[sentence][0]
        if self.tongue.turns(self.doc, first) or (status == "planned" and self.tongue.before_that(self.doc, first)):
            return None
        goes_on = self.tongue.continues(self.doc, first) or self.tongue.retrospective(self.doc, i, clause.last)
        for s in range(sentence - 1, max(-1, sentence - 1 - BACK), -1):
            if self.paragraphs[s] != self.paragraphs[sentence] and not (goes_on and sentence - s <= BACK):
                return None
            current = self._about(s)
            if current is None:
                continue
            if self._background(s, current) and self.tongue.plain_past(self.doc, i, clause.last) and not goes_on:
                return None  # «… қол қойылған болатын. … қабылдады»: the story goes on
            if status not in {current.status, "cancelled"} and not (status == "held" and current.date == self.published):
                continue
            if len(current.date) < 10 and self.tongue.today(self.doc, first, min(i, first + 4)):
                return None
            if len(current.date) < 7 and (status != "held" or current.date == (self.published or "")[:4]):
                return None  # «биыл …» tells no day that goes on
            if status == "cancelled":
                # Whether it was to be on that day is not said.
                return Moment(current.date[:7] if current.status != "planned" else None)
            return Moment(current.date if kind == "visit" else self._within(current.date, current.days), True)
        return None

    def _month_of_story(self, sentence: int, status: str) -> Moment:
        """What is planned or called off beside something else that is planned or called off lies in its month."""
        if self.tongue.before_that(self.doc, self.doc.sentences[sentence][0]):
            return Moment(None)
        for s in range(sentence - 1, max(-1, sentence - 1 - BACK), -1):
            current = self._about(s)
            if current is not None and len(current.date) >= 7 and status in {current.status, "cancelled"}:
                return Moment(current.date[:7])
        return Moment(None)

    def _within(self, began: str, days: int) -> str:
        """When something was in the course of what took several days: on its first day if that is the day of the report."""
        return began if days == 1 or began == self.published else began[:7]

    def _days(self, first: int, last: int) -> int:
        return self.tongue.days(self.doc, first, last)
