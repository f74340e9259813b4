"""What an update would change is seen in its text, whatever stands between the words."""

from __future__ import annotations

import contextlib
import itertools

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.serve.guard import rewritten
from kg.serve.lexer import reaches_out, tokens
from kg.serve.updates import ALL, DEFAULT, UnreadableError, operations

BASE = "http://base/"


def changed(text: str) -> set[str]:
    return {graph for part in operations(text, BASE) for graph in (*part.changes, *part.variables)}


@pytest.mark.parametrize(
    ("text", "graphs"),
    [
        ("INSERT DATA { <a> <b> 1 }", {DEFAULT}),
        ("INSERT DATA { GRAPH <http://e/> { <a> <b> 1 } . }", {"http://e/"}),
        ("insert data { graph <g> { <a> <b> '}}' } <a> <b> 2 }", {"http://base/g", DEFAULT}),
        ("PREFIX e: <http://e/> DELETE WHERE { GRAPH e:g\\,h { ?s ?p ?o } }", {"http://e/g,h"}),
        ("BASE <http://other/> WITH <g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", {"http://other/g"}),
        ("DELETE { GRAPH ?g { ?s ?p ?o } } INSERT { ?s ?p 2 } USING <x> WHERE { GRAPH ?g { ?s ?p ?o } }", {"?g", DEFAULT}),
        ("CLEAR ALL", {ALL}),
        ("DROP SILENT NAMED", {ALL}),
        ("CREATE GRAPH <g>", {"http://base/g"}),
        ("COPY <a> TO GRAPH <b>", {"http://base/b"}),
        ("MOVE DEFAULT TO <b>", {DEFAULT, "http://base/b"}),
        ("LOAD <x> INTO GRAPH <g>", {"http://base/g"}),
        ("", set()),
        ("# nothing\n PREFIX a: <b>", set()),
        ("CLEAR GRAPH <a> ; PREFIX p: <http://p/> ; ", None),
        ("CLEAR GRAPH <a> ; PREFIX p: <http://p/> CLEAR GRAPH p:x ;", {"http://base/a", "http://p/x"}),
    ],
)
def test_the_graphs_that_an_update_changes(text, graphs):
    if graphs is None:
        with pytest.raises(UnreadableError):
            operations(text, BASE)
    else:
        assert changed(text) == graphs


@pytest.mark.parametrize(
    "text", ["SELECT * {}", "CLEAR XYZ <", "INSERT DATA {", "INSERT DATA }", "DELETE { } ", "WITH", "COPY <a> <b>", "{", ";;"]
)
def test_what_is_no_update_is_said_to_be_none(text):
    with pytest.raises(UnreadableError):
        operations(text, BASE)


@given(st.text(alphabet="INSERT DATAWHEgraph{};<>\"'\\#?:.\n ", max_size=60))
def test_any_text_is_read_or_refused(text):
    with contextlib.suppress(UnreadableError):
        operations(text, BASE)


@given(st.text(max_size=80))
def test_tokens_stand_where_they_say(text):
    found = list(tokens(text))
    assert all(text[token.start : token.end] == token.text for token in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("SELECT * { SERVICE <x> {} }", "SERVICE"),
        ("SELECT * {service\n?x{}}", "SERVICE"),
        ("LOAD <x>", "LOAD"),
        ('SELECT * { ?service <http://load> service:load, _:service, \'SERVICE\', """LOAD""" } # LOAD', None),
        ("SELECT * { ?a ?b 'x'@load FILTER(?a < ?service && ?b > 1) }", None),
    ],
)
def test_what_asks_another_server_is_found(text, word):
    assert reaches_out(text) == word


def test_the_dataset_of_a_request_is_written_into_each_where():
    text = "DELETE { ?s ?p ?o } # WHERE {\n WHERE # why\n { ?s ?p ?o } ; DELETE WHERE { ?s ?p 2 } ; CLEAR DEFAULT"
    result = rewritten(text, operations(text, BASE), "USING <http://e/g>", guarded=False)
    store = ox.Store()
    store.update("INSERT DATA { <http://e/a> <http://e/b> 1, 2 GRAPH <http://e/g> { <http://e/a> <http://e/b> 1 } }")
    store.update(result.replace("CLEAR DEFAULT", "CLEAR SILENT GRAPH <http://e/none>"))
    assert [quad.object.value for quad in store.quads_for_pattern(None, None, None, ox.DefaultGraph())] == ["2"]
