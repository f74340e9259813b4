"""docs/rdflib.md says what works: its program runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from oxrdflib import OxigraphStore
from rdflib import RDF, Dataset, Graph, Literal, URIRef
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from kg.store import open_store
from tests.store.helpers import visit

PAGE = Path(__file__).parents[3] / "docs" / "rdflib.md"


@pytest.fixture
def built(workplace: Path) -> None:
    with open_store("graph/") as store:
        store.write([visit("d1"), visit("d2", meeting="m2", date="2025-12")])


def test_the_program_of_the_page_runs(built: None, capsys: pytest.CaptureFixture[str]) -> None:
    found = re.search(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    exec(compile(found[1], str(PAGE), "exec"), {})
    assert capsys.readouterr().out.splitlines() == [
        "meeting/m1 2025-11-25",
        "meeting/m2 2025-12",
        "Шавкат Мирзиёев 2",
        "Қасым-Жомарт Тоқаев 2",
        "document/d1 9 claims",
        "document/d2 9 claims",
    ]


def test_nothing_can_be_changed_through_a_store_open_for_reading(built: None) -> None:
    with open_store("graph/", create=False, read_only=True) as store:
        union = Graph(OxigraphStore(store=store.graph), identifier=DATASET_DEFAULT_GRAPH_ID)  # type: ignore[attr-defined]
        with pytest.raises(RuntimeError):
            union.add((URIRef("http://example.org/a"), RDF.value, Literal("x")))


def test_rdflib_reads_what_the_plain_export_writes(built: None, workplace: Path) -> None:
    from click.testing import CliRunner

    from kg.cli import main

    counts = set()
    for form in ("trig", "nquads"):
        assert CliRunner().invoke(main, ["export", "--format", form, "--out", f"out.{form}"]).exit_code == 0
        counts.add(len(list(Dataset().parse(f"out.{form}", format=form).quads())))
    assert len(counts) == 1
    assert counts.pop() > 100
