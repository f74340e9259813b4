"""The one process that may change the store: `python -m kg.serve.writer`. Each job is one transaction.

Killed in the middle of one, it leaves the last committed state.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pyoxigraph as ox

from kg.serve import guard
from kg.serve.errors import RequestError
from kg.serve.evaluate import graph_name, keep_home
from kg.serve.frames import Message
from kg.serve.graphs import data, graph_of, missing, there, triples_of
from kg.serve.patch import within_graph
from kg.serve.spool import Spool
from kg.serve.updates import DEFAULT, Operation, UnreadableError, operations
from kg.serve.worker import prepare, serve
from kg.store.rdf.folder import MARKER, open_folder


class Writing:
    """The open store. `documents` lets clients change what documents say."""

    def __init__(self, folder: Path, *, documents: bool) -> None:
        self._folder = folder
        self._documents = documents
        self._open: ox.Store | None = None

    @property
    def store(self) -> ox.Store:
        """The store, opened by the first job. Raises StoreError where it cannot be."""
        if self._open is None:
            self._open = open_folder(self._folder, create=True, read_only=False)
        return self._open

    def hello(self, message: Message, payload: bytes, spool: Spool) -> Message:  # noqa: ARG002 (a job takes three)
        """Opens the store."""
        _ = self.store
        return {"status": 200}

    def snapshot(self, message: Message, payload: bytes, spool: Spool) -> Message:  # noqa: ARG002 (a job takes three)
        """Puts a copy of the store, which never changes, where the message says: hard links, so it takes no space."""
        self.store.backup(message["folder"])
        return {"status": 200}

    def update(self, message: Message, payload: bytes, spool: Spool) -> Message:  # noqa: ARG002 (a job takes three)
        """SPARQL Update."""
        text, base = payload.decode("utf-8"), message["base"]
        parts = self._read(text, base)
        if message.get("graph"):
            text = within_graph(text, parts, graph_name(message["graph"]))
            parts = self._read(text, base)
        clauses = [("USING", name) for name in message["default"]] + [("USING NAMED", name) for name in message["named"]]
        using = " ".join(f"{word} {graph_name(name)}" for word, name in clauses)
        if not self._documents:
            documents = guard.has_documents(self.store)
            for part in parts:
                guard.check(part.changes, documents=documents)
        self._run(guard.rewritten(text, parts, using, guarded=not self._documents), base, text)
        return {"status": 204}

    def put(self, message: Message, payload: bytes, spool: Spool) -> Message:  # noqa: ARG002 (a job takes three)
        """Puts triples in the place of what a graph held."""
        return self._write(message, payload, replace=True)

    def post(self, message: Message, payload: bytes, spool: Spool) -> Message:  # noqa: ARG002 (a job takes three)
        """Adds triples to a graph."""
        return self._write(message, payload, replace=False)

    def delete(self, message: Message, payload: bytes, spool: Spool) -> Message:  # noqa: ARG002 (a job takes three)
        """Takes a graph away."""
        graph = self._allowed(message["graph"])
        if not there(self.store, graph):
            raise missing(graph)
        self._run("CLEAR DEFAULT" if isinstance(graph, ox.DefaultGraph) else f"DROP GRAPH {graph}")
        return {"status": 204}

    def _write(self, message: Message, payload: bytes, *, replace: bool) -> Message:
        graph = self._allowed(message["graph"])
        triples = triples_of(payload, message["content_type"], message["base"])
        new = not there(self.store, graph)
        steps = []
        if isinstance(graph, ox.DefaultGraph):
            steps += ["CLEAR DEFAULT"] if replace else []
        else:
            steps += [f"DROP SILENT GRAPH {graph}"] if replace else []
            steps.append(f"CREATE SILENT GRAPH {graph}")
        self._run(" ;\n".join([*steps, f"INSERT DATA {{\n{data(graph, triples)}}}"]))
        return {"status": 201 if new else 204}

    def _allowed(self, name: str | None) -> ox.NamedNode | ox.DefaultGraph:
        graph = graph_of(name)
        if not self._documents:
            told = DEFAULT if isinstance(graph, ox.DefaultGraph) else graph.value
            guard.check([told], documents=guard.has_documents(self.store))
        return graph

    def _read(self, text: str, base: str) -> list[Operation]:
        keep_home(text)
        try:
            return operations(text, base)
        except UnreadableError as error:
            raise RequestError(400, f"the update is not SPARQL: {_complaint(text, base) or error}") from error

    def _run(self, text: str, base: str | None = None, given: str | None = None) -> None:
        """Runs an update, behind which the store is still marked as one of Elshi's. `given` is what the client sent."""
        mark = f"INSERT DATA {{ GRAPH {MARKER.graph_name} {{ {MARKER.triple} }} }}"
        try:
            self.store.update(f"{text} ;\n{mark}" if text else mark, base_iri=base)
        except SyntaxError as error:
            told = _complaint(given, base) if given is not None else None
            raise RequestError(400, f"the update is not SPARQL: {told or error}") from error
        except RuntimeError as error:
            if guard.TOUCHED in str(error):
                raise RequestError(403, "the update would change what documents say", cure="leave their graphs out") from error
            raise RequestError(400, f"the update failed, nothing has changed: {error}") from error
        except ValueError as error:
            raise RequestError(400, f"the update failed, nothing has changed: {error}") from error


def _complaint(text: str, base: str | None) -> str | None:
    """What the store's parser says of a text as the client sent it, so that lines and columns are the client's."""
    try:
        ox.Store().update(text, base_iri=base)
    except SyntaxError as error:
        return str(error)
    except (RuntimeError, OSError, ValueError):
        pass
    return None


def main() -> None:
    """Arguments: folder for long answers, limit of memory in bytes, folder of the store, `documents` if those may change."""
    source, target = prepare(int(sys.argv[2]))
    writing = Writing(Path(sys.argv[3]), documents=sys.argv[4] == "documents")
    jobs = {
        "hello": writing.hello,
        "snapshot": writing.snapshot,
        "update": writing.update,
        "put": writing.put,
        "post": writing.post,
        "delete": writing.delete,
    }
    serve(jobs, Path(sys.argv[1]), source, target)


if __name__ == "__main__":
    main()
