from __future__ import annotations

import itertools

from kg.graph import networkx_view
from tests.graph.helpers import TEXT, graph


def test_the_view_has_actors_meetings_and_agreements_unless_told_otherwise() -> None:
    view = networkx_view([graph()])
    assert {data["kind"] for _, data in view.nodes(data=True)} == {"Person", "Country", "Meeting", "Agreement"}
    assert "post/country~KZ/prezident" in networkx_view([graph()], kinds={"Person", "Post"})


def test_nodes_bear_name_iso_and_properties() -> None:
    view = networkx_view([graph()])
    assert view.nodes["country/KZ"]["name"] == "Қазақстан"
    assert view.nodes["country/KZ"]["iso"] == "KZ"
    assert view.nodes["person/ivan-petrov"]["iso"] is None
    assert view.nodes["person/ivan-petrov"]["properties"]["alias"] == ("Петров",)


def test_events_bear_what_the_latest_document_says() -> None:
    early, late = graph("d1", status="planned", published="2025-11-20"), graph("d2", status="held", published="2025-11-26")
    for order in itertools.permutations([early, late]):
        view = networkx_view(order)
        event = next(data for _, data in view.nodes(data=True) if data["kind"] == "Meeting")
        assert (event["type"], event["status"], event["date"], event["place"]) == ("reception", "held", "2025-11-25", "Астана")


def test_an_edge_gathers_the_evidence_of_all_documents() -> None:
    view = networkx_view([graph("d2"), graph("d1")])
    meeting = next(node for node, data in view.nodes(data=True) if data["kind"] == "Meeting")
    edge = view.edges[meeting, "person/ivan-petrov", "participant"]
    assert (edge["predicate"], edge["count"]) == ("participant", 2)
    assert [item["document"] for item in edge["evidence"]] == ["document/d1", "document/d2"]
    first = edge["evidence"][0]
    assert TEXT[first["start"] : first["end"]] == first["quote"] == "Иван Петровты қабылдады"
    assert (first["title"], first["url"], first["rule"], first["confidence"]) == (
        "Тақырып",
        "https://news.kz/d1",
        "kk.receive",
        0.9,
    )
    assert (first["status"], first["negated"], first["date"]) == ("held", False, "2025-11-25")


def test_denied_claims_make_no_edge() -> None:
    view = networkx_view([graph(negated=True)])
    meeting = next(node for node, data in view.nodes(data=True) if data["kind"] == "Meeting")
    assert view.degree(meeting) == 0


def test_the_view_is_the_same_in_any_order_of_documents() -> None:
    graphs = [graph("d1"), graph("d2", status="planned"), graph("d3", date="2025-11-20")]
    views = [networkx_view(order) for order in itertools.permutations(graphs)]
    assert all(list(view.nodes(data=True)) == list(views[0].nodes(data=True)) for view in views)
    assert all(list(view.edges(keys=True, data=True)) == list(views[0].edges(keys=True, data=True)) for view in views)
