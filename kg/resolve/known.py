"""The seed tables in, what the world is known to be out: countries, organizations, people and places with all their names.

Any column whose name begins with `kk`, `ru`, `en`, `name` or `alias` holds names, several of them parted by `|`.
"""

from __future__ import annotations

import csv
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg.model.errors import SchemaError
from kg.model.identifiers import slug
from kg.resolve.names import PersonName, key, may_be_short_for, person_name, plain_person, skeleton
from kg.resources import folder

TABLES = ("countries", "organizations", "offices", "people", "places")
_NAME_COLUMNS = ("kk", "ru", "en", "name", "alias")
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


@dataclass(frozen=True)
class Known:
    """Everything known. `sha256` changes with any table. A name that several rows share stands for none of them."""

    entities: Mapping[str, KnownEntity] = field(default_factory=dict)
    sha256: str = hashlib.sha256(b"").hexdigest()
    by_name: Index = field(default_factory=dict)
    by_skeleton: Index = field(default_factory=dict)
    by_surname: Mapping[str, tuple[tuple[PersonName, str], ...]] = field(default_factory=dict)

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

    def _only(self, identifiers: frozenset[str]) -> KnownEntity | None:
        return self.entities[next(iter(identifiers))] if len(identifiers) == 1 else None


def load_known(tables: Path | None = None) -> Known:
    """Reads the tables in `tables` (default: `seeds/` of the installation).

    Raises SchemaError where a table cannot be read or a row lacks its identifier or name.
    """
    where = folder("seeds") if tables is None else tables
    digest = hashlib.sha256()
    rows: list[KnownEntity] = []
    for table in TABLES:
        path = where / f"{table}.csv"
        if not path.is_file():
            continue
        content = path.read_bytes()
        digest.update(f"{table}\0{len(content)}\0".encode() + content)
        reader = csv.DictReader(content.decode("utf-8-sig").splitlines())
        if table in _READERS:
            rows += [_row(table, row, path, number) for number, row in enumerate(reader, start=2)]
    return known_from(rows, digest.hexdigest())


def known_from(rows: Iterable[KnownEntity], sha256: str = "") -> Known:
    """Indexes over `rows`; of rows with one id the first counts, with the names of all."""
    entities: dict[str, KnownEntity] = {}
    by_name: dict[str, set[str]] = defaultdict(set)
    by_skeleton: dict[str, set[str]] = defaultdict(set)
    by_surname: dict[str, set[tuple[PersonName, str]]] = defaultdict(set)
    for row in rows:
        entities.setdefault(row.id, row)
        for name in row.names:
            if key(name):
                by_name[f"{row.type}:{key(name)}"].add(row.id)
            if row.type == "person" and (parsed := person_name(name)).full:
                by_name[f"person:{key(plain_person(name))}"].add(row.id)
                by_skeleton[skeleton(plain_person(name))].add(row.id)
                by_surname[parsed.surname].add((parsed, row.id))
    return Known(
        entities,
        sha256 or hashlib.sha256(repr(sorted(map(repr, entities.values()))).encode()).hexdigest(),
        {name: frozenset(found) for name, found in by_name.items()},
        {name: frozenset(found) for name, found in by_skeleton.items()},
        {name: tuple(sorted(found, key=repr)) for name, found in by_surname.items()},
    )


_READERS = {"countries": "country", "organizations": "organization", "people": "person", "places": "place"}


def _row(table: str, row: dict[str, str | None], path: Path, number: int) -> KnownEntity:
    cells = {column: (value or "").strip() for column, value in row.items() if column}
    type_ = _READERS[table]
    names = tuple(
        dict.fromkeys(
            name.strip()
            for column, cell in cells.items()
            if column.startswith(_NAME_COLUMNS)
            for name in cell.split("|")
            if name.strip()
        )
    )
    name = cells.get("kk") or cells.get("name_kk") or ""
    if not name:
        raise SchemaError("the row has no Kazakh name", file=str(path), line=number, cure="fill its column kk or name_kk")
    iso = cells.get("iso") or cells.get("country_iso") or cells.get("country") or None
    identifier = {
        "country": f"country/{iso or ''}",
        "organization": f"organization/{cells.get('id_slug') or cells.get('id') or slug(name)}",
        "person": f"person/{cells.get('id_slug') or slug(name)}",
        "place": f"place/{slug(name)}",
    }[type_]
    if identifier == "country/":
        raise SchemaError("the country has no ISO code", file=str(path), line=number, cure="fill its column iso")
    russian, english = (cells.get(language) or cells.get(f"name_{language}") or None for language in ("ru", "en"))
    return KnownEntity(identifier, type_, name, names, russian, english, cells.get("wikidata") or None, iso)
