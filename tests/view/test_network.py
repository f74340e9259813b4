import pytest
from pyvis.network import Network

from kg.view.drawing import draw
from kg.view.network import network_data, vis_network
from kg.view.reading import read
from tests.view.helpers import small_graph


def data():
    drawing = draw(read(small_graph()))
    return drawing, network_data(drawing, [(0, number) for number in range(len(drawing.spots))], ["Ат"] * len(drawing.spots))


def test_parallel_lines_between_two_nodes_are_all_kept():
    drawing, made = data()
    assert [edge["id"] for edge in made["edges"]] == list(range(len(drawing.lines)))
    assert len({(edge["from"], edge["to"]) for edge in made["edges"]}) < len(made["edges"])


def test_pyvis_never_compares_an_edge_with_all_nodes(monkeypatch):
    def add_edge(*_args, **_options):
        pytest.fail("add_edge searches the list of all nodes for every edge")

    monkeypatch.setattr(Network, "add_edge", add_edge)
    assert data()[1]["edges"]


def test_no_node_or_edge_has_a_title_that_could_be_html():
    _, made = data()
    assert not any("title" in each for each in made["nodes"] + made["edges"])


def test_physics_is_off_and_every_node_has_its_place():
    _, made = data()
    assert made["options"]["physics"] == {"enabled": False}
    assert all({"x", "y"} <= node.keys() for node in made["nodes"])


def test_a_node_without_a_name_does_not_show_its_number():
    drawing = draw(read(small_graph()))
    made = network_data(drawing, [(0, 0)] * len(drawing.spots), [""] * len(drawing.spots))
    assert {node["label"] for node in made["nodes"]} == {" "}


def test_the_script_comes_with_its_licence_and_can_stand_in_a_page():
    script = vis_network()
    assert "Apache 2.0" in script[:1000]
    assert not any(trap in script for trap in ("</script", "<!--", "\r", "sourceMappingURL"))
