"""The embedded RDF store: pyoxigraph, in a folder (RocksDB) or in memory.

Each document has its named graph, what follows from them has another, and the default graph is their union. The union is
written out, because pyoxigraph's own (`use_default_graph_as_union`) gives a triple once for each graph that holds it, which
makes counts wrong and joins over common nodes hundreds of times as large.

How a transaction is kept whole: `write` and `forget` hand pyoxigraph ONE SPARQL update (kg.store.rdf.update), which it runs
in one RocksDB transaction: after a kill at any moment a reopened folder holds all of it or nothing
(tests/store/rdf/test_crash.py). Of the primitives, `extend` is a transaction too but cannot delete; `bulk_extend` is none.
`load` fills an empty store with the bulk loader and marks the folder meanwhile (kg.store.rdf.folder.unfinished).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, nullcontext
from pathlib import Path
from types import TracebackType
from typing import Self

import pyoxigraph as ox

from kg.model.errors import StoreError
from kg.model.graph import DocumentGraph
from kg.model.table import Table
from kg.schema.rdf import Term, iri, slot_iri
from kg.store.base import Speech
from kg.store.rdf import folder
from kg.store.rdf.quads import from_quads, plain
from kg.store.rdf.select import select
from kg.store.rdf.update import plan, update

MEMORY = "memory:"
_MANY = 100
"""After so many documents a folder is worth compacting: it shrinks to a third, and queries take less time."""

_FLUSHED = 200
"""After so many documents what is committed moves from RocksDB's memory and log to its tables: else both grow without end."""


class RdfStore:
    """A `Store` that also answers SPARQL."""

    def __init__(self, uri: str, store: ox.Store, *, read_only: bool) -> None:
        self._uri = uri
        self._store: ox.Store | None = store
        self._read_only = read_only
        self._written = 0
        self._in_memory = 0

    @classmethod
    def open(cls, uri: str, *, create: bool = True, read_only: bool = False) -> Self:
        """Opens a folder, or `memory:`. Raises StoreError as `kg.store.open_store` says."""
        store = ox.Store() if uri == MEMORY else folder.open_folder(Path(uri), create=create, read_only=read_only)
        return cls(uri, store, read_only=read_only)

    @property
    def uri(self) -> str:
        """The URI that the store was opened by."""
        return self._uri

    @property
    def speaks(self) -> Speech:
        """SPARQL."""
        return "sparql"

    @property
    def graph(self) -> ox.Store:
        """The open pyoxigraph store. Raises StoreError where it was closed."""
        if self._store is None:
            raise StoreError(f"the store {self._uri} is closed", cure="open it again")
        return self._store

    def fingerprints(self) -> dict[str, str]:
        """Id of each document in the store -> fingerprint of its contribution."""
        found = self.graph.quads_for_pattern(None, slot_iri("fingerprint"), None, ox.DefaultGraph())
        return dict(sorted((plain(quad.subject), plain(quad.object)) for quad in found))

    def hashes(self) -> dict[str, str]:
        """Id of each document in the store that says its hash -> that hash."""
        found = self.graph.quads_for_pattern(None, slot_iri("sha256"), None, ox.DefaultGraph())
        return dict(sorted((plain(quad.subject), plain(quad.object)) for quad in found))

    def write(self, graphs: Iterable[DocumentGraph]) -> int:
        """Puts each document's contribution in the place of the one it had; see `Store.write`."""
        new = {graph.document: graph for graph in graphs}
        self._commit(new, set(new))
        return len(new)

    @property
    def empty(self) -> bool:
        """Whether nothing lies in the store, no graph of another program either."""
        return all(quad == folder.MARKER for quad in self.graph)

    def load(self, graphs: Iterable[DocumentGraph]) -> int:
        """Fills an empty store, all or nothing, in a fraction of the time of `write` and without holding the graphs in memory.

        Cut off by an error, the store is empty at once; by a kill, when it is opened next. Raises StoreError where the store is
        not empty, is read-only or cannot be written, and where a document comes twice; SchemaError as `write`.
        """
        from kg.store.rdf.bulk import fill  # noqa: PLC0415 (most openings fill nothing)

        self._demand_writable()
        if not self.empty:
            raise StoreError(f"the store {self._uri} is not empty", cure="write into it, or give another folder")
        memory = self._uri == MEMORY
        with nullcontext() if memory else folder.unfinished(Path(self._uri), self.graph), ExitStack() as undo:
            if memory:
                undo.callback(self.graph.clear)
            count = fill(self.graph, graphs)
            undo.pop_all()
        self._written += count
        return count

    def forget(self, document: str) -> bool:
        """Takes away all that a document contributed; False where the store has no such document."""
        if not self.graph.contains_named_graph(iri(document)):
            return False
        self._commit({}, {document})
        return True

    def read(self) -> Iterator[DocumentGraph]:
        """The contributions as they were written, sorted by document id."""
        for document in self.documents():
            yield self.document(document)

    def documents(self) -> list[str]:
        """Ids of all documents, sorted."""
        return list(self.fingerprints())

    def document(self, document: str) -> DocumentGraph:
        """The contribution of one document; empty where the store has no such document."""
        return from_quads(document, self.graph.quads_for_pattern(None, None, None, iri(document)))

    def query(self, text: str, bindings: Mapping[str, Term] | None = None, limit: int | None = None) -> Table:
        """Answers a SELECT or ASK query, with at most `limit` rows; see `Sparql.query`."""
        return select(self.graph, text, bindings or {}, limit)

    def close(self) -> None:
        """Releases the folder. May be called twice."""
        if self._store is None:
            return
        if self._read_only or self._uri == MEMORY:
            self._store = None
            return
        if self._written >= _MANY:
            self._store.optimize()
        self._store.flush()
        self._store = None
        if self._written >= _MANY:
            folder.tidy(Path(self._uri))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _demand_writable(self) -> None:
        if self._read_only:
            raise StoreError(f"the store {self._uri} is open for reading only", cure="open it for writing")

    def _commit(self, new: Mapping[str, DocumentGraph], replaced: set[str]) -> None:
        self._demand_writable()
        text = update(plan(self.graph, new, replaced))
        if not text:
            return
        try:
            self.graph.update(text)
        except OSError as error:
            raise StoreError(f"the store {self._uri} cannot be written: {error}", cure="check space and rights") from error
        self._written += len(replaced)
        self._in_memory += len(replaced)
        if self._in_memory >= _FLUSHED and self._uri != MEMORY:
            self.graph.flush()
            self._in_memory = 0
