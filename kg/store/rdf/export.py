"""A store as a file of RDF: equal graphs give equal bytes, whatever the order in which they were written.

Formats that end in 12 are RDF 1.2, in which each claim reifies its triple (kg.store.rdf.reifiers). Graphs are written one
after the other, so no more than one lies in memory; N-Quads and Turtle are sorted as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO, cast

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Triple, serialize

from kg.model.errors import StoreError
from kg.schema.model import schema
from kg.store.base import Store
from kg.store.batches import batches
from kg.store.rdf.folder import MARKER
from kg.store.rdf.oxigraph import MEMORY, RdfStore
from kg.store.rdf.reifiers import reified

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
        with _in_memory(store) as copy:
            export(copy, output, form)
        return
    kind, reify = FORMATS[form], form.endswith("12")
    if kind == RdfFormat.N_QUADS:
        output.writelines(sorted(f"{quad} .\n".encode() for quad in _quads(store, reify=reify)))
        return
    prefixes = {name: schema().prefixes[name] for name in _PREFIXES}
    if kind == RdfFormat.TURTLE:
        union = (quad.triple for quad in store.graph.quads_for_pattern(None, None, None, DefaultGraph()))
        found: Iterable[Triple] | Iterable[Quad] = sorted(reified(union) if reify else union, key=str)
    else:
        found = _quads(store, reify=reify)
    head = _SortedHead(output, len(prefixes))
    serialize(found, cast("IO[bytes]", head), format=kind, prefixes=prefixes)
    head.close()


def _quads(store: RdfStore, *, reify: bool) -> Iterator[Quad]:
    """Graph by graph; the default graph is left out: it is the union of the others."""
    names = {name for name in store.graph.named_graphs() if isinstance(name, NamedNode)} - {MARKER.graph_name}
    for name in sorted(names, key=str):
        triples = (quad.triple for quad in store.graph.quads_for_pattern(None, None, None, name))
        for triple in sorted(reified(triples) if reify else triples, key=str):
            yield Quad(triple.subject, triple.predicate, triple.object, name)


def _in_memory(store: Store) -> RdfStore:
    copy = RdfStore.open(MEMORY)
    for batch in batches(store.read()):
        copy.write(batch)
    return copy


class _SortedHead:
    """A stream whose first lines, the prefixes, come sorted: pyoxigraph gives them in no fixed order."""

    def __init__(self, output: IO[bytes], lines: int) -> None:
        self._output, self._lines = output, lines
        self._head: bytes | None = b""

    def write(self, data: bytes) -> int:
        if self._head is None:
            self._output.write(data)
            return len(data)
        self._head += data
        if self._head.count(b"\n") >= self._lines:
            self.close()
        return len(data)

    def flush(self) -> None:
        """Called at the end; there is nothing to do."""

    def close(self) -> None:
        """Lets the head go, sorted as far as it consists of prefixes."""
        if self._head is None:
            return
        lines, self._head = self._head.splitlines(keepends=True), None
        prefixes = sum(line.startswith(b"@prefix ") for line in lines[: self._lines])
        self._output.writelines(sorted(lines[:prefixes]))
        self._output.writelines(lines[prefixes:])
