"""JSON files and JSON Lines to their values, each with its line."""

from __future__ import annotations

import json
from collections.abc import Iterator

from kg.ingest.decode import decode
from kg.ingest.files import Ahead
from kg.model.errors import IngestError

MAX_LINE = 16 * 1024 * 1024
"""The longest line of JSON Lines, in bytes."""
_CURE_LINES = "write one JSON object a line"


def read_lines(stream: Ahead, *, file: str) -> Iterator[tuple[int, bytes, object | IngestError]]:
    """(number, bytes, value) of each line that is not blank, one at a time; the value of a bad one is an IngestError."""
    number = 0
    while line := stream.readline(MAX_LINE + 1):
        number += 1
        if len(line) > MAX_LINE:
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_LINE)
            yield number, b"", IngestError(
                f"a line longer than {MAX_LINE // 2**20} MB", file=file, line=number, cure="one article a line; split the text"
            )  # fmt: skip
        elif line.strip():
            yield number, line, _value(line, file, number)


def _value(line: bytes, file: str, number: int) -> object | IngestError:
    try:
        return parse(decode(line, file=file, line=number), file=file, line=number)
    except IngestError as error:
        return error


def read_values(text: str, *, file: str) -> Iterator[tuple[int | None, object]]:
    """The document, or the elements of the list of documents, in a JSON file. `text` is the whole of it. Raises IngestError."""
    value = parse(text, file=file)
    if not isinstance(value, list):
        yield None, value
        return
    if not value:
        raise IngestError("the list of documents is empty", file=file, cure="leave the file out")
    yield from enumerate(value, 1)


def parse(text: str, *, file: str, line: int | None = None) -> object:
    """The JSON value of `text`. Raises IngestError, with the line of the fault, where it has none."""
    try:
        return json.loads(text, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        if line is None:
            raise IngestError(
                f"no JSON: {error.msg} (column {error.colno})", file=file, line=error.lineno, cure="mend the JSON"
            ) from error
        raise IngestError(f"no JSON: {error.msg} (column {error.colno})", file=file, line=line, cure=_CURE_LINES) from error
    except RecursionError as error:
        raise IngestError("JSON nested too deeply", file=file, line=line, cure=_CURE_LINES) from error
    except ValueError as error:
        raise IngestError(f"no JSON: {error}", file=file, line=line, cure="mend the number") from error


def _refuse(constant: str) -> object:
    raise ValueError(f"{constant} is no number in JSON")
