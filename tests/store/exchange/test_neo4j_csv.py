"""The folder for neo4j-admin: what stands in it, and what a real Neo4j holds once it was imported."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from kg.model.errors import StoreError
from kg.model.graph import DocumentGraph
from kg.store import open_store
from kg.store.exchange import neo4j_csv
from kg.store.exchange.neo4j_csv import cell, write_neo4j_csv
from tests.servers import Server, neo4j_server
from tests.store.exchange.helpers import HOSTILE, papers
from tests.store.exchange.neo4j import admin_import, contents
from tests.store.helpers import Paper


def exported(into: Path, graphs: list[DocumentGraph]) -> dict[str, bytes]:
    into.mkdir()
    with open_store("memory:") as store:
        for graph in graphs:
            store.write([graph])
        write_neo4j_csv(store, into)
    return {path.name: path.read_bytes() for path in into.iterdir()}


def rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_equal_graphs_give_equal_bytes_whatever_the_order_of_writing(tmp_path: Path) -> None:
    assert exported(tmp_path / "a", papers()) == exported(tmp_path / "b", papers()[::-1])


def test_columns_are_typed_and_lists_are_joined(tmp_path: Path) -> None:
    exported(tmp_path / "a", papers())
    country = next(row for row in rows(tmp_path / "a" / "nodes-Actor-Country-Entity.csv") if row["id:ID"] == "country/KZ")
    assert country[":LABEL"].split("\x1f") == ["Actor", "Country", "Entity"]
    assert country["alias:string[]"].split("\x1f") == ["ҚР", "Қазақстан Республикасы"]
    assert country["documents:long"] == "3"
    meeting = next(row for row in rows(tmp_path / "a" / "nodes-Entity-Meeting.csv") if row["id:ID"] == "meeting/m2")
    assert (meeting["date:string"], meeting["date_day:date"]) == ("2025-12", "2025-12-01")
    assert meeting["label:string"] == HOSTILE
    claim = rows(tmp_path / "a" / "nodes-Claim-Entity.csv")[0]
    assert (claim["confidence:double"], claim["negated:boolean"]) == ("0.9", "false")


def test_a_property_of_several_types_makes_several_files(tmp_path: Path) -> None:
    paper = Paper("d1")
    actor = paper.country("KZ")
    for start in ("1", "first"):
        paper.node(f"mention/{start}", "Mention", document=paper.id, actor=actor, start=start, end="3", quote="x")
    files = exported(tmp_path / "a", [paper.graph()])
    assert b"start:long" in files["nodes-Entity-Mention.csv"]
    assert b"start:string" in files["nodes-Entity-Mention-2.csv"]


def test_lists_are_joined_by_what_no_text_holds(tmp_path: Path) -> None:
    paper = Paper("d1")
    paper.node("person/a", "Person", name="А", alias=("x\x1fy", "z;w"))
    files = exported(tmp_path / "a", [paper.graph()])
    assert b"--array-delimiter=U+001E" in files["README.md"]
    assert rows(tmp_path / "a" / "nodes-Actor-Entity-Person.csv")[0]["alias:string[]"].split("\x1e") == ["x\x1fy", "z;w"]


def test_where_every_character_is_taken_the_graph_is_refused(tmp_path: Path) -> None:
    paper = Paper("d1")
    paper.node("person/a", "Person", name=neo4j_csv._DELIMITERS)
    with pytest.raises(StoreError, match="every control character"):
        exported(tmp_path / "a", [paper.graph()])


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""), ("", '""'), ('a"b', '"a""b"'), (True, "true"), (-3, "-3"), (0.5, "0.5"), (["a", "b"], '"a;b"'),
        (b"\x00\x7f\x80\xff", '"0;127;-128;-1"'), ("=1\n2", '"=1\n2"'),
    ],
)  # fmt: skip
def test_cells(value: Any, written: str) -> None:
    assert cell(value, ";") == written


def test_neo4j_holds_after_the_import_what_its_store_would_hold(tmp_path: Path, neo4j: Server) -> None:
    with open_store(neo4j.uri) as store:
        store.write(papers())
    written = contents(neo4j)
    exported(tmp_path / "csv", papers())
    told = admin_import(tmp_path / "csv", tmp_path / "home")
    assert f"{len(written[0])} nodes" in told
    assert f"{len(written[1])} relationships" in told
    with neo4j_server(tmp_path / "home") as server:
        assert contents(server) == written
        with open_store(server.uri, create=False) as store:
            assert list(store.read()) == papers()
