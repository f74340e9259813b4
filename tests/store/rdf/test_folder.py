"""A folder is never taken over, never opened twice for writing, never read in another format."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest

from kg.model.errors import StoreError
from kg.store import open_store
from tests.store.helpers import visit


def test_a_folder_that_holds_something_else_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear reader")
    with pytest.raises(StoreError, match="is not a store"):
        open_store(str(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "graph").write_text("x")
    with pytest.raises(StoreError, match="is a file"):
        open_store(str(tmp_path / "graph"))


def test_rdf_of_another_program_is_left_as_it_is(tmp_path: Path) -> None:
    other = pyoxigraph.Store(str(tmp_path / "graph"))
    other.update("INSERT DATA { <a:a> <a:b> <a:c> }")
    other.flush()
    del other
    with pytest.raises(StoreError, match="another program"):
        open_store(str(tmp_path / "graph"))
    assert len(pyoxigraph.Store.read_only(str(tmp_path / "graph"))) == 1


def test_another_format_is_refused_with_a_cure(tmp_path: Path) -> None:
    other = pyoxigraph.Store(str(tmp_path / "graph"))
    mark = "<https://w3id.org/elshi/store>"
    other.update(f"INSERT DATA {{ GRAPH {mark} {{ {mark} <https://w3id.org/elshi/store#format> '0' }} }}")
    other.flush()
    del other
    with pytest.raises(StoreError, match="build it again"):
        open_store(str(tmp_path / "graph"))


def test_an_empty_folder_becomes_a_store(tmp_path: Path) -> None:
    with open_store(str(tmp_path)) as store:
        assert store.write([visit("d1")]) == 1


@pytest.mark.parametrize("how", [{"create": False}, {"read_only": True}])
def test_a_missing_store_is_not_made_where_none_is_wanted(tmp_path: Path, how: dict[str, bool]) -> None:
    with pytest.raises(StoreError, match="there is no store"):
        open_store(str(tmp_path / "graph"), **how)
    assert not (tmp_path / "graph").exists()


def test_a_second_writer_is_told_that_there_is_a_first(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "graph")), pytest.raises(StoreError, match="open for writing in another program"):
        open_store(str(tmp_path / "graph"))


def test_reading_works_beside_a_writer_and_writing_does_not(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "graph")) as writer:
        writer.write([visit("d1")])
        with open_store(str(tmp_path / "graph"), read_only=True) as reader:
            assert list(reader.read()) == [visit("d1")]
            with pytest.raises(StoreError, match="for reading only"):
                reader.write([visit("d2")])
            with pytest.raises(StoreError, match="for reading only"):
                reader.forget("document/d1")
