"""kg export: graph in, a file or a folder for other programs out."""

# ruff: noqa: PLC0415, D301 (imports within functions keep the start quick; click reads the \\b in help)
from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from kg.cli.options import format_option, store_option

_FILES = ("trig", "nquads", "turtle", "jsonld", "trig12", "nquads12", "turtle12", "graphml", "gexf", "cypher")
_FOLDERS = ("neo4j-csv",)


@click.command("export")
@store_option
@format_option(*_FILES, *_FOLDERS, default="trig")
@click.option(
    "-o", "--out", default="-", show_default=True, type=click.Path(allow_dash=True), help="The file or folder; - prints."
)  # fmt: skip
def command(store_uri: str, form: str, out: str) -> None:
    """Write the whole graph for other programs.

    As RDF, each document lies in a graph of its own; formats that end in 12 are RDF 1.2, in which each claim reifies its
    triple. GraphML and GEXF hold actors, meetings and agreements as a network, for Gephi and the like. Cypher is a script
    for Neo4j 5, and neo4j-csv a folder for neo4j-admin database import. Equal graphs give equal bytes.

    \b
    Examples:
      kg export > graph.trig
      kg export --format nquads --out graph.nq
      kg export --format gexf --out graph.gexf
      kg export --format neo4j-csv --out neo4j/
    """
    from kg.store import open_store
    from kg.store.exchange.formats import FOLDERS, export

    if form in _FOLDERS and out == "-":
        raise click.UsageError(f"{form} is a folder: name it with --out")
    with open_store(store_uri, create=False, read_only=True) as store, _explained(out):
        if form in _FOLDERS:
            with _new_folder(Path(out)) as part:
                FOLDERS[form](store, part)
        elif out == "-":
            export(store, sys.stdout.buffer, form)
        else:
            part = Path(f"{out}.part")
            with part.open("wb") as stream:
                export(store, stream, form)
            part.replace(out)


@contextmanager
def _explained(out: str) -> Iterator[None]:
    from kg.model.errors import StoreError

    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise StoreError(f"{out} cannot be written: {error.strerror}", cure="check its folder and the space left") from error


@contextmanager
def _new_folder(out: Path) -> Iterator[Path]:
    """A folder that becomes `out` where all goes well, and is gone where it does not."""
    from kg.model.errors import StoreError

    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise StoreError(f"{out} is there already", cure="name a new or an empty folder: this one is left as it is")
    part = out.with_name(f"{out.name}.part")
    part.mkdir()
    try:
        yield part
        if out.exists():
            out.rmdir()
        part.rename(out)
    finally:
        shutil.rmtree(part, ignore_errors=True)
