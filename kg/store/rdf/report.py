"""Results of validation as a SHACL validation report in Turtle (SHACL, section 3.6), with the document of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO, cast

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse, serialize

from kg.schema.model import schema
from kg.schema.rdf import DERIVED, TYPE, iri, slot_iri
from kg.schema.validate import Result
from kg.store.rdf.sorted_head import SortedHead

_SH = "http://www.w3.org/ns/shacl#"
_PREFIXES = ("id", "kg", "rdf", "skos", "xsd")
_Node = NamedNode | BlankNode


def write_report(results: Iterable[Result], output: IO[bytes]) -> None:
    """Writes the report; equal results in equal order give equal bytes."""
    prefixes = {"sh": _SH} | {name: schema().prefixes[name] for name in _PREFIXES}
    head = SortedHead(output, len(prefixes))
    serialize(_report(list(results)), cast("IO[bytes]", head), format=RdfFormat.TURTLE, prefixes=prefixes)
    head.close()


def _report(results: list[Result]) -> Iterator[Triple]:
    report = BlankNode("report")
    yield Triple(report, TYPE, _sh("ValidationReport"))
    yield Triple(report, _sh("conforms"), Literal(not results))
    for number, one in enumerate(results, 1):
        node = BlankNode(f"result{number}")
        yield Triple(report, _sh("result"), node)
        yield Triple(node, TYPE, _sh("ValidationResult"))
        yield Triple(node, slot_iri("document"), DERIVED if one.document == "derived" else iri(one.document))
        yield Triple(node, _sh("focusNode"), _term(one.focus))
        if one.path is not None:
            yield from _path(node, one.path, number)
        if one.value is not None:
            yield Triple(node, _sh("value"), _term(one.value))
        yield Triple(node, _sh("resultMessage"), Literal(one.message, language="en"))
        yield Triple(node, _sh("resultSeverity"), NamedNode(one.severity))
        yield Triple(node, _sh("sourceConstraintComponent"), NamedNode(one.component))
        if one.shape is not None:
            yield Triple(node, _sh("sourceShape"), _term(one.shape))


def _path(node: _Node, path: str, number: int) -> Iterator[Triple]:
    if not path.startswith("^"):
        yield Triple(node, _sh("resultPath"), _term(path))
        return
    inverse = BlankNode(f"path{number}")
    yield Triple(node, _sh("resultPath"), inverse)
    yield Triple(inverse, _sh("inversePath"), _term(path[1:]))


def _term(written: str) -> NamedNode | BlankNode | Literal:
    """A term from what N-Triples write."""
    triple = next(iter(parse(f"<x:a> <x:b> {written} .", format=RdfFormat.N_TRIPLES)))
    return cast("NamedNode | BlankNode | Literal", triple.object)


def _sh(name: str) -> NamedNode:
    return NamedNode(_SH + name)
