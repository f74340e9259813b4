"""Files of RDF that `kg export` wrote -> the contributions of their documents, without loss; whatever else is refused.

The test for foreign RDF is the way back itself: a named graph is a contribution if Elshi would write, of what it reads from
that graph, exactly the triples that stand there. The derived graph is passed over, because stores derive it anew. A file is
read into a database on disk first, so that graphs whose statements lie apart, as in sorted N-Quads, need no memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, parse

from kg.model.errors import ElshiError, SchemaError, StoreError
from kg.model.graph import DocumentGraph
from kg.schema.rdf import DERIVED, ID, TYPE, class_iri, iri
from kg.schema.validate import validate
from kg.store.exchange.places import line_of
from kg.store.rdf.quads import from_quads, to_quads
from kg.store.rdf.reifiers import plain_quads

FORMATS = {"nquads": RdfFormat.N_QUADS, "trig": RdfFormat.TRIG, "jsonld": RdfFormat.JSON_LD}
"""Formats that have named graphs, plain or with the reifiers of RDF 1.2."""

SUFFIXES = {".nq": "nquads", ".nquads": "nquads", ".trig": "trig", ".jsonld": "jsonld", ".json": "jsonld"}

_DOCUMENTS = f"{ID}document/"
_CURE = "import only what kg export wrote; other data enter the graph as records, see kg build --help"


def format_of(path: Path) -> str:
    """The format that a file's suffix says. Raises StoreError where it says none that can be imported."""
    form = SUFFIXES.get(path.suffix.lower())
    if form is None:
        turtle = "Turtle and N-Triples have no graphs, so they cannot say which document states what; " * (
            path.suffix.lower() in {".ttl", ".nt"}
        )
        raise StoreError(
            f"{turtle}the suffix {path.suffix or '(none)'} is none of {', '.join(SUFFIXES)}",
            file=str(path),
            cure="give --format, or export the graph as trig, nquads or jsonld",
        )
    return form


@contextmanager
def imported(path: Path, form: str, name: str | None = None) -> Iterator[Iterable[DocumentGraph]]:
    """The contributions that a file holds, all of them checked, sorted by id; `name` is what messages call the file.

    Raises StoreError with file and line where the file cannot be read, is malformed, or holds anything that Elshi did not
    write; SchemaError where a contribution breaks the vocabulary.
    """
    name = str(path) if name is None else name
    with TemporaryDirectory(prefix="kg-import-") as folder:
        held = Store(folder)
        _load(held, path, form, name)
        documents = sorted(_documents(held, path, name))
        for document in documents:
            _check(held, document, path, name)
        yield (_read(held, document) for document in documents)
        del held  # closes it before its folder goes


def _load(held: Store, path: Path, form: str, name: str) -> None:
    def checked(quads: Iterable[Quad]) -> Iterator[Quad]:
        for quad in quads:
            if isinstance(quad.graph_name, DefaultGraph):
                raise _foreign("a statement outside of any graph", quad, path, name)
            if not isinstance(quad.subject, NamedNode) or not isinstance(quad.graph_name, NamedNode):
                raise _foreign("a blank node", quad, path, name)
            yield quad

    try:
        held.bulk_extend(checked(plain_quads(parse(path=path, format=FORMATS[form]))))
    except SyntaxError as error:
        raise StoreError(
            f"the file is not {form}: {error.msg}", file=name, line=error.lineno, cure="give --format, or export it again"
        ) from error
    except OSError as error:
        raise StoreError(f"the file cannot be read: {error}", file=name, cure="check its path and rights") from error
    except StoreError as error:
        raise error if error.file else StoreError(error.message, file=name, cure=_CURE) from error


def _documents(held: Store, path: Path, name: str) -> Iterator[str]:
    for graph in held.named_graphs():
        if graph == DERIVED or not isinstance(graph, NamedNode):
            continue
        known = Quad(graph, TYPE, class_iri("Document"), graph)
        if not graph.value.startswith(_DOCUMENTS) or known not in held:
            first = next(iter(held.quads_for_pattern(None, None, None, graph)))
            raise _foreign(f"the graph <{graph.value}>, which is no document of Elshi", first, path, name)
        yield graph.value.removeprefix(ID)


def _check(held: Store, document: str, path: Path, name: str) -> None:
    there = set(held.quads_for_pattern(None, None, None, iri(document)))
    try:
        graph = _read(held, document)
        back = set(to_quads(graph))
    except ElshiError as error:
        raise StoreError(f"{document}: {error.message}", file=name, line=line_of(document, path), cure=_CURE) from error
    if there != back:
        differing = min(there - back or back - there, key=str)
        what = "a statement" if there - back else "the lack of a statement"
        raise _foreign(what, differing, path, name)
    if faults := validate([graph]):
        first = faults[0]
        raise SchemaError(
            f"{document} breaks the vocabulary: {first.message[:200]} ({first.node} {first.path or ''})".replace(" )", ")"),
            file=name,
            line=line_of(first.node, path),
            cure="kg validate lists the faults of a store: mend it there, and export it again",
        )


def _read(held: Store, document: str) -> DocumentGraph:
    return from_quads(document, held.quads_for_pattern(None, None, None, iri(document)))


def _foreign(what: str, quad: Quad, path: Path, name: str) -> StoreError:
    subject = quad.subject.value if isinstance(quad.subject, NamedNode) else str(quad.subject)
    shown = str(quad) if len(str(quad)) <= 400 else f"{str(quad)[:400]}…"
    return StoreError(f"{what} that Elshi did not write: {shown}", file=name, line=line_of(subject, path), cure=_CURE)
