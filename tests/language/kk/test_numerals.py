from __future__ import annotations

import pytest

from kg.language.kk.numerals import spelled
from tests.language.helpers import analysed


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("жеті", 7),
        ("жиырма бес", 25),
        ("жүз елу екі", 152),
        ("екі жүз отыз бір", 231),
        ("мың тоғыз жүз алпыс бірінші", 1961),
        ("екі мың он тоғызыншы", 2019),
        ("екі мыңыншы", 2000),
    ],
)
def test_a_number_in_words_is_read(words: str, value: int) -> None:
    doc = analysed(words)
    found = spelled(doc, 0)
    assert found is not None
    assert (found.value, found.last) == (value, len(doc.tokens) - 1)


@pytest.mark.parametrize(("words", "value"), [("үш төрт", 3), ("он бес жиырма", 15), ("бірінші екінші", 1), ("алпыс он", 60)])
def test_a_number_ends_where_the_next_one_begins(words: str, value: int) -> None:
    found = spelled(analysed(words), 0)
    assert found is not None and found.value == value


def test_what_is_no_number_is_none() -> None:
    assert spelled(analysed("мемлекет"), 0) is None
    assert spelled(analysed("бір"), 1) is None


def test_numerals_without_end_are_read_in_pieces() -> None:
    found = spelled(analysed("мың " * 4000), 0)
    assert found is not None and found.value == 1000
