"""Options and arguments that several verbs share."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Any, BinaryIO, TypeVar

import click

DEFAULT_STORE = "graph/"
F = TypeVar("F", bound=Callable[..., Any])


def store_option(command: F) -> F:
    """`--store URI`."""
    return click.option(
        "--store", "store_uri", metavar="URI", default=DEFAULT_STORE, show_default=True, help="Where the graph lies: a folder."
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
