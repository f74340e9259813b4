"""/health and /metrics: for whoever watches over the server."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from kg.serve.observe import Numbers
from kg.serve.service import service_of


async def health(request: Request) -> Response:
    """200 while the store is there, else 503. Never waits behind queries."""
    service = service_of(request)
    there = (service.settings.folder / "CURRENT").is_file()
    told = {
        "status": "ok" if there else "the store is gone",
        "writable": service.settings.writable,
        "workers": service.settings.limits.workers,
        "busy": service.pool.busy,
        "waiting": service.pool.waiting,
    }
    return JSONResponse(told, 200 if there else 503)


async def metrics(request: Request) -> Response:
    """The numbers of this server, in the text format of Prometheus."""
    service = service_of(request)
    numbers: Numbers = request.app.state.numbers
    text = numbers.text(
        workers=service.settings.limits.workers,
        queries_running=service.pool.busy,
        queries_waiting=service.pool.waiting,
        queries_stopped=service.pool.stopped,
    )
    return Response(text, headers={"Content-Type": "text/plain; version=0.0.4; charset=utf-8"})
