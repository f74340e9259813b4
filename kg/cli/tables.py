"""Tables and lines on standard output."""

# ruff: noqa: PLC0415 (imports within functions keep the start quick)
from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from kg.model.table import Table

FORMATS = ("table", "json", "csv", "tsv")
# Marks that turn the direction of writing could make a terminal show other words than there are.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\x00-\x08\x0b-\x1f\x7f-\x9f]")


def printable(text: str) -> str:
    """`text` as a terminal may show it."""
    return _TURNING.sub("", text)


def show(table: Table, form: str) -> None:
    """Writes the table in one of `FORMATS`; a `table` is as wide as the terminal, or as its content where there is none."""
    if form == "table":
        _draw(table)
        return
    from kg.query import to_csv, to_json, to_tsv

    click.echo({"json": to_json, "csv": to_csv, "tsv": to_tsv}[form](table), nl=False)


def _draw(table: Table) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table as Drawn
    from rich.text import Text

    console = Console(highlight=False, width=None if sys.stdout.isatty() else 100_000)
    drawn = Drawn(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in table.columns:
        drawn.add_column(column.replace("_", " "), overflow="fold")
    for row in table.rows:
        drawn.add_row(*(Text(printable(cell or "")) for cell in row))
    if table.rows:
        console.print(drawn)
    else:
        click.echo("nothing found", err=True)
