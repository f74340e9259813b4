"""kg import: files that kg export wrote in, graph out."""

# ruff: noqa: PLC0415, D301 (imports within functions keep the start quick; click reads the \\b in help)
from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from kg.cli.options import paths_argument, quiet_option, store_option

_FORMATS = ("nquads", "trig", "jsonld")


@click.command("import")
@paths_argument
@store_option
@click.option("-f", "--format", "form", type=click.Choice(_FORMATS), help="What the files are.  [default: by their suffix]")
@quiet_option
def command(paths: tuple[str, ...], store_uri: str, form: str | None, quiet: bool) -> None:
    """Read graphs back that kg export wrote.

    As N-Quads, TriG or JSON-LD, plain or with the reifiers of RDF 1.2, without loss; - is standard input. A document that
    the graph has already takes the place of its former self. All files are checked before the graph is touched: if one holds
    anything that Elshi did not write, nothing is imported.

    \b
    Examples:
      kg import graph.trig --store copy/
      kg export --format nquads | kg import - --format nquads --store copy/
    """
    from kg.store import open_store
    from kg.store.batches import batches
    from kg.store.exchange.importing import format_of, imported

    with ExitStack() as stack:
        found = []
        for path in paths:
            if path == "-" and form is None:
                raise click.UsageError("give --format with -")
            file = stack.enter_context(_standard_input()) if path == "-" else Path(path)
            found.append(stack.enter_context(imported(file, form or format_of(file), path)))
        count = 0
        with open_store(store_uri) as store:
            for graphs in found:
                for batch in batches(graphs):
                    count += store.write(batch)
    if not quiet:
        click.echo(f"imported {count:,} documents into {store_uri}", err=True)


@contextmanager
def _standard_input() -> Iterator[Path]:
    """Standard input as a file, because it is read twice where a message names a line."""
    with TemporaryDirectory(prefix="kg-import-") as folder:
        path = Path(folder) / "standard-input"
        with path.open("wb") as stream:
            shutil.copyfileobj(sys.stdin.buffer, stream)
        yield path
