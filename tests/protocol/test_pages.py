"""Pages and descriptions: entities, the service, the data set, health, who may call."""

from __future__ import annotations

import json
import re

import pyoxigraph as ox
import pytest

from kg.query import catalogue
from kg.store import open_store
from tests.protocol.server import TOKEN, serving
from tests.store.helpers import Paper

SD = "http://www.w3.org/ns/sparql-service-description#"
VOID = "http://rdfs.org/ns/void#"
KZ = "/id/country/KZ"
HOSTILE = "<script>alert(1)</script>\"'&{{"


def triples(answer) -> set[tuple[str, str, str]]:
    assert answer.status_code == 200
    found = ox.parse(answer.content, format=ox.RdfFormat.TURTLE)
    return {(triple.subject.value, triple.predicate.value, triple.object.value) for triple in found}


def test_the_service_describes_itself(reader):
    found = triples(reader.get("/sparql", headers={"Accept": "text/turtle"}))
    assert {o for _, p, o in found if p == SD + "endpoint"} == {f"{reader.url}sparql"}
    (service,) = {s for s, p, o in found if o == SD + "Service"}
    assert {o for s, p, o in found if (s, p) == (service, SD + "supportedLanguage")} == {SD + "SPARQL11Query"}
    assert {p for s, p, _ in found if s == service} >= {SD + "resultFormat", SD + "feature", SD + "defaultDataset"}


def test_a_service_that_takes_updates_says_so(writer):
    assert SD + "SPARQL11Update" in {o for _, _, o in triples(writer.get("/sparql"))}


def test_the_data_set_is_described(reader):
    found = triples(reader.get("/.well-known/void"))
    assert {o for _, p, o in found if p == VOID + "documents"} == {"3"}
    parts = {s: o for s, p, o in found if p == VOID + "class"}
    entities = {parts[s]: o for s, p, o in found if p == VOID + "entities"}
    assert entities["https://w3id.org/elshi/ns#Meeting"] == "3"


