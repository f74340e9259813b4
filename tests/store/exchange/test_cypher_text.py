"""No value breaks out of its literal, in either way that parsers of Cypher resolve \\uXXXX."""

from __future__ import annotations

import math
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.errors import StoreError
from kg.store.exchange.cypher_text import literal, name
from tests.store.exchange.cypher_parser import parse
from tests.store.exchange.helpers import HOSTILE

TEXTS = st.text() | st.text(alphabet="\\\\u0027'\"\n\r`$a{}/*; \u2028\u202e\x00") | st.just(HOSTILE)
KEYS = st.from_regex(r"[A-Za-z][A-Za-z0-9_]{0,5}", fullmatch=True)
SCALARS = (
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False)
    | st.dates() | TEXTS
)  # fmt: skip
VALUES = st.recursive(SCALARS, lambda one: st.lists(one, max_size=4) | st.dictionaries(KEYS, one, max_size=4), max_leaves=8)


@pytest.mark.parametrize("resolve_first", [True, False])
@given(value=VALUES)
def test_every_value_comes_back(value: Any, resolve_first: bool) -> None:
    assert parse(literal(value), resolve_first=resolve_first) == value


@given(value=VALUES)
def test_a_literal_is_one_line_without_control_characters(value: Any) -> None:
    assert literal(value).isprintable() or not any(char < " " or "\x7f" <= char < "\xa0" for char in literal(value))
    assert len(literal(value).splitlines()) == 1


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("it's", "'it\\'s'"),
        ("a\\b", "'a\\\\b'"),
        ("\\u0027", "'\\\\'+'u0027'"),
        ("\x00\u2028\u202e", "'\\u0000\\u2028\\u202E'"),
        ("Қазақстан 🙂", "'Қазақстан 🙂'"),
        (date(2025, 1, 2), "date('2025-01-02')"),
        ([1, -0.5, True, None], "[1, -0.5, true, null]"),
        ({"a": ["b"]}, "{a: ['b']}"),
    ],
)
def test_literals_as_they_are_written(value: Any, written: str) -> None:
    assert literal(value) == written


@pytest.mark.parametrize("value", [math.nan, math.inf, 2**63, b"x", {1}, "\ud800", {"a b": 1}, {"a`": 1}, object()])
def test_what_has_no_literal_is_refused(value: Any) -> None:
    with pytest.raises(StoreError):
        literal(value)


@pytest.mark.parametrize("text", ["", "1a", "a b", "a`b", "a:b", "a\n", "ä", "a\\u0060"])
def test_names_that_would_need_quotes_are_refused(text: str) -> None:
    with pytest.raises(StoreError, match="no name"):
        name(text)
