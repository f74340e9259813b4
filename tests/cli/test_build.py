from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kg.store import open_store
from tests.cli.test_main import KG


def exported(kg, store="graph"):
    return kg("export", "--store", store, "--format", "nquads").stdout_bytes


def test_the_summary_says_what_was_read_what_is_there_and_what_to_do_next(kg, workplace, record, write):
    write("in/a.jsonl", record("1"), record("2", "Садыр Жапаров", "2025-10-02"))
    Path("in/empty.txt").write_bytes(b"")
    Path("in/ru.txt").write_text("Президент встретился с министром. Стороны обсудили торговлю между странами.", encoding="utf-8")
    result = kg("build", "in", "--map", "map.html", code=1)
    lines = result.stdout.splitlines()
    assert re.fullmatch(r"Read    4 documents in \d+\.\d s: 2 new, 1 passed over, 1 failed", lines[0])
    assert lines[1].strip() == "passed over, not in a language that Elshi reads: 1 in ru"
    assert lines[2].strip() == "1 without a date of publication"
    assert lines[3:7] == [
        "Graph   2 documents, 3 people, 1 country",
        "        2 meetings",
        "Latest  2025-11-15  Қасым-Жомарт Тоқаев – Шавкат Мирзиёев: кездесу, Астана",
        "        2025-10-02  Қасым-Жомарт Тоқаев – Садыр Жапаров: кездесу, Астана",
    ]
    assert lines[-3:-1] == ["Map     map.html", "Store   graph/"]
    assert lines[-1] == "Next    kg query who-met-whom --param 'actor=Қасым-Жомарт Тоқаев'"
    assert result.stderr == "in/empty.txt: there is no text (leave the document out, or give it its text)\n"
    assert "Садыр Жапаров" in Path("map.html").read_text(encoding="utf-8")


def test_the_command_that_the_summary_proposes_works(kg, workplace, record, write):
    write("a.jsonl", record("1"))
    line = kg("build", "a.jsonl", "--store", "my graph").stdout.splitlines()[-1].removeprefix("Next    kg ")
    run = subprocess.run(["bash", "-c", f'"$@" {line}', "-", *KG], capture_output=True, text=True, encoding="utf-8", check=True)
    assert "Шавкат Мирзиёев" in run.stdout


def test_quiet_says_only_what_went_wrong(kg, workplace, record, write):
    write("a.jsonl", record("1"), {"id": "2"})
    result = kg("build", "a.jsonl", "--quiet", code=1)
    assert result.stdout == ""
    assert result.stderr.startswith('a.jsonl:2: the document has no "text"')


def test_verbose_names_what_was_passed_over(kg, workplace, record, write):
    write("a.jsonl", record("1"), record("2"))
    assert "document/2 says the same as document/1" in kg("build", "a.jsonl", "--verbose").stderr
    assert kg("build", "a.jsonl").stderr == ""


def test_building_twice_changes_nothing(kg, workplace, record, write):
    write("a.jsonl", record("1"), record("2", "Садыр Жапаров"))
    kg("build", "a.jsonl")
    before = exported(kg)
    assert "2 unchanged" in kg("build", "a.jsonl").stdout
    assert exported(kg) == before


def test_documents_come_through_a_pipe(kg, workplace, record, write):
    data = write("a.jsonl", record("1")).read_bytes()
    assert "1 new" in kg("build", "-", stdin=data).stdout


def test_an_empty_graph_is_said_to_be_one(kg, workplace):
    Path("empty").mkdir()
    assert "Graph   empty" in kg("build", "empty", "--map", "map.html").stdout


def test_a_folder_that_is_no_store_is_left_alone(kg, workplace, record, write):
    write("in/a.jsonl", record("1"))
    result = kg("build", "in", "--store", "in", code=2)
    assert "is not a store" in result.stderr
    assert sorted(path.name for path in Path("in").iterdir()) == ["a.jsonl"]


def test_extract_into_build_gives_the_same_graph(kg, workplace, record, write):
    write("a.jsonl", record("1"), record("2", "Садыр Жапаров"))
    kg("build", "a.jsonl")
    piped = kg("extract", "a.jsonl").stdout_bytes
    kg("build", "-", "--store", "piped", stdin=piped)
    assert exported(kg, "piped") == exported(kg)


def test_a_map_that_cannot_be_written_is_an_error_after_the_graph_is_built(kg, workplace, record, write):
    write("a.jsonl", record("1"))
    result = kg("build", "a.jsonl", "--map", "no/folder/map.html", code=2)
    assert "cannot write the map" in result.stderr
    with open_store("graph", create=False, read_only=True) as store:
        assert len(store.fingerprints()) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("color", [True, False])
def test_on_a_terminal_of_eighty_columns_it_fits_and_minds_no_color(workplace, record, write, color):
    write("a.jsonl", *(record(str(n), f"Мұрат {'АБВГДЕЖЗ'[n % 8]}аров-{'қ' * 40}", f"2025-11-{n + 10}") for n in range(8)))
    leader, follower = pty.openpty()
    environment = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    environment |= {"COLUMNS": "80", "TERM": "xterm-256color"} | ({} if color else {"NO_COLOR": "1"})
    with subprocess.Popen([*KG, "build", "a.jsonl"], stdout=follower, stderr=subprocess.PIPE, env=environment) as run:
        os.close(follower)
        output = b""
        while True:
            try:
                part = os.read(leader, 4096)
            except OSError:  # Linux says so at the end
                break
            if not part:
                break
            output += part
        assert run.wait() == 0
    text = output.decode()
    assert "8 new" in text
    assert re.search("\x1b\\[[0-9;]*3[0-9]m", text) is None, "no colours, only weight"
    plain = re.sub("\x1b\\[[0-9;]*m", "", text)
    assert max(len(line.rstrip()) for line in plain.splitlines()) <= 80
