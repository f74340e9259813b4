"""docs/export.md says what there is."""

from __future__ import annotations

import re
from pathlib import Path

from pyoxigraph import RdfFormat, parse

from kg.schema.model import schema
from kg.store import open_store
from kg.store.exchange.formats import FILES, FOLDERS, export
from tests.store.exchange.helpers import papers

PAGE = (Path(__file__).parents[3] / "docs" / "export.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert found
    return found[1]


def test_the_page_names_every_format() -> None:
    named = {
        name for line in PAGE.splitlines() if line.startswith("| `") for name in re.findall(r"`([\w-]+)`", line.split("|")[1])
    }
    assert named == {*FILES, *FOLDERS}


def test_the_program_of_the_page_finds_who_met(workplace: Path) -> None:
    with open_store("memory:") as store, Path("graph.graphml").open("wb") as out:
        store.write(papers())
        export(store, out, "graphml")
    names: dict[str, object] = {}
    exec(block("python"), names)
    assert ("person:mirziyoev", "person:tokaev", 1) in names["met"]  # type: ignore[operator]


def test_the_example_of_rdf_1_2_is_rdf_1_2() -> None:
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in schema().prefixes.items())
    assert len(list(parse(prefixes + block("turtle"), format=RdfFormat.TURTLE))) == 5
