"""State bodies that every country has: which words of a name say the country, and which body the rest names.

«Ресей Сыртқы істер министрлігі», «РФ СІМ», «МИД России» and «Russian Federation's Foreign Ministry» are one body of one
country.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product

from kg.model.identifiers import slug
from kg.resolve.names import key, normal

_GENITIVES = ("ның", "нің", "дың", "дің", "тың", "тің")
_LONGEST_FORM = 6
# Endings of Russian country names in the genitive, by the ending in the nominative; longest first.
_RUSSIAN = (
    ("ая", "ой"),
    ("ия", "ии"),
    ("ья", "ьи"),
    ("я", "и"),
    ("ка", "ки"),
    ("га", "ги"),
    ("а", "ы"),
    ("ы", ""),
    ("ь", "и"),
    ("й", "я"),
)
_MINISTRY = (("{} министрлігі", "kk"), ("Министерство {}", "ru"), ("Ministry of {}", "en"), ("{} Ministry", "en"))


@dataclass(frozen=True, slots=True)
class Body:
    """A kind of body: `slug` as part of an identifier; `home`: named bare, news means its own country's; `many`: a country
    has several.
    """

    slug: str
    home: bool = False
    many: bool = False


def country_forms(names: Iterable[tuple[str, str]]) -> dict[tuple[str, ...], frozenset[str]]:
    """From (name, ISO code) pairs, the words under which a country stands before or behind the name of its body."""
    forms: dict[tuple[str, ...], set[str]] = {}
    for name, iso in names:
        words = normal(name).split()
        if not words:
            continue
        kazakh = [[*words[:-1], words[-1] + dash + ending] for ending in _GENITIVES for dash in ("", "-")]
        russian = [list(form) for form in product(*(_russian_genitives(word) for word in words))] if len(words) <= 4 else []
        for form in [words, *kazakh, *russian, [*words[:-1], words[-1] + "s"]]:
            forms.setdefault(tuple(map(key, form)), set()).add(iso)
    return {form: frozenset(isos) for form, isos in forms.items()}


def _russian_genitives(word: str) -> tuple[str, ...]:
    for ending, genitive in _RUSSIAN:
        if word.endswith(ending):
            return (word, word.removesuffix(ending) + genitive)
    return (word, word + "а") if len(word) > 3 else (word,)


def bodies_from(bodies: Iterable[Mapping[str, str]], fields: Iterable[Mapping[str, str]]) -> dict[str, Body]:
    """Bodies by the key of each of their names, from the rows of `bodies.csv` and `ministry_fields.csv`."""
    found: dict[str, Body] = {}
    for row in fields:
        body = Body(slug(f"{row['kk']} министрлігі"), home=True)
        for pattern, language in _MINISTRY:
            if row[language]:
                found[key(pattern.format(row[language]))] = body
    for row in bodies:
        body = Body(slug(row["kk"]), bool(row["home"]), bool(row["many"]))
        for column in ("kk", "kk_aliases", "ru", "ru_aliases", "en", "en_aliases"):
            found |= {key(name): body for name in row[column].split("|") if name}
    return found


def split_country(name: str, forms: Mapping[tuple[str, ...], frozenset[str]]) -> tuple[str | None, str]:
    """The ISO code of the country that `name` begins (Kazakh, English) or ends with (Russian, English), and the rest of the
    name.
    """
    words = normal(name).split()
    keys = [key(word) for word in words]
    for length in range(min(_LONGEST_FORM, len(words) - 1), 0, -1):
        if iso := _only(forms.get(tuple(keys[:length]))):
            return iso, " ".join(words[length:])
        if iso := _only(forms.get(tuple(keys[-length:]))):
            rest = words[:-length]
            while rest and rest[-1] in ("of", "the"):
                rest.pop()
            return iso, " ".join(rest)
    return None, " ".join(words)


def body_named(name: str, bodies: Mapping[str, Body]) -> Body | None:
    """The body that `name`, without its country, names: one of the table, or any ministry."""
    found = bodies.get(key(name))
    if found:
        return found
    words = normal(name).split()
    if len(words) > 1 and (words[-1] in ("министрлігі", "ministry") or words[0] in ("министерство", "ministry")):
        return Body(slug(name), home=True)
    return None


def _only(isos: frozenset[str] | None) -> str | None:
    return next(iter(isos)) if isos and len(isos) == 1 else None
