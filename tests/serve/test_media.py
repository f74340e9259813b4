"""Which format an Accept header asks for."""

from __future__ import annotations

import pytest

from kg.serve.media import GRAPHS, HTML, TABLES, choose


@pytest.mark.parametrize(
    ("accept", "offered", "name"),
    [
        (None, TABLES, "json"),
        ("", GRAPHS, "turtle"),
        ("*", GRAPHS, "turtle"),
        ("text/*", TABLES, "csv"),
        ("text/plain", GRAPHS, "ntriples"),
        ("application/json", GRAPHS, "jsonld"),
        ("text/html, */*;q=0.1", (*GRAPHS, HTML), "html"),
        ("text/turtle;q=0.1, text/turtle;q=0.9, application/trig;q=0.5", GRAPHS, "turtle"),
        ("text/turtle;q=nan, application/trig;q=0.1", GRAPHS, "trig"),
        ("text/turtle;q=-1, application/trig;q=7", GRAPHS, None),
        ("*/*;q=0.5, text/turtle;q=0", GRAPHS, "ntriples"),
        (",;,/,;q", TABLES, None),
        ("image/png", TABLES, None),
    ],
)
def test_the_format_that_is_preferred(accept, offered, name):
    found = choose(accept, offered)
    assert (found.name if found else None) == name
