"""The relationship map: graph in, one self-contained HTML page out."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.model.errors import ViewError
from kg.view.drawing import Drawing, Spot, draw
from kg.view.facts import Contents
from kg.view.layout import positions
from kg.view.network import network_data
from kg.view.page import clean, render, strings
from kg.view.reading import read
from kg.view.style import DASHES, DERIVED_DASHES, SHAPES, THEMES
from kg.view.writing import write_page

if TYPE_CHECKING:
    import networkx as nx

_LINE_LENGTH = 20
_LETTER, _ROW = 6.7, 15.0


def map_html(graph: nx.MultiDiGraph[str], *, title: str, language: str = "kk", limit: int = 1000) -> str:
    """The page that shows `graph` (as `kg.graph.networkx_view` makes it), working without a network.

    Kinds Person, Organization, Country, Meeting and Agreement are drawn; Post, Topic and Place, where the graph has them, show as
    offices, subjects and places. `language` is the language that the page opens in (kk, ru, en; it carries all three).
    Raises ViewError where the language is another, or more than `limit` nodes would have to be drawn.
    """
    if language not in strings():
        raise ViewError(f"a map cannot speak {language!r}", cure=f"choose one of {', '.join(strings())}")
    contents = read(graph)
    drawing = draw(contents)
    if len(drawing.spots) > limit:
        raise ViewError(
            f"{len(drawing.spots)} nodes are more than the {limit} that one map may hold",
            cure="narrow it to an actor (--ego), a time (--from, --to) or an answer (--query), or raise the limit (--limit)",
        )
    labels = [_label(contents, spot) for spot in drawing.spots]
    # Derived lines repeat what others say: they do not pull.
    edges = [(line.source, line.target) for line in drawing.lines if line.kind != "derived"]
    places = positions([_box(spot, label) for spot, label in zip(drawing.spots, labels, strict=True)], edges)
    data = {
        "language": language,
        "network": network_data(drawing, places, labels),
        "style": {
            "themes": {name: asdict(theme) for name, theme in THEMES.items()},
            "shapes": SHAPES,
            "dashes": DASHES,
            "derived": DERIVED_DASHES,
        },
        **_tables(contents, drawing),
    }
    return render(title=title, language=language, data=data)


def write_map(graph: nx.MultiDiGraph[str], path: Path, *, title: str, language: str = "kk", limit: int = 1000) -> None:
    """Writes `map_html` to `path` as UTF-8, whatever the locale; a reader sees the old file or the new one, never a part.

    Raises ViewError as `map_html` does, and where the file cannot be written.
    """
    write_page(map_html(graph, title=title, language=language, limit=limit), path, what="map")


def _label(contents: Contents, spot: Spot) -> str:
    if spot.actor is not None:
        return clean(contents.actors[spot.actor].name)
    fact = contents.facts[spot.fact or 0]
    return clean(fact.name or f"{fact.type or ''} {fact.date or ''}".strip())


def _box(spot: Spot, label: str) -> tuple[float, float]:
    """The room that a spot and its label below take: names are broken into at most two rows."""
    rows = 1 if len(label) <= _LINE_LENGTH else 2
    width = min(len(label), _LINE_LENGTH) * _LETTER
    return (max(width, 2 * spot.size) + 8, 2 * spot.size + rows * _ROW + 10)


def _tables(contents: Contents, drawing: Drawing) -> dict[str, Any]:
    """The tables that the page's scripts read."""
    return {
        "actors": [asdict(actor) | {"names": dict(actor.names)} for actor in contents.actors],
        "facts": [asdict(fact) for fact in contents.facts],
        "evidence": [asdict(passage) for passage in contents.evidence],
        "sources": [asdict(source) for source in contents.sources],
        "spots": [{"kind": spot.kind, "actor": spot.actor, "fact": spot.fact, "degree": spot.degree} for spot in drawing.spots],
        "lines": [
            {"kind": line.kind, "standing": line.standing, "facts": line.facts, "ends": (line.source, line.target)}
            for line in drawing.lines
        ],
    }
