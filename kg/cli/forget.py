"""kg forget: a document leaves the graph, and with it all that only it said."""

# ruff: noqa: PLC0415, D301 (imports within functions keep the start quick; click reads the \\b in help)
from __future__ import annotations

import click

from kg.cli.options import store_option


@click.command("forget")
@click.argument("documents", metavar="DOCUMENT...", nargs=-1, required=True)
@store_option
def command(documents: tuple[str, ...], store_uri: str) -> None:
    """Take documents out of the graph.

    Exactly what they contributed goes with them. DOCUMENT is the id, URL or path by which the document was read, or its id
    in the graph (kg query documents lists them).

    \b
    Examples:
      kg forget articles/2025-11-25.txt
      kg forget document/kk-001
    """
    from kg.model.errors import StoreError
    from kg.model.identifiers import document_id
    from kg.schema.rdf import ID
    from kg.store import open_store

    with open_store(store_uri, create=False) as store:
        known = store.fingerprints()
        wanted = {}
        for given in documents:
            short = given.removeprefix(ID)
            wanted[given] = short if short in known else document_id(given)
            if wanted[given] not in known:
                raise StoreError(f"the graph has no document {given}", cure="kg query documents lists them")
        for given, document in wanted.items():
            store.forget(document)
            click.echo(f"forgot {given}", err=True)
