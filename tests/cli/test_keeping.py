"""Commands that keep a store: export, forget, validate."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest

from kg.cli.export import command
from kg.store import open_store
from kg.store.exchange.formats import FILES, FOLDERS

ALL = "SELECT (COUNT(*) AS ?count) WHERE { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"


@pytest.mark.parametrize(
    ("form", "kind"), [("trig", ox.RdfFormat.TRIG), ("nquads", ox.RdfFormat.N_QUADS), ("jsonld", ox.RdfFormat.JSON_LD)]
)
def test_every_format_holds_the_same_graph(built, form, kind):
    built("export", "--format", form, "--out", "out")
    store = ox.Store()
    store.load(Path("out").read_bytes(), format=kind)
    reference = ox.Store()
    reference.load(built("export", "--format", "nquads").stdout_bytes, format=ox.RdfFormat.N_QUADS)
    assert set(store) == set(reference)
    assert len(store) > 100


def test_turtle_is_printed(built):
    text = built("export", "--format", "turtle").stdout
    assert "Қасым-Жомарт Тоқаев" in text
    store = ox.Store()
    store.load(text.encode(), format=ox.RdfFormat.TURTLE)
    assert len(store) > 100


def test_every_format_of_the_library_is_one_of_the_command():
    assert set(command.params[1].type.choices) == {*FILES, *FOLDERS}


def test_a_folder_is_made_with_the_command_to_import_it(built):
    built("export", "--format", "neo4j-csv", "--out", "csv/")
    assert "neo4j-admin database import full neo4j" in Path("csv/README.md").read_text(encoding="utf-8")
    assert [path.name for path in Path().glob("csv*")] == ["csv"]


def test_a_folder_that_holds_something_is_left_as_it_is(built):
    Path("csv").mkdir()
    Path("csv/own.txt").touch()
    assert "is there already" in built("export", "--format", "neo4j-csv", "--out", "csv", code=2).stderr
    assert [path.name for path in Path("csv").iterdir()] == ["own.txt"]
    assert not Path("csv.part").exists()


def test_a_folder_cannot_be_printed(built):
    assert "name it with --out" in built("export", "--format", "neo4j-csv", code=2).stderr


def test_a_network_is_printed(built):
    found = nx.read_graphml(BytesIO(built("export", "--format", "graphml").stdout_bytes))
    assert found.nodes["country:KZ"]["label"] == "Қазақстан"


def test_an_export_that_cannot_be_written_is_explained(built):
    assert "cannot be written" in built("export", "--out", "no/folder", code=2).stderr


@pytest.mark.parametrize("name", ["2", "document/2", "https://w3id.org/elshi/id/document/2"])
def test_a_forgotten_document_takes_exactly_its_own_claims_with_it(built, record, write, name):
    assert built("forget", name).stdout == ""
    built("build", str(write("in/a.jsonl", record("1"), record("3", "Ильхам Әлиев", "2024-03-04"))), "--store", "fresh")
    assert built("export", "--format", "nquads").stdout == built("export", "--format", "nquads", "--store", "fresh").stdout


def test_a_document_is_forgotten_by_its_path(kg, workplace):
    Path("in").mkdir()
    Path("in/жаңалық.txt").write_text("Тоқаев келді.\nОл қонақтарды қабылдады.", encoding="utf-8")
    kg("build", "in")
    kg("forget", "in/жаңалық.txt")
    with open_store("graph", create=False, read_only=True) as store:
        assert store.fingerprints() == {}


def test_of_several_documents_none_is_forgotten_where_one_is_unknown(built):
    assert "no document 9" in built("forget", "1", "9", code=2).stderr
    with open_store("graph", create=False, read_only=True) as store:
        assert len(store.fingerprints()) == 3


def test_forgetting_needs_a_store(kg, workplace):
    assert "there is no store" in kg("forget", "1", "--store", "nowhere", code=2).stderr
    assert not Path("nowhere").exists()


def test_a_sound_graph_is_said_to_be_sound(built):
    result = built("validate")
    assert (result.stdout, result.stderr) == ("", "0 faults in 3 documents\n")
    assert json.loads(built("validate", "--format", "json").stdout) == []
    assert "sh:conforms true" in built("validate", "--format", "turtle").stdout


def test_a_fault_is_shown_and_exits_with_one(built):
    store = ox.Store("graph")
    document = ox.NamedNode("https://w3id.org/elshi/id/document/1")
    country = ox.NamedNode("https://w3id.org/elshi/id/country/KZ")
    store.add(ox.Quad(country, ox.NamedNode("https://w3id.org/elshi/ns#iso"), ox.Literal("Kazakhstan"), document))
    store.flush()
    del store
    result = built("validate", "--format", "json", code=1)
    assert {(row["document"], row["node"], row["property"]) for row in json.loads(result.stdout)} >= {
        ("document/1", "country/KZ", "iso")
    }
