"""kg cypher: a question in Cypher in, a table out; with --write also a change."""

# ruff: noqa: PLC0415, D301 (imports within functions keep the start quick; click reads the \\b in help)
from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import click

from kg.cli.options import format_option, params_option, query_text, store_option
from kg.cli.tables import FORMATS, show


@click.command("cypher")
@click.argument("text", metavar="TEXT|@FILE|-")
@params_option
@store_option
@click.option("--write", is_flag=True, help="Let it change the graph.")
@format_option(*FORMATS, default="table")
def command(text: str, params: dict[str, str], store_uri: str, write: bool, form: str) -> None:
    """Ask a property graph a question in Cypher.

    Given as text, as @FILE, or - for standard input; of several statements, each ended by a semicolon, the answer to the last
    is shown. It only reads, unless --write is given: then each statement is a transaction. A parameter NAME=VALUE is text, one
    NAME:=VALUE is JSON.

    \b
    Examples:
      kg cypher --store arcadedb:graph/ 'MATCH (p:Person)-[m:MET]-(o) RETURN p.name, o.label, m.count'
      kg cypher --store neo4j://localhost @question.cypher --param name=Тоқаев --param limit:=10
      kg cypher --store neo4j://localhost --write 'MATCH (n:Draft) DETACH DELETE n'
    """
    from kg.model.errors import QueryError
    from kg.model.table import Table
    from kg.store import open_store
    from kg.store.base import speaks_cypher
    from kg.store.property.script import statements

    parameters = _typed(params)
    found = list(statements(query_text(text)))
    if not found:
        raise QueryError("there is no statement to run")
    with open_store(store_uri, create=False, read_only=not write) as store:
        if not speaks_cypher(store):
            raise QueryError(
                f"the store {store_uri} does not speak Cypher", cure="ask one that does: arcadedb:folder/ or neo4j://…"
            )
        table = Table((), ())
        for statement in found:
            table = (store.execute if write else store.query)(statement, parameters)
        if table.columns or not write:
            show(table, form)


def _typed(params: Mapping[str, str]) -> dict[str, Any]:
    """NAME=VALUE as text, NAME:=VALUE as JSON."""
    result: dict[str, Any] = {}
    for name, value in params.items():
        if not name.endswith(":"):
            result[name] = value
            continue
        try:
            result[name[:-1]] = json.loads(value)
        except ValueError as error:
            raise click.BadParameter(f"{name}={value} is no JSON: {error}", param_hint="--param") from error
    return result
