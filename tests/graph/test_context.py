from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.context import MAX_CONTEXT, sentence
from kg.model.facts import Span


def around(text: str, quote: str) -> str:
    start = text.index(quote)
    found = sentence(text, Span(start, start + len(quote)))
    return text[found.start : found.end]


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("Бірінші сөйлем. Ол Астанаға барды. Үшінші.", "Астанаға барды", "Ол Астанаға барды."),
        ("Тақырып\nОл Астанаға барды.\nСоңы.", "Астанаға", "Ол Астанаға барды."),
        ("Кеше Қ. Тоқаев оны қабылдады. Соңы.", "қабылдады", "Кеше Қ. Тоқаев оны қабылдады."),
        ("Басы. 2025 ж. Астанада кездесті. Соңы.", "кездесті", "2025 ж. Астанада кездесті."),
        ("Ол сұрады: «Қашан?» Жауап болмады.", "Жауап", "Жауап болмады."),
        ("Ол кеш келді! «Жақсы», деді ол. Соңы.", "деді", "«Жақсы», деді ол."),
        ("Экспорт 35.8 млрд доллар болды. Соңы.", "болды", "Экспорт 35.8 млрд доллар болды."),
    ],
)
def test_the_context_is_the_sentence(text: str, quote: str, expected: str) -> None:
    assert around(text, quote) == expected


def test_a_quote_over_two_sentences_has_both() -> None:
    assert around("Басы. Ол келді. Олар кездесті. Соңы.", "келді. Олар") == "Ол келді. Олар кездесті."


def test_a_long_sentence_is_cut_between_words_around_the_quote() -> None:
    text = "алма " * 200 + "ол келді " + "өрік " * 200
    found = around(text, "ол келді")
    assert len(found) <= MAX_CONTEXT
    assert set(found.split()) == {"алма", "ол", "келді", "өрік"}


def test_a_quote_longer_than_the_limit_is_never_cut() -> None:
    quote = "сөз " * 150 + "соңы"
    assert around(f"Басы {quote} артында.", quote) == quote


@given(st.text(alphabet="аБ. \n«»!", min_size=1, max_size=900), st.data())
def test_the_context_holds_the_quote_and_keeps_the_limit(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = sentence(text, Span(start, end))
    assert 0 <= found.start <= start
    assert end <= found.end <= len(text)
    assert found.end - found.start <= max(MAX_CONTEXT, end - start)
