"""How long the named questions take on a graph of bench/synthetic.py, which is loaded first where the store is empty.

    python bench/load.py [--claims 1000000] [--store graph/] [--times 5] [--limit 60] [--reference 2000] [--json]

Each question is asked about the best connected nodes, the worst case, in a process of its own that is killed after `--limit`
seconds; the first asking warms up. Times are those of the processor, so that other programs disturb them less. `--reference N`
asks rdflib's memory store the same on a graph of N claims, beside the embedded store on that graph; 0 leaves it out.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import rdflib
from rdflib.util import from_n3

sys.path.insert(0, str(Path(__file__).parent))
from synthetic import documents, load, meeting_id

from kg.query import catalogue, run
from kg.query.parameters import ENUMS, bind
from kg.schema.model import schema
from kg.store import open_store

_NODES = {
    "actor": ("person/p0", "person/p1"), "person": ("person/p0", "person/p1"), "country": ("country/AA", "country/AB"),
    "organization": ("organization/o0", "organization/o1"), "place": ("place/q0",), "topic": ("topic/t0",),
    "meeting": (meeting_id(1, 0),),
    "node": ("person/p0", "person/p1"),
}  # fmt: skip
_VALUES = {"date": "2012-06", "number": "0.6", "actor_class": "Person", "text": "ба"}


def parameters(question) -> dict[str, str]:
    """A value for each parameter that must be given: one node after another of those that are best connected."""
    given, used = {}, dict.fromkeys(_NODES, 0)
    for parameter in question.parameters:
        if not parameter.required:
            continue
        if parameter.type in _NODES:
            choice = _NODES[parameter.type]
            given[parameter.name] = choice[used[parameter.type] % len(choice)]
            used[parameter.type] += 1
        elif parameter.type in ENUMS:
            given[parameter.name] = next(iter(schema().enums[ENUMS[parameter.type]]))
        else:
            given[parameter.name] = _VALUES[parameter.type]
    return given


def timed(ask: Callable[[], object], times: int) -> list[float]:
    """Processor seconds of each asking after the first: the same on a machine that others use, too."""
    ask()
    found = []
    for _ in range(times):
        began = time.process_time()
        ask()
        found.append(time.process_time() - began)
    return found


def in_a_process(work: Callable[[], list[float]], limit: float) -> list[float] | str:
    """What `work` returns, or why it does not."""
    ours, theirs = multiprocessing.Pipe(duplex=False)

    process = multiprocessing.get_context("fork").Process(target=lambda: theirs.send(work()))
    process.start()
    theirs.close()
    try:
        result = ours.recv() if ours.poll(limit) else f"over {limit:g} s"
    except EOFError:  # it wrote what failed on standard error
        result = "fails"
    process.kill()
    process.join()
    return result


def embedded(uri: str, times: int, limit: float) -> dict[str, list[float] | str]:
    """Question -> seconds, on a folder."""

    def work(name: str, given: dict[str, str]) -> list[float]:
        with open_store(uri, create=False, read_only=True) as store:
            return timed(lambda: run(store, name, given), times)

    return {question.name: in_a_process(lambda q=question: work(q.name, parameters(q)), limit) for question in catalogue()}


def reference(uri: str, times: int, limit: float) -> dict[str, list[float] | str]:
    """The same on rdflib's memory store, filled from the folder: the text of the question with its variables bound."""
    data = rdflib.Dataset()
    with open_store(uri, create=False, read_only=True) as store:
        text = "".join(f"{quad} .\n" for quad in store.graph)
    data.parse(data=text, format="nquads")

    def work(question) -> list[float]:
        given, kinds = parameters(question), {parameter.name: parameter.type for parameter in question.parameters}
        with open_store(uri, create=False, read_only=True) as store:
            bound = {name: from_n3(str(bind(store, name, kinds[name], value).term)) for name, value in given.items()}
        return timed(lambda: list(data.query(question.texts["sparql"], initBindings=bound)), times)

    return {question.name: in_a_process(lambda q=question: work(q), limit) for question in catalogue()}


def cell(found: list[float] | str) -> str:
    return found if isinstance(found, str) else f"{1000 * statistics.median(found):,.1f} ({1000 * max(found):,.1f})"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--store", help="folder of the graph, filled if it is missing (default: a temporary one)")
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--limit", type=float, default=60.0, help="seconds for all askings of a question (default: 60)")
    parser.add_argument("--reference", type=int, default=2_000, help="claims of the graph for rdflib; 0: none (default: 2,000)")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        uri = given.store or str(Path(folder) / "graph")
        if not Path(uri).exists():
            print(load(open_store(uri), documents(claims=given.claims), told=True).line(), file=sys.stderr)
        columns = {"embedded": embedded(uri, given.times, given.limit)}
        if given.reference:
            small = str(Path(folder) / "small")
            load(open_store(small), documents(claims=given.reference))
            columns[f"embedded, {given.reference:,} claims"] = embedded(small, given.times, given.limit)
            columns[f"rdflib, {given.reference:,} claims"] = reference(small, given.times, given.limit)
    medians = sorted(statistics.median(found) for found in columns["embedded"].values() if not isinstance(found, str))
    if given.json:
        print(json.dumps({"load": os.getloadavg()[0], **columns}, indent=1))
        return
    print(f"| question, median (worst) in ms | {' | '.join(columns)} |\n| --- |{' ---: |' * len(columns)}")
    for name in columns["embedded"]:
        print(f"| {name} | {' | '.join(cell(found[name]) for found in columns.values())} |")
    print(f"\nMedian of the questions {1000 * statistics.median(medians):,.1f} ms, load of the machine {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
