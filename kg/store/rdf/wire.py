"""SPARQL 1.1 Protocol, the client's side: text of a query or update in, results out.

Over http.client of the standard library, for what a store needs is one POST at a time on a connection that is kept: no proxy,
cookie, redirect or cache is wanted here, a request can be sent again as bytes, and `kg` starts no slower. What is transient
is tried again: a connection that broke, and 429, 502, 503, 504. That is safe for updates, too, because each of them is
guarded by the state it starts from (`kg.store.rdf.remote`): sent twice, it acts once.
"""

from __future__ import annotations

import http.client
import re
import socket
import ssl
import time
from urllib.parse import SplitResult, urlsplit

import pyoxigraph as ox

from kg.model.errors import QueryError, StoreError
from kg.store.rdf.endpoint import Endpoint

_AGENT = "elshi"
_RESULTS = "application/sparql-results+json"
_CONNECT = 10.0
_PAUSES = (0.1, 0.5, 2.0)
_LONGEST_PAUSE = 30.0
_TRANSIENT = {429, 502, 503, 504}
_NO_UPDATES_HERE = {400, 404, 405, 406, 415, 501}
_SHOWN = 300
_TIMED_OUT = re.compile(r"time(d)?[ -]?(out|limit)", re.IGNORECASE)

Answer = ox.QuerySolutions | ox.QueryBoolean


