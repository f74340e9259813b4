"""Meetings, receptions, talks, calls: who the other side is, when the text does not name it outright."""

from __future__ import annotations

from tests.extract.helpers import meetings


def sides(text: str) -> list[tuple[str, frozenset[str]]]:
    """Kind and participants of what a text tells, visits left out."""
    return [(one.type, one.who) for one in meetings(text) if one.type != "visit"]


def test_both_are_the_two_who_stood_in_one_list() -> None:
    text = (
        "Норвегия премьер-министрі Йонас Гар Стёре мен Дания премьер-министрі Метте Фредериксен Ослода кездесті. "
        "Финляндия президенті Александр Стубб бұл қадамды құптады. Екеуі қаңтарда телефон арқылы сөйлескен еді."
    )
    assert ("call", frozenset({"Йонас Гар Стёре", "Метте Фредериксен"})) in sides(text)


def test_two_ministers_are_those_who_are_ministers() -> None:
    text = (
        "Вьетнам президенті Лыонг Кыонг Ханойда Лаос сыртқы істер министрі Тхонгсаван Пхомвихан мен Камбоджа сыртқы істер "
        "министрі Прак Сокхоннды күтіп алды. Мемлекет басшысы екі министрді бөлек-бөлек қабылдады."
    )
    assert sides(text) == [
        ("reception", frozenset({"Лыонг Кыонг", "Тхонгсаван Пхомвихан"})),
        ("reception", frozenset({"Лыонг Кыонг", "Прак Сокхонн"})),
    ]


def test_whoever_acts_is_not_among_them() -> None:
    text = (
        "Оман сыртқы істер министрі Бадр Альбусаиди мен Йемен сыртқы істер министрі Шаи Аззиндани Маскатқа жиналды. "
        "Швеция сыртқы істер министрі Мария Стенергард ертең олармен сөйлеседі."
    )
    assert ("meeting", frozenset({"Бадр Альбусаиди", "Шаи Аззиндани", "Мария Стенергард"})) in sides(text)


def test_experts_and_representatives_of_a_region_are_nobody_in_person() -> None:
    text = (
        "Сыртқы істер министрі Айдос Серіков пен Дания елшісі Нильс Хансен Астанада кездесті. "
        "Техникалық сарапшылар келер аптада консультация өткізбек. Балтық мемлекеттері басшыларының кездесуі де өтті."
    )
    assert sides(text) == [("meeting", frozenset({"Айдос Серіков", "Нильс Хансен"}))]


def test_staff_stand_for_their_body() -> None:
    text = "Қаржы министрі Марат Оспанов бүгін Азия даму банкі өкілдерімен консультация өткізді."
    assert sides(text) == [("consultations", frozenset({"Марат Оспанов", "Азия даму банкі"}))]


def test_the_guest_is_who_came() -> None:
    text = (
        "Президент Қасым-Жомарт Тоқаев мемлекеттік сапармен Италияға келді. "
        "Мәртебелі мейман Сенат төрағасы Иньяцио Ла Руссамен жүздесті."
    )
    assert ("meeting", frozenset({"Қасым-Жомарт Тоқаев", "Иньяцио Ла Русса"})) in sides(text)


def test_verbs_of_meeting_and_calling() -> None:
    for words, kind in {
        "Финляндия елшісі Янне Хейсканенмен дидарласты": "meeting",
        "Финляндия елшісі Янне Хейсканенмен пікір алмасты": "meeting",
        "Финляндия елшісі Янне Хейсканенмен қысқаша сөйлесті": "meeting",
        "Финляндия елшісі Янне Хейсканенмен бейнебайланысқа шықты": "call",
        "Финляндия елшісі Янне Хейсканенмен жеке телефон арқылы сөйлесті": "call",
        "Финляндия елшісі Янне Хейсканенді телефон арқылы құттықтады": "call",
        "Финляндия елшісі Янне Хейсканеннің қабылдауына кірді": "reception",
    }.items():
        assert sides(f"Министр Айдос Серіков бүгін {words}.") == [(kind, frozenset({"Айдос Серіков", "Янне Хейсканен"}))], words
