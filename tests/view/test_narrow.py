import pytest

from kg.model.errors import ViewError
from kg.view import around, between
from tests.view.helpers import ring, small_graph


def of_kind(graph, kind):
    return {node for node, data in graph.nodes(data=True) if data["kind"] == kind}


def test_one_step_reaches_whom_an_actor_met_and_where_it_works():
    near = around(small_graph(), "person/aidar-sarsenov")
    assert of_kind(near, "Person") == {"person/aidar-sarsenov", "person/hans-maier"}
    assert of_kind(near, "Country") == {"country/KZ"}
    assert of_kind(near, "Meeting") == {"meeting/1", "meeting/2"}
    assert of_kind(near, "Place") == {"place/bern"}


def test_a_country_reaches_who_holds_its_posts():
    assert "person/aidar-sarsenov" in around(small_graph(), "country/KZ")


def test_each_step_goes_one_actor_further():
    graph = ring(12)
    assert [len(of_kind(around(graph, "person/p0000", steps=steps), "Person")) for steps in (0, 1, 2)] == [1, 3, 5]


def test_an_actor_that_is_not_there_is_an_error():
    with pytest.raises(ViewError, match="country/XX"):
        around(small_graph(), "country/XX")


def test_a_span_of_time_keeps_what_may_lie_inside():
    assert of_kind(between(small_graph(), since="2026-03-04", until="2026-04-15"), "Meeting") == {"meeting/1", "meeting/3"}
    assert of_kind(between(small_graph(), until="2026-03"), "Meeting") == {"meeting/1", "meeting/2"}


def test_without_limits_the_graph_stays_whole():
    graph = small_graph()
    assert between(graph) is graph


def test_actors_left_without_any_edge_go_and_those_who_had_none_stay():
    left = between(small_graph(), since="2026-04")
    assert "person/bakhrom-yuldashev" not in left
    assert "organization/review" in left
