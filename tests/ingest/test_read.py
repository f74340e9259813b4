from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.ingest import read
from kg.model.article import Article, Rejected
from kg.model.facts import Extraction
from tests.ingest.helpers import BODY, TITLE, is_rejected


def test_folders_are_read_sorted_with_all_below_and_without_hidden_files(inbox):
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", ".hidden.txt", ".git/x.txt", "a/.y.txt"):
        path = Path("news", name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{TITLE}\n{BODY} {name}", encoding="utf-8")
    assert [item.id for item in read(["news"]) if isinstance(item, Article)] == ["news/b.txt", "news/a/z.txt", "news/a/b/c.txt"]


def test_ids_do_not_depend_on_where_the_working_directory_lies(tmp_path, monkeypatch):
    ids = []
    for place in ("here", "there"):
        Path(tmp_path, place, "news/sub").mkdir(parents=True)
        Path(tmp_path, place, "news/sub/a.txt").write_text(BODY, encoding="utf-8")
        monkeypatch.chdir(tmp_path / place)
        ids += [
            item.id
            for path in ("news", "./news/", str(tmp_path / place / "news"))
            for item in read([path])
            if isinstance(item, Article)
        ]
    assert set(ids) == {"news/sub/a.txt"}


@pytest.mark.parametrize(("argument", "identifier"), [("news", "news/a.txt"), ("news/a.txt", "a.txt")])
def test_outside_the_working_directory_ids_begin_at_what_was_named(tmp_path, monkeypatch, argument, identifier):
    Path(tmp_path, "far/news").mkdir(parents=True)
    Path(tmp_path, "far/news/a.txt").write_text(BODY, encoding="utf-8")
    Path(tmp_path, "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    (article,) = read([str(tmp_path / "far" / argument)])
    assert isinstance(article, Article)
    assert (article.id, article.origin) == (identifier, identifier)


def test_links_that_run_in_circles_do_not_hang(inbox):
    Path("news").mkdir()
    Path("news/a.txt").write_text(BODY, encoding="utf-8")
    Path("news/round").symlink_to(inbox / "news", target_is_directory=True)
    Path("news/broken.txt").symlink_to(inbox / "nowhere")
    assert len(list(read(["news"]))) == 1


def test_a_path_that_does_not_exist_is_reported_and_the_others_read(inbox):
    Path("a.txt").write_text(BODY, encoding="utf-8")
    missing, article = read(["no.txt", "a.txt"])
    assert is_rejected(missing, "no.txt", "No such file")
    assert isinstance(article, Article)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_reported(inbox, one):
    Path("a.txt").write_text(BODY, encoding="utf-8")
    Path("a.txt").chmod(0)
    assert is_rejected(one("a.txt"), "a.txt", "Permission denied")


def test_standard_input_takes_each_form(inbox, one, gold):
    assert one("-", stdin=io.BytesIO(f" date 2025-11-15 {TITLE}\n{BODY}".encode())).date == "2025-11-15"
    assert isinstance(one("-", stdin=io.BytesIO(json.dumps(gold).encode())), Extraction)
    assert one("-", stdin=io.BytesIO(f"<html><body><p>{BODY}</p></body></html>".encode())).text == BODY
    lines = b"".join(json.dumps({"id": str(n), "text": BODY}).encode() + b"\n" for n in range(300))
    assert len(list(read(["-"], stdin=io.BytesIO(lines)))) == 300


def test_a_long_first_line_of_standard_input_is_still_a_line(inbox):
    lines = b"".join(json.dumps({"id": str(n), "text": BODY * 1000}).encode() + b"\n" for n in range(3))
    assert [item.id for item in read(["-"], stdin=io.BytesIO(lines)) if isinstance(item, Article)] == ["0", "1", "2"]


def test_text_from_standard_input_is_called_by_its_content(inbox, one):
    first, again, other = (one("-", stdin=io.BytesIO(text.encode())).id for text in (BODY, BODY, TITLE))
    assert first == again != other


def test_no_standard_input_is_reported(inbox, one):
    assert is_rejected(one("-"), "no standard input")


def test_a_pipe_named_as_a_file_is_read(inbox):
    code = "import sys; from kg.ingest import read; print(next(read(sys.argv[1:])).title)"
    script = f"{sys.executable} -c '{code}' <(printf '{TITLE}\\n{BODY}')"
    run = subprocess.run(["bash", "-c", script], capture_output=True, text=True, encoding="utf-8", check=True)
    assert run.stdout == f"{TITLE}\n"


def test_reading_is_lazy(inbox):
    Path("a.txt").write_text(BODY, encoding="utf-8")
    items = read(["a.txt", "b.txt"])
    assert isinstance(next(items), Article)
    Path("b.txt").write_text(BODY, encoding="utf-8")
    assert isinstance(next(items), Article)


def test_a_name_in_another_alphabet_or_no_alphabet_gives_a_readable_id(inbox):
    Path("жаңалық.txt").write_text(BODY, encoding="utf-8")
    Path(os.fsdecode(b"bad\xff.txt")).write_text(BODY, encoding="utf-8")
    assert sorted(item.id for item in read(["."]) if isinstance(item, Article)) == ["bad\\xff.txt", "жаңалық.txt"]


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.html", "a.json", "a.jsonl", "a.xml", "a"]))
@settings(max_examples=300, deadline=None)
def test_no_bytes_whatever_crash_the_reading(tmp_path_factory, data, name):
    path = tmp_path_factory.mktemp("any") / name
    path.write_bytes(data)
    for item in read([str(path)]):
        assert isinstance(item, Article | Extraction | Rejected)


@given(
    st.text(max_size=300),
    st.sampled_from(["<p>", "<html><body>", '{"text": "', "<rss><channel><item>", "<?xml version='1.0'?><feed>", "[{"]),
)
@settings(max_examples=200, deadline=None)
def test_no_text_after_any_beginning_crashes_the_reading(tmp_path_factory, text, beginning):
    path = tmp_path_factory.mktemp("any") / "a"
    path.write_bytes((beginning + text).encode("utf-8", "surrogatepass"))
    for item in read([str(path)]):
        assert isinstance(item, Article | Extraction | Rejected)
