"""kg query: a question by its name in, a table out."""

# ruff: noqa: PLC0415, D301 (imports within functions keep the start quick; click reads the \\b in help)
from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg.cli.options import format_option, params_option, store_option
from kg.cli.tables import FORMATS, show

if TYPE_CHECKING:
    from kg.model.table import Table


@click.command("query")
@click.argument("name", required=False)
@params_option
@store_option
@format_option(*FORMATS, default="table")
def command(name: str | None, params: dict[str, str], store_uri: str, form: str) -> None:
    """Ask the graph a question by its name.

    Without a name, lists the questions and their parameters. A person, organization, country or place is given by name,
    in any language, or by its id.

    \b
    Examples:
      kg query
      kg query who-met-whom --param actor=Тоқаев
      kg query meetings-between --param one=Қазақстан --param other=Өзбекстан --format csv
    """
    if name is None:
        if params:
            raise click.UsageError("--param without the NAME of a question; kg query lists the names")
        show(_questions(), form)
        return
    from kg.query import named, run
    from kg.store import open_store

    named(name)  # an unknown question is said to be one even where there is no store yet
    with open_store(store_uri, create=False, read_only=True) as store:
        show(run(store, name, params), form)


def _questions() -> Table:
    from kg.model.table import Table
    from kg.query import catalogue

    rows = []
    for query in catalogue():
        parameters = ", ".join(parameter.name + ("*" if parameter.required else "") for parameter in query.parameters)
        rows.append((query.name, query.summary["en"], parameters))
    return Table(("question", "asks", "parameters_(*_must_be_given)"), tuple(rows))
