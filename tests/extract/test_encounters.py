"""Meetings, receptions, talks, calls: who the other side is, when the text does not name it outright."""

from __future__ import annotations

import pytest

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


def test_calls_to_several_are_several_calls() -> None:
    text = (
        "Премьер-министр Олжас Бектенов бүгін Грузия премьер-министрі Иракли Кобахидземен және Молдова премьер-министрі "
        "Александр Мунтянумен телефон арқылы сөйлесті."
    )
    assert sides(text) == [
        ("call", frozenset({"Олжас Бектенов", "Иракли Кобахидзе"})),
        ("call", frozenset({"Олжас Бектенов", "Александр Мунтяну"})),
    ]


def test_one_after_the_other_is_two_meetings() -> None:
    text = (
        "Қор жетекшісі Пьер Дюпон алдымен Қаржы министрі Мәди Тәкиевпен, артынан Сауда министрі Арман Шаққалиевпен кездесіп, "
        "бюджетті талқылады."
    )
    assert sides(text) == [
        ("meeting", frozenset({"Пьер Дюпон", "Мәди Тәкиев"})),
        ("meeting", frozenset({"Пьер Дюпон", "Арман Шаққалиев"})),
    ]


def test_a_side_left_out_is_whom_the_story_is_about() -> None:
    text = (
        "Сенат төрағасы Мәулен Әшімбаев Бернде Швейцария президенті Карин Келлер-Зуттермен кездесті. "
        "Ұлттық кеңес төрайымы Майя Риникермен әңгімеде сауда сөз болды. Австрия елшісі Клаус Вельфер те хабарласты."
    )
    assert sides(text) == [
        ("meeting", frozenset({"Мәулен Әшімбаев", "Карин Келлер-Зуттер"})),
        ("meeting", frozenset({"Мәулен Әшімбаев", "Майя Риникер"})),
        ("call", frozenset({"Мәулен Әшімбаев", "Клаус Вельфер"})),
    ]


def test_the_subject_may_follow_the_occasion() -> None:
    text = "Чех елшісі Павел Выхонскиймен әңгімеде Айдос Серіков тікелей рейсті ұсынды. Министр Айдос Серіков риза болды."
    assert sides(text) == [("meeting", frozenset({"Павел Выхонский", "Айдос Серіков"}))]


def test_each_noun_has_its_own_side() -> None:
    text = (
        "Министр Айдос Серіков Варшавада болды. Радослав Сикорскиймен әңгімеде көлік, ал Дональд Тускпен кездесуде сауда "
        "мәселесі сөз болды. Айдос Серіков Радослав Сикорский мен Дональд Тускке алғыс айтты."
    )
    assert sides(text) == [
        ("meeting", frozenset({"Айдос Серіков", "Радослав Сикорский"})),
        ("meeting", frozenset({"Айдос Серіков", "Дональд Туск"})),
    ]


def test_the_guest_who_was_received_is_not_his_own_host() -> None:
    text = (
        "Президент Петр Павел ертең Астанаға келеді. Кеше Министр Айдос Серіков Прагаға барып, Премьер-министр Петр Фиаланың "
        "қабылдауында болды."
    )
    assert ("reception", frozenset({"Айдос Серіков", "Петр Фиала"})) in sides(text)


def test_an_earlier_meeting_of_the_same_two_is_another() -> None:
    text = (
        "Министр Айдос Серіков Литва сыртқы істер министрі Кястутис Будриспен келіссөз жүргізді. "
        "Екеуі қыркүйекте Нью-Йоркте де кездескен."
    )
    assert [(one.type, one.date) for one in meetings(text)] == [("talks", "2025-12-03"), ("meeting", "2025-09")]


def test_a_wish_for_talks_is_no_talks() -> None:
    assert not sides("Украина мен Ресей келіссөз жүргізгені дұрыс, – деді Финляндия президенті Александр Стубб.")


def test_capitals_negotiate_for_their_countries() -> None:
    text = "Қытай мен Үндістан елдері шекараға қатысты сөз сөйледі. Бейжің мен Делидің келіссөзі кеше Женевада өтті."
    assert sides(text) == [("talks", frozenset({"Қытай", "Үндістан"}))]


def test_the_people_of_a_body_stand_for_it() -> None:
    text = "Министр Айдос Серіков «Хоризон» компаниясының басшылығымен де жолықты."
    assert sides(text) == [("meeting", frozenset({"Айдос Серіков", "Хоризон"}))]


def test_different_days_are_different_meetings() -> None:
    text = "Айдос Серіков кеше Петер Сийяртомен, бүгін Ян Липавскиймен кездесті."
    assert [(one.date, one.who) for one in meetings(text)] == [
        ("2025-12-02", frozenset({"Айдос Серіков", "Петер Сийярто"})),
        ("2025-12-03", frozenset({"Айдос Серіков", "Ян Липавский"})),
    ]


