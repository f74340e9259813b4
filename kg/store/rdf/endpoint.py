"""`sparql+http://host/…` -> where the server takes queries, where it may take updates, and who asks.

The URI names the query endpoint. SPARQL 1.1 Protocol leaves open where updates go, so it follows from the path, as servers
lay it out; the first place that answers is kept (`kg.store.rdf.wire`):

| path of the URI | updates go to | servers |
| --- | --- | --- |
| …/repositories/NAME | …/repositories/NAME/statements | RDF4J, GraphDB |
| …/query | …/update | Oxigraph, Fuseki, Stardog |
| …/sparql | …/update, or the same | Fuseki; kg serve, Blazegraph, Virtuoso |
| any other | the same, or …/update below it | Fuseki's data set itself, QLever |

SPARQL_UPDATE_URL names another. Credentials come from the environment alone.
"""

from __future__ import annotations

import base64
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit, urlunsplit

from kg.model.errors import StoreError

SCHEMES = ("sparql+http", "sparql+https")
SILENCE = 300.0
"""Seconds that a server may say nothing, unless SPARQL_TIMEOUT says otherwise."""

_REPOSITORY = re.compile(r"/repositories/[^/]+/?\Z")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A server's addresses; `updates` in the order in which they are tried. `authorization` is a header's value, never shown."""

    uri: str
    queries: str
    updates: tuple[str, ...]
    authorization: str | None = field(default=None, repr=False)
    timeout: float = SILENCE


def endpoint(uri: str, environment: Mapping[str, str] = os.environ) -> Endpoint:
    """What the URI and the environment say. Raises StoreError where the URI holds what it must not, or is none."""
    try:
        parts = urlsplit(uri)
        host, port, user = parts.hostname, parts.port, parts.username is not None or "@" in parts.netloc
    except ValueError as error:
        raise StoreError("the URI of the SPARQL server cannot be read", cure=_SHAPE) from error
    if user or parts.query or parts.fragment:  # the URI is not repeated: it may hold a password
        raise StoreError(
            f"the URI of a SPARQL server is its address alone: without user, password, ? and # (host: {host})",
            cure="credentials go into SPARQL_USERNAME and SPARQL_PASSWORD, or SPARQL_TOKEN",
        )
    if parts.scheme not in SCHEMES or not host or not uri.isprintable() or " " in uri:
        raise StoreError(f"{uri!r} names no SPARQL server", cure=_SHAPE)
    path = quote(parts.path or "/", safe="/%:;,=!$&'()*+~@")
    where = (_ascii(host), port)
    queries = _url(parts.scheme, where, path)
    given = environment.get("SPARQL_UPDATE_URL")
    if given is not None and not given.startswith(("http://", "https://")):
        raise StoreError("SPARQL_UPDATE_URL must begin with http:// or https://")
    updates = (given,) if given else tuple(_url(parts.scheme, where, found) for found in _update_paths(path))
    return Endpoint(uri, queries, updates, _authorization(environment), _timeout(environment))


_SHAPE = "give sparql+http://host:port/path, or sparql+https://…, where the server answers queries"


def _ascii(host: str) -> str:
    try:
        name = host if host.isascii() else host.encode("idna").decode()
    except UnicodeError as error:
        raise StoreError(f"{host!r} is no name of a host", cure=_SHAPE) from error
    return f"[{name}]" if ":" in name else name


def _url(scheme: str, where: tuple[str, int | None], path: str) -> str:
    host, port = where
    return urlunsplit((scheme.removeprefix("sparql+"), host if port is None else f"{host}:{port}", path, "", ""))


def _update_paths(path: str) -> list[str]:
    bare = path.rstrip("/")
    if _REPOSITORY.search(path):
        return [f"{bare}/statements"]
    folder, _, name = bare.rpartition("/")
    if name == "query":
        return [f"{folder}/update"]
    if name == "sparql":
        return [f"{folder}/update", path]
    return [path, f"{bare}/update"]


def _authorization(environment: Mapping[str, str]) -> str | None:
    token, user = environment.get("SPARQL_TOKEN"), environment.get("SPARQL_USERNAME")
    if token:
        if not token.isascii() or not token.isprintable():
            raise StoreError("SPARQL_TOKEN holds characters that no header can carry")
        return f"Bearer {token}"
    if user is None:
        return None
    if ":" in user:
        raise StoreError("SPARQL_USERNAME cannot hold a colon")
    pair = f"{user}:{environment.get('SPARQL_PASSWORD', '')}"
    return "Basic " + base64.b64encode(pair.encode()).decode()


def _timeout(environment: Mapping[str, str]) -> float:
    given = environment.get("SPARQL_TIMEOUT", "")
    try:
        seconds = float(given or SILENCE)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < 1e6:
        raise StoreError(f"SPARQL_TIMEOUT must be a number of seconds, not {given!r}")
    return seconds
