"""docs/extending.md: each row that it shows makes the program understand the article beside it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "extending.md"
EXAMPLE = re.compile(
    r"^```sh\nkg (?P<command>[^\n]*?) <<'END'\n(?P<article>.*?)^END\n```\n.*?"
    r"^```csv (?P<table>\S+)\n(?P<row>[^\n]*)\n```\n^```text\n(?P<output>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
READ = """
import json, sys
from click.testing import CliRunner
from kg.cli import main
runs = [CliRunner().invoke(main, command.split(), input=article) for command, article in json.load(sys.stdin)]
print(json.dumps([run.stdout for run in runs]))
"""


def examples() -> list[dict[str, str]]:
    return [match.groupdict() for match in EXAMPLE.finditer(PAGE.read_text(encoding="utf-8"))]


def read(folder: Path) -> list[str]:
    """What the program in a folder prints for each example."""
    told = json.dumps([(one["command"], one["article"]) for one in examples()])
    command = [sys.executable, "-c", READ]
    run = subprocess.run(command, cwd=folder, input=told, capture_output=True, text=True, encoding="utf-8", check=True)
    found: list[str] = json.loads(run.stdout)
    return found


@pytest.fixture(scope="module")
def taught(tmp_path_factory) -> Path:
    """A copy of the program whose tables hold the rows of the page."""
    folder = tmp_path_factory.mktemp("taught")
    for name in ("kg", "seeds", "schemas", "queries"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for one in examples():
        with (folder / one["table"]).open("a", encoding="utf-8") as table:
            table.write(one["row"] + "\n")
    return folder


def test_the_page_teaches_a_frame_a_title_an_instrument_and_an_act():
    assert [Path(one["table"]).name for one in examples()] == ["frames.csv", "offices.csv", "instruments.csv", "acts.csv"]


def test_each_row_makes_its_article_understood(taught):
    before, after = read(ROOT), read(taught)
    for one, untaught, learnt in zip(examples(), before, after, strict=True):
        assert learnt == one["output"], one["table"]
        assert untaught != learnt, f"{one['table']} knows this already: show another row"


def test_each_row_has_as_many_cells_as_its_table():
    for one in examples():
        lines = (ROOT / one["table"]).read_text(encoding="utf-8").splitlines()
        header = next(line for line in lines if not line.startswith("#"))
        assert one["row"].count(",") == header.count(","), one["table"]
