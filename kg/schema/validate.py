"""Document graphs in, what they break of the vocabulary out (SHACL, schemas/generated/shapes.ttl)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from pyoxigraph import Triple
from shacl import Shapes

from kg.model.errors import SchemaError
from kg.model.graph import DocumentGraph
from kg.resources import folder
from kg.schema.model import schema
from kg.schema.rdf import ID, triples


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """What is wrong: in which document, of which node, with which of its properties (None: with the node itself)."""

    document: str
    node: str
    path: str | None
    message: str


@dataclass(frozen=True, slots=True)
class Result:
    """A result of SHACL validation as its report has it: terms as N-Triples write them, `path` with `^` where it is inverse."""

    document: str
    focus: str
    path: str | None
    message: str
    component: str
    severity: str
    shape: str | None
    value: str | None

    def violation(self) -> Violation:
        """The same in the names of the vocabulary."""
        return Violation(self.document, _short(self.focus), _path(self.path), self.message)


def validate(graphs: Iterable[DocumentGraph]) -> tuple[Violation, ...]:
    """All violations, sorted; none where the graphs keep to the vocabulary. Each document is judged by itself."""
    found: set[Violation] = set()
    for graph in graphs:
        try:
            found.update(check(graph.document, triples(graph)))
        except SchemaError as error:  # what cannot even be written as RDF
            found.add(Violation(graph.document, graph.document, None, error.message))
    return tuple(sorted(found, key=lambda one: (one.document, one.node, one.path or "", one.message)))


def check(document: str, data: Iterable[Triple]) -> set[Violation]:
    """The violations in the triples of one named graph; `document` is what to call it."""
    return {one.violation() for one in results(document, data)}


def results(document: str, data: Iterable[Triple]) -> set[Result]:
    """The same with all that SHACL's report says."""
    report = _shapes().validate_text("".join(f"{triple} .\n" for triple in data), "ntriples")
    return {
        Result(
            document,
            found.focus_node,
            found.path,
            found.message or found.component,
            found.component_iri,
            found.severity_iri,
            found.source_shape,
            found.value,
        )
        for found in report.results
    }


@lru_cache(maxsize=1)
def _shapes() -> Shapes:
    path = folder("schemas") / "generated" / "shapes.ttl"
    try:
        return Shapes.from_file(str(path))
    except (OSError, ValueError) as error:
        raise SchemaError(f"the shapes cannot be read: {error}", file=str(path), cure="install Elshi again") from error


def _short(term: str) -> str:
    iri = term.removeprefix("<").removesuffix(">")
    return iri.removeprefix(ID)


def _path(path: str | None) -> str | None:
    """The name of the slot; `^` before it where the node is its value. What is no slot is abbreviated by its prefix."""
    if path is None:
        return None
    if path.startswith("^"):
        return f"^{_path(path[1:])}"
    iri = path.removeprefix("<").removesuffix(">")
    slot = next((slot.name for slot in schema().slots.values() if slot.iri == iri), None)
    if slot is not None:
        return slot
    prefixes = {full: name for name, full in schema().prefixes.items() if iri.startswith(full)}
    return next((f"{name}:{iri.removeprefix(full)}" for full, name in prefixes.items()), iri)
