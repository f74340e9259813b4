"""Where `schemas/`, `queries/` and `seeds/` lie: inside the installed package, or at the top of a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The folder `name` ("schemas", "queries" or "seeds") of the installation that runs.

    Raises FileNotFoundError where the installation lacks it.
    """
    for candidate in (_PACKAGE / "data" / name, _PACKAGE.parent / name):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"this installation of Elshi lacks its folder {name}: install it again")
