"""What every store can do, in the values of kg.model only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Protocol, Self

from kg.model.graph import DocumentGraph


class Store(Protocol):
    """A graph kept somewhere, made of the contributions of documents.

    Each call of `write` and `forget` is one transaction: it is kept whole or not at all, whatever happens to the program
    meanwhile. Leaving the `with` block closes the store; what was committed stays.
    """

    @property
    def uri(self) -> str:
        """The URI that the store was opened by."""

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
