"""A `kg serve` that really runs: a process of its own, on a free port of loopback."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import httpx

ROOT = Path(__file__).parents[2]
TOKEN = "a-token-for-tests"
BEARER = {"Authorization": f"Bearer {TOKEN}"}


class Server:
    """`get`, `post` and the like are httpx's, with the server's address before the path. `log` is what it printed."""

    def __init__(self, url: str, process: subprocess.Popen[str], log: list[str]) -> None:
        self.url = url
        self.process = process
        self.log = log
        self.client = httpx.Client(base_url=url, timeout=60, trust_env=False)
        self.get, self.post, self.request = self.client.get, self.client.post, self.client.request

    def ask(self, text: str, **parameters: str) -> bool:
        response = self.post("/sparql", data={"query": text, **parameters})
        assert response.status_code == 200, response.text
        return response.json()["boolean"]

    def rows(self, text: str) -> list[dict[str, str]]:
        response = self.post("/sparql", data={"query": text})
        assert response.status_code == 200, response.text
        return [{name: cell["value"] for name, cell in row.items()} for row in response.json()["results"]["bindings"]]

    def update(self, text: str, token: str | None = TOKEN, **parameters: str) -> httpx.Response:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        return self.post("/sparql", data={"update": text, **parameters}, headers=headers)


@contextmanager
def serving(store: str | Path, *options: str, environment: Mapping[str, str] | None = None) -> Iterator[Server]:
    command = [sys.executable, "-c", "from kg.cli import main; main()", "serve", "--store", str(store), "--port", "0", *options]
    variables = {key: value for key, value in os.environ.items() if key != "KG_TOKEN"} | dict(environment or {})
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=ROOT, env=variables)
    log: list[str] = []
    ready = threading.Event()

    def read() -> None:
        for line in process.stderr:
            log.append(line.rstrip("\n"))
            if "kg: serving" in line:
                ready.set()
        ready.set()

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    try:
        assert ready.wait(30), "kg serve does not start"
        found = [match for line in log if (match := re.search(r"kg: serving .* at (http://\S+)", line))]
        assert found, log
        server = Server(found[0][1], process, log)
        try:
            yield server
        finally:
            server.client.close()
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        reader.join(5)
        process.stderr.close()
