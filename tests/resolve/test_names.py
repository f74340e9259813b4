from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.names import PersonName, key, may_be_short_for, normal, person_name, plain_person, skeleton


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Қ.Тоқаев", "Қ. Тоқаев"),
        ("Қасым-Жомарт", "Қасым — Жомарт"),
        ("«Самұрық-Қазына»", "Самұрық-Қазына"),
        ("ЛИХАЧЁВ", "Лихачев"),
        ("О’Брайен", "О'Брайен"),
    ],
)
def test_spellings_that_differ_in_typography_are_one_name(one: str, other: str) -> None:
    assert normal(one) == normal(other)
    assert key(one) == key(other)


@given(st.text(max_size=40))
def test_normal_names_are_normal(name: str) -> None:
    assert normal(normal(name)) == normal(name)


@pytest.mark.parametrize("name", ["Қасым-Жомарт Тоқаев", "习近平", "ابراهيم", "გიორგი", "Ἀθηνᾶ"])
def test_no_script_is_normalised_away(name: str) -> None:
    assert normal(name)
    assert key(name)


@pytest.mark.parametrize(
    "names",
    [
        ("Қасым-Жомарт Тоқаев", "Касым-Жомарт Токаев", "Kassym-Jomart Tokayev", "Qasym-Jomart Toqaev"),
        ("Сердар Бердімұхамедов", "Сердар Бердымухамедов", "Serdar Berdimuhamedov"),
        ("Садыр Жапаров", "Sadyr Japarov"),
        ("Ильхам Әлиев", "Ильхам Алиев", "Ilham Aliyev"),
        ("Владимир Путин", "Vladimir Putin"),
        ("Шавкат Мирзиёев", "Shavkat Mirziyoyev"),
    ],
)
def test_spellings_of_a_full_name_in_three_languages_share_a_skeleton(names: tuple[str, ...]) -> None:
    assert len(set(map(skeleton, names))) == 1


def test_a_name_is_taken_apart_with_and_without_patronymic_and_initials() -> None:
    assert person_name("Қасым-Жомарт Кемелұлы Тоқаев") == PersonName(("qasym-zhomart",), (), "toqaev")
    assert person_name("Қ.К.Тоқаев") == PersonName((), ("q", "k"), "toqaev")
    assert person_name("Тоқаев Қ.") == PersonName((), ("q",), "toqaev")
    assert person_name("Тоқаев") == PersonName((), (), "toqaev")


def test_a_patronymic_is_no_part_of_the_plain_name() -> None:
    assert key(plain_person("Ермек Беделбайұлы Көшербаев")) == key("Ермек Көшербаев")
    assert key(plain_person("Сергей Викторович Лавров")) == key("Сергей Лавров")
    assert key(plain_person("Си Цзиньпин")) == key("Си Цзиньпин")


@pytest.mark.parametrize(
    ("short", "full", "fits"),
    [
        ("Қ.Тоқаев", "Қасым-Жомарт Тоқаев", True),
        ("Тоқаев", "Қасым-Жомарт Тоқаев", True),
        ("фон дер Ляйен", "Урсула фон дер Ляйен", True),
        ("Н.Тоқаев", "Қасым-Жомарт Тоқаев", False),
        ("Н.Назарбаев", "Нұрсұлтан Тоқаев", False),
        ("Серік Тоқаев", "Қасым-Жомарт Тоқаев", False),
    ],
)
def test_initials_and_surnames_stand_only_for_names_that_they_fit(short: str, full: str, fits: bool) -> None:
    assert may_be_short_for(person_name(short), person_name(full)) is fits
