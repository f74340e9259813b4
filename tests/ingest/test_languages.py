from __future__ import annotations

import pytest

from kg.ingest.languages import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Қазақстан Президенті Өзбекстан басшысымен кездесті.", "kk"),
        ("Ресей дипломаты Виталий Чуркин дүниеден өтті", "kk"),
        ("Президент Казахстана встретился с главой Узбекистана.", "ru"),
        ("The president of Kazakhstan met his Uzbek counterpart in Tashkent.", "en"),
        ("Кыргызстандын президенти Садыр Жапаров Астанага келди", "ky"),
        ("O‘zbekiston prezidenti Shavkat Mirziyoyev Toshkentda mehmonlarni qabul qildi", "uz"),
        ("Cumhurbaşkanı Erdoğan, Kazakistan Cumhurbaşkanı ile görüştü.", "tr"),
    ],
)
def test_short_texts_are_told_apart(text, language):
    assert detect(text) == language


@pytest.mark.parametrize("text", ["", "2025-11-25", "— … !"])
def test_a_text_without_letters_has_no_language(text):
    assert detect(text) is None


def test_a_kazakh_name_does_not_make_a_russian_text_kazakh():
    assert detect("Министр Қасым Әліұлы прибыл в Астану и провел переговоры с коллегами из России.") == "ru"
