from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingest.helpers import BODY, TITLE, is_rejected

PAGE = f"""<!doctype html><html lang="kk"><head><meta charset="utf-8"><title>{TITLE} - Kazinform</title>
<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="Kazinform">
<link rel="canonical" href="https://example.kz/news/1">
<meta property="article:published_time" content="2025-11-15T10:00:00+05:00">
</head><body><nav><a href="/">Басты бет</a> <a href="/2">Саясат</a></nav>
<article><h1>{TITLE}</h1><p>{BODY}</p>
<p>Делегациялар Қазақстан&nbsp;— Өзбекстан форумына &laquo;бірлескен&raquo; мәлімдеме дайындады.</p></article>
<script>document.write("Трамп")</script><style>p {{ color: red }}</style><footer>© 2025</footer></body></html>"""


def test_a_page_gives_title_date_url_site_and_story(inbox, one):
    Path("a.html").write_text(PAGE, encoding="utf-8")
    article = one("a.html")
    assert (article.id, article.url) == ("https://example.kz/news/1", "https://example.kz/news/1")
    assert (article.title, article.date, article.source, article.lang) == (TITLE, "2025-11-15", "Kazinform", "kk")
    assert BODY in article.text
    assert "«бірлескен» мәлімдеме" in article.text
    assert not any(word in article.text for word in ("Трамп", "Басты бет", "color", "<p>"))


def test_a_page_is_known_by_its_content(inbox, one):
    Path("a.txt").write_text("<!-- saved page -->\n" + PAGE, encoding="utf-8")
    assert one("a.txt").title == TITLE


def test_a_page_in_windows_1251_by_its_meta_element(inbox, one):
    russian = "Президент Казахстана Касым-Жомарт Токаев встретился с президентом Узбекистана Шавкатом Мирзиёевым. " * 3
    meta = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'
    page = f"<html><head>{meta}</head><body><p>{russian}</p></body></html>"
    Path("a.html").write_bytes(page.encode("cp1251"))
    article = one("a.html")
    assert russian.strip() in article.text
    assert article.lang == "ru"


def test_the_address_of_a_home_page_is_no_id_for_an_article(inbox, one):
    Path("a.html").write_text(PAGE.replace("https://example.kz/news/1", "https://example.kz/"), encoding="utf-8")
    assert (one("a.html").id, one("a.html").url) == ("a.html", None)


def test_a_year_in_the_story_is_no_date_of_publication(inbox, one):
    story = f"<p>{BODY} Шарт 2013-05-04 күні жасалды.</p><footer>2001 ж.</footer>"
    page = f"<html><head><title>{TITLE}</title></head><body>{story}</body></html>"
    Path("a.html").write_text(page, encoding="utf-8")
    assert one("a.html").date is None


def test_a_short_page_is_read_whole(inbox, one):
    Path("a.html").write_text(
        f"<html><head><title>{TITLE}</title></head><body><b>Тоқаев</b> келді.<br>Бітті.</body></html>", encoding="utf-8"
    )
    article = one("a.html")
    assert (article.title, article.text.strip()) == (TITLE, "Тоқаев келді.\nБітті.")


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 10_000 + f"<p>{BODY}</p>" + "</div>" * 10_000,
        "<b>" * 10_000 + f"<p>{BODY}</p>",
        "<table><tr><td>" * 3_000 + BODY,
        "<ul><li>" * 10_000 + BODY,
    ],
    ids=["nested blocks", "unclosed inline tags", "nested tables", "nested lists"],
)
def test_tags_nested_thousands_deep_do_not_hide_the_story(inbox, one, body):
    Path("a.html").write_text(f"<html><body>{body}</body></html>", encoding="utf-8")
    assert BODY in one("a.html").text


@pytest.mark.parametrize(
    "hostile",
    [
        f"<html><body><p {'a=b ' * 100_000}>{BODY}</p></body></html>",
        f"<html><body><p>{BODY}</p>" + "<script>" * 5_000,
        f"<html><body><p>{BODY}</p><script>" + "if (a<b) '<div>' </scrip " * 5_000,
        f"<html><body><p>{BODY}</p><!-- " + "- " * 100_000,
        f"<html><body><p>{BODY}</p>" + "<" * 100_000,
        f"<html><body><p>{BODY}</p>" + "&" * 100_000,
        f"<html><body><p>{BODY}</p>" + "<a href='/x'>" * 3_000,
    ],
    ids=["attributes", "open scripts", "script of markup", "open comment", "angle brackets", "ampersands", "open links"],
)
def test_hostile_pages_give_their_story(inbox, one, hostile):
    Path("a.html").write_text(hostile, encoding="utf-8")
    text = one("a.html").text
    assert BODY in text
    assert "<div>" not in text


def test_entities_that_grow_without_end_are_not_expanded(inbox, one):
    doctype = f'<!DOCTYPE html [<!ENTITY a "{"Трамп " * 100}"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
    page = f"{doctype}<html><body><p>{BODY} &b;</p></body></html>"
    Path("a.html").write_text(page, encoding="utf-8")
    assert "Трамп Трамп" not in one("a.html").text.replace("[", "").split(BODY)[1]


def test_a_page_without_words_is_rejected(inbox, one):
    Path("a.html").write_text("<html><body><script>alert(1)</script><img src=x></body></html>", encoding="utf-8")
    assert is_rejected(one("a.html"), "a.html", "no text")


def test_a_page_of_ten_megabytes_is_rejected(inbox, one):
    Path("a.html").write_text(f"<html><body><p>{BODY * 50_000}</p></body></html>", encoding="utf-8")
    assert is_rejected(one("a.html"), "a.html", "longer than 2,000,000")
