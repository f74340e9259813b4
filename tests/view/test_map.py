import os
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest

from kg.model.errors import ViewError
from kg.view import map_html, write_map
from tests.view.helpers import page_data, ring, small_graph


def test_the_same_graph_makes_the_same_page():
    assert map_html(small_graph(), title="Карта") == map_html(small_graph(), title="Карта")


def test_the_page_opens_in_the_language_asked_for():
    page = map_html(small_graph(), title="Map", language="en")
    assert '<html lang="en">' in page
    assert page_data(page)["language"] == "en"


def test_an_unknown_language_is_an_error_that_names_the_known_ones():
    with pytest.raises(ViewError, match="kk, ru, en"):
        map_html(small_graph(), title="Карта", language="de")


def test_too_many_nodes_are_an_error_that_says_what_to_do():
    with pytest.raises(ViewError, match=r"31 nodes are more than the 30 .*narrow.*limit"):
        map_html(ring(31), title="Карта", limit=30)


def test_the_limit_itself_is_allowed_and_folded_meetings_do_not_count():
    assert len(page_data(map_html(ring(30), title="Карта", limit=30))["spots"]) == 30


def test_an_empty_graph_makes_a_page():
    assert page_data(map_html(nx.MultiDiGraph(), title="Карта"))["spots"] == []


def test_the_file_is_utf8_whatever_the_locale(tmp_path):
    target = tmp_path / "map.html"
    code = (
        "import sys; from pathlib import Path; from kg.view import write_map; from tests.view.helpers import small_graph;"
        "write_map(small_graph(), Path(sys.argv[1]), title='\\u041a\\u0430\\u0440\\u0442\\u0430')"
    )
    bare = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "PATH": os.environ.get("PATH", "")}
    subprocess.run([sys.executable, "-c", code, str(target)], check=True, env=bare, cwd=Path(__file__).parents[2])
    assert target.read_bytes().decode("utf-8") == map_html(small_graph(), title="Карта")


def test_a_map_that_cannot_be_drawn_leaves_the_old_file(tmp_path):
    target = tmp_path / "map.html"
    target.write_text("old", encoding="utf-8")
    with pytest.raises(ViewError):
        write_map(ring(5), target, title="Карта", limit=2)
    assert target.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_write_that_fails_half_way_leaves_the_old_file_and_no_rubbish(tmp_path, monkeypatch):
    target = tmp_path / "map.html"
    target.write_text("old", encoding="utf-8")

    def replace(self, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(ViewError, match="No space left"):
        write_map(small_graph(), target, title="Карта")
    assert target.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_does_not_exist_is_an_error_with_the_file_named(tmp_path):
    with pytest.raises(ViewError, match=r"missing.*cannot write the map"):
        write_map(small_graph(), tmp_path / "missing" / "map.html", title="Карта")