class Wire:
    """Connections to one server. Threads may share it."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._idle: list[tuple[str, http.client.HTTPConnection]] = []
        self._updates: str | None = endpoint.updates[0] if len(endpoint.updates) == 1 else None

    def query(self, text: str) -> Answer:
        """The answer to SELECT or ASK. Raises QueryError where the server says that the query is wrong, StoreError else."""
        status, kind, body = self._post(self._endpoint.queries, "application/sparql-query", text, _RESULTS)
        if status == http.HTTPStatus.BAD_REQUEST:
            raise QueryError(f"the query is not SPARQL: {_said(body)}")
        if status == http.HTTPStatus.NOT_ACCEPTABLE:
            raise QueryError("only SELECT and ASK give a table", cure="use kg export to get triples")
        self._demand(status, body, self._endpoint.queries)
        if kind not in {_RESULTS, "application/json"}:
            if "html" in kind:
                raise StoreError(f"{self._endpoint.uri} is no SPARQL endpoint: it answers with a page", cure=_WHERE)
            raise QueryError("only SELECT and ASK give a table", cure="use kg export to get triples")
        try:
            found = ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)
        except (SyntaxError, ValueError) as error:
            raise StoreError(f"{self._endpoint.uri} gave results that cannot be read: {error}") from error
        return found

    def update(self, text: str) -> None:
        """Carries out an update. Raises StoreError where that fails."""
        target = self._updates or self._find_updates()
        status, _, body = self._post(target, "application/sparql-update", text, "*/*")
        self._demand(status, body, target)

    def close(self) -> None:
        """Closes the connections."""
        while self._idle:
            self._idle.pop()[1].close()

    def _find_updates(self) -> str:
        """The first address that takes an update which does nothing."""
        for target in self._endpoint.updates:
            status, _, body = self._post(target, "application/sparql-update", "INSERT DATA {}", "*/*")
            if status in _NO_UPDATES_HERE:
                continue
            self._demand(status, body, target)
            self._updates = target
            return target
        raise StoreError(
            f"{self._endpoint.uri} takes no updates at {' or '.join(self._endpoint.updates)}",
            cure="start the server so that it may be written, or set SPARQL_UPDATE_URL",
        )

    def _demand(self, status: int, body: bytes, target: str) -> None:
        """Raises StoreError where the status says anything but success."""
        if http.HTTPStatus.OK <= status < http.HTTPStatus.MULTIPLE_CHOICES:
            return
        uri, cure = self._endpoint.uri, None
        if status == http.HTTPStatus.FORBIDDEN and self._endpoint.authorization and (said := _said(body)):
            told, cure = f"does not allow it: {said}", "ask whoever keeps the server for the right to do this"
        elif status in {401, 403}:
            told = "refuses the credentials" if self._endpoint.authorization else "asks for credentials"
            cure = "set SPARQL_USERNAME and SPARQL_PASSWORD, or SPARQL_TOKEN"
        elif status in {404, 405}:
            told, cure = f"has no SPARQL endpoint at {target}", _WHERE
        elif status < http.HTTPStatus.BAD_REQUEST:
            told, cure = "sends us on to another address", "give that address: credentials are not carried there unasked"
        else:
            told = f"answers with {status}: {_said(body)}"
        raise StoreError(f"the SPARQL server {uri} {told}", cure=cure)

    def _post(self, target: str, kind: str, text: str, accept: str) -> tuple[int, str, bytes]:
        """Status, type and body of the answer, after as many tries as what is transient deserves."""
        headers = {"Content-Type": f"{kind}; charset=utf-8", "Accept": accept, "User-Agent": _AGENT}
        if self._endpoint.authorization:
            headers["Authorization"] = self._endpoint.authorization
        body = text.encode()
        for pause in (*_PAUSES, None):
            try:
                status, given, asked = self._once(target, body, headers)
            except TimeoutError as error:
                raise StoreError(
                    f"the SPARQL server {self._endpoint.uri} said nothing for {self._endpoint.timeout:g} s",
                    cure="ask for less, or set SPARQL_TIMEOUT to more seconds",
                ) from error
            except (OSError, http.client.HTTPException) as error:
                if pause is None or isinstance(error, socket.gaierror | ssl.SSLError):
                    raise StoreError(
                        f"the SPARQL server {self._endpoint.uri} cannot be reached: {_reason(error)}",
                        cure="check that it runs, and its address",
                    ) from error
                time.sleep(pause)
                continue
            if pause is None or status not in _TRANSIENT or _TIMED_OUT.search(_said(given[1])):
                return status, *given
            time.sleep(max(pause, min(asked, _LONGEST_PAUSE)))
        raise AssertionError("the last try returns or raises")

    def _once(self, target: str, body: bytes, headers: dict[str, str]) -> tuple[int, tuple[str, bytes], float]:
        """One request: status, (type, body), and how long the server asks us to wait."""
        parts = urlsplit(target)
        place = f"{parts.scheme}://{parts.netloc}"
        fresh = not self._idle or self._idle[-1][0] != place
        connection = self._connect(parts) if fresh else self._idle.pop()[1]
        whole = False
        try:
            connection.request("POST", parts.path, body, headers)
            response = connection.getresponse()
            content = response.read()
            whole = True
        finally:
            if whole:
                self._idle.append((place, connection))
            else:
                connection.close()
        asked = response.headers.get("Retry-After", "")
        wait = float(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 6 else 0.0
        return response.status, (response.headers.get_content_type(), content), wait

    def _connect(self, parts: SplitResult) -> http.client.HTTPConnection:
        kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        connection = kind(parts.hostname or "", parts.port, timeout=min(_CONNECT, self._endpoint.timeout))
        try:
            connection.connect()
        except TimeoutError as error:
            connection.close()
            raise ConnectionError(f"no answer within {connection.timeout:g} s") from error
        connection.timeout = self._endpoint.timeout
        if connection.sock is not None:
            connection.sock.settimeout(self._endpoint.timeout)
        return connection


_WHERE = "the URI must be the one that answers queries, such as sparql+http://localhost:3030/ds/sparql"


def _said(body: bytes) -> str:
    """The beginning of what a server says, fit for a terminal."""
    text = " ".join(body[: 4 * _SHOWN].decode(errors="replace").split())
    shown = "".join(letter for letter in text if letter.isprintable())
    return shown[:_SHOWN] + ("…" if len(shown) > _SHOWN else "")


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error) or type(error).__name__
