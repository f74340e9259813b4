"""Opens the store that a URI names."""

from __future__ import annotations

import re

from kg.model.errors import StoreError
from kg.store.base import Store
from kg.store.rdf.oxigraph import MEMORY, RdfStore

_SCHEME = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]+):")  # two characters or more: C:\graph is a folder


def open_store(uri: str, *, create: bool = True, read_only: bool = False) -> Store:
    """Opens the store at `uri`: the path of a folder (embedded RDF), or `memory:` (gone when closed).

    Where there is no store yet, `create` makes one. A read-only store never changes and may be open in several programs.
    Raises StoreError where the URI is of no known kind, or the store cannot be opened.
    """
    scheme = _SCHEME.match(uri)
    if uri == MEMORY or not scheme:
        return RdfStore.open(uri, create=create, read_only=read_only)
    raise StoreError(
        f"no store has URIs that begin with {scheme['scheme']}: (given: {uri})",
        cure="give the path of a folder such as graph/, or memory: for a store that is gone afterwards",
    )
