"""A store as a file of RDF: equal graphs give equal bytes, whatever the order in which they were written.

Formats that end in 12 are RDF 1.2, in which each claim reifies its triple (kg.store.rdf.reifiers). Graphs are written one
after the other, so no more than one lies in memory; N-Quads and Turtle are sorted as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO, cast

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from kg.model.errors import StoreError
from kg.schema.model import schema
from kg.schema.rdf import is_own
from kg.store.base import Store
from kg.store.batches import fill
from kg.store.rdf.oxigraph import MEMORY, RdfStore
from kg.store.rdf.reifiers import reified
from kg.store.rdf.sorted_head import SortedHead

FORMATS = {
    "nquads": RdfFormat.N_QUADS,
    "trig": RdfFormat.TRIG,
    "jsonld": RdfFormat.JSON_LD,
    "turtle": RdfFormat.TURTLE,
    "nquads12": RdfFormat.N_QUADS,
    "trig12": RdfFormat.TRIG,
    "turtle12": RdfFormat.TURTLE,
}
"""Formats by name. Turtle has no graphs: which document says what is then in the claims alone."""

_PREFIXES = ("id", "kg", "kgv", "rdf", "rdfs", "skos", "xsd")


def export(store: Store, output: IO[bytes], form: str = "nquads") -> None:
    """Writes all documents and what is derived from them, each in its graph; Turtle has their union.

    N-Quads come in the order of their bytes, the canonical one. A store that is no embedded RDF is read into memory first.

    Raises StoreError where the format is unknown.
    """
    if form not in FORMATS:
        raise StoreError(f"there is no export format {form}", cure=f"one of {', '.join(FORMATS)}")
    if not isinstance(store, RdfStore):
        with in_memory(store) as copy:
            export(copy, output, form)
        return
    kind, reify = FORMATS[form], form.endswith("12")
    if kind == RdfFormat.N_QUADS:
        output.writelines(sorted(f"{quad} .\n".encode() for quad in _quads(store, reify=reify)))
        return
    prefixes = {name: schema().prefixes[name] for name in _PREFIXES}
    if kind == RdfFormat.TURTLE:
        union = {quad.triple for quad in _quads(store, reify=reify)}
        found: Iterable[Triple] | Iterable[Quad] = sorted(union, key=str)
    else:
        found = _quads(store, reify=reify)
    head = SortedHead(output, 0 if kind == RdfFormat.JSON_LD else len(prefixes))
    serialize(found, cast("IO[bytes]", head), format=kind, prefixes=prefixes)
    head.close()


def _quads(store: RdfStore, *, reify: bool) -> Iterator[Quad]:
    """Graph by graph. The default graph is their union; graphs of other programs, which `kg serve` takes in, are left out."""
    for name in sorted((name for name in store.graph.named_graphs() if is_own(name)), key=str):
        triples = (quad.triple for quad in store.graph.quads_for_pattern(None, None, None, name))
        for triple in sorted(reified(triples) if reify else triples, key=str):
            yield Quad(triple.subject, triple.predicate, triple.object, name)


def in_memory(store: Store) -> RdfStore:
    """A copy of any store as embedded RDF, with what is derived."""
    copy = RdfStore.open(MEMORY)
    fill(copy, store.read())
    return copy
