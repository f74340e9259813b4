from __future__ import annotations

from pathlib import Path

import pytest

from kg.model.errors import QueryError
from kg.query import catalogue, named
from kg.query.catalogue import load

HEAD = "# summary: {en: a, kk: b, ru: c}\n# params: {}\n# returns: {x: a thing}\n# tags: []\nSELECT ?x WHERE { ?x ?y ?z }\n"


def test_every_query_says_what_it_asks_in_three_languages_and_what_it_returns() -> None:
    for query in catalogue():
        assert set(query.summary) == {"kk", "ru", "en"}, query.name
        assert all(query.summary.values()), query.name
        assert query.returns, query.name
        assert query.tags, query.name
        assert all(parameter.description for parameter in query.parameters), query.name


def test_every_query_orders_its_rows_and_takes_no_text_in() -> None:
    for query in catalogue():
        assert "ORDER BY" in query.text.rsplit("}", 1)[1], f"{query.name} has no order of its rows"
        for parameter in query.parameters:
            assert parameter.type == "limit" or f"?{parameter.name}" in query.text, f"{query.name} ignores {parameter.name}"


def test_a_query_is_found_by_name() -> None:
    assert named("timeline").parameters[0].name == "actor"
    with pytest.raises(QueryError, match="who-met-whom"):
        named("who-met-who")


def write(folder: Path, text: str) -> Path:
    path = folder / "example.rq"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_is_read_into_head_and_text(tmp_path: Path) -> None:
    query = load(write(tmp_path, HEAD))
    assert (query.name, query.summary["kk"], query.returns) == ("example", "b", {"x": "a thing"})
    assert query.text == "SELECT ?x WHERE { ?x ?y ?z }\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT * WHERE { ?s ?p ?o }", "example.rq:1: the head must say"),
        ("# summary: {en: a\n# params: {}\nSELECT", "example.rq:2: the head is not YAML"),
        (HEAD.replace("params: {}", "params: {a: {type: colour, description: b}}"), "of unknown type colour"),
        (HEAD.replace("params: {}", "params: {a: {typ: text}}"), "the parameter a is not as it should be"),
    ],
)
def test_a_malformed_head_is_refused_with_file_and_reason(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        load(write(tmp_path, text))
    assert message in str(caught.value)
