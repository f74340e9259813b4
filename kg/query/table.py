"""A Table as text that other programs read: JSON, CSV, TSV."""

from __future__ import annotations

import csv
import io
import json

from kg.model.table import Table


def to_json(table: Table) -> str:
    """A list of objects, one a row; what a row lacks is null."""
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def to_csv(table: Table) -> str:
    """Comma-separated values with a header (RFC 4180, but a line ends in a line feed alone)."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([("" if cell is None else cell) for cell in row] for row in table.rows)
    return text.getvalue()


def to_tsv(table: Table) -> str:
    """Tab-separated values with a header; tabs and line ends within a value become spaces."""
    lines = [table.columns, *(tuple("" if cell is None else " ".join(cell.split()) for cell in row) for row in table.rows)]
    return "".join("\t".join(line) + "\n" for line in lines)
