"""Prefixes of Turtle and TriG in a fixed order: pyoxigraph gives them in none."""

from __future__ import annotations

from typing import IO


class SortedHead:
    """A stream whose first `lines`, as far as they are prefixes, come sorted. Close it at the end: that closes no other."""

    def __init__(self, output: IO[bytes], lines: int) -> None:
        self._output, self._lines = output, lines
        self._head: bytes | None = b"" if lines else None

    def write(self, data: bytes) -> int:
        if self._head is None:
            self._output.write(data)
            return len(data)
        self._head += data
        if self._head.count(b"\n") >= self._lines:
            self.close()
        return len(data)

    def flush(self) -> None:
        """Called at the end; there is nothing to do."""

    def close(self) -> None:
        """Lets the head go, sorted as far as it consists of prefixes."""
        if self._head is None:
            return
        lines, self._head = self._head.splitlines(keepends=True), None
        prefixes = sum(line.startswith(b"@prefix ") for line in lines[: self._lines])
        self._output.writelines(sorted(lines[:prefixes]))
        self._output.writelines(lines[prefixes:])
