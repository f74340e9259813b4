from __future__ import annotations

import itertools

from kg.graph import DerivedEdge, meetings_between
from kg.model.graph import DocumentGraph
from kg.store.derive import MeetingFacts, contact, meetings
from tests.graph.helpers import graph


def edge(graphs: list[DocumentGraph], source: str, target: str) -> DerivedEdge | None:
    return next((one for one in meetings_between(graphs) if (one.source, one.target) == (source, target)), None)


def test_two_who_met_are_joined_once_however_many_documents_report_it() -> None:
    found = edge([graph("d1"), graph("d2")], "person/erlan-bolatov", "person/ivan-petrov")
    assert found is not None
    assert (found.count, found.first, found.last) == (1, "2025-11-25", "2025-11-25")


def test_countries_meet_through_the_offices_of_those_who_meet() -> None:
    found = edge([graph("d1"), graph("d2", date="2025-12")], "country/KZ", "country/RU")
    assert found is not None
    assert (found.count, found.first, found.last) == (2, "2025-11-25", "2025-12")


def test_planned_and_denied_meetings_join_nobody() -> None:
    assert meetings_between([graph(status="planned"), graph("d2", negated=True)]) == ()


def test_a_planned_meeting_that_another_document_reports_as_held_counts() -> None:
    found = edge([graph("d1", status="planned"), graph("d2")], "person/erlan-bolatov", "person/ivan-petrov")
    assert found is not None
    assert found.count == 1


def test_the_order_of_documents_changes_nothing() -> None:
    graphs = [graph("d1"), graph("d2", date="2025-11-20"), graph("d3", date=None)]
    assert len({meetings_between(order) for order in itertools.permutations(graphs)}) == 1


def test_the_store_derives_the_same_contacts() -> None:
    graphs = [graph("d1"), graph("d2", date="2025-12"), graph("d3", status="planned"), graph("d4", negated=True)]
    facts: dict[str, MeetingFacts] = {}
    for one in graphs:
        for meeting, said in meetings(one).items():
            facts[meeting] = facts.get(meeting, MeetingFacts()) | said
    pairs: dict[tuple[str, str], dict[str, frozenset[str]]] = {}
    for meeting, said in facts.items():
        for pair in said.pairs():
            pairs.setdefault(pair, {})[meeting] = said.dates
    stored = {(*pair, *(contact(pair, dict(dates)).meetings)) for pair, dates in pairs.items()}
    assert stored == {(one.source, one.target, *one.meetings) for one in meetings_between(graphs)}
