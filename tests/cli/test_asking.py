from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from kg.query import catalogue


def test_without_a_name_the_questions_are_listed(kg, workplace):
    text = kg("query").stdout
    assert all(query.name in text and query.summary["en"] in text for query in catalogue())


def test_a_question_is_answered(built):
    text = built("query", "who-met-whom", "--param", "actor=Садыр Жапаров").stdout
    assert "Қасым-Жомарт Тоқаев" in text
    assert "Мирзиёев" not in text


@pytest.mark.parametrize("verb", ["query", "sparql"])
def test_answers_come_as_json_csv_and_tsv(built, verb):
    question = ["actors"] if verb == "query" else ["SELECT ?label WHERE { ?x a kg:Person ; rdfs:label ?label } ORDER BY ?label"]
    found = json.loads(built(verb, *question, "--format", "json").stdout)
    rows = list(csv.DictReader(io.StringIO(built(verb, *question, "--format", "csv").stdout)))
    tabs = list(csv.DictReader(io.StringIO(built(verb, *question, "--format", "tsv").stdout), delimiter="\t"))
    assert [row["label"] for row in found] == [row["label"] for row in rows] == [row["label"] for row in tabs]
    assert "Ильхам Әлиев" in {row["label"] for row in found}


def test_a_table_that_is_piped_is_not_cut(built):
    text = built("query", "recent-meetings").stdout
    assert "Қасым-Жомарт Тоқаев" in text
    assert "…" not in text


def test_no_rows_are_said_on_standard_error(built):
    result = built("query", "actors", "--param", "name=жоқ")
    assert (result.stdout, result.stderr) == ("", "nothing found\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nothing"], "there is no query nothing"),
        (["meetings-between"], "needs one (actor)"),
        (["actors", "--param", "nam=x"], "has no parameter nam"),
        (["who-met-whom", "--param", "actor=Ешкім Жоқ"], "there is no actor 'Ешкім Жоқ'"),
        (["actors", "--param", "limit=many"], "limit must be a whole number"),
        (["actors", "--param", "name"], "not of the form NAME=VALUE"),
        (["actors", "--param", "name=a", "--param", "name=b"], "name is given twice"),
        (["--param", "name=a"], "without the NAME of a question"),
    ],
)
def test_wrong_questions_are_explained(built, arguments, words):
    assert words in built("query", *arguments, code=2).stderr


def test_sparql_comes_as_text_file_or_standard_input(built):
    text = "ASK { id:country/KZ a kg:Country }".replace("id:country/KZ", "<https://w3id.org/elshi/id/country/KZ>")
    Path("q.rq").write_text("\ufeff" + text, encoding="utf-8")
    for arguments, stdin in (([text], None), (["@q.rq"], None), (["-"], text)):
        assert json.loads(built("sparql", *arguments, "--format", "json", stdin=stdin).stdout) == [{"answer": "true"}]


@pytest.mark.parametrize(
    ("text", "words"),
    [("SELECT", "is not SPARQL"), ("@nowhere.rq", "cannot be read"), ("INSERT DATA { <a:b> <a:b> 1 }", "is not SPARQL")],
)
def test_wrong_sparql_is_explained(built, text, words):
    assert words in built("sparql", text, code=2).stderr


def test_control_characters_do_not_reach_a_terminal(kg, workplace, record, write):
    write("a.jsonl", record("1", "Ша\u202eвкат"))
    kg("build", "a.jsonl", "--quiet")
    assert "\u202e" not in kg("query", "actors").stdout
