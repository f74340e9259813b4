"""Opens the store that a URI names."""

# ruff: noqa: PLC0415 (what a store of another kind needs is not imported)
from __future__ import annotations

import re

from kg.model.errors import StoreError
from kg.store.base import Store
from kg.store.rdf.oxigraph import MEMORY, RdfStore

_SCHEME = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]+):")  # two characters or more: C:\graph is a folder
_PROPERTY = frozenset({"arcadedb", "neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc"})


def open_store(uri: str, *, create: bool = True, read_only: bool = False) -> Store:
    """Opens the store at `uri`: the path of a folder (embedded RDF), `memory:` (gone when closed), `sparql+http://…`,
    `sparql+https://…` (a SPARQL server), `neo4j://…`, `bolt://…` (Neo4j), or `arcadedb:` and a folder (embedded property graph).

    Where there is no store yet, `create` makes one. A read-only store never changes and may be open in several programs.
    Raises StoreError where the URI is of no known kind, or the store cannot be opened.
    """
    scheme = _SCHEME.match(uri)
    if uri == MEMORY or not scheme:
        return RdfStore.open(uri, create=create, read_only=read_only)
    if scheme["scheme"].lower() in {"sparql+http", "sparql+https"}:
        from kg.store.rdf.remote import RemoteStore

        return RemoteStore.open(uri, read_only=read_only)
    if scheme["scheme"].lower() in _PROPERTY:
        from kg.store.property.store import PropertyStore

        return PropertyStore.open(uri, create=create, read_only=read_only)
    raise StoreError(
        f"no store has URIs that begin with {scheme['scheme']}: (given: {uri})",
        cure="give the path of a folder such as graph/, arcadedb:graph/, neo4j://… or sparql+http://… for a server, or memory:",
    )
