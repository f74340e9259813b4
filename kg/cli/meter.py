"""How far a long run is, on standard error: a bar on a terminal, else a line now and then."""

# ruff: noqa: PLC0415 (imports within functions keep the start quick)
from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Self

from kg.model.article import Rejected

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_BETWEEN_LINES = 30.0


class Meter:
    """Shows documents done, their rate and the time left. Quiet, it only says what went wrong."""

    def __init__(self, paths: Sequence[str], *, quiet: bool = False, verbose: bool = False) -> None:
        self._paths, self._quiet, self._verbose = paths, quiet, verbose
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._began = self._spoke = time.monotonic()
        self._bytes = 0
        self._documents = 0
        self.failed = 0

    def __enter__(self) -> Self:
        if not self._quiet and sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

            from kg.ingest import size

            columns = (BarColumn(), TextColumn("{task.fields[documents]}"), TimeRemainingColumn(compact=True))
            self._bar = Progress(*columns, console=Console(stderr=True, highlight=False), transient=True)
            self._task = self._bar.add_task("", total=size(self._paths), documents="")
            self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._bar is not None:
            self._bar.stop()

    def advance(self, count: int) -> None:
        """So many bytes more have been read."""
        self.at(self._bytes + count, self._documents)

    def count(self) -> None:
        """One document more is through."""
        self.at(self._bytes, self._documents + 1)

    def at(self, count: int, documents: int) -> None:
        """So many bytes and documents have been read."""
        self._bytes, self._documents = count, documents
        rate = f"{documents:,} documents, {documents / max(time.monotonic() - self._began, 0.001):,.0f}/s"
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=count, documents=rate)
        elif not self._quiet and time.monotonic() - self._spoke > _BETWEEN_LINES:
            self._spoke = time.monotonic()
            self.say(rate)

    def report(self, rejected: Rejected) -> None:
        """Says what failed; what was passed over on purpose only where everything is to be told."""
        self.failed += not rejected.skipped
        if not rejected.skipped or self._verbose:
            self.say(f"{'' if rejected.error.file else rejected.origin + ': '}{rejected.error}")

    def say(self, line: str) -> None:
        """Writes a line without disturbing the bar."""
        if self._bar is not None:
            self._bar.console.print(line, markup=False, soft_wrap=True)
        else:
            print(line, file=sys.stderr)  # noqa: T201 (this is where the program speaks)
