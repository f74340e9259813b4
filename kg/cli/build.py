"""kg build: documents in, graph (and map) out."""

# ruff: noqa: PLC0415, D301 (imports within functions keep the start quick; click reads the \\b in help)
from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import min_confidence_option, paths_argument, quiet_option, standard_input, store_option, workers_option

if TYPE_CHECKING:
    from kg.store import Store


@click.command("build")
@paths_argument
@store_option
@click.option(
    "--map", "page", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="Draw the graph as a page, too."
)
@min_confidence_option
@workers_option
@click.option("--again", is_flag=True, help="Build documents again that have not changed.")
@click.option("-v", "--verbose", is_flag=True, help="Name each document that is passed over.")
@quiet_option
@click.pass_context
def command(  # noqa: PLR0917 (click passes options by name)
    ctx: click.Context,
    paths: tuple[str, ...],
    store_uri: str,
    page: Path | None,
    min_confidence: float,
    workers: int | None,
    again: bool,
    verbose: bool,
    quiet: bool,
) -> None:
    """Build the graph from articles.

    Reads text, HTML, RSS and Atom feeds, JSON and JSON Lines: files, folders, or - for standard input. Documents that are
    in the graph already and have not changed are passed over; a changed one takes the place of its former self.

    \b
    Examples:
      kg build articles/ --map map.html
      cat news.jsonl | kg build -
      kg build articles/ --min-confidence 0.8
      kg extract articles/ | kg build -
    """
    from kg import pipeline
    from kg.cli.meter import Meter
    from kg.cli.summary import summary
    from kg.store import open_store

    with Meter(paths, quiet=quiet, verbose=verbose) as meter:
        report = pipeline.build(
            paths,
            store_uri,
            stdin=standard_input(paths),
            workers=workers,
            again=again,
            min_confidence=min_confidence,
            progress=lambda progress: meter.at(progress.bytes, progress.done),
            on_report=meter.report,
        )
    with open_store(store_uri, create=False, read_only=True) as store:
        drawn = _map(store, page) if page else ""
        if not quiet:
            summary(report, store, drawn)
    ctx.exit(1 if report.rejected else 0)


def _map(store: Store, page: Path) -> str:
    """Draws what fits on one map, and says what that is."""
    from kg.cli.drawing import draw_what_fits

    return draw_what_fits(store, page)
