"""Facts that are sure enough."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.extract.selection import surer
from kg.model.article import Article
from kg.model.errors import ExtractionError
from kg.model.facts import Actor, Agreement, Extraction, Meeting, Provenance, Role

ACTORS = (
    Actor("a1", "person", "Серік Бектұров", confidence=0.9),
    Actor("a2", "person", "Ханс Мюллер", confidence=0.8),
    Actor("a3", "person", "Жан Дюпон", confidence=0.5),
    Actor("a4", "organization", "Көлік министрлігі", confidence=0.6),
)


def meeting(*participants, sure=0.9, members=(), host=None, voice=None):
    return Meeting(
        "m1", "talks", participants, host, "2025-12-03", None, "held", (), Provenance(None, "r", sure), reported_by=voice,
        participants_confidence=members,
    )  # fmt: skip


def agreement(*parties, sure=0.9, members=(), signatories=()):
    return Agreement(
        "g1", "agreement", "келісім", (), parties, "signed", None, None, Provenance(None, "r", sure), signatories,
        parties_confidence=members,
    )  # fmt: skip


def document(*facts, actors=ACTORS):
    kinds = {kind: tuple(fact for fact in facts if isinstance(fact, kind)) for kind in (Role, Meeting, Agreement)}
    return Extraction(Article("d", "t", "x", "2025-12-03", "kk"), actors, *kinds.values())


def test_with_nothing_asked_everything_stays():
    whole = document(meeting("a1", "a3", sure=0.01))
    assert surer(whole, 0) is whole


def test_what_is_as_sure_as_asked_stays():
    assert len(surer(document(meeting("a1", "a2")), 0.8).meetings) == 1
    assert surer(document(meeting("a1", "a2", sure=0.79)), 0.8).meetings == ()
    assert [actor.id for actor in surer(document(), 0.6).actors] == ["a1", "a2", "a4"]


def test_an_actor_that_is_left_out_leaves_its_events_and_offices():
    found = surer(
        document(
            Role("a3", "Министр", None, Provenance(None, "r", 0.95)),
            Role("a1", "Министр", "a4", Provenance(None, "r", 0.95)),
            Role("a1", "Депутат", None, Provenance(None, "r", 0.95)),
            meeting("a1", "a2", "a3", host="a3"),
        ),
        0.7,
    )
    assert [role.title for role in found.roles] == ["Депутат"]
    assert found.meetings[0].participants == ("a1", "a2")
    assert found.meetings[0].host is None


def test_a_participant_may_be_less_sure_than_its_meeting():
    found = surer(document(meeting("a1", "a2", "a4", members=(0.9, 0.85, 0.6))), 0.6).meetings[0]
    assert found.participants_confidence == (0.9, 0.85, 0.6)
    found = surer(document(meeting("a1", "a2", "a4", members=(0.9, 0.85, 0.6), host="a2")), 0.7).meetings[0]
    assert (found.participants, found.participants_confidence, found.host) == (("a1", "a2"), (0.9, 0.85), "a2")


def test_a_meeting_goes_where_fewer_than_two_of_several_are_left():
    assert surer(document(meeting("a1", "a3")), 0.7).meetings == ()
    assert len(surer(document(meeting("a1")), 0.7).meetings) == 1
    assert surer(document(meeting("a3")), 0.7).meetings == ()


def test_an_agreement_stands_by_its_name_with_the_parties_that_are_left():
    assert surer(document(agreement("a1", "a3", signatories=("a2", "a3"))), 0.7).agreements[0].parties == ("a1",)
    assert surer(document(agreement("a1", "a3", signatories=("a2", "a3"))), 0.7).agreements[0].signatories == ("a2",)
    assert surer(document(agreement("a3")), 0.7).agreements[0].parties == ()
    assert surer(document(agreement("a1", sure=0.6)), 0.7).agreements == ()


def test_date_and_place_go_alone():
    told = replace(meeting("a1", "a2"), place="Берлин", date_confidence=0.6, place_confidence=0.8)
    found = surer(document(told, replace(agreement("a1", "a2"), date="2025", date_confidence=0.5)), 0.7)
    assert (found.meetings[0].date, found.meetings[0].date_confidence) == (None, None)
    assert (found.meetings[0].place, found.meetings[0].place_confidence) == ("Берлин", 0.8)
    assert found.agreements[0].date is None
    assert surer(document(told), 0.6).meetings[0] == told


def test_an_actor_stays_without_its_events():
    assert [actor.id for actor in surer(document(meeting("a1", "a2", sure=0.1)), 0.7).actors] == ["a1", "a2"]


def test_a_report_never_becomes_a_plain_fact():
    assert surer(document(meeting("a1", "a2", voice="a3")), 0.7).meetings[0].reported_by == "Жан Дюпон"
    assert surer(document(meeting("a1", "a2", voice="a1")), 0.7).meetings[0].reported_by == "a1"
    assert surer(document(meeting("a1", "a2", voice="Reuters")), 0.7).meetings[0].reported_by == "Reuters"


def test_facts_that_were_given_are_certain():
    given = document(meeting("a1", "a2", sure=1.0), actors=tuple(replace(actor, confidence=1.0) for actor in ACTORS))
    assert surer(given, 1) == given


@pytest.mark.parametrize("least", [-0.1, 1.1, float("nan"), float("inf")])
def test_what_is_no_confidence_is_refused(least):
    with pytest.raises(ExtractionError, match="is no confidence"):
        surer(document(), least)
