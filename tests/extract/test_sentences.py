"""Single sentences of news, with nothing before them: who meets whom there, and what is no meeting at all."""

from __future__ import annotations

import pytest

from tests.extract.helpers import meetings

OMAROV, LEVITS = "Қайрат Омаров", "Эгилс Левитс"


def sides(text: str) -> list[tuple[str, frozenset[str]]]:
    return [(one.type, one.who) for one in meetings(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Латвия Президенті Эгилс Левитспен кездесу барысында Қайрат Омаров сауданы арттыруды ұсынды.",
        "Мұны Латвия Президенті Эгилс Левитспен кездесуінде Премьер-министр Қайрат Омаров мәлімдеді.",
        "Премьер-министр Қайрат Омаровпен кездескеннен кейін Эгилс Левитс мұражайды аралады.",
        "Эгилс Левитспен жүздескен соң Қайрат Омаров елге оралды.",
        "Эгилс Левитспен кездесіп, Қайрат Омаров жаңа зауыт туралы айтты.",
        "Эгилс Левитспен кездескен Сыртқы істер министрі Қайрат Омаров осылай деді.",
    ],
)
def test_who_acts_after_the_occasion_is_the_other_side(text: str) -> None:
    assert sides(text) == [("meeting", frozenset({OMAROV, LEVITS}))]


@pytest.mark.parametrize(
    "text",
    [
        "Кездесу барысында Қайрат Омаров Латвия Президенті Эгилс Левитске Алматы туралы айтып берді.",
        "Кездесуде Эгилс Левитс Қайрат Омаровты Ригаға шақырды.",
        "Министр Қайрат Омаров Латвия Президенті Эгилс Левитске кездесуде жаңа жобаны түсіндірді.",
        "Кездесуде Қайрат Омаров пен Эгилс Левитс көлік саласындағы жобаларды талқылады.",
    ],
)
def test_who_speaks_at_a_meeting_and_who_is_spoken_to_meet(text: str) -> None:
    assert sides(text) == [("meeting", frozenset({OMAROV, LEVITS}))]


@pytest.mark.parametrize(
    "text",
    [
        "Кездесуде Әлия Сейітова «Жасыл дала» компаниясының жұмысы туралы айтты.",
        "Кездесуде Қайрат Омаров Эгилс Левитстің сөзін еске алды.",
        "Кездесуде Қайрат Омаров Эгилс Левитске арналған ескерткіш туралы айтты.",
    ],
)
def test_whoever_is_only_spoken_of_does_not_meet(text: str) -> None:
    assert sides(text) == []


def test_a_meeting_told_before_is_no_new_one() -> None:
    text = "Қайрат Омаров Эгилс Левитспен кездесті. Кездесуде Қайрат Омаров Юрис Маклаковсқа сәлем айтты."
    assert sides(text) == [("meeting", frozenset({OMAROV, LEVITS}))]


def test_who_comes_to_a_meeting_with_somebody_meets_him() -> None:
    text = "Вице-премьер Қайрат Омаровпен кездесуге «Нордик» және «Балтик Пауэр» компанияларының басшылары да келді."
    assert sides(text) == [("meeting", frozenset({OMAROV, "Нордик", "Балтик Пауэр"}))]


def test_heads_of_several_companies_stand_for_them() -> None:
    text = "Қайрат Омаров «Нордик» және «Балтик Пауэр» компанияларының басшыларымен кездесті."
    assert sides(text) == [("meeting", frozenset({OMAROV, "Нордик", "Балтик Пауэр"}))]
