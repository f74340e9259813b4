"""Values of variables become VALUES clauses: the same answers as from bound variables, whatever the values hold."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, QuerySolutions, Store, Variable

from kg.model.errors import QueryError
from kg.store.rdf.values import bound, portable, term

X, Y = NamedNode("urn:x"), NamedNode("urn:y")


def answers(text: str) -> list[tuple[str, ...]]:
    store = Store()
    store.update('INSERT DATA { <urn:x> <urn:p> 1 , 2 . <urn:y> <urn:p> 3 . <urn:x> <urn:q> "{ ?x }" }')
    found = store.query(text)
    assert isinstance(found, QuerySolutions)
    return sorted(tuple(str(row[variable]) for variable in found.variables) for row in found)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("SELECT ?o { ?x <urn:p> ?o }", 2),
        ("SELECT ?o ?x WHERE { { ?x <urn:p> ?o } UNION { <urn:y> <urn:p> ?o . FILTER(?x = <urn:x>) } }", 3),
        ("SELECT (COUNT(*) AS ?n) ?x WHERE { ?x <urn:p> ?o } GROUP BY ?x", 1),
        ("SELECT ?o { { SELECT ?o { ?s <urn:p> ?o FILTER(?s = ?x) } } }", 2),
        ("SELECT ?o { <urn:y> <urn:p> ?o OPTIONAL { ?s <urn:p> 1 FILTER(?s = ?x) } FILTER(BOUND(?s)) }", 1),
        ("SELECT ?o { ?s <urn:p> ?o FILTER EXISTS { ?s <urn:p> ?any FILTER(?s = ?x) } }", 2),
        ("SELECT ?o { ?s <urn:p> ?o FILTER NOT EXISTS { ?s <urn:p> ?any FILTER(?s = ?x) } }", 1),
        ("SELECT ?o { ?s <urn:p> ?o MINUS { ?x <urn:p> ?o } }", 1),
        ("SELECT ?o { VALUES ?s { <urn:x> <urn:y> } VALUES (?o) { (1) (3) } ?s <urn:p> ?o FILTER(?s = $x) }", 1),
        ('SELECT ?o { ?x <urn:q> "{ ?x }" . # } ?x {\n ?x <urn:p> ?o }', 2),
        ("SELECT ?o { ?x <urn:p> ?o } # }", 2),
        ("SELECT ?o { ?s <urn:p> ?o . FILTER(?o<3&&?s = ?x) }", 2),
    ],
)
def test_a_variable_is_bound_in_every_group_that_speaks_of_it(text: str, rows: int) -> None:
    assert len(answers(bound(text, {"x": X}))) == rows


def test_strings_of_each_kind_hide_braces_and_variables() -> None:
    for quote in ('"', "'", '"""', "'''"):
        text = f"SELECT ?o {{ BIND({quote}}} \\{quote[0]} ?x {{{quote} AS ?o) FILTER(?x = <urn:x>) }}"
        assert answers(bound(text, {"x": X})) == [(str(Literal(f"}} {quote[0]} ?x {{")),)]


def test_a_value_that_the_query_does_not_speak_of_changes_nothing() -> None:
    text = "SELECT ?o { ?s <urn:p> ?o }"
    assert answers(bound(text, {"other": Y})) == answers(text)


@pytest.mark.parametrize("text", ["SELECT ?x { ?x ?p ?o", "SELECT ?x } {"])
def test_braces_without_their_pair_are_refused(text: str) -> None:
    with pytest.raises(QueryError, match="without its"):
        bound(text, {"x": X})


@pytest.mark.parametrize("name", ["", "a b", "x) { } #", "?x", "1x"])
def test_what_is_no_name_of_a_variable_is_refused(name: str) -> None:
    with pytest.raises(QueryError, match="name of a variable"):
        bound("ASK {}", {name: X})


TEXT = st.text(st.characters(exclude_categories=("Cs",))) | st.text(st.sampled_from("\\uU0022{}\"'?x#\n"), max_size=12)


@settings(max_examples=300, deadline=None)
@given(TEXT)
def test_any_text_is_given_back_as_it_was(text: str) -> None:
    store, row = Store(), Variable("given")
    found = store.query(bound("SELECT ?given WHERE { BIND(?given AS ?seen) }", {"given": Literal(text)}))
    assert isinstance(found, QuerySolutions)
    assert [solution[row] for solution in found] == [Literal(text)]
    assert bool(store.query(bound("ASK {}", {"given": Literal(text)})))


@settings(max_examples=300, deadline=None)
@given(TEXT)
def test_text_means_the_same_to_a_server_that_decodes_code_points_first(text: str) -> None:
    written = term(Literal(text))
    decoded = re.sub(r"\\u([0-9A-F]{4})", lambda found: chr(int(found[1], 16)), written)
    if not re.search(r"[\x00-\x1f\x7f\ufffe\uffff]", text):
        solutions = Store().query(f"SELECT ({decoded} AS ?given) {{}}")
        assert isinstance(solutions, QuerySolutions)
        assert [row[Variable("given")] for row in solutions] == [Literal(text)]


def test_only_a_doubled_backslash_before_u_is_written_anew() -> None:
    assert portable(r'"\\u0022 \\\\U \u0000 \" \\n"') == r'"\\\u0075' + r"0022 \\\\\u0055" + r' \u0000 \" \\n"'
