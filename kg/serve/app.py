"""The web application: which address is answered by what."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kg.serve.errors import RequestError
from kg.serve.evaluate import Query
from kg.serve.http import body_of, refused, response, unless_gone
from kg.serve.pool import Pool
from kg.serve.protocol import operation
from kg.serve.settings import Settings


class Service:
    """What all requests share."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.pool = Pool(settings.scratch, settings.limits)

    def url(self, request: Request, path: str) -> str:
        """The address of `path` as the client knows this server."""
        base = self.settings.public or str(request.base_url)
        return base.rstrip("/") + path


async def sparql(request: Request) -> Response:
    """Queries and updates."""
    service: Service = request.app.state.service
    limits = service.settings.limits
    body = await body_of(request, limits.body) if request.method == "POST" else b""
    method = "GET" if request.method == "HEAD" else request.method
    asked = operation(method, request.scope["query_string"], request.headers.get("content-type"), body)
    if asked is None:
        raise RequestError(400, "there is no query", cure="give the parameter query")
    if asked.kind == "update":
        raise RequestError(403, "this server only answers queries")
    query = Query(asked.text, request.headers.get("accept"), service.url(request, "/sparql"), asked.default, asked.named)
    job = {"do": "query", "query": asdict(query), "folder": str(service.settings.folder), "rows": limits.rows}
    return response(await unless_gone(request, service.pool.ask(job)))


async def _refused(_: Request, error: Exception) -> Response:
    if not isinstance(error, RequestError):
        raise error
    return refused(error)


def application(settings: Settings) -> Starlette:
    """The application over one store."""
    service = Service(settings)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await service.pool.start()
        yield
        await asyncio.shield(service.pool.stop())

    routes = [Route("/sparql", sparql, methods=["GET", "POST"]), Route("/sparql/", sparql, methods=["GET", "POST"])]
    app = Starlette(routes=routes, lifespan=lifespan, exception_handlers={RequestError: _refused})
    app.state.service = service
    return app
