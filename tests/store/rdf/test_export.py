from __future__ import annotations

import json
from io import BytesIO

import pytest
import rdflib
from pyoxigraph import RdfFormat, Store, parse

from kg.model.errors import StoreError
from kg.store.rdf.export import FORMATS, export
from kg.store.rdf.oxigraph import RdfStore
from kg.store.rdf.quads import from_quads
from tests.store.helpers import visit


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


def test_the_prefixes_are_those_of_the_vocabulary() -> None:
    assert b"kg:Meeting" in exported("turtle")


def test_the_mark_of_the_folder_is_not_exported() -> None:
    assert b"store#format" not in exported("nquads")


def test_json_ld_is_json() -> None:
    assert isinstance(json.loads(exported("jsonld")), list)


def test_an_unknown_format_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(StoreError, match="one of nquads, trig, jsonld, turtle"):
        exported("graphml")
