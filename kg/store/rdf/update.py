"""What must change in the store when documents change, and that as the text of one SPARQL update.

The text is made of terms that pyoxigraph serialises itself, so no value can break out of its quotes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg.model.graph import DocumentGraph
from kg.schema.rdf import DERIVED, iri, is_own, triples
from kg.store.rdf.derived import changes
from kg.store.rdf.quads import from_quads

Graphs = Mapping[ox.NamedNode | None, Iterable[str]]
"""Triples, serialised, by graph; None is the default graph, which holds the union of the others."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What goes out of the store, and what comes in after that. `gone`: the graphs that go whole, with what they hold."""

    gone: Mapping[ox.NamedNode, list[str]]
    removed: Graphs
    added: Graphs

    def __bool__(self) -> bool:
        return bool(self.gone) or any(self.removed.values()) or any(self.added.values())


def plan(store: ox.Store, new: Mapping[str, DocumentGraph], replaced: Iterable[str]) -> Plan:
    """The changes after which each `replaced` document contributes what `new` says, or nothing.

    Raises SchemaError where a document cannot be kept without loss.
    """
    come = {name: [str(triple) for triple in triples(graph)] for name, graph in sorted(new.items())}
    gone = {name: quads for name in sorted(replaced) if (quads := list(store.quads_for_pattern(None, None, None, iri(name))))}
    derived = changes(store, new, {name: from_quads(name, quads) for name, quads in gone.items()})
    union = dict.fromkeys(triple for found in come.values() for triple in found)
    stays: set[ox.DefaultGraph | ox.NamedNode] = {ox.DefaultGraph(), *map(iri, gone)}
    unheld = [str(triple) for triple in lost(store, gone, union) if not _held(store, triple, stays)]
    return Plan(
        {iri(name): [str(quad.triple) for quad in quads] for name, quads in gone.items()},
        {None: [*unheld, *derived.removed], DERIVED: derived.removed},
        {None: [*union, *derived.added], DERIVED: derived.added} | {iri(name): found for name, found in come.items()},
    )


def lost(store: ox.Store, gone: Iterable[str], union: Mapping[str, None]) -> list[ox.Triple]:
    """Triples of the documents that go, each once, but for those in `union`, which come back with others."""
    quads = (quad for name in gone for quad in store.quads_for_pattern(None, None, None, iri(name)))
    return list(dict.fromkeys(quad.triple for quad in quads if str(quad.triple) not in union))


def update(changed: Plan) -> str:
    """The plan as an update; "" where nothing changes."""
    return "".join(
        [
            *(f"DROP GRAPH {name};\n" for name in changed.gone),
            *_data("DELETE DATA", changed.removed, end=";\n"),
            *_data("INSERT DATA", changed.added),
        ]
    )


def template(graphs: Graphs) -> Iterator[str]:
    """Triples as they stand between the braces of an update."""
    for name, found in graphs.items():
        if name is not None:
            yield f"GRAPH {name} {{\n"
        yield from (f"{triple} .\n" for triple in found)
        if name is not None:
            yield "}\n"


def _held(store: ox.Store, triple: ox.Triple, but: set[ox.DefaultGraph | ox.NamedNode]) -> bool:
    """Whether some other graph of Elshi's holds the triple; those of other programs do not count."""
    found = store.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)
    return any(quad.graph_name not in but and is_own(quad.graph_name) for quad in found)


def _data(verb: str, graphs: Graphs, end: str = "") -> Iterator[str]:
    """DELETE DATA or INSERT DATA; nothing where there are no triples."""
    if any(graphs.values()):
        yield f"{verb} {{\n"
        yield from template(graphs)
        yield f"}}{end}"
