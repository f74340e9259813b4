"""Opening a folder as an embedded store: never somebody else's, never one of another format, never two writers."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pyoxigraph as ox

from kg.model.errors import StoreError

FORMAT = "1"
_ATTEMPTS, _PAUSE = 10, 0.05
MARKER = ox.Quad(
    ox.NamedNode("https://w3id.org/elshi/store"),
    ox.NamedNode("https://w3id.org/elshi/store#format"),
    ox.Literal(FORMAT),
    ox.NamedNode("https://w3id.org/elshi/store"),
)
"""Says that the folder is a store of Elshi, and in which format."""

UNFINISHED = "elshi-unfinished"
"""This file lies in the folder while an empty store is being filled in bulk, which is no transaction."""


def open_folder(path: Path, *, create: bool, read_only: bool) -> ox.Store:
    """Opens the store in a folder, or makes one there where the folder is missing or empty.

    Raises StoreError where the folder holds something else, where it is open for writing elsewhere, and where it is missing
    but must not be made.
    """
    if path.exists() and not path.is_dir():
        raise StoreError(f"{path} is a file, a store is a folder", cure="give another path")
    empty = not path.exists() or not any(path.iterdir())
    if empty and (read_only or not create):
        raise StoreError(f"there is no store at {path}", cure="build one with kg build, or check the path")
    if not empty and not (path / "CURRENT").is_file():  # RocksDB's own marker
        raise StoreError(f"the folder {path} is not a store", cure="give another folder: this one is left as it is")
    if read_only and (path / UNFINISHED).is_file():
        raise StoreError(
            f"the store {path} is being filled, or that was cut off", cure="wait until it ends; else fill it again from the start"
        )
    try:
        if read_only:
            store = _read_only(path)
        else:
            path.mkdir(parents=True, exist_ok=True)
            store = ox.Store(str(path))
    except (OSError, RuntimeError) as error:  # pyoxigraph raises the latter for files that are missing or damaged
        raise _unopened(path, error) from error
    if (path / UNFINISHED).is_file():
        empty_again(path, store)
    _check_format(path, store, make=not read_only)
    return store


@contextmanager
def unfinished(path: Path, store: ox.Store) -> Iterator[None]:
    """Around whatever fills an empty store without a transaction: unless the block ends well, the store is empty again.

    Where the program is killed meanwhile, the next opening for writing empties it, and one for reading is refused.
    """
    with (path / UNFINISHED).open("wb") as file:
        os.fsync(file.fileno())
    _sync(path)
    with ExitStack() as undo:
        undo.callback(empty_again, path, store)
        yield
        store.flush()
        undo.pop_all()
    (path / UNFINISHED).unlink()
    _sync(path)


def empty_again(path: Path, store: ox.Store) -> None:
    """Empties a store whose filling was cut off. Killed on the way, it begins anew at the next opening."""
    store.clear()
    store.add(MARKER)
    store.flush()
    (path / UNFINISHED).unlink()
    _sync(path)


def _sync(path: Path) -> None:
    """Has the folder's list of files reach the disk, where the system can do that (Windows cannot, and need not)."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def tidy(path: Path) -> None:
    """Has a closed store drop the files that compaction left over, which RocksDB does when it opens."""
    with suppress(OSError):  # open again already, or elsewhere: then that opening has tidied
        ox.Store(str(path)).flush()


def _read_only(path: Path) -> ox.Store:
    """A writer tidies its files while we open them: then some are gone in between, and opening again finds the new ones."""
    for _ in range(_ATTEMPTS - 1):
        try:
            return ox.Store.read_only(str(path))
        except RuntimeError:
            time.sleep(_PAUSE)
    return ox.Store.read_only(str(path))


def _unopened(path: Path, error: Exception) -> StoreError:
    if "lock" in str(error).lower():
        return StoreError(
            f"the store {path} is open for writing in another program",
            cure="wait until that ends, or open the store for reading only",
        )
    return StoreError(f"the store {path} cannot be opened: {error}", cure="check its rights, or build it again elsewhere")


def _check_format(path: Path, store: ox.Store, *, make: bool) -> None:
    found = [quad.object for quad in store.quads_for_pattern(MARKER.subject, MARKER.predicate, None, MARKER.graph_name)]
    if found == [MARKER.object]:
        return
    if found:
        raise StoreError(f"the store {path} has format {found[0]}, this program reads {MARKER.object}", cure="build it again")
    if len(store) or not make:
        raise StoreError(f"the folder {path} holds RDF of another program", cure="give another folder: this one is left as it is")
    store.add(MARKER)
    store.flush()
