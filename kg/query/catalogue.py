"""queries/*.rq and *.cypher -> the catalogue: each question in both languages, under one head.

The comments at the head of a file are YAML: summary, params, returns, tags. Both files of a question have the same head.
"""

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
from kg.store.base import Speech

SUFFIXES: Mapping[Speech, str] = {"sparql": ".rq", "cypher": ".cypher"}
_COMMENTS: Mapping[Speech, str] = {"sparql": "#", "cypher": "//"}
_Loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader  # every start of kg query reads all heads


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
    texts: Mapping[Speech, str]
    files: Mapping[Speech, str]


@lru_cache(maxsize=1)
def catalogue() -> tuple[NamedQuery, ...]:
    """All named queries, sorted by name. Raises QueryError, with file, as `load` does."""
    stems = {path.stem for suffix in SUFFIXES.values() for path in folder("queries").glob(f"*{suffix}")}
    return tuple(load(folder("queries") / stem) for stem in sorted(stems))


def named(name: str) -> NamedQuery:
    """The query of that name. Raises QueryError where there is none."""
    found = {query.name: query for query in catalogue()}
    if name not in found:
        raise QueryError(f"there is no query {name}", cure=f"one of {', '.join(found)}")
    return found[name]


def load(stem: Path) -> NamedQuery:
    """The question whose files are `stem` with each suffix.

    Raises QueryError where a head is missing or malformed, where the heads differ, and where a language lacks its file.
    """
    files = {speech: Path(f"{stem}{suffix}") for speech, suffix in SUFFIXES.items()}
    heads, texts = {}, {}
    for speech, path in files.items():
        heads[speech], texts[speech] = _parts(path, _COMMENTS[speech])
    head = _head(files["sparql"], heads["sparql"])
    for speech, path in files.items():
        if heads[speech] != heads["sparql"]:
            line = _first_difference(heads["sparql"], heads[speech])
            raise QueryError(
                f"the head differs from that of {files['sparql'].name}",
                file=str(path), line=line, cure="a question has the same head in both languages",
            )  # fmt: skip
    return NamedQuery(
        name=stem.name,
        summary=dict(head["summary"]),
        parameters=tuple(_parameter(files["sparql"], name, given) for name, given in head["params"].items()),
        returns=dict(head["returns"]),
        tags=tuple(head["tags"]),
        texts=texts,
        files={speech: str(path) for speech, path in files.items()},
    )


def _parts(path: Path, mark: str) -> tuple[list[str], str]:
    """The lines of a file's head, without the marks of comments, and the query after it."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        raise QueryError("a question needs a file in each language", file=str(path), cure="write it") from None
    comments = list(takewhile(lambda line: line.startswith(mark), lines))
    head = [line.removeprefix(mark).removeprefix(" ") for line in comments]
    return head, "\n".join(lines[len(comments) :]) + "\n"


def _head(path: Path, lines: list[str]) -> dict[str, Any]:
    try:
        head = yaml.load("\n".join(lines), Loader=_Loader)  # noqa: S506 (either is a safe one)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise QueryError(
            f"the head is not YAML: {error.problem}", file=str(path), line=mark.line + 1 if mark else None
        ) from error
    if not isinstance(head, dict) or not {"summary", "params", "returns", "tags"} <= set(head):
        raise QueryError("the head must say summary, params, returns and tags", file=str(path), line=1)
    return head


def _first_difference(one: list[str], other: list[str]) -> int:
    same = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return len(list(same)) + 1


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
