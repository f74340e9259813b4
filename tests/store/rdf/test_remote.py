"""The store on a SPARQL server, on a real Fuseki: the same graphs as the embedded one, whole writes, clear errors."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator

import pytest

from kg.model.errors import QueryError, StoreError
from kg.query import catalogue, run
from kg.store import Store, open_store
from kg.store.base import speaks_sparql
from kg.store.rdf.remote import RemoteStore
from tests.cli.conftest import kg
from tests.fuseki import PASSWORD, USER, Fuseki
from tests.query.conftest import documents, world
from tests.query.test_run import ALL as ALL_TYPES
from tests.query.test_run import parameters
from tests.store.helpers import visit
from tests.store.rdf.test_derived import made_up

__all__ = ["kg", "world"]  # fixtures
ALL = "SELECT ?s ?p ?o WHERE { ?s ?p ?o }"
NAMED = "SELECT ?g ?s ?p ?o WHERE { GRAPH ?g { ?s ?p ?o } }"
OWN = "https://w3id.org/elshi/store"


@pytest.fixture(params=["memory", "disk", "union"])
def store(request: pytest.FixtureRequest, fuseki: Fuseki) -> Iterator[RemoteStore]:
    fuseki.clear(request.param)
    with RemoteStore.open(fuseki.uri(request.param)) as opened:
        yield opened


def rows(store: Store, text: str) -> list[tuple[str | None, ...]]:
    assert speaks_sparql(store)
    return sorted((row for row in store.query(text).rows if not str(row[0]).startswith(OWN)), key=str)


def test_whatever_is_written_the_server_holds_what_the_embedded_store_would(store: RemoteStore) -> None:
    dice = random.Random(7)
    rest = [made_up(number) for number in range(14)]
    with open_store("memory:") as embedded:
        while rest:
            size = dice.randrange(1, 5)
            for one in (store, embedded):
                one.write(rest[:size])
            rest = rest[size:]
            document = f"document/d{dice.randrange(12)}"
            assert store.forget(document) == embedded.forget(document)
        assert rows(store, NAMED) == rows(embedded, NAMED)
        assert rows(store, ALL) == rows(embedded, ALL)
        assert list(store.read()) == list(embedded.read())
        for document in embedded.fingerprints():
            store.forget(document)
        assert rows(store, NAMED) == []
        assert rows(store, ALL) == []


def test_two_programs_that_write_at_once_lose_nothing(fuseki: Fuseki) -> None:
    fuseki.clear()
    failed: list[Exception] = []

    def write(name: str) -> None:
        try:
            with open_store(fuseki.uri()) as store:
                for number in range(6):
                    store.write([visit(f"{name}{number}", meeting=f"m{number % 2}")])
        except StoreError as error:
            failed.append(error)

    threads = [threading.Thread(target=write, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    with open_store(fuseki.uri()) as store, open_store("memory:") as rebuilt:
        graphs = list(store.read())
        assert len(graphs) == 12
        rebuilt.write(graphs)
        assert rows(store, ALL) == rows(rebuilt, ALL)


HOSTILE = [
    '" } DROP ALL #',
    "\\u0022 } } ; DROP ALL #",
    "\\",
    "\\\\u0022",
    "\\U0001F600",
    '"""',
    "'",
    "\n\r\t\x00\x08\x1f\x7f",
    "\u2028😀ә",
]


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_bound_as_it_is(fuseki: Fuseki, hostile: str) -> None:
    from pyoxigraph import Literal

    with RemoteStore.open(fuseki.uri(), read_only=True) as store:
        inner = '{ SELECT ?given WHERE { FILTER(?given = "x" || true) } }'
        asked = f'SELECT ?given WHERE {{ {inner} BIND("}}{{ ?given" AS ?b) # ?given }}\n }}'
        assert store.query(asked, {"given": Literal(hostile)}).rows == ((hostile,),)
        assert store.query(f"ASK {{ FILTER(STRLEN(?given) = {len(hostile)}) }}", {"given": Literal(hostile)}).rows == (("true",),)


