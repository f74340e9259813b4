"""Which organization a name names. Enters: the phrases of a document. Leaves: clusters of organizations.

A body that every country has is told apart by its owner: the country, or the other body, whose name stands before it. Without an
owner it is the home country's, unless the document has named only another's.
"""

from __future__ import annotations

from collections.abc import Hashable
from itertools import pairwise

from kg.extract.clusters import Clusters, NameIndex
from kg.language import Language
from kg.language.document import Document, Phrase, latin

# Named in the by-line or as a mere place: neither acts.
BYSTANDERS = frozenset({"media", "building"})
FORMATS = frozenset({"bloc", "forum"})
ORGANS = frozenset({"intergovernmental_organ"})
NAMED = frozenset({"country", "place", "organization"})
CLOSING_QUOTES = frozenset("»”")
STATIONED = frozenset({"mission", "office"})


class BodyReader:
    """Reads the organizations of one document into `clusters`."""

    def __init__(self, doc: Document, tongue: Language, clusters: Clusters) -> None:
        self.doc = doc
        self.tongue = tongue
        self.clusters = clusters
        self.index = NameIndex()
        # A forum or a bloc acts where somebody holds office in it, or a body of its own does.
        self.staffed = {number for title in doc.titles for number in (title.body, *title.bodies) if number is not None}
        self.staffed |= {
            number
            for number, (phrase, after) in enumerate(pairwise(doc.phrases))
            if after.kind == "organization" and after.first == phrase.last + 1 and phrase.case in {"nom", "gen"}
        }

    def read(self) -> None:
        for number, phrase in enumerate(self.doc.phrases):
            if phrase.kind == "organization" and number not in self.clusters.of:
                self._read(number, phrase)

    def _read(self, number: int, phrase: Phrase) -> None:
        if phrase.subtype in BYSTANDERS | FORMATS and number not in self.staffed:
            return
        first, owner = self._possessors(number)
        pair = self.tongue.pair(phrase.name)
        if pair:
            owner = _both(*pair)
        key = phrase.key or self._key(phrase, owner)
        rule = "abbreviation" if phrase.subtype == "abbreviation" else "head noun"
        if phrase.key:
            rule = "table of organizations"
        certainty = 0.97 if rule == "table of organizations" else 0.85
        found = self.clusters.find("organization", key)
        name = phrase.name
        plain = name.rsplit(" ", 1)[0]
        if phrase.subtype not in {"latin", "abbreviation"} and not phrase.quoted and latin(plain) and " " in name:
            name = plain  # «Tesla компаниясы»
        cluster = self.clusters.join(number, found, "organization", key, name, rule, certainty, owner)
        names = self.clusters.all[cluster].names
        names[phrase.name] += 0
        if first < phrase.first and not phrase.quoted and not latin(phrase.name[0]):
            names[self._text(first, phrase.first) + phrase.name] += 1
        bracketed = self._bracketed(number)
        if bracketed is not None:
            names[f"{bracketed.name} {phrase.name}"] += 1
        if phrase.whole or (phrase.quoted and not phrase.key):
            names[phrase.whole or phrase.name] += 0
        self._remember(cluster)
        self._named_before(number, phrase, cluster)
        self._in_parentheses(number, phrase, cluster)
        self._organ(number, phrase)

    def _named_before(self, number: int, phrase: Phrase, cluster: int) -> None:
        """A home body of the tables is what was named before without its country («Сыртқы істер министрлігі» in the title)."""
        country = self.tongue.state_of(self.doc, number) if phrase.key else None
        if country is None or country[0] != self.tongue.home:
            return
        name = self.tongue.canonical_body(phrase.name)
        for other in self._alike(name):
            named = self.clusters.all[other]
            bare = any(name.endswith(" " + self.tongue.canonical_body(one)) for one in named.names)
            if other != cluster and bare and named.owner is None and (named.key or "").startswith("name:"):
                self.clusters.merge(cluster, other)

    def _remember(self, cluster: int) -> None:
        for name in self.clusters.all[cluster].names:
            canonical = self.tongue.canonical_body(name)
            self.index.add(cluster, [canonical.rsplit(" ", 1)[-1], ("initials", _initials(canonical)[:2])])

    def _alike(self, name: str, *, abbreviation: bool = False) -> list[int]:
        """Clusters whose names end as `name` does, and those that it may be short for."""
        parts: list[Hashable] = [name.rsplit(" ", 1)[-1]]
        return self.index.candidates([*parts, ("initials", name[:2])] if abbreviation else parts)

    def _text(self, first: int, last: int) -> str:
        """The words from token `first` up to token `last`, with the space that follows them."""
        text = self.doc.article.text[self.doc.tokens[first].start : self.doc.tokens[last].start]
        return " ".join(text.split()) + " " * text[-1:].isspace()

    def _possessors(self, number: int) -> tuple[int, str | None]:
        """First token of what stands before a name as its possessor, and whose the body is."""
        phrases = self.doc.phrases
        phrase = phrases[number]
        before = phrases[number - 1] if number else None
        if (
            before is None
            or phrase.key
            or before.last != phrase.first - 1
            or before.kind not in {"country", "place", "organization"}
        ):
            return phrase.first, None
        if before.attributive:
            # «Иранның Астанадағы елшілігі»
            owner = phrases[number - 2] if number > 1 else None
            if owner is not None and owner.last == before.first - 1 and self._possesses(number - 2):
                return owner.first, self._owner(number - 2)
            return (before.first if phrase.subtype in STATIONED else phrase.first), None
        if before.kind == "place" or not self._possesses(number - 1):
            return phrase.first, None
        pair = phrases[number - 2] if number > 1 else None
        if (
            pair is not None
            and pair.kind in {"country", "organization"}
            and pair.last == before.first - 2
            and self.doc.tokens[before.first - 1].kind == "dash"
        ):
            # «Қазақстан – Катар үкіметаралық комиссиясы»
            return pair.first, _both(self._owner(number - 2), self._owner(number - 1))
        return before.first, self._owner(number - 1)

    def _bracketed(self, number: int) -> Phrase | None:
        """«… жиналысы (БХӨЖ) Тұрақты комитеті»: the owner's abbreviation in brackets before an organ."""
        before = self.doc.phrases[number - 1] if number else None
        first = self.doc.phrases[number].first
        if before is None or before.kind != "organization" or before.last != first - 2 or self.doc.tokens[first - 1].text != ")":
            return None
        return before

    def _possesses(self, number: int) -> bool:
        phrase = self.doc.phrases[number]
        return phrase.kind in {"country", "organization"} and phrase.case in {"nom", "gen"} and not phrase.attributive

    def _owner(self, number: int) -> str | None:
        phrase = self.doc.phrases[number]
        if phrase.kind == "country":
            return phrase.key
        cluster = self.clusters.of.get(number)
        return self._key_of(cluster) if cluster is not None else phrase.key

    def _in_parentheses(self, number: int, phrase: Phrase, cluster: int) -> None:
        """«Азиядағы … кеңесі (АӨСШК)»: the abbreviation in brackets names the same body, here and elsewhere."""
        after = self.doc.phrases[number + 1] if number + 1 < len(self.doc.phrases) else None
        if (
            after is None
            or after.kind != "organization"
            or not (self._bracket(phrase, after) or self._apposed(phrase, after))
            or (after.key and phrase.key and after.key != phrase.key)
        ):
            return
        self.clusters.all[cluster].names[after.name] += 1
        self.clusters.of[number + 1] = cluster
        for other in self._alike(self.tongue.canonical_body(after.name)):
            same = {name.casefold() for name in self.clusters.all[other].names}
            if other != cluster and after.name.casefold() in same:
                self.clusters.merge(cluster, other)
        self._remember(cluster)

    def _bracket(self, phrase: Phrase, after: Phrase) -> bool:
        tokens = self.doc.tokens
        opening = phrase.last + 1
        if tokens[opening].text in CLOSING_QUOTES:
            opening += 1
        closed = tokens[min(after.last + 1, len(tokens) - 1)].text == ")"
        return closed and after.first == opening + 1 and tokens[opening].text == "("

    def _apposed(self, phrase: Phrase, after: Phrase) -> bool:
        """«… ілгерілету агенттігі VIETRADE»"""
        short = after.subtype in {"abbreviation", "latin"} and after.name.isupper()
        return short and after.first == phrase.last + 1 and phrase.possessed and phrase.case == "nom"

    def _organ(self, number: int, phrase: Phrase) -> None:
        """«Еуразиялық экономикалық комиссия Алқасы»: an organization acts in its organ, not a parliament in its chamber."""
        parent = (
            self.tongue.parent(self.doc, number)
            if phrase.subtype in ORGANS or (phrase.possessed and not phrase.key and phrase.subtype != "company")
            else None
        )
        if parent is None:
            return
        cluster = self.clusters.of[number]
        key, name = parent
        found = self.clusters.find("organization", key)
        self.clusters.join(number, found, "organization", key, name, "table of organizations", 0.9)
        self.clusters.of[number] = cluster

    def _key(self, phrase: Phrase, owner: str | None) -> str:
        name = self.tongue.canonical_body(phrase.name)
        if owner is not None:
            return self._owned_key(name, owner)
        near = self._alike(name, abbreviation=phrase.subtype == "abbreviation")
        alike = [n for n in near if self._same(name, n, phrase)]
        homes = [n for n in alike if self.clusters.all[n].owner in {None, self.tongue.home}]
        if alike:
            return self._key_of((homes or alike)[-1])
        return "name:" + name

    def _owned_key(self, name: str, owner: str) -> str:
        if "–" in owner:
            # Two countries have one commission for a purpose, whatever its name says besides.
            return f"{owner}:{' '.join(name.split()[-2:])}"
        for n in self._alike(name):
            cluster = self.clusters.all[n]
            if (
                (cluster.owner == owner or (cluster.owner is None and owner == self.tongue.home))
                and any(name == self.tongue.canonical_body(other) for other in cluster.names)
                and cluster.key
            ):
                cluster.owner = owner
                return cluster.key
        return f"{owner}:{name}"

    def _same(self, name: str, n: int, phrase: Phrase) -> bool:
        for written in self.clusters.all[n].names:
            other = self.tongue.canonical_body(written)
            if name == other or (phrase.subtype == "abbreviation" and _abbreviates(name, other)):
                return True
            if other.endswith(" " + name) or name.endswith(" " + other):
                return True
        return False

    def _key_of(self, n: int) -> str:
        cluster = self.clusters.all[n]
        if cluster.key is None:
            self.clusters.set_key(n, "name:" + next(iter(cluster.names)).casefold())
        return cluster.key or ""


def _both(one: str | None, other: str | None) -> str:
    return "–".join(sorted((one or "", other or "")))


def _abbreviates(short: str, name: str) -> bool:
    return len(short) >= 2 and _initials(name).startswith(short)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.replace("-", " ").split())
