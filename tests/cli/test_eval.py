from __future__ import annotations

import json
from pathlib import Path


def test_figures_of_given_extractions_are_a_table(kg, workplace, write, record):
    write("gold.jsonl", record("1"), record("2"))
    write("found.jsonl", record("1"))
    result = kg("eval", "gold.jsonl", "--pred", "found.jsonl")
    rows = {line[:24].strip(): line[24:].split() for line in result.stdout.splitlines()}
    assert rows["meetings"] == ["P", "1.000", "R", "0.500", "F1", "0.667", "tp", "1", "fp", "0", "fn", "1"]
    assert "no extraction for 2" in result.stderr


def test_without_extractions_the_articles_are_extracted_now(kg, workplace, write, record):
    words = "Қазақстан Президенті Қасым-Жомарт Тоқаев Астанада Өзбекстан Президенті Шавкат Мирзиёевті қабылдады."
    write("gold.jsonl", record("1", text=words))
    figures = json.loads(kg("eval", "gold.jsonl", "--json", "--quiet").stdout)
    assert figures["facts"]["meetings"]["tp"] == 1
    assert figures["attributes"]["meeting host"]["accuracy"] == 1.0


def test_differences_are_listed_where_asked_for(kg, workplace, write, record):
    write("gold.jsonl", record("1"))
    write("found.jsonl", record("1", agreements=[], meetings=[]))
    assert "1\tmeetings\tmissed\tm1 reception" in kg("eval", "gold.jsonl", "--pred", "found.jsonl", "--misses").stdout
    misses = json.loads(kg("eval", "gold.jsonl", "--pred", "found.jsonl", "--misses", "--json").stdout)["misses"]
    assert {"missed"} == {miss["what"] for miss in misses}


def test_a_folder_without_documents_is_a_usage_error(kg, workplace):
    Path("empty").mkdir()
    assert "holds no documents" in kg("eval", "empty", code=2).stderr
