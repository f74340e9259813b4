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
        assert "ORDER BY" in query.texts["sparql"].rsplit("}", 1)[1], f"{query.name} has no order of its rows"
        assert "ORDER BY" in query.texts["cypher"].rsplit("RETURN", 1)[1], f"{query.name} has no order of its rows in Cypher"
        for parameter in query.parameters:
            for sign, speech in (("?", "sparql"), ("$", "cypher")):
                bound = f"{sign}{parameter.name}" in query.texts[speech]
                assert bound == (parameter.type != "limit"), f"{query.name} ignores {parameter.name} in {speech}"


def test_a_query_is_found_by_name() -> None:
    assert named("timeline").parameters[0].name == "actor"
    with pytest.raises(QueryError, match="who-met-whom"):
        named("who-met-who")


def write(folder: Path, sparql: str, cypher: str | None) -> Path:
    (folder / "example.rq").write_text(sparql, encoding="utf-8")
    if cypher is not None:
        (folder / "example.cypher").write_text(cypher, encoding="utf-8")
    return folder / "example"


def in_cypher(sparql: str) -> str:
    return sparql.replace("# ", "// ").replace("SELECT ?x WHERE { ?x ?y ?z }", "MATCH (x) RETURN x.id AS x")


def test_the_files_of_a_question_are_read_into_one_head_and_two_texts(tmp_path: Path) -> None:
    query = load(write(tmp_path, HEAD, in_cypher(HEAD)))
    assert (query.name, query.summary["kk"], query.returns) == ("example", "b", {"x": "a thing"})
    assert query.texts == {"sparql": "SELECT ?x WHERE { ?x ?y ?z }\n", "cypher": "MATCH (x) RETURN x.id AS x\n"}
    assert [Path(file).name for file in query.files.values()] == ["example.rq", "example.cypher"]


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
        load(write(tmp_path, text, in_cypher(text)))
    assert message in str(caught.value)


def test_a_question_whose_heads_differ_or_that_lacks_a_language_is_refused(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match=r"example\.cypher: a question needs a file in each language"):
        load(write(tmp_path, HEAD, None))
    with pytest.raises(QueryError, match=r"example\.cypher:3: the head differs from that of example\.rq"):
        load(write(tmp_path, HEAD, in_cypher(HEAD).replace("x: a thing", "x: another thing")))
