from __future__ import annotations

import json

from kg.ingest import from_record


def lines(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_gold_gives_a_record_a_document(kg, workplace, record, write):
    write("a.jsonl", record("1"), record("2", "Садыр Жапаров"))
    first, second = lines(kg("extract", "a.jsonl"))
    assert (first["id"], second["id"]) == ("1", "2")
    assert first["meetings"][0]["span"] == [0, len(first["text"])]
    assert from_record(first, "x").actors[0].name == "Қасым-Жомарт Тоқаев"


def test_what_it_prints_it_reads(kg, workplace, record, write):
    write("a.jsonl", record("1"))
    once = kg("extract", "a.jsonl").stdout
    assert kg("extract", "-", stdin=once).stdout == once


def test_jsonl_gives_a_fact_a_line_with_names(kg, workplace, record, write):
    write("a.jsonl", record("1"))
    facts = lines(kg("extract", "a.jsonl", "--format", "jsonl"))
    assert [fact["fact"] for fact in facts] == ["actor", "actor", "actor", "role", "meeting"]
    assert facts[4]["participants"] == ["Қасым-Жомарт Тоқаев", "Шавкат Мирзиёев"]
    assert facts[3]["of"] == "Қазақстан"
    assert all(fact["document"] == "1" for fact in facts)


def test_a_summary_is_for_people(kg, workplace, record, write):
    write("a.jsonl", record("1"), record("2", text="Ауа райы жылы.", actors=[], roles=[], meetings=[]))
    text = kg("extract", "a.jsonl", "--format", "summary").stdout
    assert "  Қасым-Жомарт Тоқаев: Президент (Қазақстан)\n" in text
    assert "  reception, held: Қасым-Жомарт Тоқаев — Шавкат Мирзиёев, Астана  2025-11-15\n" in text
    assert text.endswith("  neither meetings nor agreements\n")


def test_what_fails_goes_to_standard_error_and_the_exit_code(kg, workplace, record, write):
    write("a.jsonl", record("1"), {"id": "2"}, record("3", "Садыр Жапаров"))
    result = kg("extract", "a.jsonl", code=1)
    assert [one["id"] for one in lines(result)] == ["1", "3"]
    assert result.stderr.startswith("a.jsonl:2: ")


def test_a_language_that_is_not_spoken_is_no_failure(kg, workplace):
    result = kg("extract", "-", stdin="Президент встретился с министром. Стороны обсудили торговлю.".encode())
    assert result.stdout == ""
    assert "its language is ru" in result.stderr


def test_resolve_adds_the_node_of_each_fact(kg, workplace, record, write):
    write("a.jsonl", record("1"))
    (found,) = lines(kg("resolve", "a.jsonl"))
    assert [actor["entity"].split("/")[0] for actor in found["actors"]] == ["person", "person", "country"]
    assert found["actors"][2]["entity"] == "country/KZ"
    assert found["meetings"][0]["entity"].startswith("meeting/")


def test_what_resolve_prints_can_be_built(kg, workplace, record, write):
    write("a.jsonl", record("1"))
    resolved = kg("resolve", "a.jsonl").stdout
    assert "1 new" in kg("build", "-", stdin=resolved).stdout


def test_resolve_gives_reasons(kg, workplace, record, write):
    write("a.jsonl", record("1"))
    reasons = lines(kg("resolve", "a.jsonl", "--format", "reasons"))
    assert {reason["local"] for reason in reasons} == {"a1", "a2", "a3", "m1"}
    assert all(reason["reason"] for reason in reasons)
