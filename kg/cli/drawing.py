"""kg map: graph in, one page out that shows who is connected with whom."""

# ruff: noqa: PLC0415, D301 (imports within functions keep the start quick; click reads the \\b in help)
from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import min_confidence_option, params_option, store_option

if TYPE_CHECKING:
    import networkx as nx

    from kg.store import Store

_TITLE = "Elshi"
_EVENTS = frozenset({"Meeting", "Agreement"})
_ACTORS = frozenset({"Person", "Organization", "Country"})


@click.command("map")
@store_option
@click.option(
    "-o",
    "--out",
    default="map.html",
    show_default=True,
    type=click.Path(dir_okay=False, allow_dash=True),
    help="The page; - prints it.",
)
@click.option("--query", "query", metavar="NAME", help="Only what a question of kg query finds, and the events among it.")
@params_option
@click.option("--ego", metavar="NAME", help="Only the surroundings of this person, organization or country.")
@click.option(
    "--hops", metavar="N", type=click.IntRange(min=1), default=1, show_default=True, help="How many meetings away from it."
)
@click.option("--from", "first", metavar="DATE", help="Only events of this day, month or year, and later ones.")
@click.option("--to", "last", metavar="DATE", help="Only events of this day, month or year, and earlier ones.")
@min_confidence_option
@click.option(
    "--language", type=click.Choice(["kk", "ru", "en"]), default="kk", show_default=True, help="In which the page opens."
)
@click.option("--title", default=_TITLE, show_default=True, help="Title of the page.")
@click.option("--limit", type=click.IntRange(min=1), default=1000, show_default=True, help="The most nodes that a page may show.")
def command(  # noqa: PLR0917 (click passes options by name)
    store_uri: str,
    out: str,
    query: str | None,
    params: dict[str, str],
    ego: str | None,
    hops: int,
    first: str | None,
    last: str | None,
    min_confidence: float,
    language: str,
    title: str,
    limit: int,
) -> None:
    """Draw the graph, or a part of it, as a page.

    The page is one file, and works without a network.

    \b
    Examples:
      kg map
      kg map --ego Тоқаев --hops 2 --out tokayev.html
      kg map --from 2025-11 --to 2025-11 --min-confidence 0.8
      kg map --query who-met-whom --param actor=Қазақстан
    """
    from kg.graph.selection import surer
    from kg.model.errors import ViewError
    from kg.store import open_store
    from kg.view import map_graph, map_html, write_map

    if params and query is None:
        raise click.UsageError("--param belongs to --query NAME")
    with open_store(store_uri, create=False, read_only=True) as store:
        view = map_graph(surer(graph, min_confidence) for graph in store.read())
        kept = set(view)
        if query is not None:
            kept &= _found(store, view, query, params)
        if ego is not None:
            kept &= _around(store, view, ego, hops)
        if first is not None or last is not None:
            kept &= _between(view, _day(first), _day(last))
        view.remove_nodes_from([node for node in view if node not in kept])
    if not any(data["kind"] in _ACTORS for _, data in view.nodes(data=True)):
        raise ViewError("there is nothing to draw", cure="ask for a wider part, or build the graph from more articles")
    if out == "-":
        click.echo(map_html(view, title=title, language=language, limit=limit))
        return
    write_map(view, Path(out), title=title, language=language, limit=limit)
    click.echo(f"{out}: {_contents(view)}", err=True)


def draw_what_fits(store: Store, page: Path, *, limit: int = 1000) -> str:
    """Writes the whole graph to `page`, or its best connected actors where it is too large, and says which."""
    from kg.model.errors import ViewError
    from kg.view import map_graph, write_map

    view = map_graph(store.read())
    actors = sorted(
        (node for node, data in view.nodes(data=True) if data["kind"] in _ACTORS), key=lambda node: (-view.degree[node], node)
    )
    count = len(actors)
    if not actors:
        return "not drawn: there is nothing to show yet"
    while True:
        part = view if count == len(actors) else _with_events(view, set(actors[:count]))
        try:
            write_map(part, page, title=_TITLE, limit=limit)
        except ViewError as error:
            # Unlike a map that is too large, one that cannot be written does not become better by shrinking.
            if error.file is not None or count <= limit // 8:
                raise
            count = min(count // 2, limit)
            continue
        return (
            str(page)
            if part is view
            else f"{page} (the {count:,} best connected of {len(actors):,} actors; kg map draws other parts)"
        )


def _found(store: Store, view: nx.MultiDiGraph[str], query: str, params: dict[str, str]) -> set[str]:
    from kg.query import run

    table = run(store, query, params)
    nodes = {cell for row in table.rows for cell in row if cell is not None and cell in view}
    events = {node for node in nodes if view.nodes[node]["kind"] in _EVENTS}
    return set(_with_events(view, nodes)) | {other for event in events for other in _neighbours(view, event)}


def _with_events(view: nx.MultiDiGraph[str], nodes: set[str]) -> nx.MultiDiGraph[str]:
    """The part of `view` on `nodes`, the events that join two of them, and what these point to beside actors."""
    kept = set(nodes)
    for node, data in view.nodes(data=True):
        if data["kind"] in _EVENTS and len(_neighbours(view, node) & nodes) > 1:
            kept.add(node)
    kept |= {
        other for node in list(kept) for other in _neighbours(view, node) if view.nodes[other]["kind"] not in _ACTORS | _EVENTS
    }
    part = view.copy()
    part.remove_nodes_from([node for node in view if node not in kept])
    return part


def _around(store: Store, view: nx.MultiDiGraph[str], ego: str, hops: int) -> set[str]:
    """What lies within so many meetings, agreements or shared posts of the actor."""
    from kg.graph.measures import ego_network
    from kg.query.names import find
    from kg.store.base import speaks_sparql

    if not speaks_sparql(store):
        raise click.UsageError("--ego needs a store that can be searched by name")
    stated = view.copy()
    stated.remove_edges_from([(a, b, key) for a, b, key, data in view.edges(keys=True, data=True) if data.get("derived")])
    # From an actor to the event, and from there to the other actors: two edges.
    return set(ego_network(stated, find(store, ego, "Actor"), 2 * hops))


def _between(view: nx.MultiDiGraph[str], first: str | None, last: str | None) -> set[str]:
    from kg.graph.measures import between_dates

    return set(between_dates(view, first, last))


def _day(given: str | None) -> str | None:
    from kg.schema.rdf import partial_date

    if given is not None and partial_date(given) is None:
        raise click.BadParameter(f"{given!r} is no date", param_hint="--from, --to")
    return given


def _neighbours(view: nx.MultiDiGraph[str], node: str) -> set[str]:
    return {*view.successors(node), *view.predecessors(node)}


def _contents(view: nx.MultiDiGraph[str]) -> str:
    kinds = [data["kind"] for _, data in view.nodes(data=True)]
    actors, events = sum(kind in _ACTORS for kind in kinds), sum(kind in _EVENTS for kind in kinds)
    return f"{actors:,} actors, {events:,} meetings and agreements"
