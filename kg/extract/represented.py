"""Sides: which country or body a phrase or person stands for. Enters: mentions, titles, actors. Leaves: cluster numbers."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from kg.extract.arguments import PERSONAL, Arguments
from kg.extract.mentions import Mention, owns
from kg.language import Language
from kg.language.document import Document, Title

INTERSTATE = frozenset({"intergovernmental", "intergovernmental_organ", "un_body", "bloc", "forum"})
# Bodies whose heads sign for their country.
STATE_BODIES = frozenset(
    {"state_body", "ministry", "agency", "parliament", "government", "court", "mission", "administration", "office", "committee"}
)
SEVERAL = 2


class Represented:
    """Answers for whom a name stands in one document."""

    def __init__(
        self, doc: Document, arguments: Arguments, tongue: Language, country_of: dict[int, str], body_of: dict[int, int]
    ) -> None:
        self.doc = doc
        self.arguments = arguments
        self.cast = arguments.cast
        self.tongue = tongue
        self.country_of = country_of
        self.body_of = body_of
        mentions = arguments.mentions
        self.possessors = {a.first for a, b in pairwise(mentions) if owns(doc, a, b, tongue)}
        self.titles: dict[int, list[Title]] = {}
        for title in doc.titles:
            self.titles.setdefault(doc.tokens[title.first].sentence, []).append(title)
        self.subtype: dict[int, str] = {}
        for number, phrase in enumerate(doc.phrases):
            if phrase.kind == "organization" and (actor := self.cast.of.get(number)) is not None:
                self.subtype.setdefault(actor, tongue.body_type(self.cast.clusters[actor].key) or phrase.subtype)

    def is_person(self, actor: int) -> bool:
        return self.cast.clusters[actor].type == "person"

    def is_country(self, actor: int) -> bool:
        return self.cast.clusters[actor].type == "country"

    def interstate(self, actor: int) -> bool:
        """Whether an actor is a body of states."""
        return self.subtype.get(actor) in INTERSTATE

    def customs_union(self, actor: int) -> bool:
        """Whether an actor is a union that trades, and binds itself, as one state does."""
        return self.cast.clusters[actor].key in self.tongue.words("customs_union")

    def of(self, actors: Iterable[int]) -> list[int]:
        """Persons sign for their country or body, the head of a state body for its country."""
        rows: list[int] = []
        for actor in actors:
            if not self.is_person(actor):
                rows.append(actor)
                continue
            side = self.cast.country(self.country_of.get(actor))
            body = self.body_of.get(actor)
            if body is not None and (self.subtype.get(body) not in STATE_BODIES or self._signs_itself(body)):
                side = body
            elif body is not None and side is None:
                side = self.cast.country(self.cast.clusters[body].owner)
            if side is not None:
                rows.append(side)
        return list(dict.fromkeys(rows))

    def _signs_itself(self, body: int) -> bool:
        """Whether a state body is party to its own agreements, as a central bank is."""
        return any(self.tongue.matches("own_signer_pattern", name.casefold()) for name in self.cast.clusters[body].names)

    def countries(self, actors: tuple[int, ...]) -> tuple[int, ...]:
        """State bodies that stand for their countries: all of them are governments («А Үкіметі мен Б Үкіметі»)."""
        owners = [self._state(a) for a in actors]
        if any(owner is None for owner in owners) or not all(self._governs(a) for a in actors):
            return actors
        return tuple(dict.fromkeys(owner for owner in owners if owner is not None))

    def _governs(self, body: int) -> bool:
        names = self.cast.clusters[body].names
        return all(self.tongue.matches("government_pattern", name.casefold()) for name in names)

    def of_one_sort(self, actors: tuple[int, ...]) -> tuple[int, ...]:
        """Of those who only met, not who are said to be bound: countries and unions of them, where several countries met."""
        states = tuple(a for a in actors if self.is_country(a) or self.customs_union(a))
        return states if sum(map(self.is_country, states)) >= SEVERAL else actors

    def states(self, actors: Iterable[int]) -> list[int]:
        """The same where ministries and parliaments only spoke for their countries."""
        rows = [self._state(a) if self.subtype.get(a) in STATE_BODIES and not self._signs_itself(a) else a for a in actors]
        return list(dict.fromkeys(b if b is not None else a for a, b in zip(actors, rows, strict=True)))

    def _state(self, body: int) -> int | None:
        cluster = self.cast.clusters[body]
        owner = self.cast.country(cluster.owner)
        return owner if owner is not None else self.cast.country(self.tongue.body_country(cluster.key))

    def of_group(self, group: Iterable[Mention]) -> list[int]:
        """Countries and bodies of a group, a capital for its country."""
        rows: list[int] = []
        for m in group:
            if m.first in self.possessors:
                continue
            if m.kind == "place":
                number = self.cast.country(m.iso)
                if number is not None and m.case in {"nom", "ins", "gen"} and not m.attributive and not self._of_something(m):
                    rows.append(number)
            else:
                rows += self.of(m.actors)
        return rows

    def _of_something(self, m: Mention) -> bool:
        """«Астана саммиті»: a place that only says where something was."""
        k = m.last + 1
        return m.case == "nom" and k < len(self.doc.tokens) and self.doc.tokens[k].nominal.person == 3

    def of_title(self, title: Title) -> list[int]:
        """«Қазақстан, Ресей және Беларусь президенттері»: the countries of an office in the plural."""
        rows = []
        for number in title.bodies:
            phrase = self.doc.phrases[number]
            country = self.cast.country(phrase.key) if phrase.kind in {"country", "demonym"} else self.cast.of.get(number)
            if country is not None:
                rows.append(country)
        return rows

    def after(self, group: list[Mention]) -> str:
        """The word after a group, over quotes, an abbreviation in brackets and a noun that only says what it is."""
        tokens = self.doc.tokens
        k = self.end(group)
        return tokens[k].lower if k < len(tokens) else ""

    def end(self, group: list[Mention]) -> int:
        """The token after a group and what only says what it is."""
        tokens = self.doc.tokens
        k = group[-1].last + 1
        while k < len(tokens) and (tokens[k].text in "»”()" or tokens[k - 1].text == "("):
            k += 1
        if k < len(tokens) and self._generic(k) and tokens[k].nominal.case == "nom":
            k += 1
        return k

    def _generic(self, k: int) -> bool:
        """«корпорациясы», «өкілдері»: a possessed noun behind a name that stands for the same side."""
        token = self.doc.tokens[k]
        if token.kind != "word" or token.nominal.person != 3:
            return False
        return token.nominal.lemma in self.tongue.words("side_noun") or self.tongue.institution(self.doc, k) is not None

    def stands_for(self, group: list[Mention]) -> bool:
        """«Қазақстан мен Оман өкілдері»: those who act for the countries or bodies named before them."""
        k = group[-1].last + 1
        return not group[-1].attributive and group[-1].kind not in PERSONAL and k < len(self.doc.tokens) and self._generic(k)

    def case(self, group: list[Mention]) -> str:
        """The case of a group, told by the noun behind it where there is one («CNPC корпорациясымен»)."""
        if group[-1].case == "nom" and self.stands_for(group):
            return self.doc.tokens[group[-1].last + 1].nominal.case
        return group[-1].case

    def quoted_source(self, group: list[Mention]) -> bool:
        """«СІМ дерегінше»: who is only the source of what is told."""
        return self.tongue.matches("source_pattern", self.after(group))
