"""Noun phrases that stand for actors, each with its case, and the actor that a bare title or pronoun stands for.

Enters: Document, Cast, roles. Leaves: `Mention` rows in the order of the text, joined into groups («А, Б мен В»).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.extract.actors import Cast
from kg.extract.roles import Held
from kg.language import Language
from kg.language.document import Document, Phrase, Title


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens `first` to `last`; `actors` are cluster numbers. `kind`: person, organization, country, title, pronoun, place."""

    first: int
    last: int
    kind: str
    case: str
    actors: tuple[int, ...]
    plural: bool = False
    attributive: bool = False
    iso: str | None = None
    name: str = ""


class MentionReader:
    """Reads the mentions of one document from left to right, so that each title looks back for its bearer."""

    def __init__(
        self, doc: Document, cast: Cast, held: list[Held], tongue: Language, country_of: dict[int, str], citizens: dict[str, str]
    ) -> None:
        self.doc = doc
        self.cast = cast
        self.held = held
        self.tongue = tongue
        self.home = tongue.home
        self.country_of = country_of
        self.citizens = citizens
        self.recent: list[tuple[int, int]] = []
        self.cases: dict[int, str] = {}

    def read(self) -> list[Mention]:
        """All mentions, in order."""
        titles = {t.first: t for t in self.doc.titles}
        inside: dict[int, Title] = {i: t for t in self.doc.titles for i in range(t.first, t.last + 1)}
        rows: list[Mention] = []
        by_start = {p.first: n for n, p in enumerate(self.doc.phrases)}
        i, end = 0, len(self.doc.tokens)
        while i < end:
            if self.doc.tokens[i].start < self.doc.body:
                i += 1
                continue
            title = titles.get(i)
            if title is not None:
                row, i = self._title(title, i)
                if row is not None:
                    rows.append(row)
                continue
            number = by_start.get(i)
            if number is not None and i not in inside:
                row = self._phrase(number, self.doc.phrases[number])
                if row is not None:
                    rows.append(row)
                i = self.doc.phrases[number].last + 1
                continue
            i += 1
        return self._with_relatives(rows)

    def _with_relatives(self, rows: list[Mention]) -> list[Mention]:
        """«Трамптың күйеу баласы Джаред Кушнер»: whose relative or aide a person is belongs to the person's phrase."""
        kept: list[Mention] = []
        for row in rows:
            previous = kept[-1] if kept else None
            if previous is not None and previous.case == "gen" and row.kind == "person":
                between = self.doc.tokens[previous.last + 1 : row.first]
                if 1 <= len(between) <= 3 and all(t.kind == "word" and not t.capital for t in between):
                    last = between[-1].nominal
                    if last.person == 3 and last.case == "nom":
                        kept[-1] = replace(row, first=previous.first)
                        continue
            kept.append(row)
        return kept

    def _title(self, title: Title, i: int) -> tuple[Mention | None, int]:
        if title.holders:
            first_holder = self.doc.phrases[title.holders[0]]
            actor = self.cast.of.get(title.holders[0])
            if actor is None:
                return None, first_holder.last + 1
            self._note(actor, i, first_holder.case)
            return Mention(
                i, first_holder.last, "person", first_holder.case, (actor,), attributive=first_holder.attributive
            ), first_holder.last + 1
        actors = self._bearers(title)
        if title.plural and len(title.bodies) > 1:
            # «Қазақстан, Ресей және Беларусь президенттері»: without names their countries act.
            actors = tuple(dict.fromkeys(n for b in title.bodies if (n := self.cast.of.get(b)) is not None))
        for actor in actors:
            self._note(actor, i, title.case)
        country = self._title_country(title)
        if (
            not actors
            and country is not None
            and not title.plural
            and title.kind in {"head_of_state", "head_of_government", "minister", "monarch"}
        ):
            number = self.cast.country(country)
            actors = () if number is None else (number,)
        return Mention(i, title.last, "title", title.case, actors, title.plural, iso=country, name=title.title), title.last + 1

    def _phrase(self, number: int, phrase: Phrase) -> Mention | None:
        if phrase.kind in {"person", "organization", "country"}:
            actor = self.cast.of.get(number)
            if actor is None:
                return None
            case = self._case(phrase)
            if phrase.kind == "person":
                self._note(actor, phrase.first, case)
            return Mention(
                phrase.first,
                phrase.last,
                phrase.kind,
                case,
                (actor,),
                attributive=phrase.attributive,
                iso=phrase.key if phrase.kind == "country" else None,
                name=phrase.name,
            )
        if phrase.kind == "place":
            return Mention(
                phrase.first,
                phrase.last,
                "place",
                phrase.case,
                (),
                attributive=phrase.attributive,
                iso=phrase.key,
                name=phrase.name,
            )
        if phrase.kind == "pronoun":
            return Mention(phrase.first, phrase.last, "pronoun", phrase.case, self._antecedents(phrase), phrase.plural)
        return None

    def _case(self, phrase: Phrase) -> str:
        """«Жапаровтың өзі»: with "himself" after it a genitive is the subject."""
        after = self.doc.tokens[phrase.last + 1].lower if phrase.last + 1 < len(self.doc.tokens) else ""
        return "nom" if phrase.case == "gen" and after in self.tongue.words("self") else phrase.case

    def _note(self, actor: int, position: int, case: str) -> None:
        self.recent.append((position, actor))
        self.cases[position] = case

    def _antecedents(self, phrase: Phrase) -> tuple[int, ...]:
        sentence = self.doc.tokens[phrase.first].sentence
        window = [actor for position, actor in self.recent if self.doc.tokens[position].sentence >= sentence - 2]
        if not window:
            return ()
        if phrase.plural:
            distinct = list(dict.fromkeys(reversed(window)))
            return tuple(reversed(distinct[:2]))
        here = [(position, actor) for position, actor in self.recent if self.doc.tokens[position].sentence == sentence]
        subjects = [actor for position, actor in here if self.cases.get(position) == "nom"]
        if phrase.case == "nom" and subjects:
            return (subjects[0],)
        oblique = [actor for position, actor in here if self.cases.get(position) not in {"nom", None}]
        if phrase.case != "nom" and oblique:
            return (oblique[-1],)
        before = self._subject_of(sentence - 1)
        if before is None:
            before = self._subject_of(sentence - 2)
        return (before if before is not None else window[-1],)

    def _subject_of(self, sentence: int) -> int | None:
        """The first person in the nominative of a sentence, else the first of all."""
        there = [(position, actor) for position, actor in self.recent if self.doc.tokens[position].sentence == sentence]
        subjects = [actor for position, actor in there if self.cases.get(position) == "nom"]
        return subjects[0] if subjects else there[0][1] if there else None

    def _title_country(self, title: Title) -> str | None:
        if title.bodies:
            phrase = self.doc.phrases[title.bodies[0]]
            return phrase.key if phrase.kind in {"country", "demonym"} else None
        return None

    def _bearers(self, title: Title) -> tuple[int, ...]:
        """Whom a title without a name means: the last named before it who bears such an office, of the same country."""
        if title.plural:
            return self._several(title)
        country = self._title_country(title)
        if title.lemma in self.tongue.words("no_office") or title.kind == "guest":
            return self._guest(title)
        fitting = [h for h in self.held if self._same_office(h, title) and (country is None or h.country in {country, None})]
        if title.bodies and country is None:
            body = self.cast.of.get(title.bodies[0])
            fitting = [h for h in fitting if h.body in {body, None}] or fitting[:0]
        if (
            country is None
            and not title.bodies
            and title.kind in {"head_of_state", "head_of_government", "minister", "chair"}
            and len({h.person for h in fitting}) > 1
        ):
            # In the country's own news a bare title means its own office-holder.
            fitting = [h for h in fitting if h.country == self.home] or fitting
        if country is None and not title.bodies and title.kind in {"head_of_state", "head_of_government"}:
            own = self._unnamed_office(self.home)
            if own and not any(h.country == self.home for h in fitting):
                return own
        before = [h for h in fitting if h.first < title.first]
        if before:
            people = {h.person for h in before}
            recent = [actor for position, actor in self.recent if actor in people]
            return (recent[-1] if recent else before[-1].person,)
        if fitting:
            return (fitting[0].person,)
        if (
            country is not None
            or (title.kind == "head_of_state" and not title.possessed)
            or title.lemma in self.tongue.words("head_word")
        ):
            wanted = country or self.home
            if title.kind in {"head_of_state", "head_of_government", "chair"} and (own := self._unnamed_office(wanted)):
                return own
            if country is not None and (known := self._of_country(country)):
                return known
            citizens = [
                actor
                for _, actor in self.recent
                if self._citizen(actor) == wanted and not any(h.person == actor for h in self.held)
            ]
            if citizens and title.kind in {"head_of_state", "head_of_government", "chair"}:
                return (citizens[-1],)
        return ()

    def _unnamed_office(self, country: str) -> tuple[int, ...]:
        """The citizen last spoken of to whom the text gives no office."""
        rows = [a for _, a in self.recent if self._citizen(a) == country and not any(h.person == a for h in self.held)]
        return (rows[-1],) if rows else ()

    def _of_country(self, country: str) -> tuple[int, ...]:
        """The person last spoken of who holds an office of a country."""
        rows = [a for _, a in self.recent if self.country_of.get(a) == country]
        return (rows[-1],) if rows else ()

    def _citizen(self, actor: int) -> str | None:
        known = self.country_of.get(actor)
        if known:
            return known
        for name in self.cast.clusters[actor].names:
            code = self.citizens.get(name.split()[-1].split(".")[-1].casefold())
            if code:
                return code
        return None

    def _several(self, title: Title) -> tuple[int, ...]:
        codes = [self.doc.phrases[b].key for b in title.bodies if self.doc.phrases[b].kind == "demonym"]
        if codes:
            return tuple(dict.fromkeys(a for code in codes if code for a in self._of_country(code)))
        sentence = self.doc.tokens[title.first].sentence
        recent = [actor for position, actor in self.recent if sentence - 2 <= self.doc.tokens[position].sentence <= sentence]
        distinct = list(dict.fromkeys(reversed(recent)))
        return tuple(reversed(distinct[:2])) if len(distinct) >= 2 else ()

    def _guest(self, title: Title) -> tuple[int, ...]:
        foreign = [actor for position, actor in self.recent if self.country_of.get(actor) not in {self.home, None}]
        if title.bodies:
            country = self._title_country(title)
            foreign = [a for a in foreign if self.country_of.get(a) == country] or foreign[:0]
        return (foreign[-1],) if foreign else ()

    def _same_office(self, held: Held, title: Title) -> bool:
        heads = self.tongue.words("head_word")
        if title.kind == "head_of_state" and held.kind == "head_of_state" and (title.bodies or not title.possessed):
            return True
        if held.lemma == title.lemma and title.lemma not in heads:
            mine, theirs = set(title.title.casefold().split()), set(held.title.casefold().split())
            return len(mine) <= 2 or bool(mine & theirs - {title.lemma})
        state = held.certain and held.body is not None and self.cast.clusters[held.body].type == "country"
        leads = held.kind in {"head_of_state", "monarch"} or (state and held.lemma in self.tongue.words("state_head"))
        if title.kind == "head_of_state" or (title.lemma in heads and title.bodies):
            return leads
        if title.kind == "head_of_government":
            return held.kind == "head_of_government"
        if set(title.title.casefold().split()) & self.tongue.words("ministry_word"):
            return held.kind == "minister"
        return False


def groups(doc: Document, mentions: list[Mention], tongue: Language) -> list[list[Mention]]:
    """Mentions joined by "and" or a comma; each takes the case of the last."""
    rows: list[list[Mention]] = []
    for mention in mentions:
        previous = rows[-1][-1] if rows else None
        if previous and _joined(doc, previous, mention, tongue):
            rows[-1].append(mention)
        else:
            rows.append([mention])
    return rows


def _joined(doc: Document, a: Mention, b: Mention, tongue: Language) -> bool:
    if doc.tokens[a.last].sentence != doc.tokens[b.first].sentence or a.kind == "pronoun" or b.kind == "pronoun":
        return False
    words = [t.lower for t in doc.tokens[a.last + 1 : b.first]]
    loose, close = tongue.words("joins_like"), tongue.words("joins_any")
    if not words or not all(word in loose or word in close or word in {",", "(", ")"} for word in words):
        return False
    if (a.kind == "place") != (b.kind == "place") and a.kind != "country" and b.kind != "country":
        return False
    # «Қытайда, Ресеймен»: a comma joins only what may stand in one list.
    return a.case == "nom" or (a.case == b.case and (words[0] == "," or words[0] in loose or words[-1] in close))
