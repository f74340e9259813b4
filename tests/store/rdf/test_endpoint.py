from __future__ import annotations

import pytest

from kg.model.errors import StoreError
from kg.store.rdf.endpoint import endpoint


@pytest.mark.parametrize(
    ("uri", "queries", "updates"),
    [
        ("sparql+http://h:3030/ds/sparql", "http://h:3030/ds/sparql", ("http://h:3030/ds/update", "http://h:3030/ds/sparql")),
        ("sparql+http://h/query", "http://h/query", ("http://h/update",)),
        ("sparql+https://h/repositories/news", "https://h/repositories/news", ("https://h/repositories/news/statements",)),
        ("sparql+http://h:3030/ds", "http://h:3030/ds", ("http://h:3030/ds", "http://h:3030/ds/update")),
        ("sparql+http://[::1]:3030/query", "http://[::1]:3030/query", ("http://[::1]:3030/update",)),
        (
            "sparql+http://сервер.қаз/query",
            "http://xn--b1afb6bcb.xn--80ao21a/query",
            ("http://xn--b1afb6bcb.xn--80ao21a/update",),
        ),
    ],
)
def test_a_uri_says_where_queries_and_updates_go(uri: str, queries: str, updates: tuple[str, ...]) -> None:
    found = endpoint(uri, {})
    assert (found.queries, found.updates, found.authorization) == (queries, updates, None)


def test_the_environment_names_another_place_for_updates_and_who_asks() -> None:
    given = {"SPARQL_UPDATE_URL": "http://h/u", "SPARQL_USERNAME": "әли", "SPARQL_PASSWORD": "a:b", "SPARQL_TIMEOUT": "7"}
    found = endpoint("sparql+http://h/query", given)
    assert (found.updates, found.authorization, found.timeout) == (("http://h/u",), "Basic 05nQu9C4OmE6Yg==", 7.0)
    assert endpoint("sparql+http://h/query", given | {"SPARQL_TOKEN": "t"}).authorization == "Bearer t"
    assert "Basic" not in repr(found)


@pytest.mark.parametrize(
    "uri", ["sparql+http://user:geheim@h/query", "sparql+http://h/query?key=geheim", "sparql+http://h/query#geheim"]
)
def test_a_uri_that_may_hold_a_secret_is_refused_without_repeating_it(uri: str) -> None:
    with pytest.raises(StoreError, match="SPARQL_USERNAME") as caught:
        endpoint(uri, {})
    assert "geheim" not in str(caught.value)


@pytest.mark.parametrize(
    ("uri", "environment"),
    [
        ("sparql+http:///query", {}),
        ("sparql+http://h:port/query", {}),
        ("sparql+http://h/a\r\nb", {}),
        ("sparql+http://h/query", {"SPARQL_TIMEOUT": "long"}),
        ("sparql+http://h/query", {"SPARQL_TIMEOUT": "0"}),
        ("sparql+http://h/query", {"SPARQL_USERNAME": "a:b"}),
        ("sparql+http://h/query", {"SPARQL_TOKEN": "a\nb"}),
        ("sparql+http://h/query", {"SPARQL_UPDATE_URL": "file:///etc"}),
    ],
)
def test_what_cannot_be_is_refused(uri: str, environment: dict[str, str]) -> None:
    with pytest.raises(StoreError):
        endpoint(uri, environment)
