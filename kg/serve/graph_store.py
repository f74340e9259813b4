"""/store: the SPARQL 1.1 Graph Store HTTP Protocol, for graphs named by a parameter or by the address itself."""

from __future__ import annotations

import uuid

from starlette.requests import Request
from starlette.responses import Response

from kg.serve.errors import RequestError
from kg.serve.evaluate import graph_name
from kg.serve.http import body_of, response
from kg.serve.protocol import UPDATE, media_type, parameters
from kg.serve.service import Service, service_of

PATH = "/store"
METHODS = ("GET", "PUT", "POST", "DELETE", "PATCH")  # and HEAD, which goes with GET


async def store(request: Request) -> Response:
    """Reads or changes one graph."""
    service = service_of(request)
    if request.method in {"GET", "HEAD"}:
        graph = _named(service, request)
        return response(await service.read(request, {"do": "graph", "graph": graph, "accept": request.headers.get("accept")}))
    service.admit(request)
    if request.method == "DELETE":
        return response(await service.write(request, {"do": "delete", "graph": _named(service, request)}))
    body = await body_of(request, service.settings.limits.body)
    kind = request.headers.get("content-type")
    if request.method == "PATCH":
        return await _patch(service, request, kind, body)
    made = request.method == "POST" and _bare(request)
    graph = service.url(request, f"{PATH}/{uuid.uuid4().hex}") if made else _named(service, request)
    base = graph or service.url(request, PATH)
    job = {"do": request.method.lower(), "graph": graph, "content_type": kind, "base": base}
    done = response(await service.write(request, job, body))
    if made and graph is not None:
        done.headers["Location"] = graph
    return done


async def _patch(service: Service, request: Request, kind: str | None, body: bytes) -> Response:
    if media_type(kind) != UPDATE:
        raise RequestError(
            415, f"a PATCH of {kind or 'no content type'}", cure=f"send {UPDATE}", headers={"Accept-Patch": UPDATE}
        )
    graph = _named(service, request)
    job = {"do": "update", "graph": graph, "base": graph or service.url(request, PATH), "default": (), "named": ()}
    return response(await service.write(request, job, body))


def _bare(request: Request) -> bool:
    """Whether the address is that of the graph store itself and names no graph."""
    return request.url.path.rstrip("/") == PATH and not request.scope["query_string"]


def _named(service: Service, request: Request) -> str | None:
    """The graph that the request names; None is the default graph. Raises RequestError where it names none, or several."""
    if request.url.path.rstrip("/") != PATH:
        if request.scope["query_string"]:
            raise RequestError(400, "the address names a graph and has parameters, too", cure="leave one of them out")
        return graph_name(service.url(request, request.scope["raw_path"].decode("ascii", "replace"))).value
    given = parameters(request.scope["query_string"].decode("ascii", "replace"))
    graphs = given.get("graph", [])
    default = given.get("default", [])
    if len(graphs) + len(default) != 1:
        raise RequestError(400, "one graph must be named", cure=f"give {PATH}?graph=IRI or {PATH}?default")
    return None if default else graph_name(graphs[0]).value
