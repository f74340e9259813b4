"""Chromium of the system, offline, for the pages that Elshi writes."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import networkx as nx
import pytest

from kg.view import write_map
from tests.view.helpers import small_graph

# No sandbox where tests run as root in a container, no GPU, and no calls of the browser itself.
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"]
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def _chromium() -> str:
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    if found is None:
        message = "no Chromium here: apt-get install chromium"
        if os.environ.get("CI") == "true":
            pytest.fail(message, pytrace=False)
        pytest.skip(message)
    return found


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return {**browser_type_launch_args, "executable_path": _chromium(), "args": _FLAGS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    size = {"width": 1280, "height": 800}
    return {**browser_context_args, "offline": True, "viewport": size, "locale": "kk-KZ", "reduced_motion": "reduce"}


class Map:
    """A map opened in the browser, with all that it asked for, said on the console and threw."""

    def __init__(self, page, folder: Path) -> None:
        self.page = page
        self.folder = folder
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.dialogs: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", self._dismiss)

    def _dismiss(self, dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def open(self, graph: nx.MultiDiGraph | None = None, *, title: str = "Дипломатия картасы", language: str = "kk") -> Map:
        file = self.folder / "map.html"
        write_map(small_graph() if graph is None else graph, file, title=title, language=language)
        self.page.goto(file.as_uri())
        self.page.wait_for_selector("body[data-drawn]")
        return self

    def spot(self, name: str) -> int:
        """The number of the node of that name."""
        return self.page.evaluate(
            "name => elshiMap.data.spots.findIndex(s => s.actor !== null && elshiMap.data.actors[s.actor].name === name)", name
        )

    def place(self, spot: int) -> tuple[float, float]:
        """Where a node is on the screen."""
        at = self.page.evaluate("spot => elshiMap.network.canvasToDOM(elshiMap.network.getPosition(spot))", spot)
        box = self.page.locator("#picture").bounding_box()
        return box["x"] + at["x"], box["y"] + at["y"]

    def click_line(self, one: str, other: str, kind: str) -> None:
        at = self.page.evaluate(
            """([a, b, kind]) => {
                const line = elshiMap.data.lines.findIndex(l => l.kind === kind && l.ends.includes(a) && l.ends.includes(b));
                return elshiMap.network.canvasToDOM(elshiMap.network.body.edges[line].edgeType.getPoint(0.5));
            }""",
            [self.spot(one), self.spot(other), kind],
        )
        box = self.page.locator("#picture").bounding_box()
        self.page.mouse.click(box["x"] + at["x"], box["y"] + at["y"])

    def shown(self) -> set[str]:
        """Names of the actors that are drawn."""
        return set(
            self.page.evaluate(
                """() => elshiMap.data.spots.filter((spot, i) =>
                        spot.actor !== null && !elshiMap.network.body.nodes[i].options.hidden
                    ).map(spot => elshiMap.data.actors[spot.actor].name)"""
            )
        )


@pytest.fixture
def site(page, tmp_path):
    return Map(page, tmp_path)
