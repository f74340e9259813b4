"""The country or organization that the text names for a title. Enters: Document, Cast, a title. Leaves: `Body` rows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from kg.extract.actors import Cast
from kg.language import Language
from kg.language.document import Document, Phrase, Title


@dataclass(frozen=True, slots=True)
class Body:
    """`actor`: cluster number; `country`: ISO code; `said`: whether the text names it beside the title."""

    actor: int | None
    country: str | None
    said: bool = True


class NamedBodies:
    """Reads what stands before a title, in brackets behind its name, or was named last of its sort."""

    def __init__(self, doc: Document, cast: Cast, tongue: Language) -> None:
        self.doc = doc
        self.cast = cast
        self.tongue = tongue
        self.home = tongue.home

    def said(self, title: Title) -> list[Body]:
        """The bodies that the text names before the title."""
        rows: list[Body] = []
        for number in title.bodies:
            phrase = self.doc.phrases[number]
            if phrase.kind == "demonym":
                rows.append(Body(self.cast.country(phrase.key), phrase.key))
                continue
            actor = self.cast.of.get(number)
            parent = self.tongue.parent(self.doc, number) if title.organ else None
            country = self._country_of_phrase(number, phrase)
            if parent is not None:
                actor = next((n for n, c in enumerate(self.cast.clusters) if c.key == parent[0]), actor)
            elif title.organ and self.cast.country(country) is not None:
                # «Қазақстан Үкіметінің басшысы» is of the country.
                actor = self.cast.country(country)
            elif title.kind == "minister" and "government" in self.tongue.sorts(self.doc, number):
                # «өтпелі үкіметтің министрі» is a minister of the country.
                own = self.cast.country(country)
                actor = actor if own is None else own
            rows.append(Body(actor, country))
        if not rows and not title.plural and not title.common_body and (side := self._on_the_side(title)) is not None:
            rows.append(side)
        if not rows and title.common_body:
            found = self._named_before(title)
            if found is not None:
                rows.append(found)
        return rows

    def _on_the_side(self, title: Title) -> Body | None:
        """«словак тарапынан министр А»: the country on whose side the sentence lists an office."""
        i = title.first - 1
        if i <= 0:
            return None
        noun, behalf = self.doc.tokens[i].nominal, self.doc.tokens[i].lower in self.tongue.words("on_behalf")
        if not behalf and (noun.case != "abl" or noun.lemma not in self.tongue.words("side_noun")):
            return None
        side = next((p for p in self.doc.phrases if p.last == i - 1 and p.kind in {"country", "demonym"} and p.key), None)
        return None if side is None else Body(self.cast.country(side.key), side.key)

    def in_brackets(self, holder: int) -> Body | None:
        """«саяси директорлары А (Франция), Б (Германия)»: the country in brackets behind a name."""
        last = self.doc.phrases[holder].last
        tokens = self.doc.tokens
        if last + 3 >= len(tokens) or tokens[last + 1].text != "(":
            return None
        number = next((n for n, p in enumerate(self.doc.phrases) if p.first == last + 2), None)
        if number is None or number not in self.cast.of:
            return None
        phrase = self.doc.phrases[number]
        closed = phrase.last + 1 < len(tokens) and tokens[phrase.last + 1].text == ")"
        if not closed or phrase.kind not in {"country", "organization"}:
            return None
        return Body(self.cast.of[number], phrase.key if phrase.kind == "country" else None)

    def _country_of_phrase(self, number: int, phrase: Phrase) -> str | None:
        if phrase.kind == "country":
            return phrase.key
        before = number - 1
        if before >= 0 and self.doc.phrases[before].kind == "country" and self.doc.phrases[before].last == phrase.first - 1:
            return self.doc.phrases[before].key
        return next(
            (c.key for c in self.cast.clusters if c.type == "country" and any(phrase.name.startswith(n) for n in c.names)), None
        )

    def _named_before(self, title: Title) -> Body | None:
        """«ұйымның Бас хатшысы»: the body last named before, of the sort that the common noun means."""
        if title.common_body in self.tongue.words("country_noun"):
            foreign = [
                p
                for n, p in enumerate(self.doc.phrases)
                if p.kind in {"country", "place"} and p.last < title.first and n in self.cast.of and p.key != self.home
            ]
            return Body(self.cast.country(foreign[-1].key), foreign[-1].key) if foreign else None
        sort = self.tongue.sort_of_noun(title.common_body or "")
        if title.first and self.doc.tokens[title.first - 1].lower in self.tongue.words("post_pointer"):
            # «осы палатаның төрайымы»: the body that was named last, whatever its sort.
            here = [
                n
                for n, p in enumerate(self.doc.phrases)
                if p.kind == "organization" and p.last < title.first and n in self.cast.of
            ]
            return self.body_of(here[-1]) if here else None
        number = self.last_of({sort}, title.first, title.common_body or "")
        return None if number is None else self.body_of(number, {sort})

    def body_of(self, number: int, sorts: set[str] | None = None, *, said: bool = True) -> Body:
        """The organization of a phrase, or the one that it is an organ of where only that is of the wanted sorts."""
        actor = self.cast.of[number]
        parent = self.tongue.parent(self.doc, number)
        if sorts and parent is not None and not sorts & self.tongue.sorts(self.doc, number):
            actor = next((n for n, c in enumerate(self.cast.clusters) if c.key == parent[0]), actor)
        return Body(actor, self._country_of_phrase(number, self.doc.phrases[number]), said)

    def last_of(self, sorts: set[str], before: int, noun: str = "", *, home: bool = False) -> int | None:
        """The organization of one of these sorts last named before a token; `noun` in its name is better still.

        For somebody of the own country (`home`) one that is not of another country is better.
        """
        rows = [n for n, p in enumerate(self.doc.phrases) if p.kind == "organization" and p.last < before and n in self.cast.of]
        alike = [n for n in rows if noun and noun[:5] in self.doc.phrases[n].name.casefold()]
        organs = "intergovernmental" in sorts
        fitting = alike or [
            n for n in rows if sorts & self.tongue.sorts(self.doc, n) or (organs and self.tongue.parent(self.doc, n) is not None)
        ]
        if home:
            own = [n for n in fitting if self._country_of_phrase(n, self.doc.phrases[n]) in {self.home, None}]
            fitting = own or fitting
        if home and sorts == {"parliament"} and not alike and fitting:
            # Bills go from chamber to chamber: who speaks sits in the one that the text is about.
            counts = Counter(self.cast.of[n] for n in fitting)
            fitting = [n for n in fitting if counts[self.cast.of[n]] == max(counts.values())]
        return fitting[-1] if fitting else None