def test_a_query_that_is_none_and_one_that_gives_no_table_are_told_apart(fuseki: Fuseki) -> None:
    with RemoteStore.open(fuseki.uri(), read_only=True) as store:
        with pytest.raises(QueryError, match="is not SPARQL"):
            store.query("SELECT")
        with pytest.raises(QueryError, match="only SELECT and ASK"):
            store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
        with pytest.raises(QueryError, match="is not SPARQL"):
            store.query("DROP ALL")


def test_credentials_come_from_the_environment_and_are_not_shown(fuseki: Fuseki, monkeypatch: pytest.MonkeyPatch) -> None:
    uri = fuseki.uri("locked")
    with pytest.raises(StoreError, match=r"asks for credentials.*SPARQL_USERNAME"):
        open_store(uri)
    monkeypatch.setenv("SPARQL_USERNAME", USER)
    monkeypatch.setenv("SPARQL_PASSWORD", "guessed-wrong")
    with pytest.raises(StoreError, match="refuses the credentials") as caught:
        open_store(uri)
    assert "guessed" not in str(caught.value)
    monkeypatch.setenv("SPARQL_PASSWORD", PASSWORD)
    with open_store(uri) as store:
        store.write([visit("d1")])
        assert list(store.read()) == [visit("d1")]
    with open_store(fuseki.uri("read-only")) as same:
        assert list(same.read()) == [visit("d1")]
        with pytest.raises(StoreError, match=r"takes no updates.*SPARQL_UPDATE_URL"):
            same.write([visit("d2")])
    monkeypatch.setenv("SPARQL_UPDATE_URL", f"http://{fuseki.address}/locked/update")
    with open_store(fuseki.uri("read-only")) as same:
        same.write([visit("d2")])
        assert list(same.fingerprints()) == ["document/d1", "document/d2"]
        same.forget("document/d1")
        same.forget("document/d2")


@pytest.mark.parametrize(
    ("path", "words"), [("nowhere/sparql", "has no SPARQL endpoint"), ("memory/update", "SPARQL"), ("", "SPARQL")]
)
def test_an_address_that_is_no_endpoint_is_refused(fuseki: Fuseki, path: str, words: str) -> None:
    with pytest.raises(StoreError, match=words):
        open_store(f"sparql+http://{fuseki.address}/{path}")


@pytest.mark.parametrize("dataset", ["memory", "disk"])
def test_named_questions_are_answered_as_by_the_embedded_store(fuseki: Fuseki, world: Store, dataset: str) -> None:
    fuseki.clear(dataset)
    with open_store(fuseki.uri(dataset)) as store:
        store.write(documents())
        for query in catalogue():
            needed = {parameter.name: ALL_TYPES[parameter.type] for parameter in query.parameters if parameter.required}
            for given in (needed, parameters(query)):
                assert run(store, query.name, given) == run(world, query.name, given), query.name


def test_the_command_line_builds_asks_and_forgets_on_a_server(fuseki: Fuseki, kg, workplace, record, write) -> None:
    fuseki.clear()
    write("in/a.jsonl", record("1"), record("2", "Садыр Жапаров", "2025-10-02"))
    where = ("--store", fuseki.uri())
    assert "2 new" in kg("build", "in", *where).stdout
    assert "2 unchanged" in kg("build", "in", *where).stdout
    assert "Садыр Жапаров" in kg("query", "who-met-whom", "--param", "actor=тоқаев", *where).stdout
    assert "true" in kg("sparql", "ASK { ?x rdfs:label 'Садыр Жапаров' }", *where).stdout
    kg("map", *where, "--out", "map.html", "--ego", "Тоқаев")
    kg("forget", "2", *where)
    assert "Садыр Жапаров" not in kg("query", "who-met-whom", *where).stdout
