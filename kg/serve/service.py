"""What all requests share: the settings, the workers, the source, who may change something."""

from __future__ import annotations

import hmac
from dataclasses import asdict

from starlette.requests import Request

from kg.serve.errors import RequestError
from kg.serve.evaluate import Query
from kg.serve.frames import Message
from kg.serve.http import unless_gone
from kg.serve.pool import Answer, Pool
from kg.serve.settings import Settings
from kg.serve.source import Source


class Service:
    """One server. `start` before the first request, `stop` after the last."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.pool = Pool(settings.scratch, settings.limits)
        self.source = Source(settings)

    async def start(self) -> None:
        """Starts all processes. Raises RequestError where the store cannot be opened."""
        await self.source.start()
        await self.pool.start()

    async def stop(self) -> None:
        """Ends all processes."""
        await self.pool.stop()
        await self.source.stop()

    async def read(self, request: Request, job: Message) -> Answer:
        """Does a job that reads. Raises RequestError where it fails, or the client goes."""
        return await unless_gone(request, self._read(job | {"rows": self.settings.limits.rows}))

    async def query(self, request: Request, query: Query) -> Answer:
        """Evaluates a query. Raises RequestError likewise."""
        return await self.read(request, {"do": "query", "query": asdict(query)})

    async def _read(self, job: Message) -> Answer:
        async with self.source.reading() as folder:
            return await self.pool.ask(job | {"folder": str(folder)})

    async def write(self, request: Request, job: Message, payload: bytes = b"") -> Answer:
        """Does a job that changes the store. Raises RequestError where it fails, or the client goes: then nothing has changed."""
        return await unless_gone(request, self.source.write(job, payload))

    def admit(self, request: Request) -> None:
        """Raises RequestError where the client may not change anything: 403 where nobody may, 401 where it bears no token."""
        if self.settings.token is None:
            raise RequestError(403, "this server is for reading only", cure="start it with kg serve --allow-update")
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        told = {"WWW-Authenticate": 'Bearer realm="elshi"'}
        if scheme.lower() != "bearer":
            raise RequestError(401, "changes need a token", cure="send the header Authorization: Bearer TOKEN", headers=told)
        if not hmac.compare_digest(given.strip().encode("utf-8", "replace"), self.settings.token.encode()):
            told["WWW-Authenticate"] += ', error="invalid_token"'
            raise RequestError(401, "the token is not the one of this server", headers=told)

    def url(self, request: Request, path: str) -> str:
        """The address of `path` as the client knows this server."""
        base = self.settings.public or f"{request.url.scheme}://{request.url.netloc}"
        return base.rstrip("/") + path


def service_of(request: Request) -> Service:
    """The service that a request came to."""
    found: Service = request.app.state.service
    return found
