"""When and where an event was. Enters: a token and its clause. Leaves: date, place, and whether the text itself gives them."""

from __future__ import annotations

from kg.extract.arguments import Clause
from kg.extract.mentions import Mention
from kg.language import Language
from kg.language.document import Document, TimeReference


class Setting:
    """Dates and places of one document's events; an event told in sequence shares the day of the one before."""

    def __init__(self, doc: Document, mentions: list[Mention], tongue: Language) -> None:
        self.doc = doc
        self.mentions = mentions
        self.tongue = tongue
        self.last_place: tuple[int, str, str | None] | None = None
        self.last_date: tuple[int, str, str] | None = None
        self.dateline_iso = next(
            (p.key for p in doc.phrases if doc.dateline and p.kind == "place" and p.name.casefold() == doc.dateline.casefold()),
            None,
        )

    def date(self, i: int, clause: Clause, status: str, *, described: bool = False) -> tuple[str | None, bool]:
        """The date of the event whose predicate is token `i`."""
        sentence = self.doc.tokens[i].sentence
        times = [t for t in self.doc.times if self.doc.tokens[t.first].sentence == sentence and not self._deadline(t)]
        inside = [t for t in times if clause.first <= t.first < i]
        chosen = (
            inside
            if described
            else inside
            or [t for t in times if t.first < i]
            or [t for t in times if t.first > i and clause.first <= t.first <= clause.last]
        )
        if chosen:
            value = self._value(self._finest(chosen), status)
            if value:
                self.last_date = (sentence, value, status)
            return value, True
        if (
            self.last_date
            and self.tongue.continues(self.doc, self.doc.sentences[sentence][0])
            and sentence - self.last_date[0] <= 3
        ):
            self.last_date = (sentence, self.last_date[1], status)
            return self.last_date[1], True
        if self.last_date and sentence - self.last_date[0] <= 2 and self.tongue.retrospective(self.doc, i, clause.last):
            self.last_date = (sentence, self.last_date[1], status)
            return self.last_date[1], True
        if status == "held":
            return self.doc.article.date, False
        if self.tongue.today(self.doc, self.doc.sentences[sentence][0], i + 4):
            return self.doc.article.date, True
        if status == "planned" and self.last_date and self.last_date[2] == "planned" and sentence - self.last_date[0] <= 2:
            return self.last_date[1][:7], False
        return None, False

    def _finest(self, times: list[TimeReference]) -> TimeReference:
        """The last of the most exact ones: a year in the same clause mostly belongs to something else."""
        days = [t for t in times if t.value and len(t.value) == 10]
        months = [t for t in times if t.value and len(t.value) == 7]
        return (days or months or times)[-1]

    def _value(self, reference: TimeReference, status: str) -> str | None:
        published = self.doc.article.date
        if status == "planned" and reference.other:
            return reference.other
        if (
            status == "cancelled"
            and reference.other
            and published
            and reference.value
            and _months(reference.other, published) < _months(published, reference.value)
        ):
            return reference.other
        value = reference.value
        if status == "held" and value and published and value > published[: len(value)]:
            return published[: len(value)]
        return value

    def _deadline(self, reference: TimeReference) -> bool:
        following = self.doc.tokens[reference.last + 1].lower if reference.last + 1 < len(self.doc.tokens) else ""
        return following in self.tongue.words("deadline")

    def place(
        self, kind: str, i: int, clause: Clause, goal: Mention | None, iso: str | None
    ) -> tuple[str | None, bool, str | None]:
        """Place, whether the sentence gives it as a town, and its country."""
        if kind == "visit":
            if goal is None:
                return self.doc.dateline, False, iso
            name = self._everyday(goal)
            self.last_place = (self.doc.tokens[i].sentence, name, goal.iso or iso)
            return name, goal.kind == "place", goal.iso or iso
        if kind == "call":
            return None, True, None
        sentence = self.doc.tokens[i].sentence
        rows = [
            m
            for m in self.mentions
            if m.kind in {"place", "country"}
            and m.case == "loc"
            and not m.attributive
            and self.doc.tokens[m.first].sentence == sentence
        ]
        inside = (
            [m for m in rows if clause.first <= m.first <= i]
            or [m for m in rows if m.first < i]
            or [m for m in rows if m.first <= clause.last]
        )
        towns = [m for m in inside if m.kind == "place"] or inside
        if towns:
            name = self._everyday(towns[-1])
            self.last_place = (sentence, name, towns[-1].iso)
            return name, towns[-1].kind == "place", towns[-1].iso
        if self.last_place and sentence - self.last_place[0] <= 2:
            self.last_place = (sentence, *self.last_place[1:])
            return self.last_place[1], False, self.last_place[2]
        return self.doc.dateline, False, self.dateline_iso

    def _everyday(self, place: Mention) -> str:
        """A country goes by its everyday name, whatever the text calls it there."""
        names = self.tongue.country_names().get(place.iso or "") if place.kind == "country" else None
        return names[0] if names else place.name


def _months(later: str, earlier: str) -> int:
    return (
        (int(later[:4]) - int(earlier[:4])) * 12 + int(later[5:7] or 1) - int(earlier[5:7] or 1)
        if len(later) >= 7 and len(earlier) >= 7
        else 0
    )
