"""Filling an empty embedded store: documents in, the same quads as `RdfStore.write` makes out, through pyoxigraph's bulk loader.

The bulk loader writes tables in the order of their keys instead of a log and a transaction, which takes about a third of the
time, but it is no transaction: kg.store.rdf.folder marks the folder as unfinished meanwhile. What follows from the documents
together is gathered in memory (names of nodes, who met whom) and written at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field

import pyoxigraph as ox

from kg.model.errors import StoreError
from kg.model.graph import DocumentGraph
from kg.schema.rdf import DERIVED, LABEL, iri, slot_iri, triples
from kg.store.derive import MeetingFacts, best_name, by_pair, contact, meetings, names
from kg.store.rdf.derived import contact_triples

_CHUNK = 1_000_000
"""Quads that are handed over at once: as many as the loader sorts at once, some 150 MiB of text."""


def fill(store: ox.Store, graphs: Iterable[DocumentGraph]) -> int:
    """Loads all documents into a store that has none, and says how many there were.

    Raises StoreError where a document comes twice, SchemaError where one cannot be kept without loss: the store is then part
    full, and the caller's to empty.
    """
    gathered = _Gathered()
    with ThreadPoolExecutor(1) as loader:
        running: Future[None] | None = None
        for text in _chunks(_lines(gathered, graphs)):
            if running is not None:
                running.result()
            running = loader.submit(_load, store, text)  # the loader works without the interpreter's lock
        if running is not None:
            running.result()
    return len(gathered.documents)


@dataclass(slots=True)
class _Gathered:
    """What the documents say together."""

    documents: set[str] = field(default_factory=set)
    meetings: dict[str, MeetingFacts] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def add(self, graph: DocumentGraph) -> None:
        if graph.document in self.documents:
            raise StoreError("the document comes twice", file=graph.document, cure="give each document once")
        self.documents.add(graph.document)
        for meeting, said in meetings(graph).items():
            before = self.meetings.get(meeting)
            self.meetings[meeting] = said if before is None else before | said
        for node, name in names(graph).items():
            self.names[node] = best_name((name, self.names.get(node, name))) or name

    def derived(self) -> Iterator[ox.Triple]:
        for meeting, said in self.meetings.items():
            for country in said.sides:
                yield ox.Triple(iri(meeting), slot_iri("side"), iri(country))
        for pair, found in by_pair(self.meetings).items():
            yield from contact_triples(contact(pair, {meeting: self.meetings[meeting].dates for meeting in found}))
        for node, name in self.names.items():
            yield ox.Triple(iri(node), LABEL, ox.Literal(name))


def _lines(gathered: _Gathered, graphs: Iterable[DocumentGraph]) -> Iterator[str]:
    """N-Quads: each triple in its graph, and in the default graph."""
    for graph in graphs:
        gathered.add(graph)
        yield from _both(triples(graph), iri(graph.document))
    yield from _both(gathered.derived(), DERIVED)


def _both(found: Iterable[ox.Triple], name: ox.NamedNode) -> Iterator[str]:
    end = f" {name} .\n"
    for triple in found:
        text = str(triple)
        yield f"{text} .\n{text}{end}"


def _chunks(lines: Iterator[str]) -> Iterator[bytes]:
    held: list[str] = []
    for line in lines:
        held.append(line)
        if 2 * len(held) >= _CHUNK:
            yield "".join(held).encode()
            held.clear()
    if held:
        yield "".join(held).encode()


def _load(store: ox.Store, text: bytes) -> None:
    """`lenient` spares the loader to look at each IRI again: pyoxigraph wrote them itself."""
    try:
        store.bulk_load(text, format=ox.RdfFormat.N_QUADS, lenient=True)
    except OSError as error:
        raise StoreError(f"the store cannot be written: {error}", cure="check space and rights") from error
