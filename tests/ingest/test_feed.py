from __future__ import annotations

from pathlib import Path

from kg.ingest import read
from kg.model.article import Article
from tests.ingest.helpers import BODY, TITLE, is_rejected

RSS = f"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Kazinform</title><link>https://example.kz/</link>
<item><title>{TITLE}</title><link>https://example.kz/1</link><guid>tag:1</guid><pubDate>Sat, 15 Nov 2025 01:00:00 +0500</pubDate>
<description>Қысқаша</description><content:encoded><![CDATA[<p>{BODY}</p><p>Екінші &amp; соңғы.</p><script>alert(1)</script>]]>
</content:encoded></item>
<item><title>Басқа</title><link>https://example.kz/2</link><description>&lt;b&gt;Тараптар&lt;/b&gt; келісті.</description></item>
<item><title>Бос</title><link>https://example.kz/3</link></item>
</channel></rss>"""

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Ақорда</title>
<entry><title type="html">{TITLE}</title><id>urn:x:1</id><link href="https://example.kz/9"/><updated>2025-11-14T23:30:00+05:00</updated>
<content type="html">&lt;p&gt;{BODY}&lt;/p&gt;</content></entry></feed>"""


def test_each_entry_of_a_feed_is_an_article(inbox):
    Path("feed.xml").write_text(RSS, encoding="utf-8")
    first, second, third = read(["feed.xml"])
    assert isinstance(first, Article) and isinstance(second, Article)
    assert (first.id, first.url, first.title, first.source) == ("tag:1", "https://example.kz/1", TITLE, "Kazinform")
    assert (first.text, first.date, first.lang) == (f"{BODY}\nЕкінші & соңғы.", "2025-11-15", "kk")
    assert (second.id, second.text, second.date) == ("https://example.kz/2", "Тараптар келісті.", None)
    assert is_rejected(third, "feed.xml", "entry 3", "no text")


def test_the_day_of_an_entry_is_that_of_its_own_time_zone(inbox, one):
    Path("feed.atom").write_text(ATOM, encoding="utf-8")
    article = one("feed.atom")
    assert (article.id, article.date, article.text, article.source) == ("urn:x:1", "2025-11-14", BODY, "Ақорда")


def test_a_feed_is_known_by_its_content(inbox):
    Path("feed.txt").write_text(RSS, encoding="utf-8")
    assert len(list(read(["feed.txt"]))) == 3


def test_a_feed_in_another_encoding_keeps_its_letters(inbox, one):
    text = (
        ATOM.replace("Ақорда", "Акорда")
        .replace(TITLE, "Токаев встретился")
        .replace(BODY, "Президент Казахстана провел переговоры.")
    )
    Path("feed.xml").write_bytes(('<?xml version="1.0" encoding="windows-1251"?>' + text).encode("cp1251"))
    assert one("feed.xml").text == "Президент Казахстана провел переговоры."


def test_a_billion_laughs_are_rejected(inbox, one):
    doctype = '<!DOCTYPE rss [<!ENTITY a "ха"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    bomb = f'<?xml version="1.0"?>{doctype}<rss version="2.0"><channel><item><title>&b;</title></item></channel></rss>'
    Path("feed.xml").write_text(bomb, encoding="utf-8")
    assert is_rejected(one("feed.xml"), "feed.xml", "declares XML entities")


def test_xml_that_is_no_feed_is_rejected(inbox, one):
    Path("a.xml").write_text('<?xml version="1.0"?><catalogue><book/></catalogue>', encoding="utf-8")
    assert is_rejected(one("a.xml"), "a.xml", "no RSS or Atom feed")


def test_a_feed_with_a_fault_still_gives_its_entries(inbox):
    Path("feed.xml").write_text(RSS.replace("</channel></rss>", "<item><title>& жоқ"), encoding="utf-8")
    assert any(isinstance(item, Article) and item.id == "tag:1" for item in read(["feed.xml"]))


def test_a_feed_without_entries_gives_nothing(inbox):
    Path("feed.xml").write_text('<rss version="2.0"><channel><title>x</title></channel></rss>', encoding="utf-8")
    assert list(read(["feed.xml"])) == []
