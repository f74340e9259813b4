"""Which claims are right, and whether confidences say so."""

from __future__ import annotations

import json

import pytest

from kg.eval import parse_facts, reliability, verdicts
from kg.eval.verdicts import Verdict

GOLD = {
    "id": "1", "text": "…",
    "actors": [
        {"id": "a1", "type": "person", "name": "Серік Бектұров"}, {"id": "a2", "type": "person", "name": "Ханс Мюллер"},
        {"id": "a3", "type": "organization", "name": "Сарай", "required": False},
    ],
    "roles": [{"person": "a1", "title": "Министр", "of": None}],
    "meetings": [
        {"id": "m1", "type": "talks", "participants": ["a1", "a2"], "date": "2025-12-03", "status": "held"},
        {"id": "m2", "type": "visit", "participants": ["a1"], "date": None, "status": "held", "required": False},
    ],
    "agreements": [{"id": "g1", "type": "agreement", "name": "көлік туралы келісім", "parties": ["a1"], "status": "signed"}],
}  # fmt: skip


def judged(**changes):
    found = parse_facts(json.dumps(GOLD | changes))
    return {(v.kind, *v.claim): v.right for v in verdicts(parse_facts(json.dumps(GOLD)), found)}


def test_all_that_stands_in_the_gold_is_right_and_what_is_optional_there_gets_no_verdict():
    assert judged() == {
        ("actor", "a1"): True, ("actor", "a2"): True, ("role", "0"): True, ("meeting", "m1"): True,
        ("meeting date", "m1"): True,
        ("participant", "m1", "a1"): True, ("participant", "m1", "a2"): True, ("agreement", "g1"): True,
        ("party", "g1", "a1"): True,
    }  # fmt: skip


def test_what_is_invented_is_wrong_with_all_its_members():
    found = judged(meetings=[{"id": "m9", "type": "call", "participants": ["a1", "a2"], "date": None, "status": "held"}])
    assert [right for (kind, *_), right in found.items() if kind in {"meeting", "participant"}] == [False, False, False]


def test_a_stranger_at_a_meeting_is_wrong_though_the_meeting_is_right():
    actors = [*GOLD["actors"], {"id": "a4", "type": "person", "name": "Жан Дюпон"}]
    meeting = GOLD["meetings"][0] | {"participants": ["a1", "a2", "a4"]}
    found = judged(actors=actors, meetings=[meeting])
    assert found["meeting", "m1"]
    assert not found["participant", "m1", "a4"]
    assert not found["actor", "a4"]


def test_another_date_or_place_is_wrong_though_the_meeting_is_right():
    found = judged(meetings=[GOLD["meetings"][0] | {"date": "2025", "place": "Берлин"}])
    assert (found["meeting", "m1"], found["meeting date", "m1"], found["meeting place", "m1"]) == (True, False, False)


def test_a_role_counts_once():
    found = judged(roles=GOLD["roles"] * 2)
    assert (found["role", "0"], found["role", "1"]) == (True, False)


def test_confidences_are_read_with_the_facts():
    meeting = GOLD["meetings"][0] | {"confidence": 0.8, "participants_confidence": [0.7, 0.6]}
    facts = parse_facts(json.dumps(GOLD | {"meetings": [meeting]}))
    rows = [v.confidence for v in verdicts(parse_facts(json.dumps(GOLD)), facts) if v.kind in {"meeting", "participant"}]
    assert rows == [0.8, 0.7, 0.6]


def rows(confidence, right, wrong):
    return [Verdict("actor", (str(n),), confidence, n < right) for n in range(right + wrong)]


def test_confidences_that_come_true_have_no_error():
    found = reliability([*rows(0.75, 3, 1), *rows(0.5, 1, 1)])["actor"]
    assert found.calibration == 0
    assert [(b.claims, b.right) for b in found.bins] == [(2, 0.5), (4, 0.75)]


def test_the_error_is_the_mean_distance_weighted_by_claims():
    assert reliability([*rows(0.95, 3, 1), *rows(0.5, 1, 1)])["actor"].calibration == pytest.approx(0.2 * 4 / 6)
    assert reliability(rows(1.0, 0, 1))["actor"].brier == 1


def test_kinds_stand_apart_and_together():
    found = reliability([*rows(0.75, 3, 1), Verdict("party", ("g1", "a1"), 0.6, right=True)])
    assert list(found) == ["actor", "party", "all"]
    assert found["all"].claims == 5
    assert reliability([]) == {}
