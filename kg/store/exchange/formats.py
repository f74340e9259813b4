"""Every format that a graph can be exported in: its name, and what writes it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import IO

from kg.model.errors import StoreError
from kg.store.base import Store
from kg.store.exchange.cypher_script import write_cypher
from kg.store.exchange.gexf import write_gexf
from kg.store.exchange.graphml import write_graphml
from kg.store.exchange.neo4j_csv import write_neo4j_csv
from kg.store.exchange.network import network
from kg.store.rdf.export import FORMATS as RDF_FORMATS
from kg.store.rdf.export import export as export_rdf

Writer = Callable[[Store, IO[bytes]], None]

FILES: dict[str, Writer] = {
    **{form: partial(export_rdf, form=form) for form in ("trig", *sorted(set(RDF_FORMATS) - {"trig"}))},
    "graphml": lambda store, output: write_graphml(network(store.read), output),
    "gexf": lambda store, output: write_gexf(network(store.read), output),
    "cypher": write_cypher,
}
"""Formats that are one file -> what writes a store to a stream."""

FOLDERS: dict[str, Callable[[Store, Path], None]] = {"neo4j-csv": write_neo4j_csv}
"""Formats that are several files -> what writes a store into an empty folder."""


def export(store: Store, output: IO[bytes], form: str) -> None:
    """Writes the whole store in a format of `FILES`. Equal graphs give equal bytes. Raises StoreError for an unknown format."""
    if form not in FILES:
        raise StoreError(f"there is no export format {form}", cure=f"one of {', '.join(FILES)}")
    FILES[form](store, output)
