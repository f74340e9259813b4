"""queries/*.rq -> the catalogue. The comments at the head of a file are YAML: summary, params, returns, tags."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from pathlib import Path
from typing import Any

import yaml

from kg.model.errors import QueryError
from kg.query.parameters import TYPES
from kg.resources import folder


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a query takes. `type` is one of kg.query.parameters.TYPES."""

    name: str
    type: str
    description: str
    default: str | None = None
    required: bool = False


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """One question. `summary` says in kk, ru and en what it asks, `returns` what each column holds."""

    name: str
    summary: Mapping[str, str]
    parameters: tuple[Parameter, ...]
    returns: Mapping[str, str]
    tags: tuple[str, ...]
    text: str
    file: str


@lru_cache(maxsize=1)
def catalogue() -> tuple[NamedQuery, ...]:
    """All named queries, sorted by name. Raises QueryError, with file, for a file whose head is not as it should be."""
    return tuple(load(path) for path in sorted(folder("queries").glob("*.rq")))


def named(name: str) -> NamedQuery:
    """The query of that name. Raises QueryError where there is none."""
    found = {query.name: query for query in catalogue()}
    if name not in found:
        raise QueryError(f"there is no query {name}", cure=f"one of {', '.join(found)}")
    return found[name]


def load(path: Path) -> NamedQuery:
    """One file. Raises QueryError where its head is missing or malformed."""
    lines = path.read_text(encoding="utf-8").splitlines()
    comments = list(takewhile(lambda line: line.startswith("#"), lines))
    try:
        head = yaml.safe_load("\n".join(line[1:].removeprefix(" ") for line in comments))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise QueryError(
            f"the head is not YAML: {error.problem}", file=str(path), line=mark.line + 1 if mark else None
        ) from error
    if not isinstance(head, dict) or not {"summary", "params", "returns", "tags"} <= set(head):
        raise QueryError("the head must say summary, params, returns and tags", file=str(path), line=1)
    return NamedQuery(
        name=path.stem,
        summary=dict(head["summary"]),
        parameters=tuple(_parameter(path, name, given) for name, given in head["params"].items()),
        returns=dict(head["returns"]),
        tags=tuple(head["tags"]),
        text="\n".join(lines[len(comments) :]) + "\n",
        file=str(path),
    )


def _parameter(path: Path, name: str, given: Mapping[str, Any]) -> Parameter:
    try:
        found = Parameter(name=name, **given)
    except TypeError as error:
        raise QueryError(f"the parameter {name} is not as it should be: {error}", file=str(path)) from error
    if found.type not in TYPES:
        raise QueryError(
            f"the parameter {name} is of unknown type {found.type}", file=str(path), cure=f"one of {', '.join(TYPES)}"
        )
    return found
