"""When and where an act on an instrument was done. Enters: tokens of the instrument and its act. Leaves: date, place."""

from __future__ import annotations

from kg.extract.event import Event
from kg.language import Language
from kg.language.document import Document, TimeReference
from kg.language.frames import Act

HAPPENED = frozenset({"signed", "adopted", "ratified", "in_force", "terminated"})
EVENT_WITHIN = 3


class ActDates:
    """Dates and places of the acts of one document."""

    def __init__(self, doc: Document, events: list[Event], tongue: Language) -> None:
        self.doc = doc
        self.events = events
        self.tongue = tongue

    def date(self, first: int, i: int, where: int, status: str, act: Act | None) -> str | None:
        """The day of the act at token `where` on the instrument named by tokens `first` to `i`."""
        times = self._times(first, i, status)
        chosen = self._nearest(times, where)
        if chosen is not None:
            value = chosen.other if status == "planned" and chosen.other else chosen.value
            return value[:7] if value and self._after(chosen) in self.tongue.words("until") else value
        inner = [t for t in self.doc.times if first <= t.first <= i and not self._deadline(t)]
        if inner and status in {"mentioned", "in_force"}:
            return inner[0].value
        if act is None or act.lasting or status not in HAPPENED:
            return None
        event = self._event(where)
        return event.date if event is not None else self.doc.article.date

    def place(self, i: int, where: int, status: str) -> str | None:
        """The town where an instrument was signed or adopted."""
        if status not in {"signed", "adopted"}:
            return None
        sentence = self.doc.tokens[i].sentence
        towns = [
            p.name
            for p in self.doc.phrases
            if p.kind == "place"
            and p.case == "loc"
            and not p.attributive
            and self.doc.tokens[p.first].sentence == sentence
            and p.first < where
        ]
        if towns:
            return towns[-1]
        event = self._event(where)
        return event.place if event is not None else None

    def _event(self, where: int) -> Event | None:
        """The event told last before an act, here or shortly before."""
        sentence = self.doc.tokens[where].sentence
        held = [e for e in self.events if e.status == "held"]
        near = [e for e in held if 0 <= sentence - self.doc.tokens[e.first].sentence <= EVENT_WITHIN]
        return max(near, key=lambda e: e.first, default=None)

    def _times(self, first: int, i: int, status: str) -> list[TimeReference]:
        """The times of the sentence that may be those of the act, not of the name or of something else."""
        sentence = self.doc.tokens[i].sentence
        rows = []
        for t in self.doc.times:
            if self.doc.tokens[t.first].sentence != sentence or first <= t.first <= i:
                continue
            after = self._after(t)
            describes = self.tongue.matches("of_year_pattern", self.doc.tokens[t.last].lower)
            if describes and t.last + 1 != first:
                continue  # «2010 жылғы оқиғадан кейін»: of something else
            if describes and status not in {"mentioned", "in_force"}:
                continue  # «2008 жылғы келісімнен шықты»
            if (
                after in self.tongue.words("devoted")
                or (after in self.tongue.words("since") and status != "in_force")
                or (after in self.tongue.words("until") and status != "planned")
            ):
                continue
            rows.append(t)
        return rows

    def _nearest(self, times: list[TimeReference], where: int) -> TimeReference | None:
        near = [t for t in times if t.first < where] or times
        return near[-1] if near else None

    def _after(self, reference: TimeReference) -> str:
        following = reference.last + 1
        return self.doc.tokens[following].lower if following < len(self.doc.tokens) else ""

    def _deadline(self, reference: TimeReference) -> bool:
        return self._after(reference) in self.tongue.words("devoted") | self.tongue.words("until")
