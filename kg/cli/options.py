"""Options and arguments that several verbs share."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import click

DEFAULT_STORE = "graph/"
F = TypeVar("F", bound=Callable[..., Any])


def store_option(command: F) -> F:
    """`--store URI`."""
    return click.option(
        "--store",
        "store_uri",
        metavar="URI",
        default=DEFAULT_STORE,
        show_default=True,
        help="Where the graph lies: a folder, or a server.",
    )(command)


def paths_argument(command: F) -> F:
    """`PATH…`: files, folders or `-`; one that does not exist is a usage error."""
    kind = click.Path(exists=True, allow_dash=True)
    return click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=kind)(command)


def workers_option(command: F) -> F:
    """`--workers N`."""
    return click.option(
        "--workers", metavar="N", type=click.IntRange(min=1), help="Processes that extract.  [default: one a core]"
    )(command)


def quiet_option(command: F) -> F:
    """`--quiet`."""
    return click.option("-q", "--quiet", is_flag=True, help="Only say what went wrong.")(command)


def min_confidence_option(command: F) -> F:
    """`--min-confidence P`."""
    return click.option(
        "--min-confidence", metavar="P", type=float, default=0.0, callback=_confidence,
        help="Leave out what is less sure than P, from 0 to 1.  [default: 0]",
    )(command)  # fmt: skip


def params_option(command: F) -> F:
    """`--param NAME=VALUE`, as a mapping."""
    return click.option(
        "-p", "--param", "params", metavar="NAME=VALUE", multiple=True, callback=_params, help="A parameter of the question."
    )(command)


def format_option(*choices: str, default: str) -> Callable[[Any], Any]:
    """`--format NAME`."""
    return click.option(
        "-f", "--format", "form", type=click.Choice(choices), default=default, show_default=True, help="What to print."
    )


def standard_input(paths: Sequence[str]) -> BinaryIO | None:
    """The bytes of standard input where `paths` call for them."""
    return sys.stdin.buffer if "-" in paths else None


def query_text(given: str) -> str:
    """A query given as text, as @FILE, or - for standard input."""
    if given != "-" and not given.startswith("@"):
        return given
    try:
        data = sys.stdin.buffer.read() if given == "-" else Path(given[1:]).read_bytes()
        return data.decode("utf-8-sig")
    except OSError as error:
        raise click.BadParameter(f"{given[1:]} cannot be read: {error.strerror}", param_hint="@FILE") from error
    except UnicodeDecodeError as error:
        raise click.BadParameter(f"the query is not UTF-8: byte {error.start}", param_hint="TEXT|@FILE|-") from error


def _confidence(ctx: click.Context, option: click.Parameter, value: float) -> float:
    if not 0 <= value <= 1:
        raise click.BadParameter(f"{value} is no confidence: give a number from 0 to 1, such as 0.8", ctx=ctx, param=option)
    return value


def _params(ctx: click.Context, option: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    given: dict[str, str] = {}
    for value in values:
        name, equals, content = value.partition("=")
        if not equals or not name.strip():
            raise click.BadParameter(f"{value!r} is not of the form NAME=VALUE", ctx=ctx, param=option)
        if name.strip() in given:
            raise click.BadParameter(f"{name.strip()} is given twice", ctx=ctx, param=option)
        given[name.strip()] = content
    return given
