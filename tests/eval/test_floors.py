"""Extraction on the gold of this folder must not fall below what it once reached."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.eval import Figures

FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("kind", "floor"), FLOORS["f1"].items())
def test_f1_stays_above_its_floor(kind: str, floor: float, figures: Figures, record_property) -> None:
    measured = figures.facts[kind].f1
    record_property("measured", measured)
    print(f"{kind}: F1 {measured:.4f}, floor {floor}")
    assert measured >= floor, (
        f"F1 of {kind} is {measured:.4f}, below its floor {floor}; kg eval tests/eval/gold --misses says why"
    )


@pytest.mark.parametrize(("kind", "floor"), FLOORS["accuracy"].items())
def test_attributes_stay_above_their_floor(kind: str, floor: float, figures: Figures, record_property) -> None:
    measured = figures.attributes[kind].accuracy
    record_property("measured", measured)
    print(f"{kind}: {measured:.4f}, floor {floor}")
    assert measured >= floor, (
        f"{kind} is right in {measured:.4f}, below its floor {floor}; kg eval tests/eval/gold --misses says why"
    )


@pytest.mark.parametrize(
    ("name", "kind", "floor"), [(name, *row) for name in ("written", "further") for row in FLOORS[name].items()]
)
def test_f1_of_the_other_articles_stays_above_its_floor(name: str, kind: str, floor: float, others: dict[str, Figures]) -> None:
    measured = others[name].facts[kind].f1
    print(f"{kind}: F1 {measured:.4f}, floor {floor}")
    assert measured >= floor, (
        f"F1 of {kind} is {measured:.4f}, below its floor {floor}; kg eval tests/eval/{name} --misses says why"
    )


def test_evidence_stands_in_the_text_where_the_offsets_say(gold, found) -> None:
    events = [(gold[key].text, event) for key, facts in found.items() for event in (*facts.meetings, *facts.agreements)]
    assert events
    assert all(event.evidence and event.evidence in text for text, event in events)
