"""The derived graph: recomputed with each write, and what a rebuild from nothing would give."""

from __future__ import annotations

import random
from io import BytesIO

from kg.graph.derived import meetings_between
from kg.model.graph import DocumentGraph
from kg.schema.rdf import DERIVED
from kg.store.rdf.export import export
from kg.store.rdf.oxigraph import RdfStore
from kg.store.rdf.validation import validate_store
from tests.store.helpers import Paper, visit

CONTACTS = """PREFIX kg: <https://w3id.org/elshi/ns#>
SELECT ?one ?other ?count ?first ?last WHERE {
  ?contact kg:between ?one , ?other ; kg:count ?count . FILTER(STR(?one) < STR(?other))
  OPTIONAL { ?contact kg:first ?first ; kg:last ?last }
} ORDER BY ?one ?other"""


def contacts(store: RdfStore) -> list[tuple[str | None, ...]]:
    return list(store.query(CONTACTS).rows)


def content(store: RdfStore) -> bytes:
    out = BytesIO()
    export(store, out, "nquads")
    return out.getvalue() + b"".join(sorted(f"{quad}\n".encode() for quad in store.graph))


def made_up(seed: int) -> DocumentGraph:
    """A document of one of twelve ids about meetings that other documents speak of, too."""
    dice = random.Random(seed)
    paper = Paper(f"d{dice.randrange(12)}", lang=dice.choice(["kk", "ru"]))
    people = [
        paper.person(f"p{n}", f"Аты {n}{'ұзын' * dice.randrange(2)}", "Министр", dice.choice(["KZ", "CN"])) for n in range(4)
    ]
    for _ in range(dice.randrange(3)):
        who = dice.sample(people, dice.randrange(1, 4))
        date = dice.choice([None, "2025", "2025-12", f"2025-12-{dice.randrange(10, 30)}"])
        status = dice.choice(["held", "held", "planned", "cancelled"])
        number = f"m{dice.randrange(5)}"
        if f"meeting/{number}" not in paper.nodes:
            paper.meeting(number, *who, date=date, status=status, negated=dice.random() < 0.2)
    return paper.graph(f"f{seed}")


def test_a_contact_says_how_often_first_and_last() -> None:
    with RdfStore.open("memory:") as store:
        store.write([visit("d1", meeting="m1", date="2025-11-25"), visit("d2", meeting="m2", date="2024-05")])
        assert contacts(store) == [
            ("country/KZ", "country/UZ", "2", "2024-05", "2025-11-25"),
            ("person/mirziyoev", "person/tokaev", "2", "2024-05", "2025-11-25"),
        ]


def test_a_meeting_of_which_two_documents_speak_counts_once_and_stays_while_one_does() -> None:
    with RdfStore.open("memory:") as store:
        store.write([visit("d1"), visit("d2")])
        assert [row[2] for row in contacts(store)] == ["1", "1"]
        store.forget("document/d1")
        assert [row[2] for row in contacts(store)] == ["1", "1"]
        store.forget("document/d2")
        assert contacts(store) == []
        assert len(store.graph) == 0


def test_met_stands_both_ways() -> None:
    with RdfStore.open("memory:") as store:
        store.write([visit("d1")])
        met = "SELECT ?a ?b WHERE { ?a <https://w3id.org/elshi/ns#met> ?b } ORDER BY ?a ?b"
        assert ("person/mirziyoev", "person/tokaev") in store.query(met).rows
        assert ("person/tokaev", "person/mirziyoev") in store.query(met).rows


def test_a_node_has_one_label_the_longest_name_that_some_document_gives() -> None:
    short, long = Paper("d1"), Paper("d2")
    short.person("a", "Тоқаев")
    long.person("a", "Қ. Тоқаев")
    label = "SELECT ?label WHERE { <https://w3id.org/elshi/id/person/a> <http://www.w3.org/2000/01/rdf-schema#label> ?label }"
    with RdfStore.open("memory:") as store:
        store.write([long.graph(), short.graph()])
        assert store.query(label).rows == (("Қ. Тоқаев",),)
        store.forget("document/d2")
        assert store.query(label).rows == (("Тоқаев",),)


def test_whatever_is_written_in_whatever_order_the_whole_store_is_what_a_rebuild_gives() -> None:
    for seed in range(25):
        dice = random.Random(seed)
        graphs = [made_up(seed * 100 + number) for number in range(20)]
        with RdfStore.open("memory:") as grown, RdfStore.open("memory:") as rebuilt:
            rest = list(graphs)
            while rest:
                size = dice.randrange(1, 5)
                grown.write(rest[:size])
                rest = rest[size:]
                if dice.random() < 0.3:
                    grown.forget(f"document/d{dice.randrange(12)}")
            last = list(grown.read())
            dice.shuffle(last)
            rebuilt.write(last)
            assert content(grown) == content(rebuilt)
            assert validate_store(grown) == ()


def test_contacts_are_those_that_the_graph_stage_derives() -> None:
    for seed in range(15):
        graphs = {graph.document: graph for graph in (made_up(seed * 50 + number) for number in range(15))}
        with RdfStore.open("memory:") as store:
            store.write(graphs.values())
            derived = [
                (edge.source, edge.target, str(edge.count), edge.first, edge.last) for edge in meetings_between(store.read())
            ]
            assert contacts(store) == derived


def test_the_default_graph_is_the_union_of_all_graphs_without_repetition() -> None:
    with RdfStore.open("memory:") as store:
        store.write([visit("d1"), visit("d2"), visit("d3", meeting="m2")])
        store.forget("document/d2")
        everything = {
            quad.triple for name in store.graph.named_graphs() for quad in store.graph.quads_for_pattern(None, None, None, name)
        }
        counted = store.query("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }").rows
        assert counted == ((str(len(everything)),),)


def test_nothing_is_derived_that_names_no_document() -> None:
    with RdfStore.open("memory:") as store:
        store.write([visit("d1")])
        store.forget("document/d1")
        assert list(store.graph.quads_for_pattern(None, None, None, DERIVED)) == []
