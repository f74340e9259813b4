"""Which office a person holds. Enters: Document, Cast. Leaves: `Held` rows: person, title, body, with the words.

Titles beside names come first, then offices in a life told, then titles that stand alone for a known person.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.actors import Cast
from kg.extract.likely_bodies import STATE_OFFICES
from kg.extract.lives import Lives
from kg.extract.named_bodies import Body
from kg.extract.title_bodies import TitleBodies
from kg.language import Language
from kg.language.document import Document, Title

LEADERS = frozenset({"head_of_state", "head_of_government", "monarch"})
# Offices that meet their like: a counterpart of a minister is a minister.
LONGEST_LIKE = 3
EQUALS = frozenset({"head_of_state", "head_of_government", "minister"})


@dataclass(frozen=True, slots=True)
class Held:
    """`person` and `body` are cluster numbers, the words are tokens `first` to `last`."""

    person: int
    title: str
    kind: str
    lemma: str
    body: int | None
    country: str | None
    first: int
    last: int
    certain: bool = True
    rule: str = "title before a name"


class RoleReader:
    """Reads offices in the order of the text; a title without a body takes what the context gives."""

    def __init__(self, doc: Document, cast: Cast, tongue: Language) -> None:
        self.doc = doc
        self.cast = cast
        self.tongue = tongue
        self.home = tongue.home
        self.held: list[Held] = []
        self.country_of: dict[int, str] = {}
        self.lives = Lives(doc, cast, tongue)
        self.bodies = TitleBodies(doc, cast, tongue, self.country_of, self.held)

    def read(self) -> list[Held]:
        """All roles, one for each distinct (person, title, body)."""
        told: set[int] = set()
        lives = self.lives.titles()
        for n, title in enumerate(self.doc.titles):
            if title.lemma in self.tongue.words("no_office"):
                self._colleague(title)
            elif self._no_role(title):
                continue
            elif title.holders or title.bearers:
                self._named(title)
            elif n in lives and self._career(title):
                told.add(n)
        for n, title in enumerate(self.doc.titles):
            if n not in told and not title.holders and not title.bearers:
                self._alone(title)
        self._shared_office()
        self._bracketed()
        self._same_post()
        self.held.sort(key=lambda h: h.first)
        return self.held

    def _bracketed(self) -> None:
        """«Х (Иран)»: whose person somebody is, told in brackets behind the name."""
        for _, person, bracket in self._with_brackets():
            self.country_of.setdefault(person, bracket.country or self.home)

    def _with_brackets(self) -> Iterator[tuple[int, int, Body]]:
        """Phrase and actor of each person behind whose name a country stands in brackets, with that country."""
        for number, phrase in enumerate(self.doc.phrases):
            person = self.cast.of.get(number) if phrase.kind == "person" else None
            bracket = self.bodies.named.in_brackets(number) if person is not None else None
            if person is not None and bracket is not None and bracket.country:
                yield number, person, bracket

    def _no_role(self, title: Title) -> bool:
        """A word that is no office, or the head of something that nothing names («топтың жетекшісі»)."""
        words = title.title.casefold().split()
        if {title.lemma, words[0], title.common_body or ""} & self.tongue.words("no_role"):
            return True
        if title.lemma in self.tongue.words("rank_only") and not title.bodies:
            return True
        bare = title.lemma in self.tongue.words("head_word") and len(words) == 1
        vague = bare and not title.plural and not title.bodies and not title.common_body
        return vague and self.tongue.owned(self.doc, title.first)

    def _named(self, title: Title) -> None:
        """A title beside the names of those who bear it."""
        people = title.holders or title.bearers
        chained = title.rank and any(people[0] in t.bearers for t in self.doc.titles if t is not title)
        if chained:
            return
        bodies = self.bodies.of_each(title, people)
        for holder, body in zip(people, bodies, strict=True):
            person = self.cast.of.get(holder)
            if person is None:
                continue
            phrase = self.doc.phrases[holder]
            if body.country and title.kind in STATE_OFFICES and not title.rank:
                self.country_of.setdefault(person, body.country)
            first, last = min(title.first, phrase.first), max(title.last, phrase.last)
            rule = "title before a name" if title.holders else "title of a name beside it"
            held = Held(person, title.title, title.kind, title.lemma, body.actor, body.country, first, last, body.said, rule)
            self._hold(held)

    def _colleague(self, title: Title) -> None:
        """«қырғызстандық әріптесі Х»: no office, but whose person somebody is."""
        for holder in title.holders if not title.plural else ():
            person = self.cast.of.get(holder)
            body = self.doc.phrases[title.bodies[0]] if title.bodies else None
            if person is None or body is None or body.kind not in {"country", "demonym"} or not body.key:
                continue
            self.country_of.setdefault(person, body.key)
            if self.cast.country(body.key) is None:
                continue
            like = self._counterpart(title, person, body.key)
            several = like is not None and (" – " in like.title or "," in like.title or len(like.title.split()) > LONGEST_LIKE)
            if like is not None and not several and not any(h.person == person for h in self.held):
                last = self.doc.phrases[holder].last
                held = replace(like, person=person, body=self.cast.country(body.key), country=body.key, certain=False)
                self._hold(replace(held, first=title.first, last=last, rule="office of a counterpart"))

    def _counterpart(self, title: Title, person: int, country: str) -> Held | None:
        """Whose counterpart somebody of a country is: of the subject, else of the own country's, else of who was named last."""
        fitting = [h for h in self.held if h.kind in EQUALS and h.country != country and h.person != person]
        sentence = self.doc.tokens[title.first].sentence
        subjects = {
            self.cast.of.get(n)
            for n, p in enumerate(self.doc.phrases)
            if p.kind == "person" and p.case == "nom" and p.last < title.first and self.doc.tokens[p.first].sentence == sentence
        }
        own = [h for h in fitting if h.country == self.home]
        said = [h for h in fitting if h.person in subjects]
        if not said and any(h.person in subjects for h in self.held):
            return None  # the counterpart of somebody of another rank
        return next(reversed(said or own or fitting), None)

    def _career(self, title: Title) -> bool:
        """«… Израильдегі елшісі болды»: an office in a life told, its bearer the person spoken of."""
        bare = title.lemma in self.tongue.words("head_word") and not title.bodies and len(title.title.split()) == 1
        if title.plural or bare:
            return False
        person = self.lives.bearer(title)
        if person is None:
            return False
        rows = self.bodies.named.said(title)
        if rows:
            body = rows[0]
        else:
            near = next((h for h in reversed(self.held) if h.person == person and h.rule == "office of a life told"), None)
            country = self.bodies.likely.known(person) or (near.country if near else None) or self.home
            body = Body(self.cast.country(country), country, said=False)
        self._hold(
            Held(
                person,
                title.title,
                title.kind,
                title.lemma,
                body.actor,
                body.country,
                title.first,
                title.last,
                False,
                "office of a life told",
            )
        )
        return True

    def _shared_office(self) -> None:
        """«министрлер жиналды: А (Қазақстан), Б (Ресей)»: one office told before a list of names with their countries."""
        busy = {h.person for h in self.held}
        listed: dict[int, list[tuple[int, Body]]] = {}
        for number, person, bracket in self._with_brackets():
            if person not in busy:
                listed.setdefault(self.doc.tokens[self.doc.phrases[number].first].sentence, []).append((number, bracket))
        for sentence, rows in listed.items():
            offices = [
                t
                for t in self.doc.titles
                if t.plural
                and not t.holders
                and t.kind in STATE_OFFICES
                and t.lemma not in self.tongue.words("no_office")
                and t.last < self.doc.phrases[rows[0][0]].first
                and sentence - self.doc.tokens[t.last].sentence <= 1
            ]
            if len(rows) < 2 or not offices:
                continue
            office = offices[-1]
            for number, body in rows:
                phrase = self.doc.phrases[number]
                person = self.cast.of[number]
                self.country_of.setdefault(person, body.country or self.home)
                row = (office.title, office.kind, office.lemma, body.actor, body.country, phrase.first, phrase.last)
                self._hold(Held(person, *row, rule="shared office"))

    def _same_post(self) -> None:
        """«Бұл қызметті бұрын Х атқарған»: another who held the office told last."""
        posts = [h for h in self.held if h.rule != "title before a name"]
        for first, last in self.doc.sentences:
            start = next((i for i in range(first, last) if self.tongue.this_post(self.doc, i)), None)
            before = [h for h in posts if start is not None and h.last < start]
            near = [h for h in before if self.doc.tokens[first].sentence - self.doc.tokens[h.first].sentence <= 2]
            if not near:
                continue
            post = near[-1]
            for number, phrase in enumerate(self.doc.phrases):
                person = self.cast.of.get(number)
                if (
                    phrase.kind != "person"
                    or not first <= phrase.first < last
                    or phrase.case not in {"nom", "acc"}
                    or person is None
                ):
                    continue
                if person != post.person:
                    self._hold(
                        replace(post, person=person, first=phrase.first, last=phrase.last, certain=False, rule="same office")
                    )
                break

    def _alone(self, title: Title) -> None:
        """«Түркия Президенті» without a name: the citizen of that country whom the text names without an office."""
        if title.kind not in LEADERS or title.plural or title.organ or self.tongue.counted(self.doc, title.first) is not None:
            return
        rows = self.bodies.named.said(title)
        if rows:
            country = rows[0].country if rows[0].actor is None or rows[0].actor == self.cast.country(rows[0].country) else None
        else:
            alone = len(title.title.split()) == 1
            country = self.home if not (title.possessed and alone) and title.common_body is None else None
        if country is None or (title.lemma in self.tongue.words("head_word") and len(title.title.split()) == 1):
            return
        if any(h.country == country and h.kind in LEADERS and h.kind == title.kind for h in self.held):
            return
        person = self._incumbent(country)
        if person is None:
            return
        self.country_of.setdefault(person, country)
        self._hold(
            Held(
                person,
                title.title,
                title.kind,
                title.lemma,
                self.cast.country(country),
                country,
                title.first,
                title.last,
                False,
                "title alone",
            )
        )

    def _incumbent(self, country: str) -> int | None:
        """The person of a country named most, of those who hold no office in the text."""
        busy = {h.person for h in self.held}
        counts = {
            n: sum(c.names.values())
            for n, c in enumerate(self.cast.clusters)
            if c.type == "person" and n not in busy and self.bodies.likely.known(n) == country
        }
        if not counts:
            return None
        most = max(counts.values())
        best = [n for n, count in counts.items() if count == most]
        return best[0] if len(best) == 1 else None

    def _hold(self, held: Held) -> None:
        for n, other in enumerate(self.held):
            if other.person == held.person and other.title.casefold() == held.title.casefold():
                if held.body in {other.body, None}:
                    return
                if not other.certain and held.certain and other.body is not None:
                    # What the text says of the body stands above what was inferred.
                    self.held[n] = replace(other, body=held.body, country=held.country, certain=True)
                    return
        self.held.append(held)
