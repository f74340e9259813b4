from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.language.kk.text import sentence_spans, tokenize

PIECES = [
    "Қасым-Жомарт", "Тоқаев", "Қ.", "Қ.-Ж.", "елші", "ТМД-ның", "«", "»", "“", "”", "(", ")", ".", ",", "!", "?", "…",
    "–", "-", "12", "2025", "1.5", "10:30", "ж.", "млн.", "т.б.", "деді", "ә", "Ң", "ұ", "'", "’", "😀", "é", "_", "№",
    "user@a.kz", " ", " ", " ", "\n", "\r\n", "\t",
]  # fmt: skip
KAZAKH = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.text(alphabet='аәбғқңөұүһіАӘҒҚҢӨҰҮҺІ .,!?«»"-–—\n\t0123456789’́', max_size=60),
)


def words(text: str) -> list[str]:
    return [token for token, *_ in tokenize(text)]


def kinds(text: str) -> list[tuple[str, str]]:
    return [(token, kind) for token, _, _, kind in tokenize(text)]


def sentences(text: str) -> list[str]:
    return [text[a:b] for a, b in sentence_spans(text)]


@settings(deadline=None)
@given(KAZAKH)
def test_every_token_is_a_slice_of_the_text(text: str) -> None:
    assert all(text[start:end] == token and token for token, start, end, _ in tokenize(text))


@settings(deadline=None)
@given(KAZAKH)
def test_tokens_follow_each_other_and_only_white_space_lies_between(text: str) -> None:
    position = 0
    for _, start, end, _ in tokenize(text):
        assert not text[position:start].strip()
        position = end
    assert not text[position:].strip()


@settings(deadline=None)
@given(KAZAKH)
def test_sentences_follow_each_other_trimmed_and_lose_no_letter(text: str) -> None:
    position = 0
    for start, end in sentence_spans(text):
        assert not text[position:start].strip()
        assert text[start:end] == text[start:end].strip() != ""
        assert "\n" not in text[start:end]
        position = end
    assert not text[position:].strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Н.Ә. Серіков", ["Н.", "Ә.", "Серіков"]),
        ("Қ.-Ж. Тоқаев", ["Қ.-Ж.", "Тоқаев"]),
        ("Қ.-Ж.Тоқаев", ["Қ.-Ж.", "Тоқаев"]),
        ("Ш.Мирзиёев", ["Ш.", "Мирзиёев"]),
    ],
)
def test_initials_keep_their_dot_before_a_name(text: str, expected: list[str]) -> None:
    assert words(text) == expected
    assert all(kind == "initial" for _, kind in kinds(text)[:-1])


def test_a_letter_before_a_small_word_is_no_initial() -> None:
    assert kinds("Бұл А. деген белгі")[1:3] == [("А", "word"), (".", "other")]


@pytest.mark.parametrize("word", ["ТМД-ның", "АҚШ-тағы", "ҚР-сы", "БҰҰ-да", "Премьер-Министр", "Қасым‑Жомарт", "e-mail"])
def test_a_hyphen_inside_a_word_does_not_part_it(word: str) -> None:
    assert kinds(f"{word} туралы") == [(word, "word"), ("туралы", "word")]


def test_an_apostrophe_inside_a_word_does_not_part_it() -> None:
    assert words("O’zbekiston пен Д'Артаньян") == ["O’zbekiston", "пен", "Д'Артаньян"]


@pytest.mark.parametrize("number", ["2025", "2-ші", "12,5", "10:30", "15.01.2025", "2025-жылы"])
def test_a_number_keeps_its_parts_and_its_ending(number: str) -> None:
    assert kinds(f"{number} келді") == [(number, "number"), ("келді", "word")]


def test_a_range_of_days_is_two_numbers_and_a_dash() -> None:
    assert kinds("12–13 қазан") == [("12", "number"), ("–", "dash"), ("13", "number"), ("қазан", "word")]


def test_quotation_marks_and_brackets_are_marks_of_their_own() -> None:
    found = kinds("«Сұңқар» (“үлкен”)")
    assert [token for token, kind in found if kind == "mark"] == ["«", "»", "(", "“", "”", ")"]
    assert [token for token, kind in found if kind == "word"] == ["Сұңқар", "үлкен"]


def test_an_emoji_does_not_join_the_word_beside_it() -> None:
    assert words("😀елші") == ["😀", "елші"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Министр келді. Ол елшіні қабылдады.", ["Министр келді.", "Ол елшіні қабылдады."]),
        ("Қалай?! Жақсы… Иә.", ["Қалай?!", "Жақсы…", "Иә."]),
        ("Ол «Жарайды» деді». Содан кетті.", ["Ол «Жарайды» деді».", "Содан кетті."]),
        ("Б. Ахметов пен Қ.-Ж. Серіков келді. Олар кетті.", ["Б. Ахметов пен Қ.-Ж. Серіков келді.", "Олар кетті."]),
        ("Құны 5 млн. Астананың қаржысы. Бітті.", ["Құны 5 млн. Астананың қаржысы.", "Бітті."]),
        ("Ол 2025 ж. Алматыда туған. Соңы.", ["Ол 2025 ж. Алматыда туған.", "Соңы."]),
        ("Саясат, мәдениет т.б. Қазақстанда талқыланды.", ["Саясат, мәдениет т.б. Қазақстанда талқыланды."]),
        ("Баға 3.5 пайыз өсті. Қанша?", ["Баға 3.5 пайыз өсті.", "Қанша?"]),
    ],
)
def test_sentences_end_at_their_marks_and_not_at_abbreviations_or_initials(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "«Біз дайынбыз», – деді елші.",
        "«Қашан келеді?» – деп сұрады министр.",
        "«Жиын сәтті өтті.» – деп атап өтті төраға.",
        "Ол ... деп тоқтап қалды.",
    ],
)
def test_words_of_speech_stay_with_their_quotation(text: str) -> None:
    assert sentences(text) == [text]


def test_a_line_break_ends_a_sentence_without_a_full_stop() -> None:
    assert sentences("Тақырып осында\n\nЕкінші жол\r\nҮшінші жол") == ["Тақырып осында", "Екінші жол", "Үшінші жол"]


def test_a_dateline_is_a_sentence_of_its_own() -> None:
    assert sentences("АСТАНА. ЕЛШІ – Министр келді.") == ["АСТАНА.", "ЕЛШІ – Министр келді."]


@pytest.mark.parametrize("text", ["", " \n\t ", "\n\n"])
def test_nothing_gives_nothing(text: str) -> None:
    assert tokenize(text) == []
    assert sentence_spans(text) == []


@pytest.mark.parametrize("unit", ["а", "А. ", "«", ".", "а-", "!»", "\x00", "№", ".)))а", "…а"])
def test_a_text_of_one_thing_over_and_over_comes_apart_completely(unit: str) -> None:
    text = unit * 20_000
    assert "".join(words(text)) == "".join(text.split())
    assert sum(b - a for a, b in sentence_spans(text)) >= len("".join(text.split()))


def test_a_sentence_ends_where_the_space_after_its_mark_was_left_out() -> None:
    text = "Форум өтті.Оған Е.Сағынов келді, деп жазады Zakon.kz."
    assert sentences(text) == ["Форум өтті.", "Оған Е.Сағынов келді, деп жазады Zakon.kz."]
    assert words("өтті.Оған") == ["өтті", ".", "Оған"]
