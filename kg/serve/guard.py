"""What clients may change, and how an update is rewritten so that it changes nothing else.

What documents say belongs to `kg build` and `kg forget`: the graphs of documents, what is derived from them, and, while there
are documents, the default graph, which is the union of both, written out. All other graphs are the clients'. An update that names
one of Elshi's graphs is refused before it runs; one that may find them by a variable carries a test along, in its transaction.
"""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from kg.schema.rdf import DERIVED, ELSEWHERE, ID, is_own, slot_iri
from kg.serve.errors import RequestError
from kg.serve.updates import ALL, DEFAULT, Operation
from kg.store.rdf.folder import MARKER

TOUCHED = "urn:elshi:touched"
"""A graph that is there only while an update runs, where that would change what documents say: CREATE GRAPH then fails."""

_MARKED = MARKER.graph_name.value if isinstance(MARKER.graph_name, ox.NamedNode) else ""
_OWN = (DERIVED.value, ELSEWHERE.value, _MARKED)
_CURE = "kg build and kg forget change what documents say; kg serve --allow-documents lets clients do so, too"


def own(graph: str) -> bool:
    """Whether a graph is one of Elshi's."""
    return graph.startswith(ID) or graph in _OWN


def has_documents(store: ox.Store) -> bool:
    """Whether the store has documents."""
    found = store.quads_for_pattern(None, slot_iri("fingerprint"), None, None)
    return any(is_own(quad.graph_name) for quad in found)


def check(changes: Iterable[str], *, documents: bool) -> None:
    """Raises RequestError (403) where a graph among `changes` is Elshi's; `documents` says whether there are any."""
    for graph in changes:
        if graph in {DEFAULT, ALL} and documents:
            told = "the default graph is the union of all documents" if graph == DEFAULT else "some graphs are those of documents"
            raise RequestError(403, f"{told}, which clients cannot change", cure=_CURE)
        if graph not in {DEFAULT, ALL} and own(graph):
            raise RequestError(403, f"the graph {graph} is one of Elshi's, which clients cannot change", cure=_CURE)


def rewritten(text: str, parts: Iterable[Operation], using: str, *, guarded: bool) -> str:
    """The update with `using` (USING clauses) in each operation that has a WHERE.

    If `guarded`, a test stands before each that finds graphs by variables: it fails, and the message names `TOUCHED`, where one
    of them is Elshi's.

    Raises RequestError (400) where the request names a dataset and so does the update.
    """
    pieces, at = [], 0
    for part in parts:
        pieces.append(text[at : part.start])
        if guarded and part.variables:
            pieces.append(_test(text, part, using))
        pieces.append(_with_dataset(text, part, using) if using else text[part.start : part.end])
        at = part.end
    return "".join(pieces)  # behind the last operation there are only semicolons and prefixes


def _with_dataset(text: str, part: Operation, using: str) -> str:
    if part.kind == "MODIFY":
        if part.with_ or part.using:
            raise RequestError(
                400, "the request names a dataset and so does the update, by WITH or USING", cure="name it in one of them"
            )
        return f"{text[part.start : part.where]}\n{using} WHERE {text[part.blocks['where'].start - 1 : part.end]}"
    if part.kind == "DELETE WHERE":
        where = f"{{{text[part.blocks['where'].start : part.blocks['where'].end]}}}"
        return f"DELETE {where} {using} WHERE {where}"
    return text[part.start : part.end]


def _test(text: str, part: Operation, using: str) -> str:
    where = text[part.blocks["where"].start : part.blocks["where"].end]
    head = f"WITH {part.with_.text} " if part.with_ else ""
    dataset = text[slice(*part.using)] if part.using else using
    tests = []
    for variable in sorted(part.variables):
        same = " || ".join(f'STR({variable}) = "{name}"' for name in _OWN)
        tests.append(
            f"{head}INSERT {{ GRAPH <{TOUCHED}> {{ <{TOUCHED}> <{TOUCHED}> {variable} }} }} {dataset} "
            f'WHERE {{ {{ {where}\n }} FILTER(STRSTARTS(STR({variable}), "{ID}") || {same}) }} ;\n'
        )
    return "".join(tests) + f"CREATE GRAPH <{TOUCHED}> ; DROP GRAPH <{TOUCHED}> ;\n"
