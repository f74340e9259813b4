"""`python -m kg.schema.generate [--check]`."""

from __future__ import annotations

import argparse
import difflib
import sys
from pathlib import Path

from kg.resources import folder
from kg.schema.generate import generate


def main(arguments: list[str]) -> int:
    """Writes the generated files. With `--check` writes nothing; 1 where a file drifted, its differences on stdout."""
    parser = argparse.ArgumentParser(prog="python -m kg.schema.generate", description="Writes schemas/generated/.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail where a file drifted from the schema")
    given = parser.parse_args(arguments)
    here = folder("schemas")
    drifted = 0
    for name, text in generate(here / "diplomacy.yaml").items():
        path = here / "generated" / name
        if given.check:
            drifted += _differs(path, text)
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return 1 if drifted else 0


def _differs(path: Path, text: str) -> bool:
    there = path.read_text(encoding="utf-8") if path.exists() else ""
    name = f"schemas/generated/{path.name}"
    sys.stdout.writelines(difflib.unified_diff(there.splitlines(True), text.splitlines(True), name, "from diplomacy.yaml"))
    return there != text


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
