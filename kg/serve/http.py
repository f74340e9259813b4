"""Between Starlette and the rest: bodies within the limit, answers from workers, errors as text."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from kg.serve.errors import RequestError
from kg.serve.pool import Answer

T = TypeVar("T")
_PIECE = 1 << 16
CLOSED = 499
"""The status in logs where the client went before the answer came."""


class GoneError(RequestError):
    """The client has closed the connection."""

    def __init__(self) -> None:
        super().__init__(CLOSED, "the client has gone")


async def body_of(request: Request, limit: int) -> bytes:
    """The whole body. Raises RequestError where it is longer than `limit` bytes, or compressed, or the client goes."""
    if request.headers.get("content-encoding", "identity") != "identity":
        raise RequestError(415, "a compressed body", cure="send it as it is")
    told = request.headers.get("content-length", "0")
    if told.isdecimal() and int(told[:20]) > limit:
        raise _too_long(limit)
    body = bytearray()
    try:
        async for piece in request.stream():
            body += piece
            if len(body) > limit:
                raise _too_long(limit)
    except ClientDisconnect as error:
        raise GoneError from error
    return bytes(body)


def _too_long(limit: int) -> RequestError:
    return RequestError(
        413, f"the body is longer than {limit} bytes", cure="send less at a time", headers={"Connection": "close"}
    )


async def unless_gone(request: Request, work: Awaitable[T]) -> T:
    """The outcome of `work`, which is broken off where the client closes the connection: nobody waits for it any more."""
    task = asyncio.ensure_future(work)
    gone = asyncio.ensure_future(_gone(request))
    try:
        await asyncio.wait({task, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not task.done():
            raise GoneError
        return task.result()
    finally:
        for one in (task, gone):
            if not one.done():
                one.cancel()
                with suppress(asyncio.CancelledError):
                    await one


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def response(answer: Answer) -> Response:
    """An answer of a worker as a response; a long one is read from its file while it is sent."""
    headers = {"Vary": "Accept", "Cache-Control": "no-cache"} | answer.more.get("headers", {})
    if answer.file is None:
        return Response(answer.content, answer.status, {"Content-Type": answer.type} | headers if answer.type else headers)
    headers |= {"Content-Type": answer.type, "Content-Length": str(answer.file.stat().st_size)}
    return StreamingResponse(_pieces(answer.file), answer.status, headers)


async def _pieces(file: Path) -> AsyncIterator[bytes]:
    with file.open("rb") as stream:
        file.unlink()
        while piece := await asyncio.to_thread(stream.read, _PIECE):
            yield piece


def refused(error: RequestError) -> Response:
    """An error as a response."""
    cure = f"\n{error.cure}" if error.cure else ""
    return PlainTextResponse(f"{error.message}{cure}\n", error.status, error.headers)
