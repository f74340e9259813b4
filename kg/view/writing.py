"""Text in, a file out: a reader sees the old file or the new one, never a part."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from kg.model.errors import ViewError


def write_page(page: str, path: Path, *, what: str = "page") -> None:
    """Writes UTF-8, whatever the locale. Raises ViewError, which calls it `what`, where the file cannot be written."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    except OSError as problem:
        raise _unwritable(what, problem, path) from problem
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(page)
        part.chmod(0o644)
        part.replace(path)
    except OSError as problem:
        part.unlink(missing_ok=True)
        raise _unwritable(what, problem, path) from problem


def _unwritable(what: str, problem: OSError, path: Path) -> ViewError:
    return ViewError(f"cannot write the {what}: {problem.strerror}", file=str(path), cure="choose another folder")
