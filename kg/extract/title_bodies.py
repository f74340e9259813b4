"""Which country or organization a title belongs to. Enters: Document, Cast, a title, its bearers. Leaves: `Body` rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.actors import Cast
from kg.language import Language
from kg.language.document import Document, Phrase, Title

if TYPE_CHECKING:
    from kg.extract.roles import Held

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


# Bodies that every country has one of: an office in one of them is of the country where nothing else is said.
NATIONAL = frozenset({"ministry", "parliament", "government", "administration"})


# Where many meet who hold no office there.
VENUES = frozenset({"parliament", "government", "intergovernmental", "assembly", "forum", "building", "council", "court"})


@dataclass(frozen=True, slots=True)
class Body:
    """`actor`: cluster number; `country`: ISO code; `said`: whether the text names it beside the title."""

    actor: int | None
    country: str | None
    said: bool = True


class TitleBodies:
    """`held` and `country_of` are shared with the reader of roles, so that each title sees those before it."""

    def __init__(
        self,
        doc: Document,
        cast: Cast,
        tongue: Language,
        country_of: dict[int, str],
        held: list[Held],
    ) -> None:
        self.doc = doc
        self.cast = cast
        self.tongue = tongue
        self.home = tongue.home
        self.country_of = country_of
        self.held = held
        # «Ресейдегі елші»: a country that a title only names as host says nothing of the next.
        starts = {p.first: n for n, p in enumerate(doc.phrases)}
        inside = {starts[i] for t in doc.titles for i in range(t.first, t.last + 1) if i in starts}
        self.hosts = inside - {b for t in doc.titles for b in t.bodies}

    def of_each(self, title: Title, people: tuple[int, ...]) -> list[Body]:
        """The body of the title for each of those who bear it."""
        brackets = [self._in_brackets(p) for p in people]
        bodies = self.said(title)
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
                rows.append(self._inferred(title, person))
        if not title.bodies and title.plural and len(people) == 2 and not any(brackets):
            rows = self._companies(title) or (self._pair(title, people) if not bodies else []) or rows
        return rows

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
            rows.append(Body(actor, country))
        if not rows and title.common_body:
            found = self._named_before(title)
            if found is not None:
                rows.append(found)
        return rows

    def citizen(self, person: int) -> str | None:
        """The country of a known person."""
        names = sorted(self.cast.clusters[person].names, key=lambda name: (-len(name), name))
        return next((code for name in names[:1] if (code := self.tongue.citizen(name))), None)

    def _in_brackets(self, holder: int) -> Body | None:
        """«саяси директорлары А (Франция), Б (Германия)»: the country in brackets behind a name."""
        last = self.doc.phrases[holder].last
        tokens = self.doc.tokens
        if last + 3 >= len(tokens) or tokens[last + 1].text != "(":
            return None
        number = next((n for n, p in enumerate(self.doc.phrases) if p.first == last + 2), None)
        if number is None or tokens[self.doc.phrases[number].last + 1].text != ")":
            return None
        phrase = self.doc.phrases[number]
        if phrase.kind not in {"country", "organization"} or number not in self.cast.of:
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
            return self._body_of(here[-1]) if here else None
        number = self._last_of({sort}, title.first, title.common_body or "")
        return None if number is None else self._body_of(number, {sort})

    def _body_of(self, number: int, sorts: set[str] | None = None, *, said: bool = True) -> Body:
        """The organization of a phrase, or the one that it is an organ of where only that is of the wanted sorts."""
        actor = self.cast.of[number]
        parent = self.tongue.parent(self.doc, number)
        if sorts and parent is not None and not sorts & self.tongue.sorts(self.doc, number):
            actor = next((n for n, c in enumerate(self.cast.clusters) if c.key == parent[0]), actor)
        return Body(actor, self._country_of_phrase(number, self.doc.phrases[number]), said)

    def _last_of(self, sorts: set[str], before: int, noun: str = "", *, home: bool = False) -> int | None:
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
        return fitting[-1] if fitting else None

    def _foreign_near(self, title: Title, back: int = 1) -> str | None:
        """The foreign country last named in the sentence or at most `back` before."""
        sentence = self.doc.tokens[title.first].sentence
        codes = [
            p.key
            for n, p in enumerate(self.doc.phrases)
            if p.kind in {"country", "place"}
            and n not in self.hosts
            and p.last < title.first
            and p.key != self.home
            and sentence - self.doc.tokens[p.first].sentence <= back
            and self.cast.country(p.key) is not None
        ]
        return codes[-1] if codes else None

    def _inferred(self, title: Title, holder: int) -> Body:
        """What the context says: the title beside, the like office before, the kind of office, the person's country."""
        if title.rank:
            return Body(None, None, said=False)
        person = self.cast.of.get(holder)
        known = (self.country_of.get(person) or self.citizen(person)) if person is not None else None
        beside = self._on_behalf(title) or self._of_person(title) or self._beside(title, holder)
        if beside is not None:
            return beside
        sorts = self.tongue.office_sorts(title.title)
        if sorts:
            number = self._last_of(set(sorts), title.first, home=self._ours(known, holder))
            # An office that no country has is of none where the text names no body for it.
            return Body(None, known, said=False) if number is None else self._body_of(number, set(sorts), said=False)
        if known is not None and self.cast.country(known) is None and known != self.home:
            # Only a surname is known, and its country is not spoken of: it may be another's.
            known = self._foreign_near(title) or known
        words = title.title.lower().split()
        if known is None and any(w.startswith(tuple(self.tongue.words("home_office"))) for w in words):
            known = self.home  # only the home country has such an office
        if title.common_body and self.tongue.sort_of_noun(title.common_body) not in NATIONAL | {""}:
            # «комиссияның тең төрағасы»: of a body that nothing names, not of the country.
            return Body(None, known, said=False)
        if known is None and title.kind in STATE_OFFICES and title.kind != "party":
            known = self._likely(title, self.doc.phrases[holder].name)
        return Body(self.cast.country(known), known, said=False)

    def _on_behalf(self, title: Title) -> Body | None:
        """«Тегеран атынан министр Х», «министрлік атынан вице-министр Х», «Пентагонда хатшының көмекшісі Х»."""
        tokens = self.doc.tokens
        k = title.first - 1
        if k > 0 and tokens[k].lower in self.tongue.words("own_pronoun"):
            k -= 1
        at = next((n for n, p in enumerate(self.doc.phrases) if p.last == k), None)
        if at is not None and title.kind not in {"head_of_state", "head_of_government", "monarch"}:
            phrase = self.doc.phrases[at]
            inside = phrase.kind == "organization" and phrase.case == "loc" and not phrase.attributive and at in self.cast.of
            sorts = self.tongue.sorts(self.doc, at)
            # A deputy is received in parliament, but a deputy minister holds office in his ministry.
            fits = not sorts & VENUES and ("ministry" in sorts or title.kind not in {"minister", "deputy"})
            return self._body_of(at, said=False) if inside and fits else None
        if k < 1 or tokens[k].lower not in self.tongue.words("on_behalf"):
            return None
        at = next((n for n, p in enumerate(self.doc.phrases) if p.last == k - 1), None)
        if at is not None:
            phrase = self.doc.phrases[at]
            if phrase.kind == "organization" and at in self.cast.of and "government" not in self.tongue.sorts(self.doc, at):
                return self._body_of(at, said=False)
            country = self.cast.country(phrase.key) if phrase.kind in {"country", "place"} else None
            return Body(country, phrase.key, said=False) if country is not None else None
        lemma = tokens[k - 1].nominal.lemma
        sort = self.tongue.sort_of_noun(lemma)
        number = self._last_of({sort}, title.first, lemma) if sort else None
        return self._body_of(number, said=False) if number is not None else None

    def _of_person(self, title: Title) -> Body | None:
        """«Х-тің баспасөз хатшысы»: an office of a person is of what his own office is of, else of his country."""
        number = next((n for n, p in enumerate(self.doc.phrases) if p.kind == "person" and p.last == title.first - 1), None)
        serves = title.possessed and title.kind in {"spokesperson", "other", "deputy", "envoy"}
        if number is None or not serves or self.doc.phrases[number].case != "gen" or number not in self.cast.of:
            return None
        person = self.cast.of[number]
        own = next((h for h in reversed(self.held) if h.person == person), None)
        if own is not None:
            return Body(own.body, own.country, said=False)
        country = self.country_of.get(person) or self.citizen(person)
        return Body(self.cast.country(country), country, said=False) if country else None

    def _ours(self, known: str | None, holder: int) -> bool:
        """Whether a person is of the own country, as far as known or as the name says."""
        return (known or (self.home if self.tongue.homely(self.doc.phrases[holder].name) else None)) == self.home

    def _likely(self, title: Title, name: str) -> str:
        """The country of an office whose bearer nothing else is known of."""
        office = next((code for code in self.tongue.office_countries(title.title) if self.cast.country(code) is not None), None)
        near = self._foreign_near(title)
        own = title.title.casefold().startswith(tuple(self.tongue.words("own_leader")))
        here = self._foreign_near(title, back=0)
        if own and here is None and self.cast.country(self.home) is not None:
            return self.home
        if self.tongue.homely(name) and (near is None or self.cast.country(self.home) is not None):
            return self.home
        if office is None and near is None and (fitting := self._of_name(name, near)):
            return fitting
        return office or near or self._like(title) or self._spoken_of() or self._foreign_near(title, back=99) or self.home

    def _of_name(self, name: str, near: str | None) -> str | None:
        """The country of the text where the given name is at home: the one named near, else the only one."""
        codes = [code for code in self.tongue.likely_countries(name) if self.cast.country(code) is not None]
        if near in codes:
            return near
        return codes[0] if len(codes) == 1 else None

    def _spoken_of(self) -> str | None:
        """The foreign country that the text names most, where it names one more than all others."""
        counts = sorted(
            (
                (sum(c.names.values()), c.key)
                for c in self.cast.clusters
                if c.type == "country" and c.key not in {self.home, None}
            ),
            key=lambda row: (-row[0], str(row[1])),
        )
        if counts and counts[0][0] > 1 and (len(counts) == 1 or counts[0][0] > counts[1][0]):
            return counts[0][1]
        return None

    def _beside(self, title: Title, holder: int) -> Body | None:
        """«Х төрағасы А мен оның орынбасары Б»: the office told last, where this one hangs on it."""
        if not title.possessed or not self.held:
            return None
        near = self.held[-1]
        if self.doc.tokens[title.first].sentence - self.doc.tokens[near.first].sentence > 1 or near.last >= title.first:
            return None
        between = self.doc.tokens[near.last + 1 : title.first]
        joints = self.tongue.words("joins_like") | self.tongue.words("joins_any") | {","}
        joined = 0 < len(between) <= 3 and between[0].lower in joints
        own = bool(between) and between[-1].lower in self.tongue.words("own_pronoun")
        deputy = title.kind == "deputy" and near.lemma[:5] in title.title.lower()
        if not (joined or own or deputy) or any(t.capital for t in between):
            return None
        ours = self.cast.country(self.home) is not None and self.tongue.homely(self.doc.phrases[holder].name)
        if joined and not own and ours and near.country != self.home and title.title[:1].isupper():
            # «… елшісі А пен Сыртқы істер министрі Б»: a capital is for one's own minister.
            return None
        if title.kind in {"minister", "head_of_government", "ambassador"} and near.body != self.cast.country(near.country):
            return Body(self.cast.country(near.country), near.country, said=False) if near.country else None
        return Body(near.body, near.country, said=False)

    def _like(self, title: Title) -> str | None:
        """The country of the like office told last: «елші А … оның алдындағы елші Б»."""
        return next((h.country for h in reversed(self.held) if h.lemma == title.lemma and h.country), None)

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
        return [self._body_of(number) for number in last] if len(last) == 2 else []

    def _pair(self, title: Title, people: tuple[int, ...]) -> list[Body]:
        """«екі елдің министрлері А мен Б»: of the two countries named last, to each its own."""
        codes: list[str] = []
        for phrase in reversed(self.doc.phrases):
            if phrase.first < title.first and phrase.kind == "country" and phrase.key and phrase.key not in codes:
                codes.append(phrase.key)
        codes = codes[:2]
        if len(codes) < 2:
            return []
        known: list[str | None] = []
        for number in people:
            person = self.cast.of.get(number)
            code = (self.country_of.get(person) or self.citizen(person)) if person is not None else None
            if code is None and self.home in codes and self.tongue.homely(self.doc.phrases[number].name):
                code = self.home
            known.append(code)
        for a, b in ((0, 1), (1, 0)):
            other = known[b]
            if known[a] is None and other in codes:
                known[a] = next(code for code in codes if code != other)
        if None in known:
            known = list(reversed(codes))
        return [Body(self.cast.country(code), code, said=False) for code in known]
