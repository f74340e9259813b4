"""A server comes and goes without a trace; beside it the store is as it was."""

from __future__ import annotations

import signal

import pytest

from kg.model.errors import StoreError
from kg.store import open_store
from tests.protocol.server import TOKEN, serving
from tests.store.helpers import visit

WRITING = {"KG_TOKEN": TOKEN}


def test_nothing_but_the_store_is_left_when_a_server_ends(tmp_path):
    for number in (signal.SIGTERM, signal.SIGINT):
        with serving(tmp_path / "graph", "--allow-update", environment=WRITING) as server:
            assert server.update("INSERT DATA { GRAPH <http://e/g> { <http://e/a> <http://e/b> 1 } }").status_code == 204
            assert server.ask("ASK { GRAPH <http://e/g> { ?s ?p 1 } }")
            server.process.send_signal(number)
            server.process.wait(20)
        assert [path.name for path in tmp_path.iterdir()] == ["graph"]


def test_what_a_killed_server_left_goes_with_the_next(tmp_path):
    for _ in range(2):
        with serving(tmp_path / "graph", "--allow-update", environment=WRITING) as server:
            assert server.update("INSERT DATA { GRAPH <http://e/g> { <http://e/a> <http://e/b> 1 } }").status_code == 204
            assert server.ask("ASK { GRAPH <http://e/g> { ?s ?p 1 } }")
            assert len(list(tmp_path.iterdir())) == 2
            server.process.kill()
            server.process.wait(20)
    with serving(tmp_path / "graph", "--allow-update", environment=WRITING) as server:
        assert server.ask("ASK { GRAPH <http://e/g> { ?s ?p 1 } }")
    assert [path.name for path in tmp_path.iterdir()] == ["graph"]


def test_while_clients_may_write_nobody_else_does(tmp_path):
    folder = str(tmp_path / "graph")
    with serving(folder, "--allow-update", environment=WRITING), pytest.raises(StoreError, match="another program"):
        open_store(folder)


def test_kg_build_writes_into_a_server_that_lets_it(tmp_path, monkeypatch):
    monkeypatch.setenv("SPARQL_TOKEN", TOKEN)
    with serving(tmp_path / "graph", "--allow-documents", environment=WRITING) as server:
        with open_store(f"sparql+{server.url}sparql") as store:
            store.write([visit("d1"), visit("d2", meeting="m2")])
            store.forget("document/d1")
            assert list(store.read()) == [visit("d2", meeting="m2")]
        assert server.rows("SELECT ?m WHERE { ?m a <https://w3id.org/elshi/ns#Meeting> }") == [
            {"m": "https://w3id.org/elshi/id/meeting/m2"}
        ]
    with open_store(str(tmp_path / "graph"), create=False) as store:
        assert list(store.read()) == [visit("d2", meeting="m2")]


def test_kg_build_is_told_what_a_server_does_not_let_it(tmp_path, monkeypatch):
    monkeypatch.setenv("SPARQL_TOKEN", TOKEN)
    options = ("--allow-update",)
    with (
        serving(tmp_path / "graph", *options, environment=WRITING) as server,
        open_store(f"sparql+{server.url}sparql") as store,
        pytest.raises(StoreError, match=r"does not allow it.*allow-documents"),
    ):
        store.write([visit("d1")])
