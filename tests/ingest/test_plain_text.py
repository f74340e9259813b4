from __future__ import annotations

from pathlib import Path

import pytest

from kg.ingest import read
from kg.model.article import Article
from tests.ingest.helpers import BODY, TITLE, is_rejected


def test_the_first_line_is_the_title_and_stays_in_the_text(inbox, one):
    Path("a.txt").write_text(f"{TITLE}\n{BODY}\n", encoding="utf-8")
    article = one("a.txt")
    assert (article.id, article.origin, article.title, article.lang, article.date) == ("a.txt", "a.txt", TITLE, "kk", None)
    assert article.text == f"{TITLE}\n{BODY}\n"


def test_a_date_line_gives_date_and_title(inbox, one):
    content = f" date 2025-11-15 {TITLE}\n{BODY}"
    Path("a.txt").write_text(content, encoding="utf-8")
    article = one("a.txt")
    assert (article.date, article.title, article.text) == ("2025-11-15", TITLE, content)


def test_a_date_line_with_an_impossible_day_is_rejected_with_cure(inbox, one):
    Path("a.txt").write_text(f" date 2025-13-45 {TITLE}\n{BODY}", encoding="utf-8")
    assert is_rejected(one("a.txt"), "a.txt", "2025-13-45", "no date")


@pytest.mark.parametrize("content", [BODY, BODY * 10 + "\n" + BODY])
def test_a_text_that_begins_with_its_story_has_no_title(inbox, one, content):
    Path("a.txt").write_text(content, encoding="utf-8")
    assert one("a.txt").title == ""


def test_blank_lines_before_the_title_are_passed_over(inbox, one):
    Path("a.txt").write_text(f"\n\n{TITLE}\n\n{BODY}", encoding="utf-8")
    assert one("a.txt").title == TITLE


def test_a_file_without_suffix_or_with_an_unknown_one_is_plain_text(inbox, one):
    for name in ("README", "a.text", "a.news"):
        Path(name).write_text(f"{TITLE}\n{BODY}", encoding="utf-8")
        assert one(name).title == TITLE


def test_text_that_begins_with_a_bracket_is_no_json(inbox, one):
    Path("a.txt").write_text(f"[Жаңартылды] {TITLE}\n{BODY}", encoding="utf-8")
    assert one("a.txt").title == f"[Жаңартылды] {TITLE}"


def test_line_ends_are_one_and_letters_composed(inbox, one):
    Path("a.txt").write_bytes("Көші\r\nЙ\rекінші\u2028жол \x00\x07\x1b\xad\u200bсоңы\ttab".replace("\x00", "").encode())
    assert one("a.txt").text == "Көші\nЙ\nекінші\nжол соңы\ttab"


def test_bidirectional_marks_stay(inbox, one):
    Path("a.txt").write_text(f"{TITLE}\n\u202e{BODY}\u202c", encoding="utf-8")
    assert "\u202e" in one("a.txt").text


def test_ten_megabytes_in_one_line_are_rejected_with_cure(inbox, one):
    Path("a.txt").write_text("Қазақстан " * 1_000_000, encoding="utf-8")
    assert is_rejected(one("a.txt"), "a.txt", "10,000,000 characters", "split")


def test_a_long_line_below_the_limit_is_read(inbox, one):
    Path("a.txt").write_text("Тоқаев келді. " * 6_500, encoding="utf-8")
    assert len(one("a.txt").text) == 91_000


@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file_is_rejected(inbox, one, content):
    Path("a.txt").write_bytes(content)
    assert is_rejected(one("a.txt"), "a.txt", "no text")


def test_equal_articles_have_equal_hashes_whatever_their_name(inbox):
    for name in ("a.txt", "b.txt", "c.txt"):
        Path(name).write_text(f"{TITLE}\n{BODY}" + ("!" if name == "c.txt" else ""), encoding="utf-8")
    first, second, third = (item for item in read(["a.txt", "b.txt", "c.txt"]) if isinstance(item, Article))
    assert first.sha256 == second.sha256 != third.sha256
    assert len(first.sha256) == 64
