"""The web application: which address is answered by what."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from kg.serve import description, endpoint, entity, graph_store, health, pages, questions
from kg.serve.errors import RequestError
from kg.serve.http import refused
from kg.serve.observe import Numbers, Observed
from kg.serve.service import Service
from kg.serve.settings import Settings

_ROUTES = [
    Route("/", pages.editor),
    Route(endpoint.PATH, endpoint.sparql, methods=["GET", "POST"]),
    Route(f"{endpoint.PATH}/", endpoint.sparql, methods=["GET", "POST"]),
    Route(graph_store.PATH, graph_store.store, methods=[*graph_store.METHODS]),
    Route(f"{graph_store.PATH}/{{name:path}}", graph_store.store, methods=[*graph_store.METHODS]),
    Route("/id/{name:path}", entity.entity),
    Route(questions.PATH, questions.listed),
    Route(f"{questions.PATH}/{{name}}", questions.asked),
    Route("/.well-known/void", description.void),
    Route("/assets/{name}", pages.asset),
    Route("/favicon.ico", pages.icon),
    Route("/health", health.health),
    Route("/metrics", health.metrics),
]


def application(settings: Settings) -> ASGIApp:
    """The application over one store."""
    service = Service(settings)
    numbers = Numbers()

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        try:
            await service.start()
            yield
        finally:
            await asyncio.shield(service.stop())

    app = Starlette(routes=_ROUTES, lifespan=lifespan, exception_handlers={RequestError: _refused})
    app.state.service = service
    app.state.numbers = numbers
    if settings.origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=settings.origins,
            allow_methods=["GET", "POST", "PUT", "DELETE", "PATCH"],
            allow_headers=["Accept", "Authorization", "Content-Type"],
            expose_headers=["Location"],
            max_age=600,
        )
    return Observed(app, settings, numbers)


async def _refused(_: Request, error: Exception) -> Response:
    if not isinstance(error, RequestError):
        raise error
    return refused(error)
