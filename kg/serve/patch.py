"""An update that a PATCH gives for one graph -> the same with that graph named in it (Graph Store Protocol, section 5.7)."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from kg.serve.errors import RequestError
from kg.serve.updates import DEFAULT, Operation


def within_graph(text: str, parts: Iterable[Operation], graph: ox.NamedNode) -> str:
    """Each operation over `graph` instead of the default graph.

    Raises RequestError (422) for an operation that names another graph, or changes graphs as a whole.
    """
    pieces, at = [], 0
    for part in parts:
        other = part.variables or part.changes - {DEFAULT} or part.with_ or part.using
        if other or part.kind not in {"INSERT DATA", "DELETE DATA", "DELETE WHERE", "MODIFY"}:
            raise RequestError(422, "a PATCH changes the graph that its address names", cure="send other updates to /sparql")
        pieces.append(text[at : part.start])
        if part.kind == "MODIFY":
            pieces.append(f"WITH {graph} {text[part.start : part.end]}")
        else:
            (block,) = part.blocks.values()
            pieces.append(f"{part.kind} {{ GRAPH {graph} {{ {text[block.start : block.end]}\n }} }}")
        at = part.end
    pieces.append(text[at:])
    return "".join(pieces)
