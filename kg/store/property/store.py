"""A `Store` in a server that speaks Bolt: `neo4j://…`, `bolt://…`, and `arcadedb:folder/`.

Each call of `write` or `forget` is one managed transaction: the driver runs it again as a whole where the server calls the
failure transient. It begins by locking the store's marker, so that writers come one after the other, reads what the change
touches, and writes the rows that differ. Running it again gives the same graph.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self, TypeVar

import neo4j
from neo4j.exceptions import ClientError, CypherSyntaxError, CypherTypeError

from kg.model.errors import QueryError, StoreError
from kg.model.graph import DocumentGraph
from kg.model.table import Table
from kg.store.batches import batches
from kg.store.property import arcadedb, statements
from kg.store.property.change import Replacement, rows
from kg.store.property.connect import connect, message, open_driver, said
from kg.store.property.derived import add_derived, encounters
from kg.store.property.indexes import prepare
from kg.store.property.keepable import check
from kg.store.property.table import cell

ARCADEDB = "arcadedb:"
_PAGE = 200
"""Contributions read at a time."""
_Result = TypeVar("_Result")


class PropertyStore:
    """A `Store` that also answers Cypher."""

    speaks: Literal["cypher"] = "cypher"

    def __init__(self, uri: str, driver: neo4j.Driver, reader: neo4j.Driver, database: str | None, resources: ExitStack) -> None:
        self._uri = uri
        self._driver, self._reader, self._database = driver, reader, database
        self._resources: ExitStack | None = resources
        self._read_only = False
        self._one_writer = threading.Lock()  # ArcadeDB tells the later of two by errors that the driver takes for final

    @classmethod
    def open(cls, uri: str, *, create: bool = True, read_only: bool = False) -> Self:
        """Opens a server's database, or a folder. Raises StoreError as `kg.store.open_store` says."""
        with ExitStack() as resources:
            if uri.startswith(ARCADEDB):
                folder = uri.removeprefix(ARCADEDB)
                if not folder:
                    raise StoreError(f"{uri} names no folder", cure="such as arcadedb:graph/")
                server = arcadedb.serve(Path(folder), create=create and not read_only)
                resources.callback(server.stop)
                drivers = []
                for user in (arcadedb.WRITER, arcadedb.READER):
                    driver = open_driver(server.uri, (user, server.passwords[user]), arcadedb.DATABASE)
                    resources.callback(driver.close)
                    drivers.append(driver)
                store = cls(uri, drivers[0], drivers[1], arcadedb.DATABASE, resources)
            else:
                driver, database = connect(uri)
                resources.callback(driver.close)
                store = cls(uri, driver, driver, database, resources)
            with said(uri):
                prepare(store.session, uri, create=create and not read_only, write=not read_only)
            store._read_only = read_only
            store._resources = resources.pop_all()
            return store

    @property
    def uri(self) -> str:
        """The URI that the store was opened by."""
        return self._uri

    def session(self, *, write: bool = False) -> neo4j.Session:
        """A session of the driver, for what `Store` does not offer. Raises StoreError where the store was closed."""
        if self._resources is None:
            raise StoreError(f"the store {self._uri} is closed", cure="open it again")
        mode = neo4j.WRITE_ACCESS if write else neo4j.READ_ACCESS
        return (self._driver if write else self._reader).session(database=self._database, default_access_mode=mode)

    def fingerprints(self) -> dict[str, str]:
        """Id of each document in the store -> fingerprint of its contribution."""
        return self._pairs("MATCH (c:Contribution) RETURN c.document AS one, c.fingerprint AS other")

    def hashes(self) -> dict[str, str]:
        """Id of each document in the store that says its hash -> that hash."""
        return self._pairs("MATCH (d:Document) WHERE d.sha256 IS NOT NULL RETURN d.id AS one, d.sha256 AS other")

    def write(self, graphs: Iterable[DocumentGraph]) -> int:
        """Puts each document's contribution in the place of the one it had; see `Store.write`."""
        self._writable()
        new = {graph.document: graph for graph in graphs}
        for graph in new.values():
            check(graph)
        self._write(lambda tx: _replace(tx, new, set(new)))
        return len(new)

    def forget(self, document: str) -> bool:
        """Takes away all that a document contributed; False where the store has no such document."""
        self._writable()
        return self._write(lambda tx: _replace(tx, {}, {document})) > 0

    def read(self) -> Iterator[DocumentGraph]:
        """The contributions as they were written, sorted by document id."""
        for page in batches(self.fingerprints(), _PAGE):
            with said(self._uri), self.session() as session:
                found = session.execute_read(statements.contributions, page)
            yield from (found[document] for document in page if document in found)

    def query(self, text: str, parameters: Mapping[str, Any] | None = None, limit: int | None = None) -> Table:
        """Answers a query that reads, with at most `limit` rows.

        Nodes come as their ids. It runs where nothing can be written: Neo4j refuses by the transaction's access mode, ArcadeDB
        by the rights of the user, and whatever either would let pass is rolled back. Raises QueryError where the query is
        malformed, fails, or would write.
        """
        with _asked(self._uri), self.session() as session, session.begin_transaction() as tx:
            result = tx.run(text, dict(parameters or {}))
            table = _table(result, limit)
            writes = result.consume().counters
            tx.rollback()
        if writes.contains_updates or writes.contains_system_updates:
            raise QueryError("the query would change the graph", cure="kg cypher --write does that")
        return table

    def execute(self, text: str, parameters: Mapping[str, Any] | None = None, limit: int | None = None) -> Table:
        """Runs a query that may write, in one managed transaction. Raises QueryError where it is malformed or fails."""
        self._writable()

        def work(tx: neo4j.ManagedTransaction) -> Table:
            return _table(tx.run(text, dict(parameters or {})), limit)

        with _asked(self._uri), self._one_writer, self.session(write=True) as session:
            return session.execute_write(work)

    def close(self) -> None:
        """Closes the connections, and ends the server of a folder. May be called twice."""
        if self._resources is not None:
            resources, self._resources = self._resources, None
            resources.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _writable(self) -> None:
        if self._read_only:
            raise StoreError(f"the store {self._uri} is open for reading only", cure="open it for writing")
        self.session().close()

    def _write(self, work: Callable[[neo4j.ManagedTransaction], _Result]) -> _Result:
        with said(self._uri), self._one_writer, self.session(write=True) as session:
            return session.execute_write(work)

    def _pairs(self, query: str) -> dict[str, str]:
        with said(self._uri), self.session() as session:
            return dict(sorted(session.execute_read(lambda tx: [(row["one"], row["other"]) for row in tx.run(query)])))


