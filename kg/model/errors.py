"""One root for every error that Elshi raises on purpose."""

from __future__ import annotations


class ElshiError(Exception):
    """Something the user can mend.

    A message says what is wrong, where (file, and line or character position where one is known) and the cure.
    """

    def __init__(self, message: str, *, file: str | None = None, line: int | None = None, cure: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.file = file
        self.line = line
        self.cure = cure

    def __str__(self) -> str:
        where = "" if self.file is None else f"{self.file}: " if self.line is None else f"{self.file}:{self.line}: "
        return f"{where}{self.message}" + (f" ({self.cure})" if self.cure else "")


class IngestError(ElshiError):
    """A document that cannot be read."""


class ExtractionError(ElshiError):
    """A document that was read but could not be analysed."""


class SchemaError(ElshiError):
    """Data that break the schema."""


class StoreError(ElshiError):
    """A store that cannot be opened, read or written."""


class QueryError(ElshiError):
    """A query that is unknown, malformed or badly parametrised."""


class ViewError(ElshiError):
    """A picture that cannot be drawn."""
