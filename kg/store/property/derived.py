"""How MET and SIDE change where contributions give way to others: as kg.store.derive defines contacts and sides.

Only the meetings that the contributions speak of are looked at, and the pairs that met in those.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kg.model.graph import DocumentGraph
from kg.schema.rdf import first_day
from kg.store.derive import MeetingFacts, Pair, best_date, by_pair, meetings, told
from kg.store.property.change import Replacement, Rows


@dataclass(frozen=True, slots=True)
class Met:
    """What MET says of a pair now."""

    meetings: tuple[str, ...]
    first: str | None
    last: str | None


@dataclass(slots=True)
class Encounters:
    """The facts of the touched meetings, sorted, before and after."""

    before: dict[str, MeetingFacts]
    after: dict[str, MeetingFacts]

    def pairs(self) -> list[Pair]:
        """Who met in any of them, sorted."""
        return sorted({pair for facts in (self.before, self.after) for one in facts.values() for pair in one.pairs()})

    def stays(self, graph: DocumentGraph) -> None:
        """Adds what a document says that speaks of the same meetings, and stays."""
        for meeting, said in meetings(graph).items():
            if meeting in self.after:
                self.before[meeting] |= said
                self.after[meeting] |= said


def encounters(change: Replacement) -> Encounters:
    """What the contributions that go say of meetings, and those that come."""
    before, after = told(change.old.values()), told(change.new.values())
    none = dict.fromkeys(sorted(before.keys() | after.keys()), MeetingFacts())
    return Encounters(none | before, none | after)


def add_derived(
    found: Encounters, now: Mapping[Pair, Met], days: Callable[[Iterable[str]], Mapping[str, str]], result: Rows
) -> None:
    """Adds the rows of MET and SIDE. `now` are the pairs that have met so far, `days` looks up the dates of meetings."""
    _sides(found, result)
    _contacts(found, now, days, result)


def _sides(found: Encounters, result: Rows) -> None:
    for meeting, facts in found.after.items():
        was = found.before[meeting].sides
        result.gone_edges["SIDE"] += [{"a": meeting, "b": country} for country in sorted(was - facts.sides)]
        result.new_edges["SIDE"] += [
            {"a": meeting, "b": country, "p": {"derived": True}} for country in sorted(facts.sides - was)
        ]


def _contacts(
    found: Encounters, now: Mapping[Pair, Met], days: Callable[[Iterable[str]], Mapping[str, str]], result: Rows
) -> None:
    lost, won = by_pair(found.before), by_pair(found.after)
    moved = {
        meeting for meeting, facts in found.after.items() if best_date(facts.dates) != best_date(found.before[meeting].dates)
    }
    for pair in sorted(lost.keys() | won.keys()):
        was, wanted = lost.get(pair, set()), won.get(pair, set())
        if was == wanted and not (wanted & moved):
            continue
        before = now.get(pair)
        untouched = set(before.meetings) - was if before else set()
        row: dict[str, Any] = {"a": pair[0], "b": pair[1]}
        if not untouched | wanted:
            result.gone_edges["MET"].append(row)
            continue
        known = [day for meeting in wanted if (day := best_date(found.after[meeting].dates)) is not None]
        if before and untouched:
            if was <= wanted and not (was & moved):  # nothing goes, so what stays is as it was
                known += [day for day in (before.first, before.last) if day is not None]
            else:
                known += days(sorted(untouched)).values()
        met = sorted(untouched | wanted)
        row["p"] = _properties(met, min(known, default=None), max(known, default=None))
        (result.changed_edges if before else result.new_edges)["MET"].append(row)


def _properties(met: list[str], first: str | None, last: str | None) -> dict[str, Any]:
    """All of them, so that what no longer holds goes."""
    return {
        "count": len(met),
        "meetings": met,
        "first": first,
        "last": last,
        "first_day": first_day(first) if first else None,
        "last_day": first_day(last) if last else None,
        "derived": True,
    }
