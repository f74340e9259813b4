"""When and where an act on an instrument was done. Enters: tokens of the instrument and its act. Leaves: date, place."""

from __future__ import annotations

from bisect import bisect_right

from kg.extract.dating import Dating
from kg.extract.event import Event
from kg.language import Language
from kg.language.document import Document, Phrase, TimeReference
from kg.language.frames import Act

HAPPENED = frozenset({"signed", "adopted", "ratified", "in_force", "terminated"})
EVENT_WITHIN = 3


class ActDates:
    """Dates and places of the acts of one document."""

    def __init__(self, doc: Document, events: list[Event], tongue: Language, dating: Dating) -> None:
        self.doc = doc
        self.dating = dating
        self.events = events
        self.tongue = tongue
        self.held = sorted((e for e in events if e.status == "held"), key=lambda e: e.first)
        self.starts = [e.first for e in self.held]
        self.times: dict[int, list[TimeReference]] = {}
        for time in doc.times:
            self.times.setdefault(doc.tokens[time.first].sentence, []).append(time)
        self.towns: dict[int, list[Phrase]] = {}
        for phrase in doc.phrases:
            if phrase.kind == "place" and phrase.case == "loc" and not phrase.attributive:
                self.towns.setdefault(doc.tokens[phrase.first].sentence, []).append(phrase)

    def date(self, first: int, i: int, where: int, status: str, act: Act | None) -> str | None:
        """The day of the act at token `where` on the instrument named by tokens `first` to `i`."""
        if status == "negotiating" and not (act is not None and act.sure):
            return None  # a text that is worked on has no day
        times = self._times(first, i, where, status, act)
        chosen = self._nearest(times, where)
        if chosen is not None:
            value = chosen.other if status == "planned" and chosen.other else chosen.value
            return value[:7] if value and self._after(chosen) in self.tongue.words("until") else value
        here = self.times.get(self.doc.tokens[i].sentence, ())
        inner = [t for t in here if first <= t.first <= i and not self._deadline(t)]
        if inner and status in {"mentioned", "in_force"}:
            return inner[0].value
        if act is None or act.lasting or status not in HAPPENED:
            return None
        around = self.dating.around(where, "held", self.events)
        if around is not None:
            return around
        event = self._event(where)
        return event.date if event is not None else self.doc.article.date

    def place(self, i: int, where: int, status: str) -> str | None:
        """The town where an instrument was signed or adopted."""
        if status not in {"signed", "adopted"}:
            return None
        towns = [p.name for p in self.towns.get(self.doc.tokens[i].sentence, ()) if p.first < where]
        if towns:
            return towns[-1]
        event = self._event(where, far=False)
        return event.place if event is not None else None

    def _event(self, where: int, *, far: bool = True) -> Event | None:
        """The event told last before an act; not `far`: here or shortly before."""
        sentence = self.doc.tokens[where].sentence
        n = bisect_right(self.starts, self.doc.sentences[sentence][1])
        if n == 0:
            return None
        event = self.held[n - 1]
        return event if far or sentence - self.doc.tokens[event.first].sentence <= EVENT_WITHIN else None

    def _times(self, first: int, i: int, where: int, status: str, act: Act | None) -> list[TimeReference]:
        """The times of the sentence that may be those of the act, not of the name or of something else."""
        rows = []
        state = act is not None and act.lasting and status == "in_force"
        for t in self.times.get(self.doc.tokens[i].sentence, ()):
            if first <= t.first <= i:
                continue
            after = self._after(t)
            since = after in self.tongue.words("since")
            if self.tongue.matches("of_year_pattern", self.doc.tokens[t.last].lower):
                # «2008 жылғы келісім күшінде», but not «2010 жылғы оқиғадан кейін» and «2008 жылғы келісімнен шықты».
                if t.last + 1 == first and status in {"mentioned", "in_force"}:
                    rows.append(t)
                continue
            if state and ((t.value == self.doc.article.date and not since) or t.first > where):
                continue  # «бүгін де күшінде»
            if status == "mentioned" and t.first > i:
                continue
            if (
                after in self.tongue.words("devoted")
                or (since and status != "in_force")
                or (after in self.tongue.words("until") and status != "planned")
            ):
                continue
            if t.last < where and not since and self.tongue.scope(self.doc, t.first, t.last, where) != "own":
                continue  # «былтыр қол қойылған келісім … күшіне енді»
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
