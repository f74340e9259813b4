"""Talks in rounds, several times under one verb, and who came for a side."""

from __future__ import annotations

from tests.extract.helpers import Told, meetings


def talks(text: str) -> list[Told]:
    return [one for one in meetings(text) if one.type != "visit"]


def test_each_time_is_a_meeting() -> None:
    text = (
        "Дания министрі Ларс Лёкке Расмуссен мен Норвегия министрі Эспен Барт Эйде 3 наурызда да, 9 мамырда да Ослода кездесті."
    )
    assert [(one.date, one.place) for one in talks(text)] == [("2025-03-03", "Осло"), ("2025-05-09", "Осло")]


def test_one_and_the_other_are_told_after_the_count() -> None:
    text = (
        "Александр Стубб пен Гитанас Науседа осыған дейін екі рет кездескен: бірі 2023 жылғы 11 шілдеде Вильнюсте, "
        "екіншісі былтыр 5 наурызда Хельсинкиде өткен."
    )
    assert [(one.date, one.place) for one in talks(text)] == [("2023-07-11", "Вильнюс"), ("2024-03-05", "Хельсинки")]


def test_days_on_end_are_one_meeting() -> None:
    text = "Александр Стубб пен Гитанас Науседа 3 және 4 наурызда Вильнюсте кездесті."
    assert len(talks(text)) == 1


def test_another_round_has_the_sides_of_the_first() -> None:
    text = (
        "Чехия мен Словакия арасындағы саяси консультациялар кеше Брнода өтті. Тараптар көлік мәселесін қарады. "
        "Келесі раунд 2026 жылғы мамырда Братиславада өтеді."
    )
    found = talks(text)
    assert [(one.type, one.status, one.date) for one in found] == [
        ("consultations", "held", "2025-12-02"),
        ("consultations", "planned", "2026-05"),
    ]
    assert found[0].who == found[1].who == {"Чехия", "Словакия"}


def test_a_round_of_something_else_is_nothing() -> None:
    assert not talks("Румыния сайлауының екінші раунды 18 мамырда өтеді. Боксшы үшінші раундта жеңілді.")


def test_ministries_between_which_talks_are() -> None:
    text = "Чехия мен Словакияның сыртқы істер министрліктері арасында консультациялар кеше Брнода өтті."
    assert [(one.type, one.who) for one in talks(text)] == [("consultations", frozenset({"Чехия", "Словакия"}))]


def test_a_war_between_others_is_no_side_of_talks() -> None:
    text = (
        "Министр Айдос Серіков Судан мен Эфиопия арасындағы шекара дауын шешу жөнінде Кения министрі Мусалия Мудавадимен "
        "келіссөз жүргізді."
    )
    assert [one.who for one in talks(text)] == [frozenset({"Айдос Серіков", "Мусалия Мудавади"})]


def test_who_led_the_delegations_takes_the_place_of_the_countries() -> None:
    text = (
        "Чехия мен Словакия арасындағы саяси консультациялар кеше Брнода өтті. "
        "Чех делегациясын Ян Марьян, словак тарапын Марек Эштокин басқарды."
    )
    assert [one.who for one in talks(text)] == [frozenset({"Ян Марьян", "Марек Эштокин"})]


def test_who_came_for_one_side_takes_the_place_of_that_country() -> None:
    text = (
        "Ертең Вильнюсте Қазақстан мен Литва арасында саяси консультациялар өтпек, оған елімізден вице-министр Арман Исетов "
        "барады."
    )
    assert [one.who for one in talks(text)] == [frozenset({"Арман Исетов", "Литва"})]


def test_those_at_somebodys_side_take_part() -> None:
    text = (
        "Министр Айдос Серіков кеше Кения министрі Мусалия Мудавадимен келіссөз жүргізді. "
        "Мусалия Мудавадидің жанында кеңесшісі Питер Мвангиа отырды."
    )
    assert [one.who for one in talks(text)] == [frozenset({"Айдос Серіков", "Мусалия Мудавади", "Питер Мвангиа"})]


def test_each_time_may_have_its_place() -> None:
    text = "Александр Стубб пен Гитанас Науседа биыл 27 ақпанда Хельсинкиде, 18 наурызда Вильнюсте кездесті."
    assert [(one.date, one.place) for one in talks(text)] == [("2025-02-27", "Хельсинки"), ("2025-03-18", "Вильнюс")]


def test_a_second_meeting_ahead_is_of_the_same_two() -> None:
    text = "Александр Стубб кеше Гитанас Науседамен кездесті. Екінші кездесу қаңтарға жоспарланған."
    found = talks(text)
    assert [one.status for one in found] == ["held", "planned"]
    assert found[0].who == found[1].who


def test_talks_told_without_sides_have_those_whom_the_next_sentence_names() -> None:
    text = "Кеше Женевада Сирия жөніндегі келіссөз өтті. Норвегия делегациясын Ян Марьян, Дания тарапын Марек Эштокин басқарды."
    assert [(one.type, one.who) for one in talks(text)] == [("talks", frozenset({"Ян Марьян", "Марек Эштокин"}))]
