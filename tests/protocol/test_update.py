"""Updates and the Graph Store Protocol: who may change what, and what stays whole."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.store import open_store
from kg.store.rdf.validation import validate_store
from tests.protocol.server import BEARER, TOKEN, serving
from tests.store.helpers import visit

ID = "https://w3id.org/elshi/id/"
OWN = "<https://w3id.org/elshi/id/document/d0>"
ANY = "GRAPH ?g { ?s ?p ?o }"
MINE = "<http://example.org/mine>"
TURTLE = {"Content-Type": "text/turtle", **BEARER}


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """A store with a document, which clients may change."""
    folder = tmp_path_factory.mktemp("shared") / "graph"
    with open_store(str(folder)) as store:
        store.write([visit("d0")])
    with serving(folder, "--allow-update", environment={"KG_TOKEN": TOKEN}) as server:
        server.folder = folder
        yield server


def test_nobody_changes_what_is_served_for_reading(reader):
    answers = [
        reader.update(f"INSERT DATA {{ GRAPH {MINE} {{ <http://e/a> <http://e/b> 1 }} }}"),
        reader.request("PUT", "/store", params={"graph": "http://e/g"}, content="", headers=TURTLE),
        reader.request("DELETE", "/store?default", headers=BEARER),
    ]
    assert [answer.status_code for answer in answers] == [403] * 3


@pytest.mark.parametrize("header", [None, "Bearer", "Bearer wrong", f"Basic {TOKEN}", f"Bearer {TOKEN}x", "Bearer \xff"])
def test_changes_need_the_token(writer, header):
    headers = {} if header is None else {"Authorization": header.encode("latin-1")}
    answers = [
        writer.post("/sparql", data={"update": "CLEAR ALL"}, headers=headers),
        writer.request("PUT", "/store?default", content="", headers={"Content-Type": "text/turtle", **headers}),
    ]
    for answer in answers:
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"].startswith("Bearer ")
    assert TOKEN not in "".join(answer.text for answer in answers)


def test_a_query_after_an_update_sees_it(writer):
    for n in range(5):
        assert writer.update(f"INSERT DATA {{ GRAPH {MINE} {{ <http://e/a> <http://e/n> {n} }} }}").status_code == 204
        assert writer.ask(f"ASK {{ GRAPH {MINE} {{ <http://e/a> <http://e/n> {n} }} }}")


def test_an_update_that_fails_changes_nothing(writer):
    answer = writer.update(f"INSERT DATA {{ GRAPH {MINE} {{ <http://e/half> <http://e/p> 1 }} }} ; DROP GRAPH <http://e/missing>")
    assert (answer.status_code, "nothing has changed" in answer.text) == (400, True)
    assert not writer.ask("ASK { GRAPH ?g { <http://e/half> ?p ?o } }")


def test_a_complaint_counts_lines_as_the_client_wrote_them(writer):
    answer = writer.update("CLEAR SILENT GRAPH <http://e/>;\nINSERT DATA { <a> <b> }", **{"using-graph-uri": "http://e/"})
    assert (answer.status_code, "2:" in answer.text) == (400, True)


@pytest.mark.parametrize(
    "text",
    [
        "CLEAR ALL",
        "DROP NAMED",
        "CLEAR DEFAULT",
        "INSERT DATA { <http://e/a> <http://e/b> 1 }",
        "DELETE WHERE { ?s ?p ?o }",
        f"DROP GRAPH {OWN}",
        f"PREFIX d: <{ID}document/> CLEAR GRAPH d:d0",
        f"BASE <{ID}> INSERT DATA {{ GRAPH <document/d0> {{ <a> <b> 1 }} }}",
        f"BASE <{ID}> INSERT DATA {{ GRAPH <docum\\u0065nt/d0> {{ <a> <b> 1 }} }}",
        f"WITH {OWN} DELETE {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o }}",
        f"MOVE {OWN} TO {MINE}",
        f"COPY {MINE} TO DEFAULT",
        "DELETE { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }",
        "DELETE WHERE { GRAPH ?g { ?s ?p ?o } }",
        f"INSERT DATA {{ GRAPH {MINE} {{ <a> <b> 1 }} }} ; # WHERE {{\n INSERT {{ GRAPH ?g {{ <a> <b> 2 }} }} WHERE {{ {ANY} }}",
        f"INSERT {{ GRAPH ?g {{ <a> <b> 2 }} }} USING NAMED {OWN} WHERE {{ GRAPH ?g {{ ?s ?p ?o }} # }}\n}}",
        "CLEAR GRAPH <https://w3id.org/elshi/store>",
        "CLEAR GRAPH <https://w3id.org/elshi/derived>",
        "INSERT DATA { GRAPH <https://w3id.org/elshi/elsewhere> { <http://e/a> <http://e/b> 1 } }",
    ],
)
def test_what_documents_say_is_not_for_clients_to_change(shared, text):
    before = shared.rows("SELECT (COUNT(*) AS ?n) WHERE { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }")
    answer = shared.update(text)
    assert answer.status_code == 403, answer.text
    assert shared.rows("SELECT (COUNT(*) AS ?n) WHERE { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }") == before


@pytest.mark.parametrize(("method", "address"), [("PUT", "default"), ("POST", "default"), ("DELETE", "default"), ("PUT", "own")])
def test_nor_is_it_through_the_graph_store(shared, method, address):
    parameters = {"default": ""} if address == "default" else {"graph": OWN[1:-1]}
    answer = shared.request(method, "/store", params=parameters, content="<http://e/a> <http://e/b> 1 .", headers=TURTLE)
    assert answer.status_code == 403


def test_other_graphs_are_the_clients_own(shared):
    for text in (
        f"INSERT DATA {{ GRAPH {MINE} {{ <http://e/a> <http://e/b> 1, 2 ; <http://e/c> [ <http://e/d> '}}' ] }} }}",
        f"DELETE WHERE {{ GRAPH {MINE} {{ ?s <http://e/b> 2 }} }} ;",
        f"INSERT {{ GRAPH {MINE} {{ ?m a <http://e/Seen> }} }} WHERE {{ ?m a <https://w3id.org/elshi/ns#Meeting> }} ; # all",
        f"DELETE {{ GRAPH ?g {{ ?s ?p 1 }} }} INSERT {{ GRAPH ?g {{ ?s ?p 3 }} }} WHERE {{ VALUES ?g {{ {MINE} }} {ANY} }}",
        "# nothing to do",
    ):
        answer = shared.update(text)
        assert answer.status_code == 204, (text, answer.text)
    assert shared.ask(f"ASK {{ GRAPH {MINE} {{ <http://e/a> <http://e/b> 3 . ?meeting a <http://e/Seen> }} }}")
    assert not shared.ask("ASK { { ?s <http://e/b> ?o } UNION { ?s a <http://e/Seen> } }")


def test_the_store_is_whole_after_clients_were_at_it(tmp_path):
    folder = tmp_path / "graph"
    with serving(folder, "--allow-update", environment={"KG_TOKEN": TOKEN}) as server:
        assert server.update("DROP ALL").status_code == 204
        assert (
            server.update(
                f"INSERT DATA {{ <http://e/s> <http://e/p> 1 GRAPH {MINE} {{ <http://e/s> <http://e/p> 1 }} }}"
            ).status_code
            == 204
        )
    with open_store(str(folder)) as store:
        store.write([visit("d0"), visit("d1", meeting="m1")])
        store.forget("document/d1")
        assert list(store.fingerprints()) == ["document/d0"]
        assert list(store.read()) == [visit("d0")]
        assert validate_store(store) == ()
    with serving(folder) as server:
        assert server.ask(f"ASK {{ GRAPH {MINE} {{ <http://e/s> <http://e/p> 1 }} ?m a <https://w3id.org/elshi/ns#Meeting> }}")


def test_what_a_document_says_goes_with_it_even_if_a_client_says_it_too(tmp_path):
    folder = tmp_path / "graph"
    with open_store(str(folder)) as store:
        store.write([visit("d0")])
    with serving(folder, "--allow-update", environment={"KG_TOKEN": TOKEN}) as server:
        assert server.update(f"ADD {OWN} TO {MINE}").status_code == 204
    with open_store(str(folder)) as store:
        store.forget("document/d0")
        assert list(store.graph.quads_for_pattern(None, None, None, ox.DefaultGraph())) == []


def test_clients_that_are_told_so_may_change_documents(tmp_path):
    folder = tmp_path / "graph"
    with open_store(str(folder)) as store:
        store.write([visit("d0")])
    with serving(folder, "--allow-documents", environment={"KG_TOKEN": TOKEN}) as server:
        assert server.update("DROP ALL").status_code == 204
        assert server.rows("SELECT * WHERE { ?s ?p ?o }") == []
    with open_store(str(folder)) as store:
        assert list(store.read()) == []


def test_a_graph_is_put_read_extended_and_taken_away(writer):
    where = {"graph": "http://e/шың"}
    body = "@prefix e: <http://e/> . e:s e:p [ e:q 'мәтін'@kk ] ; e:r <rel> ."
    put = writer.request("PUT", "/store", params=where, content=body.encode(), headers=TURTLE)
    assert put.status_code == 201
    form = {
        "one": ("a.nt", b"<http://e/s> <http://e/p> <http://e/x> .", "application/n-triples"),
        "two": ("b.ttl", b"<s> <y> 1 .", "text/turtle"),
    }
    assert writer.request("POST", "/store", params=where, files=form, headers=BEARER).status_code == 204
    for accept, form in (
        ("application/rdf+xml", ox.RdfFormat.RDF_XML),
        ("application/ld+json", ox.RdfFormat.JSON_LD),
        ("*/*", ox.RdfFormat.TURTLE),
    ):
        answer = writer.get("/store", params=where, headers={"Accept": accept})
        assert answer.status_code == 200
        triples = list(ox.parse(answer.content, format=form))
        assert len(triples) == 5
        assert ox.NamedNode("http://e/rel") in {triple.object for triple in triples}
    assert writer.request("HEAD", "/store", params=where).content == b""
    patch = {"Content-Type": "application/sparql-update", **BEARER}
    changed = writer.request(
        "PATCH", "/store", params=where, content="DELETE WHERE { <http://e/s> ?p ?o } ; INSERT DATA { <a> <b> 1 }", headers=patch
    )
    assert changed.status_code == 204
    assert writer.ask("ASK { GRAPH <http://e/шың> { <http://e/a> <http://e/b> 1 } }")
    assert not writer.ask("ASK { GRAPH <http://e/шың> { <http://e/s> <http://e/r> ?o } }")
    assert writer.request("PATCH", "/store", params=where, content="CLEAR ALL", headers=patch).status_code == 422
    assert writer.request("DELETE", "/store", params=where, headers=BEARER).status_code == 204
    assert writer.get("/store", params=where).status_code == 404


def test_an_empty_graph_is_there_once_it_was_put(writer):
    assert writer.request("PUT", "/store/empty", content="", headers=TURTLE).status_code == 201
    assert writer.get("/store/empty").status_code == 200
    assert writer.get(f"/store?graph={writer.url}store/empty").status_code == 200


@pytest.mark.parametrize(
    ("method", "address", "status", "content", "kind"),
    [
        ("GET", "", 400, None, None),
        ("GET", "?graph=relative", 400, None, None),
        ("GET", "?default&graph=http://e/", 400, None, None),
        ("GET", "/a?default", 400, None, None),
        ("PUT", "", 400, "", "text/turtle"),
        ("PUT", "?graph=http://e/", 400, "<a> <b>", "text/turtle"),
        ("PUT", "?graph=http://e/", 400, "<http://e/g> { <http://e/a> <http://e/b> 1 }", "application/trig"),
        ("PUT", "?graph=http://e/", 415, "a,b", "text/csv"),
        ("PUT", "?graph=http://e/", 415, "", None),
        ("PATCH", "?graph=http://e/", 415, "", "text/turtle"),
        ("POST", "?graph=http://e/", 400, "no parts", "multipart/form-data; boundary=x"),
        ("DELETE", "?graph=http://e/missing", 404, None, None),
    ],
)
def test_what_is_no_request_of_the_graph_store_is_refused_with_the_right_status(writer, method, address, status, content, kind):
    headers = {**BEARER, **({"Content-Type": kind} if kind else {})}
    answer = writer.request(method, f"/store{address}", content=content, headers=headers)
    assert answer.status_code == status, answer.text
