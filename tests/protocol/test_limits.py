"""What takes too much is stopped, and nobody else notices."""

from __future__ import annotations

import socket
import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from tests.protocol.server import BEARER, TOKEN, serving

LIMIT = 2.0
DIGITS = " ".join(f"VALUES ?d{n} {{ 0 1 2 3 4 5 6 7 8 9 }}" for n in range(12))
HOURS = f"SELECT (COUNT(*) AS ?n) WHERE {{ {DIGITS} }}"
"""Counts to a million million: many hours of work."""
BIG = f"SELECT * WHERE {{ {DIGITS} }} ORDER BY ?d11"
LONG = "SELECT (CONCAT('0123456789', STR(?d0), STR(?d1), STR(?d2), STR(?d3)) AS ?x) WHERE { " + DIGITS + " } LIMIT 60000"


@pytest.fixture(scope="module")
def strict(graph):
    options = ("--timeout", str(LIMIT), "--max-rows", "1000", "--max-body", "20000", "--workers", "2")
    with serving(graph, *options) as server:
        yield server


@pytest.fixture(scope="module")
def changing():
    with serving("memory:", "--allow-update", "--timeout", str(LIMIT), environment={"KG_TOKEN": TOKEN}) as server:
        yield server


def test_a_query_that_would_run_for_hours_stops_in_time_and_others_are_served_meanwhile(strict):
    def runaway() -> tuple[int, float]:
        begun = time.monotonic()
        answer = httpx.post(f"{strict.url}sparql", data={"query": HOURS}, timeout=30, trust_env=False)
        return answer.status_code, time.monotonic() - begun

    with ThreadPoolExecutor(1) as pool:
        stopped = pool.submit(runaway)
        served = []
        while not stopped.done():
            begun = time.monotonic()
            assert strict.ask("ASK { ?s ?p ?o }")
            served.append(time.monotonic() - begun)
            time.sleep(0.02)
    status, seconds = stopped.result()
    assert status == 503
    assert LIMIT <= seconds < LIMIT + 1
    assert len(served) > 3
    assert statistics.median(served) < LIMIT / 2


def test_nothing_of_a_stopped_query_runs_on(strict):
    assert strict.post("/sparql", data={"query": HOURS}).status_code == 503
    assert cpu_seconds(strict, 0.5) < 0.25
    assert strict.ask("ASK {}")


def test_a_query_whose_client_has_gone_is_stopped_at_once(graph):
    with serving(graph, "--timeout", "600") as server:
        with pytest.raises(httpx.ReadTimeout):
            httpx.post(f"{server.url}sparql", data={"query": HOURS}, timeout=0.7, trust_env=False)
        time.sleep(0.3)
        assert cpu_seconds(server, 0.5) < 0.25


def test_a_query_that_wants_too_much_memory_is_stopped_and_the_server_lives(graph):
    with serving(graph, "--timeout", "60", "--max-memory", "256") as server:
        begun = time.monotonic()
        answer = server.post("/sparql", data={"query": BIG})
        assert (answer.status_code, "memory" in answer.text) == (503, True)
        assert time.monotonic() - begun < 30
        assert server.ask("ASK { ?s ?p ?o }")


def test_more_rows_than_the_limit_are_refused_and_never_cut_off(strict):
    within, beyond = (strict.post("/sparql", data={"query": f"SELECT * WHERE {{ {DIGITS} }} LIMIT {n}"}) for n in (1000, 1001))
    assert (within.status_code, len(within.json()["results"]["bindings"])) == (200, 1000)
    assert (beyond.status_code, "1000 rows" in beyond.text) == (422, True)
    number = ", ".join(f"STR(?d{n})" for n in range(12))
    endless = f"CONSTRUCT {{ <a> <b> ?x }} WHERE {{ {DIGITS} BIND(CONCAT({number}) AS ?x) }}"
    begun = time.monotonic()
    assert strict.post("/sparql", data={"query": endless}).status_code == 422
    assert time.monotonic() - begun < LIMIT


def test_a_long_answer_comes_whole(graph):
    with serving(graph) as server:
        answer = server.post("/sparql", data={"query": LONG}, headers={"Accept": "application/sparql-results+xml"})
        assert (answer.status_code, len(answer.content) > 3_000_000, answer.text.count("<result>")) == (200, True, 60_000)


def test_long_bodies_are_refused_whether_their_length_is_told_or_not(strict):
    text = b"ASK {}" + b" " * 20_000
    kind = {"Content-Type": "application/sparql-query"}
    assert strict.post("/sparql", content=text, headers=kind).status_code == 413
    assert strict.post("/sparql", content=iter([text[:10_000], text[10_000:]]), headers=kind).status_code == 413
    assert strict.post("/sparql", content=text[:19_000], headers=kind).status_code == 200


def test_thirty_two_clients_at_once_lose_no_answer(strict):
    def ask(number: int) -> list[str]:
        with httpx.Client(base_url=strict.url, timeout=60, trust_env=False) as client:
            found = []
            for turn in range(10):
                query = (
                    f"SELECT ?n WHERE {{ BIND({number * 100 + turn} AS ?n) ?s a <https://w3id.org/elshi/ns#Document> }} LIMIT 1"
                )
                answer = client.post("/sparql", data={"query": query})
                assert answer.status_code == 200, answer.text
                found.append(answer.json()["results"]["bindings"][0]["n"]["value"])
            return found

    with ThreadPoolExecutor(32) as pool:
        answers = list(pool.map(ask, range(32)))
    assert answers == [[str(number * 100 + turn) for turn in range(10)] for number in range(32)]


