"""Around every request: who may call, headers that keep pages harmless, one line of log, numbers for Prometheus."""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from datetime import UTC, datetime

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.serve.settings import Settings

_ROUTES = ("sparql", "store", "id", "questions", "assets", "health", "metrics")
_BUCKETS = (0.005, 0.02, 0.1, 0.5, 1.0, 5.0, 30.0)
_HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
}


class Numbers:
    """What was answered so far, in the text format of Prometheus."""

    def __init__(self) -> None:
        self._answers: Counter[tuple[str, str, int]] = Counter()
        self._times: Counter[tuple[str, float]] = Counter()
        self._seconds: Counter[str] = Counter()

    def add(self, route: str, method: str, status: int, seconds: float) -> None:
        """Counts an answer."""
        self._answers[route, method, status] += 1
        self._seconds[route] += seconds  # type: ignore[assignment]  # a Counter adds up whatever adds up
        for bound in (*_BUCKETS, float("inf")):
            if seconds <= bound:
                self._times[route, bound] += 1

    def text(self, **gauges: float) -> str:
        """All of it, and what the gauges show now."""
        lines = ["# HELP kg_http_requests_total Requests answered.", "# TYPE kg_http_requests_total counter"]
        for (route, method, status), number in sorted(self._answers.items()):
            lines.append(f'kg_http_requests_total{{route="{route}",method="{method}",status="{status}"}} {number}')
        lines += ["# HELP kg_http_request_seconds Time from request to answer.", "# TYPE kg_http_request_seconds histogram"]
        for (route, bound), number in sorted(self._times.items()):
            shown = "+Inf" if bound == float("inf") else f"{bound:g}"
            lines.append(f'kg_http_request_seconds_bucket{{route="{route}",le="{shown}"}} {number}')
        for route, seconds in sorted(self._seconds.items()):
            lines.append(f'kg_http_request_seconds_sum{{route="{route}"}} {seconds:.6f}')
            lines.append(f'kg_http_request_seconds_count{{route="{route}"}} {self._times[route, float("inf")]}')
        for name, value in sorted(gauges.items()):
            lines += [f"# TYPE kg_{name} gauge", f"kg_{name} {value:g}"]
        return "\n".join(lines) + "\n"


class Observed:
    """The application with all that around it."""

    def __init__(self, app: ASGIApp, settings: Settings, numbers: Numbers) -> None:
        self._app = app
        self._settings = settings
        self._numbers = numbers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request; whatever else passes through."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun, status, size = time.monotonic(), 0, 0

        async def observed(message: Message) -> None:
            nonlocal status, size
            if message["type"] == "http.response.start":
                status = message["status"]
                told = {name for name, _ in message["headers"]}
                more = [(name.encode(), value.encode()) for name, value in _HEADERS.items() if name.encode() not in told]
                message = {**message, "headers": [*message["headers"], *more]}
            else:
                size += len(message.get("body", b""))
            await send(message)

        try:
            if self._strange(scope):
                refusal = PlainTextResponse("this server does not go by that name\nname it with kg serve --public-url\n", 421)
                await refusal(scope, receive, observed)
            else:
                await self._app(scope, receive, observed)
        finally:
            self._told(scope, status or 500, size, time.monotonic() - begun)

    def _strange(self, scope: Scope) -> bool:
        """A page in a browser can have a name of its own lead to this machine: who listens here answers to our names only."""
        if not self._settings.hosts:
            return False
        host = next((value.decode("latin-1") for name, value in scope["headers"] if name == b"host"), "")
        name = host.rpartition(":")[0] if ":" in host and not host.endswith("]") else host
        return name.lower() not in self._settings.hosts

    def _told(self, scope: Scope, status: int, size: int, seconds: float) -> None:
        first = scope["path"].strip("/").partition("/")[0]
        route = first if first in _ROUTES else "page" if not first else "other"
        method = scope["method"] if scope["method"] in {"GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"} else "OTHER"
        self._numbers.add(route, method, status, seconds)
        line = {
            "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "method": method,
            "path": scope["path"][:200],
            "status": status,
            "bytes": size,
            "seconds": round(seconds, 4),
        }
        sys.stderr.write(json.dumps(line) + "\n")
        sys.stderr.flush()
