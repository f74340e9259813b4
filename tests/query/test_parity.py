"""One graph in every kind of store: each named question has the same answer, row by row, whatever its parameters."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

import pytest

from kg.model.errors import QueryError
from kg.model.graph import DocumentGraph
from kg.model.table import Table
from kg.pipeline import build
from kg.query import NamedQuery, catalogue, run
from kg.resources import folder
from kg.store import Store, open_store
from tests.fuseki import Fuseki
from tests.query.conftest import documents
from tests.query.worlds import HOSTILE_NAMES, strange
from tests.servers import Server, empty_neo4j

STORES = ("fuseki", "fuseki-tdb2", "neo4j", "arcadedb")
SAMPLES: Mapping[str, tuple[str, ...]] = {
    "actor": (
        "country/KZ", "person/tokaev", "country/UZ", "person/mirziyoev", "country/CN", "person/si", "country/FR", "person/makron",
        "organization/mfa-kz", "organization/union", HOSTILE_NAMES[1], "person/twice", HOSTILE_NAMES[3], "person/merc",
        "country/DE", "country/US", "person/kasym-zhomart-tokaev",
    ),
    "person": ("person/tokaev", "Мирзиёев", "person/merc", "person/minister", HOSTILE_NAMES[0], "person/makron"),
    "organization": ("СІМ",),
    "country": ("Kazakhstan", "uz", "country/DE", "Қытай", "country/FR", "d"),
    "place": ("Астана", "алматы", "Париж"),
    "topic": ("сауда", "көлік"),
    "meeting": ("meeting/berlin", "meeting/talks", "meeting/nobody", "meeting/bodies"),
    "node": (
        "meeting/call", "person/makron", "person/si", "country/FR", "country/CN", "post/country~CN/төраға", "person/merc",
        "person/tokaev", "meeting/berlin", "country/KZ", "country/DE", "Достық шарты", HOSTILE_NAMES[5], "meeting/talks",
        "place/париж",
    ),
    "date": ("2025-07", "2025", "2025-11-10", "2024-03-05", "2026"),
    "meeting_kind": ("talks", "visit", "кездесу"),
    "meeting_status": ("held", "planned", "cancelled"),
    "agreement_kind": ("treaty", "protocol"),
    "agreement_status": ("in force", "signed", "terminated"),
    "number": ("0.6", "1", "0.123456789", "0"),
    "actor_class": ("Person", "Organization", "Country"),
    "text": ("т", "МИН", "kz", *HOSTILE_NAMES, "$name", "' RETURN 1 //"),
    "limit": ("1000", "1", "3"),
}  # fmt: skip
STEPS = (0, 1, 2, -6)
"""Where a question asks for two, each sample is paired with those so many places after it, with itself once."""


@pytest.fixture(scope="module")
def graphs(tmp_path_factory: pytest.TempPathFactory) -> list[DocumentGraph]:
    """What the program makes of the articles that come with it, and two worlds by hand."""
    folder_of_graph = str(tmp_path_factory.mktemp("articles") / "graph")
    build([str(folder("seeds") / "articles")], folder_of_graph)
    with open_store(folder_of_graph, read_only=True) as store:
        return [*store.read(), *documents(), *strange()]


@pytest.fixture(scope="module")
def expected(graphs: list[DocumentGraph]) -> Iterator[Store]:
    with open_store("memory:") as store:
        store.write(graphs)
        yield store


@pytest.fixture(scope="module", params=STORES)
def store(
    request: pytest.FixtureRequest,
    graphs: list[DocumentGraph],
    fuseki: Fuseki,
    neo4j_started: Server,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Store]:
    with pytest.MonkeyPatch.context() as patch:
        uri = _uri(request.param, fuseki, neo4j_started, tmp_path_factory, patch)
        with open_store(uri) as opened:
            opened.write(graphs)
            yield opened


def _uri(name: str, fuseki: Fuseki, neo4j: Server, tmp_path_factory: pytest.TempPathFactory, patch: pytest.MonkeyPatch) -> str:
    if name.startswith("fuseki"):
        dataset = "disk" if name == "fuseki-tdb2" else "memory"
        fuseki.clear(dataset)
        return fuseki.uri(dataset)
    if name == "arcadedb":
        return f"arcadedb:{tmp_path_factory.mktemp('arcadedb') / 'graph'}"
    empty_neo4j(neo4j, patch)
    return neo4j.uri


def asked(query: NamedQuery) -> list[dict[str, str]]:
    """Sets of parameters: those that must be given in all their samples, then each other one by itself, then all."""
    required = [parameter for parameter in query.parameters if parameter.required]
    optional = [parameter for parameter in query.parameters if not parameter.required]
    sets: list[dict[str, str]] = [{}]
    if len(required) == 1:
        sets = [{required[0].name: value} for value in SAMPLES[required[0].type]]
    elif required:
        one, other = required
        pairs = itertools.chain.from_iterable(_pairs(SAMPLES[one.type], step) for step in STEPS)
        sets = [{one.name: here, other.name: there} for here, there in pairs]
    given = len(sets)
    for parameter in optional:
        for number, value in enumerate(SAMPLES[parameter.type]):
            sets.append({**sets[number % given], parameter.name: value})
    for number in range(6):
        sets.append({parameter.name: _sample(parameter.type, number, place) for place, parameter in enumerate(query.parameters)})
    return sets


def _pairs(pool: Sequence[str], step: int) -> Iterator[tuple[str, str]]:
    yield from ((pool[place], pool[(place + step) % len(pool)]) for place in (range(len(pool)) if step else (0,)))


def _sample(kind: str, number: int, place: int) -> str:
    pool = SAMPLES[kind]
    return pool[(number + place) % len(pool)]


def answer(store: Store, query: NamedQuery, given: Mapping[str, str]) -> Table | str:
    try:
        return run(store, query.name, given)
    except QueryError as error:
        return str(error)


@pytest.mark.parametrize("query", catalogue(), ids=lambda query: query.name)
def test_a_question_has_the_same_answer_in_every_store(expected: Store, store: Store, query: NamedQuery) -> None:
    rows = 0
    for given in asked(query):
        here, there = answer(expected, query, given), answer(store, query, given)
        assert there == here, f"{query.name} {given}"
        rows += len(here.rows) if isinstance(here, Table) else 0
    assert rows, "nothing was compared"


def test_every_pair_of_stores_holds_the_same_documents(expected: Store, store: Store) -> None:
    assert store.fingerprints() == expected.fingerprints()


HOSTILE = (
    '" } DROP ALL #', "' UNION { ?s ?p ?o } #", "\\u0022 } #", "}) DETACH DELETE n //", "\\", "\\' OR true //", "$one",
    "?one", "`n`", "a\nb\t\x00c", "\ud800", "\u202e\u200b\u0130", "😀" * 1000,
)  # fmt: skip


def test_hostile_values_have_the_same_answer_in_every_store_and_change_nothing(
    expected: Store, store: Store, graphs: list[DocumentGraph]
) -> None:
    asked_of = {parameter.type: (query, parameter.name) for query in catalogue() for parameter in query.parameters}
    for query, name in asked_of.values():
        given = {parameter.name: SAMPLES[parameter.type][0] for parameter in query.parameters if parameter.required}
        for hostile in HOSTILE:
            values = {**given, name: hostile}
            assert answer(store, query, values) == answer(expected, query, values), f"{query.name} {values}"
    assert list(store.read()) == sorted(graphs, key=lambda graph: graph.document)
