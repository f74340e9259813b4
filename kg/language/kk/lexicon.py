"""The tables that Kazakh analysis reads: `seeds/` (what the world is known to be) and `data/` beside this file (language).

Enters: CSV files. Leaves: look-up tables, built once at first use.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

from kg.language.kk.morphology import analyse
from kg.language.kk.text import tokenize
from kg.resources import folder


@dataclass(frozen=True, slots=True)
class Entry:
    """One name of one thing. `key`: ISO code or slug; `main`: the name given first in the table; `capitals`: written in them."""

    words: tuple[str, ...]
    kind: str
    key: str
    main: str
    subtype: str = ""
    capitals: bool = False


@dataclass(frozen=True, slots=True)
class Office:
    """`possessed`: the last word with the ending that a possessor gives it."""

    lemma: str
    kind: str
    bare: bool
    possessed: str


def rows(name: str) -> list[dict[str, str]]:
    """Rows of a table of `seeds/`."""
    return _read(folder("seeds") / name)


@cache
def data_rows(name: str) -> list[dict[str, str]]:
    """Rows of a table of this language's `data/`."""
    return _read(Path(str(files("kg.language.kk") / "data" / name)))


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def split(value: str | None) -> list[str]:
    return [part.strip() for part in (value or "").split("|") if part.strip()]


def words_of(name: str) -> tuple[str, ...]:
    return tuple(text.lower().replace("‑", "-") for text, _, _, kind in tokenize(name) if kind not in {"mark"})


# Whoever holds this office holds it of what the office he deputises for is of.
DEPUTY = "орынбасар"


@cache
def gazetteer() -> dict[str, tuple[Entry, ...]]:
    """Entries by their first word, longest first."""
    found: dict[str, dict[tuple[str, ...], Entry]] = {}

    def add(name: str, kind: str, key: str, main: str, subtype: str = "") -> None:
        words = words_of(name)
        if words:
            found.setdefault(words[0], {}).setdefault(words, Entry(words, kind, key, main, subtype, name.isupper()))

    for row in rows("countries.csv"):
        for name in [row["kk"], *split(row["kk_official"]), *split(row["kk_aliases"])]:
            add(name, "country", row["iso"], row["kk"])
    for row in rows("organizations.csv"):
        for name in [row["kk"], *split(row["kk_aliases"])]:
            add(name, "organization", row["slug"], row["kk"], row["type"])
    for row in rows("bodies.csv"):
        for name in [row["kk"], *split(row["kk_aliases"])]:
            if " " in name:
                add(name, "organization", "", row["kk"], "mission" if row["many"] else "state_body")
    for row in rows("people.csv"):
        for name in [row["name_kk"], *split(row["aliases_kk"])]:
            if not any(word in offices() for word in name.lower().split()) and not any(
                w[0].islower() and w not in word_list("name_particle") for w in name.split()
            ):
                add(name, "person", row["country_iso"], row["name_kk"])
    for row in rows("countries.csv"):
        for name in split(row["capital_kk"]):
            add(name, "place", row["iso"], name, "capital")
    for row in rows("places.csv"):
        for name in [row["kk"], *split(row["aliases"])]:
            add(name, "place", row["country_iso"], row["kk"], row["kind"])
    return {first: tuple(sorted(entries.values(), key=lambda e: -len(e.words))) for first, entries in found.items()}


@cache
def country_names() -> dict[str, tuple[str, str]]:
    """ISO code -> (everyday name, official name)."""
    return {row["iso"]: (row["kk"], row["kk_official"]) for row in rows("countries.csv")}


@cache
def capitals() -> dict[str, str]:
    """Lower-case name of a capital -> ISO code of its country."""
    return {name.lower(): row["iso"] for row in rows("countries.csv") for name in split(row["capital_kk"])}


@cache
def main_capital() -> dict[str, str]:
    return {row["iso"]: names[0] for row in rows("countries.csv") if (names := split(row["capital_kk"]))}


@cache
def seats() -> dict[str, tuple[str, str]]:
    """Slug of a building -> (town, ISO code)."""
    return {row["slug"]: (row["town"], row["country"]) for row in data_rows("seats.csv")}


