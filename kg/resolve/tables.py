"""The seed tables (`seeds/*.csv`) in, `Known` out.

In the tables of countries, organizations, people and places any column whose name begins with `kk`, `ru`, `en`, `name` or
`alias` holds names, several of them parted by `|`.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Mapping
from pathlib import Path

from kg.model.errors import SchemaError
from kg.model.identifiers import slug
from kg.resolve.known import Known, KnownEntity, known_from
from kg.resources import folder

_TYPES = {"countries": "country", "organizations": "organization", "people": "person", "places": "place"}
_REQUIRED = ("bodies", "countries", "ministry_fields", "organization_heads", "organizations", "people", "places")
_NAME_COLUMNS = ("kk", "ru", "en", "name", "alias")
_COMPANIES = frozenset({"company", "media", "group"})


def load_known(tables: Path | None = None) -> Known:
    """Reads the tables in the folder `tables` (default: `seeds/` of the installation).

    Raises SchemaError where a table is missing or is no UTF-8, or a row lacks its name or code.
    """
    where = folder("seeds") if tables is None else tables
    digest = hashlib.sha256()
    read: dict[str, list[dict[str, str]]] = {}
    for table in _REQUIRED:
        path = where / f"{table}.csv"
        try:
            content = path.read_bytes()
            text = content.decode("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise SchemaError(
                f"the table of what is known cannot be read: {error}", file=str(path), cure="install Elshi again"
            ) from error
        digest.update(f"{table}\0{len(content)}\0".encode() + content)
        rows = csv.DictReader(text.splitlines())
        read[table] = [{column: (value or "").strip() for column, value in row.items() if column} for row in rows]
    return known_from(
        [
            _entity(type_, row, where / f"{table}.csv", line)
            for table, type_ in _TYPES.items()
            for line, row in enumerate(read[table], 2)
        ],
        bodies=read["bodies"],
        fields=read["ministry_fields"],
        company_words=[row["possessed"] for row in read["organization_heads"] if row["type"] in _COMPANIES],
        sha256=digest.hexdigest(),
    )


def _entity(type_: str, row: Mapping[str, str], path: Path, line: int) -> KnownEntity:
    name = row.get("kk") or row.get("name_kk") or ""
    if not name:
        raise SchemaError("the row has no Kazakh name", file=str(path), line=line, cure="fill its column kk or name_kk")
    iso = row.get("iso") or row.get("country_iso") or None
    if type_ == "country" and iso is None:
        raise SchemaError("the country has no ISO code", file=str(path), line=line, cure="fill its column iso")
    russian, english = (row.get(language) or row.get(f"name_{language}") or None for language in ("ru", "en"))
    return KnownEntity(
        f"country/{iso}" if type_ == "country" else f"{type_}/{row.get('slug') or slug(name)}",
        type_, name, _names(row), russian, english, row.get("wikidata") or None, iso,
        tuple(filter(None, row.get("capital_kk", "").split("|"))),
    )  # fmt: skip


def _names(row: Mapping[str, str]) -> tuple[str, ...]:
    """Every name of the row, each once, in the order of the columns."""
    cells = (cell for column, cell in row.items() if column.startswith(_NAME_COLUMNS))
    return tuple(dict.fromkeys(name.strip() for cell in cells for name in cell.split("|") if name.strip()))
