"""kill -9 at any moment leaves the last committed state, whole."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path

import pytest

from kg.store.rdf.export import export
from kg.store.rdf.oxigraph import RdfStore
from kg.store.rdf.validation import validate_store

WRITER = """
import sys
from kg.store import open_store
from tests.store.helpers import visit
with open_store(sys.argv[1]) as store:
    turn = 0
    while True:
        turn += 1
        # All thirty documents change together, their meetings move, and half of them come and go.
        graphs = [visit(f"d{n}", meeting=f"m{(n + turn) % 7}", date=f"{2000 + turn}") for n in range(30)]
        store.write(graphs)
        print(turn, flush=True)
        store.forget(f"document/d{turn % 30}")
"""


@pytest.mark.parametrize("wait", [0.0, 0.013, 0.031, 0.07, 0.11])
def test_a_killed_writer_leaves_a_whole_state(tmp_path: Path, wait: float) -> None:
    uri = str(tmp_path / "graph")
    root = Path(__file__).parents[3]
    process = subprocess.Popen([sys.executable, "-c", WRITER, uri], stdout=subprocess.PIPE, text=True, cwd=root)
    assert process.stdout is not None
    turns = [int(process.stdout.readline()) for _ in range(2)]
    time.sleep(wait)
    os.kill(process.pid, signal.SIGKILL)
    turns += [int(line) for line in process.stdout.read().splitlines() if line.isdecimal()]
    process.wait()
    with RdfStore.open(uri, create=False) as store, RdfStore.open("memory:") as rebuilt:
        graphs = list(store.read())
        dates = {claim.object for graph in graphs for claim in graph.claims if claim.predicate == "date"}

        assert len(dates) == 1, "documents of two transactions lie beside each other"
        assert int(dates.pop()) - 2000 in {turns[-1], turns[-1] + 1}
        assert len(graphs) in {29, 30}
        rebuilt.write(graphs)
        assert content(store) == content(rebuilt)
        assert validate_store(store) == ()


def content(store: RdfStore) -> bytes:
    out = BytesIO()
    export(store, out, "nquads")
    return out.getvalue()
