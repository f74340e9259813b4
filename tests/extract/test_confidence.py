"""How sure claims are."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from kg.extract.assemble import facts
from kg.extract.confidence import OWN, calibrated, logistic, weights
from kg.extract.features import KINDS, sights
from kg.model.article import Article
from tests.extract.helpers import PUBLISHED, read

TEXT = "Германия Президенті Ханс Мюллер Берлинде Серік Бектұровты қабылдады. Соңында тараптар көлік туралы келісімге қол қойды."


def raw(text: str = TEXT):
    return facts(Article("one", "Тақырып", text, PUBLISHED, "kk"))


def everything(found):
    yield from ((actor.rule, actor.confidence) for actor in found.actors)
    for fact in (*found.roles, *found.meetings, *found.agreements):
        yield fact.provenance.rule, fact.provenance.confidence
    for meeting in found.meetings:
        yield from (("participant", one) for one in meeting.participants_confidence)
        yield from (("meeting date", one) for one in (meeting.date_confidence,) if one is not None)
        yield from (("meeting place", one) for one in (meeting.place_confidence,) if one is not None)
    for agreement in found.agreements:
        yield from (("party", one) for one in agreement.parties_confidence)
        yield from (("agreement date", one) for one in (agreement.date_confidence,) if one is not None)


def test_every_claim_bears_a_probability_of_two_digits():
    found = list(everything(read(TEXT)))
    assert len(found) > 6
    assert all(0 < confidence < 1 and round(confidence, 2) == confidence for _, confidence in found)


def test_each_kind_has_a_row_of_its_own_in_the_table():
    assert set(weights()) == set(KINDS)
    assert all(OWN in table for table in weights().values())


def test_the_same_article_is_as_sure_each_time():
    assert read(TEXT) == read(TEXT)


def test_participants_date_and_place_are_never_surer_than_the_meeting():
    (meeting,) = read(TEXT).meetings
    assert len(meeting.participants_confidence) == len(meeting.participants)
    assert (meeting.date, meeting.place) == (PUBLISHED, "Берлин")
    parts = (*meeting.participants_confidence, meeting.date_confidence, meeting.place_confidence)
    assert all(0 < part <= meeting.provenance.confidence for part in parts)


def test_what_is_not_told_has_no_confidence():
    (meeting,) = read("Ханс Мюллер Серік Бектұровпен кездеседі.").meetings
    assert (meeting.date, meeting.date_confidence) == (None, None)


def test_a_rule_that_the_table_does_not_know_is_as_sure_as_its_kind():
    found = raw()
    known = {kind: {OWN: own} for kind, own in zip(KINDS, (2.0, 1.0, 0.5, *(9.0,) * 6), strict=True)}
    unknown = replace(found, actors=tuple(replace(actor, rule="a rule of tomorrow") for actor in found.actors))
    for extraction in (found, unknown):
        assert {actor.confidence for actor in calibrated(extraction, known).actors} == {0.88}
    assert calibrated(unknown).actors[0].confidence > 0.5


def test_weights_of_features_add_up_to_log_odds():
    assert logistic({OWN: 1.0, "a": 0.5, "b": -1.5}, ["a", "b", "unknown"]) == 0.5
    assert logistic({OWN: 1000.0}, []) < 1
    assert logistic({}, []) == 0.5
    assert math.isclose(logistic({OWN: math.log(3)}, ["x"]), 0.75)


def test_nobody_is_quite_sure_and_nothing_quite_out_of_the_question():
    found = calibrated(raw(), {kind: {OWN: 20.0} for kind in KINDS})
    assert {confidence for _, confidence in everything(found)} == {0.99}
    found = calibrated(raw(), {kind: {OWN: -20.0} for kind in KINDS})
    assert {confidence for _, confidence in everything(found)} == {0.01}


def test_only_confidence_changes():
    before, after = raw(), calibrated(raw())
    assert [actor.name for actor in before.actors] == [actor.name for actor in after.actors]
    assert [meeting.participants for meeting in before.meetings] == [meeting.participants for meeting in after.meetings]


def test_features_tell_rules_kinds_and_distances():
    found = {(sight.kind, *sight.claim): sight.features for sight in sights(raw())}
    (meeting,) = [features for key, features in found.items() if key[0] == "meeting"]
    assert {"type=reception", "status=held", "participants=2", "people=all", "host=yes", "date=own"} <= set(meeting)
    assert any(feature.startswith("rule=") for feature in meeting)


@pytest.mark.parametrize(("own", "named"), [(0.95, "high"), (0.8, "middle"), (0.55, "low")])
def test_what_the_tagger_says_counts_in_three_steps(own, named):
    found = raw()
    tagged = replace(found, actors=(replace(found.actors[0], rule="tagger", confidence=own), *found.actors[1:]))
    assert f"tagger {named}" in next(sights(tagged)).features


def test_an_article_without_facts_has_nothing_to_be_sure_of():
    assert list(everything(read("Ауа райы жылы."))) == []


def test_a_tagger_is_believed_until_the_table_has_seen_it():
    found = raw()
    tagged = replace(found, actors=(replace(found.actors[0], rule="tagger", confidence=0.61), *found.actors[1:]))
    table = {kind: {OWN: 2.0} for kind in KINDS}
    assert calibrated(tagged, table).actors[0].confidence == 0.61
    table["actor"]["rule=tagger"] = -2.0
    assert calibrated(tagged, table).actors[0].confidence == 0.5
