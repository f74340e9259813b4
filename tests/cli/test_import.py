"""kg import."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.mark.parametrize("form", ["nquads", "trig", "jsonld", "trig12"])
def test_an_exported_graph_is_the_same_once_imported(built, form):
    name = f"out.{form.removesuffix('12')}"
    built("export", "--format", form, "--out", name)
    assert built("import", name, "--store", "copy").stderr == "imported 3 documents into copy\n"
    assert built("export", "--format", "nquads", "--store", "copy").stdout == built("export", "--format", "nquads").stdout
    assert "0 faults" in built("validate", "--store", "copy").stderr


def test_what_is_exported_can_be_piped_into_another_store(built):
    piped = built("export", "--format", "nquads").stdout_bytes
    built("import", "-", "--format", "nquads", "--store", "copy", "--quiet", stdin=piped)
    assert built("export", "--format", "nquads", "--store", "copy").stdout_bytes == piped


def test_importing_again_changes_nothing(built):
    built("export", "--out", "out.trig")
    before = built("export", "--format", "nquads").stdout
    built("import", "out.trig")
    assert built("export", "--format", "nquads").stdout == before


def test_where_one_file_is_foreign_nothing_is_imported(built):
    built("export", "--out", "good.trig")
    Path("foreign.nq").write_text("\n<http://a.example/a> <http://a.example/b> <http://a.example/c> .\n", encoding="utf-8")
    told = built("import", "good.trig", "foreign.nq", "--store", "copy", code=2).stderr
    assert told.startswith("kg: foreign.nq:2: ")
    assert not Path("copy").exists()


def test_standard_input_needs_a_format(built):
    assert "give --format" in built("import", "-", stdin="", code=2).stderr
