import networkx as nx

from kg.view.reading import read
from tests.view.helpers import small_graph


def facts(contents, kind):
    return [fact for fact in contents.facts if fact.kind == kind]


def names(contents, indexes):
    return {contents.actors[index].name for index in indexes}


def test_actors_keep_their_names_in_other_languages_and_their_aliases():
    actors = {actor.id: actor for actor in read(small_graph()).actors}
    assert dict(actors["country/KZ"].names) == {"ru": "Казахстан", "en": "Kazakhstan"}
    assert actors["person/aidar-sarsenov"].aliases == ("А.Сәрсенов", "Сәрсенов")


def test_a_post_joins_its_holder_and_its_body():
    contents = read(small_graph())
    office = next(fact for fact in facts(contents, "office") if fact.name == "Сыртқы істер министрі")
    assert names(contents, office.actors) == {"Айдар Сәрсенов", "Қазақстан"}
    assert names(contents, office.lead) == {"Айдар Сәрсенов"}


def test_a_post_without_a_body_stays_with_its_holder():
    graph = small_graph()
    graph.nodes["post/country~KZ/minister"]["properties"] = {}
    contents = read(graph)
    office = next(fact for fact in facts(contents, "office") if fact.name == "Сыртқы істер министрі")
    assert names(contents, office.actors) == {"Айдар Сәрсенов"}


def test_a_meeting_knows_host_place_topics_and_the_words_that_prove_it():
    contents = read(small_graph())
    meeting = next(fact for fact in contents.facts if fact.id == "meeting/1")
    assert (meeting.type, meeting.status, meeting.date, meeting.place) == ("meeting", "held", "2026-03-04", "Берн")
    assert names(contents, meeting.lead) == {"Ханс Майер"}
    assert meeting.topics == ("көлік туралы меморандум",)
    assert [contents.evidence[index].mark for index in meeting.evidence] == ["Ханс Майермен кездесті"]


def test_a_place_given_as_a_reference_is_shown_by_name():
    graph = small_graph()
    graph.remove_edge("meeting/1", "place/bern", "place")
    graph.nodes["meeting/1"]["place"] = "place/bern"
    assert next(fact for fact in read(graph).facts if fact.id == "meeting/1").place == "Берн"


def test_a_meeting_that_every_document_denies_is_marked_so():
    graph = small_graph()
    for _, _, data in graph.out_edges("meeting/1", data=True):
        for entry in data["evidence"]:
            entry["negated"] = True
    assert next(fact for fact in read(graph).facts if fact.id == "meeting/1").status == "denied"


def test_an_event_of_which_nothing_is_said_is_no_fact():
    graph = small_graph()
    graph.add_node("meeting/9", kind="Meeting", name="кездесу", type=None, status=None, date=None, place=None, properties={})
    assert "meeting/9" not in {fact.id for fact in read(graph).facts}


def test_a_derived_edge_is_marked_and_names_its_meetings():
    contents = read(small_graph())
    (derived,) = facts(contents, "derived")
    assert (derived.count, derived.date, derived.until) == (2, "2026-03-03", "2026-03-04")
    assert [contents.facts[index].id for index in derived.because] == ["meeting/1", "meeting/2"]


def test_a_derived_edge_stored_both_ways_counts_once():
    graph = small_graph()
    graph.add_edge("country/KZ", "country/CH", key="met", **graph.edges["country/CH", "country/KZ", "met"])
    assert len(facts(read(graph), "derived")) == 1


def test_a_derived_edge_between_two_who_share_a_shown_meeting_is_left_out():
    graph = small_graph()
    graph.add_edge("person/aidar-sarsenov", "person/hans-maier", key="met", predicate="met", derived=True, count=2, evidence=[])
    assert len(facts(read(graph), "derived")) == 1


def test_an_edge_of_another_predicate_is_kept():
    graph = small_graph()
    graph.add_edge("organization/fdfa", "country/CH", key="part_of", predicate="part_of", count=1, evidence=[])
    (other,) = facts(read(graph), "other")
    assert other.type == "part_of"


def test_the_order_of_nodes_and_edges_does_not_matter():
    graph = small_graph()
    turned = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(graph.nodes(data=True))))
    turned.add_edges_from(reversed(list(graph.edges(keys=True, data=True))))
    assert read(turned) == read(graph)


def test_kinds_without_a_picture_are_passed_over():
    graph = small_graph()
    graph.add_node("document/kk-1", kind="Document", name="Құжат")
    graph.add_edge("meeting/1", "document/kk-1", key="source", predicate="source", evidence=[])
    assert read(graph) == read(small_graph())


def test_an_empty_graph_has_empty_contents():
    contents = read(nx.MultiDiGraph())
    assert (contents.actors, contents.facts, contents.evidence, contents.sources) == ((), (), (), ())
