"""kg sparql: a question in SPARQL in, a table out."""

# ruff: noqa: PLC0415, D301 (imports within functions keep the start quick; click reads the \\b in help)
from __future__ import annotations

import click

from kg.cli.options import format_option, query_text, store_option
from kg.cli.tables import FORMATS, show


@click.command("sparql")
@click.argument("text", metavar="TEXT|@FILE|-")
@store_option
@format_option(*FORMATS, default="table")
def command(text: str, store_uri: str, form: str) -> None:
    """Ask the graph a question in SPARQL.

    SELECT or ASK, given as text, as @FILE, or - for standard input. The prefixes of the vocabulary (kg, id, skos, rdfs,
    xsd and the like) need not be declared.

    \b
    Examples:
      kg sparql 'SELECT ?name WHERE { ?country a kg:Country ; skos:prefLabel ?name }'
      kg sparql @question.rq --format json
      cat question.rq | kg sparql -
    """
    from kg.model.errors import QueryError
    from kg.schema.model import schema
    from kg.store import open_store
    from kg.store.base import speaks_sparql

    prefixes = " ".join(f"PREFIX {name}: <{iri}>" for name, iri in sorted(schema().prefixes.items()))
    with open_store(store_uri, create=False, read_only=True) as store:
        if not speaks_sparql(store):
            raise QueryError(f"the store {store_uri} does not speak SPARQL", cure="ask one that does, such as a folder")
        # On one line with the query, so that the lines in messages are those of the query.
        show(store.query(f"{prefixes} {query_text(text)}"), form)