@cache
def demonyms() -> dict[str, str]:
    return {name.lower(): row["iso"] for row in rows("countries.csv") for name in split(row["demonym_kk"])}


@cache
def given_names() -> frozenset[str]:
    return frozenset(row["name"].lower() for row in rows("given_names.csv"))


@cache
def ordinary_given_names() -> frozenset[str]:
    """Given names that are ordinary words too."""
    return frozenset(row["name"].lower() for row in rows("given_names.csv") if row["common_word"] == "yes")


@cache
def origins() -> dict[str, frozenset[str]]:
    """Where a given name comes from: lower-case name -> peoples."""
    return {row["name"].lower(): frozenset(split(row["origin"])) for row in rows("given_names.csv")}


@cache
def home_given_names() -> frozenset[str]:
    return frozenset(
        row["name"].lower() for row in rows("given_names.csv") if "Kazakh" in row["origin"] or "Turkic" in row["origin"]
    )


@cache
def people() -> dict[str, str]:
    """Lower-case surname (last word) of the central figures -> ISO code, where all who bear it are of one country."""
    table: dict[str, set[str]] = {}
    for row in rows("people.csv"):
        for name in [row["name_kk"], *split(row["aliases_kk"])]:
            table.setdefault(name.split()[-1].lower(), set()).add(row["country_iso"])
    return {name: next(iter(codes)) for name, codes in table.items() if len(codes) == 1}


@cache
def _bearers() -> dict[str, tuple[tuple[str, str], ...]]:
    """Lower-case surname -> (first letter of the given name, ISO code) of each known person who bears it."""
    table: dict[str, set[tuple[str, str]]] = {}
    for row in rows("people.csv"):
        for name in [row["name_kk"], *split(row["aliases_kk"])]:
            words = name.lower().split()
            table.setdefault(words[-1], set()).add((words[0][:1] if len(words) > 1 else "", row["country_iso"]))
    return {surname: tuple(sorted(found)) for surname, found in table.items()}


def citizen(name: str) -> str | None:
    """ISO code of the country of a known person, by surname and, where there is one, the first letter of the given name."""
    words = name.replace(".", ". ").lower().split()
    found = _bearers().get(words[-1], ()) if words else ()
    given = words[0][:1] if len(words) > 1 else ""
    codes = {code for letter, code in found if not given or not letter or letter == given}
    return next(iter(codes)) if len(codes) == 1 else None


@cache
def person_words() -> frozenset[str]:
    names = [name for row in rows("people.csv") for name in [row["name_kk"], *split(row["aliases_kk"])]]
    return frozenset(word for name in names for word in words_of(name) if len(word) > 1 and word not in offices())


@cache
def surname_suffixes() -> tuple[str, ...]:
    return tuple(
        sorted(
            (row["suffix"].lstrip("-") for row in rows("surname_suffixes.csv") if row["strong"] == "yes"), key=len, reverse=True
        )
    )


@cache
def home_surname_suffixes() -> tuple[str, ...]:
    return tuple(row["suffix"].lstrip("-") for row in rows("surname_suffixes.csv") if row["origin"] == "Kazakh")


@cache
def offices() -> dict[str, tuple[Office, ...]]:
    """Offices by the last word of their lemma, longest first."""
    found: dict[str, list[Office]] = {}
    for row in rows("offices.csv"):
        found.setdefault(row["lemma"].lower().split()[-1], []).append(
            Office(row["lemma"].lower(), row["kind"], row["bare"] == "yes", row["possessed"].lower().split()[-1])
        )
    return {word: tuple(sorted(group, key=lambda o: -len(o.lemma.split()))) for word, group in found.items()}


@cache
def organization_heads() -> dict[str, tuple[str, bool]]:
    """Last word of a head noun's lemma -> (type, whether it may stand alone); single words only."""
    return {
        row["lemma"].lower(): (row["type"], row["alone"] == "yes")
        for row in rows("organization_heads.csv")
        if " " not in row["lemma"]
    }


@cache
def capital_heads() -> frozenset[str]:
    """Head nouns that are abbreviations, in lower case: «АҚ», «СІМ»."""
    return frozenset(row["lemma"].lower() for row in rows("organization_heads.csv") if row["lemma"].isupper())