def test_each_of_two_guests_was_received_alone() -> None:
    text = "Қасым-Жомарт Тоқаев Алар Карис пен Эдгарс Ринкевичсті қабылдап, әрқайсысымен жеке сөйлесті."
    assert ("reception", frozenset({"Қасым-Жомарт Тоқаев", "Алар Карис"})) in sides(text)
    assert ("reception", frozenset({"Қасым-Жомарт Тоқаев", "Эдгарс Ринкевичс"})) in sides(text)


def test_an_ambassador_is_summoned_by_a_ministry() -> None:
    text = "Дания Сыртқы істер министрлігі Ресей елшісі Владимир Барбинді шақырып, нота табыстады."
    assert [who for _, who in sides(text)] == [frozenset({"Дания Сыртқы істер министрлігі", "Владимир Барбин"})]
    text = "Ресейдің Копенгагендегі елшісі Владимир Барбин кеше Дания Сыртқы істер министрлігіне шақыртылды."
    assert [who for _, who in sides(text)] == [frozenset({"Дания Сыртқы істер министрлігі", "Владимир Барбин"})]


def test_readiness_and_offers_are_no_meetings() -> None:
    for words in ("кездесуге дайын екенін айтты", "кездесуді ұсынды", "кездесу өткізуді ұсынды"):
        assert not sides(f"Дания премьер-министрі Метте Фредериксен Финляндия президенті Александр Стуббпен {words}.")


def test_who_leads_a_group_was_met() -> None:
    text = "Министр Айдос Серіков Гийом Фори бастаған топпен кездесті."
    assert sides(text) == [("meeting", frozenset({"Айдос Серіков", "Гийом Фори"}))]


def test_delegations_act_for_their_countries() -> None:
    text = "Украина және Ресей делегациялары кеше Ыстанбұлда келіссөз жүргізді."
    assert sides(text) == [("talks", frozenset({"Украина", "Ресей"}))]


def test_who_came_may_stand_behind_the_reception() -> None:
    text = "Министр Айдос Серіковтің қабылдауында бүгін Дания елшісі Нильс Хансен болды."
    assert sides(text) == [("reception", frozenset({"Айдос Серіков", "Нильс Хансен"}))]


def test_a_national_of_a_country_is_who_is_its_citizen() -> None:
    text = (
        "Министр Айдос Серіков эстон әріптесі Маргус Цахкнамен кездесті. Қонақ риза болды. Эстониялық дипломат ертең "
        "Премьер-министр Олжас Бектеновпен де жүздеспек."
    )
    assert ("meeting", frozenset({"Маргус Цахкна", "Олжас Бектенов"})) in sides(text)


def test_the_first_of_several_is_told_in_the_next_sentence() -> None:
    text = "Айдос Серіков пен Маргус Цахкна бүгін үшінші рет кездесті. Алғашқысы 2023 жылы Нью-Йоркте болған."
    assert [one.date for one in meetings(text)] == ["2025-12-03", "2023"]


def test_to_meet_two_each_alone_is_not_their_meeting_of_three() -> None:
    text = (
        "Кая Калластың делдалдығымен Алар Карис пен Эдгарс Ринкевичс Брюссельде келіссөз жүргізді. Таңертең Кая Каллас Алар "
        "Кариспен, кейін Эдгарс Ринкевичспен жеке-жеке әңгімелескен."
    )
    assert [len(who) for _, who in sides(text)] == [3, 2, 2]


def test_those_who_held_the_talks_of_two_countries_are_their_sides() -> None:
    text = "Түркия мен Армения келіссөзін арнайы өкілдер Сердар Кылыч пен Рубен Рубинян жүргізді."
    assert sides(text) == [("talks", frozenset({"Сердар Кылыч", "Рубен Рубинян"}))]


def test_two_who_rang_together_made_one_call() -> None:
    text = "Фридрих Мерц Кир Стармерді Берлинде қабылдап, артынан екеуі Дональд Трампқа қоңырау шалды."
    assert ("call", frozenset({"Фридрих Мерц", "Кир Стармер", "Дональд Трамп"})) in sides(text)


