"""The sample articles: readable in their three forms, of the promised length, and in Kazakh."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pytest

from kg.resources import folder

ARTICLES = sorted((folder("seeds") / "articles").iterdir())
TEXTS = [path for path in ARTICLES if path.suffix == ".txt"]


def name(path: Path) -> str:
    return path.name


def test_there_are_articles_in_three_forms() -> None:
    suffixes = [path.suffix for path in ARTICLES]
    assert suffixes.count(".txt") >= 14
    assert suffixes.count(".html") == 1
    assert suffixes.count(".json") == 1


@pytest.mark.parametrize("path", ARTICLES, ids=name)
def test_file_names_are_short_ascii_slugs(path: Path) -> None:
    assert re.fullmatch(r"[a-z0-9-]{5,40}\.(txt|html|json)", path.name)


@pytest.mark.parametrize("path", TEXTS, ids=name)
def test_the_first_line_carries_date_and_title(path: Path) -> None:
    first, _, rest = path.read_text(encoding="utf-8").partition("\n")
    match = re.fullmatch(r" date (20(?:1[5-9]|2[0-5])-\d\d-\d\d) (\S.*)", first)
    assert match, first
    assert not rest.startswith(match[2])


@pytest.mark.parametrize("path", TEXTS, ids=name)
def test_an_article_has_120_to_260_words_and_a_dateline(path: Path) -> None:
    body = path.read_text(encoding="utf-8").partition("\n")[2]
    assert 120 <= len(body.split()) <= 260
    assert re.match(r"[А-ЯЁӘҒҚҢӨҰҮҺІ-]+\. Elshi — ", body)


@pytest.mark.parametrize("path", ARTICLES, ids=name)
def test_an_article_is_kazakh_in_nfc_without_look_alike_letters(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".json":
        text = " ".join(json.loads(text).values())
    assert unicodedata.normalize("NFC", text) == text
    assert len(re.findall("[әғқңөұүіӘҒҚҢӨҰҮІ]", text)) > 100
    for word in re.findall(r"[^\W\d_]+", text):
        scripts = {unicodedata.name(letter).split()[0] for letter in word} & {"LATIN", "CYRILLIC"}
        assert len(scripts) <= 1, word


def test_the_json_article_has_the_fields_of_a_record() -> None:
    (path,) = (path for path in ARTICLES if path.suffix == ".json")
    record = json.loads(path.read_text(encoding="utf-8"))
    assert {"id", "title", "date", "lang", "text"} <= record.keys()
    assert record["lang"] == "kk"
