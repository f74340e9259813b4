"""kg serve: a store in, an HTTP server until it is stopped."""

# ruff: noqa: PLC0415, D301 (imports within functions keep the start quick; click reads the \\b in help)
from __future__ import annotations

import os
from pathlib import Path

import click

from kg.cli.options import store_option

_SHORTEST = 8


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
@click.option(
    "--max-memory",
    metavar="MIB",
    type=click.IntRange(min=128),
    default=2048,
    show_default=True,
    help="A request that needs more is stopped.",
)
@click.option("--workers", metavar="N", type=click.IntRange(min=1), default=4, show_default=True, help="Requests at a time.")
@click.option("--cors", "origins", metavar="ORIGIN", multiple=True, help="Pages of this web site may read answers; * for all.")
@click.option("--public-url", metavar="URL", help="The address that clients know, where a proxy stands before this server.")
@click.option("--allow-update", is_flag=True, help="Clients that bear the token may change graphs of their own.")
@click.option("--allow-documents", is_flag=True, help="… and what documents say, too.")
@click.option(
    "--token-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The file of that token.  [default: the environment's KG_TOKEN]",
)
def command(  # noqa: PLR0917 (click passes options by name)
    store_uri: str,
    host: str,
    port: int,
    timeout: float,
    max_rows: int,
    max_body: int,
    max_memory: int,
    workers: int,
    origins: tuple[str, ...],
    public_url: str | None,
    allow_update: bool,
    allow_documents: bool,
    token_file: Path | None,
) -> None:
    """Serve the graph over HTTP: a SPARQL endpoint at /sparql, graphs at /store.

    Only this machine can reach it, and nobody can change anything, unless told otherwise.

    \b
    Examples:
      kg serve
      kg serve --store graph/ --port 8080 --timeout 10
      KG_TOKEN=$(cat secret) kg serve --allow-update
    """
    from kg.serve.run import run
    from kg.serve.settings import Limits

    limits = Limits(seconds=timeout, rows=max_rows, body=max_body, memory=max_memory << 20, workers=workers)
    token = _token(token_file) if allow_update or allow_documents else None
    run(store_uri, host, port, token=token, documents=allow_documents, origins=origins, public=public_url, limits=limits)


def _token(file: Path | None) -> str:
    token = (os.environ.get("KG_TOKEN", "") if file is None else file.read_text(encoding="utf-8")).strip()
    if len(token) < _SHORTEST or not token.isascii() or not token.isprintable():
        told = f"changes need a token of {_SHORTEST} ASCII characters or more"
        raise click.UsageError(f"{told}: set KG_TOKEN, or give --token-file")
    return token
