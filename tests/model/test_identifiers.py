from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.identifiers import MAX_SLUG, digest, document_id, latin, post_id, slug

FOREIGN = st.text(st.characters(categories=["Lo"], min_codepoint=0x0590, max_codepoint=0x9FFF), min_size=1, max_size=8)
SAFE = re.compile(r"[a-z0-9-]+")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ермек Көшербаев", "ermek-kosherbaev"),
        ("Қасым–Жомарт  Тоқаев", "qasym-zhomart-toqaev"),
        ("Сыртқы істер министрлігі", "syrtqy-ister-ministrligi"),
        ("«ҚазМұнайГаз» ұлттық компаниясы", "qazmunaygaz-ulttyq-kompaniyasy"),
        ("Recep Tayyip Erdoğan", "recep-tayyip-erdogan"),
        ("Алексей Лихачёв", "aleksey-likhachev"),
        ("Johnson & Johnson", "johnson-and-johnson"),
        ("C5+1", "c5-plus-1"),
        ("习近平", "u--4e60-8fd1-5e73"),
    ],
)
def test_a_name_becomes_a_readable_slug(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_a_letter_and_its_accent_written_apart_are_the_letter() -> None:
    assert slug("Erdog\u0306an") == slug("Erdoğan")
    assert slug("Андреи\u0306") == slug("Андрей")


@given(st.text(max_size=200))
def test_any_name_gives_a_slug_that_is_safe_and_not_empty(name: str) -> None:
    assert SAFE.fullmatch(slug(name))
    assert len(slug(name)) <= MAX_SLUG + 14


@given(FOREIGN, FOREIGN)
def test_different_names_in_other_scripts_never_share_a_slug(one: str, other: str) -> None:
    if latin(one) == latin(other):
        assert one == other


@given(
    st.text("абвгдежзклмнопрстуфхцчшюя", min_size=1, max_size=12), st.text("абвгдежзклмнопрстуфхцчшюя", min_size=1, max_size=12)
)
def test_an_upper_case_name_has_the_slug_of_the_lower_case_one(one: str, other: str) -> None:
    assert slug(f"{one} {other}") == slug(f"{one} {other}".upper())


def test_long_names_that_begin_alike_stay_apart() -> None:
    assert slug("ұзын атау " * 30 + "бір") != slug("ұзын атау " * 30 + "екі")


def test_names_without_letters_stay_apart() -> None:
    assert slug("!!!") != slug("???")


def test_a_digest_tells_apart_lists_that_join_to_the_same_text() -> None:
    assert digest("ab", "c") != digest("a", "bc")
    assert digest("a", None) != digest("a", "")
    assert digest("a", None) != digest("a", "null")


def test_a_safe_document_id_stays_as_it_is_and_any_other_is_hashed() -> None:
    assert document_id("kk-001") == "document/kk-001"
    assert re.fullmatch(r"document/https-a-kz-1--[0-9a-f]{20}", document_id("https://a.kz/1"))
    assert document_id("https://a.kz/1") != document_id("https://a.kz?1")


def test_a_post_belongs_to_its_body() -> None:
    assert post_id("country/KZ", "Сыртқы істер министрі") == "post/country~KZ/syrtqy-ister-ministri"
    assert post_id(None, "президент") == "post/-/prezident"
