"""--min-confidence: what is less sure is left out, by every command alike."""

from __future__ import annotations

import json

import pytest

VERBS = (("extract", "a.jsonl"), ("build", "a.jsonl"), ("resolve", "a.jsonl"), ("explain", "a.jsonl"), ("eval", "a.jsonl"))


@pytest.fixture
def unsure(workplace, record, write):
    """Two meetings in two documents, one of them unlikely."""
    sure, doubtful = record("1"), record("2", "Садыр Жапаров")
    doubtful["meetings"][0]["confidence"] = 0.4
    write("a.jsonl", sure, doubtful)


@pytest.mark.parametrize("value", ["1.5", "-0.1", "nan", "half"])
@pytest.mark.parametrize(("verb", "path"), VERBS)
def test_what_is_no_confidence_is_a_usage_error(kg, unsure, verb, path, value):
    result = kg(verb, path, "--min-confidence", value, code=2)
    assert "--min-confidence" in result.stderr
    assert result.stdout == ""


def test_extract_and_resolve_leave_out_what_is_less_sure(kg, unsure):
    for verb in ("extract", "resolve"):
        found = [json.loads(line) for line in kg(verb, "a.jsonl", "--min-confidence", "0.5").stdout.splitlines()]
        assert [len(one["meetings"]) for one in found] == [1, 0]
        assert [len(one["actors"]) for one in found] == [3, 3]


def test_a_graph_holds_only_what_is_sure_enough(kg, unsure):
    assert "1 meeting\n" in kg("build", "a.jsonl", "--min-confidence", "0.5").stdout


def test_another_threshold_builds_the_documents_again_and_the_same_does_not(kg, unsure):
    assert "2 new" in kg("build", "a.jsonl").stdout
    assert "2 changed" in kg("build", "a.jsonl", "--min-confidence", "0.5").stdout
    assert "2 unchanged" in kg("build", "a.jsonl", "--min-confidence", "0.50").stdout
    again = kg("build", "a.jsonl").stdout
    assert "2 changed" in again
    assert "2 meetings" in again


def test_extraction_at_a_threshold_builds_what_a_build_at_the_threshold_does(kg, unsure):
    kg("build", "a.jsonl", "--min-confidence", "0.5")
    kg("build", "-", "--store", "piped", stdin=kg("extract", "a.jsonl", "--min-confidence", "0.5").stdout_bytes)
    stores = [kg("export", "--store", store, "--format", "nquads").stdout for store in ("graph", "piped")]
    meetings = [{line.split()[0] for line in store.splitlines() if "/id/meeting/" in line.split()[0]} for store in stores]
    assert meetings[0] == meetings[1] != set()


def test_explain_shows_only_what_is_sure_enough_of_a_file_and_of_the_store(kg, unsure):
    kg("build", "a.jsonl")
    for document in ("a.jsonl", "2"):
        assert "Садыр Жапаров: кездесу" not in kg("explain", document, "--min-confidence", "0.5").stdout
    assert "Садыр Жапаров: кездесу" in kg("explain", "2").stdout


def test_a_map_shows_only_what_is_sure_enough(kg, unsure):
    kg("build", "a.jsonl")
    assert ", 2 meetings and agreements" in kg("map").stderr
    assert ", 1 meetings and agreements" in kg("map", "--min-confidence", "0.5").stderr


def test_a_participant_that_is_less_sure_than_its_meeting_says_so(kg, workplace, record, write):
    one = record("1")
    one["meetings"][0] |= {"confidence": 0.9, "participants_confidence": [0.9, 0.65]}
    write("a.jsonl", one)
    shown = kg("explain", "a.jsonl").stdout
    assert "participant  Шавкат Мирзиёев  0.65\n" in shown
    assert "participant  Қасым-Жомарт Тоқаев\n" in shown


def test_eval_measures_what_is_left(kg, unsure, write, record):
    write("gold.jsonl", record("1"), record("2", "Садыр Жапаров"))
    result = kg("eval", "gold.jsonl", "--pred", "a.jsonl", "--min-confidence", "0.5", "--json")
    figures = json.loads(result.stdout)["facts"]["meetings"]
    assert (figures["tp"], figures["fn"]) == (1, 1)


def test_eval_says_how_far_confidences_can_be_believed(kg, unsure, write, record):
    write("gold.jsonl", record("1"), record("2", "Садыр Жапаров", meetings=[]))
    shown = kg("eval", "gold.jsonl", "--pred", "a.jsonl", "--reliability").stdout
    assert "confidence of meeting              2 claims  calibration error 0.200  Brier 0.080\n" in shown
    assert "  0.00 to 0.50      1 claims  mean 0.400  right 0.000\n" in shown
    figures = json.loads(kg("eval", "gold.jsonl", "--pred", "a.jsonl", "--reliability", "--json").stdout)["reliability"]
    assert figures["meeting"]["bins"][-1] == {"from": 0.95, "to": 1.0, "claims": 1, "mean": 1.0, "right": 1.0}