@contextmanager
def _asked(uri: str) -> Iterator[None]:
    """What the driver raises at a user's query, as errors of the query where it is the query's fault."""
    with said(uri):
        try:
            yield
        except (CypherSyntaxError, CypherTypeError) as error:
            raise QueryError(f"the query is not right: {message(error)}") from error
        except ClientError as error:
            code = error.code or ""
            if "AccessMode" in code or "Forbidden" in code:
                told = f"the query would change the graph: {message(error)}"
                raise QueryError(told, cure="kg cypher --write does that") from error
            if "Security" not in code:
                raise QueryError(f"the query failed: {message(error)}") from error
            raise


def _replace(tx: neo4j.ManagedTransaction, new: Mapping[str, DocumentGraph], documents: set[str]) -> int:
    """Puts `new` in the place of what `documents` contribute, and says how many of them did."""
    statements.lock(tx)
    old = statements.contributions(tx, sorted(documents))
    same = {document for document, graph in new.items() if old.get(document) == graph}
    change = Replacement(
        {document: graph for document, graph in old.items() if document not in same},
        {document: graph for document, graph in new.items() if document not in same},
    )
    if not change.documents():
        return len(old)
    nodes = statements.node_states(tx, change.nodes())
    edges = statements.edge_counts(tx, (edge for edge in change.edges() if edge[0] in nodes and edge[2] in nodes))
    written = rows(change, nodes, edges)
    found = encounters(change)
    others = statements.documents_of(tx, (meeting for meeting in found.after if meeting in nodes)) - set(change.documents())
    for graph in statements.contributions(tx, sorted(others)).values():
        found.stays(graph)
    now = statements.contacts(tx, found.pairs())
    add_derived(found, now, lambda meetings: statements.days(tx, meetings), written)
    statements.write(tx, written)
    return len(old)


def _table(result: neo4j.Result, limit: int | None) -> Table:
    columns = tuple(result.keys())
    return Table(columns, tuple(tuple(map(cell, row.values())) for row in islice(result, limit)))
