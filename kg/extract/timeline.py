"""What day each sentence of a document is about, and what a time in it means. Enters: a Document. Leaves: days as text.

A sentence without a time is about nothing; what it goes on with is decided where events are dated (kg.extract.dating).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.days import distance, gap, published, shifted
from kg.extract.event import ENCOUNTERS, Event
from kg.extract.times import GATHERED, Times
from kg.language import Language
from kg.language.document import Document, TimeReference

REMEMBERED = 50  # events told last among which a noun finds its own
RECENT = 10  # days that what an article reports may lie back
LONG = 45  # days after which a day belongs to another story
LOCAL = 2  # sentences within which an event is still the one spoken of
BACK = 5  # so many sentences a day is carried on within a paragraph


@dataclass(frozen=True, slots=True)
class Current:
    """The time that a sentence is about."""

    date: str
    status: str
    days: int = 1


class Timeline:
    """The days of one document's sentences, in the order of the text."""

    def __init__(self, doc: Document, tongue: Language, opening: Sequence[int]) -> None:
        self.doc = doc
        self.tongue = tongue
        self.published = published(doc.article.date)
        self.opening = opening
        self.current: dict[int, Current | None] = {}
        self.times = Times(doc, tongue, self.published)
        self.by_sentence = self.times.by_sentence

    def day_of(self, sentence: int) -> str | None:
        """The date that a sentence is about."""
        current = self._about(sentence)
        return current.date if current is not None else None

    def carrier(self, i: int, kind: str, status: str, events: Sequence[Event]) -> Event | None:
        """The event told last before token `i` that a noun of event means."""
        types = {"visit"} if kind == "visit" else GATHERED if kind == "gathering" else ENCOUNTERS
        fitting = [e for e in events[-REMEMBERED:] if e.type in types and e.first < i]
        same = [e for e in fitting if e.status == status] or fitting
        here = self.doc.tokens[i].sentence if i < len(self.doc.tokens) else 0
        near = [e for e in same if here - self.doc.tokens[e.first].sentence <= LOCAL]
        recent = [e for e in same if e.date and self.published and abs(gap(e.date, self.published)) <= RECENT]
        return next(iter([*reversed(near), *reversed(recent), *reversed(same)]), None)

    def _lead(self) -> Current | None:
        """The day of what the article reports, told in its first sentences."""
        today = self.published
        for sentence in self.opening:
            current = self._about(sentence)
            first, end = self.doc.sentences[sentence]
            if sentence != self.opening[0] and self.tongue.retrospective(self.doc, first, end - 1):
                continue  # «… келіссөз жүргізді. Кеше … болатын»: the report is not of yesterday
            if current is not None and current.status == "held" and len(current.date) == 10 and today:
                return current if 0 <= gap(current.date, today) <= RECENT else None
        return None

    def _spoken_of(self, i: int, status: str) -> Current | None:
        """The day of the last sentence before that names what the noun at token `i` names."""
        sentence, lemma = self.doc.tokens[i].sentence, self.doc.tokens[i].nominal.lemma
        for s in range(sentence - 1, max(-1, sentence - 1 - 2 * BACK), -1):
            first, end = self.doc.sentences[s]
            current = self._about(s)
            if (
                current is not None
                and current.status == status
                and any(t.nominal.lemma == lemma for t in self.doc.tokens[first:end])
            ):
                return current
        return None

    def _about(self, sentence: int) -> Current | None:
        """The time that a sentence is about, be there an event in it or not."""
        if sentence not in self.current:
            first, end = self.doc.sentences[sentence]
            times = [
                t
                for t in self.by_sentence.get(sentence, [])
                if not self.times.deadline(t)
                and t.value
                and not self.tongue.attributive(self.doc, t.last)
                and self.tongue.scope(self.doc, t.first, t.last, end - 1) == "own"
            ]
            times = times or [t for t in self.by_sentence.get(sentence, []) if self._of_occasion(t, end - 1)]
            found = None
            told = self.tongue.governor(self.doc, first - 1, end - 1) is not None or self.times.heading(times, first, end)
            if times and told and self.doc.tokens[first].start >= self.doc.body:
                reference, days = self.times.finest(times)
                status, negated = self.tongue.modality(self.doc, reference.last + 1, end - 1)
                value = self._value(reference, status, ())
                if value and not negated:
                    found = Current(value, status, days)
            self.current[sentence] = found
        return self.current[sentence]

    def _of_occasion(self, reference: TimeReference, last: int) -> bool:
        """«Дүйсенбіде Ригада өткен рәсімге … қатысты»: the day of an occasion that opens a sentence is what it is about."""
        if reference.first != self.doc.sentences[self.doc.tokens[reference.first].sentence][0] or not reference.value:
            return False
        k = self.tongue.governor(self.doc, reference.last, last)
        if k is None or not self.tongue.happens(self.doc, k) or not self.tongue.describes(self.doc, k):
            return False
        return any(self.tongue.event_kind(self.doc, j) for j in range(k + 1, min(k + 4, last) + 1))

    def _background(self, sentence: int, current: Current) -> bool:
        """Whether a sentence tells what was long before the report."""
        first, end = self.doc.sentences[sentence]
        old = self.published is not None and gap(current.date, self.published) > LONG
        return old and self.tongue.retrospective(self.doc, first, end - 1)

    def _value(self, reference: TimeReference, status: str, events: Sequence[Event]) -> str | None:
        if reference.anchor:
            base = self._base(reference, status, events)
            if base is not None:
                return shifted(base, reference.unit, reference.shift)
        today = self.published
        value, other = reference.value, reference.other
        if status == "planned" and other:
            return other
        if status == "cancelled" and other and today and value and distance(other, today) < distance(value, today):
            return other
        if status == "held" and value and today and value > today[: len(value)]:
            base = self._base(reference, status, events) if reference.kind == "distance" else None
            if base is not None:
                return shifted(base, reference.unit, reference.shift)
            return today[: len(value)]
        return value

    def _base(self, reference: TimeReference, status: str, events: Sequence[Event]) -> str | None:
        """The day from which a time of the story counts."""
        sentence = self.doc.tokens[reference.first].sentence
        if reference.anchor == "event":
            for j in range(reference.first - 1, max(reference.first - 4, self.doc.sentences[sentence][0] - 1), -1):
                kind = self.tongue.event_kind(self.doc, j)
                carrier = self.carrier(j, kind, "held", events) if kind else None
                if carrier is not None and carrier.date:
                    return carrier.date
        earlier = [t for t in self.by_sentence.get(sentence, []) if t.last < reference.first and not t.anchor]
        days = [v for t in earlier if (v := self._value(t, status, events)) and len(v) >= 7]
        if days:
            return days[-1]
        for s in range(sentence - 1, max(-1, sentence - 2 * BACK), -1):
            current = self._about(s)
            if current is not None and len(current.date) >= 7:
                return current.date
        return None
