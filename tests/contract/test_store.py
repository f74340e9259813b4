"""What every store must do, whichever URI it has. A new store adds its name to conftest.py and passes all of this."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from kg.model.errors import SchemaError, StoreError
from kg.model.graph import Claim, DocumentGraph, Node
from kg.query import run
from kg.store import Store, open_store
from tests.contract.conftest import Opener
from tests.store.helpers import Paper, visit
from tests.store.made import graphs


def test_what_was_written_is_read_back_as_it_was(store: Store) -> None:
    graphs = [visit("d1"), visit("d2", meeting="m2", date="2025-12")]
    assert store.write(graphs) == 2
    assert list(store.read()) == graphs


def test_documents_are_read_in_the_order_of_their_ids(store: Store) -> None:
    store.write([visit("z"), visit("a"), visit("m")])
    assert [graph.document for graph in store.read()] == ["document/a", "document/m", "document/z"]


def test_an_empty_store_has_no_documents(store: Store) -> None:
    assert store.fingerprints() == {}
    assert list(store.read()) == []


def test_fingerprints_are_those_that_were_written(store: Store) -> None:
    store.write([Paper("d1").graph("one"), Paper("d2").graph("two")])
    assert store.fingerprints() == {"document/d1": "one", "document/d2": "two"}


def test_writing_again_changes_nothing(store: Store) -> None:
    store.write([visit("d1"), visit("d2")])
    store.write([visit("d1")])
    assert list(store.read()) == [visit("d1"), visit("d2")]


def test_a_changed_document_takes_the_place_of_its_old_self(store: Store) -> None:
    store.write([visit("d1", meeting="m1"), visit("d2", meeting="m1")])
    changed = visit("d1", meeting="m9", date="2026")
    store.write([changed])
    assert list(store.read()) == [changed, visit("d2", meeting="m1")]


def test_of_two_writings_of_one_document_in_a_call_the_later_stays(store: Store) -> None:
    store.write([visit("d1", meeting="m1"), visit("d1", meeting="m2")])
    assert list(store.read()) == [visit("d1", meeting="m2")]


def test_a_forgotten_document_takes_exactly_its_own_with_it(store: Store) -> None:
    store.write([visit("d1"), visit("d2")])
    assert store.forget("document/d1")
    assert list(store.read()) == [visit("d2")]
    assert store.forget("document/d2")
    assert list(store.read()) == []


def test_forgetting_what_is_not_there_says_so(store: Store) -> None:
    store.write([visit("d1")])
    assert not store.forget("document/nowhere")
    assert list(store.read()) == [visit("d1")]


def test_a_source_that_fails_half_way_leaves_nothing_of_the_call(store: Store) -> None:
    store.write([visit("d1")])

    def failing() -> Iterator[DocumentGraph]:
        yield visit("d2")
        raise RuntimeError("the source broke off")

    with pytest.raises(RuntimeError, match="broke off"):
        store.write(failing())
    assert list(store.read()) == [visit("d1")]


def test_a_document_that_cannot_be_kept_leaves_nothing_of_the_call(store: Store) -> None:
    twice = DocumentGraph("document/d2", "f", (Node("person/a", "Person"), Node("person/a", "Country")), ())
    with pytest.raises(SchemaError, match="given twice"):
        store.write([visit("d1"), twice])
    assert list(store.read()) == []


def test_a_closed_store_says_that_it_is_closed(opener: Opener) -> None:
    store = opener()
    store.close()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.write([visit("d1")])


def test_leaving_by_an_error_keeps_what_was_committed_and_passes_the_error_on(lasting: str) -> None:
    with pytest.raises(ValueError, match="later"), open_store(lasting) as store:
        store.write([visit("d1")])
        raise ValueError("something else went wrong later")
    with open_store(lasting) as again:
        assert list(again.read()) == [visit("d1")]


def test_equal_contents_are_equal_whatever_the_order_of_writing(store: Store) -> None:
    graphs = [visit("d1", meeting="m1"), visit("d2", meeting="m1", date="2025"), visit("d3", meeting="m2", status="planned")]
    answers = set()
    for order in itertools.permutations(graphs):
        for graph in order:
            store.write([graph])
        assert list(store.read()) == graphs
        answers.add(contacts(store))
        for graph in order:
            assert store.forget(graph.document)
        assert list(store.read()) == []
    assert answers == {(("country/KZ", "country/UZ", "1"), ("person/mirziyoev", "person/tokaev", "1"))}


def test_a_store_says_by_which_uri_it_was_opened(uri: str) -> None:
    with open_store(uri) as store:
        assert store.uri == uri


def test_hashes_are_those_that_documents_say(store: Store) -> None:
    paper = Paper("d1")
    paper.node("document/d1", "Document", sha256="ab" * 32)
    store.write([paper.graph(), visit("d2")])
    assert store.hashes() == {"document/d1": "ab" * 32}
    store.forget("document/d1")
    assert store.hashes() == {}


def test_writing_nothing_is_nothing(store: Store) -> None:
    store.write([visit("d1")])
    assert store.write([]) == 0
    assert list(store.read()) == [visit("d1")]


def test_what_is_committed_is_there_for_who_opens_the_store_later(lasting: str) -> None:
    with open_store(lasting) as store:
        store.write([visit("d1"), visit("d2")])
        store.forget("document/d1")
    with open_store(lasting, create=False) as store:
        assert list(store.read()) == [visit("d2")]
        store.write([visit("d3")])
    with open_store(lasting, create=False, read_only=True) as store:
        assert list(store.fingerprints()) == ["document/d2", "document/d3"]


def test_a_store_opened_for_reading_only_is_never_written(lasting: str) -> None:
    with open_store(lasting) as store:
        store.write([visit("d1")])
    with open_store(lasting, create=False, read_only=True) as store:
        with pytest.raises(StoreError, match="for reading only"):
            store.write([visit("d2")])
        with pytest.raises(StoreError, match="for reading only"):
            store.forget("document/d1")
        assert list(store.read()) == [visit("d1")]


@pytest.mark.parametrize("call", ["fingerprints", "hashes", "read"])
def test_a_closed_store_gives_nothing(opener: Opener, call: str) -> None:
    store = opener()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        list(getattr(store, call)())


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(graphs("document/d1"), graphs("document/d2"), graphs("document/d1"))
def test_whatever_documents_say_comes_back_as_it_was(
    store: Store, one: DocumentGraph, other: DocumentGraph, changed: DocumentGraph
) -> None:
    store.write([one, other])
    assert list(store.read()) == [one, other]
    store.write([changed])
    assert list(store.read()) == [changed, other]
    assert store.fingerprints() == {graph.document: graph.fingerprint for graph in (changed, other)}
    assert store.forget("document/d1")
    assert list(store.read()) == [other]
    assert store.forget("document/d2")
    assert list(store.read()) == []


HOSTILE = {
    "SPARQL": '" } } ; DROP ALL ; INSERT DATA { <a:b> <a:b> "\\',
    "Cypher": "'}) DETACH DELETE n //`] \"}) MATCH (m) DELETE m",
    "parameters": "$props {0} %s {x!r} ?given",
    "escapes": "\\u0022 \\\\u0022 \\U0001F600 \\n \\x00 \\",
    "control": "\x00\x01\t\n\r\x0b\x1f\x7f\x85\u2028\u2029\ufeff",
    "markup": "<b>&amp;]]></b><!-- <?php --> \ufffe\uffff",
    "Unicode": "ҚазақстанǅеﬁÅA\u030a\u202e👩🏽‍🚀𐎀é e\u0301 İıſ",
    "long": "ә" * 20_000,
    "empty": "",
    "spaces": "  a  b \u00a0\u3000 ",
}


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_kept_as_it_is_and_does_nothing_else(store: Store, hostile: str) -> None:
    store.write([visit("d1")])
    paper = Paper("d2")
    name = hostile[:2000] or "x"  # Neo4j indexes names, and no index takes more than 8 kB
    paper.node("person/a", "Person", name=name, alias=(hostile,))
    paper.claim("person/a", "called", hostile, literal=True, rule=hostile)
    hostile_graph = paper.graph(hostile)
    claims = tuple(replace(claim, quote=hostile, context=hostile, reported_by=hostile) for claim in hostile_graph.claims)
    written = replace(hostile_graph, claims=claims)
    store.write([written])
    assert list(store.read()) == [visit("d1"), written]
    assert store.fingerprints() == {"document/d1": "f1", "document/d2": hostile}
    assert store.forget("document/d2")
    assert list(store.read()) == [visit("d1")]


@pytest.mark.parametrize(
    "key",
    ["қазақ/өзбек~%20", "a.b-c_d~e", "a'b", "a;b,c", "a(b)c", "a&b=c?d#e", "a$b*c+d!e@f", "a:b/..c//d.", "🚀", "a%22b"],
)
def test_any_identifier_that_an_iri_may_hold_is_kept(store: Store, key: str) -> None:
    paper = Paper(key)
    paper.node(f"person/{key}", "Person", name="А")
    paper.node(f"person/{key}x", "Person", name="Б")
    paper.claim(f"person/{key}", "holds", f"post/{key}")
    store.write([paper.graph()])
    assert list(store.read()) == [paper.graph()]
    assert store.forget(f"document/{key}")
    assert list(store.read()) == []


@pytest.mark.parametrize(
    "key", ["a b", "a<b", "a>b", 'a"b', "a{b}", "a|b", "a\\b", "a^b", "a`b", "[a]", "..", "a/./b", "a\nb", "a\x00b", "a\ud800b"]
)
def test_an_identifier_that_no_iri_may_hold_is_refused_and_leaves_nothing(store: Store, key: str) -> None:
    store.write([visit("d1")])
    graph = DocumentGraph("document/d2", "f", (Node("document/d2", "Document"), Node(f"person/{key}", "Person")), ())
    with pytest.raises(SchemaError, match="cannot"):
        store.write([visit("d3"), graph])
    assert list(store.read()) == [visit("d1")]


@pytest.mark.parametrize(
    ("nodes", "message"),
    [
        ((Node("person/a", "Person"), Node("person/a", "Country")), "given twice"),
        ((Node("person/a", "Person", (("name", "А"), ("name", "А"))),), "given twice"),
        ((Node("person/a", "Person", (("name", "\ud800"),)),), "cannot be written"),
        ((Node("person/a", "Person", (("fingerprint", "x"),)),), "fingerprint"),
        ((Node("meeting/m", "Meeting", (("date", "2025"),)),), "repeats a claim"),
    ],
)
def test_what_one_store_refuses_every_store_refuses(store: Store, nodes: tuple[Node, ...], message: str) -> None:
    claim = Claim("claim/1", "meeting/m", "date", "2025", True, "r", 1.0)
    with pytest.raises(SchemaError, match=message):
        store.write([DocumentGraph("document/d", "f", nodes, (claim,))])
    assert list(store.read()) == []


def test_many_documents_are_one_call(store: Store) -> None:
    graphs = [visit(f"d{number:02}", meeting=f"m{number % 20}") for number in range(80)]
    assert store.write(iter(graphs)) == 80
    assert list(store.read()) == graphs
    assert [row[2] for row in contacts(store)] == ["20", "20"]
    assert store.write([visit(f"d{number:02}", meeting="m1") for number in range(80)]) == 80
    assert [row[2] for row in contacts(store)] == ["1", "1"]


def test_documents_that_disagree_about_a_node_each_keep_their_own(store: Store) -> None:
    one, other = Paper("d1"), Paper("d2")
    one.node("person/a", "Person", name="А", alias=("Ә",))
    other.node("person/a", "Organization", name="Б", alias=("Ә",))
    store.write([one.graph(), other.graph()])
    assert list(store.read()) == [one.graph(), other.graph()]
    store.forget("document/d1")
    assert list(store.read()) == [other.graph()]


def contacts(store: Store) -> tuple[tuple[str | None, ...], ...]:
    """Who met whom, and how often, in the store's own language."""
    table = run(store, "who-met-whom")
    places = [table.columns.index(name) for name in ("one", "other", "meetings")]
    return tuple(sorted(tuple(row[place] for place in places) for row in table.rows))
