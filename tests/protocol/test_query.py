"""Queries by each way of the protocol, in each format, and what is refused."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET

import pyoxigraph as ox
import pytest

from tests.protocol.conftest import VISITS

KG = "PREFIX kg: <https://w3id.org/elshi/ns#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
MEETINGS = KG + "SELECT ?meeting ?date WHERE { ?meeting a kg:Meeting ; kg:date ?date } ORDER BY ?date"
GRAPH = KG + "CONSTRUCT { ?meeting kg:date ?date } WHERE { ?meeting a kg:Meeting ; kg:date ?date }"
RESULTS = "{http://www.w3.org/2005/sparql-results#}"


def test_a_query_is_answered_by_get_by_form_and_by_body(reader):
    answers = [
        reader.get("/sparql", params={"query": MEETINGS}),
        reader.post("/sparql", data={"query": MEETINGS}),
        reader.post("/sparql", content=MEETINGS.encode(), headers={"Content-Type": "application/sparql-query"}),
        reader.post("/sparql/", content=MEETINGS, headers={"Content-Type": "Application/SPARQL-Query; charset=UTF-8"}),
    ]
    assert [answer.status_code for answer in answers] == [200] * 4
    assert len({answer.text for answer in answers}) == 1
    assert [row["date"]["value"] for row in answers[0].json()["results"]["bindings"]] == [f"2025-11-2{n}" for n in range(VISITS)]


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/json", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv; charset=utf-8; header=present"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("text/csv;q=0.4, application/sparql-results+xml;q=0.8, text/turtle", "application/sparql-results+xml"),
        ("application/*;q=0.3, text/csv;q=0.2", "application/sparql-results+json"),
        ("application/sparql-results+json;q=0, */*;q=0.1", "application/sparql-results+xml"),
        ("TEXT/CSV ; Q=0.9 , application/*;q=0.1", "text/csv; charset=utf-8; header=present"),
    ],
)
def test_rows_come_in_the_format_that_the_client_prefers(reader, accept, expected):
    answer = reader.get("/sparql", params={"query": MEETINGS}, headers={"Accept": accept} if accept else {})
    assert (answer.status_code, answer.headers["content-type"]) == (200, expected)
    assert "Accept" in answer.headers["vary"]


@pytest.mark.parametrize(
    ("accept", "expected", "form"),
    [
        ("*/*", "text/turtle; charset=utf-8", ox.RdfFormat.TURTLE),
        ("text/turtle", "text/turtle; charset=utf-8", ox.RdfFormat.TURTLE),
        ("application/n-triples", "application/n-triples", ox.RdfFormat.N_TRIPLES),
        ("application/rdf+xml", "application/rdf+xml", ox.RdfFormat.RDF_XML),
        ("application/ld+json", "application/ld+json", ox.RdfFormat.JSON_LD),
        ("application/trig", "application/trig", ox.RdfFormat.TRIG),
        ("application/n-quads", "application/n-quads", ox.RdfFormat.N_QUADS),
        ("application/n-triples;q=0.2, application/ld+json;q=0.3", "application/ld+json", ox.RdfFormat.JSON_LD),
    ],
)
def test_triples_come_in_the_format_that_the_client_prefers(reader, accept, expected, form):
    answer = reader.get("/sparql", params={"query": GRAPH}, headers={"Accept": accept})
    assert (answer.status_code, answer.headers["content-type"]) == (200, expected)
    assert len(list(ox.parse(answer.content, format=form))) == VISITS


def test_all_formats_of_rows_say_the_same(reader):
    query = """SELECT * WHERE { VALUES (?plain ?tagged ?number ?iri ?none) {
        ("a, \\"b\\"\\n\\t<c>&" "сөз"@kk 7 <http://e/ә> UNDEF) ("" "x"@en 1.5 <http://e/b> 1) } }"""
    found = {}
    for accept in ("application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values"):
        answer = reader.post("/sparql", data={"query": query}, headers={"Accept": accept})
        assert answer.status_code == 200, answer.text
        found[accept] = answer.content
    for accept, form in (
        ("application/sparql-results+json", ox.QueryResultsFormat.JSON),
        ("application/sparql-results+xml", ox.QueryResultsFormat.XML),
        ("text/tab-separated-values", ox.QueryResultsFormat.TSV),
    ):
        rows = list(ox.parse_query_results(found[accept], format=form))
        assert rows[0]["plain"] == ox.Literal('a, "b"\n\t<c>&'), accept
        assert rows[0]["tagged"] == ox.Literal("сөз", language="kk")
        assert rows[0]["number"] == ox.Literal(7)
        assert rows[0]["iri"] == ox.NamedNode("http://e/ә")
        assert rows[0]["none"] is None
        assert rows[1]["none"] == ox.Literal(1)
    table = list(csv.DictReader(io.StringIO(found["text/csv"].decode(), newline="")))
    assert [row["plain"] for row in table] == ['a, "b"\n\t<c>&', ""]
    assert [row["number"] for row in table] == ["7", "1.5"]


def test_what_xml_cannot_hold_is_refused_and_not_mangled(reader):
    query = 'SELECT ("\\u0001" AS ?x) WHERE {}'
    answer = reader.post("/sparql", data={"query": query}, headers={"Accept": "application/sparql-results+xml"})
    assert (answer.status_code, "U+0001" in answer.text) == (406, True)
    assert reader.rows(query) == [{"x": "\x01"}]


def test_a_triple_within_a_triple_is_refused_where_the_format_has_none(reader):
    query = "CONSTRUCT { <http://e/a> <http://e/b> <<( <http://e/a> <http://e/b> 1 )>> } WHERE {}"
    answer = reader.post("/sparql", data={"query": query}, headers={"Accept": "application/ld+json"})
    assert (answer.status_code, "text/turtle" in answer.text) == (406, True)
    assert "<<( <http://e/a> <http://e/b> 1 )>>" in reader.post("/sparql", data={"query": query}).text


def test_ask_is_answered_in_each_format(reader):
    for accept in ("application/sparql-results+json", "application/sparql-results+xml"):
        answers = [
            reader.get("/sparql", params={"query": f"ASK {{ FILTER({n} = 1) }}"}, headers={"Accept": accept}) for n in (1, 2)
        ]
        if "json" in accept:
            assert [json.loads(answer.content)["boolean"] for answer in answers] == [True, False]
        else:
            assert [ET.fromstring(answer.content).find(f"{RESULTS}boolean").text for answer in answers] == ["true", "false"]


def test_the_dataset_of_the_protocol_takes_the_place_of_from(reader):
    first, second = (f"https://w3id.org/elshi/id/document/d{n}" for n in (0, 1))
    count = KG + "SELECT (COUNT(*) AS ?n) %s WHERE { ?meeting a kg:Meeting }"
    asked = {"query": count % f"FROM <{second}>", "default-graph-uri": first}
    answer = reader.get("/sparql", params=asked)
    assert answer.json()["results"]["bindings"][0]["n"]["value"] == "1"
    both = reader.get("/sparql", params=[("query", count % ""), ("default-graph-uri", first), ("default-graph-uri", second)])
    assert both.json()["results"]["bindings"][0]["n"]["value"] == "2"
    named = KG + "ASK { GRAPH ?graph { ?meeting a kg:Meeting } FILTER NOT EXISTS { ?any ?p ?o } }"
    assert reader.get("/sparql", params={"query": named, "named-graph-uri": first}).json()["boolean"] is True


@pytest.mark.parametrize(
    ("method", "status", "request_"),
    [
        ("GET", 400, {"params": {"query": "SELECT * WHERE {"}}),
        ("GET", 400, {"params": [("query", "ASK {}"), ("query", "ASK {}")]}),
        ("GET", 400, {"params": {"query": "ASK {}", "default-graph-uri": "no iri"}}),
        ("GET", 400, {"params": {"query": "ASK {}", "using-graph-uri": "http://e/"}}),
        ("GET", 400, {"params": {"update": "CLEAR ALL"}}),
        ("GET", 406, {"params": {"query": "ASK {}"}, "headers": {"Accept": "image/png"}}),
        ("GET", 406, {"params": {"query": GRAPH}, "headers": {"Accept": "text/csv"}}),
        ("GET", 403, {"params": {"query": "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"}}),
        ("GET", 403, {"params": {"query": "SELECT * { serViCe SILENT <http://127.0.0.1:1/> { ?s ?p ?o } }"}}),
        ("POST", 415, {"content": "ASK {}", "headers": {"Content-Type": "text/plain"}}),
        ("POST", 415, {"content": "ASK {}"}),
        ("POST", 415, {"content": "ASK {}", "headers": {"Content-Type": "application/sparql-query", "Content-Encoding": "gzip"}}),
        ("POST", 400, {"content": b"ASK {} # \xff", "headers": {"Content-Type": "application/sparql-query"}}),
        ("POST", 400, {"content": "query=%ff", "headers": {"Content-Type": "application/x-www-form-urlencoded"}}),
        ("POST", 400, {"content": "", "headers": {"Content-Type": "application/x-www-form-urlencoded"}}),
        ("POST", 400, {"data": {"query": "ASK {}", "update": "CLEAR ALL"}}),
        ("PUT", 405, {"params": {"query": "ASK {}"}}),
        ("DELETE", 405, {}),
    ],
)
def test_what_is_no_query_of_the_protocol_is_refused_with_the_right_status(reader, method, status, request_):
    answer = reader.request(method, "/sparql", **request_)
    assert answer.status_code == status, answer.text
    if method not in {"PUT", "DELETE"}:
        assert answer.headers["content-type"].startswith("text/plain")
        assert answer.text.strip()


def test_words_that_only_look_like_a_call_of_another_server_are_no_offence(reader):
    query = """PREFIX service: <http://e/> # SERVICE <http://e/>
        SELECT ?service WHERE { VALUES ?service { "SERVICE <x>" service:load <http://e/#SERVICE> } }"""
    assert len(reader.rows(query)) == 3
