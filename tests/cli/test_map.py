from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.cli.drawing import draw_what_fits
from kg.store import open_store


def page(name: str = "map.html") -> str:
    return Path(name).read_text(encoding="utf-8")


def actors() -> set[str]:
    """The names of the actors that the page draws: documents may name others."""
    return set(re.findall(r'"kind":"(?:Person|Country|Organization)","name":"([^"]*)"', page()))


def test_the_whole_graph_is_drawn(built):
    result = built("map")
    assert result.stdout == ""
    assert result.stderr.startswith("map.html: 5 actors, 3 meetings and agreements")
    assert all(name in page() for name in ("Шавкат Мирзиёев", "Садыр Жапаров", "Ильхам Әлиев"))


def test_a_page_can_be_printed(built):
    assert built("map", "--out", "-").stdout.startswith("<!DOCTYPE html>") or "<html" in built("map", "--out", "-").stdout[:200]


@pytest.mark.parametrize(
    ("arguments", "there", "gone"),
    [
        (["--from", "2025-11"], ["Шавкат Мирзиёев"], ["Садыр Жапаров", "Ильхам Әлиев"]),
        (["--to", "2024"], ["Ильхам Әлиев"], ["Садыр Жапаров", "Шавкат Мирзиёев"]),
        (["--from", "2025-10-01", "--to", "2025-10-31"], ["Садыр Жапаров"], ["Шавкат Мирзиёев", "Ильхам Әлиев"]),
        (["--ego", "Садыр Жапаров"], ["Садыр Жапаров", "Қасым-Жомарт Тоқаев"], ["Шавкат Мирзиёев", "Ильхам Әлиев"]),
        (["--ego", "Садыр Жапаров", "--hops", "2"], ["Садыр Жапаров", "Шавкат Мирзиёев", "Ильхам Әлиев"], []),
        (["--query", "who-met-whom", "--param", "actor=Садыр Жапаров"], ["Садыр Жапаров"], ["Шавкат Мирзиёев", "Ильхам Әлиев"]),
        (["--query", "meetings-of-person", "--param", "person=Ильхам Әлиев"], ["Ильхам Әлиев"], ["Шавкат Мирзиёев"]),
        (["--ego", "Қасым-Жомарт Тоқаев", "--from", "2025-11-15"], ["Шавкат Мирзиёев"], ["Садыр Жапаров"]),
    ],
)
def test_a_part_is_drawn(built, arguments, there, gone):
    built("map", *arguments)
    drawn = actors()
    assert drawn >= set(there)
    assert not drawn & set(gone)


def test_equal_graphs_give_equal_pages(built):
    built("map", "--out", "one.html")
    built("map", "--out", "two.html")
    assert page("one.html") == page("two.html")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--ego", "Ешкім Жоқ"], "there is no actor"),
        (["--from", "ертең"], "is no date"),
        (["--from", "2031"], "there is nothing to draw"),
        (["--param", "a=b"], "--param belongs to --query"),
        (["--query", "nothing"], "there is no query"),
        (["--limit", "1"], "are more than the 1"),
        (["--out", "no/folder.html"], "cannot write the map"),
        (["--store", "nowhere"], "there is no store"),
    ],
)
def test_what_cannot_be_drawn_is_explained(built, arguments, words):
    assert words in built("map", *arguments, code=2).stderr
    assert not Path("map.html").exists()


def test_of_a_graph_that_is_too_large_the_best_connected_are_drawn(built):
    with open_store("graph", create=False, read_only=True) as store:
        said = draw_what_fits(store, Path("map.html"), limit=4)
    assert "best connected of 5 actors" in said
    assert "Қасым-Жомарт Тоқаев" in page()
