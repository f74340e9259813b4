"""The user's paths to streams of bytes: files, folders, pipes, standard input."""

from __future__ import annotations

import hashlib
import os
import stat
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from kg.model.errors import IngestError

STANDARD_INPUT = "-"
MAX_FILE = 64 * 1024 * 1024
"""The longest file that is read as a whole, in bytes. JSON Lines are read line by line and may be of any length."""
HEAD = 64 * 1024


class Ahead:
    """A stream of bytes whose beginning has been read ahead: `head` is at least its first `HEAD` bytes and its first line."""

    def __init__(self, stream: BinaryIO) -> None:
        head = stream.read(HEAD)
        if len(head) == HEAD and b"\n" not in head:
            head += stream.readline(MAX_FILE)
        following = stream.read(1)
        self.is_whole = not following
        self.head = head + following
        self._ahead, self._stream = BytesIO(self.head), stream

    def read(self, size: int) -> bytes:
        """Up to `size` bytes; fewer only at the end."""
        data = self._ahead.read(size)
        return data + self._stream.read(size - len(data)) if len(data) < size else data

    def readline(self, size: int) -> bytes:
        """Up to and with the next line feed, at most `size` bytes."""
        line = self._ahead.readline(size)
        return line if line.endswith(b"\n") or len(line) >= size else line + self._stream.readline(size - len(line))


@dataclass(frozen=True, slots=True)
class Source:
    """Something to read. `name` is how ids, origins and messages call it, the same on every machine; a file has no `stream`."""

    name: str
    suffix: str
    path: Path | None
    stream: BinaryIO | None = None

    @contextmanager
    def open(self) -> Iterator[Ahead]:
        """The bytes. Raises IngestError where there are none to be had."""
        if self.stream is not None:
            yield Ahead(self.stream)
            return
        if self.path is None:
            raise IngestError("there is no standard input here", file=self.name, cure="name a file")
        try:
            stream = self.path.open("rb")
        except OSError as error:
            raise IngestError(
                f"cannot be read: {error.strerror}", file=self.name, cure="check the path and its permissions"
            ) from error
        with stream:
            yield Ahead(stream)

    def fallback_id(self, data: bytes) -> str:
        """The id of a document that has none of its own: its path; where it has no path, a hash of what was read."""
        return self.name if self.path is not None else f"input-{hashlib.sha256(data).hexdigest()[:16]}"


def sources(paths: Sequence[str], stdin: BinaryIO | None) -> Iterator[Source]:
    """What is to be read, in the order of `paths`; folders sorted by name, hidden files and links to folders left out.

    A path inside the working directory is called by its relative path, any other by the path from the parent of
    what the user named. Raises IngestError, lazily, for a path that does not exist.
    """
    for path in paths:
        if path == STANDARD_INPUT:
            yield Source(STANDARD_INPUT, "", None, stdin)
            continue
        named = Path(path)
        yield from _folder(named) if named.is_dir() else _file(named)


def size(paths: Sequence[str]) -> int | None:
    """How many bytes lie under `paths`; None where that cannot be known beforehand (standard input, pipes)."""
    total = 0
    for path in paths:
        if path == STANDARD_INPUT:
            return None
        try:
            found = [source.path for source in _folder(Path(path))] if Path(path).is_dir() else [Path(path)]
            for file in filter(None, found):
                status = file.stat()
                if not stat.S_ISREG(status.st_mode):
                    return None
                total += status.st_size
        except OSError:
            continue
    return total


def _file(path: Path) -> Iterator[Source]:
    try:
        regular = stat.S_ISREG(path.stat().st_mode)
    except OSError as error:
        raise IngestError(f"cannot be read: {error.strerror}", file=str(path), cure="check the path") from error
    if regular:
        yield Source(_name(path, path), path.suffix.lower(), path)
        return
    with path.open("rb") as stream:  # a pipe, such as <(command)
        yield Source(STANDARD_INPUT, "", None, stream)


def _folder(folder: Path) -> Iterator[Source]:
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(parent, name)
            if not name.startswith(".") and path.is_file():
                yield Source(_name(path, folder), path.suffix.lower(), path)


def _name(path: Path, argument: Path) -> str:
    full, here = os.path.abspath(path), os.getcwd()  # noqa: PTH100, PTH109 (links are not to be resolved)
    base = here if full.startswith(here.rstrip("/") + "/") else os.path.dirname(os.path.abspath(argument))  # noqa: PTH100, PTH120
    name = Path(os.path.relpath(full, base)).as_posix()
    return unicodedata.normalize("NFC", os.fsencode(name).decode("utf-8", "backslashreplace"))
