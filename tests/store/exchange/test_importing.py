"""What kg export wrote comes back without loss; whatever else is refused with file, line and cure."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.model.errors import ElshiError, SchemaError, StoreError
from kg.model.graph import DocumentGraph
from kg.store import open_store
from kg.store.exchange.formats import export
from kg.store.exchange.importing import format_of, imported
from tests.store.exchange.helpers import papers

FORMS = ("nquads", "trig", "jsonld", "nquads12", "trig12")


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str], Path]:
    def make(form: str) -> Path:
        path = tmp_path / f"graph.{form.removesuffix('12')}"
        with open_store("memory:") as store, path.open("wb") as out:
            store.write(papers())
            export(store, out, form)
        return path

    return make


def read(path: Path, form: str = "") -> list[DocumentGraph]:
    with imported(path, form or format_of(path), "graph") as found:
        return list(found)


@pytest.mark.parametrize("form", FORMS)
def test_every_format_with_graphs_comes_back_without_loss(file: Callable[[str], Path], form: str) -> None:
    assert read(file(form)) == papers()


def refused(path: Path, kind: type[ElshiError] = StoreError) -> ElshiError:
    with pytest.raises(kind) as caught:
        read(path)
    assert caught.value.file == "graph"
    assert caught.value.cure
    return caught.value


def changed(path: Path, old: str, new: str) -> int:
    """Changes the first occurrence, and says in which line that is."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


@pytest.mark.parametrize("form", ["nquads", "trig"])
def test_a_malformed_file_is_refused_with_its_line(file: Callable[[str], Path], form: str) -> None:
    path = file(form)
    line = changed(path, '"Франция"', '"Франция')
    assert refused(path).line == line


def test_a_statement_outside_of_any_graph_is_refused_with_its_line(file: Callable[[str], Path]) -> None:
    path = file("nquads")
    lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    path.write_text(
        "\n".join([*lines, "<http://example.org/a> <http://example.org/b> <http://example.org/c> ."]), encoding="utf-8"
    )
    error = refused(path)
    assert "outside of any graph" in error.message
    assert error.line == len(lines) + 1


@pytest.mark.parametrize(
    ("graph", "subject", "said"),
    [
        ("http://example.org/g", "http://example.org/a", "no document of Elshi"),
        ("https://w3id.org/elshi/id/document/new", "http://example.org/a", "no document of Elshi"),
        ("https://w3id.org/elshi/id/document/d1", "http://example.org/a", "that Elshi did not write"),
        ("https://w3id.org/elshi/id/document/d1", "_:blank", "a blank node"),
    ],
)
def test_foreign_statements_are_refused_with_their_line(file: Callable[[str], Path], graph: str, subject: str, said: str) -> None:
    path = file("nquads")
    lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    about = subject if subject.startswith("_") else f"<{subject}>"
    path.write_text("\n".join([*lines, f'{about} <http://example.org/b> "c" <{graph}> .']), encoding="utf-8")
    error = refused(path)
    assert said in error.message
    assert error.line == len(lines) + 1


def test_a_claim_that_lacks_a_part_is_refused_with_its_line(file: Callable[[str], Path]) -> None:
    path = file("nquads")
    text = path.read_text(encoding="utf-8")
    gone = re.search(r"<[^>]*/claim/[^>]*> <[^>]*#confidence> .*\n", text)
    assert gone
    path.write_text(text.replace(gone[0], ""), encoding="utf-8")
    error = refused(path)
    assert "is not whole" in error.message


def test_a_contribution_that_breaks_the_vocabulary_is_refused_with_its_line(file: Callable[[str], Path]) -> None:
    path = file("trig")
    changed(path, '"FR"', '"France"')
    error = refused(path, SchemaError)
    assert "document/d2 breaks the vocabulary" in error.message
    line = path.read_text(encoding="utf-8").split("\n")[(error.line or 0) - 1]
    assert "country" in line


@pytest.mark.parametrize(
    ("name", "said"), [("a.ttl", "Turtle"), ("a.nt", "Turtle"), ("a.csv", "the suffix .csv"), ("a", "(none)")]
)
def test_files_of_other_kinds_are_refused(name: str, said: str) -> None:
    with pytest.raises(StoreError) as caught:
        format_of(Path(name))
    assert said in caught.value.message
    assert "--format" in (caught.value.cure or "")


def test_a_file_that_is_not_there_is_explained(tmp_path: Path) -> None:
    assert "cannot be read" in refused(tmp_path / "nothing.nq").message


def test_a_context_on_the_network_is_not_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonld"
    path.write_text('{"@context": "https://schema.org/", "@id": "https://w3id.org/elshi/id/a"}', encoding="utf-8")
    assert "not jsonld" in refused(path).message


def test_an_empty_file_holds_no_documents(tmp_path: Path) -> None:
    path = tmp_path / "a.nq"
    path.write_text("", encoding="utf-8")
    assert read(path) == []
