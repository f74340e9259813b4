"""Whom the text around a sentence means by «тараптар», «екі ел» or by naming nobody. Enters: events, mentions. Leaves: actors."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter

from kg.extract.arguments import Arguments
from kg.extract.event import GATHERINGS, Event
from kg.extract.represented import Represented
from kg.language import Language
from kg.language.document import Document, Token

EVENT_WITHIN = 4
MOST_EVENTS = 40
MOST_BODIES = 100
MOST_WORDS = 14
MOST_NAMED = 5


class Context:
    """The sides of which one document speaks, sentence by sentence."""

    def __init__(self, doc: Document, arguments: Arguments, events: list[Event], tongue: Language, sides: Represented) -> None:
        self.doc = doc
        self.arguments = arguments
        self.cast = arguments.cast
        self.events = sorted(events, key=lambda e: e.first)
        self.starts = [e.first for e in self.events]
        self.tongue = tongue
        self.sides = sides
        self.home = self.cast.country(tongue.home)
        self.organizations = [
            (p.first, actor)
            for n, p in enumerate(doc.phrases)
            if p.kind == "organization" and (actor := self.cast.of.get(n)) is not None and doc.tokens[p.first].start >= doc.body
        ]
        named = ((p.first, self.cast.of.get(n)) for n, p in enumerate(doc.phrases) if p.kind == "organization")
        self.traders = [(first, a) for first, a in named if a is not None and sides.customs_union(a)][:MOST_BODIES]
        self.bodies = [(first, actor) for first, actor in self.organizations if sides.interstate(actor)]
        self.titled = {i for t in doc.titles for i in range(t.first, t.last + 1)}
        counts = Counter(a for m in arguments.mentions if m.kind == "country" for a in m.actors)
        self.countries = [a for a, _ in counts.most_common()]
        self.pair = self._protagonists(counts)
        self.formats = [(p.first, found) for n, p in enumerate(doc.phrases) if (found := self._format(n))]

    def _protagonists(self, counts: Counter[int]) -> tuple[int, ...]:
        """The country at home and the one that the text is about beside it, if it is clearly about one."""
        foreign = [(n, a) for a, n in counts.most_common() if a != self.home]
        if self.home is None or not foreign or (len(foreign) > 1 and foreign[0][0] < 2 * foreign[1][0]):
            return ()
        return (self.home, foreign[0][1])

    def _format(self, number: int) -> tuple[int, ...]:
        """The sides of a format of talks: of a table, or of an area and whom it meets («Орталық Азия – Италия»)."""
        phrase = self.doc.phrases[number]
        members = self.tongue.format_members()
        keys = list(members.get(phrase.key or "", ()) or members.get(phrase.name, ()))
        if phrase.kind == "place" and keys and number + 1 < len(self.doc.phrases):
            other = self.doc.phrases[number + 1]
            beside = 0 < other.first - phrase.last <= 2 and not self.doc.tokens[phrase.last + 1].text.isalpha()
            keys += [other.key] if beside and other.key and other.kind in {"country", "organization"} else []
        found = [n for n, c in enumerate(self.cast.clusters) if c.key in keys and c.type != "person"]
        return tuple(sorted(found, key=lambda n: keys.index(self.cast.clusters[n].key or "")))

    def area(self, first: int, last: int) -> tuple[int, ...]:
        """«Орталық Азия елдері»: the sides of a format whose members act between two tokens."""
        nouns = self.tongue.words("side_noun")
        for start, members in self.formats:
            near = self.doc.tokens[start + 1 : start + MOST_NAMED] if first <= start <= last else ()
            if any(t.nominal.lemma in nouns and t.nominal.plural and t.nominal.case == "nom" for t in near):
                return members
        return ()

    def body(self, token: Token, k: int, apart: tuple[int, ...] = ()) -> int | None:
        """The body of states that a common noun means («одақ», «ұйым»): the one named last before it."""
        lemma = token.nominal.lemma
        if lemma not in self.tongue.words("body_noun"):
            return None
        near = self._bodies_before(k + 1)
        if any(first == k for first, _ in near):
            return None  # it is the name itself
        before = [a for _, a in near if a not in apart]
        named = [a for a in before if any(lemma in name.casefold() for name in self.cast.clusters[a].names)]
        chosen = named or (before if lemma in self.tongue.words("any_body_noun") else [])
        return chosen[-1] if chosen else None

    def institution(self, token: Token, k: int, case: str = "nom") -> int | None:
        """The organization that a common noun means («банк», «министрлік»): the one so called that was named last before it."""
        kind = self.tongue.institution(self.doc, k) if token.kind == "word" and token.nominal.case == case else None
        if kind is None:
            return None
        n = bisect_left(self.organizations, (k, -1))
        for first, actor in reversed(self.organizations[max(0, n - MOST_BODIES) : n]):
            stem = token.nominal.lemma[:-1]  # a last consonant may be voiced («министрлігі»)
            named = any(stem in name.casefold() for name in self.cast.clusters[actor].names)
            if first < k and (named or self.sides.subtype.get(actor) == kind):
                return actor
        return None

    def _of_members(self, sentence: int, i: int) -> tuple[int, ...]:
        """«ұйымға мүше елдер»: the body whose members the text has told of."""
        words = self.tongue.words("member")
        for first, actor in reversed(self._bodies_before(i)):
            if sentence - self.doc.tokens[first].sentence > 2 * EVENT_WITHIN:
                break
            if any(t.lower in words for t in self.doc.tokens[first : first + MOST_WORDS]):
                return (actor,)
        return ()

    def met(self, sentence: int, side: int) -> bool:
        """Whether a sentence tells that a side met another."""
        here = [e for e in self._before(self.doc.sentences[sentence][1]) if self.doc.tokens[e.first].sentence == sentence]
        return any(side in sides and len(sides) > 1 for sides in (self.sides.of(e.participants) for e in here))

    def unions(self, i: int) -> list[int]:
        """The customs unions named before token `i`, be it in the title."""
        return [a for first, a in self.traders if first < i]

    def last_body(self, i: int) -> list[int]:
        """The body of states named last before token `i`."""
        return [a for _, a in self._bodies_before(i)[-1:]]

    def _bodies_before(self, i: int) -> list[tuple[int, int]]:
        """The bodies of states named before token `i`, as far back as a reader would look."""
        n = bisect_left(self.bodies, (i, -1))
        return self.bodies[max(0, n - MOST_BODIES) : n]

    def gathered(self, sentence: int, i: int) -> bool:
        """Whether a summit or session of several sides is told here or shortly before."""
        near = [e for e in self._before(i) if e.type in GATHERINGS and e.status == "held"]
        return any(sentence - self.doc.tokens[e.first].sentence <= EVENT_WITHIN for e in near)

    def in_session(self, i: int) -> bool:
        """Whether the event told last before token `i` is a summit or session rather than a meeting of two."""
        before = self._before(i)
        return bool(before) and before[-1].type in GATHERINGS

    def convening(self, sentence: int, i: int) -> tuple[int, ...]:
        """The body of states, or the countries of a format, at whose summit or session something is adopted."""
        gathered = [e for e in self._before(i) if e.type in GATHERINGS]
        here = [
            a for first, a in self._bodies_before(i) if self.doc.tokens[first].sentence == sentence and first not in self.titled
        ]
        if here:
            return (here[-1],)
        if not gathered:
            return self._of_members(sentence, i)
        there = self.doc.tokens[gathered[-1].first].sentence
        rows: list[tuple[int, tuple[int, ...]]] = [
            (first, (a,)) for first, a in self._bodies_before(i) if there - 1 <= self.doc.tokens[first].sentence
        ]
        rows += [(first, members) for first, members in self.formats if self.doc.tokens[first].sentence <= sentence]
        if sentence - there > 3 * EVENT_WITHIN or not rows:
            return self._of_members(sentence, i)
        # The body of an office («БҰҰ Бас хатшысы») only where no other is near.
        return min(rows, key=lambda row: (row[0] in self.titled, abs(self.doc.tokens[row[0]].sentence - there), row[0]))[1]

    def together(
        self, sentence: int, where: int, collective: tuple[int, str], told: tuple[int, ...], previous: tuple[int, ...]
    ) -> tuple[int, ...]:
        """The sides that a word for all of them means: so many, named together shortly before or met in an event."""
        count, sort = collective
        rows = self._named_together(sentence, where)
        events = self._event_sides(where)
        if sort == "body":
            rows = [row for row in rows if row and not any(self.sides.is_country(a) for a in row)]
            exact = [row for row in rows if len(row) == count]
            last = tuple(dict.fromkeys(a for row in rows for a in row))[:count]
            return exact[0] if exact else last if len(last) == count else ()
        formats = [members for first, members in self.formats if self.doc.tokens[first].sentence <= sentence]
        if count:
            ranked = (*events[:1], *rows, previous, *events, *formats[::-1], self.pair)
            exact = [row for row in ranked if len(row) == count and set(told) <= set(row)]
            if sort == "state":
                # «екі ел»: a company is none of them, a ministry stands for its country.
                told = tuple(a for a in self.sides.states(told) if self.sides.is_country(a))
                spoken = [tuple(self.sides.states(row)) for row in ranked]
                exact = [row for row in spoken if len(row) == count and set(told) <= set(row) and self._all_countries(row)]
                exact += [row for row in [self._home_and(sentence, where)] if len(row) == count]
            return exact[0] if exact else ()
        rows = [*events, previous]
        return next((row for row in rows if len(row) >= 2 and set(told) <= set(row)), ())

    def _all_countries(self, row: tuple[int, ...]) -> bool:
        return all(map(self.sides.is_country, row))

    def _home_and(self, sentence: int, where: int) -> tuple[int, ...]:
        """The country at home and the foreign one named last before token `where`, in the sentence or shortly before."""
        for there in range(sentence, max(-1, sentence - EVENT_WITHIN), -1):
            groups = [g for g in self.arguments.by_sentence.get(there, ()) if g[-1].last < where]
            rows = [n for g in groups for m in g if (n := self.cast.country(m.iso)) is not None and n != self.home]
            if rows and self.home is not None:
                return (self.home, rows[-1])
        return ()

    def governments(self, told: tuple[int, ...], sentence: int, i: int) -> tuple[int, ...]:
        """Parties of an instrument between governments: countries, where the text tells of two."""
        countries = tuple(a for a in self.sides.states(told) if self.sides.is_country(a))
        if len(countries) > 1:
            return countries
        events = [tuple(self.sides.states(row)) for row in self._event_sides(i)]
        rows = [row for row in (*events, self.pair, self._home_and(sentence, i)) if len(row) > 1 and self._all_countries(row)]
        fitting = [row for row in rows if set(countries) <= set(row)]
        return fitting[0] if fitting else told

    def _named_together(self, sentence: int, where: int) -> list[tuple[int, ...]]:
        """Sides named in one group or office, the nearest first."""
        rows: list[tuple[int, ...]] = []
        for there in range(sentence, max(-1, sentence - EVENT_WITHIN), -1):
            found = [(t.first, self.sides.of_title(t)) for t in self.sides.titles.get(there, ()) if len(t.bodies) > 1]
            found += [(g[0].first, self.sides.of_group(g)) for g in self.arguments.by_sentence.get(there, ())]
            rows += [tuple(dict.fromkeys(row)) for first, row in sorted(found, reverse=True) if first < where]
        return rows

    def _event_sides(self, where: int) -> list[tuple[int, ...]]:
        """Sides of events, the last before a token first, then those after it."""
        sentence = self.doc.tokens[where].sentence
        later = self.events[bisect_right(self.starts, where) :][:MOST_EVENTS]
        following = [e for e in later if self.doc.tokens[e.first].sentence - sentence <= EVENT_WITHIN]
        return [tuple(self.sides.of(e.participants)) for e in (*reversed(self._before(where)), *following)]

    def _before(self, i: int) -> list[Event]:
        """The events told up to token `i`, as far back as a reader would look."""
        n = bisect_right(self.starts, i)
        return self.events[max(0, n - MOST_EVENTS) : n]

    def talking(self, sentence: int, i: int) -> tuple[int, ...]:
        """The two sides of the event told last before token `i`."""
        sides = self._event(sentence, i)
        return sides if len(sides) == 2 else ()

    def _event(self, sentence: int, i: int) -> tuple[int, ...]:
        """The sides of the event told last before token `i`: of those near it, two countries rather than bodies or many."""
        before = self._before(i)
        near = [e for e in before if sentence - self.doc.tokens[e.first].sentence <= EVENT_WITHIN]
        for rows in (near[::-1], before[::-1], self.events[:MOST_EVENTS]):
            told = [(e, tuple(self.sides.states(self.sides.of(e.participants)))) for e in rows]
            told = [(e, sides) for e, sides in told if len(sides) >= 2]
            there = self._abroad(sentence, i)
            ranked = sorted(
                told,
                key=lambda row: (
                    there is not None and there not in row[1],
                    not all(map(self.sides.is_country, row[1])),
                    row[0].type == "visit" and len(row[1]) > 2,
                ),
            )
            if ranked:
                return ranked[0][1]
        return ()

    def _abroad(self, sentence: int, i: int) -> int | None:
        """The foreign country where the sentence says that something was done («Анкарада … қол қойылды»)."""
        rows = [
            number
            for g in self.arguments.by_sentence.get(sentence, ())
            for m in g
            if m.case == "loc" and not m.attributive and m.iso not in {None, self.tongue.home} and m.first < i
            if (number := self.cast.country(m.iso)) is not None
        ]
        return rows[-1] if rows else None

    def completed(self, told: tuple[int, ...], sentence: int, i: int) -> tuple[int, ...]:
        """One side alone, or none: the others are those with whom the text speaks of it."""
        sides = self._event(sentence, i)
        here = self._others_here(told, sentence)
        if len(told) == 1 and self.sides.is_country(told[0]) and len(here) == 1:
            return (*told, here[0])
        if not told and len(here) == 1 and here[0] not in sides and self.home not in {None, here[0]}:
            return (self.home, here[0]) if self.home is not None else ()
        if not told:
            return sides or self.pair
        if len(told) > 1:
            return told
        if told[0] in sides and len(sides) == 2:
            return sides
        if not self.sides.is_country(told[0]):
            return told
        other = self._counterpart(told[0])
        return (*told, other) if other is not None else told

    def beside(self, partner: tuple[int, ...], sentence: int, i: int) -> tuple[int, ...]:
        """A partner without a subject: who the text is about, a body of states or the country at home."""
        if len(partner) > 1:
            return partner
        sides = self._event(sentence, i)
        if partner[0] in sides and len(sides) == 2:
            return sides
        bodies = [a for first, a in self._bodies_before(i) if a != partner[0] and self.doc.tokens[first].sentence == sentence]
        other = bodies[-1] if bodies else self.home if self.home != partner[0] else None
        return (other, *partner) if other is not None else partner

    def _others_here(self, told: tuple[int, ...], sentence: int) -> list[int]:
        """The other countries that a sentence names, be it as the place or the owner of something."""
        groups = self.arguments.by_sentence.get(sentence, ())
        rows = [self.cast.country(m.iso) for g in groups for m in g if m.kind in {"country", "place"}]
        return list(dict.fromkeys(n for n in rows if n is not None and n not in told))

    def _counterpart(self, side: int) -> int | None:
        """The country that meets this one most often in the document: an agreement needs two."""
        counts: Counter[int] = Counter()
        for event in self.events[-MOST_EVENTS:]:
            countries = [a for a in self.sides.of(event.participants) if self.sides.is_country(a)]
            if side in countries:
                counts.update(a for a in countries if a != side)
        if counts:
            return counts.most_common(1)[0][0]
        if self.home not in {None, side}:
            return self.home
        return next((a for a in self.countries if a != side), None)
