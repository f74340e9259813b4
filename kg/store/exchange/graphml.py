"""A network as GraphML, which yEd, Cytoscape, Gephi, igraph and networkx read (graphml.graphdrawing.org, schema 1.1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from kg.store.exchange.network import EDGE_TYPES, NODE_TYPES, Network, Value
from kg.store.exchange.xml_text import attribute, content, token

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.1/graphml.xsd">
"""
_TYPES = {str: "string", int: "int", float: "double", bool: "boolean"}
_NODES: dict[str, type[Value]] = {"label": str, "identifier": str, **NODE_TYPES}
_EDGES: dict[str, type[Value]] = {"weight": float, **EDGE_TYPES}


def write_graphml(found: Network, output: IO[bytes]) -> None:
    """Writes the network. Ids of nodes are NMTOKENs (`country:KZ`); the attribute `identifier` has them as elsewhere."""
    output.writelines(piece.encode() for piece in _pieces(found))


def _pieces(found: Network) -> Iterator[str]:
    yield _HEAD
    for target, types in (("node", _NODES), ("edge", _EDGES)):
        for name, kind in types.items():
            yield f'<key id="{target}.{name}" for="{target}" attr.name="{name}" attr.type="{_TYPES[kind]}"/>\n'
    yield '<graph id="elshi" edgedefault="directed">\n'
    for node in found.nodes:
        yield f"<node id={attribute(token(node.id))}>"
        yield _data("node", {"label": node.label, "identifier": node.id, **node.attributes})
        yield "</node>\n"
    for edge in found.edges:
        source, target = token(edge.source), token(edge.target)
        name = attribute(f"{source}_-_{edge.predicate}_-_{target}")
        yield f"<edge id={name} source={attribute(source)} target={attribute(target)}>"
        yield _data("edge", {"weight": edge.weight, **edge.attributes})
        yield "</edge>\n"
    yield "</graph>\n</graphml>\n"


def text(value: Value) -> str:
    """A value as XML Schema writes it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _data(target: str, attributes: dict[str, Value]) -> str:
    return "".join(f'<data key="{target}.{name}">{content(text(value))}</data>' for name, value in attributes.items())
