"""What tests/contract asks of every store, seen from inside a property graph: which nodes and relationships there are."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from kg.model.errors import SchemaError, StoreError
from kg.model.graph import DocumentGraph, Node
from kg.store import open_store
from kg.store.property.store import PropertyStore
from tests.store.helpers import Paper, visit
from tests.store.property.conftest import contents, one


def test_what_was_written_is_read_back_as_it_was(store: PropertyStore) -> None:
    graphs = [visit("d1"), visit("d2", meeting="m2", date="2025-12")]
    assert store.write(graphs) == 2
    assert list(store.read()) == graphs
    assert store.fingerprints() == {"document/d1": "f1", "document/d2": "f1"}


def test_any_order_of_documents_and_any_repetition_give_the_same_graph(store: PropertyStore) -> None:
    graphs = [visit("d1"), visit("d2", date="2025", status="planned"), visit("d3", meeting="m2"), rich("d4")]
    store.write(graphs)
    first = contents(store)
    for order in ([3, 1, 0, 2], [2, 3, 1, 0]):
        for graph in graphs:
            store.forget(graph.document)
        assert contents(store) == ([], [])
        for place in order:
            store.write([graphs[place]])
        assert contents(store) == first
    store.write(graphs)
    assert contents(store) == first


def test_what_a_document_brought_goes_with_it_and_nothing_else(store: PropertyStore) -> None:
    store.write([visit("d1"), visit("d3", meeting="m2")])
    before = contents(store)
    store.write([visit("d2", date="2020"), rich("d4")])
    changed = rich("d4", name="Қасым-Жомарт Кемелұлы Тоқаев", confidence=0.99)
    store.write([changed])
    assert store.forget("document/d4")
    assert store.forget("document/d2")
    assert not store.forget("document/d2")
    assert contents(store) == before


def test_a_replaced_document_leaves_no_trace_of_its_old_self(store: PropertyStore) -> None:
    changed = rich("d1", name="Қ. Тоқаев", confidence=0.5)
    store.write([changed, visit("d2")])
    straight = contents(store)
    for graph in (changed, visit("d2")):
        store.forget(graph.document)
    store.write([rich("d1"), visit("d2", meeting="m7", date="2021")])
    store.write([changed, visit("d2")])
    assert contents(store) == straight


def test_a_person_has_labels_names_and_their_number_of_documents(store: PropertyStore) -> None:
    store.write([visit("d1"), rich("d2", name="Қасым-Жомарт Кемелұлы Тоқаев")])
    person = one(store, "MATCH (p:Person:Actor:Entity {id: 'person/tokaev'}) RETURN properties(p) AS p")["p"]
    assert person["name"] == person["label"] == "Қасым-Жомарт Кемелұлы Тоқаев"
    assert person["names"] == ["Қасым-Жомарт Кемелұлы Тоқаев", "Қасым-Жомарт Тоқаев"]
    assert person["documents"] == 2


def test_dates_are_native_beside_their_text_and_offsets_are_numbers(store: PropertyStore) -> None:
    store.write([visit("d1", date="2025-12")])
    found = one(
        store,
        "MATCH (m:Meeting) WHERE m.date_day > date('2025-11-30') AND m.date_day < date('2026-01-01') "
        "MATCH (c:Claim {predicate: 'date'})-[:SUBJECT]->(m) RETURN m.date AS date, m.dates AS dates, c.start + 1 AS start",
    )
    assert found == {"date": "2025-12", "dates": ["2025-12"], "start": 11}


def test_the_direct_edge_counts_its_claims_and_knows_the_surest(store: PropertyStore) -> None:
    edge = (
        "MATCH (:Person {id: 'person/tokaev'})-[r:HOLDS]->(:Post) "
        "RETURN r.claims AS claims, r.documents AS documents, r.confidence AS sure"
    )
    store.write([visit("d1"), rich("d2", confidence=0.97)])
    assert one(store, edge) == {"claims": 2, "documents": 2, "sure": 0.97}
    store.forget("document/d2")
    assert one(store, edge) == {"claims": 1, "documents": 1, "sure": 0.9}


def test_a_negated_claim_has_no_direct_edge_but_its_own_node(store: PropertyStore) -> None:
    paper = Paper("d1")
    paper.meeting("m1", paper.country("KZ"), paper.country("FR"), negated=True)
    store.write([paper.graph()])
    claims = "MATCH (c:Claim {predicate: 'participant', negated: true})-[:OBJECT]->(:Country) RETURN count(c) AS claims"
    assert one(store, claims) == {"claims": 2}
    assert one(store, "MATCH (:Meeting)-[r:PARTICIPANT]->() RETURN count(r) AS edges") == {"edges": 0}
    assert one(store, "MATCH ()-[r:MET]->() RETURN count(r) AS met") == {"met": 0}


def test_contacts_and_sides_are_those_that_all_documents_give_together(store: PropertyStore) -> None:
    store.write([visit("d1", date="2025-11-25"), visit("d2", meeting="m2", date="2025-12")])
    met = one(store, "MATCH (:Country {iso: 'UZ'})-[r:MET]-(:Country {iso: 'KZ'}) RETURN properties(r) AS r")["r"]
    assert (met["count"], met["first"], met["last"]) == (2, "2025-11-25", "2025-12")
    assert (met["meetings"], met["derived"]) == (["meeting/m1", "meeting/m2"], True)
    assert one(store, "MATCH (:Meeting {id: 'meeting/m1'})-[:SIDE]->(c) RETURN count(c) AS sides") == {"sides": 2}
    store.forget("document/d2")
    met = one(store, "MATCH (:Person)-[r:MET]->(:Person) RETURN properties(r) AS r")["r"]
    assert (met["count"], met["last"], "last_day" in met) == (1, "2025-11-25", True)


def test_a_meeting_takes_its_date_from_what_the_other_documents_say_when_one_goes(store: PropertyStore) -> None:
    store.write([visit("d1", date="2025-11-25"), visit("d2", date="2025-11"), visit("d3", date="2025-11-24")])
    assert one(store, "MATCH (m:Meeting) RETURN m.date AS date")["date"] == "2025-11-24"
    store.forget("document/d3")
    assert one(store, "MATCH (m:Meeting) RETURN m.date AS date, m.dates AS dates") == {
        "date": "2025-11-25", "dates": ["2025-11", "2025-11-25"],
    }  # fmt: skip
    assert one(store, "MATCH (:Person)-[r:MET]-(:Person {id: 'person/tokaev'}) RETURN r.first AS first")["first"] == "2025-11-25"


def test_names_that_the_vocabulary_lacks_are_kept_but_become_no_label_type_or_property(store: PropertyStore) -> None:
    evil = "X}) DETACH DELETE n //"
    paper = Paper("d1")
    paper.node("thing/1", evil, **{evil: "y", "name": "'; \" ` $x \\u0027 {"})
    paper.claim("thing/1", evil, "country/KZ")
    graph = paper.graph()
    store.write([graph, visit("d2")])
    assert list(store.read()) == [graph, visit("d2")]
    found = one(store, "MATCH (n {id: 'thing/1'}) RETURN labels(n) AS labels, n.name AS name, n.documents AS documents")
    assert found == {"labels": ["Entity"], "name": "'; \" ` $x \\u0027 {", "documents": 1}
    before = contents(store)
    store.write([visit("d3")])
    store.forget("document/d3")
    assert contents(store) == before


def test_documents_may_disagree_about_the_class_of_a_node(store: PropertyStore) -> None:
    one_paper, other = Paper("d1"), Paper("d2")
    one_paper.node("body/1", "Organization", name="Орал")
    other.node("body/1", "Place", name="Орал", country=other.country("KZ"))
    store.write([one_paper.graph()])
    before = contents(store)
    store.write([other.graph()])
    assert sorted(one(store, "MATCH (n {id: 'body/1'}) RETURN labels(n) AS l")["l"]) == [
        "Actor",
        "Entity",
        "Organization",
        "Place",
    ]
    store.forget("document/d2")
    assert contents(store) == before


def test_a_claim_that_another_document_has_is_refused_and_nothing_is_written(store: PropertyStore) -> None:
    store.write([visit("d1")])
    before = contents(store)
    taken = visit("d1").claims[0]
    stolen = visit("d2")
    stolen = replace(stolen, claims=(*(claim for claim in stolen.claims if claim.id > taken.id), taken))
    with pytest.raises((StoreError, SchemaError), match="twice"):
        store.write([stolen])
    assert contents(store) == before


def test_a_document_that_cannot_be_kept_leaves_nothing_of_the_call(store: PropertyStore) -> None:
    twice = DocumentGraph("document/d2", "f", (Node("person/a", "Person"), Node("person/a", "Country")), ())
    with pytest.raises(SchemaError, match="given twice"):
        store.write([visit("d1"), twice])
    assert contents(store) == ([], [])


def test_two_writers_at_once_lose_nothing(store: PropertyStore) -> None:
    def work(which: int) -> None:
        for number in range(4):
            store.write([visit(f"d{which}{number}", meeting=f"m{number}")])

    writers = [threading.Thread(target=work, args=(which,)) for which in range(3)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert one(store, "MATCH (c:Country {iso: 'KZ'}) RETURN c.documents AS documents") == {"documents": 12}
    assert one(store, "MATCH (:Person)-[r:MET]->(:Person) RETURN r.count AS count") == {"count": 4}


def test_two_programs_at_once_lose_nothing_on_a_server(neo4j: object) -> None:
    uri: str = neo4j.uri  # type: ignore[attr-defined]
    with open_store(uri) as first, open_store(uri) as second:
        threads = [
            threading.Thread(target=opened.write, args=([visit(f"{name}{number}", meeting=f"m{number}") for number in range(6)],))
            for name, opened in (("a", first), ("b", second))
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(first.fingerprints()) == 12
        assert isinstance(first, PropertyStore)
        assert one(first, "MATCH (c:Country {iso: 'KZ'}) RETURN c.documents AS documents") == {"documents": 12}


def rich(key: str, name: str = "Қасым-Жомарт Тоқаев", confidence: float = 0.8) -> DocumentGraph:
    """A document with something of everything, that meets the visit in persons and countries."""
    paper = Paper(key, lang="ru", title="Заголовок")
    person = paper.person("tokaev", name, "Президент", "KZ", alias=("Токаев", "K. Tokayev"))
    body = paper.node("organization/eo", "Organization", name="Еуропалық одақ", name_en="European Union")
    paper.meeting("m1", person, body, date="2025-11-20", kind="meeting", topics=("сауда", "көлік"), label="Ұзағырақ кездесу m1")
    paper.meeting("m5", person, paper.country("FR"), status="planned", negated=True)
    paper.agreement("a1", "«Мұнай» келісімі", "country/KZ", body, date="2025")
    paper.mention(person, 7, "Токаев")
    paper.claim(person, "holds", "post/country~KZ/президент", confidence=confidence)
    paper.node("thing/only-here", "Topic", name="жеке", alias=("а", "б"))
    return paper.graph("f-rich")
