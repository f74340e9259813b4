from __future__ import annotations

from dataclasses import replace

import pytest

import kg
from kg.graph import fingerprint
from tests.graph.helpers import extraction
from tests.resolve.helpers import world


def test_a_fingerprint_is_the_same_for_the_same_document_and_tables() -> None:
    assert fingerprint(extraction().article, world()) == fingerprint(extraction().article, world().sha256)


def test_a_fingerprint_changes_with_the_text_its_metadata_the_tables_and_the_version(monkeypatch: pytest.MonkeyPatch) -> None:
    article = extraction().article
    others = [
        fingerprint(replace(article, text="басқа"), world()), fingerprint(replace(article, url=None), world()),
        fingerprint(replace(article, date="2025-11-26"), world()), fingerprint(article, "other tables"),
    ]  # fmt: skip
    before = fingerprint(article, world())
    monkeypatch.setattr(kg, "__version__", "99")
    others.append(fingerprint(article, world()))
    assert before not in others
    assert len(set(others)) == len(others)


def test_given_facts_are_part_of_the_fingerprint_and_their_order_is_not() -> None:
    one = extraction()
    assert fingerprint(one, world()) != fingerprint(one.article, world())
    assert fingerprint(one, world()) != fingerprint(replace(one, agreements=()), world())
    assert fingerprint(one, world()) == fingerprint(replace(one, actors=one.actors[::-1], roles=one.roles[::-1]), world())


def test_a_fingerprint_changes_with_the_confidence_that_is_asked_for() -> None:
    for source in (extraction(), extraction().article):
        found = [fingerprint(source, world(), least) for least in (0.0, 0.5, 0.8)]
        assert len(set(found)) == len(found)
        assert fingerprint(source, world(), 0) == fingerprint(source, world())
