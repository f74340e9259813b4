from __future__ import annotations

import networkx as nx
import pytest

from kg.graph.measures import actor_graph, between_dates, ego_network, most_connected, shortest_path


@pytest.fixture
def view() -> nx.MultiDiGraph[str]:
    """A met B and C on 2025-11-02, C met D some day in 2025-12, E met nobody."""
    found: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for name in "ABCDE":
        found.add_node(f"person/{name}", kind="Person", name=name, iso=None)
    for event, date, actors in (("meeting/1", "2025-11-02", "ABC"), ("meeting/2", "2025-12", "CD"), ("meeting/3", None, "BD")):
        found.add_node(event, kind="Meeting", name=event, iso=None, type="talks", status="held", date=date, place=None)
        for name in actors:
            found.add_edge(event, f"person/{name}", key="participant", predicate="participant", count=1, evidence=[])
    return found


def test_actors_are_joined_where_they_share_an_event(view: nx.MultiDiGraph[str]) -> None:
    assert {tuple(sorted(edge)) for edge in actor_graph(view).edges} == {
        ("person/A", "person/B"), ("person/A", "person/C"), ("person/B", "person/C"), ("person/B", "person/D"),
        ("person/C", "person/D"),
    }  # fmt: skip


def test_the_most_connected_come_first_and_ties_go_by_betweenness_and_id(view: nx.MultiDiGraph[str]) -> None:
    assert [row.name for row in most_connected(view, 3)] == ["B", "C", "A"]
    assert [row.degree for row in most_connected(view)] == [3, 3, 2, 2, 0]


def test_the_shortest_path_leads_over_events_and_the_first_by_id_wins(view: nx.MultiDiGraph[str]) -> None:
    assert shortest_path(view, "person/A", "person/D") == ("person/A", "meeting/1", "person/B", "meeting/3", "person/D")
    assert shortest_path(view, "person/A", "person/A") == ("person/A",)


def test_there_is_no_path_to_who_met_nobody_or_is_unknown(view: nx.MultiDiGraph[str]) -> None:
    assert shortest_path(view, "person/A", "person/E") == ()
    assert shortest_path(view, "person/A", "person/Z") == ()


def test_an_ego_network_reaches_the_other_side_of_an_event(view: nx.MultiDiGraph[str]) -> None:
    assert set(ego_network(view, "person/A")) == {"person/A", "meeting/1", "person/B", "person/C"}
    assert set(ego_network(view, "person/A", 1)) == {"person/A", "meeting/1"}
    assert len(ego_network(view, "person/Z")) == 0


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2025-11-02", "2025-11-02", {"meeting/1"}),
        ("2025-11-03", "2025-12-15", {"meeting/2"}),
        ("2025-12-31", None, {"meeting/2"}),
        (None, "2025-11", {"meeting/1"}),
        ("2025", "2025", {"meeting/1", "meeting/2"}),
        ("2026", None, set()),
        (None, None, {"meeting/1", "meeting/2"}),
    ],
)
def test_a_time_keeps_the_events_that_may_have_been_in_it(
    view: nx.MultiDiGraph[str], first: str | None, last: str | None, expected: set[str]
) -> None:
    assert {node for node in between_dates(view, first, last) if node.startswith("meeting/")} == expected


def test_a_time_keeps_only_the_actors_of_its_events(view: nx.MultiDiGraph[str]) -> None:
    assert set(between_dates(view, "2025-12")) == {"meeting/2", "person/C", "person/D"}
