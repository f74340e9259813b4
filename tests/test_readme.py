"""The README says what the program does: every block of it runs, and prints what it shows."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def readme() -> ModuleType:
    spec = importlib.util.spec_from_file_location("readme", ROOT / "docs" / "readme.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["readme"] = module
    spec.loader.exec_module(module)
    return module


def test_every_block_runs_and_prints_what_the_readme_shows(readme):
    try:
        found = list(readme.differences(TEXT))
    except subprocess.CalledProcessError as error:
        pytest.fail(f"{error.cmd}\n{error.output}", pytrace=False)
    told = "\n".join(f"README.md:{block.line}\n{block.code}\nprints\n{printed}" for block, printed in found)
    assert not found, f"{told}\npython docs/readme.py --write writes this into the README"


def test_the_set_up_is_two_lines_that_ci_runs_as_they_stand(readme):
    first, second = [block.code.strip() for block in readme.blocks(TEXT) if block.is_set_up]
    assert first == "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/kg build seeds/articles --map map.html"
    assert second == ".venv/bin/pip install '.[test]' && .venv/bin/pytest"
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    patterns = re.findall(r"readme_line '([^']+)'", ci) + re.findall(r'readme_line "([^"]+)"', ci)
    lines = TEXT.splitlines()
    assert {next(line for line in lines if re.match(pattern, line)) for pattern in patterns} == {first, second}


def test_every_command_has_its_place_in_the_readme(readme):
    from kg.cli import VERBS

    code = "\n".join(block.code for block in readme.blocks(TEXT))
    assert [verb for verb in VERBS if not re.search(rf"\bkg {verb}\b", code)] == []


def test_files_that_documents_point_to_are_there():
    for document in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")):
        for target in re.findall(r"\]\(([^)#]+)", document.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (document.parent / target).exists(), f"{document.name} points to {target}"


def test_the_article_that_is_quoted_is_one_of_the_seeds():
    quoted = [line.removeprefix("> ") for line in TEXT.splitlines() if line.startswith("> ")]
    (source,) = re.findall(r"\[this one\]\(([^)]+)\)", TEXT)
    article = (ROOT / source).read_text(encoding="utf-8")
    assert quoted
    assert all(line in article for line in quoted)


def test_durations_may_differ_and_nothing_else(readme):
    assert readme.same("18 documents in 2.8 s", "18 documents in 11.3 s")
    assert not readme.same("18 documents in 2.8 s", "17 documents in 2.8 s")
