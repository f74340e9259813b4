"""kg copy: the graph of one store in, the same graph in another out."""

# ruff: noqa: PLC0415, D301 (imports within functions keep the start quick; click reads the \\b in help)
from __future__ import annotations

import click

from kg.cli.options import quiet_option


@click.command("copy")
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
@quiet_option
def command(source: str, target: str, quiet: bool) -> None:
    """Copy the graph from one store to another.

    FROM and TO are URIs of stores of any kind. Documents that TO has already as they are in FROM are passed over, others take
    the place of their former selves; documents that only TO has stay. In the end TO is read again and compared.

    \b
    Examples:
      kg copy graph/ sparql+http://localhost:3030/news/sparql
      kg copy neo4j://localhost graph/
    """
    from kg.cli.meter import Meter
    from kg.store import open_store
    from kg.store.copy import copy

    if source.rstrip("/") == target.rstrip("/"):
        raise click.UsageError("FROM and TO are the same store")
    with open_store(source, create=False, read_only=True) as given, open_store(target) as taken, Meter((), quiet=quiet) as meter:
        done = copy(given, taken, progress=lambda count: meter.at(0, count))
    if not quiet:
        counts = ((done.new, "new"), (done.changed, "changed"), (done.unchanged, "there already"))
        told = ", ".join(f"{count:,} {what}" for count, what in counts if count) or "nothing to copy"
        documents = done.new + done.changed + done.unchanged
        click.echo(f"{target}: {told}. It holds the {documents:,} documents of {source} ({done.claims:,} statements), compared.")
        if done.others:
            click.echo(f"{done.others:,} documents that only {target} has stay there.")
