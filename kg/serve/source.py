"""What readers read: the store's own folder while only others write to it, else a snapshot of what was last committed here."""

from __future__ import annotations

import asyncio
import shutil
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from kg.serve.frames import Message
from kg.serve.pool import Answer, Worker
from kg.serve.settings import Settings

_RECENT = 60.0


class Source:
    """Gives each query the folder to read from, and changes the store, one request after the other.

    A query sees all that was committed before it came. pyoxigraph must not read a folder that another process writes to, so each
    first query after a change has the writer make a snapshot (hard links, some hundredths of a second).
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._writer: Worker | None = None
        if settings.writable:
            documents = "documents" if settings.documents else "graphs"
            arguments = (str(settings.scratch), str(settings.limits.memory), str(settings.folder), documents)
            self._writer = Worker("kg.serve.writer", arguments)
        self._lock = asyncio.Lock()
        self._changed = True
        self._number = 0
        self._snapshot = settings.folder
        self._readers: Counter[Path] = Counter()
        self._read = 0.0

    async def start(self) -> None:
        """Opens the store for writing where clients may write. Raises RequestError where that fails."""
        if self._writer is not None:
            await self._writer.ask({"do": "hello"}, b"", self._settings.limits.seconds)

    async def stop(self) -> None:
        """Ends the writer, if there is one, when it has done what it is doing."""
        if self._writer is not None:
            async with self._lock:
                await self._writer.stop()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Path]:
        """A folder that does not change, and is not taken away, while it is read."""
        self._read = time.monotonic()
        if self._writer is not None and self._changed:
            async with self._lock:
                await self._take()
        folder = self._snapshot
        self._readers[folder] += 1
        try:
            yield folder
        finally:
            self._readers[folder] -= 1
            self._tidy(folder)

    async def write(self, job: Message, payload: bytes = b"") -> Answer:
        """Does a job that changes the store. Raises RequestError where it fails; then nothing has changed."""
        if self._writer is None:
            raise RuntimeError("this server has no writer")
        async with self._lock:
            if time.monotonic() - self._read < _RECENT:
                await self._take()  # so that queries need not wait for this job to see what was committed before it
            try:
                return await self._writer.ask(job, payload, self._settings.limits.seconds)
            finally:
                self._changed = True  # not before: until then queries read what was there

    async def _take(self) -> None:
        """Makes a new snapshot where something has changed since the last."""
        if self._writer is None or not self._changed:
            return
        self._number += 1
        folder = self._settings.scratch / f"snapshot-{self._number}"
        await self._writer.ask({"do": "snapshot", "folder": str(folder)}, b"", self._settings.limits.seconds)
        before, self._snapshot, self._changed = self._snapshot, folder, False
        self._tidy(before)

    def _tidy(self, folder: Path) -> None:
        if folder not in {self._snapshot, self._settings.folder} and not self._readers[folder]:
            del self._readers[folder]
            shutil.rmtree(folder, ignore_errors=True)
