from __future__ import annotations

from pathlib import Path

import pytest

from kg.model.errors import StoreError
from kg.store import open_store
from tests.store.helpers import visit


def test_a_folder_keeps_what_is_written_to_it(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "new" / "graph")) as store:
        store.write([visit("d1")])
    with open_store(str(tmp_path / "new" / "graph")) as store:
        assert list(store.read()) == [visit("d1")]


def test_memory_is_gone_when_it_is_closed() -> None:
    with open_store("memory:") as store:
        store.write([visit("d1")])
    with open_store("memory:") as store:
        assert list(store.read()) == []


@pytest.mark.parametrize("uri", ["file:graph", "http://localhost/sparql"])
def test_a_uri_of_another_kind_is_refused_with_what_there_is(uri: str) -> None:
    with pytest.raises(StoreError, match="path of a folder"):
        open_store(uri)
