"""Shapes and colours: the palette of Okabe and Ito, which readers with any colour vision can tell apart.

Nobody needs the colour to read the map: each kind of node has its own shape, each standing of a line its own dashes.
"""

from __future__ import annotations

from dataclasses import dataclass

SHAPES = {"Person": "dot", "Organization": "square", "Country": "hexagon", "Meeting": "diamond", "Agreement": "triangle"}


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours on light or dark ground: `nodes` by kind as (filling, border), `lines` by kind of fact."""

    ground: str
    ink: str
    faint: str
    nodes: dict[str, tuple[str, str]]
    lines: dict[str, str]


# The border of a node is darker (lighter on dark ground) than its filling: it alone has the contrast of 3:1 that WCAG asks.
_LIGHT = Theme(
    ground="#fbfbfd", ink="#1b2330", faint="#5b6575",
    nodes={
        "Person": ("#3d93cf", "#0b5c94"), "Organization": ("#22b08a", "#00664b"), "Country": ("#f2b02e", "#8a5a00"),
        "Meeting": ("#d98cba", "#8f3d6f"), "Agreement": ("#e8824a", "#9c3d00"),
    },
    lines={"meeting": "#8f3d6f", "agreement": "#b54a05", "office": "#7d8797", "derived": "#4c63b6", "other": "#5b6575"},
)  # fmt: skip
_DARK = Theme(
    ground="#12161d", ink="#e9edf4", faint="#a5afbf",
    nodes={
        "Person": ("#2f86c4", "#9ad3ff"), "Organization": ("#0f9b76", "#7ff0cd"), "Country": ("#c98b10", "#ffdc8f"),
        "Meeting": ("#b4608f", "#ffc2e2"), "Agreement": ("#c9622a", "#ffc09a"),
    },
    lines={"meeting": "#d88ab8", "agreement": "#f0915a", "office": "#7f8a9b", "derived": "#93a5f0", "other": "#a5afbf"},
)  # fmt: skip

THEMES = {"light": _LIGHT, "dark": _DARK}
DASHES: dict[str, bool | list[int]] = {"done": False, "planned": [9, 6], "off": [2, 6]}
DERIVED_DASHES = [1, 5, 7, 5]
