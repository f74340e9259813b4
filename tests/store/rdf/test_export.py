from __future__ import annotations

import json
from collections.abc import Iterator
from io import BytesIO
from typing import cast

import pytest
import rdflib
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse

from kg.model.errors import StoreError
from kg.model.graph import DocumentGraph
from kg.schema.rdf import ID, NS, RDF, iri, slot_iri
from kg.store.rdf.export import FORMATS, export
from kg.store.rdf.oxigraph import RdfStore
from kg.store.rdf.quads import from_quads
from kg.store.rdf.reifiers import REIFIES, plain_quads
from kg.store.rdf.sorted_head import SortedHead
from tests.store.helpers import Paper, visit


def exported(form: str, *, backwards: bool = False) -> bytes:
    graphs = [visit("d1"), visit("d2", meeting="m2")]
    with RdfStore.open("memory:") as store:
        for graph in reversed(graphs) if backwards else graphs:
            store.write([graph])
        out = BytesIO()
        export(store, out, form)
        return out.getvalue()


@pytest.mark.parametrize("form", FORMATS)
def test_equal_graphs_give_equal_bytes_whatever_the_order_of_writing(form: str) -> None:
    assert exported(form) == exported(form, backwards=True)


def test_n_quads_are_sorted_by_bytes_and_each_stands_once() -> None:
    lines = exported("nquads").splitlines()
    assert lines == sorted(set(lines))


@pytest.mark.parametrize("form", ["nquads", "trig", "jsonld"])
def test_what_is_exported_with_graphs_holds_every_document(form: str) -> None:
    loaded = Store()
    loaded.extend(parse(exported(form), format=FORMATS[form]))
    for key, graph in (("d1", visit("d1")), ("d2", visit("d2", meeting="m2"))):
        name = next(name for name in loaded.named_graphs() if str(name).endswith(f"/{key}>"))
        assert from_quads(f"document/{key}", loaded.quads_for_pattern(None, None, None, name)) == graph


def test_turtle_is_the_union_and_rdflib_reads_it() -> None:
    union = rdflib.Graph().parse(data=exported("turtle"), format="turtle")
    quads = list(parse(exported("nquads"), format=RdfFormat.N_QUADS))
    assert len(union) == len({quad.triple for quad in quads})


@pytest.mark.parametrize("form", ["nquads", "trig"])
def test_rdf_1_2_says_with_reifiers_exactly_what_the_plain_export_says(form: str) -> None:
    reified = list(parse(exported(f"{form}12"), format=FORMATS[form]))
    plain = list(parse(exported(form), format=FORMATS[form]))
    assert set(plain_quads(reified)) == set(plain)
    assert len(reified) < len(plain)


def test_turtle_1_2_says_with_reifiers_exactly_what_turtle_says() -> None:
    reified, plain = (set(parse(exported(form), format=RdfFormat.TURTLE)) for form in ("turtle12", "turtle"))
    assert set(plain_quads(reified)) == plain


def test_what_a_document_denies_is_reified_and_not_asserted() -> None:
    paper = Paper("d1")
    claim = paper.claim(paper.meeting("m1"), "host", paper.country("KZ"), negated=True)
    with RdfStore.open("memory:") as store:
        store.write([paper.graph()])
        out = BytesIO()
        export(store, out, "trig12")
    loaded = Store()
    loaded.load(out.getvalue(), format=RdfFormat.TRIG)
    ask = "PREFIX rdf: <%s> PREFIX kg: <%s> PREFIX id: <%s> ASK { GRAPH ?g { %s } }"
    reifies = f"<{iri(claim).value}> rdf:reifies <<( id:meeting\\/m1 kg:host id:country\\/KZ )>> ; kg:negated true"
    assert loaded.query(ask % (RDF, NS, ID, reifies))
    assert not loaded.query(ask % (RDF, NS, ID, "id:meeting\\/m1 kg:host id:country\\/KZ"))


@pytest.mark.parametrize(
    "quad",
    [
        Quad(iri("a"), slot_iri("label"), Triple(iri("a"), slot_iri("label"), Literal("x"))),
        Quad(iri("a"), REIFIES, Triple(iri("a"), REIFIES, Triple(iri("a"), slot_iri("label"), Literal("x")))),
    ],
)
def test_triple_terms_elsewhere_are_foreign(quad: Quad) -> None:
    with pytest.raises(StoreError, match="did not write"):
        list(plain_quads([quad]))


@pytest.mark.parametrize("form", FORMATS)
def test_a_store_of_another_kind_gives_the_same_file(form: str) -> None:
    class Other:
        def read(self) -> Iterator[DocumentGraph]:
            yield from [visit("d2", meeting="m2"), visit("d1")]

    out = BytesIO()
    export(cast("RdfStore", Other()), out, form)
    assert out.getvalue() == exported(form)


@pytest.mark.parametrize("form", FORMATS)
def test_graphs_of_other_programs_in_the_store_are_not_exported(form: str) -> None:
    with RdfStore.open("memory:") as store:
        store.write([visit("d1"), visit("d2", meeting="m2")])
        foreign = NamedNode("http://example.org/a")
        store.graph.extend(
            [Quad(foreign, foreign, Literal("x"), foreign), Quad(foreign, foreign, BlankNode("x"), BlankNode("g"))]
        )
        store.graph.add(Quad(foreign, foreign, BlankNode("x"), DefaultGraph()))
        out = BytesIO()
        export(store, out, form)
    assert out.getvalue() == exported(form)


def test_the_prefixes_are_those_of_the_vocabulary() -> None:
    assert b"kg:Meeting" in exported("turtle")


def test_the_mark_of_the_folder_is_not_exported() -> None:
    assert b"store#format" not in exported("nquads")


def test_json_ld_is_json() -> None:
    assert isinstance(json.loads(exported("jsonld")), list)


def test_what_is_no_head_passes_at_once() -> None:
    out = BytesIO()
    head = SortedHead(out, 2)
    head.write(b"@prefix b: <b>")
    assert out.getvalue() == b""
    head.write(b" .\n@prefix a: <a> .\nx")
    assert out.getvalue() == b"@prefix a: <a> .\n@prefix b: <b> .\nx"
    head.write(b"y")
    head.close()
    assert out.getvalue().endswith(b"xy")
    SortedHead(out, 0).write(b"z")
    assert out.getvalue().endswith(b"xyz")


def test_an_unknown_format_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(StoreError, match="one of nquads, trig, jsonld, turtle"):
        exported("graphml")
