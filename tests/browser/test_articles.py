"""The whole way: from the sample articles to a page in the browser."""

import pytest
from playwright.sync_api import expect

from kg.extract import extract, languages
from kg.graph import document_graph
from kg.ingest import read
from kg.model.article import Article
from kg.resolve import load_known, resolve
from kg.resources import folder
from kg.view import map_graph


@pytest.fixture(scope="module")
def graph():
    known = load_known()
    articles = [
        item for item in read([str(folder("seeds") / "articles")]) if isinstance(item, Article) and item.lang in languages()
    ]
    assert len(articles) >= 5
    return map_graph(document_graph(resolve(extract(article), known)) for article in articles)


def test_the_map_of_the_sample_articles_draws_and_leads_to_their_sentences(site, graph):
    site.open(graph)
    site.page.get_by_role("combobox").fill("токаев")
    site.page.keyboard.press("Enter")
    panel = site.page.locator("#panel")
    expect(panel.locator("h2")).to_have_text("Қасым-Жомарт Тоқаев")
    panel.locator("h3", has_text="Кездесулері").locator("+ ul .fact").first.click()
    expect(panel.locator("mark").first).not_to_be_empty()
    assert site.requests == [site.page.url]
    assert site.complaints == []


def test_every_meeting_and_agreement_of_the_articles_shows_the_words_that_prove_it(site, graph):
    site.open(graph)
    without = site.page.evaluate(
        """() => elshiMap.data.facts
            .filter(fact => fact.kind !== 'derived' && !fact.evidence.some(each => elshiMap.data.evidence[each].mark))
            .map(fact => fact.id)"""
    )
    assert without == []
