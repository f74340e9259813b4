"""Which country or organization a title belongs to. Enters: Document, Cast, a title, its bearers. Leaves: `Body` rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.actors import Cast
from kg.extract.likely_bodies import NATIONAL, LikelyBodies
from kg.extract.named_bodies import Body, NamedBodies
from kg.language import Language
from kg.language.document import Document, Title

if TYPE_CHECKING:
    from kg.extract.roles import Held


class TitleBodies:
    """What is said of a title's body, else what is likely; titles in the plural share bodies out."""

    def __init__(self, doc: Document, cast: Cast, tongue: Language, country_of: dict[int, str], held: list[Held]) -> None:
        self.doc = doc
        self.cast = cast
        self.tongue = tongue
        self.named = NamedBodies(doc, cast, tongue)
        self.likely = LikelyBodies(self.named, country_of, held)

    def of_each(self, title: Title, people: tuple[int, ...]) -> list[Body]:
        """The body of the title for each of those who bear it."""
        brackets = [self.named.in_brackets(p) for p in people]
        bodies = self.named.said(title)
        if title.plural and len(people) > 1 and len(bodies) < 2 and title.common_body in self.tongue.words("country_noun"):
            bodies = []
        rows: list[Body] = []
        for n, (person, bracket) in enumerate(zip(people, brackets, strict=True)):
            if bracket is not None:
                rows.append(bracket)
            elif len(bodies) == len(people):
                rows.append(bodies[n])
            elif bodies:
                rows.append(bodies[min(n, len(bodies) - 1)] if title.plural else bodies[0])
            else:
                rows.append(self.likely.inferred(title, person))
        if not title.bodies and title.plural and len(people) == 2 and not any(brackets):
            rows = self._companies(title) or (self._pair(title, people) if not bodies else []) or rows
        return rows

    def _companies(self, title: Title) -> list[Body]:
        """«компания жетекшілері А мен Б»: of the two companies named last, in their order."""
        sort = self.tongue.sort_of_noun(title.common_body or "")
        if sort in NATIONAL | {""}:
            return []
        numbers: dict[int, int] = {}
        for number, phrase in enumerate(self.doc.phrases):
            if phrase.kind == "organization" and phrase.last < title.first and sort in self.tongue.sorts(self.doc, number):
                actor = self.cast.of.get(number)
                if actor is not None:
                    numbers.pop(actor, None)
                    numbers[actor] = number
        last = list(numbers.values())[-2:]
        return [self.named.body_of(number) for number in last] if len(last) == 2 else []

    def _pair(self, title: Title, people: tuple[int, ...]) -> list[Body]:
        """«екі елдің министрлері А мен Б»: of the two countries named last, to each its own."""
        home = self.tongue.home
        codes: list[str] = []
        for phrase in reversed(self.doc.phrases):
            if phrase.first < title.first and phrase.kind == "country" and phrase.key and phrase.key not in codes:
                codes.append(phrase.key)
        codes = codes[:2]
        if len(codes) < 2:
            return []
        known: list[str | None] = []
        for number in people:
            code = self.likely.known(self.cast.of.get(number))
            if code is None and home in codes and self.tongue.homely(self.doc.phrases[number].name):
                code = home
            known.append(code)
        for a, b in ((0, 1), (1, 0)):
            other = known[b]
            if known[a] is None and other in codes:
                known[a] = next(code for code in codes if code != other)
        if None in known:
            known = list(reversed(codes))
        return [Body(self.cast.country(code), code, said=False) for code in known]
