from kg.model.facts import Span
from kg.model.graph import Claim, DocumentGraph, Node
from kg.view import map_graph, map_html
from tests.view.helpers import page_data


def document():
    words = Span(0, 8)

    def claim(number, predicate, value, *, literal=False, subject="meeting/1"):
        return Claim(
            f"claim/{number}",
            subject,
            predicate,
            value,
            literal,
            "kk.meet",
            0.9,
            words,
            "Кездесті",
            "Кездесті.",
            status="held",
            valid="2026-01-02",
        )

    nodes = [
        Node("country/KZ", "Country", (("iso", "KZ"), ("name", "Қазақстан"))),
        Node("country/UZ", "Country", (("iso", "UZ"), ("name", "Өзбекстан"))),
        Node("person/a", "Person", (("name", "Айдар Сәрсенов"),)),
        Node("post/country~UZ/m", "Post", (("body", "country/UZ"), ("title", "Министр"))),
        Node(
            "participation/1", "Participation", (("actor", "person/a"), ("meeting", "meeting/1"), ("post", "post/country~UZ/m"))
        ),
        Node("participation/2", "Participation", (("actor", "country/KZ"), ("meeting", "meeting/1"))),
        Node("meeting/1", "Meeting", (("label", "кездесу"),)),
        Node("document/1", "Document", (("date", "2026-01-03"), ("title", "Тақырып"), ("url", "https://news.example/1"))),
    ]
    claims = [
        claim(1, "participant", "country/KZ"),
        claim(2, "participant", "person/a"),
        claim(3, "kind", "visit", literal=True),
        claim(4, "status", "held", literal=True),
        claim(5, "date", "2026-01-02", literal=True),
        claim(6, "holds", "post/country~UZ/m", subject="person/a"),
    ]
    return DocumentGraph("document/1", "f", tuple(nodes), tuple(claims))


def test_documents_become_a_graph_with_offices_and_derived_edges():
    graph = map_graph(iter([document()]))
    assert graph.has_edge("person/a", "post/country~UZ/m", "holds")
    derived = graph.edges["country/KZ", "country/UZ", "met"]
    assert derived["derived"]
    assert derived["meetings"] == ("meeting/1",)


def test_the_map_of_documents_says_what_they_say():
    data = page_data(map_html(map_graph([document()]), title="Карта"))
    meeting = next(fact for fact in data["facts"] if fact["kind"] == "meeting")
    assert (meeting["type"], meeting["status"], meeting["date"]) == ("visit", "held", "2026-01-02")
    assert data["evidence"][meeting["evidence"][0]]["mark"] == "Кездесті"
    assert data["sources"][0]["url"] == "https://news.example/1"
    assert {fact["kind"] for fact in data["facts"]} == {"meeting", "office", "derived"}


def test_an_event_that_joins_nobody_still_shows_the_words_that_prove_it():
    given = document()
    alone = DocumentGraph(given.document, "f", given.nodes, tuple(claim for claim in given.claims if claim.literal))
    data = page_data(map_html(map_graph([alone]), title="Карта"))
    (meeting,) = data["facts"]
    assert [data["evidence"][index]["mark"] for index in meeting["evidence"]] == ["Кездесті"]


def test_passages_know_the_language_of_their_document():
    given = document()
    nodes = tuple(
        Node(node.id, node.kind, (*node.properties, ("lang", "kk"))) if node.kind == "Document" else node for node in given.nodes
    )
    data = page_data(map_html(map_graph([DocumentGraph(given.document, "f", nodes, given.claims)]), title="Карта"))
    assert [source["lang"] for source in data["sources"]] == ["kk"]
