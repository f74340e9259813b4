"""A process that evaluates queries, one after the other, over a store that it only reads: `python -m kg.serve.worker`.

It gets frames (kg.serve.frames) on standard input and answers on standard output. Whoever started it may kill it at any
moment. It ends with its parent, and by itself where its time runs out and nobody killed it.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

import pyoxigraph as ox

from kg.model.errors import ElshiError, StoreError
from kg.serve import frames
from kg.serve.errors import RequestError
from kg.serve.evaluate import Query, evaluate
from kg.serve.frames import Message
from kg.serve.graphs import write_graph
from kg.serve.spool import Spool
from kg.store.rdf.folder import open_folder

_GRACE = 2.0
"""Seconds after the limit at which a worker ends by itself: whoever should have killed it has gone."""

_ATTEMPTS = 5

Job = Callable[[Message, bytes, Spool], Message]


class Reading:
    """The store as it is now: opened again whenever its folder is another one, or was written to by another program."""

    def __init__(self) -> None:
        self._store: ox.Store | None = None
        self._seen: tuple[object, ...] = ()

    def store(self, folder: Path, *, again: bool = False) -> ox.Store:
        """The open store. Raises StoreError where it cannot be opened."""
        seen = (folder, *_signature(folder))
        if self._store is None or again or seen != self._seen:
            self._store = None
            self._store = _opened(folder)
            self._seen = seen
        return self._store

    def query(self, message: Message, payload: bytes, spool: Spool) -> Message:  # noqa: ARG002 (a job takes three)
        """Evaluates a query."""
        query = Query(**message["query"])
        return self._read(message, spool, lambda store: evaluate(store, query, spool, message["rows"]))

    def graph(self, message: Message, payload: bytes, spool: Spool) -> Message:  # noqa: ARG002 (a job takes three)
        """Reads a graph."""
        name, accept = message["graph"], message["accept"]
        return self._read(message, spool, lambda store: write_graph(store, name, accept, spool, message["rows"]))

    def question(self, message: Message, payload: bytes, spool: Spool) -> Message:  # noqa: ARG002 (a job takes three)
        """Answers a named question."""
        from kg.serve.questions import answered  # noqa: PLC0415 (most workers never need it)

        name, given, accept = message["name"], message["parameters"], message["accept"]
        return self._read(message, spool, lambda store: answered(store, name, given, accept, spool, message["rows"]))

    def _read(self, message: Message, spool: Spool, work: Callable[[ox.Store], str]) -> Message:
        folder = Path(message["folder"])
        try:
            kind = work(self.store(folder))
        except OSError:  # a writer tidied a file away under us: what it wrote instead is there now
            spool.restart()
            kind = work(self.store(folder, again=True))
        return {"status": 200, "type": kind}


def _opened(folder: Path) -> ox.Store:
    """The store, even if a program that writes to it tidies its files just now. Raises StoreError where it cannot be opened."""
    for _ in range(_ATTEMPTS - 1):
        with suppress(StoreError):
            return open_folder(folder, create=False, read_only=True)
    return open_folder(folder, create=False, read_only=True)


def _signature(folder: Path) -> tuple[object, ...]:
    """Changes with every commit: RocksDB appends it to its log, or to its manifest."""
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".log") or entry.name.startswith(("MANIFEST-", "CURRENT")):
                with suppress(FileNotFoundError):  # gone since it was listed
                    told = entry.stat()
                    found.append((entry.name, told.st_size, told.st_mtime_ns))
    return tuple(sorted(found))


def serve(jobs: Mapping[str, Job], scratch: Path, source: BinaryIO, target: BinaryIO) -> None:
    """Does one job after the other until `source` ends."""
    target.write(frames.pack({"status": 200}))  # ready
    target.flush()
    number = 0
    while True:
        try:
            message, payload = frames.read(source)
        except EOFError:
            return
        number += 1
        spool = Spool(scratch / f"answer-{os.getpid()}-{number}", message.get("answer", 0))
        _alarm(message.get("seconds", 0.0) + _GRACE)
        reply = _done(jobs[message["do"]], message, payload, spool)
        content = spool.content() if reply["status"] < 400 else b""
        _alarm(0)
        if isinstance(content, Path):
            reply["file"], content = str(content), b""
        target.write(frames.pack(reply, content))
        target.flush()


def _done(job: Job, message: Message, payload: bytes, spool: Spool) -> Message:
    try:
        return job(message, payload, spool)
    except RequestError as error:
        told = {"status": error.status, "message": error.message, "cure": error.cure, "headers": error.headers}
    except ElshiError as error:
        told = {"status": 500, "message": str(error)}
    except (OSError, RuntimeError, MemoryError, RecursionError) as error:
        told = {"status": 500, "message": f"the store failed: {type(error).__name__}: {error}"}
    spool.drop()
    return told


def _alarm(seconds: float) -> None:
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def prepare(memory: int) -> tuple[BinaryIO, BinaryIO]:
    """Limits this process, and gives the streams of frames; what anything else prints goes to standard error."""
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)  # ends the process whatever it is doing
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt at the terminal is the parent's to handle
    if memory and sys.platform != "win32":
        import resource  # noqa: PLC0415 (not there on Windows)

        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    target = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return sys.stdin.buffer, target


def main() -> None:
    """Arguments: the folder for long answers, the limit of memory in bytes."""
    source, target = prepare(int(sys.argv[2]))
    reading = Reading()
    serve({"query": reading.query, "graph": reading.graph, "question": reading.question}, Path(sys.argv[1]), source, target)


if __name__ == "__main__":
    main()
