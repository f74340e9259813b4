from __future__ import annotations

import subprocess
import sys

import click
import pytest

import kg as package
from kg.cli import VERBS, main

KG = [sys.executable, "-c", "import sys; from kg.cli import main; sys.exit(main(prog_name='kg'))"]


@pytest.mark.parametrize("verb", VERBS)
def test_every_command_has_help_with_examples(kg, verb):
    text = kg(verb, "--help").stdout
    assert text.startswith("Usage: ")
    assert f"kg {verb}" in text.split("Examples:")[1]


@pytest.mark.parametrize("verb", VERBS)
def test_every_option_has_words(verb):
    command = main.get_command(None, verb)  # type: ignore[arg-type]
    assert command is not None
    for parameter in command.params:
        assert not isinstance(parameter, click.Option) or parameter.help, f"{verb} {parameter.name}"


def test_help_lists_every_command_in_eighty_columns(kg):
    text = kg("--help").stdout
    assert all(verb in text for verb in VERBS)
    assert max(map(len, text.splitlines())) <= 80


def test_the_version_is_that_of_the_package(kg):
    assert kg("--version").stdout == f"kg, version {package.__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [["nonsense"], ["build"], ["build", "no-such-file"], ["query", "--format", "pdf"], ["build", ".", "--workers", "0"]],
)
def test_wrong_usage_exits_with_two(kg, workplace, arguments):
    result = kg(*arguments, code=2)
    assert "Error: " in result.stderr
    assert result.stdout == ""


def test_help_loads_nothing_heavy():
    code = "import sys; from kg.cli import main; main(['--help'], standalone_mode=False); print([*sys.modules], file=sys.stderr)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    for module in ("numpy", "pyoxigraph", "networkx", "rich", "trafilatura", "py3langid", "feedparser", "yaml"):
        assert f"'{module}'" not in run.stderr, module


def test_an_error_is_one_line_with_its_cure(kg, workplace):
    result = kg("query", "actors", "--store", "nowhere", code=2)
    assert result.stderr == "kg: there is no store at nowhere (build one with kg build, or check the path)\n"


def test_a_closed_pipe_ends_a_command_quietly(built, workplace):
    script = '{ "$@" export --format nquads; echo $? >&2; } | head -c 10'
    run = subprocess.run(["bash", "-c", script, "-", *KG], capture_output=True, text=True, encoding="utf-8", check=True)
    assert run.stderr == "141\n"


def test_an_interrupt_exits_with_130(kg, workplace, record, write, monkeypatch):
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kg.pipeline.build", interrupted)
    write("a.jsonl", record("1"))
    assert "what was committed stays" in kg("build", "a.jsonl", code=130).stderr


def test_output_is_utf8_whatever_the_locale(built, workplace):
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONPATH": ":".join(sys.path)}
    run = subprocess.run([*KG, "query", "actors"], capture_output=True, env=environment, check=True)
    assert "Қасым-Жомарт Тоқаев" in run.stdout.decode()
