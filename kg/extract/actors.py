"""Who acts in a document. Enters: Document. Leaves: actors, and for each phrase the actor that it names.

Within a document initials, surnames and abbreviations meet their full name; a surname that two persons share goes to the one
named last before it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from kg.language import Language
from kg.language.document import Document, Phrase
from kg.model.facts import Actor, ActorType, Span

# Named in the by-line or as a mere place: neither acts.
BYSTANDERS = frozenset({"media", "building"})
FORMATS = frozenset({"bloc", "forum"})


@dataclass(slots=True)
class Cluster:
    """One actor in the making."""

    type: ActorType
    key: str | None
    names: Counter[str] = field(default_factory=Counter)
    phrases: list[int] = field(default_factory=list)
    confidence: float = 0.9
    rule: str = ""
    owner: str | None = None


@dataclass(slots=True)
class Cast:
    """The actors of a document; `of` maps a phrase number to the number of its actor."""

    clusters: list[Cluster]
    of: dict[int, int]

    def country(self, iso: str | None) -> int | None:
        return next((n for n, c in enumerate(self.clusters) if c.type == "country" and c.key == iso), None) if iso else None


def cast_of(doc: Document, tongue: Language) -> Cast:
    """Clusters the names of a document."""
    builder = _Builder(doc, tongue)
    return builder.build()


class _Builder:
    def __init__(self, doc: Document, tongue: Language) -> None:
        self.doc = doc
        self.tongue = tongue
        self.endings = tongue.words("case_ending")
        self.clusters: list[Cluster] = []
        self.of: dict[int, int] = {}
        self.owned: dict[str, str] = {}

    def build(self) -> Cast:
        for number, phrase in enumerate(self.doc.phrases):
            if phrase.kind == "country":
                if self._in_format(phrase):
                    continue
                self._join(
                    number, self._find("country", phrase.key), "country", phrase.key, phrase.name, "table of countries", 0.99
                )
            elif phrase.kind == "organization":
                self._organization(number, phrase)
        self._persons()
        return Cast(self.clusters, self.of)

    def _in_format(self, phrase: Phrase) -> bool:
        """«Орталық Азия – Ресей»: inside quotes and beside a dash a country only names a format."""
        tokens = self.doc.tokens
        before, after = phrase.first - 1, phrase.last + 1
        opened = any(tokens[k].text in "«“" for k in range(max(0, before - 3), before + 1)) and not any(
            tokens[k].text in "»”" for k in range(max(0, before - 3), before + 1)
        )
        closed = any(tokens[k].text in "»”" for k in range(after, min(len(tokens), after + 4)))
        dashed = (before >= 0 and tokens[before].kind == "dash") or (after < len(tokens) and tokens[after].kind == "dash")
        return opened and closed and dashed

    def _find(self, kind: str, key: str | None) -> int | None:
        if key is None:
            return None
        return next((n for n, c in enumerate(self.clusters) if c.type == kind and c.key == key), None)

    def _join(
        self, number: int, cluster: int | None, kind: ActorType, key: str | None, name: str, rule: str, confidence: float
    ) -> int:
        tagger = self.doc.phrases[number].tagger
        if tagger is not None:
            rule, confidence = "tagger", tagger
        if cluster is None:
            self.clusters.append(Cluster(kind, key, rule=rule, confidence=confidence, owner=self.owned.get(key or "")))
            cluster = len(self.clusters) - 1
        self.clusters[cluster].names[name] += 1
        self.clusters[cluster].phrases.append(number)
        self.of[number] = cluster
        return cluster

    def _organization(self, number: int, phrase: Phrase) -> None:
        if phrase.subtype in BYSTANDERS or phrase.subtype in FORMATS:
            return
        owner = self._owner(number, phrase)
        key = phrase.key or self._organization_key(phrase, owner)
        rule = "table of organizations" if phrase.key else "head noun" if phrase.subtype != "abbreviation" else "abbreviation"
        cluster = self._join(
            number, self._find("organization", key), "organization", key, phrase.name, rule, 0.97 if phrase.key else 0.85
        )
        if owner is not None:
            whole = (
                self.doc.article.text[
                    self.doc.tokens[self.doc.phrases[number - 1].first].start : self.doc.tokens[phrase.first].start
                ]
                + phrase.name
            )
            self.clusters[cluster].names[" ".join(whole.split())] += 1
        if (
            phrase.subtype not in {"latin", "abbreviation"}
            and not phrase.quoted
            and phrase.name.rsplit(" ", 1)[0].isascii()
            and " " in phrase.name
        ):
            self.clusters[cluster].names[phrase.name.rsplit(" ", 1)[0]] += 0
        if phrase.quoted and not phrase.key:
            self.clusters[cluster].names[phrase.whole or phrase.name] += 0
        self._in_parentheses(number, phrase, cluster)
        parent = self.tongue.parent(self.doc, number)
        if parent is not None:
            key, name = parent
            self._join(number, self._find("organization", key), "organization", key, name, "table of organizations", 0.9)
            self.of[number] = cluster

    def _in_parentheses(self, number: int, phrase: Phrase, cluster: int) -> None:
        """«Азиядағы … кеңесі (АӨСШК)»: the abbreviation in brackets names the same body."""
        after = number + 1
        tokens = self.doc.tokens
        if (
            phrase.last + 2 < len(tokens)
            and tokens[phrase.last + 1].text == "("
            and after < len(self.doc.phrases)
            and self.doc.phrases[after].first == phrase.last + 2
            and self.doc.phrases[after].subtype == "abbreviation"
        ):
            self.clusters[cluster].names[self.doc.phrases[after].name] += 1
            self.of[after] = cluster

    def _owner(self, number: int, phrase: Phrase) -> str | None:
        """The country whose name stands directly before a state body."""
        if number == 0 or phrase.key:
            return None
        before = self.doc.phrases[number - 1]
        fits = (
            before.kind == "country"
            and before.last == phrase.first - 1
            and before.case in {"nom", "gen"}
            and not before.attributive
        )
        return before.key if fits else None

    def _organization_key(self, phrase: Phrase, owner: str | None) -> str:
        name = phrase.name.casefold()
        if owner is not None:
            for cluster in self.clusters:
                if (
                    cluster.type == "organization"
                    and cluster.owner in {owner, None}
                    and any(name == n.casefold() for n in cluster.names)
                    and cluster.key
                ):
                    cluster.owner = owner
                    return cluster.key
            self.owned[f"{owner}:{name}"] = owner
            return f"{owner}:{name}"
        for n in reversed(range(len(self.clusters))):
            cluster = self.clusters[n]
            if cluster.type != "organization":
                continue
            for other in cluster.names:
                if name == other.casefold() or (phrase.subtype == "abbreviation" and _abbreviates(name, other)):
                    return self._key_of(n)
                if other.casefold().endswith(" " + name) or name.endswith(" " + other.casefold()):
                    return self._key_of(n)
        return "name:" + name

    def _key_of(self, n: int) -> str:
        cluster = self.clusters[n]
        if cluster.key is None:
            cluster.key = "name:" + next(iter(cluster.names)).casefold()
        return cluster.key

    def _persons(self) -> None:
        persons = [(n, p) for n, p in enumerate(self.doc.phrases) if p.kind == "person"]
        full = [(n, p) for n, p in persons if len(_parts(p.name)[1]) > 1]
        for number, phrase in full:
            self._join(number, self._same_person(phrase.name), "person", None, phrase.name, "full name", 0.93)
        rest = [(n, p) for n, p in persons if len(_parts(p.name)[1]) == 1]
        for number, phrase in sorted(rest, key=lambda row: not _parts(row[1].name)[0]):
            cluster = self._by_surname(number, phrase)
            initials = bool(_parts(phrase.name)[0])
            self._join(
                number, cluster, "person", None, phrase.name, "initials" if initials else "surname", 0.93 if initials else 0.85
            )

    def _same_person(self, name: str) -> int | None:
        words = [w.casefold() for w in _parts(name)[1]]
        for n, cluster in enumerate(self.clusters):
            if cluster.type != "person":
                continue
            for other in cluster.names:
                others = [w.casefold() for w in _parts(other)[1]]
                if words == others or (
                    len(words) != len(others)
                    and min(len(words), len(others)) > 1
                    and (set(words) <= set(others) or set(others) <= set(words))
                ):
                    return n
                if len(words) == len(others) and words[:-1] == others[:-1] and _same_stem(words[-1], others[-1], self.endings):
                    return n
        return None

    def _by_surname(self, number: int, phrase: Phrase) -> int | None:
        initials, words = _parts(phrase.name)
        surname = words[-1].casefold()
        fitting: list[tuple[bool, int, int]] = []
        for n, cluster in enumerate(self.clusters):
            if cluster.type != "person":
                continue
            for other in cluster.names:
                other_initials, other_words = _parts(other)
                last = other_words[-1].casefold()
                if (
                    last != surname
                    and not _same_stem(last, surname, self.endings)
                    and (
                        initials
                        or len(other_words) < 2
                        or surname not in {other_words[0].casefold(), other_words[1].casefold()}
                        or last == surname
                    )
                ):
                    continue
                first = (other_initials or other_words[:-1])[:1]
                if initials and first and not first[0].casefold().startswith(initials[0].casefold()):
                    continue
                before = [p for p in cluster.phrases if p < number]
                fitting.append((bool(before), max(before, default=-min(cluster.phrases, default=0)), n))
        return max(fitting)[2] if fitting else None


def _parts(name: str) -> tuple[list[str], list[str]]:
    """Initials and words of a name: «Қ.-Ж.Тоқаев» -> ([Қ, Ж], [Тоқаев])."""
    initials: list[str] = []
    words: list[str] = []
    for piece in name.replace(".", ". ").replace("-", " -").split():
        if piece.endswith("."):
            initials.append(piece.strip(".-"))
        elif piece.startswith("-") and words:
            words[-1] += piece
        else:
            words.append(piece)
    return initials, words or initials[-1:] or [name]


def _same_stem(a: str, b: str, endings: frozenset[str]) -> bool:
    """Two readings of one surname that differ by an ending."""
    short, long = sorted((a, b), key=len)
    return len(short) >= 4 and long.startswith(short) and long[len(short) :] in endings


def _abbreviates(short: str, name: str) -> bool:
    letters = "".join(word[0] for word in name.replace("-", " ").split() if word).casefold()
    return len(short) >= 2 and (letters == short or letters.startswith(short))


def actors_from(doc: Document, cast: Cast, tongue: Language) -> list[Actor]:
    """The actors in the order of their first mention, with the fullest form as name."""
    country_names = tongue.country_names()
    order = sorted(range(len(cast.clusters)), key=lambda n: doc.tokens[doc.phrases[cast.clusters[n].phrases[0]].first].start)
    position = {n: f"a{k}" for k, n in enumerate(order, 1)}
    actors = []
    for n in order:
        cluster = cast.clusters[n]
        spans = sorted({(doc.tokens[doc.phrases[p].first].start, doc.tokens[doc.phrases[p].last].end) for p in cluster.phrases})
        name = _main_name(cluster, country_names)
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


def _main_name(cluster: Cluster, country_names: dict[str, tuple[str, str]]) -> str:
    if cluster.type == "country" and cluster.key in country_names:
        return country_names[cluster.key][0]
    return max(
        cluster.names, key=lambda name: (cluster.names[name] > 0, len(_parts(name)[1]), len(name), cluster.names[name], name)
    )


def local_ids(doc: Document, cast: Cast) -> dict[int, str]:
    """Cluster number -> local id, in the order of `actors_from`."""
    order = sorted(range(len(cast.clusters)), key=lambda n: doc.tokens[doc.phrases[cast.clusters[n].phrases[0]].first].start)
    return {n: f"a{k}" for k, n in enumerate(order, 1)}
