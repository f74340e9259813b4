from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from click.testing import CliRunner, Result

from kg.cli import main


@pytest.fixture
def kg() -> Callable[..., Result]:
    """Runs the command line in this process: `kg("build", "a.jsonl", code=0)` fails where the exit code is another."""

    def run(*arguments: str, stdin: str | bytes | None = None, code: int = 0) -> Result:
        result = CliRunner().invoke(main, list(arguments), input=stdin, catch_exceptions=False)
        assert result.exit_code == code, (result.exit_code, result.stdout, result.stderr)
        return result

    return run


@pytest.fixture
def built(workplace: Any, kg: Callable[..., Result], record: Any, write: Any) -> Callable[..., Result]:
    """A graph of three documents in graph/."""
    write("in/a.jsonl", record("1"), record("2", "Садыр Жапаров", "2025-10-02"), record("3", "Ильхам Әлиев", "2024-03-04"))
    kg("build", "in", "--quiet")
    return kg
