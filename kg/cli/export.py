"""kg export: graph in, a file of RDF out."""

# ruff: noqa: PLC0415, D301 (imports within functions keep the start quick; click reads the \\b in help)
from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.options import format_option, store_option

_FORMATS = ("trig", "nquads", "turtle", "jsonld")


@click.command("export")
@store_option
@format_option(*_FORMATS, default="trig")
@click.option(
    "-o", "--out", default="-", show_default=True, type=click.Path(dir_okay=False, allow_dash=True), help="The file; - prints."
)
def command(store_uri: str, form: str, out: str) -> None:
    """Write the whole graph as RDF.

    Each document lies in a graph of its own. Equal graphs give equal bytes.

    \b
    Examples:
      kg export > graph.trig
      kg export --format nquads --out graph.nq
    """
    from kg.model.errors import StoreError
    from kg.store import open_store
    from kg.store.rdf.export import export
    from kg.store.rdf.oxigraph import RdfStore

    with open_store(store_uri, create=False, read_only=True) as store:
        if not isinstance(store, RdfStore):
            raise StoreError(f"the store {store_uri} cannot be written as RDF", cure="name a folder")
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
