"""kg validate: graph in, what it breaks of the vocabulary out."""

# ruff: noqa: PLC0415, D301 (imports within functions keep the start quick; click reads the \\b in help)
from __future__ import annotations

import click

from kg.cli.options import format_option, store_option
from kg.cli.tables import FORMATS, show


@click.command("validate")
@store_option
@format_option(*FORMATS, default="table")
@click.pass_context
def command(ctx: click.Context, store_uri: str, form: str) -> None:
    """Check the graph against the vocabulary.

    That is, its SHACL shapes. Exits with 1 where the graph breaks them.

    \b
    Examples:
      kg validate
      kg validate --store graph/ --format json
    """
    from kg.model.errors import StoreError
    from kg.model.table import Table
    from kg.store import open_store
    from kg.store.rdf.oxigraph import RdfStore
    from kg.store.rdf.validation import validate_store

    with open_store(store_uri, create=False, read_only=True) as store:
        if not isinstance(store, RdfStore):
            raise StoreError(f"the store {store_uri} cannot be checked", cure="name a folder")
        count = len(store.fingerprints())
        found = validate_store(store)
    if found or form != "table":
        rows = tuple((one.document, one.node, one.path, one.message) for one in found)
        show(Table(("document", "node", "property", "what_is_wrong"), rows), form)
    click.echo(f"{len(found):,} faults in {count:,} documents", err=True)
    ctx.exit(1 if found else 0)
