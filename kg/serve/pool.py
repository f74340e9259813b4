"""Worker processes that evaluate queries: as many as the settings say, each killed where its job takes too long."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kg.serve import frames
from kg.serve.errors import RequestError
from kg.serve.frames import Message
from kg.serve.settings import Limits

STOPPED = 503
"""The status of what took too long or too much memory."""

_START = 60.0
_ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a worker answered: the content itself, or the file where it lies, which the reader deletes."""

    status: int
    type: str
    content: bytes
    file: Path | None
    more: Message

    def whole(self) -> bytes:
        """All of the content in memory."""
        if self.file is None:
            return self.content
        content = self.file.read_bytes()
        self.file.unlink()
        return content


class Worker:
    """One process. Broken off in the middle of a job it is dead, and another has to take its place."""

    def __init__(self, module: str, arguments: Sequence[str]) -> None:
        self._command = (sys.executable, "-m", module, *arguments)
        self._scratch = Path(arguments[0])
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Starts the process where none runs, and waits until it is ready: that takes no job's time.

        Raises RequestError where it does not become ready.
        """
        if not self.alive:
            paths = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
            environment = {key: value for key, value in os.environ.items() if not key.startswith("KG_")}
            self._process = await asyncio.create_subprocess_exec(
                *self._command,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                env=environment | {"PYTHONPATH": os.pathsep.join(paths)},
                limit=1 << 20,
            )
            await self._within(_START, None, b"")

    @property
    def alive(self) -> bool:
        """Whether the process runs."""
        return self._process is not None and self._process.returncode is None

    async def ask(self, job: Message, payload: bytes, seconds: float) -> Answer:
        """Does a job. Raises RequestError where it fails, takes longer than `seconds`, or more memory than a worker may have."""
        await self.start()
        message, content = await self._within(seconds, job | {"seconds": seconds}, payload)
        if message["status"] >= 400:
            raise RequestError(
                message["status"], message["message"], cure=message.get("cure"), headers=message.get("headers")
            )  # fmt: skip
        file = message.get("file")
        return Answer(message["status"], message.get("type", ""), content, Path(file) if file else None, message)

    async def _within(self, seconds: float, job: Message | None, payload: bytes) -> tuple[Message, bytes]:
        """The next frame from the process, which is killed where that does not come whole and in time."""
        whole = False
        try:
            found = await asyncio.wait_for(self._exchange(job, payload), seconds)
            whole = True
        except TimeoutError as error:
            raise RequestError(
                STOPPED, f"stopped after {seconds:g} seconds, the limit of this server", cure="ask for less at a time"
            ) from error
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            raise RequestError(STOPPED, f"stopped: {await self._cause()}", cure="ask for less at a time") from error
        finally:
            if not whole:
                await self.stop()
        return found

    async def stop(self) -> None:
        """Kills the process, whatever it is doing."""
        if self._process is not None and self._process.returncode is None:
            with suppress(ProcessLookupError):
                self._process.kill()
            await self._process.wait()
            for left in self._scratch.glob(f"answer-{self._process.pid}-*"):
                left.unlink(missing_ok=True)

    async def _exchange(self, job: Message | None, payload: bytes) -> tuple[Message, bytes]:
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            raise ConnectionResetError
        if job is not None:
            process.stdin.write(frames.pack(job, payload))
            await process.stdin.drain()
        return await frames.receive(process.stdout)

    async def _cause(self) -> str:
        code = None if self._process is None else await self._process.wait()
        if code is not None and code == -getattr(signal, "SIGABRT", 6):
            return "this takes more memory than this server gives to one request"
        return "the process that worked on it has ended"


class Pool:
    """Workers that take jobs as they come free; who finds none waits in the order of coming."""

    def __init__(self, scratch: Path, limits: Limits) -> None:
        self._limits = limits
        arguments = (str(scratch), str(limits.memory))
        self._workers = [Worker("kg.serve.worker", arguments) for _ in range(limits.workers)]
        self._idle: asyncio.LifoQueue[Worker] = asyncio.LifoQueue()
        self._reviving: set[asyncio.Task[None]] = set()
        self.waiting = 0
        self.busy = 0
        self.stopped = 0

    async def start(self) -> None:
        """Starts one process; the others start when they are needed."""
        await self._workers[-1].start()
        for worker in self._workers:
            self._idle.put_nowait(worker)

    async def stop(self) -> None:
        """Kills all processes."""
        for task in self._reviving:
            task.cancel()
        await asyncio.gather(*(worker.stop() for worker in self._workers))

    async def ask(self, job: Message, payload: bytes = b"") -> Answer:
        """Does a job in the next free worker. Raises RequestError as `Worker.ask` does, and where too many wait already."""
        if self.waiting >= self._limits.waiting:
            raise RequestError(503, "too many requests are waiting", cure="try again later", headers={"Retry-After": "1"})
        self.waiting += 1
        try:
            worker = await self._idle.get()
        finally:
            self.waiting -= 1
        self.busy += 1
        try:
            return await worker.ask(job | {"answer": self._limits.answer}, payload, self._limits.seconds)
        except RequestError as error:
            self.stopped += error.status == STOPPED
            raise
        finally:
            self.busy -= 1
            if worker.alive:
                self._idle.put_nowait(worker)
            else:  # the next request shall not wait for a process to start
                task = asyncio.create_task(self._revive(worker))
                self._reviving.add(task)
                task.add_done_callback(self._reviving.discard)

    async def _revive(self, worker: Worker) -> None:
        try:
            with suppress(RequestError):  # then the next request says so
                await worker.start()
        finally:
            self._idle.put_nowait(worker)
