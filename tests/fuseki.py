"""Apache Jena Fuseki for tests: one server with data sets of each kind that a user may have."""

from __future__ import annotations

import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.servers import free_port, jar, java_server

FUSEKI = "org.apache.jena:jena-fuseki-server:5.6.0"  # the newest for Java 17
USER, PASSWORD = "writer", "only-for-tests"
PATHS = {
    "memory": "memory/sparql",  # Fuseki's usual layout
    "disk": "disk",  # TDB2, which spells numbers its own way; queries and updates go to the data set itself
    "union": "union/query",  # the default graph is the union of the named ones
    "locked": "locked/sparql",  # asks for user and password
}
_CONFIG = """PREFIX fuseki: <http://jena.apache.org/fuseki#>
PREFIX ja: <http://jena.hpl.hp.com/2005/11/Assembler#>
PREFIX tdb2: <http://jena.apache.org/2016/tdb#>
[] a fuseki:Server ; fuseki:passwd "passwd" ; fuseki:auth "basic" ;
  fuseki:services ( <#memory> <#disk> <#union> <#locked> <#read-only> ) .
<#memory> a fuseki:Service ; fuseki:name "memory" ; fuseki:dataset [ a ja:MemoryDataset ] ; fuseki:endpoint
  [ fuseki:operation fuseki:query ; fuseki:name "sparql" ] , [ fuseki:operation fuseki:update ; fuseki:name "update" ] .
<#disk> a fuseki:Service ; fuseki:name "disk" ; fuseki:dataset [ a tdb2:DatasetTDB2 ; tdb2:location "tdb" ] ;
  fuseki:endpoint [ fuseki:operation fuseki:query ] , [ fuseki:operation fuseki:update ] .
<#union> a fuseki:Service ; fuseki:name "union" ;
  fuseki:dataset [ a tdb2:DatasetTDB2 ; tdb2:location "--mem--" ; tdb2:unionDefaultGraph true ] ; fuseki:endpoint
  [ fuseki:operation fuseki:query ; fuseki:name "query" ] , [ fuseki:operation fuseki:update ; fuseki:name "update" ] .
<#locked> a fuseki:Service ; fuseki:name "locked" ; fuseki:allowedUsers "writer" ; fuseki:dataset <#held> ; fuseki:endpoint
  [ fuseki:operation fuseki:query ; fuseki:name "sparql" ] , [ fuseki:operation fuseki:update ; fuseki:name "update" ] .
<#held> a ja:MemoryDataset .
<#read-only> a fuseki:Service ; fuseki:name "read-only" ; fuseki:dataset <#held> ;
  fuseki:endpoint [ fuseki:operation fuseki:query ; fuseki:name "sparql" ] .
"""


@dataclass(frozen=True, slots=True)
class Fuseki:
    """A running server."""

    address: str
    pid: int

    def uri(self, dataset: str = "memory") -> str:
        """The URI of a store in one of the data sets."""
        return f"sparql+http://{self.address}/{PATHS.get(dataset, f'{dataset}/sparql')}"

    def clear(self, dataset: str = "memory") -> None:
        """Empties a data set."""
        path = PATHS[dataset]
        update = path if "/" not in path else f"{path.split('/')[0]}/update"
        url = f"http://{self.address}/{update}"
        urllib.request.urlopen(urllib.request.Request(url, b"CLEAR ALL", {"Content-Type": "application/sparql-update"})).close()


@contextmanager
def fuseki_server(folder: Path) -> Iterator[Fuseki]:
    """A Fuseki with its data in `folder`."""
    port = free_port()
    config = _CONFIG.replace('"tdb"', f'"{folder / "tdb"}"').replace('"passwd"', f'"{folder / "passwd"}"')
    (folder / "config.ttl").write_text(config, encoding="utf-8")
    (folder / "passwd").write_text(f"{USER}: {PASSWORD}\n", encoding="utf-8")
    command = ["-Xmx1g", "-jar", str(jar(FUSEKI)), "--localhost", f"--port={port}", f"--config={folder / 'config.ttl'}"]
    with java_server(command, f"http://127.0.0.1:{port}/", folder / "server.log") as process:
        yield Fuseki(f"127.0.0.1:{port}", process.pid)
