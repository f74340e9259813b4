"""What the server and its workers say to each other: a JSON object and bytes, each behind its length."""

from __future__ import annotations

import asyncio
import json
import struct
from typing import Any, BinaryIO

_HEAD = struct.Struct("!IQ")

Message = dict[str, Any]


def pack(message: Message, payload: bytes = b"") -> bytes:
    """The bytes of one frame."""
    head = json.dumps(message).encode()
    return _HEAD.pack(len(head), len(payload)) + head + payload


def read(stream: BinaryIO) -> tuple[Message, bytes]:
    """The next frame. Raises EOFError where the other side has gone."""
    sizes = stream.read(_HEAD.size)
    if len(sizes) < _HEAD.size:
        raise EOFError
    head, payload = _HEAD.unpack(sizes)
    return json.loads(stream.read(head)), stream.read(payload)


async def receive(stream: asyncio.StreamReader) -> tuple[Message, bytes]:
    """The next frame. Raises asyncio.IncompleteReadError where the other side has gone."""
    head, payload = _HEAD.unpack(await stream.readexactly(_HEAD.size))
    return json.loads(await stream.readexactly(head)), await stream.readexactly(payload)
