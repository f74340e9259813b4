"""Builds the data and options of vis-network with pyvis, which is what pyvis is good at.

Its own page is not used: it calls CDNs whatever `cdn_resources` says, runs HTML in titles and is written in the locale's
encoding. Two more traps are avoided here: `add_edge` compares each edge with all nodes (and, undirected, all edges, and
drops parallel ones), so edges are made with its `Edge` directly; ids are our own running numbers, never a reader's text.
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from kg.model.errors import ViewError
from kg.view.style import DASHES, DERIVED_DASHES, SHAPES, THEMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.view.drawing import Drawing, Line


def network_data(drawing: Drawing, places: Sequence[tuple[int, int]], labels: Sequence[str]) -> dict[str, Any]:
    """`nodes`, `edges` and `options` for vis-network: node n is spot n, edge n is line n."""
    from pyvis.edge import Edge  # noqa: PLC0415 - pyvis loads IPython, which only a drawn map should pay for
    from pyvis.network import Network  # noqa: PLC0415

    network = Network(directed=True)
    for number, (spot, (x, y), label) in enumerate(zip(drawing.spots, places, labels, strict=True)):
        fill, border = THEMES["light"].nodes[spot.kind]
        colour = {"background": fill, "border": border}
        # pyvis labels a node without a label with its id: a space keeps the number off the map.
        network.add_node(number, label=label or " ", shape=SHAPES[spot.kind], color=colour, size=spot.size, x=x, y=y)
    for number, line in enumerate(drawing.lines):
        network.edges.append(Edge(line.source, line.target, directed=True, id=number, **_edge(line)).options)
    network.options = _options(len(drawing.spots))
    nodes, edges, _, _, _, options = network.get_network_data()
    return {"nodes": nodes, "edges": edges, "options": json.loads(options)}


def vis_network() -> str:
    """The script of vis-network that pyvis brings, with line ends as a browser reads them.

    Raises ViewError where the installation lacks it.
    """
    folder = files("pyvis") / "lib"
    found = sorted(str(each.name) for each in folder.iterdir() if each.name.startswith("vis-")) if folder.is_dir() else []
    if not found:
        raise ViewError("pyvis is installed without vis-network", cure="install it again: pip install --force-reinstall pyvis")
    text = (folder / found[-1] / "vis-network.min.js").read_bytes().decode("utf-8")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    # The map of its sources would be a request, and there is none to answer it.
    return text.partition("//# sourceMappingURL=")[0]


def _edge(line: Line) -> dict[str, Any]:
    weight = len(line.facts)
    smooth: bool | dict[str, Any] = False
    if line.turn:
        roundness = 0.16 * ((line.turn + 1) // 2)
        smooth = {"enabled": True, "type": "curvedCW" if line.turn % 2 else "curvedCCW", "roundness": round(roundness, 2)}
    return {
        "arrows": {"to": {"enabled": line.directed, "scaleFactor": 0.5}},
        "color": {"color": THEMES["light"].lines[line.kind], "inherit": False},
        "dashes": DERIVED_DASHES if line.kind == "derived" else DASHES[line.standing],
        "width": 1.0 if line.kind in {"office", "derived"} else round(min(1.8 + 0.9 * (weight - 1), 8.0), 1),
        "smooth": smooth,
    }


def _options(count: int) -> dict[str, Any]:
    return {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "nodes": {"borderWidth": 1.5, "borderWidthSelected": 3, "chosen": False},
        "edges": {"chosen": False, "selectionWidth": 0, "hoverWidth": 0},
        "interaction": {
            "hover": True, "hoverConnectedEdges": False, "selectConnectedEdges": False, "multiselect": False,
            "hideEdgesOnDrag": count > 600, "hideEdgesOnZoom": False, "keyboard": {"enabled": False},
        },
    }  # fmt: skip
