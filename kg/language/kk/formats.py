"""Countries that the words for a gathering name, also within a format or as members of a region. Leaves: ISO codes."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from kg.language.document import Document, Phrase
from kg.language.kk import lexicon


@cache
def _regions() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    rows = lexicon.data_rows("regions.csv")
    return tuple((re.compile(row["pattern"]), tuple(lexicon.split(row["countries"]))) for row in rows)


def named_between(doc: Document, first: int, last: int) -> list[Phrase]:
    """The phrases that begin between two tokens."""
    start = bisect_left(doc.phrases, first, key=lambda p: p.first)
    return doc.phrases[start : bisect_left(doc.phrases, last + 1, lo=start, key=lambda p: p.first)]


def sides(doc: Document, first: int, last: int) -> tuple[str, ...]:
    """ISO codes of the countries that the words name as sides, also within a format («Орталық Азия – Италия», «қазақ-өзбек»)."""
    codes: list[str] = [
        p.key
        for p in named_between(doc, first, last)
        if p.key
        and p.last <= last
        and (
            p.kind == "demonym" or (p.kind == "country" and p.case in {"nom", "gen", "ins"} and not _subject_matter(doc, p.last))
        )
    ]
    for i in range(first, last + 1):
        token = doc.tokens[i]
        for part in token.lower.split("-"):
            code = lexicon.demonyms().get(part) or (_country(part) if token.capital or "-" in token.lower else None)
            if code and not _subject_matter(doc, i):
                codes.append(code)
    return tuple(dict.fromkeys(codes))


def _subject_matter(doc: Document, i: int) -> bool:
    """«Украина бойынша», «Сирия жөніндегі»: whether the country named at `i` is but what a gathering is about."""
    following = doc.tokens[i + 1].lower if i + 1 < len(doc.tokens) else ""
    return following in lexicon.word_list("matter") | lexicon.word_list("in_name_of")


def members(doc: Document, first: int, last: int) -> tuple[str, ...]:
    """ISO codes of the countries of a region or format that the words name («Орталық Азия», «C5+1»)."""
    text = " ".join(t.lower for t in doc.tokens[first : last + 1])
    return tuple(dict.fromkeys(code for pattern, countries in _regions() if pattern.search(text) for code in countries))


@cache
def _countries() -> dict[str, str]:
    return {names[0].lower(): iso for iso, names in lexicon.country_names().items()}


def _country(word: str) -> str | None:
    return _countries().get(word)
