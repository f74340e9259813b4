"""What every test may use: articles a reader can follow, and a place to build in."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from kg.store import Store, open_store
from tests.fuseki import Fuseki, fuseki_server
from tests.servers import Server, empty_neo4j, neo4j_server

# The same examples in every run of .ci/run, and none too slow on a busy machine; at a desk each run tries others.
settings.register_profile("ci", derandomize=True, deadline=None)
if os.environ.get("CI"):
    settings.load_profile("ci")


@pytest.fixture(scope="session")
def fuseki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Fuseki]:
    """A real Apache Jena Fuseki with a few data sets, one for all tests."""
    with fuseki_server(tmp_path_factory.mktemp("fuseki")) as server:
        yield server


@pytest.fixture(scope="session")
def neo4j_started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One Neo4j for the whole session."""
    with neo4j_server(tmp_path_factory.mktemp("neo4j") / "home") as server:
        yield server


@pytest.fixture
def neo4j(neo4j_started: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    """A real Neo4j 5 without data, its credentials in the environment; open it by `neo4j.uri`."""
    empty_neo4j(neo4j_started, monkeypatch)
    return neo4j_started


@pytest.fixture(scope="session")
def arcadedb_started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One ArcadeDB for the whole session: it takes seconds to start. Tests that close the store open one of their own."""
    with open_store(f"arcadedb:{tmp_path_factory.mktemp('arcadedb') / 'graph'}") as store:
        yield store


@pytest.fixture
def arcadedb(arcadedb_started: Store) -> Store:
    """A real ArcadeDB without documents, open."""
    for document in arcadedb_started.fingerprints():
        arcadedb_started.forget(document)
    return arcadedb_started


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def record() -> Callable[..., dict[str, Any]]:
    """A document with given facts: `guest` is received by Tokayev on `day`."""

    def make(key: str, guest: str = "Шавкат Мирзиёев", day: str = "2025-11-15", **changes: Any) -> dict[str, Any]:
        words = f"Қазақстан Президенті Қасым-Жомарт Тоқаев Астанада {guest} мырзаны қабылдады."
        return {
            "id": key, "lang": "kk", "date": day, "source": "own wording", "title": f"Тоқаев {guest} мырзаны қабылдады",
            "text": words,
            "actors": [
                {"id": "a1", "type": "person", "name": "Қасым-Жомарт Тоқаев", "aliases": ["Тоқаев"]},
                {"id": "a2", "type": "person", "name": guest},
                {"id": "a3", "type": "country", "name": "Қазақстан", "iso": "KZ"},
            ],
            "roles": [{"person": "a1", "title": "Президент", "of": "a3"}],
            "meetings": [{
                "id": "m1", "type": "reception", "participants": ["a1", "a2"], "host": "a1", "date": day, "place": "Астана",
                "status": "held", "topics": [], "evidence": words,
            }],
            "agreements": [],
        } | changes  # fmt: skip

    return make


@pytest.fixture
def write() -> Callable[..., Path]:
    """Writes records as JSON Lines."""

    def to(name: str, *records: dict[str, Any]) -> Path:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in records), encoding="utf-8")
        return path

    return to
