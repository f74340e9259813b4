"""The tables under seeds/: complete, free of duplicates, one alias for one thing, no letters that only look right."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

import pytest

from kg.resources import folder

SEEDS = folder("seeds")
TABLES = {
    "countries.csv": ("iso", 195),
    "organizations.csv": ("slug", 250),
    "organization_heads.csv": ("lemma", 100),
    "offices.csv": ("lemma", 120),
    "ministry_fields.csv": ("kk", 60),
    "people.csv": ("name_kk", 150),
    "format_members.csv": ("slug", 8),
    "given_names.csv": ("name", 900),
    "surname_suffixes.csv": ("suffix", 50),
    "places.csv": ("kk", 600),
}
MANY = {"kk_aliases", "aliases_kk", "aliases", "ru_aliases", "en_aliases", "demonym_kk", "capital_kk", "origin", "members"}

# UN members and observers, by ISO 3166-1 alpha-2.
STATES = re.findall(
    r"[A-Z]{2}",
    """
AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ
DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP
KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI
NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ
TL TM TN TO TR TT TV TZ UA UG US UY UZ VA VC VE VN VU WS YE ZA ZM ZW
""",
)


def rows(name: str) -> list[dict[str, str]]:
    with (SEEDS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def many(value: str) -> list[str]:
    return value.split("|") if value else []


def cells(name: str) -> Iterator[tuple[int, str, str]]:
    for number, row in enumerate(rows(name), start=2):
        for column, value in row.items():
            for part in many(value) if column in MANY else [value]:
                yield number, column, part


def owners(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name, owner in pairs:
        found[name.casefold()].add(owner)
    return {name: which for name, which in found.items() if len(which) > 1}


def kazakh_names(name: str, key: str, *columns: str) -> list[tuple[str, str]]:
    return [(part, row[key]) for row in rows(name) for column in columns for part in many(row[column])]


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_enough_rows_and_no_key_twice(name: str) -> None:
    key, least = TABLES[name]
    keys = [row[key] for row in rows(name)]
    assert len(keys) >= least
    assert sorted({k for k in keys if keys.count(k) > 1}) == []
    assert all(keys)


@pytest.mark.parametrize("name", TABLES)
def test_every_row_names_its_source_and_fills_its_columns(name: str) -> None:
    for row in rows(name):
        assert None not in row, f"{name}: too many cells in {row}"
        assert None not in row.values(), f"{name}: too few cells in {row}"
        assert row["source"], row


@pytest.mark.parametrize("name", TABLES)
def test_no_word_mixes_latin_and_cyrillic_letters(name: str) -> None:
    mixed = []
    for number, column, value in cells(name):
        for word in re.findall(r"[^\W\d_]+", value):
            scripts = {unicodedata.name(letter).split()[0] for letter in word} & {"LATIN", "CYRILLIC"}
            if len(scripts) > 1:
                mixed.append((number, column, value))
    assert mixed == []


@pytest.mark.parametrize("name", TABLES)
def test_values_are_nfc_trimmed_and_without_repetition(name: str) -> None:
    for number, row in enumerate(rows(name), start=2):
        for column, value in row.items():
            where = f"{name}:{number} {column}={value!r}"
            assert unicodedata.normalize("NFC", value) == value, where
            assert value == value.strip(), where
            assert "  " not in value, where
            if column in MANY:
                parts = many(value)
                assert all(part and part == part.strip() for part in parts), where
                assert len(parts) == len(set(parts)), where


@pytest.mark.parametrize("name", TABLES)
def test_files_use_unix_line_ends_and_no_byte_order_mark(name: str) -> None:
    raw = (SEEDS / name).read_bytes()
    assert b"\r" not in raw
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert raw.endswith(b"\n")


def test_every_state_of_the_united_nations_has_a_row() -> None:
    found = {row["iso"] for row in rows("countries.csv")}
    assert sorted(set(STATES) - found) == []
    assert len(STATES) == 195
    assert {"TW", "XK", "HK", "EH"} <= found


def test_a_country_has_its_names_in_three_languages() -> None:
    for row in rows("countries.csv"):
        assert re.fullmatch(r"[A-Z]{2}", row["iso"]), row
        assert all(row[column] for column in ("kk", "kk_official", "ru", "en", "capital_kk")), row["iso"]


@pytest.mark.parametrize(
    "columns", [("kk", "kk_official", "kk_aliases"), ("ru", "ru_aliases"), ("en", "en_aliases"), ("demonym_kk",), ("capital_kk",)]
)
def test_one_name_never_belongs_to_two_countries(columns: tuple[str, ...]) -> None:
    assert owners(kazakh_names("countries.csv", "iso", *columns)) == {}


@pytest.mark.parametrize("columns", [("kk", "kk_aliases"), ("ru", "ru_aliases"), ("en", "en_aliases")])
def test_one_name_never_belongs_to_two_organizations(columns: tuple[str, ...]) -> None:
    assert owners(kazakh_names("organizations.csv", "slug", *columns)) == {}


def test_one_name_never_belongs_to_two_persons_or_two_places() -> None:
    assert owners(kazakh_names("people.csv", "name_kk", "name_kk", "aliases_kk")) == {}
    assert owners(kazakh_names("places.csv", "kk", "kk", "aliases")) == {}


def test_countries_organizations_places_and_persons_share_no_kazakh_name() -> None:
    pairs = [(name, "country") for name, _ in kazakh_names("countries.csv", "iso", "kk", "kk_official", "kk_aliases")]
    pairs += [(name, "organization") for name, _ in kazakh_names("organizations.csv", "slug", "kk", "kk_aliases")]
    pairs += [(name, "place") for name, _ in kazakh_names("places.csv", "kk", "kk", "aliases")]
    pairs += [(name, "person") for name, _ in kazakh_names("people.csv", "name_kk", "name_kk", "aliases_kk")]
    assert owners(pairs) == {}


def test_people_places_and_organizations_point_to_known_countries() -> None:
    known = {row["iso"] for row in rows("countries.csv")}
    for name in ("people.csv", "places.csv", "organizations.csv"):
        assert {row["country_iso"] for row in rows(name)} - known <= {""}, name
    assert all(row["country_iso"] for row in rows("people.csv"))


def test_capitals_are_places_of_their_country() -> None:
    places = {(part, row["country_iso"]) for row in rows("places.csv") for part in [row["kk"], *many(row["aliases"])]}
    names = {name for name, _ in kazakh_names("countries.csv", "iso", "kk", "kk_official", "kk_aliases")}
    for row in rows("countries.csv"):
        for capital in many(row["capital_kk"]):
            assert (capital, row["iso"]) in places or capital in names, (row["iso"], capital)


def test_wikidata_identifiers_are_well_formed_and_used_once() -> None:
    tables = ("countries.csv", "organizations.csv", "people.csv")
    found = [row["wikidata"] for name in tables for row in rows(name) if row["wikidata"]]
    assert all(re.fullmatch(r"Q[1-9][0-9]*", value) for value in found)
    assert sorted({value for value in found if found.count(value) > 1}) == []


def test_a_persons_alias_is_never_a_surname_alone_nor_initials() -> None:
    for row in rows("people.csv"):
        for alias in many(row["aliases_kk"]):
            assert re.search(r"[ -]", alias), (row["name_kk"], alias)
            assert not re.match(r"\w{1,2}\.", alias), (row["name_kk"], alias)


def test_closed_vocabularies_hold() -> None:
    kinds = {
        "head_of_state", "head_of_government", "minister", "deputy", "ambassador", "speaker", "secretary", "envoy", "chair",
        "director", "monarch", "military", "party", "governor", "spokesperson", "other",
    }  # fmt: skip
    assert {row["kind"] for row in rows("offices.csv")} == kinds
    assert {row["bare"] for row in rows("offices.csv")} == {"yes", "no"}
    assert {row["alone"] for row in rows("organization_heads.csv")} == {"yes", "no"}
    assert {row["gender"] for row in rows("given_names.csv")} == {"m", "f", "any", "family"}
    assert {row["common_word"] for row in rows("given_names.csv")} == {"yes", "no"}
    assert {row["kind"] for row in rows("places.csv")} == {"city", "region", "resort", "area"}
    assert {"media", "building", "bank", "court", "forum"} <= {row["type"] for row in rows("organizations.csv")}


@pytest.mark.parametrize("name", ["offices.csv", "organization_heads.csv"])
def test_the_possessed_form_keeps_the_lemma_and_ends_in_a_possessive(name: str) -> None:
    for row in rows(name):
        last, base = row["possessed"].split()[-1], row["lemma"].split()[-1]
        if last != base:
            assert last.endswith(("ы", "і", "сы", "сі")), row
            assert last[: len(base) - 2] == base[: len(base) - 2] or len(base) < 4, row


def test_suffixes_start_with_a_hyphen() -> None:
    assert all(re.fullmatch(r"-[\w-]+", row["suffix"]) for row in rows("surname_suffixes.csv"))


def test_every_table_is_described_in_the_readme() -> None:
    text = (SEEDS / "README.md").read_text(encoding="utf-8")
    for name in TABLES:
        assert f"`{name}`" in text, name
        for column in rows(name)[0]:
            assert f"`{column}`" in text, (name, column)
