"""Rows of a Cypher query as a Table: the same texts that the RDF store gives for the same values."""

from __future__ import annotations

import json
from typing import Any

from neo4j.graph import Node, Path, Relationship
from pyoxigraph import Literal


def cell(value: Any) -> str | None:
    """One value as text: nodes as their ids, relationships as their types, numbers and dates as XSD writes them, lists: JSON."""
    match value:
        case None | str():
            return value
        case bool():
            return str(value).lower()
        case int() | float():
            return Literal(value).value
        case Node() | Relationship() | Path():
            return str(_plain(value))
        case list() | dict():
            return json.dumps(_plain(value), ensure_ascii=False)
        case bytes() | bytearray():
            return bytes(value).hex()
    return str(_plain(value))


def _plain(value: Any) -> Any:
    match value:
        case Node():
            return value.get("id", value.get("document", "()"))
        case Relationship():
            return value.type
        case Path():
            return " ".join(str(_plain(one)) for one in _steps(value))
        case list():
            return [_plain(one) for one in value]
        case dict():
            return {key: _plain(one) for key, one in value.items()}
        case None | bool() | int() | float() | str():
            return value
    return value.iso_format() if hasattr(value, "iso_format") else str(value)


def _steps(path: Path) -> list[Any]:
    steps: list[Any] = [path.nodes[0]]
    for relationship, node in zip(path.relationships, path.nodes[1:], strict=True):
        steps += [relationship, node]
    return steps
