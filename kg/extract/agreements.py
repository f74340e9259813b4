"""Agreements: which instrument, between whom, what became of it.

Enters: Document, mentions, events, instruments of the language. Leaves: `Pact` rows. The name of an instrument is read from
its noun to the left; what happened to it from the first verb of acting on it to the right.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from kg.extract.actors import Cast
from kg.extract.event import Event
from kg.extract.mentions import Mention, groups
from kg.language import Language
from kg.language.document import Document
from kg.language.frames import Act, Instrument


@dataclass(frozen=True, slots=True)
class Pact:
    """An agreement; `parties` and `signatories` are cluster numbers, the words are tokens `first` to `last`."""

    type: str
    name: str
    parties: tuple[int, ...]
    signatories: tuple[int, ...]
    status: str
    date: str | None
    place: str | None
    first: int
    last: int
    rule: str
    confidence: float


class PactReader:
    """Reads the agreements of one document."""

    def __init__(
        self,
        doc: Document,
        cast: Cast,
        mentions: list[Mention],
        events: list[Event],
        tongue: Language,
        country_of: dict[int, str],
        body_of: dict[int, int],
    ) -> None:
        self.doc = doc
        self.cast = cast
        self.mentions = mentions
        self.groups = groups(doc, mentions, tongue)
        self.events = events
        self.tongue = tongue
        self.country_of = country_of
        self.body_of = body_of
        self.instruments = {i.lemma: i for i in tongue.instruments()}
        self.pacts: list[Pact] = []

    def read(self) -> list[Pact]:
        """Agreements in the order of the text, the same instrument once."""
        named = {i for p in self.doc.phrases if p.kind == "organization" for i in range(p.first, p.last + 1)}
        for i, token in enumerate(self.doc.tokens):
            if token.kind != "word" or token.start < self.doc.body or i in named:
                continue
            instrument = self.instruments.get(token.nominal.lemma) or self.instruments.get(token.lower)
            if instrument is not None:
                self._instrument(i, instrument)
        return self.pacts

    def _instrument(self, i: int, instrument: Instrument) -> None:
        first = self.tongue.instrument_start(self.doc, i)
        sentence = self.doc.sentences[self.doc.tokens[i].sentence]
        act, where = self._act(i, sentence[1])
        words = [t for t in self.doc.tokens[first:i] if t.kind == "word"]
        if not words and not (instrument.alone and act):
            if act is not None and act.status in {"signed", "terminated", "in_force", "ratified"}:
                self._update_last(i, act, where)
            return
        if instrument.type in {"program", "other", "statement"} and act is None:
            return
        if act is None or (act.status in {"negotiating", "mentioned"}):
            earlier = self.tongue.earlier_act(self.doc, first)
            if earlier is not None:
                act, where = earlier, i
        if {t.lower for t in words} & self.tongue.words("none_at_all"):
            return
        name = self.tongue.instrument_name(self.doc, first, i)
        if act is None and not self._named(first, i):
            return
        status = act.status if act else "mentioned"
        if act is not None and where > i and not act.lasting:
            state, negated = self.tongue.modality(self.doc, where, min(where + 5, sentence[1] - 1))
            if state == "planned":
                status = "planned"
            if negated or state == "cancelled":
                status = "negotiating" if status in {"signed", "adopted"} else status
        parties, signatories = self._parties(first, i, act)
        date = self._date(first, i, where, status)
        pact = Pact(
            instrument.type,
            name,
            tuple(parties),
            tuple(signatories),
            status,
            date,
            None,
            first,
            self._evidence_end(i, where, sentence[1]),
            "instrument " + instrument.lemma,
            0.85 if act else 0.6,
        )
        for n, other in enumerate(self.pacts):
            if _same(other, pact):
                self.pacts[n] = _joined(other, pact)
                return
        self.pacts.append(pact)

    def _evidence_end(self, i: int, where: int, end: int) -> int:
        last = max(i, where)
        if where > i and last + 1 < end and self.doc.tokens[last + 1].kind == "word":
            last += 1
        return last

    def _named(self, first: int, i: int) -> bool:
        """An instrument that is only mentioned must have a name, not just a kind."""
        words = [t.lower for t in self.doc.tokens[first:i]]
        return bool(set(words) & self.tongue.words("about")) or self.doc.tokens[first].capital

    def _act(self, i: int, end: int) -> tuple[Act | None, int]:
        for j in range(i + 1, min(end, i + 24)):
            act = self.tongue.act(self.doc, i, j)
            if act is not None:
                return act, j
            if (
                self.instruments.get(self.doc.tokens[j].nominal.lemma) is not None
                and self.doc.tokens[j].nominal.case == self.doc.tokens[i].nominal.case
            ):
                continue
        return None, i

    def _update_last(self, i: int, act: Act, where: int) -> None:
        """«Құжат … күшіне енді»: a bare noun speaks of the instrument named last."""
        if not self.pacts or self.doc.tokens[self.pacts[-1].last].sentence < self.doc.tokens[i].sentence - 2:
            return
        last = self.pacts[-1]
        if last.status == "mentioned":
            self.pacts[-1] = replace(last, status=act.status, date=self._date(i, i, where, act.status))

    def _parties(self, first: int, i: int, act: Act | None) -> tuple[list[int], list[int]]:
        sentence = self.doc.tokens[i].sentence
        inside = [
            a
            for m in self.mentions
            if first <= m.first and m.last <= i and m.kind in {"country", "organization"}
            for a in m.actors
        ]
        between: list[int] = []
        for group in self.groups:
            following = self.doc.tokens[group[-1].last + 1] if group[-1].last + 1 < len(self.doc.tokens) else None
            if (
                self.doc.tokens[group[0].first].sentence == sentence
                and following is not None
                and following.lower in self.tongue.words("between")
            ):
                between += [a for m in group for a in m.actors]
        here = [m for m in self.mentions if self.doc.tokens[m.first].sentence == sentence]
        if act is not None and act.status == "ratified":
            here = [m for m in here if m.kind != "organization"]
        agents = [
            m
            for m in here
            if m.kind in {"person", "title", "organization", "country"}
            and not m.attributive
            and (m.case in {"nom", "ins"})
            and (m.last < first or m.first > i)
        ]
        people = [a for m in agents if m.kind in {"person", "title"} for a in m.actors if self.cast.clusters[a].type == "person"]
        bodies = [a for m in agents if m.kind in {"organization", "country"} for a in m.actors]
        signatories = list(dict.fromkeys(people)) if act is not None and act.status == "signed" else []
        if between:
            return self._sides(between), signatories
        adopters = [a for a in inside if self.cast.clusters[a].type == "organization"]
        if act is not None and act.status == "adopted" and adopters:
            return list(dict.fromkeys(adopters)), signatories
        if act is not None and act.status == "adopted" and not inside:
            body = self._sitting(sentence)
            if body is not None:
                return [body], signatories
        countries = [a for a in bodies if self.cast.clusters[a].type == "country"]
        if act is not None and len(set(countries)) >= 2:
            return list(dict.fromkeys(countries)), signatories
        if len(set(inside)) >= 2:
            return list(dict.fromkeys(inside)), signatories
        sides = list(dict.fromkeys([*inside, *bodies]))
        if len(sides) < 2:
            sides = list(dict.fromkeys([*sides, *self._sides(people)]))
        if len(sides) < 2:
            sides = list(dict.fromkeys([*sides, *self._context(i)])) if not inside or act else sides
        if act is not None and len(sides) == 1 and self.cast.clusters[sides[0]].type == "country":
            sides += self._counterpart(sides[0])
        return sides, signatories

    def _counterpart(self, side: int) -> list[int]:
        """The country that meets this one most often in the document: an agreement needs two."""
        counts: Counter[int] = Counter()
        for event in self.events:
            countries = [a for a in self._sides(list(event.participants)) if self.cast.clusters[a].type == "country"]
            if side in countries:
                counts.update(a for a in countries if a != side)
        if not counts:
            counts.update(a for m in self.mentions if m.kind == "country" for a in m.actors if a != side)
        return [counts.most_common(1)[0][0]] if counts else []

    def _sitting(self, sentence: int) -> int | None:
        """The body at whose sitting, told just before, something is adopted."""
        for event in reversed(self.events):
            there = self.doc.tokens[event.first].sentence
            if event.type in {"summit", "session"} and there <= sentence:
                near = [
                    a
                    for m in self.mentions
                    if m.kind == "organization" and abs(self.doc.tokens[m.first].sentence - there) <= 1
                    for a in m.actors
                    if m.case in {"gen", "nom", "dat"}
                ]
                return near[0] if near else None
        return None

    def _sides(self, actors: list[int]) -> list[int]:
        """Persons sign for their country or body."""
        rows: list[int] = []
        for actor in actors:
            if self.cast.clusters[actor].type != "person":
                rows.append(actor)
                continue
            country = self.cast.country(self.country_of.get(actor))
            side = country if country is not None else self.body_of.get(actor)
            if side is not None:
                rows.append(side)
        return list(dict.fromkeys(rows))

    def _context(self, i: int) -> list[int]:
        """The sides of the event told last before."""
        before = [e for e in self.events if (e.first <= i and e.type != "visit") or e.last < i]
        if not before:
            before = self.events[:1]
        return self._sides(list(before[-1].participants)) if before else []

    def _date(self, first: int, i: int, where: int, status: str) -> str | None:
        sentence = self.doc.tokens[i].sentence
        times = [
            t
            for t in self.doc.times
            if self.doc.tokens[t.first].sentence == sentence and not (first <= t.first <= i and t.kind == "year")
        ]
        following = {
            n: self.doc.tokens[t.last + 1].lower if t.last + 1 < len(self.doc.tokens) else "" for n, t in enumerate(times)
        }
        times = [
            t
            for n, t in enumerate(times)
            if following[n] not in self.tongue.words("devoted")
            and (following[n] not in self.tongue.words("since") or status == "in_force")
            and (following[n] not in self.tongue.words("until") or status == "planned")
        ]
        near = [t for t in times if t.first < where] or times
        if near:
            reference = near[-1]
            value = reference.other if status == "planned" and reference.other else reference.value
            return value[:7] if value and following.get(times.index(reference)) in self.tongue.words("until") else value
        inner = [t for t in self.doc.times if first <= t.first <= i]
        if inner and status in {"mentioned", "in_force"}:
            return inner[0].value
        if status in {"signed", "adopted", "ratified"}:
            near_events = [
                e for e in self.events if e.status == "held" and 0 <= sentence - self.doc.tokens[e.first].sentence <= 3
            ]
            last = max(near_events, key=lambda e: e.first, default=None)
            return last.date if last is not None else self.doc.article.date
        return None


def _stems(name: str) -> set[str]:
    return {w[:5] for w in name.casefold().replace("«", "").replace("»", "").split()}


def _same(a: Pact, b: Pact) -> bool:
    if a.type != b.type:
        return False
    if len(a.parties) > 1 and len(b.parties) > 1 and not (set(a.parties) <= set(b.parties) or set(b.parties) <= set(a.parties)):
        return False
    left, right = _stems(a.name), _stems(b.name)
    shared = len(left & right)
    return shared > 0 and 2 * shared / (len(left) + len(right)) >= 0.67


def _joined(a: Pact, b: Pact) -> Pact:
    strong = {"signed", "adopted", "ratified", "in_force", "terminated"}
    better = b if a.status not in strong and b.status in strong else a
    longer = a if len(a.name) >= len(b.name) else b
    return replace(
        better,
        name=longer.name,
        parties=a.parties if len(a.parties) >= 2 or len(a.parties) >= len(b.parties) else b.parties,
        signatories=a.signatories or b.signatories,
        date=better.date or a.date or b.date,
    )
