"""Real servers for tests: started once a session on loopback, on free ports, gone at its end.

Their jars come from Maven Central into a cache beside the repository (`ELSHI_TEST_CACHE`, else ~/.cache/elshi-tests). Neo4j
is under the GPL, so it stands beside the tests and is no dependency. Where a server cannot be started the tests that need it
fail under CI=true, and are skipped with the reason elsewhere.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

import pytest

NEO4J = "org.neo4j:neo4j:5.26.16"
_OPENS = ("java.base/java.nio", "java.base/java.io", "java.base/java.lang", "java.base/sun.nio.ch")
_PATIENCE = 120.0
_CONF = """server.default_listen_address=127.0.0.1
server.default_advertised_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{bolt}
server.bolt.advertised_address=127.0.0.1:{bolt}
server.http.listen_address=127.0.0.1:{http}
server.http.advertised_address=127.0.0.1:{http}
server.https.enabled=false
dbms.security.auth_enabled=true
server.memory.heap.initial_size=256m
server.memory.heap.max_size=1g
server.memory.pagecache.size=128m
dbms.usage_report.enabled=false
"""
_POM = """<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>elshi.tests</groupId><artifactId>server</artifactId><version>1</version>
<dependencies><dependency><groupId>{0}</groupId><artifactId>{1}</artifactId><version>{2}</version></dependency></dependencies>
</project>
"""


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: what a client needs to reach it."""

    uri: str
    http: str
    username: str
    password: str
    pid: int


def unavailable(reason: str) -> NoReturn:
    """Fails the test in CI, skips it on a developer's machine."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"a server that this test needs cannot be started: {reason}", pytrace=False)
    pytest.skip(reason)


def cache() -> Path:
    """Where jars are kept between sessions."""
    return Path(os.environ.get("ELSHI_TEST_CACHE") or Path.home() / ".cache" / "elshi-tests")


def jars(coordinates: str) -> Path:
    """The folder with a Maven artifact and all that it needs to run; resolved once, then cached."""
    with TemporaryDirectory() as made:
        pom = Path(made) / "pom.xml"
        pom.write_text(_POM.format(*coordinates.split(":")), encoding="utf-8")
        folder = cache() / coordinates.replace(":", "-") / "jars"
        return fetched(folder, "-f", str(pom), "dependency:copy-dependencies", "-DincludeScope=runtime")


def jar(coordinates: str) -> Path:
    """The one file of a Maven artifact that holds all it needs to run; fetched once, then cached."""
    _, artifact, version = coordinates.split(":")
    folder = cache() / coordinates.replace(":", "-")
    return fetched(folder, "dependency:copy", f"-Dartifact={coordinates}") / f"{artifact}-{version}.jar"


def fetched(folder: Path, *goal: str) -> Path:
    """A folder that a goal of Maven's dependency plugin has filled, whole or not at all."""
    if folder.is_dir():
        return folder
    maven = shutil.which("mvn") or unavailable("mvn is missing: apt-get install maven")
    part = folder.with_name(f"{folder.name}.{os.getpid()}.part")
    part.mkdir(parents=True)
    command = [maven, "-q", "-B", *goal, f"-DoutputDirectory={part}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        shutil.rmtree(part)
        unavailable(f"Maven cannot fetch what {folder} is to hold: {done.stdout[-500:]}")
    if folder.is_dir():  # another session was faster
        shutil.rmtree(part)
    else:
        part.rename(folder)
    return folder


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Returns when HTTP answers; fails with the end of the log where the process ends, or takes too long."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except urllib.error.HTTPError:  # it speaks, whatever it says
            return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"{url} does not answer:\n{log.read_text(errors='replace')[-2000:]}", pytrace=False)


@contextmanager
def java_server(command: list[str], url: str, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Runs `java …` until the block is left, and waits first until `url` answers."""
    java = shutil.which("java") or unavailable("java is missing: apt-get install openjdk-17-jre-headless")
    # Fuseki makes folders where it runs: the log's folder is the server's own.
    with (
        log.open("wb") as output,
        subprocess.Popen([java, *command], stdout=output, stderr=subprocess.STDOUT, cwd=log.parent) as process,
    ):
        try:
            wait_for(url, process, log)
            yield process
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()


@contextmanager
def neo4j_server(folder: Path) -> Iterator[Server]:
    """A Neo4j 5 with its data in `folder`, user neo4j, a password that only this server has."""
    from neo4j import GraphDatabase

    bolt, http, password = free_port(), free_port(), "only-for-tests"
    (folder / "conf").mkdir(parents=True)
    (folder / "conf" / "neo4j.conf").write_text(_CONF.format(bolt=bolt, http=http), encoding="utf-8")
    opens = [f"--add-opens={package}=ALL-UNNAMED" for package in _OPENS]
    command = ["-Xmx1g", *opens, "-cp", f"{jars(NEO4J)}/*", "org.neo4j.server.CommunityEntryPoint"]
    command += [f"--home-dir={folder}", f"--config-dir={folder / 'conf'}"]
    with java_server(command, f"http://127.0.0.1:{http}/", folder / "server.log") as process:
        uri = f"neo4j://127.0.0.1:{bolt}"
        with GraphDatabase.driver(uri, auth=("neo4j", "neo4j")) as driver:
            change = "ALTER CURRENT USER SET PASSWORD FROM $old TO $new"
            driver.execute_query(change, {"old": "neo4j", "new": password}, database_="system")
        yield Server(uri, f"http://127.0.0.1:{http}", "neo4j", password, process.pid)


def empty_neo4j(server: Server, environment: pytest.MonkeyPatch) -> None:
    """Takes all data out of a Neo4j, and puts its credentials into the environment."""
    from neo4j import GraphDatabase

    environment.setenv("NEO4J_USERNAME", server.username)
    environment.setenv("NEO4J_PASSWORD", server.password)
    environment.delenv("NEO4J_DATABASE", raising=False)
    with GraphDatabase.driver(server.uri, auth=(server.username, server.password)) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
