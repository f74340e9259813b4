import pytest

from kg.view.evidence import Pool, safe_url, split


def entry(**changes):
    given = {
        "document": "document/a",
        "title": "Тақырып",
        "date": "2026-01-02",
        "url": "https://news.example/a",
        "start": 4,
        "end": 9,
        "quote": "кездесті",
        "context": "Олар Астанада кездесті.",
        "rule": "kk.meet",
        "confidence": 0.9,
        "status": "held",
        "negated": False,
    }
    return given | changes


@pytest.mark.parametrize("url", ["https://news.example/a?b=c#d", "http://қазақ.example/жаңалық"])
def test_a_web_address_can_be_a_link(url):
    assert safe_url(url) == url


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        7,
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        " https://news.example",
        "data:text/html,x",
        "file:///etc/x",
        "//news.example",
        "/local",
        "ftp://news.example",
        "https://",
        "https:news",
        "http://[news",
        'https://news.example/"onclick="x',
        "https://user@news.example",
    ],
)
def test_anything_else_cannot(url):
    assert safe_url(url) is None


def test_a_sentence_is_cut_around_the_very_words():
    assert split("Олар Астанада кездесті.", "Астанада") == ("Олар ", "Астанада", " кездесті.")


def test_words_that_the_sentence_lacks_stand_alone():
    assert split("Олар кездесті.", "Астанада") == ("", "Астанада", "")
    assert split(None, "Астанада") == ("", "Астанада", "")


def test_a_sentence_without_words_to_mark_is_shown_whole():
    assert split("Олар кездесті.", None) == ("Олар кездесті.", "", "")


def test_a_passage_that_proves_several_edges_is_kept_once():
    pool = Pool()
    assert pool.add([entry(), entry()]) == pool.add([entry()])
    assert len(pool.evidence) == 1
    assert len(pool.sources) == 1


def test_two_rules_on_the_same_words_stay_apart():
    pool = Pool()
    assert len(pool.add([entry(), entry(rule="kk.other")])) == 2


def test_the_newest_document_comes_first_and_the_undated_last():
    pool = Pool()
    indexes = pool.add(
        [entry(document="a", date="2025-12-31"), entry(document="b", date=None), entry(document="c", date="2026-01")]
    )
    kept = [pool.sources[pool.evidence[index].source].date for index in pool.by_document(indexes)]
    assert kept == ["2026-01", "2025-12-31", None]


def test_a_document_without_a_title_goes_by_its_identifier():
    pool = Pool()
    pool.add([entry(title=None)])
    assert pool.sources[0].title == "document/a"
