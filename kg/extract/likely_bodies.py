"""The country or organization that a title belongs to where the text names none beside it.

Enters: Document, Cast, the offices told before. Leaves: a `Body` for a title and its bearer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.named_bodies import Body, NamedBodies
from kg.language.document import Phrase, Title

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
# So many sentences later a traveller may still be where he was told to be.
STAY = 4


class LikelyBodies:
    """`held` and `country_of` are shared with the reader of roles, so that each title sees those before it."""

    def __init__(self, named: NamedBodies, country_of: dict[int, str], held: list[Held]) -> None:
        self.named = named
        self.doc = named.doc
        self.cast = named.cast
        self.tongue = named.tongue
        self.home = named.home
        self.country_of = country_of
        self.held = held
        # «Ресейдегі елші»: a country that a title only names as host says nothing of the next.
        starts = {p.first: n for n, p in enumerate(self.doc.phrases)}
        inside = {starts[i] for t in self.doc.titles for i in range(t.first, t.last + 1) if i in starts}
        self.hosts = inside - {b for t in self.doc.titles for b in t.bodies}

    def known(self, person: int | None) -> str | None:
        """The country that the text or the table of people gives a person."""
        return None if person is None else self.country_of.get(person) or self.citizen(person)

    def citizen(self, person: int) -> str | None:
        """The country of a known person."""
        names = sorted(self.cast.clusters[person].names, key=lambda name: (-len(name), name))
        return next((code for name in names[:1] if (code := self.tongue.citizen(name))), None)

    def inferred(self, title: Title, holder: int) -> Body:
        """What the context says: the title beside, the like office before, the kind of office, the person's country."""
        if title.rank:
            return Body(None, None, said=False)
        known = self.known(self.cast.of.get(holder))
        beside = self._on_behalf(title) or self._of_person(title) or self._beside(title, holder)
        if beside is not None:
            return beside
        sorts = self.tongue.office_sorts(title.title)
        if sorts:
            number = self.named.last_of(set(sorts), title.first, home=self._ours(known, holder))
            # An office that no country has is of none where the text names no body for it.
            return Body(None, known, said=False) if number is None else self.named.body_of(number, set(sorts), said=False)
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
            known = self._likely(title, self.doc.phrases[holder])
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
            return self.named.body_of(at, said=False) if inside and fits else None
        if k < 1 or tokens[k].lower not in self.tongue.words("on_behalf"):
            return None
        at = next((n for n, p in enumerate(self.doc.phrases) if p.last == k - 1), None)
        if at is not None:
            phrase = self.doc.phrases[at]
            if phrase.kind == "organization" and at in self.cast.of and "government" not in self.tongue.sorts(self.doc, at):
                return self.named.body_of(at, said=False)
            country = self.cast.country(phrase.key) if phrase.kind in {"country", "place"} else None
            return Body(country, phrase.key, said=False) if country is not None else None
        lemma = tokens[k - 1].nominal.lemma
        sort = self.tongue.sort_of_noun(lemma)
        number = self.named.last_of({sort}, title.first, lemma) if sort else None
        return self.named.body_of(number, said=False) if number is not None else None

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
        country = self.known(person)
        return Body(self.cast.country(country), country, said=False) if country else None

    def _ours(self, known: str | None, holder: int) -> bool:
        """Whether a person is of the own country, as far as known or as the name says."""
        return (known or (self.home if self.tongue.homely(self.doc.phrases[holder].name) else None)) == self.home

    def _likely(self, title: Title, holder: Phrase) -> str:
        """The country of an office whose bearer nothing else is known of."""
        name = holder.name
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
        return (
            office
            or near
            or self._like(title)
            or self._where(title, holder)
            or self._spoken_of()
            or self._far(title, name)
            or self.home
        )

    def _far(self, title: Title, name: str) -> str | None:
        """The foreign country last named far before, unless citizens of the own country bear such a name too («Андрей»)."""
        code = self._foreign_near(title, back=99)
        names = self.tongue.likely_countries(name)
        shared = any(country.lower() in self.tongue.words("names_shared_with") for country in names)
        return code if not shared or code in names else None

    def _of_name(self, name: str, near: str | None) -> str | None:
        """The country of the text where the given name is at home: the one named near, else the only one."""
        codes = [code for code in self.tongue.likely_countries(name) if self.cast.country(code) is not None]
        if near in codes:
            return near
        return codes[0] if len(codes) == 1 else None

    def _where(self, title: Title, holder: Phrase) -> str | None:
        """«Вильнюсте … Канцлер мемлекет басшысы Х-пен де жүздесті»: who is met is of where the traveller is told to be."""
        if holder.case not in {"ins", "acc", "dat"}:
            return None
        sentence = self.doc.tokens[title.first].sentence
        places = [
            p.key
            for p in self.doc.phrases
            if p.kind == "place"
            and p.case == "loc"
            and not p.attributive
            and p.last < title.first
            and sentence - self.doc.tokens[p.first].sentence <= STAY
        ]
        code = places[-1] if places else None
        return code if code != self.home and self.cast.country(code) is not None else None

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
            and p.case != "ins"
            and sentence - self.doc.tokens[p.first].sentence <= back
            and self.cast.country(p.key) is not None
        ]
        return codes[-1] if codes else None

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
