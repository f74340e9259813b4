"""Which office a person holds. Enters: Document, Cast. Leaves: `Held` rows: person, title, body, with the words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from kg.extract.actors import Cast
from kg.language import Language
from kg.language.document import Document, Phrase, Title

STATE_OFFICES = frozenset(
    {
        "head_of_state",
        "head_of_government",
        "minister",
        "deputy",
        "monarch",
        "ambassador",
        "envoy",
        "speaker",
        "secretary",
        "spokesperson",
        "chair",
        "military",
        "governor",
        "other",
    }
)


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


class RoleReader:
    """Reads offices in the order of the text; a title without a body takes what the context gives."""

    def __init__(self, doc: Document, cast: Cast, tongue: Language, citizens: dict[str, str]) -> None:
        self.doc = doc
        self.cast = cast
        self.tongue = tongue
        self.home = tongue.home
        self.citizens = citizens
        self.held: list[Held] = []
        self.country_of: dict[int, str] = {}

    def read(self) -> list[Held]:
        """All roles, one for each distinct (person, title, body)."""
        for title in self.doc.titles:
            if title.lemma in self.tongue.words("no_office"):
                continue
            if not title.holders:
                self._career(title)
                continue
            bodies = self._in_brackets(title) or self._bodies(title)
            for n, holder in enumerate(title.holders):
                person = self.cast.of.get(holder)
                if person is None:
                    continue
                if len(bodies) == len(title.holders):
                    body, country = bodies[n]
                elif bodies and not (title.plural and len(bodies) > 1):
                    body, country = bodies[0]
                elif bodies:
                    body, country = bodies[min(n, len(bodies) - 1)]
                else:
                    body, country = self._inferred(title, holder, person)
                held = Held(
                    person,
                    title.title,
                    title.kind,
                    title.lemma,
                    body,
                    country,
                    title.first,
                    self.doc.phrases[holder].last,
                    bool(bodies),
                )
                if country and (title.kind in STATE_OFFICES):
                    self.country_of.setdefault(person, country)
                self._hold(held)
        return self.held

    def _career(self, title: Title) -> None:
        """«… Израильдегі елшісі болды»: an office in a life told, its bearer the person spoken of."""
        if title.plural or not self.tongue.holds(self.doc, title.last):
            return
        sentence = self.doc.tokens[title.first].sentence
        persons = [(n, p) for n, p in enumerate(self.doc.phrases) if p.kind == "person" and n in self.cast.of]
        here = [
            n for n, p in persons if self.doc.tokens[p.first].sentence == sentence and p.last < title.first and p.case == "nom"
        ]
        before = [n for n, p in persons if p.last < title.first]
        if here:
            person = self.cast.of[here[-1]]
        elif before:
            counts = Counter(self.cast.of[n] for n in before)
            person = counts.most_common(1)[0][0]
        else:
            return
        bodies = self._bodies(title)
        body, country = bodies[0] if bodies else (None, self.country_of.get(person) or self.citizens.get(self._surname(person)))
        if not bodies:
            country = country or self.home
            body = self.cast.country(country)
        self._hold(Held(person, title.title, title.kind, title.lemma, body, country, title.first, title.last, certain=False))

    def _surname(self, person: int) -> str:
        return max(self.cast.clusters[person].names, key=len).split()[-1].split(".")[-1].casefold()

    def _hold(self, held: Held) -> None:
        for other in self.held:
            if (
                other.person == held.person
                and other.title.casefold() == held.title.casefold()
                and held.body in {other.body, None}
            ):
                return
        self.held.append(held)

    def _in_brackets(self, title: Title) -> list[tuple[int | None, str | None]]:
        """«саяси директорлары А (Франция), Б (Германия)»: the country in brackets behind each name."""
        rows: list[tuple[int | None, str | None]] = []
        starts = {p.first: n for n, p in enumerate(self.doc.phrases)}
        for holder in title.holders:
            last = self.doc.phrases[holder].last
            number = starts.get(last + 2)
            if number is None or self.doc.tokens[last + 1].text != "(" or self.doc.phrases[number].kind != "country":
                return []
            rows.append((self.cast.of.get(number), self.doc.phrases[number].key))
        return rows

    def _bodies(self, title: Title) -> list[tuple[int | None, str | None]]:
        rows: list[tuple[int | None, str | None]] = []
        for number in title.bodies:
            phrase = self.doc.phrases[number]
            if phrase.kind == "demonym":
                rows.append((self.cast.country(phrase.key), phrase.key))
            else:
                rows.append((self.cast.of.get(number), self._country_of_phrase(number, phrase)))
        if not rows and title.common_body:
            found = self._named_before(title)
            if found is not None:
                rows.append(found)
        return rows

    def _country_of_phrase(self, number: int, phrase: Phrase) -> str | None:
        if phrase.kind == "country":
            return phrase.key
        before = number - 1
        if before >= 0 and self.doc.phrases[before].kind == "country" and self.doc.phrases[before].last == phrase.first - 1:
            return self.doc.phrases[before].key
        return next(
            (c.key for c in self.cast.clusters if c.type == "country" and any(phrase.name.startswith(n) for n in c.names)), None
        )

    def _named_before(self, title: Title) -> tuple[int | None, str | None] | None:
        """«ұйымның Бас хатшысы»: the body last named before."""
        if title.common_body in self.tongue.words("country_noun"):
            phrases = [
                (n, p)
                for n, p in enumerate(self.doc.phrases)
                if p.kind in {"country", "place"} and p.last < title.first and n in self.cast.of
            ]
            foreign = [(n, p) for n, p in phrases if p.key != self.home]
            if foreign:
                _n, phrase = foreign[-1]
                return self.cast.country(phrase.key), phrase.key
            return None
        wanted = (title.common_body or "")[:5]
        before = [
            n for n, p in enumerate(self.doc.phrases) if p.kind == "organization" and p.last < title.first and n in self.cast.of
        ]
        alike = [n for n in before if wanted in self.doc.phrases[n].name.casefold()]
        chosen = (alike or before)[-1:]
        if not chosen:
            return None
        return self.cast.of[chosen[0]], self._country_of_phrase(chosen[0], self.doc.phrases[chosen[0]])

    def _foreign_near(self, title: Title) -> str | None:
        """The foreign country last named in the sentence or the one before."""
        sentence = self.doc.tokens[title.first].sentence
        codes = [
            p.key
            for p in self.doc.phrases
            if p.kind in {"country", "place"}
            and p.last < title.first
            and p.key != self.home
            and sentence - self.doc.tokens[p.first].sentence <= 1
            and self.cast.country(p.key) is not None
        ]
        return codes[-1] if codes else None

    def _inferred(self, title: Title, holder: int, person: int) -> tuple[int | None, str | None]:
        known = self.country_of.get(person)
        name = self.doc.phrases[holder].name.split()[-1].split(".")[-1].casefold()
        code = known or self.citizens.get(name)
        if code is None and title.possessed and self.held:
            near = self.held[-1]
            if self.doc.tokens[title.first].sentence - self.doc.tokens[near.first].sentence <= 1:
                return near.body, near.country
        if code is None and title.possessed:
            sentence = self.doc.tokens[title.first].sentence
            earlier = [h for h in self.held if self.doc.tokens[h.first].sentence == sentence and h.last < title.first]
            if earlier:
                return earlier[-1].body, earlier[-1].country
        if code is None and title.kind in STATE_OFFICES and title.kind != "party":
            code = self.home if self.tongue.homely(self.doc.phrases[holder].name) else self._foreign_near(title) or self.home
        return self.cast.country(code), code
