"""How long a map takes: to write the page, and until Chromium shows the first picture, at 300 and 1,000 nodes.

    python bench/map.py [--nodes 300 1000] [--times 5] [--json]

The graph is built from articles of bench/articles.py; the best connected actors, with what joins them, make up the map. Needs
what the tests need ('.[test]') and Chromium.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import networkx as nx
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parent))
from articles import write

from kg import pipeline
from kg.store import open_store
from kg.view import map_graph, write_map
from kg.view.drawing import draw
from kg.view.reading import read

_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@dataclass(frozen=True)
class Picture:
    """One size: median seconds."""

    nodes: int
    lines: int
    page_mib: float
    written: float
    drawn: float


def part(view: nx.MultiDiGraph, nodes: int) -> nx.MultiDiGraph:
    """The best connected nodes of `view`, as many as make a drawing of about `nodes` nodes."""
    ranked = sorted(view, key=lambda node: (-view.degree[node], node))
    low, high = 1, len(ranked)
    while low < high:
        middle = (low + high + 1) // 2
        drawing = draw(read(view.subgraph(ranked[:middle])))
        low, high = (middle, high) if len(drawing.spots) <= nodes else (low, middle - 1)
    return view.subgraph(ranked[:low]).copy()


def picture(view: nx.MultiDiGraph, nodes: int, times: int, folder: Path, browser) -> Picture:
    graph, page = part(view, nodes), folder / f"{nodes}.html"
    drawing = draw(read(graph))
    written, drawn = [], []
    for _ in range(times):
        began = time.perf_counter()
        write_map(graph, page, title="bench", limit=nodes)
        written.append(time.perf_counter() - began)
        context = browser.new_context(offline=True, viewport={"width": 1280, "height": 800})
        tab = context.new_page()
        began = time.perf_counter()
        tab.goto(page.as_uri())
        tab.wait_for_selector("body[data-drawn]", timeout=120_000)
        drawn.append(time.perf_counter() - began)
        context.close()
    return Picture(
        nodes=len(drawing.spots), lines=len(drawing.lines), page_mib=round(page.stat().st_size / 2**20, 2),
        written=round(statistics.median(written), 2), drawn=round(statistics.median(drawn), 2),
    )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nodes", type=int, nargs="+", default=[300, 1000])
    parser.add_argument("--times", type=int, default=5, help="measurements of each size; the median counts (default: 5)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    arguments = parser.parse_args()
    executable = next((path for name in _BROWSERS if (path := shutil.which(name))), None)
    if executable is None:
        sys.exit("no Chromium here: apt-get install chromium")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "articles.jsonl", 2 * max(arguments.nodes))
        pipeline.build([str(folder / "articles.jsonl")], str(folder / "graph"))
        with open_store(str(folder / "graph"), create=False, read_only=True) as store:
            view = map_graph(store.read())
        with sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=executable, args=_FLAGS)
            pictures = [picture(view, nodes, arguments.times, folder, browser) for nodes in arguments.nodes]
            browser.close()
    if arguments.json:
        print(json.dumps([asdict(one) for one in pictures], indent=1))
        return
    print(f"{'nodes':>7} {'lines':>7} {'page MiB':>9} {'written s':>10} {'drawn s':>8}")
    for p in pictures:
        print(f"{p.nodes:7,} {p.lines:7,} {p.page_mib:9.2f} {p.written:10.2f} {p.drawn:8.2f}")


if __name__ == "__main__":
    main()