def test_clients_that_write_and_read_at_once_lose_nothing_and_see_their_own(changing):
    def work(number: int) -> bool:
        seen = True
        for turn in range(5):
            assert (
                changing.update(
                    f"INSERT DATA {{ GRAPH <http://e/all> {{ <http://e/{number}> <http://e/n> {turn} }} }}"
                ).status_code
                == 204
            )
            seen &= changing.ask(f"ASK {{ GRAPH <http://e/all> {{ <http://e/{number}> <http://e/n> {turn} }} }}")
        return seen

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(8)))
    assert changing.rows("SELECT (COUNT(*) AS ?n) WHERE { GRAPH <http://e/all> { ?s ?p ?o } }") == [{"n": "40"}]


def test_an_update_that_would_run_for_hours_is_stopped_and_changes_nothing(changing):
    begun = time.monotonic()
    answer = changing.update(
        f"INSERT DATA {{ GRAPH <http://e/half> {{ <a> <b> 1 }} }} ; INSERT {{ <a> <b> ?d0 }} WHERE {{ {DIGITS} }}"
    )
    assert answer.status_code == 503
    assert LIMIT <= time.monotonic() - begun < LIMIT + 1
    assert not changing.ask("ASK { GRAPH <http://e/half> { ?s ?p ?o } }")
    assert changing.update("INSERT DATA { GRAPH <http://e/after> { <a> <b> 1 } }").status_code == 204


def test_queries_go_on_while_an_update_takes_its_time(changing):
    assert changing.ask("ASK {}")
    with ThreadPoolExecutor(1) as pool:
        stopped = pool.submit(changing.update, f"INSERT {{ <a> <b> ?d0 }} WHERE {{ {DIGITS} }}")
        served = []
        while not stopped.done():
            begun = time.monotonic()
            answer = httpx.post(f"{changing.url}sparql", data={"query": "ASK {}"}, timeout=30, trust_env=False)
            assert answer.status_code == 200
            served.append(time.monotonic() - begun)
            time.sleep(0.05)
    assert len(served) > 3
    assert statistics.median(served) < LIMIT / 2


@pytest.mark.parametrize(
    "text",
    [
        b"GET /sparql?query=%00%ff HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET /sparql?" + b"a=b&" * 5000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET /store?graph=http://e/%0d%0aSet-Cookie:x HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\nContent-Length: -5\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: \xff; charset=\xff\r\nContent-Length: 2\r\n\r\nab",
        b"GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET /id/..%2f..%2fetc HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"nonsense\r\n\r\n",
    ],
)
def test_nonsense_is_refused_and_the_server_lives(strict, text):
    host, port = strict.url.removeprefix("http://").rstrip("/").split(":")
    with socket.create_connection((host, int(port)), timeout=10) as connection:
        connection.sendall(text)
        status = connection.recv(4096).split(b"\r\n")[0]
    assert status.startswith(b"HTTP/1.1 4"), status
    assert strict.ask("ASK {}")


def test_a_client_that_goes_amid_its_body_is_no_fault_of_the_server(strict):
    host, port = strict.url.removeprefix("http://").rstrip("/").split(":")
    before = len(strict.log)
    with socket.create_connection((host, int(port)), timeout=10) as connection:
        head = b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
        connection.sendall(head + b"Content-Length: 500\r\n\r\nASK")
    until = time.monotonic() + 10
    while len(strict.log) == before and time.monotonic() < until:
        time.sleep(0.05)
    assert strict.ask("ASK {}")
    lines = strict.log[before:]
    assert '"status": 499' in lines[0]
    assert not any("Traceback" in line for line in lines)


@pytest.mark.parametrize(
    "value",
    [
        '" } ; DROP ALL #',
        "'} UNION {?s ?p ?o",
        "http://e/> } ; CLEAR ALL ; <",
        "\\u003e",
        "http://e/\u202e",
        "a\x00b",
        "<",
        "\ud7ff",
        "{{7*7}}",
    ],
)
def test_hostile_parameters_change_no_query(writer, value):
    assert writer.update("INSERT DATA { GRAPH <http://e/kept> { <http://e/a> <http://e/b> 1 } }").status_code == 204
    for name in ("default-graph-uri", "named-graph-uri"):
        answer = writer.post("/sparql", data={"query": "SELECT * WHERE { ?s ?p ?o }", name: value})
        assert answer.status_code in {200, 400}
        if answer.status_code == 200:
            assert answer.json()["results"]["bindings"] == []
    for name in ("using-graph-uri", "using-named-graph-uri"):
        assert writer.update("DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", **{name: value}).status_code in {204, 400}
    assert writer.request("DELETE", "/store", params={"graph": value}, headers=BEARER).status_code in {400, 404}
    assert writer.ask("ASK { GRAPH <http://e/kept> { <http://e/a> <http://e/b> 1 } }")


def cpu_seconds(server, seconds: float) -> float:
    """How much the server and its workers compute in the next `seconds`. Linux tells; elsewhere nothing is measured."""

    def used() -> float:
        total = 0
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                fields = (folder / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[1]) == server.process.pid or folder.name == str(server.process.pid):
                total += int(fields[11]) + int(fields[12])
        return total / 100

    before = used()
    time.sleep(seconds)
    return used() - before
