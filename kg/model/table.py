"""Rows that answer a question."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """Columns by name, and rows with a text for each column; None where a row has none."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]
