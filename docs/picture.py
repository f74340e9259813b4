"""Draws docs/map.png: the map of the seeds, as Chromium shows it with the network off.

    python docs/picture.py [OUT.png]

Needs what the tests need ('.[test]'), Chromium and a font with Cyrillic letters (apt-get install chromium fonts-dejavu-core).
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from kg import pipeline
from kg.store import open_store
from kg.view import map_graph, write_map

ROOT = Path(__file__).parents[1]
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def main() -> None:
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "map.png"
    executable = next((path for name in _BROWSERS if (path := shutil.which(name))), None)
    if executable is None:
        sys.exit("no Chromium here: apt-get install chromium")
    with tempfile.TemporaryDirectory() as name:
        store, page = f"{name}/graph", Path(name, "map.html")
        pipeline.build([str(ROOT / "seeds" / "articles")], store)
        with open_store(store, create=False, read_only=True) as opened:
            write_map(map_graph(opened.read()), page, title="Elshi", language="kk")
        with sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=executable, args=_FLAGS)
            context = browser.new_context(offline=True, viewport={"width": 1280, "height": 760}, color_scheme="light")
            tab = context.new_page()
            tab.goto(page.as_uri())
            tab.wait_for_selector("body[data-drawn]")
            tab.wait_for_timeout(500)  # until the last labels are placed
            tab.screenshot(path=out)
            browser.close()
    print(out)


if __name__ == "__main__":
    main()
