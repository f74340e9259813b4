"""schemas/generated/ is what schemas/diplomacy.yaml says, and says it well."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import jsonschema
import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from kg.model import facts
from kg.resources import folder
from kg.schema import generate
from kg.schema.generate import __main__ as command
from kg.schema.model import schema

KG = rdflib.Namespace("https://w3id.org/elshi/ns#")
SOURCE = folder("schemas") / "diplomacy.yaml"
GENERATED = folder("schemas") / "generated"


def text(name: str) -> str:
    return (GENERATED / name).read_text(encoding="utf-8")


def test_no_generated_file_drifted_from_the_schema() -> None:
    assert {path.name: path.read_text(encoding="utf-8") for path in GENERATED.iterdir()} == generate.generate(SOURCE)


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(folder("schemas"), tmp_path / "schemas")
    monkeypatch.setattr(command, "folder", lambda name: tmp_path / name)
    return tmp_path / "schemas"


def test_check_passes_where_nothing_drifted_and_writes_nothing(copied: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--check"]) == 0
    assert capsys.readouterr().out == ""


def test_check_fails_with_a_diff_where_a_file_drifted(copied: Path, capsys: pytest.CaptureFixture[str]) -> None:
    drifted = (copied / "generated" / "context.jsonld").read_text(encoding="utf-8").replace("skos:altLabel", "skos:other")
    (copied / "generated" / "context.jsonld").write_text(drifted, encoding="utf-8")
    assert command.main(["--check"]) == 1
    told = capsys.readouterr().out
    assert "--- schemas/generated/context.jsonld" in told
    assert '+      "@id": "skos:altLabel"' in told
    assert "skos:other" in (copied / "generated" / "context.jsonld").read_text(encoding="utf-8")


def test_generating_mends_what_drifted_and_makes_what_is_missing(copied: Path) -> None:
    shutil.rmtree(copied / "generated")
    assert command.main([]) == 0
    assert command.main(["--check"]) == 0


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    return rdflib.Graph().parse(data=text("ontology.ttl"), format="turtle")


def test_every_class_property_and_concept_is_labelled_in_three_languages(ontology: rdflib.Graph) -> None:
    kinds = {
        OWL.Class: RDFS.label,
        OWL.ObjectProperty: RDFS.label,
        OWL.DatatypeProperty: RDFS.label,
        SKOS.Concept: SKOS.prefLabel,
    }
    seen = 0
    for kind, label in kinds.items():
        for subject in ontology.subjects(RDF.type, kind):
            seen += 1
            assert {found.language for found in ontology.objects(subject, label)} == {"kk", "ru", "en"}, subject
    assert seen > 80


def test_every_class_is_described_and_rests_on_another_vocabulary(ontology: rdflib.Graph) -> None:
    for name, kind in schema().classes.items():
        about = rdflib.URIRef(kind.iri)
        assert {found.language for found in ontology.objects(about, RDFS.comment)} == {"kk", "ru", "en"}, name
        matches = [*ontology.objects(about, SKOS.exactMatch), *ontology.objects(about, SKOS.closeMatch)]
        matches += ontology.objects(about, SKOS.broadMatch)
        assert matches or name == "Contact", name


@pytest.mark.parametrize(
    ("enum", "values"),
    [
        ("MeetingKind", facts.MEETING_TYPES),
        ("MeetingStatus", facts.MEETING_STATUSES),
        ("AgreementKind", facts.AGREEMENT_TYPES),
        ("AgreementStatus", facts.AGREEMENT_STATUSES),
    ],
)
def test_the_concepts_are_the_values_that_stages_hand_on(ontology: rdflib.Graph, enum: str, values: tuple[str, ...]) -> None:
    found = {str(ontology.value(concept, SKOS.notation)) for concept in ontology.subjects(SKOS.inScheme, KG[enum])}
    assert found == set(values) == set(schema().enums[enum])


def test_events_say_their_codes_of_event_data(ontology: rdflib.Graph) -> None:
    assert str(ontology.value(KG.Meeting, KG.plover)) == "CONSULT"
    visit = rdflib.URIRef("https://w3id.org/elshi/vocabulary/meeting-kind/visit")
    assert str(ontology.value(visit, KG.cameo)) == "042"


def test_met_is_symmetric(ontology: rdflib.Graph) -> None:
    assert (KG.met, RDF.type, OWL.SymmetricProperty) in ontology


def test_the_context_reads_plain_json_as_the_vocabulary() -> None:
    data = {
        "@context": json.loads(text("context.jsonld"))["@context"],
        "id": "meeting/m1", "type": "Meeting", "participant": ["person/a", "country/KZ"], "label": "Кездесу",
    }  # fmt: skip
    graph = rdflib.Graph().parse(data=json.dumps(data), format="json-ld")
    meeting = rdflib.URIRef("https://w3id.org/elshi/id/meeting/m1")
    assert (meeting, RDF.type, KG.Meeting) in graph
    assert (meeting, KG.participant, rdflib.URIRef("https://w3id.org/elshi/id/country/KZ")) in graph
    assert (meeting, KG.label, rdflib.Literal("Кездесу", lang="kk")) in graph


def test_constraints_are_statements_of_cypher_one_a_line() -> None:
    lines = [line for line in text("constraints.cypher").splitlines() if not line.startswith("//")]
    assert lines[0] == "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;"
    forms = (
        r"CREATE CONSTRAINT \w+ IF NOT EXISTS FOR \(n:\w+\) REQUIRE n\.\w+ IS UNIQUE;",
        r"CREATE FULLTEXT INDEX \w+ IF NOT EXISTS FOR \(n:\w+\) ON EACH \[n\.\w+(, n\.\w+)*\];",
        r"CREATE INDEX \w+ IF NOT EXISTS FOR \(n:\w+\) ON \(n\.\w+\);",
    )
    assert all(any(re.fullmatch(form, line) for form in forms) for line in lines)


RECORD = {
    "id": "d1", "lang": "kk", "date": "2025-11-25", "title": "Т", "text": "Тоқаев Мирзиёевті қабылдады.",
    "actors": [
        {"id": "a1", "type": "person", "name": "Тоқаев", "aliases": [], "mentions": [[0, 6]], "rule": "r", "confidence": 0.9},
        {"id": "a2", "type": "country", "name": "Қазақстан", "iso": "KZ", "required": False},
    ],
    "roles": [{"person": "a1", "title": "Президент", "of": "a2"}],
    "meetings": [{
        "id": "m1", "type": "reception", "participants": ["a1"], "host": None, "date": "2025-11", "place": None, "status": "held",
        "topics": [], "evidence": "қабылдады", "span": [18, 27], "negated": False,
    }],
    "agreements": [{
        "id": "g1", "type": "other", "name": "Құжат", "aliases": [], "parties": ["a2"], "status": "signed", "date": None,
    }],
}  # fmt: skip


def check(record: dict[str, object]) -> list[str]:
    validator = jsonschema.Draft202012Validator(json.loads(text("record.schema.json")))
    return [error.json_path for error in validator.iter_errors(record)]


def test_the_json_schema_takes_a_record() -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(text("record.schema.json")))
    assert check(RECORD) == []


def test_the_json_schema_takes_the_gold_documents() -> None:
    documents = sorted((Path(__file__).parents[1] / "eval" / "gold").glob("*.json"))
    records = [json.loads(path.read_text(encoding="utf-8")) for path in documents]
    assert {record["id"]: check(record) for record in records if "text" in record and check(record)} == {}


@pytest.mark.parametrize(
    ("part", "change", "where"),
    [
        ("meetings", {"type": "party"}, "$.meetings[0].type"),
        ("meetings", {"status": "signed"}, "$.meetings[0].status"),
        ("meetings", {"date": "25.11.2025"}, "$.meetings[0].date"),
        ("meetings", {"span": [1]}, "$.meetings[0].span"),
        ("agreements", {"type": "visit"}, "$.agreements[0].type"),
        ("actors", {"type": "city"}, "$.actors[0].type"),
        ("actors", {"confidence": 1.5}, "$.actors[0].confidence"),
        ("roles", {"title": ""}, "$.roles[0].title"),
    ],
)
def test_the_json_schema_refuses_what_does_not_fit(part: str, change: dict[str, object], where: str) -> None:
    broken = json.loads(json.dumps(RECORD))
    broken[part][0] |= change
    assert check(broken) == [where]


def test_the_page_names_every_class_slot_and_value_in_three_languages() -> None:
    page = text("vocabulary.md")
    known = schema()
    for kind, names in (("class", known.classes), ("slot", known.slots), ("enum", known.enums)):
        assert set(re.findall(rf'<a id="{kind}-(\w+)"></a>', page)) == set(names)
    for found in (
        *known.classes.values(),
        *known.slots.values(),
        *(one for enum in known.enums.values() for one in enum.values()),
    ):
        for language, label in found.label.items():
            assert label in page, (found, language)


def test_every_link_of_the_page_leads_somewhere_and_every_row_is_as_long_as_its_head() -> None:
    page = text("vocabulary.md")
    assert set(re.findall(r"\(#([\w-]+)\)", page)) <= set(re.findall(r'<a id="([\w-]+)"></a>', page))
    assert all((GENERATED / name).exists() for name in re.findall(r"\]\(([\w.]+)\)", page))
    bars = 0
    for line in page.split("\n"):
        bars = bars or line.count("|")
        assert line.count("|") in {0, bars}, line
        bars = bars if line else 0


def test_the_page_says_what_other_vocabularies_call_it() -> None:
    page = text("vocabulary.md")
    assert "= `sem:Event`, ⊂ `schema:Event`, ⊂ `prov:Activity`; CAMEO 040, PLOVER CONSULT" in page
    assert "= `sem:hasActor`, ≈ `schema:attendee`" in page