def test_guests_received_one_by_one_are_those_whom_the_next_sentence_names() -> None:
    text = (
        "Анкарада Түркия Президенті Кемал Йылдырым, Тәжікстан Президенті Рустам Саидов және Қырғызстан Президенті Азат Токтоев "
        "саммит өткізді. Тәжікстан сыртқы істер министрі Парвиз Рахимов пен Қырғызстан сыртқы істер министрі Эркин Абдиев "
        "хаттамаға қол қойды. Саммит алдында Кемал Йылдырым мәртебелі меймандарын бөлек-бөлек қабылдады. "
        "Ол әуелі Рустам Саидовпен, содан кейін Азат Токтоевпен сөйлесті."
    )
    received = {m.who for m in meetings(text) if m.type != "summit"}
    assert received == {frozenset({"Кемал Йылдырым", "Рустам Саидов"}), frozenset({"Кемал Йылдырым", "Азат Токтоев"})}
    assert {m.host for m in meetings(text) if m.type == "reception"} == {"Кемал Йылдырым"}


def test_the_courtesy_word_bears_the_case_of_a_titled_name() -> None:
    text = "Сенат төрағасы Мәулен Әшімбаев Парагвай елшісі Пабло Диас мырзамен және Чили елшісі Анна Ромеро ханыммен жүздесті."
    assert sides(text) == [
        ("meeting", frozenset({"Мәулен Әшімбаев", "Пабло Диас"})),
        ("meeting", frozenset({"Мәулен Әшімбаев", "Анна Ромеро"})),
    ]


def test_also_without_a_comma_joins_no_other_side() -> None:
    text = (
        "Отырысқа Қазақстаннан министр Серік Омаров қосылды. "
        "Бақыт Сағынов сондай-ақ Өзбекстан өкілі Лазиз Қудратовпен кездесіп, сауданы талқылады."
    )
    assert [m.who for m in meetings(text) if m.type == "meeting"] == [{"Бақыт Сағынов", "Лазиз Қудратов"}]


@pytest.mark.parametrize(
    ("sentence", "kind", "status"),
    [
        ("Серік Оспанов елші Жан Мартенмен пікір алысты.", "meeting", "held"),
        ("Серік Оспанов пен Жан Мартен арасында бейнебайланыс арқылы әңгіме өтті.", "call", "held"),
        ("Серік Оспанов пен Жан Мартеннің кездесуі соңғы сәтте бағдарламадан шығарылды.", "meeting", "cancelled"),
    ],
)
def test_talks_by_other_words(sentence: str, kind: str, status: str) -> None:
    assert [(m.type, m.status, set(m.who)) for m in meetings(sentence)] == [(kind, status, {"Серік Оспанов", "Жан Мартен"})]


def test_a_guest_of_a_country_is_who_came_from_there() -> None:
    text = (
        "Ресми сапармен келген Хорватия Премьер-министрі Андрей Пленкович Қасым-Жомарт Тоқаевпен келіссөз жүргізді. "
        "Хорватия министрі Гордан Радман құжатқа қол қойды. Ертең хорватиялық мейман Серік Оспановпен жүздеседі."
    )
    assert {"Андрей Пленкович", "Серік Оспанов"} in [set(m.who) for m in meetings(text)]


def test_who_attends_talks_may_be_told_behind_a_semicolon() -> None:
    told = meetings("Шілдеде Путраджаяда келіссөз өтті; оған Серік Оспанов пен Жан Мартен қатысты.")
    assert [(m.type, set(m.who), m.place) for m in told] == [("talks", {"Серік Оспанов", "Жан Мартен"}, "Путраджая")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Эстония мен Латвия министрлерінің Ригада бас қосуы кейінге қалды.",
        "Эстония мен Латвия министрлерінің Ригадағы кездесуі кейінге қалған.",
    ],
)
def test_what_stays_for_later_is_cancelled(sentence: str) -> None:
    assert [(m.type, m.status, set(m.who)) for m in meetings(sentence)] == [("meeting", "cancelled", {"Эстония", "Латвия"})]


def test_such_a_meeting_is_of_the_same_two() -> None:
    text = "Серік Оспанов Жан Мартенмен Дохада сұхбаттасты. Желтоқсанда Луандада өтуге тиіс сондай кездесу іске аспай қалды."
    assert [(m.place, m.status, len(m.who)) for m in meetings(text)] == [("Доха", "held", 2), ("Луанда", "cancelled", 2)]


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("Тараптар пікір алмасты.", ["call"]),
        ("Сұхбат барысында президенттер сауда туралы әңгімелесті.", ["call"]),
        ("Олар алдағы кездесулер кестесін талқылады.", ["call"]),
        ("Олар өткен аптада Бакуде кездескен еді.", ["call", "meeting"]),
        ("Ертең олар Бакуде кездеседі.", ["call", "meeting"]),
    ],
)
def test_what_two_say_after_a_call_is_told_is_no_meeting_besides(sentence: str, kinds: list[str]) -> None:
    text = f"Кеше президенттер Серік Оспанов пен Жан Мартен телефон арқылы сөйлесті. {sentence}"
    assert [m.type for m in meetings(text)] == kinds
