"""The command line: `kg VERB …`. One module a verb; data go to standard output, progress and complaints to standard error.

Exit codes: 0 all well; 1 some documents failed, the others are through; 2 the command could not be carried out;
130 interrupted, what was committed stays.
"""

# ruff: noqa: D301 (click reads the \\b in help)
from __future__ import annotations

import importlib
import logging
import os
import sys
from typing import Any

import click

import kg
from kg.model.errors import ElshiError

VERBS = {
    "build": "build",
    "extract": "extract",
    "resolve": "resolve",
    "query": "query",
    "sparql": "sparql",
    "cypher": "cypher",
    "map": "drawing",
    "export": "export",
    "import": "importing",
    "copy": "copying",
    "forget": "forget",
    "validate": "validate",
    "explain": "explain",
    "serve": "serve",
    "eval": "eval",
}
"""Verb -> module of this package that holds it, in the order of the help."""

_BROKEN_PIPE = 141  # as the shell reports a program that a closed pipe ended
_INTERRUPTED = 130


class Verbs(click.Group):
    """Loads a verb's module only when it is called for, and turns errors into one readable line."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click passes it)
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 (click passes it)
        if cmd_name not in VERBS:
            return None
        command: click.Command = importlib.import_module(f"kg.cli.{VERBS[cmd_name]}").command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except ElshiError as error:
            click.echo(f"kg: {error}", err=True)
            ctx.exit(2)
        except BrokenPipeError:
            # Whatever is still in the buffer must not be written to the closed pipe when Python ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(_BROKEN_PIPE)
        except KeyboardInterrupt:
            click.echo("kg: interrupted; what was committed stays", err=True)
            ctx.exit(_INTERRUPTED)
        return result


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(kg.__version__, prog_name="kg")
def main() -> None:
    """Turns Kazakh diplomacy news into a knowledge graph: who met whom, when, where, about what, and which words say so.

    \b
    kg build articles/ --map map.html     build the graph in graph/, and draw it
    kg query                              list the questions that it can answer
    kg query who-met-whom                 ask one
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    for name in ("trafilatura", "htmldate", "charset_normalizer"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
