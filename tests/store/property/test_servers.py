"""Opening: what is refused, what is said, and that the server of a folder lives as long as its store and no longer."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.model.errors import StoreError
from kg.store import open_store
from kg.store.property.store import PropertyStore
from tests.servers import Server, free_port
from tests.store.helpers import visit

HOLDS = """
import sys, time
from kg.store import open_store
from tests.store.helpers import visit
with open_store(sys.argv[1]) as store:
    store.write([visit("d1")])
    print(store._resources and "open", flush=True)
    time.sleep(600)
"""


@pytest.mark.parametrize(
    "uri", ["neo4j://me:secret-word@localhost", "bolt://secret-word@localhost:7687", "neo4j+s://a:secret-word@h/x"]
)
def test_credentials_in_a_uri_are_refused_and_not_repeated(uri: str) -> None:
    with pytest.raises(StoreError, match="NEO4J_USERNAME") as caught:
        open_store(uri)
    assert "secret-word" not in str(caught.value)


@pytest.mark.parametrize(("uri", "why"), [
    ("neo4j://", "names no server"), ("bolt://localhost:port", "malformed"), ("neo4j://localhost/movies", "names no server"),
    ("arcadedb:", "names no folder"),
])  # fmt: skip
def test_a_uri_that_names_nothing_is_refused(uri: str, why: str) -> None:
    with pytest.raises(StoreError, match=why):
        open_store(uri)


def test_a_server_that_does_not_answer_is_said_to_be_so() -> None:
    with pytest.raises(StoreError, match="does not answer"):
        open_store(f"bolt://127.0.0.1:{free_port()}")


def test_wrong_credentials_are_refused_without_telling_them(neo4j: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "not-this-one")
    with pytest.raises(StoreError, match="NEO4J_PASSWORD in the environment") as caught:
        open_store(neo4j.uri)
    assert "not-this-one" not in str(caught.value)


def test_a_database_that_is_not_there_is_named_as_the_fault(neo4j: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_DATABASE", "nowhere")
    with pytest.raises(StoreError, match="NEO4J_DATABASE"):
        open_store(neo4j.uri)


def test_an_empty_database_is_no_store_to_read_and_nodes_of_others_are_left_alone(neo4j: Server) -> None:
    from neo4j import GraphDatabase

    with pytest.raises(StoreError, match="there is no store"):
        open_store(neo4j.uri, create=False)
    with pytest.raises(StoreError, match="there is no store"):
        open_store(neo4j.uri, read_only=True)
    with GraphDatabase.driver(neo4j.uri, auth=(neo4j.username, neo4j.password)) as driver:
        driver.execute_query("CREATE (:Film {title: 'x'})")
        with open_store(neo4j.uri) as store:
            store.write([visit("d1")])
            store.forget("document/d1")
        assert driver.execute_query("MATCH (f:Film) RETURN count(f) AS films").records[0]["films"] == 1
        driver.execute_query("MATCH (s:Store) DELETE s CREATE (:Entity {id: 'theirs'})")
        with pytest.raises(StoreError, match="of another program"):
            open_store(neo4j.uri)


def test_a_store_for_reading_is_not_written(neo4j: Server) -> None:
    with open_store(neo4j.uri) as store:
        store.write([visit("d1")])
    with open_store(neo4j.uri, read_only=True) as store:
        with pytest.raises(StoreError, match="reading only"):
            store.write([visit("d2")])
        with pytest.raises(StoreError, match="reading only"):
            store.forget("document/d1")
        assert list(store.read()) == [visit("d1")]


def test_neo4j_finds_names_by_full_text(neo4j: Server) -> None:
    with open_store(neo4j.uri) as store:
        store.write([visit("d1")])
        assert isinstance(store, PropertyStore)
        found = "CALL db.index.fulltext.queryNodes('entity_names', $name) YIELD node RETURN DISTINCT node.id AS id"
        with store.session(write=True) as session:
            session.run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()").consume()
        assert ("person/mirziyoev",) in store.query(found, {"name": "Мирзиёев"}).rows


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    for uri, why in ((tmp_path, "not an ArcadeDB store"), (tmp_path / "notes.txt", "is a file")):
        with pytest.raises(StoreError, match=why):
            open_store(f"arcadedb:{uri}")
    with pytest.raises(StoreError, match="there is no store"):
        open_store(f"arcadedb:{tmp_path / 'new'}", create=False)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["notes.txt"]


def test_a_folder_is_open_once_outlives_a_kill_and_leaves_no_server(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    uri = f"arcadedb:{folder}"
    with subprocess.Popen(
        [sys.executable, "-c", HOLDS, uri], stdout=subprocess.PIPE, cwd=Path(__file__).parents[3], text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        with pytest.raises(StoreError, match="open in another program"):
            open_store(uri)
        assert stat.S_IMODE((folder / "server").stat().st_mode) == 0o700
        assert _servers(folder)
        assert not any("secret" in line or "assword=" in line for line in _servers(folder))
        os.kill(holder.pid, signal.SIGKILL)
    with open_store(uri, create=False) as store:  # waits until the server of the killed program has ended
        assert list(store.read()) == [visit("d1")]
        store.write([visit("d2", meeting="m2")])
    assert _gone(folder)
    assert not (folder / "server").exists()


def _servers(folder: Path) -> list[str]:
    """Command lines of the servers of a folder."""
    found = []
    for process in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            line = process.read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        if "ArcadeDBServer" in line and str(folder) in line and "/bin/java " in line.split("-Xmx")[0]:
            found.append(line)
    return found


def _gone(folder: Path) -> bool:
    until = time.monotonic() + 20
    while _servers(folder) and time.monotonic() < until:
        time.sleep(0.1)
    return not _servers(folder)
