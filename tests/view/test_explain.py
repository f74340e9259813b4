"""What a document says, sentence by sentence."""

from __future__ import annotations

from html.parser import HTMLParser

from kg.model.facts import Span
from kg.model.graph import Claim, DocumentGraph, Node
from kg.view.explain import explain
from kg.view.explain_page import explanation_page

SENTENCE = "Президент Тоқаев Астанада Садыр Жапаровты қабылдады."
NODES = (
    Node("document/d", "Document", (("identifier", "d"), ("title", "Қабылдау"), ("date", "2025-11-15"))),
    Node("country/KZ", "Country", (("name", "Қазақстан"),)),
    Node("meeting/m", "Meeting", (("label", "Жапаров – Тоқаев: кездесу"),)),
    Node("person/t", "Person", (("name", "Тоқаев"),)),
    Node("person/z", "Person", (("name", "Садыр Жапаров"),)),
    Node("post/p", "Post", (("title", "Президент"), ("body", "country/KZ"))),
)


def claim(key, subject, predicate, value, start, end, **changes):
    said = {
        "literal": False, "rule": "frame receive", "confidence": 0.8, "evidence": Span(start, end), "quote": SENTENCE[start:end],
        "context": SENTENCE,
    }  # fmt: skip
    return Claim(id=f"claim/{key}", subject=subject, predicate=predicate, object=value, **(said | changes))


CLAIMS = (
    claim("1", "meeting/m", "participant", "person/z", 17, 51),
    claim("2", "meeting/m", "kind", "reception", 17, 51, literal=True),
    claim("3", "person/t", "holds", "post/p", 0, 16, rule="title before a name", confidence=0.9),
)


def graph(*claims):
    return DocumentGraph("document/d", "f", NODES, claims or CLAIMS)


def test_statements_stand_below_the_sentence_that_proves_them_in_the_order_of_the_text():
    (passage,) = explain(graph()).passages
    assert passage.text == SENTENCE
    assert [(fact.name, fact.rule, fact.confidence) for fact in passage.facts] == [
        ("Тоқаев", "title before a name", 0.9),
        ("Жапаров – Тоқаев: кездесу", "frame receive", 0.8),
    ]


def test_what_one_rule_found_of_one_event_is_one_fact_with_its_words():
    meeting = explain(graph()).passages[0].facts[1]
    assert meeting.statements == (("kind", "reception"), ("participant", "Садыр Жапаров"))
    assert meeting.words == ("Астанада Садыр Жапаровты қабылдады",)
    assert meeting.marks == ((17, 51),)


def test_an_office_is_named_with_its_body():
    assert explain(graph()).passages[0].facts[0].statements == (("holds", "Президент (Қазақстан)"),)


def test_statements_are_named_in_the_language_asked_for():
    assert explain(graph(), language="ru").passages[0].facts[0].statements[0][0] == "занимает"


def test_a_denied_statement_says_so_and_stands_apart():
    facts = explain(graph(*CLAIMS, claim("4", "meeting/m", "participant", "person/t", 17, 51, negated=True))).passages[0].facts
    assert [fact.negated for fact in facts] == [False, False, True]


def test_statements_without_words_come_last():
    bare = claim("5", "person/t", "holds", "post/p", 0, 0, evidence=None, quote=None, context=None)
    passages = explain(graph(*CLAIMS, bare)).passages
    assert [passage.text for passage in passages] == [SENTENCE, None]
    assert passages[1].facts[0].words == ()


def test_the_page_marks_the_words_and_holds_no_script():
    page = explanation_page([explain(graph())], title="d")
    assert f"<mark>{SENTENCE[17:51]}</mark>" in page
    assert "<mark>Президент Тоқаев</mark>" in page
    assert "<script" not in page
    assert "default-src &#x27;none&#x27;" in page or "default-src 'none'" in page


def test_nothing_in_an_article_becomes_markup():
    hostile = '<img src=x onerror="alert(1)">&"\''
    nodes = tuple(
        Node(node.id, node.kind, tuple((name, hostile) for name, _ in node.properties if name != "body")) for node in NODES
    )
    claims = (claim("1", "meeting/m", "called", hostile, 0, 33, literal=True, quote=hostile, context=hostile, rule=hostile),)
    page = explanation_page([explain(DocumentGraph("document/d", "f", nodes, claims))], title=hostile)
    allowed = {
        "html", "head", "meta", "title", "style", "body", "main", "article", "h1", "h2", "p", "time", "code", "section",
        "blockquote", "mark", "ul", "li", "q", "dl", "div", "dt", "dd", "meter",
    }  # fmt: skip
    tags = Tags(page)
    assert hostile in tags.text
    assert tags.names <= allowed
    assert not {name for name in tags.attributes if name.startswith("on") or name in {"src", "href"}}


class Tags(HTMLParser):
    """The tags and attributes of a page, and its text."""

    def __init__(self, page):
        super().__init__()
        self.names, self.attributes, self.text = set(), set(), ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.names.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data):
        self.text += data
