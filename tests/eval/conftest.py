"""The gold of this folder, extracted once for all tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.cli.eval import extracted
from kg.eval import Facts, Figures, read_facts, score

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def gold() -> dict[str, Facts]:
    return read_facts([HERE / "gold"])


@pytest.fixture(scope="session")
def found(gold: dict[str, Facts]) -> dict[str, Facts]:
    documents, failed = extracted(gold, workers=1)
    assert failed == 0
    return documents


@pytest.fixture(scope="session")
def figures(gold: dict[str, Facts], found: dict[str, Facts]) -> Figures:
    return score(gold, found)


@pytest.fixture(scope="session")
def others() -> dict[str, Figures]:
    """Figures of the articles in `written/` and in `further/`."""
    found = {}
    for name in ("written", "further"):
        wanted = read_facts([HERE / name])
        documents, failed = extracted(wanted, workers=1)
        assert failed == 0
        found[name] = score(wanted, documents)
    return found
