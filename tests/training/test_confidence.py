"""The fit of confidences, on a few articles."""

from __future__ import annotations

import csv
import importlib.util
import json
import sys
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest

from kg.eval import reliability
from kg.eval.verdicts import KINDS, Verdict

ROOT = Path(__file__).parents[2]


def module(name):
    spec = importlib.util.spec_from_file_location(f"training_{name}", ROOT / "training" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = made
    spec.loader.exec_module(made)
    return made


fitting, checking = module("confidence"), module("reliability")


@pytest.fixture
def gold(tmp_path):
    """Two folders of articles with one meeting each, of which the gold knows those of the even ones."""
    folders = []
    for folder in ("one", "other"):
        (tmp_path / folder).mkdir()
        folders.append(tmp_path / folder)
        for n in range(6):
            text = "Германия Президенті Ханс Мюллер Берлинде министр Серік Бектұровты қабылдады."
            meeting = {
                "id": "m1",
                "type": "reception",
                "participants": ["a1", "a2"],
                "host": "a1",
                "date": "2025-12-03",
                "status": "held",
            }
            document = {
                "id": f"{folder}-{n}", "lang": "kk", "date": "2025-12-03", "title": "Қабылдау", "text": text,
                "actors": [
                    {"id": "a1", "type": "person", "name": "Ханс Мюллер"},
                    {"id": "a2", "type": "person", "name": "Серік Бектұров"},
                    {"id": "a3", "type": "country", "name": "Германия", "iso": "DE"},
                ],
                "roles": [], "meetings": [meeting] * (n % 2), "agreements": [],
            }  # fmt: skip
            (tmp_path / folder / f"{n}.json").write_text(json.dumps(document), encoding="utf-8")
    return folders


def table(text):
    return {(row["kind"], row["feature"]): row for row in csv.DictReader(x for x in text.splitlines() if not x.startswith("#"))}


def test_the_table_has_each_kind_and_the_same_documents_give_the_same(gold):
    once = fitting.fit(gold[:1], gold[1:])
    assert once == fitting.fit(gold[:1], gold[1:])
    rows = table(once)
    assert {kind for kind, feature in rows if feature == ""} == set(KINDS)
    assert (rows["meeting", ""]["claims"], rows["meeting", ""]["right"]) == ("12", "6")


def test_what_was_seen_leaves_no_row(gold):
    assert not any(feature == fitting.SEEN for _, feature in table(fitting.fit(gold[:1], gold[1:])))


def test_kinds_with_few_claims_or_none_are_neither_certain_nor_a_failure(gold):
    rows = table(fitting.fit(gold[:1], []))
    assert rows["agreement", ""]["claims"] == "0"
    assert all(abs(float(row["weight"])) < 10 for row in rows.values())


def test_a_feature_that_tells_right_from_wrong_gets_a_weight_and_a_rare_one_a_smaller():
    often = [fitting.Example(str(n), frozenset({"good"} if n % 2 else {"bad"}), bool(n % 2)) for n in range(60)]
    weights = fitting.fit_kind(often)[0]
    assert weights["good"] > 0.5 > -0.5 > weights["bad"]
    rare = [fitting.Example(str(n), frozenset({"good"} if n < 3 else set()), n < 3 or bool(n % 2)) for n in range(60)]
    assert 0 < fitting.fit_kind(rare)[0]["good"] < weights["good"]


def test_weights_stay_finite_where_all_claims_are_right():
    rows = [fitting.Example(str(n), frozenset({"rule=a"}), right=True) for n in range(20)]
    weights = fitting.fit_kind(rows)[0]
    assert all(np.isfinite(value) and abs(value) < 10 for value in weights.values())


def test_a_figure_and_tables_are_made_of_bins():
    found = reliability([Verdict("actor", (str(n),), 0.8, n % 5 > 0) for n in range(50)])
    picture = ElementTree.fromstring(checking.figure(found, found))
    circles = [node for node in picture.iter() if node.tag.endswith("circle")]
    assert [(node.get("cx"), node.get("cy")) for node in circles] == [("120.0", "30.0")] * 2
    assert "0.80 → 0.80 (50)" in checking.tables(found, found, {})


def test_the_page_has_a_place_for_the_figures():
    page = checking.PAGE.read_text(encoding="utf-8")
    assert [page.count(mark) for mark in checking.MARKS] == [1, 1]
    assert "](reliability.svg)" in page
