from __future__ import annotations

from pathlib import Path

import pytest

ARTICLE = " date 2025-11-15 Тоқаев Садыр Жапаровты қабылдады\nҚазақстан Президенті Қасым-Жомарт Тоқаев Астанада Қырғызстан \
Президенті Садыр Жапаровты қабылдады.\n"


@pytest.fixture
def article(workplace) -> Path:
    Path("a.txt").write_text(ARTICLE, encoding="utf-8")
    return Path("a.txt")


def test_each_statement_stands_with_its_words_rule_and_confidence(kg, article):
    out = kg("explain", "a.txt").stdout
    assert "⟦" in out
    assert "frame receive" in out
    assert "participant  Садыр Жапаров" in out
    assert "0." in out


def test_standard_input_is_explained_too(kg, workplace):
    assert "Садыр Жапаров" in kg("explain", "-", stdin=ARTICLE).stdout


def test_a_document_of_the_store_is_explained_by_its_id(built):
    for name in ("1", "document/1", "https://w3id.org/elshi/id/document/1"):
        out = built("explain", name).stdout
        assert "Шавкат Мирзиёев" in out
        assert "Садыр Жапаров" not in out


def test_a_document_that_is_nowhere_is_an_error_with_its_cure(built):
    assert "kg query documents" in built("explain", "no-such", code=2).stderr


def test_a_page_is_written_where_one_is_asked_for(kg, article):
    assert kg("explain", "a.txt", "--html", "a.html").stdout == ""
    page = Path("a.html").read_text(encoding="utf-8")
    assert "<mark>" in page
    assert "Садыр Жапаров" in page


def test_what_cannot_be_read_is_told_and_the_exit_code_says_so(kg, workplace):
    Path("empty.txt").write_text("", encoding="utf-8")
    assert "empty.txt" in kg("explain", "empty.txt", code=1).stderr
