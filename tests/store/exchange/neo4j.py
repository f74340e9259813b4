"""What a test needs of Neo4j beside a server: neo4j-admin, and all that a database holds."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import Any

import neo4j

from tests.servers import NEO4J, Server, jars, unavailable

_OPENS = ("java.base/java.nio", "java.base/java.lang", "java.base/sun.nio.ch")


def admin_import(folder: Path, home: Path) -> str:
    """Runs the command in the README of an exported folder, as a user would, into a Neo4j at `home`; what it printed."""
    java = shutil.which("java") or unavailable("java is missing: apt-get install openjdk-17-jre-headless")
    found = re.search(r"neo4j-admin (.*?)\n```", (folder / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert found
    (home / "admin").mkdir(parents=True)
    command = [java, "-Xmx512m", *(f"--add-opens={package}=ALL-UNNAMED" for package in _OPENS), "-cp", f"{jars(NEO4J)}/*"]
    command += ["org.neo4j.cli.AdminTool", *shlex.split(found[1].replace("\\\n", " "))]
    environment = os.environ | {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "admin")}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return done.stdout


def driver(server: Server) -> neo4j.Driver:
    return neo4j.GraphDatabase.driver(server.uri, auth=(server.username, server.password))


def contents(server: Server) -> tuple[list[Any], list[Any]]:
    """All nodes and relationships with all that they hold. The bytes of contributions may stand as lists of numbers."""
    with driver(server) as found:
        nodes = found.execute_query("MATCH (n) RETURN labels(n), properties(n)").records
        edges = found.execute_query("MATCH (a)-[r]->(b) RETURN type(r), a.id, b.id, properties(r)").records
    return (
        sorted((sorted(labels), sorted((key, repr(plain(value))) for key, value in properties.items() if key != "schema"))
               for labels, properties in nodes),
        sorted((kind, a, b, sorted((key, repr(value)) for key, value in properties.items())) for kind, a, b, properties in edges),
    )  # fmt: skip


def plain(value: Any) -> Any:
    return bytes(value) if isinstance(value, list) and value and isinstance(value[0], int) else value
