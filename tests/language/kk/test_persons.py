from __future__ import annotations

import pytest

from tests.language.helpers import analysed


def persons(text: str) -> list[tuple[str, str]]:
    """Nominative and case of the persons that a text names."""
    return [(phrase.name, phrase.case) for phrase in analysed(text).phrases if phrase.kind == "person"]


@pytest.mark.parametrize(
    ("text", "name", "case"),
    [
        ("Король III Густав қонақты қабылдады.", "III Густав", "nom"),
        ("Иордания королі ІІ Хусейнмен кездесті.", "ІІ Хусейн", "ins"),
        ("Патшайымы ІV Маргарита келді.", "ІV Маргарита", "nom"),
        ("Дін басы Пий XIII хат жазды.", "Пий XIII", "nom"),
        ("Дания королі Фредерик X елге келді.", "Фредерик X", "nom"),
        ("Нгуен Ван Тханьмен кездесті.", "Нгуен Ван Тхань", "ins"),
        ("Ол Пак Хён Сукке хат берді.", "Пак Хён Сук", "dat"),
        ("Олар Алмас Серікұлы Болатовты көрді.", "Алмас Серікұлы Болатов", "acc"),
        ("Олар Айгүл Серікқызы Болатовамен кездесті.", "Айгүл Серікқызы Болатова", "ins"),
        ("Қ.К. Серіковпен кездесті.", "Қ.К. Серіков", "ins"),
        ("Сұлтан Хайсам бин Сабахпен кездесті.", "Хайсам бин Сабах", "ins"),
        ("Дәулет қажы Серіковпен кездесті.", "Дәулет қажы Серіков", "ins"),
        ("Дәулет Серіков Лиллеханада болды.", "Дәулет Серіков", "nom"),
        ("Джозеф Р. Хантермен кездесті.", "Джозеф Р. Хантер", "ins"),
    ],
)
def test_a_person_has_numerals_particles_patronymics_and_initials_in_the_name(text: str, name: str, case: str) -> None:
    assert persons(text) == [(name, case)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Айдос Серіков Жан Мартенмен кездесті.", [("Айдос Серіков", "nom"), ("Жан Мартен", "ins")]),
        ("Нұрлан Қабылов Бірлік Ахметовке хат берді.", [("Нұрлан Қабылов", "nom"), ("Бірлік Ахметов", "dat")]),
        ("Дәулет Болатов келді. Болатов Ж.Мартенді қабылдады.",
         [("Дәулет Болатов", "nom"), ("Болатов", "nom"), ("Ж.Мартен", "acc")]),
    ],
)  # fmt: skip
def test_two_names_side_by_side_are_two_persons(text: str, expected: list[tuple[str, str]]) -> None:
    assert persons(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Көрермен «Жаңа толқын» байқауын тамашалады.",
        "Әнші «Аққулы ауыл» әнін айтты.",
        "Елдер бірлестіктің Жарғысына қол қойды.",
        "Порт Транскавказ бағытына қосылды.",
        "Кеше Румын елшісі келді.",
        "Ол Қиыр Шығыс пен Ұлттық Мұражайды аралады.",
        "Ғалымдар Халықаралық Геофизика Жылын атап өтті.",
    ],
)
def test_titles_of_works_common_nouns_and_demonyms_are_no_persons(text: str) -> None:
    assert persons(text) == []
