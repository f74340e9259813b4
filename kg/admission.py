"""Which documents of a run enter the graph: decided before the costly stages, and so that their order does not matter.

Enters: the documents as they are read. Leaves: those to build, those to forget, and what is passed over, with the reason.
Of documents with the same title, date, language and text, the one with the smallest id stands for all.
"""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from kg.model.article import Article, Rejected
from kg.model.errors import IngestError
from kg.model.facts import Extraction
from kg.model.identifiers import document_id

Item = Article | Extraction


@dataclass(frozen=True, slots=True)
class Build:
    """A document to extract (where it is an article), resolve and write; `changed` where the graph holds an older one."""

    item: Item
    document: str
    fingerprint: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The graph holds the document as it is."""

    document: str


@dataclass(frozen=True, slots=True)
class Duplicate:
    """The document says the same as `of`, word for word."""

    document: str
    of: str
    report: Rejected


Verdict = Build | Unchanged | Duplicate | Rejected


def article_of(item: Item) -> Article:
    """The article that was, or is to be, extracted."""
    return item if isinstance(item, Article) else item.article


class Admission:
    """Judges each document of a run.

    `fingerprints` and `hashes` are those of the documents in the store, by document id.
    """

    def __init__(self, fingerprints: Mapping[str, str], hashes: Mapping[str, str], *, again: bool = False) -> None:
        self._stored = fingerprints
        self._again = again
        self._hash_of = dict(hashes)
        self._holder: dict[str, str] = {}
        for document, sha256 in sorted(hashes.items(), reverse=True):
            self._holder[sha256] = document
        self._seen: dict[str, tuple[str, str]] = {}
        self._current: dict[str, str] = {}
        self._forgotten: dict[str, str] = {}
        self._shelf = _Shelf()

    def judge(self, item: Item, fingerprint: str) -> Iterator[Verdict]:
        """What becomes of a document, and of those that its coming concerns."""
        article = article_of(item)
        document = document_id(article.id)
        before = self._seen.get(document)
        if before is not None:
            if before == (article.sha256, fingerprint):
                yield _duplicate(article, document, document)
                return
            yield Rejected(
                article.origin,
                IngestError(
                    f"the id {article.id!r} stands for two different documents in this run",
                    file=article.origin, cure="give each document its own id",
                ),
            )  # fmt: skip
            if before < (article.sha256, fingerprint):
                return
        self._seen[document] = (article.sha256, fingerprint)
        yield from self._place(item, document, fingerprint)

    def stands(self, document: str, fingerprint: str) -> bool:
        """Whether a document that was to be built is still wanted: a later one may have taken its place."""
        return self._current.get(document) == fingerprint

    def forgotten(self, written: Collection[str]) -> tuple[str, ...]:
        """Documents of the store whose place another has taken, now that `written` are in the store too."""
        gone = [document for document, other in self._forgotten.items() if other in written or self._is_stored(other)]
        for document in gone:
            del self._forgotten[document]
        return tuple(sorted(gone))

    def _is_stored(self, document: str) -> bool:
        stored = self._stored.get(document)
        return stored is not None and self._current.get(document, stored) == stored

    def _place(self, item: Item, document: str, fingerprint: str) -> Iterator[Verdict]:
        article = article_of(item)
        revived = self._release(document, article.sha256)
        holder = self._holder.get(article.sha256, document)
        if holder < document:
            self._shelf.put(article.sha256, document, item, fingerprint)
            self._drop(document, holder)
            yield _duplicate(article, document, holder)
        else:
            if holder != document:
                self._drop(holder, document)
                yield _duplicate(article, holder, document)
            self._holder[article.sha256] = document
            self._hash_of[document] = article.sha256
            self._forgotten.pop(document, None)
            self._current[document] = fingerprint
            if self._stored.get(document) == fingerprint and not self._again:
                yield Unchanged(document)
            else:
                yield Build(item, document, fingerprint, document in self._stored)
        if revived is not None:
            yield from self._place(*revived)

    def _release(self, document: str, sha256: str) -> tuple[Item, str, str] | None:
        """Takes from the document the text that it held if it has another now; the smallest that gave way to it comes back."""
        old = self._hash_of.get(document)
        if old is None or old == sha256 or self._holder.get(old) != document:
            return None
        del self._holder[old]
        return self._shelf.take(old)

    def _drop(self, document: str, other: str) -> None:
        self._current.pop(document, None)
        self._hash_of.pop(document, None)
        if document in self._stored:
            self._forgotten[document] = other


def _duplicate(article: Article, document: str, of: str) -> Duplicate:
    message = "the document occurs twice" if document == of else f"{document} says the same as {of}"
    error = IngestError(message, file=article.origin, cure="nothing to do: the one with the smaller id stands for both")
    return Duplicate(document, of, Rejected(article.origin, error, skipped=True))


class _Shelf:
    """Documents that gave way to another, kept on disk, by the hash of their text."""

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(max_size=8_000_000)  # noqa: SIM115 (lives as long as the run; Python deletes it)
        self._places: dict[str, list[tuple[str, int, str]]] = {}

    def put(self, sha256: str, document: str, item: Item, fingerprint: str) -> None:
        place = self._file.seek(0, 2)
        pickle.dump(item, self._file)
        self._places.setdefault(sha256, []).append((document, place, fingerprint))

    def take(self, sha256: str) -> tuple[Item, str, str] | None:
        """The document with the smallest id that has this text."""
        waiting = self._places.get(sha256)
        if not waiting:
            return None
        smallest = min(waiting)
        waiting.remove(smallest)
        document, place, fingerprint = smallest
        self._file.seek(place)
        item: Item = pickle.load(self._file)  # noqa: S301 (written by this very run)
        return item, document, fingerprint
