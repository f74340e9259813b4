"""Runs every block of the README in a copy of the checkout, in order, and compares what they print with what the README says.

    python docs/readme.py            says where they differ; exit code 1 if they do
    python docs/readme.py --write    writes what they print into the README

A `sh` or `python` block is run; a `text` block right below it is what it prints, to both outputs. Blocks that name `.venv/` set
up the program itself: .ci/run runs those. Durations may differ.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
_NEEDED = ("README.md", "kg", "schemas", "queries", "seeds", "tests/eval/gold", "bench")
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```\n", re.MULTILINE | re.DOTALL)
_DURATION = re.compile(r"\b[0-9]+(\.[0-9])? (s|min)\b")


@dataclass(frozen=True)
class Block:
    """Code, and the output that the README shows for it, with the output's place in the text."""

    language: str
    code: str
    line: int
    output: str | None = None
    place: tuple[int, int] = (0, 0)

    @property
    def is_set_up(self) -> bool:
        return ".venv/" in self.code


def blocks(text: str) -> Iterator[Block]:
    """The code blocks of a Markdown text, each with its output."""
    found = list(_FENCE.finditer(text))
    for fence, after in zip(found, [*found[1:], None], strict=True):
        if fence[1] not in {"sh", "python"}:
            continue
        shown = after is not None and after[1] == "text" and not text[fence.end() : after.start()].strip()
        yield Block(
            language=fence[1],
            code=fence[2],
            line=text.count("\n", 0, fence.start()) + 1,
            output=after[2] if after is not None and shown else None,
            place=after.span(2) if after is not None and shown else (0, 0),
        )


def copy(folder: Path) -> None:
    """What the README's commands read, without what earlier runs left."""
    for name in _NEEDED:
        source, target = ROOT / name, folder / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)


def run(block: Block, folder: Path) -> str:
    """What a block prints. Raises CalledProcessError where it fails."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"PATH": path, "LC_ALL": "C.UTF-8", "PYTHONPATH": str(folder), "PYTHONIOENCODING": "utf-8"}
    command = ["bash", "-eu", "-c", block.code] if block.language == "sh" else [sys.executable, "-c", block.code]
    both = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "stdin": subprocess.DEVNULL}
    done = subprocess.run(command, cwd=folder, env=environment, check=False, **both)
    printed = done.stdout.decode("utf-8", "replace")
    if done.returncode:
        raise subprocess.CalledProcessError(done.returncode, block.code, printed)
    return "".join(line.rstrip() + "\n" for line in printed.splitlines())


def same(one: str, other: str) -> bool:
    """Whether two outputs differ in durations only."""
    return _DURATION.sub("TIME", one) == _DURATION.sub("TIME", other)


def differences(text: str) -> Iterator[tuple[Block, str]]:
    """Runs all blocks of a README; yields those that print something else than it shows, with what they print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copy(folder)
        for block in blocks(text):
            if block.is_set_up:
                continue
            printed = run(block, folder)
            if block.output is not None and not same(printed, block.output):
                yield block, printed


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write what the blocks print into the README")
    arguments = parser.parse_args()
    file = ROOT / "README.md"
    text = file.read_text(encoding="utf-8")
    try:
        found = list(differences(text))
    except subprocess.CalledProcessError as error:
        print(f"failed with {error.returncode}:\n{error.cmd}\n{error.output}", file=sys.stderr)
        return 1
    for block, printed in reversed(found):
        start, end = block.place
        text = text[:start] + printed + text[end:]
        print(f"README.md:{block.line}: prints\n{printed}", file=sys.stderr)
    if arguments.write:
        file.write_text(text, encoding="utf-8")
        return 0
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
