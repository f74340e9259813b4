"""Parameters: found, checked, bound; never part of a query's text."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from kg.model.errors import QueryError
from kg.query import NamedQuery, catalogue, run
from kg.query.parameters import NODES
from kg.store import Store, open_store
from kg.store.rdf.oxigraph import RdfStore
from tests.query.conftest import documents

ALL = {
    "actor": "person/tokaev", "person": "person/tokaev", "country": "KZ", "place": "Астана", "node": "meeting/talks",
    "meeting": "meeting/talks", "topic": "көлік",
    "date": "2025-11", "meeting_kind": "talks", "meeting_status": "held", "agreement_kind": "treaty",
    "agreement_status": "signed", "number": "1", "actor_class": "Person", "text": "т", "limit": "5",
}  # fmt: skip
HOSTILE = [
    '" } DROP ALL #',
    "person/tokaev> ?p ?o } ; DELETE WHERE { ?s ?p ?o } #",
    "' UNION { ?s ?p ?o } #",
    "<https://w3id.org/elshi/id/person/tokaev>",
    "\\u0022 } #",
    "\\",
    "?one",
    "a\nb\t\x00c",
    "\ud800",
    "ә" * 10_000,
]


def parameters(query: NamedQuery) -> dict[str, str]:
    return {parameter.name: ALL[parameter.type] for parameter in query.parameters}


@pytest.mark.parametrize("query", catalogue(), ids=lambda query: query.name)
def test_a_query_gives_the_same_rows_from_a_folder_whatever_the_order_of_writing(
    query: NamedQuery, world: Store, folders: list[Store]
) -> None:
    needed = {parameter.name: ALL[parameter.type] for parameter in query.parameters if parameter.required}
    for given in (needed, parameters(query)):
        answers = [run(store, query.name, given) for store in (world, *folders)]
        assert all(answer == answers[0] for answer in answers)
        assert answers[0].columns == tuple(query.returns)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> list[Store]:
    opened = []
    for number, order in enumerate(itertools.islice(itertools.permutations(documents()), 0, 24, 11)):
        store = open_store(str(tmp_path_factory.mktemp("graphs") / str(number)))
        for graph in order:
            store.write([graph])
        opened.append(store)
    return opened


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_a_value_or_refused_and_changes_nothing(world: Store, hostile: str) -> None:
    assert isinstance(world, RdfStore)
    before = len(world.graph)
    rows = {
        query.name: set(
            run(
                world, query.name, parameters(query) | {"limit": "100"} if "limit" in parameters(query) else parameters(query)
            ).rows
        )
        for query in catalogue()
    }
    for query in catalogue():
        for parameter in query.parameters:
            given = parameters(query) | {parameter.name: hostile}
            try:
                found = run(world, query.name, given)
            except QueryError:
                continue
            assert parameter.type in {"text"}, "only free text may hold anything"
            assert set(found.rows) <= rows[query.name]
    assert len(world.graph) == before


@pytest.mark.parametrize(
    "name", ["Қасым-Жомарт Тоқаев", "қасым-жомарт  тоқаев", "person/tokaev", "https://w3id.org/elshi/id/person/tokaev"]
)
def test_an_actor_may_be_given_by_id_iri_or_name_in_any_case(world: Store, name: str) -> None:
    assert run(world, "offices-of-person", {"person": name}).rows[0][1] == "Президент"


@pytest.mark.parametrize("name", ["KZ", "kz", "Қазақстан", "казахстан", "KAZAKHSTAN", "ҚР", "country/KZ"])
def test_a_country_may_be_given_by_code_or_in_any_language(world: Store, name: str) -> None:
    assert run(world, "meetings-of-country-by-month", {"country": name}).rows == (("2024-03", "1"), ("2025-11", "1"))


def refused(world: Store, query: str, **given: str) -> str:
    with pytest.raises(QueryError) as caught:
        run(world, query, given)
    return str(caught.value)


def test_a_name_of_several_is_refused_with_those_that_it_may_mean(world: Store) -> None:
    message = refused(world, "timeline", actor="Тоқаев")
    assert "person/beibit-tokaev (Бейбіт Тоқаев), person/tokaev (Қасым-Жомарт Тоқаев)" in message
    assert "give one of these ids" in message


def test_an_unknown_name_is_refused_with_what_comes_near(world: Store) -> None:
    assert "perhaps person/kosherbaev (Ермек Көшербаев)" in refused(world, "timeline", actor="көшер")
    assert "kg query actors" in refused(world, "timeline", actor="Наполеон")


def test_a_node_of_another_class_is_refused(world: Store) -> None:
    assert "meeting/talks is of class meeting, not actor" in refused(world, "timeline", actor="meeting/talks")
    assert "there is no person 'KZ'" in refused(world, "meetings-of-person", person="KZ")


@pytest.mark.parametrize(
    ("query", "given", "message"),
    [
        ("nothing", {}, "there is no query nothing"),
        ("timeline", {}, "needs actor (actor): whose events"),
        ("timeline", {"actor": "  "}, "needs actor"),
        ("timeline", {"actor": "KZ", "colour": "red"}, "no parameter colour (it takes actor, since, until, limit)"),
        ("who-met-whom", {"since": "2025-13"}, "since must be a year, month or day"),
        ("who-met-whom", {"since": "кеше"}, "since must be a year, month or day"),
        ("who-met-whom", {"limit": "0"}, "limit must be a whole number from 1"),
        ("who-met-whom", {"limit": "-3"}, "limit must be a whole number from 1"),
        ("who-met-whom", {"limit": "٣"}, "limit must be a whole number from 1"),
        ("most-connected", {"type": "Meeting"}, "one of Country, Organization, Person"),
        ("agreements-by-status", {"status": "held"}, "one of signed, adopted"),
        ("weakest-claims", {"below": "half"}, "below must be a number"),
    ],
)
def test_what_does_not_fit_is_refused_with_a_cure(world: Store, query: str, given: dict[str, str], message: str) -> None:
    assert message in refused(world, query, **given)


def test_a_limit_cuts_rows_and_leaves_their_order(world: Store) -> None:
    whole = run(world, "who-met-whom")
    assert run(world, "who-met-whom", {"limit": "2"}).rows == whole.rows[:2]


def test_an_empty_store_answers_with_no_rows_or_says_that_there_is_no_such_node(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "graph")) as store:
        assert run(store, "who-met-whom").rows == ()
        with pytest.raises(QueryError, match="there is no actor"):
            run(store, "timeline", {"actor": "KZ"})


def test_every_type_of_node_has_a_class() -> None:
    assert set(NODES) >= {"actor", "person", "country", "place", "node"}
