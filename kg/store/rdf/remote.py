"""Graphs on a SPARQL 1.1 server: the same named graphs as in the embedded store, and the same answers.

The default graph must be the union of the others. Servers differ: with most it is a graph of its own, so the union is written
into it; with some it is the union already (Fuseki with tdb2:unionDefaultGraph, GraphDB), so nothing is. Which of the two a
server has is measured at the first write and checked at each opening for writing: one triple lies in two graphs of the
store's own, and the default graph holds it not at all, once, or, where counts would be wrong, twice: then the store is refused.

How a transaction is kept whole: `write` and `forget` send ONE operation, DELETE … INSERT … WHERE, which no server carries out
by half. Its WHERE asks for the state that the change was computed from, and the change puts a new state in its place: so of
two programs that write at once the second one finds its state gone, changes nothing, and computes again; and an update that
is sent twice, because an answer was lost, acts once.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping
from types import TracebackType
from typing import Self, cast

import pyoxigraph as ox

from kg.model.errors import QueryError, StoreError
from kg.model.graph import DocumentGraph
from kg.model.table import Table
from kg.schema.rdf import DERIVED, Term, iri, slot_iri
from kg.store.base import Speech
from kg.store.rdf.endpoint import endpoint
from kg.store.rdf.excerpt import contributions, excerpt
from kg.store.rdf.folder import MARKER
from kg.store.rdf.quads import plain
from kg.store.rdf.select import table
from kg.store.rdf.update import Plan, plan, template
from kg.store.rdf.values import bound, portable
from kg.store.rdf.wire import Wire

_STORE = cast(ox.NamedNode, MARKER.graph_name)
_TWIN = ox.NamedNode(f"{_STORE.value}#twin")
_STATE = ox.NamedNode(f"{_STORE.value}#state")
_MARK = f"{MARKER.subject} {MARKER.predicate} {MARKER.object}"
_FOUND = f"""SELECT ?state ?format (COUNT(?seen) AS ?times) WHERE {{
  GRAPH {_STORE} {{ {_STORE} {MARKER.predicate} ?format }}
  OPTIONAL {{ GRAPH {_STORE} {{ {_STORE} {_STATE} ?state }} }}
  OPTIONAL {{ {_STORE} {MARKER.predicate} ?seen }}
}} GROUP BY ?state ?format"""
_BEGIN = f"""INSERT {{ GRAPH {_STORE} {{ {_MARK} }} GRAPH {_TWIN} {{ {_MARK} }} }}
WHERE {{ FILTER NOT EXISTS {{ GRAPH {_STORE} {{ {_STORE} {MARKER.predicate} ?format }} }} }}"""
_NAME_STATE = f"""INSERT {{ GRAPH {_STORE} {{ {_STORE} {_STATE} %s }} }}
WHERE {{ FILTER NOT EXISTS {{ GRAPH {_STORE} {{ {_STORE} {_STATE} ?state }} }} }}"""
_UNIONS = ("written", "own")
"""The default graph by how often it holds what lies in two graphs: we write the union, or it is one."""
_ATTEMPTS = 20


class RemoteStore:
    """A `Store` that also answers SPARQL. Threads may read one together."""

    def __init__(self, uri: str, wire: Wire, *, read_only: bool) -> None:
        self._uri = uri
        self._open: Wire | None = wire
        self._read_only = read_only

    @classmethod
    def open(cls, uri: str, *, read_only: bool = False) -> Self:
        """Opens `sparql+http://…` or `sparql+https://…`: a server's data set is a store, if an empty one.

        Raises StoreError where the URI is none, and where no SPARQL server answers there.
        """
        store = cls(uri, Wire(endpoint(uri)), read_only=read_only)
        try:
            store._wire.query("ASK {}")
        except QueryError as error:
            raise StoreError(f"{uri} is no SPARQL endpoint: {error}") from error
        return store

    @property
    def uri(self) -> str:
        """The URI that the store was opened by."""
        return self._uri

    @property
    def speaks(self) -> Speech:
        """SPARQL."""
        return "sparql"

    def fingerprints(self) -> dict[str, str]:
        """Id of each document in the store -> fingerprint of its contribution."""
        return self._said("fingerprint")

    def hashes(self) -> dict[str, str]:
        """Id of each document in the store that says its hash -> that hash."""
        return self._said("sha256")

    def write(self, graphs: Iterable[DocumentGraph]) -> int:
        """Puts each document's contribution in the place of the one it had; see `Store.write`."""
        new = {graph.document: graph for graph in graphs}
        self._commit(new, set(new))
        return len(new)

    def forget(self, document: str) -> bool:
        """Takes away all that a document contributed; False where the store has no such document."""
        if not self._wire.query(f"ASK {{ GRAPH {iri(document)} {{ ?s ?p ?o }} }}"):
            return False
        self._commit({}, {document})
        return True

    def read(self) -> Iterator[DocumentGraph]:
        """The contributions as they were written, sorted by document id; what changes meanwhile may be among them or not."""
        yield from contributions(self._rows, self.fingerprints())

    def query(self, text: str, bindings: Mapping[str, Term] | None = None, limit: int | None = None) -> Table:
        """Answers a SELECT or ASK query, with at most `limit` rows; see `Sparql.query`."""
        return table(self._wire.query(bound(text, bindings or {})), limit)

    def close(self) -> None:
        """Closes the connections. May be called twice."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @property
    def _wire(self) -> Wire:
        if self._open is None:
            raise StoreError(f"the store {self._uri} is closed", cure="open it again")
        return self._open

    def _said(self, slot: str) -> dict[str, str]:
        rows = self._rows(f"SELECT DISTINCT ?document ?value WHERE {{ ?document {slot_iri(slot)} ?value }}")
        return dict(sorted((plain(row["document"]), plain(row["value"])) for row in rows))

    def _rows(self, text: str) -> list[dict[str, Term]]:
        """Rows of a question of our own, whose failure is the store's."""
        try:
            found = self._wire.query(text)
        except QueryError as error:
            raise StoreError(f"the SPARQL server {self._uri} does not understand us: {error}") from error
        assert isinstance(found, ox.QuerySolutions)
        names = [variable.value for variable in found.variables]
        return [{name: cast(Term, row[name]) for name in names if row[name] is not None} for row in found]

    def _commit(self, new: Mapping[str, DocumentGraph], replaced: set[str]) -> None:
        if self._read_only:
            raise StoreError(f"the store {self._uri} is open for reading only", cure="open it for writing")
        for _ in range(_ATTEMPTS):
            state = self._state()
            changed = plan(excerpt(self._rows, new, replaced), new, replaced)
            if not changed:
                return
            union = state.partition(" ")[0]
            after = f"{union} {uuid.uuid4()}"
            self._wire.update(_guarded(changed, state, after, writes_union=union == _UNIONS[0]))
            if self._state() == after:
                return
        raise StoreError(f"other programs keep changing {self._uri}", cure="let one write at a time")

    def _state(self) -> str:
        """The state that the store is in, a new one where there was none. Raises StoreError where the server cannot be used."""
        row = self._found()
        if row is None:
            self._wire.update(_BEGIN)
            row = self._found() or {}
        if plain(row["format"]) != plain(MARKER.object):
            raise StoreError(
                f"the store {self._uri} is of format {plain(row['format'])}, this program knows {plain(MARKER.object)}",
                cure="use the version of Elshi that wrote it, or build anew",
            )
        times = int(plain(row["times"]))
        if times >= len(_UNIONS):
            raise StoreError(
                f"the default graph of {self._uri} gives a triple once for each graph that holds it: counts would be wrong",
                cure="have the server keep the default graph apart, or make it a union without repetition",
            )
        if "state" not in row:
            self._wire.update(_NAME_STATE % ox.Literal(f"{_UNIONS[times]} {uuid.uuid4()}"))
            return self._state()
        state = plain(row["state"])
        if state.partition(" ")[0] != _UNIONS[times]:
            raise StoreError(
                f"the default graph of {self._uri} was {_WORDS[1 - times]} when the store was begun, and is {_WORDS[times]} now",
                cure="set the server as it was, or kg copy the graph to a new store",
            )
        return state

    def _found(self) -> dict[str, Term] | None:
        rows = self._rows(_FOUND)
        return rows[0] if rows else None


