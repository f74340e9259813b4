"""kg cypher, and the other verbs on property graphs: real servers."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from tests.servers import Server

Kg = Callable[..., Result]
COUNT = "MATCH (p:Person)-[r:MET]-(other) WHERE p.name CONTAINS $name RETURN other.name AS other, r.count AS count ORDER BY other"
ANSWER = "other,count\nСадыр Жапаров,1\nШавкат Мирзиёев,1\n"


@pytest.fixture(params=["neo4j", "arcadedb"])
def uri(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue("neo4j").uri) if request.param == "neo4j" else "arcadedb:graph"


@pytest.fixture
def built(workplace: Path, kg: Kg, record: Any, write: Any, uri: str) -> Kg:
    """Two documents in a property graph."""
    write("in/a.jsonl", record("1"), record("2", "Садыр Жапаров", "2025-10-02"))
    told = kg("build", "in", "--store", uri).output
    assert "2 new" in told
    assert "2 documents, 3 people" in told
    return kg


def test_what_is_built_in_a_property_graph_can_be_asked_and_forgotten(built: Kg, uri: str) -> None:
    assert built("cypher", COUNT, "--param", "name=Тоқаев", "--store", uri, "--format", "csv").stdout == ANSWER
    built("forget", "1", "--store", uri)
    left = built("cypher", "MATCH (d:Document) RETURN d.identifier AS id", "--store", uri, "--format", "csv").stdout
    assert left == "id\n2\n"


def test_asking_never_writes_and_write_does(workplace: Path, kg: Kg, record: Any, write: Any, neo4j: Server) -> None:
    uri = neo4j.uri
    write("in/a.jsonl", record("1"), record("2", "Садыр Жапаров", "2025-10-02"))
    kg("build", "in", "--store", uri)
    assert "2 unchanged" in kg("build", "in", "--store", uri).output
    typed = kg("cypher", "RETURN $n + 1 AS n, $l AS l", "-p", "n:=2", "-p", 'l:=["а",1.5]', "--store", uri, "--format", "json")
    assert json.loads(typed.stdout) == [{"n": "3", "l": '["а", 1.5]'}]
    refused = kg("cypher", "MATCH (n:Entity) DETACH DELETE n", "--store", uri, code=2)
    assert refused.stderr.startswith("kg: the query would change the graph")
    wrong = kg("cypher", "MATCH (n RETURN n", "--store", uri, code=2)
    assert "the query is not right" in wrong.stderr
    assert kg("cypher", COUNT, "--param", "name=Тоқаев", "--store", uri, "--format", "csv").stdout == ANSWER
    kg("cypher", "CREATE (n:Draft {id: 'x'}); MATCH (n:Draft) SET n.x = 1", "--write", "--store", uri)
    assert "x" in kg("cypher", "MATCH (n:Draft) RETURN n.id AS id", "--store", uri).stdout


def test_a_folder_of_rdf_is_not_asked_in_cypher(workplace: Path, kg: Kg, record: Any, write: Any) -> None:
    write("a.jsonl", record("1"))
    kg("build", "a.jsonl", "--quiet")
    assert "does not speak Cypher" in kg("cypher", "RETURN 1", code=2).stderr
    assert "no statement" in kg("cypher", " ; ", code=2).stderr
    assert "is no JSON" in kg("cypher", "RETURN $n", "--param", "n:=x", code=2).stderr
