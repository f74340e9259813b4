"""Whom a pronoun, a bare title or a word for the other side stands for.

Enters: what has been spoken of so far, as `note` is told. Leaves: actors, none where the text leaves it open.
"""

from __future__ import annotations

from collections import deque

from kg.extract.actors import Cast
from kg.extract.plurals import Plurals
from kg.extract.roles import Held
from kg.language import Language
from kg.language.document import Document, Phrase, Title

DIPLOMATS = frozenset({"ambassador", "envoy", "minister", "deputy", "spokesperson"})
# So many mentions back somebody may be meant: enough for an article, bounded for a book.
REMEMBERED = 400
# Who was spoken of so many sentences before may still be meant.
NEAR = 2


class Antecedents:
    """Remembers one document's persons in the order of the text."""

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
        self.recent: deque[tuple[int, int]] = deque(maxlen=REMEMBERED)
        self.cases: dict[int, str] = {}
        self.plurals = Plurals(doc, cast, held, tongue, country_of)
        self.citizenship: dict[int, str | None] = {}
        self.travellers: list[int] = []
        # Who else bears the office of the title read last, the last named first.
        self.rivals: tuple[int, ...] = ()

    def note(self, actor: int, first: int, last: int, case: str) -> None:
        """Keeps that an actor was spoken of by tokens `first` to `last`, and in which case."""
        self.recent.append((first, actor))
        self.cases[first] = case
        self.plurals.note(actor, first, last, case)
        if self.tongue.journeys(self.doc, first, last, case):
            self.travellers.append(actor)

    def keep(self, actor: int, position: int, case: str) -> None:
        """Keeps that a pronoun spoke of an actor."""
        self.recent.append((position, actor))
        self.cases[position] = case
        self.plurals.keep(actor, position)

    def of_pronoun(self, phrase: Phrase) -> tuple[int, ...]:
        """Whom a pronoun means: somebody of its own sentence, else the subject of the one before."""
        sentence = self.doc.tokens[phrase.first].sentence
        window = [actor for position, actor in self.recent if self.doc.tokens[position].sentence >= sentence - 2]
        if not window:
            return ()
        if phrase.case == "gen" and (beside := self.plurals.beside(phrase.first)) is not None:
            return (beside,)
        if phrase.plural:
            return self.plurals.of_pronoun(phrase.first, phrase.case)
        here = [(position, actor) for position, actor in self.recent if self.doc.tokens[position].sentence == sentence]
        subjects = [actor for position, actor in here if self.cases.get(position) == "nom"]
        if phrase.case == "nom" and subjects:
            return (subjects[0],)
        oblique = [actor for position, actor in here if self.cases.get(position) not in {"nom", None}]
        if phrase.case != "nom":
            # «Х келді, оны Ү қабылдады»: who acted in an earlier clause; who acts in its own the pronoun never means.
            start = self._clause_start(phrase.first)
            earlier = [actor for position, actor in here if self.cases.get(position) == "nom" and position < start]
            own = {actor for position, actor in here if self.cases.get(position) == "nom" and position >= start}
            oblique = [actor for actor in oblique if actor not in own]
            if oblique or earlier:
                return ((oblique or earlier)[-1],)
        before = self._subject_of(sentence - 1)
        if before is None:
            before = self._subject_of(sentence - 2)
        return (before if before is not None else window[-1],)

    def _clause_start(self, i: int) -> int:
        """First token of the clause of token `i`."""
        return next((a for a, b in self.tongue.clauses(self.doc, self.doc.tokens[i].sentence) if a <= i < b), i)

    def _subject_of(self, sentence: int) -> int | None:
        """The first person in the nominative of a sentence, else the first of all."""
        there = [(position, actor) for position, actor in self.recent if self.doc.tokens[position].sentence == sentence]
        fronted = there and self.cases.get(there[0][0]) == "acc"
        subjects = [actor for position, actor in there if self.cases.get(position) == "nom"]
        return there[0][1] if fronted else subjects[0] if subjects else there[0][1] if there else None

    def country_of_title(self, title: Title) -> str | None:
        """The country that a title belongs to, where it names one."""
        if title.bodies:
            phrase = self.doc.phrases[title.bodies[0]]
            return phrase.key if phrase.kind in {"country", "demonym"} else None
        return None

    def of_title(self, title: Title) -> tuple[int, ...]:
        """Whom a title without a name means: the last named before it who bears such an office, of the same country."""
        self.rivals = ()
        size = self.tongue.counted(self.doc, title.first)
        if size == 0:
            return ()
        guests = title.plural and size is None and not title.bodies and title.lemma in self.tongue.words("guest")
        if guests and self.travellers:
            return (self.travellers[-1],)
        if title.plural or size is not None:
            return self.plurals.of_title(title, size)
        country = self.country_of_title(title)
        if title.lemma in self.tongue.words("no_office") or title.kind == "guest":
            return self._guest(title)
        fitting = [h for h in self.held if self._same_office(h, title) and (country is None or h.country in {country, None})]
        if title.bodies and country is None:
            body = self.cast.of.get(title.bodies[0])
            fitting = [h for h in fitting if h.body in {body, None}] or fitting[:0]
        if title.kind == "head_of_government":
            # «канцлер» is no prime minister of another country where a chancellor is named.
            fitting = [h for h in fitting if h.lemma == title.lemma] or fitting
        bearers = {h.person for h in fitting if h.first < title.first}
        self.rivals = tuple(dict.fromkeys(a for _, a in reversed(self.recent) if a in bearers))
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
            if country is not None and (stranger := self._stranger(title, country, self._acting(title))):
                return stranger
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
        rows = [a for _, a in self.recent if self._citizen(a) == country]
        return (rows[-1],) if rows else ()

    def _citizen(self, actor: int) -> str | None:
        known = self.country_of.get(actor)
        if known:
            return known
        if actor not in self.citizenship:
            codes = (self.tongue.citizen(name) for name in self.cast.clusters[actor].names)
            self.citizenship[actor] = next((code for code in codes if code), None)
        return self.citizenship[actor]

    def _guest(self, title: Title) -> tuple[int, ...]:
        """Whom «қонақ», «әріптесі», «ресейлік дипломат» mean."""
        acting = self._acting(title)
        country = self.country_of_title(title)
        if title.lemma in self.tongue.words("guest"):
            # «Словениялық қонақ» is who came from there, not the minister named since.
            came = [a for a in self.travellers if not title.bodies or (a != acting and self._citizen(a) == country is not None)]
            if came:
                return (came[-1],)
        if title.bodies:
            rows = [a for _, a in self.recent if country is not None and self._citizen(a) == country and a != acting]
        else:
            # The other side is not of the country of whoever acts.
            apart = {None, (self._citizen(acting) if acting is not None else None) or self.home}
            rows = [a for _, a in self.recent if self._citizen(a) not in apart]
        if title.lemma in self.tongue.words("diplomat_word") and not title.bodies:
            abroad = [a for _, a in self.recent if a != acting and self._citizen(a) != self.home]
            rows = [a for a in abroad if self.plurals.kinds.get(a, set()) & DIPLOMATS] or rows
        if acting is not None and title.lemma in self.tongue.words("colleague"):
            rows = [a for a in rows if self.plurals.colleagues(a, acting)] or rows
        if rows:
            return (rows[-1],)
        if not title.bodies and title.lemma in self.tongue.words("guest"):
            before = self._subject_of(self.doc.tokens[title.first].sentence - 1)
            abroad = [a for _, a in self.recent if a != acting and self._citizen(a) is None and not self._homely(a)]
            if abroad and (before is None or self._citizen(before) == self.home):
                return (abroad[-1],)
            return () if before is None or before == acting else (before,)
        return self._stranger(title, country, acting) if country is not None else ()

    def _acting(self, title: Title) -> int | None:
        """Who does what the sentence tells, where the title is not the subject itself."""
        sentence = self.doc.tokens[title.first].sentence
        subjects = self.plurals.subjects.get(sentence, []) if title.case != "nom" else []
        return subjects[0] if subjects else None

    def _homely(self, actor: int) -> bool:
        return any(self.tongue.homely(name) for name in self.cast.clusters[actor].names)

    def _stranger(self, title: Title, country: str, acting: int | None) -> tuple[int, ...]:
        """The only one spoken of lately whose country the text leaves open, and whose name is of a kind to match."""
        sentence = self.doc.tokens[title.first].sentence
        lately = {a for position, a in self.recent if sentence - self.doc.tokens[position].sentence <= NEAR} - {acting}
        rows = [a for a in lately if self._citizen(a) is None and self._homely(a) == (country == self.home)]
        return tuple(rows) if len(rows) == 1 else ()

    def _chamber(self, held: Held) -> bool:
        """Whether an office is that of a parliament or of one of its houses."""
        names = [held.title] if held.body is None else [held.title, *self.cast.clusters[held.body].names]
        stems = tuple(self.tongue.words("chamber"))
        words = [word for name in names for word in name.casefold().split()]
        parts = tuple(self.tongue.words("chamber_part"))
        return any(word.startswith(stems) for word in words) and not any(word.startswith(parts) for word in words)

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
        if title.kind == "speaker":
            return held.kind == "speaker" or (held.lemma in self.tongue.words("state_head") and self._chamber(held))
        if set(title.title.casefold().split()) & self.tongue.words("ministry_word"):
            return held.kind == "minister"
        return False
