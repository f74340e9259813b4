"""What may happen between us and a server: a proxy before a real Fuseki breaks connections, loses answers, stalls, sends on."""

from __future__ import annotations

import http.client
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from kg.model.errors import StoreError
from kg.store import open_store
from kg.store.rdf.remote import RemoteStore
from tests.fuseki import PATHS, Fuseki
from tests.store.helpers import visit

STALL = 1.5


class Proxy(ThreadingHTTPServer):
    """Passes requests on to Fuseki. `faults`: what happens to the next ones whose body holds the word."""

    daemon_threads = True

    def __init__(self, upstream: str) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.upstream = upstream
        self.faults: list[tuple[str, str]] = []
        self.updates = 0

    @property
    def uri(self) -> str:
        return f"sparql+http://127.0.0.1:{self.server_address[1]}/{PATHS['memory']}"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Proxy

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        word, fault = self.server.faults[0] if self.server.faults else ("", "")
        if fault and word in body.decode():
            self.server.faults.pop(0)
        else:
            fault = ""
        if fault == "break":
            self.close_connection = True
            return
        if fault == "stall":
            time.sleep(STALL)
        if fault.isdecimal():
            headers = {"Location": "http://elsewhere.invalid/", "Retry-After": "0"}
            self._answer(int(fault), headers, b"<html>Query timed out</html>" if fault == "504" else b"<html>busy</html>")
            return
        self.server.updates += b"DELETE" in body
        passed = http.client.HTTPConnection(self.server.upstream, timeout=60)
        passed.request("POST", self.path, body, {name: self.headers[name] for name in ("Content-Type", "Accept")})
        answer = passed.getresponse()
        content = answer.read()
        passed.close()
        if fault == "lose":
            self.close_connection = True
            return
        self._answer(answer.status, {"Content-Type": answer.headers.get("Content-Type", "text/plain")}, content)

    def _answer(self, status: int, headers: dict[str, str], content: bytes) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(content))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Nothing: tests are quiet."""


@pytest.fixture
def proxy(fuseki: Fuseki) -> Iterator[Proxy]:
    fuseki.clear()
    with Proxy(fuseki.address) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.mark.parametrize("fault", ["break", "lose", "503", "429", "502"])
def test_what_is_transient_is_tried_again(proxy: Proxy, fault: str) -> None:
    proxy.faults = [("ASK", fault), ("SELECT", fault), ("DELETE", fault), ("SELECT", fault)]
    with open_store(proxy.uri) as store:
        store.write([visit("d1")])
        assert proxy.faults == []
        assert list(store.read()) == [visit("d1")]


def test_an_update_whose_answer_was_lost_acts_once(proxy: Proxy) -> None:
    with open_store(proxy.uri) as store:
        store.write([visit("d1")])
        proxy.updates, proxy.faults = 0, [("DELETE", "lose")]
        store.write([visit("d1", meeting="m2"), visit("d2")])
        assert proxy.updates == 2, "sent twice"
        assert list(store.read()) == [visit("d1", meeting="m2"), visit("d2")]


def test_a_server_that_stays_away_is_named(proxy: Proxy) -> None:
    with RemoteStore.open(proxy.uri) as store:
        proxy.faults = [("ASK", "break")] * 4
        with pytest.raises(StoreError, match=r"sparql\+http://127\.0\.0\.1:\d+/memory/sparql cannot be reached"):
            store.query("ASK {}")
    with pytest.raises(StoreError, match="cannot be reached"):
        open_store("sparql+http://127.0.0.1:1/query")


def test_a_server_that_says_nothing_is_given_up(proxy: Proxy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPARQL_TIMEOUT", "0.5")
    with RemoteStore.open(proxy.uri) as store:
        proxy.faults = [("ASK", "stall")]
        with pytest.raises(StoreError, match=r"said nothing for 0\.5 s .*SPARQL_TIMEOUT"):
            store.query("ASK {}")


@pytest.mark.parametrize(
    ("fault", "words"),
    [("307", "sends us on"), ("500", "answers with 500: <html>busy"), ("504", "answers with 504: .*timed out")],
)
def test_other_answers_are_told_and_not_tried_again(proxy: Proxy, fault: str, words: str) -> None:
    with RemoteStore.open(proxy.uri) as store:
        proxy.faults = [("ASK", fault)]
        with pytest.raises(StoreError, match=words):
            store.query("ASK {}")