_WORDS = ("a graph of its own", "the union of the named graphs")


def _guarded(changed: Plan, before: str, after: str, *, writes_union: bool) -> str:
    """One operation that carries out the plan where the store is in the state `before`, and leaves it in the state `after`.

    What a document says as before is neither taken out nor put in again.
    """
    said = {name: set(found) for name, found in changed.gone.items()}
    stays = {triple for found in said.values() for triple in found}
    new = {name: set(found) for name, found in changed.added.items()}
    removed: dict[ox.NamedNode | None, list[str]]
    removed = {name: [one for one in found if one not in new.get(name, ())] for name, found in changed.gone.items()}
    added = {name: [one for one in found if one not in said.get(name or DERIVED, ())] for name, found in changed.added.items()}
    if writes_union:
        removed[None] = list(changed.removed.get(None, ()))
        added[None] = [one for one in added.get(None, ()) if one not in stays]
    else:
        added.pop(None, None)
    removed[DERIVED] = list(changed.removed.get(DERIVED, ()))
    removed[_STORE] = [f"{_STORE} {_STATE} {ox.Literal(before)}"]
    added[_STORE] = [f"{_STORE} {_STATE} {ox.Literal(after)}"]
    return portable(
        "".join(
            [
                "DELETE {\n",
                *template(removed),
                "} INSERT {\n",
                *template(added),
                f"}} WHERE {{ GRAPH {_STORE} {{ {_STORE} {_STATE} {ox.Literal(before)} }} }}",
            ]
        )
    )
