from __future__ import annotations

import io
import json
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import pipeline
from kg.ingest import to_record
from kg.model.article import Rejected
from kg.model.errors import StoreError
from kg.model.facts import Extraction
from kg.resources import folder
from kg.schema.validate import validate
from kg.store import open_store

Make = Callable[..., dict[str, Any]]


def build(paths: str | Sequence[str], store: str = "graph", **options: Any) -> tuple[pipeline.Report, list[Rejected]]:
    reports: list[Rejected] = []
    report = pipeline.build([paths] if isinstance(paths, str) else paths, store, on_report=reports.append, **options)
    return report, reports


def contents(store: str = "graph") -> str:
    with open_store(store, create=False, read_only=True) as opened:
        return repr(list(opened.read()))


def documents(store: str = "graph") -> list[str]:
    with open_store(store, create=False, read_only=True) as opened:
        return list(opened.fingerprints())


def test_documents_become_a_graph(workplace, record, write):
    report, reports = build(str(write("a.jsonl", record("1"), record("2", "Садыр Жапаров"))))
    assert (report.read, report.new, report.changed, report.meetings, report.rejected) == (2, 2, 0, 2, 0)
    assert reports == []
    assert documents() == ["document/1", "document/2"]


def test_building_again_changes_nothing(workplace, record, write):
    path = str(write("a.jsonl", record("1"), record("2", "Садыр Жапаров")))
    build(path)
    before = contents()
    report, _ = build(path)
    assert (report.new, report.changed, report.unchanged) == (0, 0, 2)
    assert contents() == before


def test_building_all_again_changes_nothing_either(workplace, record, write):
    path = str(write("a.jsonl", record("1")))
    build(path)
    before = contents()
    report, _ = build(path, again=True)
    assert (report.changed, report.unchanged) == (1, 0)
    assert contents() == before


def test_a_changed_document_takes_exactly_its_own_claims_with_it(workplace, record, write):
    build(str(write("a.jsonl", record("1"), record("2", "Садыр Жапаров"))))
    report, _ = build(str(write("a.jsonl", record("1", "Ильхам Әлиев"), record("2", "Садыр Жапаров"))))
    assert (report.new, report.changed, report.unchanged) == (0, 1, 1)
    build(str(write("a.jsonl", record("1", "Ильхам Әлиев"), record("2", "Садыр Жапаров"))), "fresh")
    assert contents() == contents("fresh")
    assert "Мирзиёев" not in contents()


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_documents_does_not_matter(workplace, record, write, seed):
    records = [record(str(n), f"Мұрат {'АБВГДЕЖЗ'[n % 8]}аров", f"2025-11-{n % 5 + 10}") for n in range(20)]
    records += [record(f"copy{n}", f"Мұрат {'АБВГДЕЖЗ'[n]}аров", f"2025-11-{n + 10}") for n in range(4)]
    build(str(write("a.jsonl", *records)), "sorted")
    random.Random(seed).shuffle(records)
    build(str(write("a.jsonl", *records)), "shuffled")
    assert contents("shuffled") == contents("sorted")


def test_the_order_of_runs_does_not_matter(workplace, record, write):
    names = [str(write(f"{n}.jsonl", record(str(n), guest))) for n, guest in enumerate(("Әли", "Бақыт", "Әли", "Дәурен"))]
    for name in names:
        build(name, "forward")
    for name in reversed(names):
        build(name, "backward")
    assert contents("forward") == contents("backward")


def test_the_number_of_workers_does_not_matter(workplace, record, write, monkeypatch):
    path = str(write("a.jsonl", *(record(str(n), f"Мұрат {'АБВГДЕЖЗ'[n % 8]}аров", f"2025-11-{n % 9 + 10}") for n in range(60))))
    build(path, "one", workers=1)
    report, _ = build(path, "two", workers=2)
    assert report.new == 60
    assert contents("one") == contents("two")


def test_of_duplicates_the_one_with_the_smallest_id_stands(workplace, record, write):
    report, reports = build(str(write("a.jsonl", record("2"), record("1"), record("3"))))
    assert (report.new, report.duplicates) == (1, 2)
    assert [one.skipped for one in reports] == [True, True]
    assert documents() == ["document/1"]


def test_a_duplicate_of_a_stored_document_is_passed_over(workplace, record, write):
    build(str(write("a.jsonl", record("1"))))
    report, reports = build(str(write("b.jsonl", record("2"))))
    assert (report.new, report.duplicates) == (0, 1)
    assert "document/2 says the same as document/1" in str(reports[0].error)
    assert documents() == ["document/1"]


