"""Broken data are caught, one by one, each with document, node and property."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pyshacl
import pytest
import rdflib

from kg.model.facts import Span
from kg.model.graph import Claim, DocumentGraph, Node
from kg.resources import folder
from kg.schema.rdf import triples
from kg.schema.validate import Violation, validate
from kg.store.rdf.oxigraph import RdfStore
from kg.store.rdf.validation import validate_store
from tests.query.conftest import documents
from tests.store.helpers import Paper, visit

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of rdflib, by pyshacl

Change = Callable[[DocumentGraph], DocumentGraph]


def node(key: str, **properties: str | None) -> Change:
    """Gives a node other properties; None takes one away."""

    def change(graph: DocumentGraph) -> DocumentGraph:
        given = [(name, value) for name, value in properties.items() if value is not None]

        def changed(found: Node) -> Node:
            kept = [pair for pair in found.properties if pair[0] not in properties]
            return replace(found, properties=tuple(sorted(kept + given))) if found.id == key else found

        return replace(graph, nodes=tuple(map(changed, graph.nodes)))

    return change


def claim(of: str, /, **fields: Any) -> Change:
    """Changes the first claim of a predicate."""

    def change(graph: DocumentGraph) -> DocumentGraph:
        first = next(found for found in graph.claims if found.predicate == of)
        return replace(graph, claims=tuple(replace(found, **fields) if found is first else found for found in graph.claims))

    return change


def without(key: str) -> Change:
    return lambda graph: replace(graph, nodes=tuple(found for found in graph.nodes if found.id != key))


def without_claims(predicate: str) -> Change:
    return lambda graph: replace(graph, claims=tuple(found for found in graph.claims if found.predicate != predicate))


def also(*found: Node | Claim) -> Change:
    def change(graph: DocumentGraph) -> DocumentGraph:
        nodes = tuple(one for one in found if isinstance(one, Node))
        return replace(
            graph, nodes=graph.nodes + nodes, claims=graph.claims + tuple(one for one in found if isinstance(one, Claim))
        )

    return change


def mention(**properties: str | None) -> Change:
    return lambda graph: node(next(n.id for n in graph.nodes if n.kind == "Mention"), **properties)(graph)


KING = Node("participation/1", "Participation", (("actor", "person/tokaev"), ("meeting", "meeting/m1"), ("part", "king")))
NO_OFFICE = Node("tenure/1", "Tenure", (("person", "person/tokaev"),))
KIND = Claim("claim/k", "meeting/m1", "kind", "visit", True, "r", 1.0)
BROKEN: list[tuple[str, Change, str | None, str]] = [
    ("a meeting of unknown kind", claim("kind", object="party"), "kind", "one of MeetingKind"),
    ("a meeting of the kind of an agreement", claim("kind", object="treaty"), "kind", "one of MeetingKind"),
    ("a meeting of two kinds", also(KIND), "kind", "at most one"),
    ("a meeting of no kind", without_claims("kind"), "^subject", "a claim of its kind"),
    ("a status of no meeting", claim("status", object="signed"), "status", "one of MeetingStatus"),
    ("a date that is none", claim("date", object="2025-02-30"), "date", "ISO 8601"),
    ("a date in words", claim("date", object="ертең"), "date", "ISO 8601"),
    ("a node as a date", claim("date", object="place/x", literal=False), "date", "ISO 8601"),
    ("a participant that is a place", claim("participant", object="place/астана"), "participant", "Country or"),
    ("a participant that is text", claim("participant", object="Тоқаев", literal=True), "participant", "Country or"),
    ("a participant that the document lacks", claim("participant", object="person/x"), "participant", "of the same document"),
    ("a place that is a person", claim("place", object="person/tokaev"), "place", "a Place"),
    ("an office held by a country", claim("holds", subject="country/KZ"), "holds", "does not know this property"),
    ("an office that is a person", claim("holds", object="person/tokaev"), "holds", "a Post"),
    ("a predicate that claims may not have", claim("place", predicate="body"), "predicate", "allows in claims"),
    ("a denied participant that is a place", claim("participant", object="place/астана", negated=True), None, "of participant"),
    ("confidence above one", claim("kind", confidence=1.01), "confidence", "a double from 0"),
    ("confidence below nought", claim("kind", confidence=-0.01), "confidence", "a double from 0"),
    ("no rule", claim("kind", rule=""), "rule", "text"),
    ("evidence that ends where it starts", claim("kind", evidence=Span(5, 5)), "start", "must start before it ends"),
    ("evidence before the text", claim("kind", evidence=Span(-1, 5)), "start", "from 0"),
    ("a claim of a status that there is none of", claim("kind", status="maybe"), "status", "the status of an event"),
    ("a claim of a time that is none", claim("kind", valid="soon"), "valid", "ISO 8601"),
    ("a person without a name", node("person/tokaev", name=None), "name", "one text"),
    ("a person with an empty name", node("person/tokaev", name=""), "name", "one text"),
    ("a country whose code is none", node("country/KZ", iso="Kazakhstan"), "iso", "^[A-Z]{2}$"),
    ("a Wikidata item that is none", node("country/KZ", wikidata="232"), "wikidata", "^Q[1-9][0-9]*$"),
    ("an office of a person", node("post/country~KZ/президент", body="person/tokaev"), "body", "Country or Organization"),
    ("an office without a title", node("post/country~KZ/президент", title=None), "title", "exactly one"),
    ("a document without a date that is one", node("document/d1", date="2025-11-31"), "date", "ISO 8601"),
    ("a document in a language without a code", node("document/d1", lang="Kazakh"), "lang", "^[a-z]{2,3}$"),
    ("a document with half a hash", node("document/d1", sha256="00ff"), "sha256", "64"),
    ("a mention that ends before it starts", mention(start="9", end="3"), "start", "must start before it ends"),
    ("a mention at no offset", mention(start="first"), "start", "an integer from 0"),
    ("a mention of nobody", mention(actor=None), "actor", "exactly one"),
    ("a mention without an end", mention(end=None), "end", "exactly one"),
    ("a node of an unknown class", also(Node("x/1", "Planet")), "rdf:type", "one class of the vocabulary"),
    ("a property that the vocabulary lacks", node("person/tokaev", height="180"), "kg:x.height", "does not know this property"),
    ("a property of another class", node("person/tokaev", iso="KZ"), "iso", "does not know this property"),
    ("a part that is none", also(KING), "part", "one of Part"),
    ("a tenure without an office", also(NO_OFFICE), "post", "exactly one"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "change", "path", "message"), BROKEN, ids=[what for what, *_ in BROKEN])
def test_broken_data_are_caught(what: str, change: Change, path: str | None, message: str) -> None:
    found = validate([change(visit("d1"))])
    assert any(one.path == path and message in one.message and one.document == "document/d1" for one in found), found


@pytest.mark.parametrize(("what", "change"), [(what, change) for what, change, *_ in BROKEN], ids=[what for what, *_ in BROKEN])
def test_the_referee_finds_the_same_data_broken(what: str, change: Change) -> None:
    assert not referee(change(visit("d1"))), what


def referee(graph: DocumentGraph) -> bool:
    """Whether pyshacl, another implementation of SHACL, finds the graph sound."""
    data = rdflib.Graph().parse(data="".join(f"{triple} .\n" for triple in triples(graph)), format="nt")
    conforms, _, _ = pyshacl.validate(data, shacl_graph=str(folder("schemas") / "generated" / "shapes.ttl"), advanced=False)
    return bool(conforms)


@pytest.mark.parametrize("graph", documents(), ids=lambda graph: graph.document)
def test_sound_documents_pass_both(graph: DocumentGraph) -> None:
    assert validate([graph]) == ()
    assert referee(graph)


def test_the_shapes_are_themselves_sound_shacl() -> None:
    shapes = str(folder("schemas") / "generated" / "shapes.ttl")
    assert pyshacl.validate(rdflib.Graph(), shacl_graph=shapes, meta_shacl=True)[0]


def test_a_denied_meeting_and_one_without_evidence_are_sound() -> None:
    paper = Paper("d1")
    paper.meeting("m1", paper.country("KZ"), paper.country("CN"), date="2025", negated=True)
    graph = paper.graph()
    assert validate([graph]) == ()
    assert validate([replace(graph, claims=tuple(replace(one, evidence=None, quote=None) for one in graph.claims))]) == ()


def test_an_agreement_may_be_signed_and_ratified_in_one_document() -> None:
    paper = Paper("d1")
    for status, date in (("signed", "2025-01"), ("ratified", "2025-06")):
        paper.agreement("g1", "Келісім", paper.country("KZ"), paper.country("CN"), status=status, date=date)
    assert validate([paper.graph()]) == ()


def test_without_the_document_itself_its_graph_is_broken() -> None:
    messages = {one.message for one in validate([without("document/d1")(visit("d1"))])}
    assert "the document itself must be among its nodes" in messages


def test_what_cannot_be_written_as_rdf_is_a_violation_too() -> None:
    found = validate([visit("d1"), DocumentGraph("document/d2", "f", (Node("a b", "Person"),), ())])
    assert [(one.document, one.path) for one in found] == [("document/d2", None)]


def test_each_document_is_judged_by_itself_and_named() -> None:
    broken = claim("kind", object="party")(visit("d2"))
    found = validate([visit("d1"), broken])
    assert {one.document for one in found} == {"document/d2"}
    assert Violation("document/d2", "meeting/m1", "kind", "meeting, kind: at most one, one of MeetingKind") in found


def test_a_whole_store_is_validated_with_what_is_derived() -> None:
    with RdfStore.open("memory:") as store:
        store.write([visit("d1"), claim("kind", object="party")(visit("d2"))])
        assert {one.document for one in validate_store(store)} == {"document/d2"}
        store.forget("document/d2")
        assert validate_store(store) == ()
        derived = "<https://w3id.org/elshi/derived>"
        count = "{ ?contact <https://w3id.org/elshi/ns#count> ?n }"
        store.graph.update(f"WITH {derived} DELETE {count} WHERE {count}")
        assert {(one.document, one.path) for one in validate_store(store)} == {("derived", "count")}
