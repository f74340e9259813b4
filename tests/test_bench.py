"""The benchmarks run, and what they measure on is what they say."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kg.schema.validate import validate
from kg.store import open_store

BENCH = Path(__file__).parents[1] / "bench"


def run(*arguments: str) -> str:
    command = [sys.executable, *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True, cwd=BENCH.parent).stdout


@pytest.fixture(scope="module")
def articles() -> list[dict[str, str]]:
    return [json.loads(line) for line in run("bench/articles.py", "60").splitlines()]


def test_articles_differ_and_have_about_150_words(articles):
    assert len({article["text"] for article in articles}) == 60
    assert 140 <= sum(len(article["text"].split()) for article in articles) / 60 <= 160


def test_the_same_seed_gives_the_same_articles(articles):
    assert [json.loads(line) for line in run("bench/articles.py", "60").splitlines()] == articles
    assert json.loads(run("bench/articles.py", "1", "--seed", "2"))["text"] != articles[0]["text"]


def test_the_articles_hold_meetings_and_agreements_that_are_found(articles, kg_extract):
    records = kg_extract(articles)
    assert len(records) == 60
    assert sum(bool(record["meetings"]) for record in records) > 40
    assert sum(bool(record["agreements"]) for record in records) > 40


@pytest.fixture
def kg_extract(tmp_path):
    def extract(articles):
        source = tmp_path / "articles.jsonl"
        source.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in articles), encoding="utf-8")
        code = "import sys; from kg.cli import main; sys.exit(main(prog_name='kg'))"
        return [json.loads(line) for line in run("-c", code, "extract", str(source), "--workers", "1").splitlines()]

    return extract


def test_the_end_to_end_benchmark_measures_what_it_builds():
    (one,) = json.loads(run("bench/end_to_end.py", "--sizes", "3", "--json"))["runs"]
    assert one["articles"] == 3
    assert one["articles_per_second"] > 0
    assert one["peak_mib"] > 10


@pytest.mark.parametrize("way", [[], ["--transactions", "--batch", "30"]])
def test_a_synthetic_graph_is_of_the_vocabulary_and_written_the_same_in_either_way(tmp_path, way):
    sys.path.insert(0, str(BENCH))
    from synthetic import documents

    made = list(documents(claims=700))
    figures = json.loads(run("bench/synthetic.py", "--claims", "700", "--store", str(tmp_path / "graph"), "--json", *way))
    with open_store(str(tmp_path / "graph"), create=False, read_only=True) as store:
        assert list(store.read()) == sorted(made, key=lambda graph: graph.document)
    assert figures["claims"] == sum(len(graph.claims) for graph in made) >= 700
    assert all(8 <= len(graph.claims) <= 30 for graph in made)
    assert validate(made) == ()
