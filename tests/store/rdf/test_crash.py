"""kill -9 at any moment leaves the last committed state, whole."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path

import pytest

from kg import pipeline
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

BUILDER = """
import sys
from kg import pipeline
from kg.store.rdf.oxigraph import RdfStore
write, pipeline.BATCH = RdfStore.write, 2
def told(store, graphs):
    graphs = list(graphs)
    print("writes", flush=True)
    count = write(store, graphs)
    print(*(graph.document for graph in graphs), flush=True)
    return count
RdfStore.write = told
pipeline.build(sys.argv[2:], sys.argv[1], workers=1, again=True)
print("done", flush=True)
"""
ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("wait", [0.0, 0.013, 0.031, 0.07, 0.11])
def test_a_killed_writer_leaves_a_whole_state(tmp_path: Path, wait: float) -> None:
    uri = str(tmp_path / "graph")
    process = subprocess.Popen([sys.executable, "-c", WRITER, uri], stdout=subprocess.PIPE, text=True, cwd=ROOT)
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


def test_a_build_that_is_killed_ten_times_keeps_what_it_committed_and_ends_in_the_same_bytes(tmp_path: Path) -> None:
    articles = sorted(map(str, (ROOT / "seeds" / "articles").glob("*.txt")))[:8]
    pipeline.build(articles, str(tmp_path / "whole"), workers=1)
    with RdfStore.open(str(tmp_path / "whole"), read_only=True) as store:
        whole, wanted = {graph.document: graph for graph in store.read()}, content(store)
    uri, dice, committed, unfinished = str(tmp_path / "graph"), random.Random(5), set[str](), 0
    for _ in range(10):
        lines = build(uri, articles, kill_at=dice.randrange(1, 5), wait=dice.random() / 30)
        unfinished += "done" not in lines
        committed.update(word for line in lines for word in line.split() if word.startswith("document/"))
        with RdfStore.open(uri, create=False) as store, RdfStore.open("memory:") as rebuilt:
            graphs = list(store.read())
            assert committed <= {graph.document for graph in graphs}
            assert all(whole[graph.document] == graph for graph in graphs)
            rebuilt.write(graphs)
            assert content(store) == content(rebuilt)
    assert unfinished >= 5, "the builds ended before they were killed"
    assert build(uri, articles)[-1] == "done"
    with RdfStore.open(uri, read_only=True) as store:
        assert content(store) == wanted


def build(uri: str, articles: list[str], *, kill_at: int | None = None, wait: float = 0.0) -> list[str]:
    """Runs a build, and kills it `wait` seconds after it began to write for the `kill_at`th time. Returns what it printed."""
    process = subprocess.Popen([sys.executable, "-c", BUILDER, uri, *articles], stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert process.stdout is not None
    lines: list[str] = []
    while kill_at is not None and lines.count("writes") < kill_at:
        line = process.stdout.readline()
        assert line, "the build ended too soon"
        lines.append(line.strip())
    if kill_at is not None:
        time.sleep(wait)
        process.kill()
    lines += process.stdout.read().splitlines()
    process.wait()
    return lines


def content(store: RdfStore) -> bytes:
    out = BytesIO()
    export(store, out, "nquads")
    return out.getvalue()
