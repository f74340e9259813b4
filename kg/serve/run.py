"""Opens what is to be served, and serves it until somebody stops it."""

from __future__ import annotations

import glob
import ipaddress
import shutil
import signal
import socket
import sys
import tempfile
from pathlib import Path
from types import FrameType
from urllib.parse import urlsplit

import uvicorn

from kg.model.errors import StoreError
from kg.serve.app import application
from kg.serve.settings import Limits, Settings
from kg.store.rdf.oxigraph import MEMORY, RdfStore
from kg.store.uri import open_store

_GRACE = 5
"""Seconds that requests under way have when the server is stopped."""


def run(
    store_uri: str,
    host: str,
    port: int,
    *,
    token: str | None,
    documents: bool,
    origins: tuple[str, ...],
    public: str | None,
    limits: Limits,
) -> None:
    """Serves the store at `store_uri`, made where there is none, until a signal ends it.

    `token` is what clients must bear who change anything, None where nobody may; `documents` lets them change what documents
    say, too; pages of `origins` may read answers; `public` is the URL that clients know. Raises StoreError where the store is
    not an embedded RDF store or cannot be opened, or where the address is taken.
    """
    beside = Path(store_uri).absolute().parent if token and store_uri != MEMORY else None
    if beside is not None:  # snapshots are hard links, which lie on the same disk
        beside.mkdir(parents=True, exist_ok=True)
    _end_in_order()
    prefix = f".{Path(store_uri).absolute().name}.kg-serve-" if beside else ".kg-serve-"
    with tempfile.TemporaryDirectory(prefix=prefix, dir=beside) as scratch:
        folder = _folder(store_uri, Path(scratch), write=token is not None)
        if beside is not None:  # the store is ours alone: what lies there is of a server that was killed
            for old in beside.glob(f"{glob.escape(prefix)}*"):
                if old != Path(scratch):
                    shutil.rmtree(old, ignore_errors=True)
        settings = Settings(
            folder,
            Path(scratch),
            token=token,
            documents=documents,
            limits=limits,
            origins=origins,
            hosts=_names(host, public),
            public=public,
        )
        listener = _listen(host, port)
        where = f"http://{f'[{host}]' if ':' in host else host}:{listener.getsockname()[1]}/"
        _warn(host)
        config = uvicorn.Config(
            application(settings),
            log_config=None,
            access_log=False,
            server_header=False,
            lifespan="on",
            timeout_graceful_shutdown=_GRACE,
        )
        _Server(config, f"kg: serving {store_uri} at {where}").run(sockets=[listener])


def _end_in_order() -> None:
    """Has a SIGTERM leave `run` as an exception, so that workers and scratch folder go, too."""

    def leave(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 (a handler takes both)
        raise SystemExit(0)

    signal.signal(signal.SIGTERM, leave)


class _Server(uvicorn.Server):
    """Says that it is ready when it is."""

    def __init__(self, config: uvicorn.Config, ready: str) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            print(self._ready, file=sys.stderr, flush=True)  # noqa: T201 (what the command says)


def _folder(store_uri: str, scratch: Path, *, write: bool) -> Path:
    """The folder of the store, which is made where it is missing; `memory:` is a folder that goes with the server."""
    uri = str(scratch / "store") if store_uri == MEMORY else store_uri
    path = Path(uri)
    missing = not path.exists() or (path.is_dir() and not any(path.iterdir()))
    with open_store(uri, create=True, read_only=not (missing or write)) as store:
        if not isinstance(store, RdfStore):
            raise StoreError(f"{store_uri} cannot be served", cure="name a folder; other stores have servers of their own")
    return path


def _listen(host: str, port: int) -> socket.socket:
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)  # told so, asyncio sends small answers at once
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
    except OSError as error:
        raise StoreError(
            f"{host} port {port} cannot be listened at: {error.strerror}", cure="give another --port or --host"
        ) from error
    return listener


def _local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _names(host: str, public: str | None) -> tuple[str, ...]:
    """The names that clients may call this server by; none: any name."""
    if not _local(host):
        return ()
    known = urlsplit(public).hostname if public else None
    return ("localhost", "127.0.0.1", "[::1]", host, *([known] if known else []))


def _warn(host: str) -> None:
    if not _local(host):
        told = f"kg: WARNING: {host} can be reached from other machines: whoever reaches it can read the whole graph"
        print(told, file=sys.stderr, flush=True)  # noqa: T201 (what the command says)
