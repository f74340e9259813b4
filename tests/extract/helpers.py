"""Small articles, extracted, with actors by name."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract import extract
from kg.model.article import Article
from kg.model.facts import Agreement, Extraction, Meeting

PUBLISHED = "2025-12-03"  # a Wednesday


def read(text: str, *, date: str | None = PUBLISHED, title: str = "Тақырып") -> Extraction:
    """The facts of a Kazakh text."""
    return extract(Article("one", title, text, date, "kk"))


def named(found: Extraction, *local: str | None) -> set[str]:
    """The names of local ids."""
    table = {actor.id: actor.name for actor in found.actors}
    return {table[one] for one in local if one is not None}


@dataclass(frozen=True)
class Told:
    """A meeting as a reader tells it."""

    type: str
    who: frozenset[str]
    status: str
    date: str | None = None
    place: str | None = None
    host: str | None = None


def told(found: Extraction, meeting: Meeting) -> Told:
    host = next(iter(named(found, meeting.host)), None)
    who = frozenset(named(found, *meeting.participants))
    return Told(meeting.type, who, meeting.status, meeting.date, meeting.place, host)


def meetings(text: str, *, date: str | None = PUBLISHED) -> list[Told]:
    found = read(text, date=date)
    return [told(found, one) for one in found.meetings if not one.negated]


def agreements(text: str) -> tuple[Extraction, dict[str, Agreement]]:
    """The facts of a text, and its agreements by name."""
    found = read(text)
    return found, {one.name: one for one in found.agreements if not one.negated}


def only_agreement(text: str) -> tuple[Extraction, Agreement]:
    found = read(text)
    assert len(found.agreements) == 1, [one.name for one in found.agreements]
    return found, found.agreements[0]
