"""Arguments of a predicate: its clause, who does it, with whom. Enters: mentions and a token. Leaves: actors and groups.

Kazakh marks who does what by case; a clause without a subject shares that of the clause before, a sentence without one speaks
on of the person it spoke of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from kg.extract.actors import Cast
from kg.extract.mentions import Mention, groups, interstate
from kg.language import Language
from kg.language.document import Document

PERSONAL = frozenset({"person", "title", "pronoun"})
# An attribute belongs to a noun so close behind it.
NEAR = 4
# Of a person whom the headline names the text speaks at least so often, if it is about him.
OFTEN = 2
SIDES = PERSONAL | {"organization", "country"}


@dataclass(slots=True)
class Clause:
    """Tokens `first` to `last` and the groups of mentions between them."""

    first: int
    last: int
    groups: list[list[Mention]] = field(default_factory=list)


class Arguments:
    """Answers who acts and with whom, sentence by sentence."""

    def __init__(self, doc: Document, cast: Cast, mentions: list[Mention], tongue: Language) -> None:
        self.doc = doc
        self.cast = cast
        self.tongue = tongue
        self.mentions = mentions
        self.groups = self._represented(groups(doc, mentions, tongue))
        self.by_sentence: dict[int, list[list[Mention]]] = {}
        for group in self.groups:
            self.by_sentence.setdefault(doc.tokens[group[0].first].sentence, []).append(group)
        self.bodies = {m.first for m in mentions if m.kind == "organization" and not interstate(doc, m)}
        self.topic: tuple[int, ...] = ()
        counts = Counter(a for m in mentions for a in m.actors if cast.clusters[a].type == "person")
        self.headlined = self._headlined(counts, OFTEN)
        self.interviewed = self._headlined(counts, 1)
        most = counts.most_common(1)[0][0] if counts else None
        self.protagonist = self.headlined if self.headlined is not None else most

    def _represented(self, rows: list[list[Mention]]) -> list[list[Mention]]:
        """«А мен Б-ның консулдық қызмет өкілдері»: people without a name act for those whose they are."""
        found: list[list[Mention]] = []
        for group in rows:
            owner = found[-1] if found else None
            if len(group) == 1 and owner is not None and self._stands_for(group[0], owner):
                actors = tuple(dict.fromkeys(a for m in owner for a in m.actors))
                group = [replace(group[0], actors=actors)]  # noqa: PLW2901
            found.append(group)
        return found

    def _stands_for(self, people: Mention, owner: list[Mention]) -> bool:
        if people.kind != "title" or not people.plural or people.actors or owner[-1].case != "gen":
            return False
        between = self.doc.tokens[owner[-1].last + 1 : people.first]
        near = people.first - owner[-1].last <= NEAR and all(t.kind == "word" and t.nominal.case == "nom" for t in between)
        return near and len(owner) > 1 and all(m.kind in {"country", "organization"} for m in owner)

    def _headlined(self, counts: Counter[int], often: int) -> int | None:
        """The person whom the headline names first, if the text says more than a word of him."""
        headline = self.doc.article.title.casefold()
        found = []
        for actor, count in counts.items():
            surnames = {name.replace(".", " ").split()[-1].casefold() for name in self.cast.clusters[actor].names}
            positions = [headline.find(surname) for surname in surnames if surname in headline]
            if count >= often and positions:
                found.append((min(positions), actor))
        return min(found)[1] if found else None

    def clauses(self, sentence: int) -> list[Clause]:
        spans = self.tongue.clauses(self.doc, sentence)
        return [Clause(a, b - 1, [g for g in self.by_sentence.get(sentence, ()) if a <= g[0].first < b]) for a, b in spans]

    def actors(self, group: list[Mention]) -> list[int]:
        return [a for m in group for a in m.actors]

    def people_first(self, actors: list[int]) -> list[int]:
        """A side is its persons; bodies and countries stand for it only where none is named."""
        people = [a for a in actors if self.cast.clusters[a].type == "person"]
        return people or actors

    def is_side(self, group: list[Mention]) -> bool:
        return group[-1].kind in SIDES and bool(self.actors(group))

    def modifies(self, group: list[Mention]) -> bool:
        """Whether a nominative only modifies the noun after it («Қазақстан тарапы», «Иран елшісі»)."""
        mention = group[-1]
        if mention.attributive:
            return True
        i = mention.last + 1
        if mention.kind in PERSONAL or i >= len(self.doc.tokens):
            return False
        token = self.doc.tokens[i]
        return token.kind == "word" and token.nominal.person == 3 and token.lower not in self.tongue.words("adverb")

    def acts(self, group: list[Mention]) -> bool:
        """Whether a nominative is itself a side: it modifies nothing, or only the people who act for it («… делегациялары»)."""
        i = group[-1].last + 1
        if group[-1].kind == "country" and i in self.bodies:
            return False
        if i < len(self.doc.tokens) and self.doc.tokens[i].lower in self.tongue.words("concerning"):
            return False
        if not self.modifies(group):
            return True
        noun = self.doc.tokens[i].nominal if i < len(self.doc.tokens) else None
        return noun is not None and noun.case == "nom" and noun.lemma in self.tongue.words("staff")

    def nominatives(self, clause: Clause, before: int) -> tuple[int, ...]:
        """Persons, else bodies and countries, in the nominative of a clause before a token."""
        rows = [g[:-1] if len(g) > 1 and g[-1].case == "nom" and not self.acts(g) else g for g in clause.groups]
        chosen = [g for g in rows if g[-1].case == "nom" and g[0].first < before and self.acts(g) and self.is_side(g)]
        people = [a for g in chosen for m in g if m.kind in PERSONAL for a in m.actors]
        return tuple(dict.fromkeys(people or [a for g in chosen for a in self.actors(g)]))

    def genitives(self, clauses: list[Clause], number: int, i: int) -> tuple[int, ...]:
        """Persons in the genitive, nearest clause first: the subjects of nominalised verbs and of event nouns."""
        for clause in reversed(clauses[: number + 1]):
            rows = [
                a
                for g in clause.groups
                if g[-1].case == "gen" and g[-1].last < i
                for m in g
                if m.kind in {"person", "title", "pronoun"}
                for a in m.actors
            ]
            rows += [
                a
                for g in clause.groups
                if not rows
                and g[-1].case == "gen"
                and g[-1].last < i
                and g[-1].kind in {"country", "organization"}
                and self._own(g, i)
                for a in self.actors(g)
            ]
            if rows:
                return tuple(dict.fromkeys(rows))
        return ()

    def _own(self, group: list[Mention], i: int) -> bool:
        return 0 < i - group[-1].last <= 4

    def head(self, i: int) -> tuple[int, ...]:
        """«сапармен келген Си Цзиньпин»: the person whom a participle at `i` describes."""
        if not self.tongue.describes(self.doc, i):
            return ()
        for group in self.by_sentence.get(self.doc.tokens[i].sentence, ()):
            if (
                i < group[0].first <= i + 3
                and group[-1].kind in {"person", "title"}
                and self.doc.tokens[group[0].first].sentence == self.doc.tokens[i].sentence
            ) and all(t.kind == "word" for t in self.doc.tokens[i + 1 : group[0].first]):
                return tuple(dict.fromkeys(self.actors(group)))
        return ()

    def subject(self, clauses: list[Clause], number: int, i: int, *, noun: bool, apart: Iterable[int] = ()) -> tuple[int, ...]:
        """Who does what token `i` of clause `number` tells; never one of those `apart`."""
        others = set(apart)

        def without(found: tuple[int, ...]) -> tuple[int, ...]:
            return tuple(a for a in found if a not in others)

        head = without(self.head(i)) if not noun else ()
        if head:
            return head
        if self.tongue.nominalised(self.doc, i, clauses[-1].last):
            owners = without(self.genitives(clauses, number, i))
            if owners:
                return owners
        here = without(self.nominatives(clauses[number], i))
        if here:
            return here
        if noun:
            owners = without(self.genitives(clauses[: number + 1][-1:], 0, i))
            if owners:
                return owners
        if self.crowd(clauses[number], i):
            return ()
        anew = noun and self.tongue.contrasts(self.doc, clauses[number].first)
        for clause in reversed(clauses[:number]):
            # «Х-ті А қабылдады, ал Б-мен кездесуі …»: of whom the sentence speaks stands first, be it the object.
            earlier = without(self._fronted(clause)) if anew else ()
            earlier = earlier or without(self.nominatives(clause, clause.last + 1))
            if earlier:
                return earlier
        return ()

    def crowd(self, clause: Clause, i: int) -> bool:
        """«Катарлық делдалдар … сөйлескен»: whether a clause has people as its subject whom the text does not name."""
        nouns = self.tongue.words("crowd_noun")
        tokens = self.doc.tokens[clause.first : i]
        return any(
            t.nominal.plural and t.nominal.case == "nom" and t.nominal.person == 0 and t.nominal.lemma in nouns for t in tokens
        )

    def _fronted(self, clause: Clause) -> tuple[int, ...]:
        """Persons in the accusative who stand before the subject."""
        rows = [g for g in clause.groups if g[-1].kind in PERSONAL and g[-1].case in {"acc", "nom"} and self.is_side(g)]
        return tuple(self.actors(rows[0])) if rows and rows[0][-1].case == "acc" else ()

    def fallback(self, partners: list[int]) -> tuple[int, ...]:
        """The person spoken of before, where a sentence names none."""
        if self.protagonist is not None and self.protagonist not in partners:
            return (self.protagonist,)
        topic = [a for a in self.topic if a not in partners and self.cast.clusters[a].type == "person"]
        return (topic[0],) if topic else ()

    def both(self, i: int) -> tuple[int, ...]:
        """The two persons spoken of last before token `i`: whom «екі жақ» and «тараптар» mean."""
        sentence = self.doc.tokens[i].sentence
        found: list[int] = []
        for group in reversed([g for s in (sentence - 1, sentence) for g in self.by_sentence.get(s, ()) if g[-1].last < i]):
            for actor in reversed(self.actors(group)):
                if self.cast.clusters[actor].type == "person" and actor not in found:
                    found.append(actor)
        return tuple(reversed(found[:2])) if len(found) >= 2 else ()

    def remember(self, clauses: list[Clause]) -> None:
        """Keeps the subject of a sentence as the topic of the next."""
        for clause in clauses:
            found = [a for a in self.nominatives(clause, clause.last + 1) if self.cast.clusters[a].type == "person"]
            if found:
                self.topic = tuple(found)
                return

    def between(self, clause: Clause, i: int) -> list[int]:
        """«А мен Б арасындағы келіссөз», «А мен Б министрліктері арасында келіссөз»."""
        for group in clause.groups:
            word = self._between_word(group, i)
            # «А мен Б арасындағы соғыс туралы … келіссөз»: the attribute belongs to the noun close after it.
            close = word is not None and (self.doc.tokens[word].lower in self.tongue.words("between_both") or i - word <= NEAR)
            # «А мен Б арасында жасалған келісім … келіссөзді …»: what is between them is the agreement.
            if word is not None and close and not any(self.tongue.instrument(self.doc, k) for k in range(word + 1, i)):
                return self.people_first(self.actors(group))
        return []

    def _between_word(self, group: list[Mention], i: int) -> int | None:
        """Token of the "between" that a group stands before, a noun that it owns let in («министрліктері»)."""
        after = group[-1].last + 1
        for k in range(after, min(after + 1 + NEAR, i)):
            token = self.doc.tokens[k]
            if token.lower in self.tongue.words("between"):
                owned = self.doc.tokens[k - 1].nominal.person == 3
                return k if k == after or (owned and len(group) > 1) else None
            if token.kind != "word" or token.nominal.case != "nom":
                return None
        return None