def test_a_smaller_id_takes_the_place_of_a_stored_duplicate(workplace, record, write):
    build(str(write("a.jsonl", record("2"))))
    report, _ = build(str(write("b.jsonl", record("1"))))
    assert (report.new, report.duplicates) == (1, 1)
    assert documents() == ["document/1"]


@pytest.mark.parametrize("order", [("1", "2"), ("2", "1")])
def test_a_duplicate_comes_back_when_the_document_it_gave_way_to_changes(workplace, record, write, order):
    build(str(write("a.jsonl", record("1"), record("2"))))
    assert documents() == ["document/1"]
    now = {"1": record("1", "Ильхам Әлиев"), "2": record("2")}
    build(str(write("a.jsonl", *(now[key] for key in order))))
    build(str(write("a.jsonl", *now.values())), "fresh")
    assert contents() == contents("fresh")


def test_a_document_given_twice_counts_once(workplace, record, write):
    report, reports = build(str(write("a.jsonl", record("1"), record("1"))))
    assert (report.new, report.duplicates, report.rejected) == (1, 1, 0)
    assert "occurs twice" in str(reports[0].error)


def test_an_id_with_two_texts_is_an_error_and_the_same_one_stands_in_any_order(workplace, record, write):
    records = [record("1"), record("1", "Ильхам Әлиев")]
    for store in ("forward", "backward"):
        report, reports = build(str(write("a.jsonl", *records)), store)
        assert report.rejected == 1
        assert "stands for two different documents" in str(reports[0].error)
        records.reverse()
    assert contents("forward") == contents("backward")


