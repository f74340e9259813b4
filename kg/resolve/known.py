"""What the world is known to be, to be asked by name: countries, organizations, people, places, and the bodies of
states.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.resolve.bodies import Body, bodies_from, country_forms, split_country
from kg.resolve.names import PersonName, key, may_be_short_for, normal, person_name, plain_person, skeleton

Index = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class KnownEntity:
    """One row of a table: `id` as in the graph; `name` in Kazakh; `names` every form given; `country` an ISO code."""

    id: str
    type: str
    name: str
    names: tuple[str, ...]
    name_ru: str | None = None
    name_en: str | None = None
    wikidata: str | None = None
    country: str | None = None
    capitals: tuple[str, ...] = ()


@dataclass(frozen=True)
class Known:
    """Everything known. `sha256` changes with any table. A name that several rows share stands for none of them."""

    entities: Mapping[str, KnownEntity] = field(default_factory=dict)
    sha256: str = hashlib.sha256(b"").hexdigest()
    by_name: Index = field(default_factory=dict)
    by_skeleton: Index = field(default_factory=dict)
    by_surname: Mapping[str, tuple[tuple[PersonName, str], ...]] = field(default_factory=dict)
    capitals: Index = field(default_factory=dict)
    bodies: Mapping[str, Body] = field(default_factory=dict)
    country_forms: Mapping[tuple[str, ...], frozenset[str]] = field(default_factory=dict)
    state_bodies: Index = field(default_factory=dict)
    company_words: tuple[str, ...] = ()

    def get(self, identifier: str) -> KnownEntity | None:
        """The row with that identifier."""
        return self.entities.get(identifier)

    def named(self, type_: str, name: str) -> KnownEntity | None:
        """The one entity of the type that bears `name`, in any of the languages; None where there is none or more than
        one.
        """
        return self._only(self.by_name.get(f"{type_}:{key(name)}", frozenset()))

    def sounding(self, full_name: str) -> KnownEntity | None:
        """The one person whose full name is a spelling of `full_name` in another language or transliteration."""
        return self._only(self.by_skeleton.get(skeleton(plain_person(full_name)), frozenset()))

    def surnamed(self, short: PersonName) -> KnownEntity | None:
        """The one person for whom initials and surname, or a surname alone, can stand."""
        return self._only(frozenset(i for full, i in self.by_surname.get(short.surname, ()) if may_be_short_for(short, full)))

    def capital(self, name: str) -> KnownEntity | None:
        """The country whose capital bears `name`."""
        return self._only(self.capitals.get(key(name), frozenset()))

    def state_body(self, iso: str, body: str) -> KnownEntity | None:
        """The known organization that is the body (by its slug) of the country."""
        return self._only(self.state_bodies.get(f"{iso}:{body}", frozenset()))

    def without_company_word(self, name: str) -> str:
        """«Chevron корпорациясы» without its last word, and a quoted name without its quotation marks."""
        bare = normal(name)
        word = next((word for word in self.company_words if bare.endswith(f" {word}")), None)
        return name if word is None else bare.removesuffix(word).strip()

    def _only(self, identifiers: frozenset[str]) -> KnownEntity | None:
        return self.entities[next(iter(identifiers))] if len(identifiers) == 1 else None


def known_from(
    rows: Iterable[KnownEntity], *, bodies: Iterable[Mapping[str, str]] = (), fields: Iterable[Mapping[str, str]] = (),
    company_words: Iterable[str] = (), sha256: str = "",
) -> Known:  # fmt: skip
    """Indexes over `rows` and the tables of bodies (`bodies.csv`, `ministry_fields.csv`); of rows with one id the first
    counts.
    """
    kinds = bodies_from(bodies, fields)
    entities: dict[str, KnownEntity] = {}
    names: dict[str, set[str]] = defaultdict(set)
    skeletons: dict[str, set[str]] = defaultdict(set)
    surnames: dict[str, set[tuple[PersonName, str]]] = defaultdict(set)
    capitals: dict[str, set[str]] = defaultdict(set)
    state_bodies: dict[str, set[str]] = defaultdict(set)
    rows = list(rows)
    forms = country_forms((name, row.country) for row in rows if row.type == "country" and row.country for name in row.names)
    for row in rows:
        entities.setdefault(row.id, row)
        for capital in row.capitals:
            capitals[key(capital)].add(row.id)
        for name in filter(key, row.names):
            names[f"{row.type}:{key(name)}"].add(row.id)
            if row.type == "person" and (parsed := person_name(name)).full:
                names[f"person:{key(plain_person(name))}"].add(row.id)
                skeletons[skeleton(plain_person(name))].add(row.id)
                surnames[parsed.surname].add((parsed, row.id))
            if row.type == "organization" and row.country:
                iso, rest = split_country(name, forms)
                if iso == row.country and (body := kinds.get(key(rest))):
                    state_bodies[f"{iso}:{body.slug}"].add(row.id)
    sha256 = sha256 or hashlib.sha256(repr(sorted(map(repr, rows))).encode()).hexdigest()
    return Known(
        entities, sha256, _frozen(names), _frozen(skeletons),
        {name: tuple(sorted(found, key=repr)) for name, found in surnames.items()}, _frozen(capitals), kinds, forms,
        _frozen(state_bodies), tuple(sorted({normal(word) for word in company_words}, key=lambda word: (-len(word), word))),
    )  # fmt: skip


def _frozen(index: Mapping[str, set[str]]) -> Index:
    return {name: frozenset(found) for name, found in index.items()}
