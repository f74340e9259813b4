"""What ingest hands on: one article, or the report of one that could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.errors import ElshiError


@dataclass(frozen=True, slots=True)
class Article:
    """One news article. All character offsets in Elshi count Unicode code points of `text`, from 0, end exclusive.

    `id` identifies the document in the graph: the record's own id, else its URL, else its path as the user named it.
    `date` is the day of publication in ISO 8601, `lang` an ISO 639-1 code; both None where unknown.
    `sha256` is the hash of title, date, language and text: two articles with equal hashes are duplicates.
    """

    id: str
    title: str
    text: str
    date: str | None = None
    lang: str | None = None
    url: str | None = None
    source: str | None = None
    origin: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A document that did not make it, with the reason. `skipped` tells a deliberate pass-over from a failure."""

    origin: str
    error: ElshiError
    skipped: bool = False
