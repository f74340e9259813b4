"""The way from files to the graph, read from top to bottom. The only place that composes the stages.

    read ─▶ admit ─▶ extract ─▶ resolve ─▶ graph ─▶ validate ─▶ write
                     └────── in worker processes ─────────┘

Documents stream through: memory does not grow with their number beyond some 300 bytes each.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import BinaryIO

from kg.admission import Admission, Build, Duplicate, Item, Unchanged, article_of
from kg.extract import extract as extract_article
from kg.extract import languages
from kg.extract.selection import demand_confidence, surer
from kg.graph import document_graph, fingerprint
from kg.ingest import read
from kg.language.ner.model import shipped
from kg.model.article import Article, Rejected
from kg.model.errors import ElshiError, ExtractionError, SchemaError
from kg.model.facts import Extraction
from kg.model.graph import DocumentGraph
from kg.model.resolution import Resolution
from kg.resolve import Known, load_known
from kg.resolve import resolve as resolve_extraction
from kg.schema.validate import validate
from kg.store import Store, open_store
from kg.store.batches import batches
from kg.workers import in_order

BATCH = 100
"""Documents in one transaction of the store."""


@dataclass(frozen=True, slots=True)
class Report:
    """What became of the documents of a run. `skipped` counts them by language (`?`: unknown).

    `actors`, `meetings`, `agreements` count what was found in the documents that are new or changed, document by document.
    """

    read: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    duplicates: int = 0
    rejected: int = 0
    undated: int = 0
    skipped: Mapping[str, int] = field(default_factory=dict)
    actors: int = 0
    meetings: int = 0
    agreements: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: bytes read, documents read, and documents that are through all stages."""

    bytes: int
    read: int
    done: int


def build(
    paths: Sequence[str],
    store_uri: str,
    *,
    stdin: BinaryIO | None = None,
    workers: int | None = None,
    again: bool = False,
    min_confidence: float = 0.0,
    progress: Callable[[Progress], None] = lambda _: None,
    on_report: Callable[[Rejected], None] = lambda _: None,
) -> Report:
    """Puts the documents under `paths` into the store, each in the place of its former self.

    `workers` is the number of processes (None: one a usable core). `again` builds unchanged documents too. Facts below
    `min_confidence` are left out (`kg.extract.selection`); a document built with another one counts as changed. `on_report` is
    told of each document that is rejected or passed over. Documents that are written stay written, whatever happens later;
    those that fail leave the graph as it was. Raises StoreError where the store cannot be opened or written,
    ExtractionError where `min_confidence` is no confidence.
    """
    demand_confidence(min_confidence)
    with open_store(store_uri) as store:
        run = _Run(store, _known(), again, min_confidence, progress, on_report)
        graphs = run.counted(in_order(partial(_graph_of, least=min_confidence), run.admitted(paths, stdin), workers=workers))
        for batch in batches(graphs, BATCH):
            run.write(batch)
        run.write([])
        return run.report()


def extract(
    paths: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    workers: int | None = None,
    min_confidence: float = 0.0,
    advance: Callable[[int], None] = lambda _: None,
) -> Iterator[Extraction | Rejected]:
    """What is found in each document under `paths`, in their order, as sure as `min_confidence` at least; documents that hold
    facts already pass as they are, but for that.
    """
    demand_confidence(min_confidence)
    return in_order(partial(_extraction_of, least=min_confidence), read(paths, stdin=stdin, advance=advance), workers=workers)


def resolve(
    paths: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    workers: int | None = None,
    min_confidence: float = 0.0,
    advance: Callable[[int], None] = lambda _: None,
) -> Iterator[Resolution | Rejected]:
    """The same as `extract`, with the node of the graph for each actor, meeting and agreement."""
    demand_confidence(min_confidence)
    return in_order(partial(_resolution_of, least=min_confidence), read(paths, stdin=stdin, advance=advance), workers=workers)


@dataclass(frozen=True, slots=True)
class Built:
    """What became of a `Build`, without the text that it had."""

    document: str
    fingerprint: str
    changed: bool
    result: DocumentGraph | Rejected


