"""Whose side is whose: companions, topics, speakers, word orders; what did not take place."""

from __future__ import annotations

import pytest

from tests.extract.helpers import meetings

ORBAN, FICO, BABIS = "Виктор Орбан", "Роберт Фицо", "Андрей Бабиш"


def sides(text: str) -> list[tuple[str, frozenset[str], str]]:
    """Kind, participants and status of what a text tells, visits left out."""
    return [(one.type, one.who, one.status) for one in meetings(text) if one.type != "visit"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Роберт Фицомен өткен кездесуінде Виктор Орбан газ мәселесін көтерді.", "meeting"),
        ("Виктор Орбанның Роберт Фицомен болған әңгімесінде газ мәселесі көтерілді.", "meeting"),
        ("Роберт Фицоны Мемлекет басшысы Виктор Орбан қабылдады.", "reception"),
        ("Виктор Орбан қабылдаған Роберт Фицо риза болды.", "reception"),
        ("Виктор Орбан Роберт Фицоны қабылдаған кезде газ мәселесі көтерілді.", "reception"),
        ("Виктор Орбан мен Роберт Фицо арасында келіссөз жүргізілді.", "talks"),
        ("«Роберт Фицомен кеше кездестік», – деді Виктор Орбан.", "meeting"),
        ("Роберт Фицо Виктор Орбанды Братиславаға шақырып, онымен екі сағат кеңесті.", "meeting"),
        ("Виктор Орбан Роберт Фицомен бірге өткізген кездесуде газ мәселесін көтерді.", "meeting"),
    ],
)
def test_word_orders_of_one_meeting(text: str, kind: str) -> None:
    assert sides(text) == [(kind, frozenset({ORBAN, FICO}), "held")]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("кездесе алмады", None),
        ("кездесуі жоспарланбаған", None),
        ("кездесуі күтілмейді", None),
        ("кездесуі бағдарламада жоқ", None),
        ("кездесуі керек еді, бірақ ауырып қалды", "cancelled"),
        ("кездесуі өтпей қалды", "cancelled"),
        ("кездесетінін айтты", "planned"),
    ],
)
def test_what_did_not_take_place(words: str, status: str | None) -> None:
    found = sides(f"Виктор Орбан Роберт Фицомен {words}.")
    assert found == ([] if status is None else [("meeting", frozenset({ORBAN, FICO}), status)])


def test_a_rumour_is_no_meeting() -> None:
    assert not sides("Виктор Орбан Роберт Фицомен кездесіпті, шартқа қол қойыпты деген қауесет тарады.")


def test_companions_are_on_the_subjects_side() -> None:
    for words in ("Роберт Фицомен бірге", "Роберт Фицоның қатысуымен", "қасына Роберт Фицоны ертіп,"):
        found = sides(f"Виктор Орбан {words} Андрей Бабишпен кездесті.")
        assert found == [("meeting", frozenset({ORBAN, FICO, BABIS}), "held")], words
    assert not sides("Виктор Орбан Роберт Фицомен бірге студенттермен кездесті.")


def test_whom_one_speaks_about_is_not_there() -> None:
    assert sides("Виктор Орбан Роберт Фицо туралы Андрей Бабишпен сөйлесті.") == [("meeting", frozenset({ORBAN, BABIS}), "held")]
    assert sides("Виктор Орбан Роберт Фицомен емес, Андрей Бабишпен кездесті.") == [
        ("meeting", frozenset({ORBAN, BABIS}), "held")
    ]


def test_several_who_ring_ring_one_by_one() -> None:
    two = [("call", frozenset({ORBAN, FICO}), "held"), ("call", frozenset({ORBAN, BABIS}), "held")]
    assert sides("Виктор Орбанға Роберт Фицо мен Андрей Бабиш қоңырау шалды.") == two


def test_several_hosts_receive_one_by_one() -> None:
    found = sides("Виктор Орбанды Роберт Фицо да, Андрей Бабиш те қабылдады.")
    assert found == [("reception", frozenset({ORBAN, FICO}), "held"), ("reception", frozenset({ORBAN, BABIS}), "held")]


def test_a_list_behind_the_predicate() -> None:
    found = sides("Виктор Орбан екі кездесу өткізді: алдымен Роберт Фицомен, сосын Андрей Бабишпен.")
    assert found == [("meeting", frozenset({ORBAN, FICO}), "held"), ("meeting", frozenset({ORBAN, BABIS}), "held")]


def test_an_object_is_shared_by_clauses() -> None:
    found = sides("Виктор Орбан келді. Әуежайда оны Роберт Фицо қарсы алды, ал сарайда Андрей Бабиш қабылдады.")
    assert found == [("reception", frozenset({ORBAN, BABIS}), "held")]


def test_a_contrast_goes_on_about_the_one_in_front() -> None:
    found = sides("Виктор Орбанды Роберт Фицо қабылдады, ал Андрей Бабишпен кездесуі болмай қалды.")
    assert found == [("reception", frozenset({ORBAN, FICO}), "held"), ("meeting", frozenset({ORBAN, BABIS}), "cancelled")]


def test_a_later_clause_may_leave_the_predicate_out() -> None:
    found = sides("Виктор Орбан кеше Роберт Фицомен кездесті, ал бүгін Андрей Бабишпен.")
    assert found == [("meeting", frozenset({ORBAN, FICO}), "held"), ("meeting", frozenset({ORBAN, BABIS}), "held")]