def test_bad_documents_cost_only_themselves_and_are_named(workplace, record, write):
    path = write("in/a.jsonl", record("1"), record("2", meetings=[{"id": "m1"}]), record("3", "Садыр Жапаров"))
    Path("in/empty.txt").write_bytes(b"")
    Path("in/image.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    Path("in/broken.txt").write_bytes("Қазақстан Президенті".encode()[:-1])
    Path("in/line.txt").write_text("Тоқаев келді. " * 800_000, encoding="utf-8")
    Path("in/page.html").write_text("<html><body>" + "<script>x()</script>" * 100, encoding="utf-8")
    report, reports = build("in")
    assert (report.read, report.new, report.rejected) == (8, 2, 6)
    words = sorted(str(one.error) for one in reports)
    for word, begin in zip(
        words,
        ("in/a.jsonl:2: ", "in/broken.txt: byte 37", "in/empty.txt: ", "in/image.txt: ", "in/line.txt: ", "in/page.html: "),
        strict=True,
    ):
        assert word.startswith(begin)
        assert word.endswith(")"), "each names its cure"
    build(str(write("b.jsonl", record("1"), record("3", "Садыр Жапаров"))), "clean")
    assert documents() == documents("clean") == ["document/1", "document/3"]
    assert path.exists()


def test_a_document_that_fails_leaves_the_graph_as_it_was(workplace, record, write):
    build(str(write("a.jsonl", record("1"))))
    before = contents()
    report, _ = build(str(write("a.jsonl", record("1", "Ильхам Әлиев", meetings=[{"id": "m1"}]))))
    assert report.rejected == 1
    assert contents() == before


def test_facts_that_break_the_vocabulary_are_rejected(workplace, record, write):
    bad = record("1")
    bad["actors"][2]["iso"] = "KAZ"
    report, reports = build(str(write("a.jsonl", bad, record("2", "Садыр Жапаров"))))
    assert (report.new, report.rejected) == (1, 1)
    assert "breaks the vocabulary" in str(reports[0].error)
    assert documents() == ["document/2"]


def test_languages_that_are_not_spoken_are_counted(workplace):
    Path("ru.txt").write_text("Президент встретился с министром.\nСтороны обсудили торговлю между странами.", encoding="utf-8")
    Path("n.txt").write_text("2025 — 2026", encoding="utf-8")
    report, reports = build(["ru.txt", "n.txt"])
    assert (report.skipped, report.new, report.rejected, report.undated) == ({"?": 1, "ru": 1}, 0, 0, 2)
    assert all(one.skipped for one in reports)


def test_facts_are_taken_in_any_language(workplace, record, write):
    report, _ = build(str(write("a.jsonl", record("1", lang="ru"))))
    assert report.new == 1


def test_what_extract_gives_builds_the_same_graph(workplace, record, write):
    path = str(write("a.jsonl", record("1"), record("2", "Садыр Жапаров")))
    build(path)
    lines = [json.dumps(to_record(one)) for one in pipeline.extract([path]) if isinstance(one, Extraction)]
    build("-", "piped", stdin=io.BytesIO("\n".join(lines).encode()))
    assert contents("piped") == contents()


def test_extract_and_resolve_report_what_they_cannot_read(workplace, record, write):
    path = str(write("a.jsonl", record("1"), {"id": "2"}))
    assert isinstance(list(pipeline.extract([path]))[1], Rejected)
    resolution, rejected = pipeline.resolve([path])
    assert isinstance(rejected, Rejected)
    assert not isinstance(resolution, Rejected)
    assert set(resolution.entities) == {"a1", "a2", "a3"}


def test_progress_tells_of_bytes_and_documents(workplace, record, write):
    path = write("a.jsonl", record("1"), record("2", "Садыр Жапаров"))
    told: list[pipeline.Progress] = []
    pipeline.build([str(path)], "graph", progress=told.append)
    assert told[-1] == pipeline.Progress(path.stat().st_size, 2, 2)


def test_a_run_that_is_interrupted_keeps_its_finished_transactions(workplace, record, write, monkeypatch):
    monkeypatch.setattr(pipeline, "BATCH", 2)
    path = str(write("a.jsonl", *(record(str(n), f"Мұрат {'АБВГД'[n]}аров") for n in range(5))))

    def interrupt(told: pipeline.Progress) -> None:
        if told.read == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        pipeline.build([path], "graph", workers=1, progress=interrupt)
    assert documents() == ["document/0", "document/1"]
    build(path)
    build(path, "fresh")
    assert contents() == contents("fresh")


def test_a_folder_of_something_else_is_no_store(workplace, record, write):
    write("other/a.jsonl", record("1"))
    with pytest.raises(StoreError, match="is not a store"):
        build("other", "other")


def test_nothing_to_read_gives_an_empty_graph(workplace):
    Path("in").mkdir()
    assert build("in")[0].read == 0
    assert documents() == []


@pytest.fixture(scope="module")
def seeds() -> list[tuple[str, bytes]]:
    """The articles that come with Elshi: name and content."""
    return [(path.name, path.read_bytes()) for path in sorted(folder("seeds").joinpath("articles").iterdir()) if path.is_file()]


def test_articles_become_a_graph_of_who_met_whom(workplace, seeds):
    Path("in").mkdir()
    for name, content in seeds:
        Path("in", name).write_bytes(content)
    report, reports = build("in")
    assert (report.new, report.rejected, reports) == (len(seeds), 0, [])
    assert report.meetings > len(seeds) / 2
    with open_store("graph", create=False, read_only=True) as store:
        assert not validate(store.read())


def test_articles_give_the_same_graph_in_any_order_and_number_of_workers(workplace, seeds):
    for copy in range(3):
        for name, content in seeds:
            text = f"{content.decode()}\n{copy}" if name.endswith(".txt") else content.decode()
            Path(f"{copy}{name}").write_text(text, encoding="utf-8")
    names = sorted(path.name for path in workplace.iterdir())
    build(names, "one", workers=1)
    build(names[::-1], "two", workers=2)
    assert contents("one") == contents("two")


WORDS = """Тоқаев Мирзиёевпен кездесті қабылдады . , « » – — ( ) Астанада Президент министрі келісімге қол қойды 2025 жылғы қараша
ертең деді мен және Қ. Ж. ҚР ЕО 12 % … ? ! : ; \u202e ӛ 😀 АСТАНА. KAZINFORM болмады жоқ сапармен барады бар Қазақстан Ресей"""
words = st.sampled_from([*WORDS.split(), "\n", "\t", ""])


@given(st.lists(words, max_size=40).map(" ".join), st.booleans())
@settings(max_examples=150, deadline=None)
def test_no_text_whatever_breaks_the_run(text, dated):
    record = {"id": "1", "lang": "kk", "date": "2025-11-15" if dated else None, "text": f"Тоқаев {text}"}
    report = pipeline.build(["-"], "memory:", stdin=io.BytesIO(json.dumps(record).encode()))
    assert (report.new, report.rejected) == (1, 0)
