"""Whether a noun of gathering means one told before, and what a new one takes over from that. Enters: a noun. Leaves: `Told`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kg.extract.arguments import Clause
from kg.extract.convened import Told, emit, homes
from kg.extract.conveners import Conveners
from kg.extract.event import ENCOUNTERS
from kg.extract.story import Story
from kg.language.document import TimeReference
from kg.language.frames import Gathering, Stance

# So many sentences after it was last spoken of a gathering may still be meant by a word like «жиын».
REMEMBERED = 8
# So many who met make a body of states meet again.
SEVERAL = 3
# So many gatherings are kept in mind; the bound keeps endless texts cheap.
KEPT = 60


@dataclass(frozen=True, slots=True)
class Named:
    """A noun of gathering at token `i`, with the words that belong to it from token `first` on, and what they say."""

    noun: Gathering
    i: int
    first: int
    clause: Clause
    bodies: tuple[int, ...]
    sides: tuple[str, ...]
    members: tuple[str, ...]
    coming: bool
    sequel: bool
    counted: bool
    after: int

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.sides, *self.members)))


class Recognition:
    """Remembers the gatherings of one document."""

    def __init__(self, story: Story, conveners: Conveners) -> None:
        self.story = story
        self.conveners = conveners
        self.told: list[Told] = []
        story.keepers.append(self._renumber)

    def keep(self, told: Told) -> None:
        """Remembers a gathering."""
        self.told = [*self.told[-KEPT:], told]

    def _renumber(self, moved: Callable[[int], int | None]) -> None:
        for told in self.told:
            told.event = None if told.event is None else moved(told.event)

    def name(self, i: int, noun: Gathering, clause: Clause, after: int) -> Named:
        """The noun at token `i` with the words that belong to it; what stands before token `after` belongs to another."""
        doc, tongue = self.story.doc, self.story.tongue
        first = max(self._phrase_start(clause, i), after)
        return Named(
            noun,
            i,
            first,
            clause,
            tuple(self._bodies(clause, first, i, after)),
            tongue.sides(doc, first, i) or self._wide_sides(clause, i, after),
            tongue.members(doc, first, i),
            tongue.is_coming(doc, max(clause.first, after), i),
            tongue.is_next(doc, first, i),
            tongue.is_counted(doc, first, i),
            after,
        )

    def _phrase_start(self, clause: Clause, i: int) -> int:
        """Where the words that belong to a noun begin: after the last person, town or date before it."""
        start = clause.first
        for group in clause.groups:
            for m in group:
                town = m.kind == "place" and m.case == "loc" and not m.attributive
                if m.last < i and (m.kind in {"person", "pronoun"} or town):
                    start = max(start, m.last + 1)
        for t in self._times(i):
            if clause.first <= t.first and t.last < i:
                start = max(start, t.last + 1)
        return start

    def _wide_sides(self, clause: Clause, i: int, after: int) -> tuple[str, ...]:
        """«А – Б диалогының 30 мамырға белгіленген отырысы»: two countries may stand before a date."""
        people = [m.last + 1 for g in clause.groups for m in g if m.kind in {"person", "pronoun"} and m.last < i]
        sides = self.story.tongue.sides(self.story.doc, max([clause.first, after, *people]), i)
        return sides if len(sides) == 2 and self.story.doc.tokens[i].nominal.person == 3 else ()

    def _times(self, i: int) -> list[TimeReference]:
        return self.story.setting.dating.by_sentence.get(self.story.doc.tokens[i].sentence, [])

    def _bodies(self, clause: Clause, first: int, i: int, after: int) -> list[int]:
        """The organizations whose gathering it is; one stands for its organ."""
        found = self.conveners.between(first, i)
        if not found:
            # «ТМҰ министрлер кеңесінің 6 қазанда болған отырысы»: a date or a town may stand between.
            people = [m.last + 1 for g in clause.groups for m in g if m.kind in {"person", "pronoun"} and m.last < i]
            start = max([clause.first, after, *people])
            found = self.conveners.between(start, i, genitive=True)[-1:]
        if not found:
            found = [a for j in range(first, i + 1) if (a := self.conveners.meant(j)) is not None]
        return self.conveners.without_organs(list(dict.fromkeys(self.conveners.parent(a) for a in found)))

    def known(self, named: Named, stance: Stance | None, status: str) -> Told | None:
        """The gathering told before that a noun means."""
        known = self._alike(named)
        if (
            known is None
            or named.coming
            or named.sequel
            or named.counted
            or any(b not in known.bodies for b in named.bodies)
            or any(c not in known.codes for c in named.codes)
            or self._other_time(known, stance, status, self.story.doc.tokens[named.i].sentence)
            or self._elsewhere(known, named)
        ):
            return None
        return known

    def _alike(self, named: Named) -> Told | None:
        """The last gathering of that noun, else for a word like «жиын» the last of all."""
        noun, sentence = named.noun, self.story.doc.tokens[named.i].sentence
        same = [t for t in self.told if self._same_noun(t, noun) and set(named.bodies) <= set(t.bodies)]
        if same:
            return same[-1]
        near = [t for t in self.told if sentence - t.sentence <= REMEMBERED]
        if not near or near[-1].clause is named.clause:
            return None
        if noun.type == "ceremony":
            return near[-1] if near[-1].type != "ceremony" and self._opens(named, near[-1]) else None
        last = near[-1]
        return last if noun.generic or (last.noun.generic and noun.type == "summit" and last.status == "held") else None

    def _opens(self, named: Named, last: Told) -> bool:
        """«Ашылу рәсімінде»: whether a ceremony but opens or closes the gathering just told."""
        tokens = self.story.doc.tokens
        words = {t.lower for t in tokens[max(named.first, named.i - 3) : named.i]}
        near = tokens[named.i].sentence - last.sentence <= 1 and not named.bodies and not named.codes
        return near and bool(words & self.story.tongue.words("opening_word"))

    def _same_noun(self, told: Told, noun: Gathering) -> bool:
        return told.noun.lemma == noun.lemma or told.type == noun.type == "ceremony"

    def _other_time(self, known: Told, stance: Stance | None, status: str, sentence: int) -> bool:
        """Whether one of the two lies ahead and the other does not; who will attend one under way attends the same."""
        if stance is None or stance.name == "setting" or known.passing:
            return False
        if stance.name in {"attended", "spoke"} and sentence - known.sentence <= 1:
            return False
        return status != known.status and (status == "planned" or (known.status == "planned" and stance.name == "convenes"))

    def _elsewhere(self, known: Told, named: Named) -> bool:
        """Whether a date beside the noun, or the town that it is called after, is not that of the gathering known."""
        event = self.story.events[known.event] if known.event is not None else None
        if event is None:
            return False
        towns = [
            m.name for g in named.clause.groups for m in g if m.kind == "place" and m.last == named.i - 1 and m.case == "nom"
        ]
        if towns and event.place and towns[0].casefold() != event.place.casefold():
            return True
        if not event.date:
            return False
        for t in self._times(named.i):
            if not (named.clause.first <= t.first < named.i) or not t.value:
                continue
            written = "".join(x.text for x in self.story.doc.tokens[t.first : t.last + 1])
            if any(c.isdigit() for c in written) and not (t.value.startswith(event.date) or event.date.startswith(t.value)):
                return True
        return False

    def inherit(self, new: Told, *, sequel: bool) -> None:
        """«Келесі саммит», «Комиссияның кезекті отырысы»: the body or the countries of the gathering told before."""
        rows = [t for t in reversed(self.told) if not t.passing] or self.told[::-1]
        if new.bodies:
            before = next((t for t in rows if set(new.bodies) == set(t.bodies)), None)
        elif sequel and not new.codes:
            beside = self.conveners.between(self.story.doc.sentences[new.sentence][0], new.first)
            alike = [t for t in rows if t.noun.lemma == new.noun.lemma]
            before = next((t for t in alike if set(t.bodies) & set(beside)), next(iter(alike or rows), None))
        else:
            return
        if before is None:
            if not new.bodies:
                new.countries = self._met(new)
            return
        if not new.codes:
            new.codes, new.countries = before.codes, list(before.countries)
        if not new.bodies:
            new.bodies = list(before.bodies)
            if not new.bodies:
                new.countries = list(dict.fromkeys([*before.countries, *homes(self.story, before.people)]))
            if before.type == "summit" and (new.noun.generic or new.noun.lemma == before.noun.lemma):
                new.type = "summit"
        elif new.type == "summit" and sequel and before.type == "session" and self._of_leaders(before):
            before.type = "summit"
            emit(self.story, before)

    def _met(self, new: Told) -> list[int]:
        """«Министрлер бас қосты. Келесі отырыс …»: the countries, three or more, of those who met just before."""
        for event in self.story.events[-1:]:
            if event.type in ENCOUNTERS and new.sentence - self.story.doc.tokens[event.last].sentence <= REMEMBERED:
                people = [a for a in event.participants if self.story.cast.clusters[a].type == "person"]
                found = homes(self.story, people)
                return found if len(found) == len(people) >= SEVERAL else []
        return []

    def _of_leaders(self, told: Told) -> bool:
        """«мемлекет басшылары кеңесінің отырысы»: whether its words say that leaders gather."""
        words = {t.lower for t in self.story.doc.tokens[told.clause.first : told.first]}
        return bool(words & self.story.tongue.words("leader_word"))
