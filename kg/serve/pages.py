"""Pages and what they are made of: the editor of queries, style sheets, scripts. All of it ships with the package."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from kg.serve.errors import RequestError

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""Scripts, styles and answers of this server only."""

LANGUAGES = ("kk", "ru", "en")
_ASSETS = {
    "editor.js": "text/javascript; charset=utf-8",
    "editor.css": "text/css; charset=utf-8",
    "page.css": "text/css; charset=utf-8",
    "yasqe.min.js": "text/javascript; charset=utf-8",
    "yasqe.min.css": "text/css; charset=utf-8",
    "words.json": "application/json",
}


async def editor(_: Request) -> Response:
    """The page to write queries in."""
    return HTMLResponse(_asset("editor.html"), headers={"Content-Security-Policy": POLICY, "Vary": "Accept"})


async def asset(request: Request) -> Response:
    """A script or a style sheet."""
    name = request.path_params["name"]
    if name not in _ASSETS:
        raise RequestError(404, f"there is no {name}")
    return Response(_asset(name), headers={"Content-Type": _ASSETS[name], "Cache-Control": "public, max-age=3600"})


async def icon(_: Request) -> Response:
    """The picture that browsers ask for beside every page."""
    return Response(_asset("icon.svg"), headers={"Content-Type": "image/svg+xml", "Cache-Control": "public, max-age=86400"})


def language_of(request: Request) -> str:
    """The first language of Accept-Language that pages speak; English where there is none."""
    for part in request.headers.get("accept-language", "").lower().split(","):
        code = part.partition(";")[0].strip()[:2]
        if code in LANGUAGES:
            return code
    return "en"


@cache
def _asset(name: str) -> str:
    return (files("kg.serve") / "assets" / name).read_text(encoding="utf-8")
