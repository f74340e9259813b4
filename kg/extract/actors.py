"""Who acts in a document. Enters: Document. Leaves: actors, and for each phrase the actor that it names.

Within a document initials, surnames and abbreviations meet their full name; a surname that two persons share goes to the one
named last before it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable
from functools import lru_cache
from itertools import combinations

from kg.extract.bodies import BodyReader
from kg.extract.clusters import Cast, Cluster, Clusters, NameIndex
from kg.language import Language
from kg.language.document import Document, Phrase
from kg.model.facts import Actor, Span

# Among more people of one given name a patronymic tells nobody apart.
NAMESAKES = 20

__all__ = ["Cast", "Cluster", "actors_from", "cast_of", "local_ids"]


def cast_of(doc: Document, tongue: Language) -> Cast:
    """Clusters the names of a document."""
    clusters = Clusters(doc)
    for number, phrase in enumerate(doc.phrases):
        if phrase.kind == "country" and not _in_format(doc, phrase):
            found = clusters.find("country", phrase.key)
            clusters.join(number, found, "country", phrase.key, phrase.name, "table of countries", 0.99)
    BodyReader(doc, tongue, clusters).read()
    for number, phrase in enumerate(doc.phrases):
        country = tongue.state_of(doc, number) if phrase.kind == "organization" else None
        if country is not None:
            clusters.inside(number, *country)
    _PersonReader(doc, tongue, clusters).read()
    return clusters.cast()


def _in_format(doc: Document, phrase: Phrase) -> bool:
    """«Орталық Азия – Ресей»: inside quotes and beside a dash a country only names a format."""
    tokens = doc.tokens
    before, after = phrase.first - 1, phrase.last + 1
    opened = any(tokens[k].text in "«“" for k in range(max(0, before - 3), before + 1)) and not any(
        tokens[k].text in "»”" for k in range(max(0, before - 3), before + 1)
    )
    closed = any(tokens[k].text in "»”" for k in range(after, min(len(tokens), after + 4)))
    dashed = (before >= 0 and tokens[before].kind == "dash") or (after < len(tokens) and tokens[after].kind == "dash")
    return opened and closed and dashed


class _PersonReader:
    def __init__(self, doc: Document, tongue: Language, clusters: Clusters) -> None:
        self.doc = doc
        self.clusters = clusters
        self.endings = tongue.words("case_ending")
        self.fold = tongue.folded
        self.patronymic = tongue.patronymic
        self.titled = {doc.phrases[n].name for title in doc.titles for n in (*title.holders, *title.bearers)}
        self.index = NameIndex()

    def read(self) -> None:
        persons = [(n, p) for n, p in enumerate(self.doc.phrases) if p.kind == "person"]
        full = [(n, p) for n, p in persons if len(_parts(p.name)[1]) > 1]
        for number, phrase in full:
            found = self._same_person(phrase.name)
            if found is None and phrase.name not in self.titled:
                found = self._respectfully(phrase.name)
            self._remember(self.clusters.join(number, found, "person", None, phrase.name, "full name", 0.93), phrase.name)
        rest = [(n, p) for n, p in persons if len(_parts(p.name)[1]) == 1]
        for number, phrase in sorted(rest, key=lambda row: not _parts(row[1].name)[0]):
            cluster = self._by_surname(number, phrase)
            initials = bool(_parts(phrase.name)[0])
            rule, certainty = ("initials", 0.93) if initials else ("surname", 0.85)
            self._remember(self.clusters.join(number, cluster, "person", None, phrase.name, rule, certainty), phrase.name)

    def _remember(self, cluster: int, name: str) -> None:
        words = [self.fold(w) for w in _parts(name)[1]]
        self.index.add(cluster, [*self._full(words), ("surname", words[-1][:4]), *(("given", word) for word in words[:2])])

    def _full(self, words: list[str]) -> list[Hashable]:
        """What two full names of one person share: two words, or the first and how the last begins."""
        pairs = {frozenset(pair) for pair in combinations(words, 2)}
        return [*pairs, (words[0], words[-1][:4])]

    def _same_person(self, name: str) -> int | None:
        words = [self.fold(w) for w in _parts(name)[1]]
        for n in self.index.candidates(self._full(words)):
            for other in self.clusters.all[n].names:
                others = [self.fold(w) for w in _parts(other)[1]]
                if words == others or (
                    len(words) != len(others)
                    and min(len(words), len(others)) > 1
                    and (set(words) <= set(others) or set(others) <= set(words))
                ):
                    return n
                if len(words) == len(others) and words[:-1] == others[:-1] and _same_stem(words[-1], others[-1], self.endings):
                    return n
        return None

    def _respectfully(self, name: str) -> int | None:
        """«Ермек Сәрсенұлы» for the only Ермек named before: a given name and a patronymic, said of whom the reader knows."""
        _, words = _parts(name)
        if len(words) != 2 or not self.patronymic(words[1]):
            return None
        given = self.fold(words[0])
        namesakes = self.index.candidates([("given", given)])
        if len(namesakes) > NAMESAKES:
            return None
        alike = [n for n in namesakes if self._called(n, given)]
        return alike[0] if len(alike) == 1 else None

    def _called(self, cluster: int, given: str) -> bool:
        """Whether a person has this given name and, as far as told, no patronymic."""
        names = [_parts(name)[1] for name in self.clusters.all[cluster].names]
        known = any(self.patronymic(word) for words in names for word in words)
        return not known and any(len(words) > 1 and given in {self.fold(w) for w in words[:-1]} for words in names)

    def _by_surname(self, number: int, phrase: Phrase) -> int | None:
        initials, words = _parts(phrase.name)
        surname = self.fold(words[-1])
        fitting: list[tuple[bool, int, int]] = []
        for n in self.index.candidates([("surname", surname[:4]), ("given", surname)]):
            cluster = self.clusters.all[n]
            for other in cluster.names:
                other_initials, other_words = _parts(other)
                last = self.fold(other_words[-1])
                if (
                    last != surname
                    and not _same_stem(last, surname, self.endings)
                    and (
                        initials
                        or len(other_words) < 2
                        or surname not in {self.fold(other_words[0]), self.fold(other_words[1])}
                        or last == surname
                    )
                ):
                    continue
                first = (other_initials or other_words[:-1])[:1]
                if initials and first and not self.fold(first[0]).startswith(self.fold(initials[0])):
                    continue
                before = bisect_left(cluster.ordered, number)
                nearest = cluster.ordered[before - 1] if before else -cluster.ordered[0]
                fitting.append((before > 0, nearest, n))
        return max(fitting)[2] if fitting else None


@lru_cache(maxsize=20_000)
def _parts(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Initials and words of a name: «Қ.-Ж.Тоқаев» -> ((Қ, Ж), (Тоқаев,))."""
    initials: list[str] = []
    words: list[str] = []
    for piece in name.replace(".", ". ").replace("-", " -").split():
        if piece.endswith("."):
            initials.append(piece.strip(".-"))
        elif piece.startswith("-") and words:
            words[-1] += piece
        else:
            words.append(piece)
    return tuple(initials), tuple(words or initials[-1:] or [name])


