from __future__ import annotations

import csv
import io
import json

from kg.query import Table, to_csv, to_json, to_tsv

TABLE = Table(("name", "note"), (("Тоқаев", 'says "hi", and\nleaves'), ("tab\there", None)))


def test_json_is_a_list_of_objects_with_null_for_what_is_missing() -> None:
    assert json.loads(to_json(TABLE)) == [
        {"name": "Тоқаев", "note": 'says "hi", and\nleaves'},
        {"name": "tab\there", "note": None},
    ]
    assert "Тоқаев" in to_json(TABLE)


def test_csv_is_read_back_by_any_reader() -> None:
    assert list(csv.reader(io.StringIO(to_csv(TABLE)))) == [
        ["name", "note"],
        ["Тоқаев", 'says "hi", and\nleaves'],
        ["tab\there", ""],
    ]


def test_tsv_has_one_line_a_row_whatever_the_cells_hold() -> None:
    assert to_tsv(TABLE) == 'name\tnote\nТоқаев\tsays "hi", and leaves\ntab here\t\n'


def test_an_empty_table_still_has_its_header() -> None:
    assert to_csv(Table(("a", "b"), ())) == "a,b\n"
    assert to_json(Table(("a",), ())) == "[]\n"