@cache
def compound_heads() -> dict[str, tuple[tuple[str, str, bool], ...]]:
    """Last word of a head noun of two words whose last word alone is none -> (first word, type, whether it may stand alone)."""
    table: dict[str, list[tuple[str, str, bool]]] = {}
    for row in rows("organization_heads.csv"):
        words = row["lemma"].lower().split()
        if len(words) == 2 and words[1] not in organization_heads():
            table.setdefault(analyse(words[1]).lemma, []).append((words[0], row["type"], row["alone"] == "yes"))
    return {last: tuple(entries) for last, entries in table.items()}


@cache
def organization_possessed() -> dict[str, str]:
    """Lemma of a head noun -> its possessed form."""
    return {row["lemma"].lower(): row["possessed"] for row in rows("organization_heads.csv")}


@cache
def possessed_heads() -> dict[str, str]:
    """Possessed form of a head noun -> its lemma."""
    return {row["possessed"].lower(): row["lemma"].lower() for row in rows("organization_heads.csv")}


@cache
def possessed_offices() -> dict[str, str]:
    """Possessed form of the last word of an office -> that word: «королі» -> «король»."""
    return {row["possessed"].lower().split()[-1]: row["lemma"].lower().split()[-1] for row in rows("offices.csv")}


@cache
def bodies() -> frozenset[str]:
    """Lower-case generic names of state bodies, possessed or not."""
    return frozenset(name.lower() for row in rows("bodies.csv") for name in [row["kk"], *split(row["kk_aliases"])])


@cache
def _body_names() -> dict[str, str]:
    """Other names of state bodies -> the one that the table gives first, in lower case; not where two bodies share one."""
    return {
        alias.lower(): row["kk"].lower() for row in rows("bodies.csv") for alias in split(row["kk_aliases"]) if not row["many"]
    }


def pair_of(word: str) -> tuple[str, ...]:
    """ISO codes of the two countries that a compound of demonyms names: «қазақ-өзбек»."""
    parts = word.lower().split("-")
    codes = tuple(demonyms().get(part, "") for part in parts)
    return codes if len(codes) == 2 and all(codes) else ()


@lru_cache(maxsize=50_000)
def canonical_body(name: str) -> str:
    """«СІМ» -> «сыртқы істер министрлігі», «Үкіметі» -> «үкімет»: a body's name as names are compared."""
    lower = name.lower()
    lower = _body_names().get(lower, lower)
    *words, last = lower.split() or [lower]
    return " ".join([*words, possessed_heads().get(last, last)])


@cache
def ministry_fields() -> tuple[tuple[str, ...], ...]:
    """Fields of ministries as words, longest first."""
    fields = {tuple(row["kk"].lower().replace(",", " ,").split()) for row in rows("ministry_fields.csv")}
    return tuple(sorted(fields, key=lambda words: (-len(words), words)))


@cache
def body_types() -> dict[str, str]:
    """Slug of an organization -> its type."""
    return {row["slug"]: row["type"] for row in rows("organizations.csv")}


@cache
def body_countries() -> dict[str, str]:
    """Slug of an organization -> ISO code of the country that it belongs to, where it belongs to one."""
    return {row["slug"]: row["country_iso"] for row in rows("organizations.csv") if row["country_iso"]}


@cache
def format_members() -> dict[str, tuple[str, ...]]:
    """Slug of a format of talks, or name of an area -> ISO codes of its countries, slugs of bodies."""
    return {row["slug"]: tuple(split(row["members"])) for row in rows("format_members.csv")}


@cache
def fields_by_end() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The fields of ministries by their last word, longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for words in ministry_fields():
        table.setdefault(words[-1], []).append(words)
    return {word: tuple(group) for word, group in table.items()}


@cache
def word_list(name: str) -> frozenset[str]:
    """A set of words of `data/words.csv`, by the name of their list."""
    return frozenset(row["word"] for row in data_rows("lists.csv") if row["list"] == name)


@cache
def event_nouns() -> frozenset[str]:
    """Lemmas of the nouns of meeting and agreeing: what they name is no body."""
    meetings = {row["predicate"] for row in data_rows("frames.csv") if row["pos"] == "noun"}
    return frozenset(meetings | {row["lemma"].lower() for row in data_rows("instruments.csv")})
