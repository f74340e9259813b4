"""What must change in the store when documents change, as the text of one SPARQL update.

The text is made of terms that pyoxigraph serialises itself, so no value can break out of its quotes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import pyoxigraph as ox

from kg.model.graph import DocumentGraph
from kg.schema.rdf import DERIVED, iri, triples
from kg.store.rdf.derived import changes
from kg.store.rdf.quads import from_quads


def update(store: ox.Store, new: Mapping[str, DocumentGraph], replaced: Iterable[str]) -> str:
    """The update after which each `replaced` document contributes what `new` says, or nothing; "" where nothing changes.

    Raises SchemaError where a document cannot be kept without loss.
    """
    come = {name: [str(triple) for triple in triples(graph)] for name, graph in sorted(new.items())}
    gone = {name: quads for name in sorted(replaced) if (quads := list(store.quads_for_pattern(None, None, None, iri(name))))}
    derived = changes(store, new, {name: from_quads(name, quads) for name, quads in gone.items()})
    union = dict.fromkeys(triple for found in come.values() for triple in found)
    lost = dict.fromkeys(quad.triple for quads in gone.values() for quad in quads if str(quad.triple) not in union)
    stays: set[ox.DefaultGraph | ox.NamedNode] = {ox.DefaultGraph(), *map(iri, gone)}
    unheld = [str(triple) for triple in lost if not _held(store, triple, stays)]
    return "".join(
        [
            *(f"DROP GRAPH {iri(name)};\n" for name in gone),
            *_data("DELETE DATA", {None: [*unheld, *derived.removed], DERIVED: derived.removed}, end=";\n"),
            *_data(
                "INSERT DATA", {None: [*union, *derived.added], DERIVED: derived.added} | {iri(n): f for n, f in come.items()}
            ),
        ]
    )


def _held(store: ox.Store, triple: ox.Triple, but: set[ox.DefaultGraph | ox.NamedNode]) -> bool:
    """Whether some other graph holds the triple."""
    found = store.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)
    return any(quad.graph_name not in but for quad in found)


def _data(verb: str, graphs: Mapping[ox.NamedNode | None, Iterable[str]], end: str = "") -> Iterator[str]:
    """DELETE DATA or INSERT DATA of triples by graph (None: the default graph); nothing where there are none."""
    if not any(graphs.values()):
        return
    yield f"{verb} {{\n"
    for name, found in graphs.items():
        if name is not None:
            yield f"GRAPH {name} {{\n"
        yield from (f"{triple} .\n" for triple in found)
        if name is not None:
            yield "}\n"
    yield f"}}{end}"
