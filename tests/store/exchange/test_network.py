"""GraphML and GEXF: what networkx reads back, what their schemas ask, and hostile text."""

from __future__ import annotations

import re
from io import BytesIO

import networkx as nx
import pytest
from lxml import etree

from kg.store import open_store
from kg.store.exchange.formats import export
from kg.store.exchange.gexf import days
from kg.store.exchange.network import network
from kg.store.exchange.xml_text import token
from tests.store.exchange.helpers import HOSTILE, papers
from tests.store.exchange.schemas import GEXF, GRAPHML

CLEAN = HOSTILE.replace("\u0001", "\ufffd").replace("\ufffe", "\ufffd")


def exported(form: str, *, backwards: bool = False) -> bytes:
    with open_store("memory:") as store:
        for graph in reversed(papers()) if backwards else papers():
            store.write([graph])
        out = BytesIO()
        export(store, out, form)
        return out.getvalue()


def graphml() -> nx.MultiDiGraph:
    return nx.read_graphml(BytesIO(exported("graphml")), force_multigraph=True)


def gexf() -> nx.MultiDiGraph:
    return nx.read_gexf(BytesIO(exported("gexf")), version="1.3")


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_equal_graphs_give_equal_bytes_whatever_the_order_of_writing(form: str) -> None:
    assert exported(form) == exported(form, backwards=True)


@pytest.mark.parametrize(("form", "schema"), [("graphml", GRAPHML), ("gexf", GEXF)])
def test_the_file_keeps_to_its_schema(form: str, schema: str) -> None:
    etree.RelaxNG(etree.fromstring(schema)).assertValid(etree.fromstring(exported(form)))


@pytest.mark.parametrize(("form", "schema"), [("graphml", GRAPHML), ("gexf", GEXF)])
def test_an_empty_store_gives_an_empty_network(form: str, schema: str) -> None:
    out = BytesIO()
    with open_store("memory:") as store:
        export(store, out, form)
    etree.RelaxNG(etree.fromstring(schema)).assertValid(etree.fromstring(out.getvalue()))


def test_networkx_reads_typed_attributes_of_graphml() -> None:
    found = graphml()
    assert found.nodes["country:FR"] == {
        "label": "Франция", "identifier": "country/FR", "kind": "Country", "name_ru": "Франция", "name_en": "France", "iso": "FR",
        "documents": 1, "meetings": 0, "agreements": 1,
    }  # fmt: skip
    stated = found.get_edge_data("meeting:m1", "person:tokaev")["meeting:m1_-_participant_-_person:tokaev"]
    assert stated == {
        "weight": 2.0, "predicate": "participant", "derived": False, "documents": 2, "confidence": 0.9, "quote": "кездесті",
        "document": "document/d3",
    }  # fmt: skip


def test_gexf_says_the_same_as_graphml() -> None:
    one, other = graphml(), gexf()
    assert {token(node) for node in other} == set(one)
    assert {(token(a), token(b), key["predicate"]) for a, b, key in other.edges(data=True)} == {
        (a, b, key["predicate"]) for a, b, key in one.edges(data=True)
    }
    for node, given in other.nodes(data=True):
        shared = {name: value for name, value in given.items() if name not in {"viz", "start", "end"}}
        assert shared == {name: value for name, value in one.nodes[token(node)].items() if name != "identifier"}


def test_events_lie_on_the_timeline_of_gexf_and_actors_are_always_there() -> None:
    found = gexf()
    spells = {node: (given.get("start"), given.get("end")) for node, given in found.nodes(data=True)}
    assert spells["meeting/m1"] == ("2025-11-25", "2025-11-25")
    assert spells["meeting/m2"] == ("2025-12-01", "2025-12-31")
    assert spells["meeting/m3"] == ("2026-01-01", "2026-12-31")
    assert spells["person/tokaev"] == (None, None)


def test_who_met_whom_is_an_edge_that_says_it_is_derived() -> None:
    met = [given for _, _, given in graphml().edges(data=True) if given["predicate"] == "met"]
    assert {"weight": 1.0, "predicate": "met", "derived": True, "meetings": 1, "first": "2025-12", "last": "2025-12"} in met
    assert len(met) == 4  # Tokayev with Mirziyoyev and with Macron, and their countries


def test_what_a_document_denies_is_no_edge() -> None:
    assert graphml().out_degree("meeting:m4") == 0


def test_hostile_text_comes_back_but_for_what_xml_cannot_hold() -> None:
    one, other = graphml().nodes["person:makron"], gexf().nodes["person/makron"]
    assert one["label"] == other["label"] == CLEAN
    assert one["aliases"] == other["aliases"]


def test_the_store_is_read_and_not_its_kind_asked_for() -> None:
    assert network(papers) == network(lambda: reversed(papers()))


@pytest.mark.parametrize(
    ("date", "spell"),
    [("2024", ("2024-01-01", "2024-12-31")), ("2024-02", ("2024-02-01", "2024-02-29")), ("2024-02-03", ("2024-02-03",) * 2)],
)
def test_days_of_a_partial_date(date: str, spell: tuple[str, str]) -> None:
    assert days(date) == spell


def test_tokens_differ_where_texts_do_and_are_nmtokens() -> None:
    given = ["a/b", "a:b", "a_b", "a~b", "a_x7E_b", "a b", "қ/ә", "a_x", "🙂", "a\u00d7b"]
    made = [token(text) for text in given]
    assert len(set(made)) == len(given)
    assert all(re.fullmatch(r"[\w.:\-]+", text) for text in made)
