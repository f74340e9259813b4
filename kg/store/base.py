"""What every store can do, in the values of kg.model only, and which language it can be asked in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Protocol, Self, TypeGuard

from kg.model.graph import DocumentGraph
from kg.model.table import Table

if TYPE_CHECKING:
    from kg.schema.rdf import Term

Speech = Literal["sparql", "cypher"]


class Store(Protocol):
    """A graph kept somewhere, made of the contributions of documents.

    Each call of `write` and `forget` is one transaction: it is kept whole or not at all, whatever happens to the program
    meanwhile. Leaving the `with` block closes the store; what was committed stays.
    """

    @property
    def uri(self) -> str:
        """The URI that the store was opened by."""

    @property
    def speaks(self) -> Speech:
        """The language that the store can be asked in: it is `Sparql` or `Cypher`, too."""

    def fingerprints(self) -> dict[str, str]:
        """Id of each document in the store -> fingerprint of its contribution."""

    def hashes(self) -> dict[str, str]:
        """Id of each document in the store that says its hash -> that hash: equal ones are duplicates."""

    def write(self, graphs: Iterable[DocumentGraph]) -> int:
        """Puts each document's contribution in the place of the one it had, and says how many there were.

        The whole call is one transaction, held in memory: give a few hundred documents at a time. Where `graphs` raises,
        nothing is written. Raises StoreError where the store is read-only or cannot write, SchemaError where a document
        cannot be kept without loss.
        """

    def forget(self, document: str) -> bool:
        """Takes away all that a document contributed; False where the store has no such document."""

    def read(self) -> Iterator[DocumentGraph]:
        """The contributions as they were written, sorted by document id."""

    def close(self) -> None:
        """Releases the store. May be called twice."""

    def __enter__(self) -> Self: ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /) -> None: ...


class Sparql(Protocol):
    """A store that answers SPARQL."""

    def query(self, text: str, bindings: Mapping[str, Term] | None = None, limit: int | None = None) -> Table:
        """Answers a SELECT or ASK query, with at most `limit` rows; the default graph is the union of all graphs.

        Nodes come as their ids, concepts as their codes, slots and classes as their names. `bindings` stand for variables
        of the query, as values. Raises QueryError where the query is malformed, fails, or gives no table.
        """


class Cypher(Protocol):
    """A store that answers Cypher."""

    def query(self, text: str, parameters: Mapping[str, Any] | None = None, limit: int | None = None) -> Table:
        """Answers a query that reads, with at most `limit` rows. `parameters` are bound as values. Raises QueryError likewise."""

    def execute(self, text: str, parameters: Mapping[str, Any] | None = None, limit: int | None = None) -> Table:
        """The same of a query that may write, in one transaction. Raises StoreError where the store is read-only."""


class Bulk(Protocol):
    """A store that can be filled in bulk while it is empty."""

    @property
    def empty(self) -> bool:
        """Whether nothing lies in the store, no graph of another program either."""

    def load(self, graphs: Iterable[DocumentGraph]) -> int:
        """Fills an empty store with different documents, all or nothing, as a stream; says how many there were.

        Cut off, the store is empty again, at the latest when it is opened next. Raises as `write`, and StoreError where the
        store has documents or one comes twice.
        """


class BulkStore(Store, Bulk, Protocol):
    """Both."""


class SparqlStore(Store, Sparql, Protocol):
    """Both."""


class CypherStore(Store, Cypher, Protocol):
    """Both."""


def speaks_sparql(store: Store) -> TypeGuard[SparqlStore]:
    """Whether the store can be asked in SPARQL."""
    return store.speaks == "sparql"


def speaks_cypher(store: Store) -> TypeGuard[CypherStore]:
    """Whether the store can be asked in Cypher."""
    return store.speaks == "cypher"


def loads_in_bulk(store: Store) -> TypeGuard[BulkStore]:
    """Whether the store has a way of its own to be filled."""
    return hasattr(store, "load")
