"""kg serve: a store in, an HTTP server until it is stopped."""

# ruff: noqa: PLC0415, D301 (imports within functions keep the start quick; click reads the \\b in help)
from __future__ import annotations

import click

from kg.cli.options import store_option


@click.command("serve")
@store_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", type=click.IntRange(0, 65535), default=7878, show_default=True, help="The port; 0 takes a free one.")
@click.option(
    "--timeout",
    metavar="SECONDS",
    type=click.FloatRange(0.1, 86400),
    default=30.0,
    show_default=True,
    help="What takes longer is stopped.",
)
@click.option(
    "--max-rows",
    metavar="N",
    type=click.IntRange(min=1),
    default=100_000,
    show_default=True,
    help="Answers of more rows or triples are refused.",
)
@click.option(
    "--max-body",
    metavar="BYTES",
    type=click.IntRange(min=1024),
    default=16 << 20,
    show_default=True,
    help="Longer requests are refused.",
)
@click.option("--workers", metavar="N", type=click.IntRange(min=1), default=4, show_default=True, help="Requests at a time.")
def command(store_uri: str, host: str, port: int, timeout: float, max_rows: int, max_body: int, workers: int) -> None:
    """Serve the graph over HTTP: a SPARQL endpoint at /sparql.

    \b
    Examples:
      kg serve
      kg serve --store graph/ --port 8080 --timeout 10
    """
    from kg.serve.run import run
    from kg.serve.settings import Limits

    run(store_uri, host, port, limits=Limits(seconds=timeout, rows=max_rows, body=max_body, workers=workers))