def test_to_be_in_somebodys_office_is_to_meet_him() -> None:
    assert sides("Виктор Орбан Роберт Фицоның кабинетінде болды.") == [("meeting", frozenset({ORBAN, FICO}), "held")]
    assert not sides("Виктор Орбан парламенттің алдында болды.")


def test_who_was_welcomed_is_who_was_spoken_to() -> None:
    found = sides("Виктор Орбанды Роберт Фицо өз кеңсесінде күтіп алып, әңгімелесті.")
    assert found == [("meeting", frozenset({ORBAN, FICO}), "held")]


def test_those_whom_a_colon_names_take_the_place_of_their_countries() -> None:
    found = sides(
        "Премьер-министр Олжас Бектенов Эстония мен Латвия елшілерін қабылдады: Яап Оора мен Ирина Мангуле көлік жобасын айтты."
    )
    assert found == [("reception", frozenset({"Олжас Бектенов", "Яап Оора", "Ирина Мангуле"}), "held")]


def test_to_join_a_body_is_no_meeting() -> None:
    assert not sides("Қазақстан мен Эстония Дүниежүзілік сауда ұйымына кірді.")


def test_a_reception_may_leave_its_guest_out() -> None:
    found = sides(
        "Словакия премьер-министрі Роберт Фицо Будапештке келді. Таңертең ол Виктор Орбанмен келіссөз жүргізді. "
        "Кешке Андрей Бабиш қабылдады."
    )
    assert ("reception", frozenset({FICO, BABIS}), "held") in found
    assert not sides("Парламент заңды қабылдады. Ұсынысты Виктор Орбан қабылдады.")


def test_a_reception_in_somebodys_honour() -> None:
    assert sides("Виктор Орбан Роберт Фицоның құрметіне қабылдау берді.") == [("reception", frozenset({ORBAN, FICO}), "held")]


def test_what_a_later_clause_denies_is_not_the_meeting() -> None:
    assert sides("Виктор Орбан Роберт Фицоға телефон соғып, ұсынысын қабылдамады.") == [
        ("call", frozenset({ORBAN, FICO}), "held")
    ]
    assert sides("Виктор Орбан Роберт Фицомен кездесіп, демалысын кейінге шегерді.") == [
        ("meeting", frozenset({ORBAN, FICO}), "held")
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Виктор Орбан Роберт Фицоға жолығып, газ мәселесін айтты.", "meeting"),
        ("Виктор Орбан Роберт Фицомен жүздескен-тін.", "meeting"),
        ("Виктор Орбан мен Роберт Фицо бейнебайланыс арқылы кеңесіп, газ мәселесін қарады.", "call"),
        ("Виктор Орбан мен Роберт Фицо бір үстел басына жиналды.", "meeting"),
        ("Виктор Орбан Роберт Фицомен бірге кешкі ас ішті.", "meeting"),
        ("Виктор Орбан Роберт Фицоның сұхбаттасы болды.", "meeting"),
        ("Виктор Орбан Роберт Фицомен сұхбат құрды.", "meeting"),
    ],
)
def test_more_words_for_meeting(text: str, kind: str) -> None:
    assert sides(text) == [(kind, frozenset({ORBAN, FICO}), "held")]


def test_a_mediator_takes_part() -> None:
    found = sides("Роберт Фицоның делдалдығымен Виктор Орбан мен Андрей Бабиш Братиславада бетпе-бет отырды.")
    assert [who for _, who, _ in found] == [frozenset({ORBAN, FICO, BABIS})]


def test_to_meet_voters_is_to_meet_nobody_named() -> None:
    assert not sides("Виктор Орбан мен Роберт Фицо сайлаушылармен жүздесті.")


def test_who_is_received_by_a_third_is_at_another_event() -> None:
    found = sides(
        "Виктор Орбан кеше Роберт Фицомен кездесті. Виктор Орбан мен Роберт Фицоны бүгін Президент Петер Пеллегрини қабылдады."
    )
    assert [(kind, len(who)) for kind, who, _ in found] == [("meeting", 2), ("reception", 3)]


def test_a_new_official_is_not_received() -> None:
    assert not sides("Виктор Орбан Роберт Фицоны жұмысқа қабылдады.")


def test_a_part_played_is_no_person() -> None:
    found = sides("Виктор Орбан Будапештке сапармен келді. Құрметті қонақ ретінде Роберт Фицо Андрей Бабишпен кездесті.")
    assert found == [("meeting", frozenset({FICO, BABIS}), "held")]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Роберт Фицомен телефон арқылы байланысты", "call"),
        ("Роберт Фицомен екі сағат сырласты", "meeting"),
        ("Роберт Фицоға сәлем бере келді", "meeting"),
    ],
)
def test_words_for_calling_and_calling_on(words: str, kind: str) -> None:
    assert sides(f"Виктор Орбан {words}.") == [(kind, frozenset({ORBAN, FICO}), "held")]


def test_a_given_name_is_no_plan() -> None:
    found = sides("Кездесуде министр Ермек Серіков пен Роберт Фицо газ мәселесін талқылады.")
    assert {status for _, _, status in found} == {"held"}
