"""kg validate: graph in, what it breaks of the vocabulary out."""

# ruff: noqa: PLC0415, D301 (imports within functions keep the start quick; click reads the \\b in help)
from __future__ import annotations

import sys

import click

from kg.cli.options import format_option, store_option
from kg.cli.tables import show


@click.command("validate")
@store_option
@format_option("text", "json", "csv", "tsv", "turtle", default="text")
@click.pass_context
def command(ctx: click.Context, store_uri: str, form: str) -> None:
    """Check the graph against the vocabulary.

    That is, its SHACL shapes. Exits with 1 where the graph breaks them. Turtle is SHACL's own validation report.

    \b
    Examples:
      kg validate
      kg validate --store graph/ --format json
      kg validate --format turtle > report.ttl
    """
    from kg.model.table import Table
    from kg.store import open_store
    from kg.store.rdf.export import in_memory
    from kg.store.rdf.oxigraph import RdfStore
    from kg.store.rdf.report import write_report
    from kg.store.rdf.validation import store_results

    with open_store(store_uri, create=False, read_only=True) as store:
        count = len(store.fingerprints())
        results = store_results(store if isinstance(store, RdfStore) else in_memory(store))
    found = sorted({one.violation() for one in results}, key=lambda one: (one.document, one.node, one.path or "", one.message))
    if form == "turtle":
        write_report(results, sys.stdout.buffer)
    elif found or form != "text":
        rows = tuple((one.document, one.node, one.path, one.message) for one in found)
        table = Table(("document", "node", "property", "what_is_wrong"), rows)
        show(table, "table" if form == "text" else form)
    click.echo(f"{len(found):,} faults in {count:,} documents", err=True)
    ctx.exit(1 if found else 0)
