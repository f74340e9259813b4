"""Where graphs are kept: `open_store` opens what a URI names, the rest of the program sees only `Store`."""

from kg.store.base import Store
from kg.store.uri import open_store

__all__ = ["Store", "open_store"]
