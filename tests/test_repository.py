"""What holds for the files of this repository, whatever they are about."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# Written in pieces, so that this file does not hold what it looks for.
_MACHINE = "|".join(("/" + "work/", "/" + "tmp/", r"\." + "library", "/" + "root/", "/" + "home/"))
_REGISTRIES = "|".join(
    re.escape(".".join(parts))
    for parts in (
        ("pypi", "org"), ("files", "pythonhosted", "org"), ("repo1", "maven", "org"), ("repo", "maven", "apache", "org"),
        ("registry", "npmjs", "org"), ("deb", "debian", "org"), ("crates", "io"), ("proxy", "golang", "org"),
        ("hugging" + "face", "co"),
    )
)  # fmt: skip


def tracked() -> list[Path]:
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("no git checkout here: git clone")
    # As root in a container the checkout may belong to somebody else.
    command = ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout
    return [ROOT / name for name in names.split("\0") if name and (ROOT / name).is_file()]


def texts() -> dict[str, str]:
    found = {}
    for path in tracked():
        try:
            found[str(path.relative_to(ROOT))] = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
    return found


def holding(pattern: str) -> list[str]:
    places = []
    for name, text in texts().items():
        places += [f"{name}:{n}: {line[:120]}" for n, line in enumerate(text.splitlines(), 1) if re.search(pattern, line)]
    return places


def test_no_file_names_a_folder_of_some_machine():
    assert holding(rf"(?<![\w.])({_MACHINE})") == []


def test_no_file_names_a_package_registry():
    assert holding(_REGISTRIES) == []


def test_python_files_parse_and_open_with_a_docstring_in_the_package():
    undocumented = []
    for name, text in texts().items():
        if name.endswith(".py"):
            tree = ast.parse(text, name)
            if name.startswith("kg/") and text.strip() and ast.get_docstring(tree) is None:
                undocumented.append(name)
    assert undocumented == []


def test_nothing_catches_every_exception():
    broad = []
    for name, text in texts().items():
        if not name.startswith("kg/") or not name.endswith(".py"):
            continue
        for node in ast.walk(ast.parse(text, name)):
            if isinstance(node, ast.ExceptHandler) and (node.type is None or _named(node.type) & {"Exception", "BaseException"}):
                broad.append(f"{name}:{node.lineno}")
    assert broad == []


def _named(node: ast.expr) -> set[str]:
    return {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)}


def test_no_build_product_is_tracked():
    products = re.compile(r"^(graph|dist|build|\.venv)/|^map\.html$|(^|/)(__pycache__|\.[a-z_]*cache)/|\.egg-info/")
    assert [str(path) for path in tracked() if products.search(str(path.relative_to(ROOT)))] == []


def test_the_changelog_has_a_section_for_the_version_that_stands_in_the_package():
    version = re.search(r'__version__ = "([^"]+)"', (ROOT / "kg" / "__init__.py").read_text(encoding="utf-8"))
    assert version is not None
    assert f"## [{version[1]}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
