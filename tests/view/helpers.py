"""A small graph in our own wording, as `kg.graph.networkx_view` makes one, and graphs of any size."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import networkx as nx


def small_graph() -> nx.MultiDiGraph:
    """Four countries, three people, two organizations; meetings held, planned and cancelled; two agreements; three documents."""
    given = json.loads((Path(__file__).parent / "small.json").read_text(encoding="utf-8"))
    graph = nx.MultiDiGraph()
    for node in given["nodes"]:
        graph.add_node(node.pop("id"), **node)
    for edge in given["edges"]:
        graph.add_edge(edge.pop("source"), edge.pop("target"), key=edge["predicate"], **edge)
    return graph


def ring(count: int) -> nx.MultiDiGraph:
    """`count` people, each of whom met the next."""
    graph = nx.MultiDiGraph()
    for number in range(count):
        graph.add_node(f"person/p{number:04}", kind="Person", name=f"Адам {number}", iso=None, properties={})
    for number in range(count):
        meeting = f"meeting/m{number:04}"
        graph.add_node(
            meeting, kind="Meeting", name="", type="talks", status="held", date="2026-01-02", place=None, properties={}
        )
        for other in (number, (number + 1) % count):
            graph.add_edge(meeting, f"person/p{other:04}", key="participant", predicate="participant", count=1, evidence=[])
    return graph


def page_data(page: str) -> dict[str, Any]:
    """The data that a page carries for its scripts."""
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    data: dict[str, Any] = json.loads(found[1])
    return data
