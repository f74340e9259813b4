"""Graphs without what is less sure."""

from __future__ import annotations

from dataclasses import replace

from kg.graph import document_graph
from kg.graph.selection import surer
from kg.resolve import resolve
from kg.schema.validate import validate
from tests.graph.helpers import extraction, graph
from tests.resolve.helpers import world


def kinds(found):
    return {node.kind for node in found.nodes}


def members(*confidences):
    one = extraction()
    meeting = replace(one.meetings[0], participants_confidence=confidences)
    return document_graph(resolve(replace(one, meetings=(meeting,)), world()))


def test_with_nothing_asked_everything_stays():
    whole = graph()
    assert surer(whole, 0) is whole


def test_an_event_goes_with_its_claims_and_actors_stay():
    found = surer(graph(confidence=0.5), 0.6)
    assert all(claim.confidence >= 0.6 for claim in found.claims)
    assert {"Meeting", "Participation"} & kinds(found) == set()
    assert {"Agreement", "Person", "Country", "Tenure"} <= kinds(found)
    assert "Tenure" not in kinds(surer(graph(), 0.95))


def test_a_participant_goes_alone_and_the_last_but_one_takes_the_meeting_along():
    one = extraction()
    meeting = replace(one.meetings[0], participants=("a1", "a2", "a4"), participants_confidence=(0.9, 0.9, 0.5))
    found = surer(document_graph(resolve(replace(one, meetings=(meeting,)), world())), 0.6)
    assert sum(node.kind == "Participation" for node in found.nodes) == 2
    assert "Meeting" in kinds(found)
    assert "Meeting" not in kinds(surer(members(0.9, 0.5), 0.6))


def test_what_is_left_keeps_to_the_vocabulary():
    assert validate([surer(one, least) for one in (graph(), members(0.9, 0.5)) for least in (0.6, 0.85, 0.95)]) == ()
