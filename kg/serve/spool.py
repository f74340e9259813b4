"""Where a worker puts an answer: in memory while it is short, then in a file, and never more than the limit."""

from __future__ import annotations

import io
from pathlib import Path
from typing import BinaryIO

from kg.serve.errors import RequestError

_SHORT = 1 << 20


class Spool(io.RawIOBase):
    """A binary stream to write to. `content` is what it holds, or the file in which it lies.

    Raises RequestError (422) from `write` where the answer gets longer than `limit` bytes.
    """

    def __init__(self, file: Path, limit: int) -> None:
        super().__init__()
        self._file = file
        self._limit = limit
        self._written = 0
        self._stream: BinaryIO = io.BytesIO()
        self._short = True

    def writable(self) -> bool:
        return True

    def write(self, data: bytes, /) -> int:  # type: ignore[override]
        self._written += len(data)
        if self._written > self._limit:
            raise RequestError(422, f"the answer is longer than {self._limit} bytes", cure="ask for less, with LIMIT and OFFSET")
        if self._short and self._written > _SHORT:
            stream = self._file.open("wb")
            stream.write(self._stream.getvalue())  # type: ignore[attr-defined]
            self._stream, self._short = stream, False
        return self._stream.write(data)

    def content(self) -> bytes | Path:
        """All that was written. Ends the writing."""
        if self._short:
            return self._stream.getvalue()  # type: ignore[attr-defined, no-any-return]
        self._stream.close()
        return self._file

    def restart(self) -> None:
        """Forgets what was written."""
        self.drop()
        self._stream, self._short, self._written = io.BytesIO(), True, 0

    def drop(self) -> None:
        """Leaves nothing behind."""
        if not self._short:
            self._stream.close()
            self._file.unlink(missing_ok=True)
