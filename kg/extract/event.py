"""The value that readers of meetings leave, where its predicate stands, and when two of them are one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from kg.extract.arguments import Clause
from kg.language.frames import Frame

ENCOUNTERS = frozenset({"reception", "meeting", "talks", "consultations", "summit", "session", "ceremony"})
GATHERINGS = frozenset({"summit", "session"})


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting; `participants` and `host` are cluster numbers, the words are tokens `first` to `last`.

    `dated` and `placed`: whether the text gives the date and a town for this event; `days` that it is said to take.
    """

    type: str
    participants: tuple[int, ...]
    host: int | None
    date: str | None
    place: str | None
    status: str
    first: int
    last: int
    rule: str
    confidence: float
    dated: bool = False
    placed: bool = False
    iso: str | None = None
    topics: tuple[str, ...] = ()
    negated: bool = False
    days: int = 1


@dataclass(frozen=True, slots=True)
class Site:
    """Where a predicate stands: token, frame, clauses of its sentence, number of its clause, status."""

    i: int
    frame: Frame
    clauses: list[Clause]
    number: int
    status: str
    after: int

    @property
    def clause(self) -> Clause:
        return self.clauses[self.number]


def merge(a: Event, b: Event) -> Event | None:
    """One event named twice: same family, same or nested participants, no contradicting date."""
    same_family = a.type == b.type or (a.type in ENCOUNTERS and b.type in ENCOUNTERS)
    left, right = set(a.participants), set(b.participants)
    if not same_family or not (left <= right or right <= left) or (a.type == "visit" and not right <= left):
        return None
    if (a.type in GATHERINGS) != (b.type in GATHERINGS):
        return None
    if _received_by_another(a, b) or _received_by_another(b, a):
        return None
    if (a.type == "ceremony") != (b.type == "ceremony") and left != right:
        return None
    if (
        a.dated
        and b.dated
        and a.date != b.date
        and not ((a.date or "").startswith(b.date or "") or (b.date or "").startswith(a.date or ""))
    ):
        return None
    if a.status != b.status and a.date != b.date:
        return None
    if a.dated != b.dated and a.status == b.status == "held" and _long_between(a.date, b.date):
        return None
    if a.type == "visit" and left != right:
        return a  # a leg of a tour that has been told
    dated_more = max((e.date for e in (a, b) if e.dated and e.date), key=len, default=a.date)
    return replace(
        a,
        type=a.type if a.type != "meeting" else b.type,
        participants=tuple(dict.fromkeys(a.participants + b.participants)),
        host=a.host if a.host is not None else b.host,
        date=dated_more,
        dated=a.dated or b.dated,
        place=a.place if a.placed or not b.placed else b.place,
        placed=a.placed or b.placed,
        iso=a.iso or b.iso,
        days=max(a.days, b.days),
    )


def _received_by_another(a: Event, b: Event) -> bool:
    """Whether one is a reception by somebody who takes no part in the other."""
    return a.type == "reception" and a.host is not None and a.host not in b.participants


def _long_between(one: str | None, other: str | None) -> bool:
    """Whether two dates lie more than half a month apart, a month counted to its nearer end."""
    if not one or not other or min(len(one), len(other)) < 7:
        return bool(one and other) and (one or "")[:4] != (other or "")[:4]
    early, late = sorted((one, other))
    first = date.fromisoformat(f"{early[:7]}-28" if len(early) == 7 else early)
    last = date.fromisoformat(f"{late[:7]}-01" if len(late) == 7 else late)
    return (last - first).days > 15