class _Run:
    """One build: what it counts, and what it has decided."""

    def __init__(
        self,
        store: Store,
        known: Known,
        again: bool,
        least: float,
        progress: Callable[[Progress], None],
        on_report: Callable[[Rejected], None],
    ) -> None:
        self._store, self._known, self._least = store, known, least
        self._admission = Admission(store.fingerprints(), store.hashes(), again=again)
        self._progress, self._on_report = progress, on_report
        self._counts: Counter[str] = Counter()
        self._skipped: Counter[str] = Counter()
        self._bytes = 0
        self._began = time.monotonic()

    def admitted(self, paths: Sequence[str], stdin: BinaryIO | None) -> Iterator[Build]:
        """The documents to build. Languages that cannot be extracted, duplicates and what is unchanged end here."""
        spoken = languages()
        for item in read(paths, stdin=stdin, advance=self._advance):
            self._counts["read"] += 1
            self._tell()
            if isinstance(item, Rejected):
                self._reject(item)
                continue
            article = article_of(item)
            self._counts["undated"] += article.date is None
            if isinstance(item, Article) and article.lang not in spoken:
                self._skipped[article.lang or "?"] += 1
                self._on_report(_unspoken(article))
                continue
            yield from self._judged(item)

    def counted(self, results: Iterable[Built]) -> Iterator[Built]:
        """`results`, as they come, counted as done."""
        for built in results:
            self._counts["done"] += 1
            self._tell()
            yield built

    def write(self, results: Iterable[Built]) -> None:
        """One transaction with the graphs among `results`; then those documents go whose place others have taken."""
        graphs = []
        for built in results:
            if isinstance(built.result, Rejected):
                self._reject(built.result)
            elif self._admission.stands(built.document, built.fingerprint):
                self._counts["changed" if built.changed else "new"] += 1
                self._counts.update(_KINDS[node.kind] for node in built.result.nodes if node.kind in _KINDS)
                graphs.append(built.result)
        if graphs:
            self._store.write(graphs)
        for document in self._admission.forgotten({graph.document for graph in graphs}):
            self._store.forget(document)

    def report(self) -> Report:
        """The counts."""
        names = ("read", "new", "changed", "unchanged", "duplicates", "rejected", "undated", "actors", "meetings", "agreements")
        counts = {name: self._counts[name] for name in names}
        return Report(**counts, skipped=dict(sorted(self._skipped.items())), seconds=time.monotonic() - self._began)

    def _judged(self, item: Item) -> Iterator[Build]:
        for verdict in self._admission.judge(item, fingerprint(item, self._known, self._least)):
            match verdict:
                case Build():
                    yield verdict
                case Unchanged():
                    self._counts["unchanged"] += 1
                case Duplicate():
                    self._counts["duplicates"] += 1
                    self._on_report(verdict.report)
                case Rejected():
                    self._reject(verdict)

    def _reject(self, rejected: Rejected) -> None:
        self._counts["rejected"] += 1
        self._on_report(rejected)

    def _advance(self, count: int) -> None:
        self._bytes += count

    def _tell(self) -> None:
        self._progress(Progress(self._bytes, self._counts["read"], self._counts["done"]))


_KINDS = {"Person": "actors", "Organization": "actors", "Country": "actors", "Meeting": "meetings", "Agreement": "agreements"}


def _unspoken(article: Article) -> Rejected:
    language = "its language is unknown" if article.lang is None else f"its language is {article.lang}"
    error = ExtractionError(
        f"passed over: {language}", file=article.origin,
        cure=f"Elshi reads {', '.join(sorted(languages()))}; give lang in the record if that is wrong",
    )  # fmt: skip
    return Rejected(article.origin, error, skipped=True)


# What workers do: pure functions of one document and the tables of what is known.


@lru_cache(maxsize=1)
def _known() -> Known:
    return load_known()


def _extraction_of(item: Item | Rejected, least: float = 0.0) -> Extraction | Rejected:
    if isinstance(item, Rejected):
        return item
    if isinstance(item, Extraction):
        return surer(item, least)
    if item.lang not in languages():
        return _unspoken(item)
    try:
        return surer(extract_article(item, shipped()), least)
    except RecursionError:
        return Rejected(
            item.origin, ExtractionError("its sentences are nested too deeply", file=item.origin, cure="split the document")
        )
    except ElshiError as error:
        return Rejected(item.origin, error)


def _resolution_of(item: Item | Rejected, least: float = 0.0) -> Resolution | Rejected:
    extraction = _extraction_of(item, least)
    if isinstance(extraction, Rejected):
        return extraction
    try:
        return resolve_extraction(extraction, _known())
    except ElshiError as error:
        return Rejected(extraction.article.origin, error)


def _graph_of(task: Build, least: float = 0.0) -> Built:
    return Built(task.document, task.fingerprint, task.changed, _graph_or_reject(task, least))


def _graph_or_reject(task: Build, least: float) -> DocumentGraph | Rejected:
    resolution = _resolution_of(task.item, least)
    if isinstance(resolution, Rejected):
        return resolution
    graph = document_graph(resolution, fingerprint=task.fingerprint)
    if faults := validate([graph]):
        article, first = article_of(task.item), faults[0]
        where = f"{first.node} {first.path or ''}".strip() + (f", and {len(faults) - 1} more" if len(faults) > 1 else "")
        message = f"{article.id}: breaks the vocabulary: {first.message[:200]} ({where})"
        return Rejected(article.origin, SchemaError(message, file=article.origin, cure="mend the facts of the document"))
    return graph
