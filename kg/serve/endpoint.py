"""/sparql: queries and updates of the SPARQL 1.1 Protocol."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from kg.serve import pages
from kg.serve.description import describe
from kg.serve.evaluate import Query
from kg.serve.http import body_of, response
from kg.serve.media import GRAPHS, HTML, choose
from kg.serve.protocol import Operation, operation
from kg.serve.service import Service, service_of

PATH = "/sparql"


async def sparql(request: Request) -> Response:
    """Answers a query, or carries out an update."""
    service = service_of(request)
    body = await body_of(request, service.settings.limits.body) if request.method == "POST" else b""
    method = "GET" if request.method == "HEAD" else request.method
    asked = operation(method, request.scope["query_string"], request.headers.get("content-type"), body)
    if asked is None:
        if choose(request.headers.get("accept"), (*GRAPHS, HTML)) is HTML:
            return await pages.editor(request)
        return await describe(service, request)
    return await (_update if asked.kind == "update" else _query)(service, request, asked)


async def _query(service: Service, request: Request, asked: Operation) -> Response:
    query = Query(asked.text, request.headers.get("accept"), service.url(request, PATH), asked.default, asked.named)
    return response(await service.query(request, query))


async def _update(service: Service, request: Request, asked: Operation) -> Response:
    service.admit(request)
    job = {"do": "update", "base": service.url(request, PATH), "default": asked.default, "named": asked.named}
    return response(await service.write(request, job, asked.text.encode("utf-8")))
