from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kg.model.errors import SchemaError
from kg.resolve import load_known
from kg.resolve.names import key
from kg.resources import folder


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    for path in folder("seeds").glob("*.csv"):
        shutil.copy(path, tmp_path)
    return tmp_path


def test_the_installed_tables_know_countries_bodies_people_and_places_by_name() -> None:
    known = load_known()
    assert known.named("country", "АҚШ").id == "country/US"  # type: ignore[union-attr]
    assert known.named("organization", "ШЫҰ").id == known.named("organization", "Шанхай ынтымақтастық ұйымы").id  # type: ignore[union-attr]
    assert known.state_body("KZ", "syrtqy-ister-ministrligi") is not None
    assert known.named("place", "Алматы").country == "KZ"  # type: ignore[union-attr]
    assert known.named("person", "Қасым-Жомарт Тоқаев").country == "KZ"  # type: ignore[union-attr]


def test_every_row_has_an_identifier_of_its_own() -> None:
    known = load_known()
    assert all(key(row.name) for row in known.entities.values())
    assert all(row.id.split("/")[0] == row.type for row in known.entities.values())


def test_the_hash_changes_with_any_table_and_only_then(tables: Path) -> None:
    before = load_known(tables).sha256
    assert load_known(tables).sha256 == before
    with (tables / "places.csv").open("a", encoding="utf-8") as file:
        file.write("Жаңа қала\n")
    assert load_known(tables).sha256 != before


def test_a_missing_table_is_reported_with_its_file(tables: Path) -> None:
    (tables / "people.csv").unlink()
    with pytest.raises(SchemaError, match=r"people\.csv"):
        load_known(tables)


def test_a_row_without_a_name_is_reported_with_its_line(tables: Path) -> None:
    (tables / "people.csv").write_text("name_kk,country_iso\nАсан Үсенов,KZ\n,KZ\n", encoding="utf-8")
    with pytest.raises(SchemaError, match=r"people\.csv:3: .*name_kk"):
        load_known(tables)


def test_a_country_without_its_code_is_reported(tables: Path) -> None:
    (tables / "countries.csv").write_text("iso,kk\n,Атлантида\n", encoding="utf-8")
    with pytest.raises(SchemaError, match=r"countries\.csv:2"):
        load_known(tables)