def _same_stem(a: str, b: str, endings: frozenset[str]) -> bool:
    """Two readings of one surname that differ by an ending."""
    short, long = sorted((a, b), key=len)
    return len(short) >= 4 and long.startswith(short) and long[len(short) :] in endings


def actors_from(doc: Document, cast: Cast, tongue: Language) -> list[Actor]:
    """The actors in the order of their first mention, with the fullest form as name."""
    country_names = tongue.country_names()
    order = sorted(range(len(cast.clusters)), key=lambda n: doc.tokens[doc.phrases[cast.clusters[n].phrases[0]].first].start)
    position = {n: f"a{k}" for k, n in enumerate(order, 1)}
    actors = []
    for n in order:
        cluster = cast.clusters[n]
        spans = sorted({(doc.tokens[doc.phrases[p].first].start, doc.tokens[doc.phrases[p].last].end) for p in cluster.phrases})
        name = _main_name(cluster, country_names, tongue)
        aliases = tuple(sorted(set(cluster.names) - {name}))
        actors.append(
            Actor(
                position[n],
                cluster.type,
                name,
                aliases,
                cluster.key if cluster.type == "country" else None,
                tuple(Span(a, b) for a, b in spans),
                cluster.rule,
                cluster.confidence,
            )
        )
    return actors


def _main_name(cluster: Cluster, country_names: dict[str, tuple[str, str]], tongue: Language) -> str:
    if cluster.type == "country" and cluster.key in country_names:
        return country_names[cluster.key][0]

    def fullness(name: str) -> tuple[bool, int, bool, int, int, str]:
        words = _parts(name)[1]
        surname = cluster.type != "person" or not tongue.patronymic(words[-1])
        return cluster.names[name] > 0, len(words), surname, len(name), cluster.names[name], name

    return max(cluster.names, key=fullness)


def local_ids(doc: Document, cast: Cast) -> dict[int, str]:
    """Cluster number -> local id, in the order of `actors_from`."""
    order = sorted(range(len(cast.clusters)), key=lambda n: doc.tokens[doc.phrases[cast.clusters[n].phrases[0]].first].start)
    return {n: f"a{k}" for k, n in enumerate(order, 1)}
