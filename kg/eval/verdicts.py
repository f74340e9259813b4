"""One document's gold and what was extracted from it in, for each extracted claim whether it is right out.

What counts as right is what `score` counts: claims that are optional in the gold get no verdict.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.eval.documents import EventFact, Facts, optional
from kg.eval.likeness import agreement_likeness, meeting_likeness, normal
from kg.eval.pairs import Likeness, pair_actors, pair_events
from kg.eval.score import same_role
from kg.extract.features import KINDS

__all__ = ["KINDS", "Verdict", "verdicts"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A claim: its kind, its local id (a role's number; of a participant or party the event's id, then its own), how sure
    extraction is of it, and whether it is right.
    """

    kind: str
    claim: tuple[str, ...]
    confidence: float
    right: bool


def verdicts(gold: Facts, predicted: Facts) -> Iterator[Verdict]:
    """All claims of one document that count."""
    actors = pair_actors(gold.actors, predicted.actors)
    loose = optional(gold.actors)
    for actor in predicted.actors:
        if actors.get(actor.id) not in loose:
            yield Verdict("actor", (actor.id,), actor.confidence, actor.id in actors)
    yield from _roles(gold, predicted, actors, loose)
    yield from _events(("meeting", "participant"), gold.meetings, predicted.meetings, meeting_likeness, actors, loose)
    yield from _events(("agreement", "party"), gold.agreements, predicted.agreements, agreement_likeness, actors, loose)


def _roles(gold: Facts, predicted: Facts, actors: dict[str, str], loose: frozenset[str]) -> Iterator[Verdict]:
    taken: set[int] = set()
    for n, role in enumerate(predicted.roles):
        person = actors.get(role.person, f"+{role.person}")
        body = None if role.of is None else actors.get(role.of, f"+{role.of}")
        found = next((k for k, g in enumerate(gold.roles) if k not in taken and same_role(g, person, role.title, body)), None)
        if found is not None:
            taken.add(found)
            wanted = gold.roles[found]
            if wanted.required and not {wanted.person, wanted.of} & loose:
                yield Verdict("role", (str(n),), role.confidence, right=True)
        elif not {person, body} & loose:
            yield Verdict("role", (str(n),), role.confidence, right=False)


def _events(
    kinds: tuple[str, str],
    gold: Sequence[EventFact],
    predicted: Sequence[EventFact],
    likeness: Likeness,
    actors: dict[str, str],
    loose: frozenset[str],
) -> Iterator[Verdict]:
    pairs = pair_events(gold, predicted, likeness, actors, loose)
    by_id = {event.id: event for event in gold}
    for event in predicted:
        wanted = by_id.get(pairs.get(event.id, ""))
        if wanted is not None and not wanted.required:
            continue
        yield Verdict(kinds[0], (event.id,), event.confidence, wanted is not None)
        if event.date:
            sure = event.confidence if event.date_confidence is None else event.date_confidence
            yield Verdict(f"{kinds[0]} date", (event.id,), sure, wanted is not None and wanted.date == event.date)
        if event.place and kinds[0] == "meeting":
            sure = event.confidence if event.place_confidence is None else event.place_confidence
            right = wanted is not None and normal(wanted.place) == normal(event.place)
            yield Verdict("meeting place", (event.id,), sure, right)
        for k, local in enumerate(event.members):
            actor = actors.get(local, f"+{local}")
            if actor not in loose:
                sure = event.member_confidence[k] if k < len(event.member_confidence) else event.confidence
                yield Verdict(kinds[1], (event.id, local), sure, wanted is not None and actor in wanted.members)
