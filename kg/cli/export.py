"""kg export: graph in, a file for other programs out."""

# ruff: noqa: PLC0415, D301 (imports within functions keep the start quick; click reads the \\b in help)
from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.options import format_option, store_option

_FORMATS = ("trig", "nquads", "turtle", "jsonld", "trig12", "nquads12", "turtle12", "graphml", "gexf")


@click.command("export")
@store_option
@format_option(*_FORMATS, default="trig")
@click.option(
    "-o", "--out", default="-", show_default=True, type=click.Path(dir_okay=False, allow_dash=True), help="The file; - prints."
)
def command(store_uri: str, form: str, out: str) -> None:
    """Write the whole graph for other programs.

    As RDF, each document lies in a graph of its own; formats that end in 12 are RDF 1.2, in which each claim reifies its
    triple. GraphML and GEXF hold actors, meetings and agreements as a network, for Gephi and the like. Equal graphs give
    equal bytes.

    \b
    Examples:
      kg export > graph.trig
      kg export --format nquads --out graph.nq
      kg export --format gexf --out graph.gexf
    """
    from kg.model.errors import StoreError
    from kg.store import open_store
    from kg.store.exchange.formats import export

    with open_store(store_uri, create=False, read_only=True) as store:
        if out == "-":
            export(store, sys.stdout.buffer, form)
            return
        part = Path(f"{out}.part")
        try:
            with part.open("wb") as stream:
                export(store, stream, form)
            part.replace(out)
        except OSError as error:
            raise StoreError(f"{out} cannot be written: {error.strerror}", cure="check its folder and the space left") from error