def test_an_entity_is_a_page_for_people_and_rdf_for_programs(reader):
    page = reader.get(KZ, headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8", "Accept-Language": "kk"})
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert "<h1>Қазақстан</h1>" in page.text
    assert 'lang="kk"' in page.text
    assert "script" not in page.text
    assert "default-src 'none'" in page.headers["content-security-policy"]
    found = triples(reader.get(KZ, headers={"Accept": "text/turtle"}))
    assert ("https://w3id.org/elshi/id/country/KZ", "https://w3id.org/elshi/ns#iso", "KZ") in found
    assert reader.get(KZ, headers={"Accept": "application/ld+json"}).headers["content-type"] == "application/ld+json"
    assert reader.get(KZ, headers={"Accept": "image/png"}).status_code == 406
    assert reader.get("/id/country/XX").status_code == 404


def test_the_page_of_an_event_shows_the_words_that_say_so(reader):
    page = reader.get("/id/meeting/m1", headers={"Accept": "text/html"})
    assert "<q>кездесті</q>" in page.text
    assert "0.90" in page.text
    assert '<a href="/id/document/d1">d1</a>' in page.text


def test_every_link_to_a_node_leads_somewhere(reader):
    page = reader.get(KZ, headers={"Accept": "text/html"})
    links = set(re.findall(r'href="(/id/[^"]+)"', page.text))
    assert len(links) > 5
    assert {reader.get(link, headers={"Accept": "text/html"}).status_code for link in links} == {200}


def test_what_documents_hold_never_becomes_markup(tmp_path):
    paper = Paper("d1", title=HOSTILE)
    paper.person("evil", HOSTILE, alias=("javascript:alert(1)",))
    with open_store(str(tmp_path / "graph")) as store:
        store.write([paper.graph()])
    with serving(tmp_path / "graph") as server:
        for path in ("/id/person/evil", "/id/document/d1"):
            page = server.get(path, headers={"Accept": "text/html"}).text
            assert "<script" not in page
            assert "&lt;script&gt;alert(1)" in page
            assert 'href="javascript' not in page


def test_what_clients_write_neither_breaks_a_page_nor_passes_for_the_words_of_documents(writer):
    node, claim = "https://w3id.org/elshi/id/person/long", "a kg:Claim ; rdf:subject <%s> ; rdf:predicate kg:role ; rdf:object 1"
    said = claim % node + " ; kg:quote 'never said' ; kg:confidence"
    text = f"""PREFIX kg: <https://w3id.org/elshi/ns#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        INSERT DATA {{ <{node}> <http://e/p> "{"ә" * 600_000}" .
          GRAPH <http://e/mine> {{ <http://e/c> {said} 0.5 . <http://e/d> {said} 'much' }} }}"""
    assert writer.update(text).status_code == 204
    page = writer.get("/id/person/long", headers={"Accept": "text/html"})
    assert (page.status_code, page.text.count("ә"), "never said" in page.text) == (200, 600_000, False)


def test_named_questions_are_listed_and_answered_with_parameters_that_are_bound(reader):
    assert {one["name"] for one in reader.get("/questions").json()} == {query.name for query in catalogue()}
    answer = reader.get("/questions/who-met-whom", params={"actor": "Тоқаев"})
    assert answer.json()["results"]["bindings"][0]["one_name"]["value"] == "Шавкат Мирзиёев"
    assert reader.get("/questions/who-met-whom", params={"actor": "Тоқаев"}, headers={"Accept": "text/csv"}).text.startswith(
        "one,"
    )
    assert reader.get("/questions/nothing").status_code == 404
    for wrong in ({"actor": '" } UNION { ?s ?p ?o } #'}, {"nothing": "1"}, {"limit": "0; DROP ALL"}, {"since": "x' OR 1=1"}):
        refused = reader.get("/questions/who-met-whom", params=wrong)
        assert refused.status_code == 400
        assert refused.text.strip()


def test_health_and_numbers_are_told(reader):
    reader.ask("ASK {}")
    health = reader.get("/health")
    assert (health.status_code, health.json()["status"]) == (200, "ok")
    text = reader.get("/metrics").text
    assert re.search(r'^kg_http_requests_total\{route="sparql",method="POST",status="200"\} \d+$', text, re.MULTILINE)
    assert re.search(r"^kg_queries_stopped \d+$", text, re.MULTILINE)
    for line in text.splitlines():
        assert line.startswith("#") or re.fullmatch(r"[a-z_]+(\{[^}]*\})? [0-9.e+-]+", line), line


def test_each_request_is_one_line_of_json_that_holds_no_secret(writer):
    assert writer.update("INSERT DATA { GRAPH <http://e/secret-graph> { <http://e/a> <http://e/b> 1 } }").status_code == 204
    writer.get("/health?token=" + TOKEN)
    lines = [json.loads(line) for line in writer.log if line.startswith("{")]
    assert {"time", "method", "path", "status", "bytes", "seconds"} <= set(lines[-1])
    assert TOKEN not in "\n".join(writer.log)
    assert "secret-graph" not in "\n".join(writer.log)


def test_pages_of_other_sites_may_read_only_where_that_was_said(reader, graph):
    foreign = {"Origin": "https://other.example"}
    assert "access-control-allow-origin" not in reader.get("/sparql?query=ASK{}", headers=foreign).headers
    with serving(graph, "--cors", "https://other.example") as server:
        answer = server.get("/sparql?query=ASK{}", headers=foreign)
        assert answer.headers["access-control-allow-origin"] == "https://other.example"
        asked = {**foreign, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
        assert server.request("OPTIONS", "/sparql", headers=asked).status_code == 200
        assert "access-control-allow-origin" not in server.get("/health", headers={"Origin": "https://evil.example"}).headers


@pytest.mark.parametrize(
    ("host", "status"),
    [("evil.example", 421), ("evil.example:80", 421), ("localhost", 200), ("LOCALHOST:1", 200), ("[::1]:7", 200)],
)
def test_a_name_that_somebody_leads_to_this_machine_is_not_answered_to(reader, host, status):
    assert reader.get("/health", headers={"Host": host}).status_code == status


def test_behind_a_proxy_addresses_are_those_that_clients_know(graph):
    with serving(graph, "--public-url", "https://graph.example/") as server:
        answer = server.get("/sparql", headers={"Host": "graph.example"})
        assert "https://graph.example/sparql" in {o for _, _, o in triples(answer)}


def test_a_server_that_others_can_reach_says_so(graph):
    with serving(graph, "--host", "0.0.0.0") as server:
        assert any("WARNING" in line for line in server.log)


def test_an_empty_or_new_store_is_served(tmp_path):
    with serving(tmp_path / "new" / "graph") as server:
        assert server.rows("SELECT * WHERE { ?s ?p ?o }") == []
        assert server.get("/.well-known/void").status_code == 200
    with open_store(str(tmp_path / "new" / "graph"), create=False) as store:
        assert store.fingerprints() == {}


def test_what_kg_build_writes_is_served_at_once(tmp_path):
    folder = tmp_path / "graph"
    with serving(folder) as server:
        for n in range(3):
            with open_store(str(folder)) as store:
                store.write([Paper(f"d{n}").graph()])
            assert server.rows("SELECT (COUNT(*) AS ?n) WHERE { ?d a <https://w3id.org/elshi/ns#Document> }") == [
                {"n": str(n + 1)}
            ]
