"""The web application: which address is answered by what."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kg.serve import endpoint, graph_store
from kg.serve.errors import RequestError
from kg.serve.http import refused
from kg.serve.service import Service
from kg.serve.settings import Settings


def application(settings: Settings) -> Starlette:
    """The application over one store."""
    service = Service(settings)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        try:
            await service.start()
            yield
        finally:
            await asyncio.shield(service.stop())

    routes = [
        Route(endpoint.PATH, endpoint.sparql, methods=["GET", "POST"]),
        Route(f"{endpoint.PATH}/", endpoint.sparql, methods=["GET", "POST"]),
        Route(graph_store.PATH, graph_store.store, methods=[*graph_store.METHODS]),
        Route(f"{graph_store.PATH}/{{name:path}}", graph_store.store, methods=[*graph_store.METHODS]),
    ]
    app = Starlette(routes=routes, lifespan=lifespan, exception_handlers={RequestError: _refused})
    app.state.service = service
    return app


async def _refused(_: Request, error: Exception) -> Response:
    if not isinstance(error, RequestError):
        raise error
    return refused(error)
