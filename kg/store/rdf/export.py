"""A store as a file of RDF: equal graphs give equal bytes, whatever the order in which they were written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from pyoxigraph import DefaultGraph, Quad, RdfFormat, Triple, serialize

from kg.model.errors import StoreError
from kg.schema.model import schema
from kg.store.rdf.folder import MARKER
from kg.store.rdf.oxigraph import RdfStore

FORMATS = {
    "nquads": RdfFormat.N_QUADS,
    "trig": RdfFormat.TRIG,
    "jsonld": RdfFormat.JSON_LD,
    "turtle": RdfFormat.TURTLE,
}
"""Formats by name. Turtle has no graphs: which document says what is then in the claims alone."""

_PREFIXES = ("id", "kg", "kgv", "rdf", "rdfs", "skos", "xsd")


def export(store: RdfStore, output: IO[bytes], form: str = "nquads") -> None:
    """Writes all documents and what is derived from them, each in its graph; Turtle has their union.

    N-Quads come in the order of their bytes, the canonical one.

    Raises StoreError where the format is unknown.
    """
    if form not in FORMATS:
        raise StoreError(f"there is no export format {form}", cure=f"one of {', '.join(FORMATS)}")
    if form == "nquads":
        output.writelines(sorted(f"{quad} .\n".encode() for quad in _quads(store)))
        return
    prefixes = {name: schema().prefixes[name] for name in _PREFIXES}
    if form == "turtle":
        union = store.graph.quads_for_pattern(None, None, None, DefaultGraph())
        ordered: list[Triple] | list[Quad] = sorted((quad.triple for quad in union), key=str)
    else:
        ordered = sorted(_quads(store), key=lambda quad: (str(quad.graph_name), str(quad.triple)))
    written = serialize(ordered, format=FORMATS[form], prefixes=prefixes) or b""
    lines = written.splitlines(keepends=True)
    head = sum(line.startswith(b"@prefix ") for line in lines[: len(prefixes)])  # pyoxigraph gives them in no fixed order
    output.writelines(sorted(lines[:head]))
    output.writelines(lines[head:])


def _quads(store: RdfStore) -> Iterator[Quad]:
    for quad in store.graph.quads_for_pattern(None, None, None, None):
        if quad.graph_name not in {MARKER.graph_name, DefaultGraph()}:  # the default graph is the union of the others
            yield quad
