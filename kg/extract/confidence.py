"""How sure each claim is: the chance that a claim which looks like it is right.

Enters: Extraction as the rules left it. Leaves: the same with probabilities. Each feature of a claim adds its weight from
`data/confidence.csv`; the logistic function of the sum is the probability. A feature without a row adds nothing, so a claim by a
rule that the table does not know is as sure as its kind and its other features make it. `training/confidence.py` writes the table
(docs/confidence.md).
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import TypeVar

from kg.extract.features import EVENT_OF, TAGGER, sights
from kg.model.facts import Agreement, Extraction, Meeting, Role

Weights = Mapping[str, Mapping[str, float]]
"""Kind of claim -> feature -> weight; that of the empty feature is the kind's own."""
OWN = ""
_LEAST, _MOST = 0.01, 0.99

_Proved = TypeVar("_Proved", Role, Meeting, Agreement)


@cache
def weights() -> Weights:
    """The table in force."""
    text = (files("kg.extract") / "data" / "confidence.csv").read_text(encoding="utf-8")
    table: dict[str, dict[str, float]] = {}
    for row in csv.DictReader(line for line in text.splitlines() if not line.startswith("#")):
        table.setdefault(row["kind"], {})[row["feature"]] = float(row["weight"])
    return table


def calibrated(extraction: Extraction, table: Weights | None = None) -> Extraction:
    """`extraction` with the confidence of each claim as a probability, rounded to two digits.

    That of an event is the chance that it took place as told (its kind, at least half of its participants; of an agreement its
    name); that of a participant, party, date or place the chance that the event is right and this belongs to it.
    """
    found = probabilities(extraction, weights() if table is None else table)

    def sure(fact: _Proved, *claim: str) -> _Proved:
        return replace(fact, provenance=replace(fact.provenance, confidence=found[claim]))

    return replace(
        extraction,
        actors=tuple(replace(actor, confidence=found["actor", actor.id]) for actor in extraction.actors),
        roles=tuple(sure(role, "role", str(n)) for n, role in enumerate(extraction.roles)),
        meetings=tuple(
            replace(
                sure(meeting, "meeting", meeting.id),
                participants_confidence=tuple(found["participant", meeting.id, local] for local in meeting.participants),
                date_confidence=found.get(("meeting date", meeting.id)),
                place_confidence=found.get(("meeting place", meeting.id)),
            )
            for meeting in extraction.meetings
        ),
        agreements=tuple(
            replace(
                sure(agreement, "agreement", agreement.id),
                parties_confidence=tuple(found["party", agreement.id, local] for local in agreement.parties),
                date_confidence=found.get(("agreement date", agreement.id)),
            )
            for agreement in extraction.agreements
        ),
    )


def probabilities(extraction: Extraction, table: Weights) -> dict[tuple[str, ...], float]:
    """Kind and local id of each claim (as in `Sight`) -> the chance that it is right."""
    found: dict[tuple[str, ...], float] = {}
    exact: dict[tuple[str, ...], float] = {}
    # A model of names gives a chance itself, which stands until the table has seen its claims.
    own = (
        {} if f"rule={TAGGER}" in table.get("actor", {}) else {a.id: a.confidence for a in extraction.actors if a.rule == TAGGER}
    )
    for sight in sights(extraction):
        chance = logistic(table.get(sight.kind, {}), sight.features)
        if sight.kind == "actor":
            chance = own.get(sight.claim[0], chance)
        if sight.kind in EVENT_OF:
            chance *= exact[EVENT_OF[sight.kind], sight.claim[0]]
        else:
            exact[sight.kind, *sight.claim] = chance
        found[sight.kind, *sight.claim] = round(min(max(chance, _LEAST), _MOST), 2)
    return found


def logistic(table: Mapping[str, float], features: Iterable[str]) -> float:
    """The chance of a claim of one kind with these features."""
    total = math.fsum([table.get(OWN, 0.0), *(table.get(feature, 0.0) for feature in features)])
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
