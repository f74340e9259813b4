"""What has been, whatever the sentence around it plans; journeys told by nouns; envoys, callers and pairs named beside."""

from __future__ import annotations

import pytest

from tests.extract.helpers import meetings

FRIENDS = "Румыния мен Қазақстан достасты. "


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Министр Серік Омаров ақпанда Бухарестке барған сапарында жасалған келісімдерді орындауға ниетті екенін айтты.", "02"),
        ("Министр Серік Омаров ақпандағы Бухарест сапары кезінде айтылған ұсыныстар орындалатынын айтты.", "02"),
        ("Министр Серік Омаровтың Бухарестке сапары биыл наурызда болған.", "03"),
        ("Наурызда Бухарестке вице-министр Серік Омаров барып, румын тарапына көмек тапсырған еді.", "03"),
    ],
)
def test_a_journey_that_has_been_is_held(text: str, date: str) -> None:
    visits = [one for one in meetings(FRIENDS + text, date="2024-05-10") if one.type == "visit"]
    assert [(one.status, one.date, one.place) for one in visits] == [("held", f"2024-{date}", "Бухарест")]


def test_a_journey_has_the_first_day_on_which_something_was_done_on_it() -> None:
    text = "Сыртқы істер министрі Серік Омаров Румынияға ресми сапары барысында кеше вице-министр Ион Попескумен кездесті."
    assert [one.date for one in meetings(text) if one.type == "visit"] == ["2025-12-02"]


def test_a_journey_only_planned_is_planned() -> None:
    text = FRIENDS + "Министр Серік Омаровтың Румынияға жоспарланған сапары маусымда өтеді."
    assert [one.status for one in meetings(text, date="2024-05-10")] == ["planned"]


def test_a_delegation_named_by_its_demonym_travels_for_its_country() -> None:
    (visit,) = meetings(FRIENDS + "Наурызда қазақстандық делегация Румынияға барды.", date="2024-05-10")
    assert (visit.type, visit.who) == ("visit", {"Қазақстан", "Румыния"})


def test_a_mission_is_not_whoever_tells_of_it() -> None:
    text = FRIENDS + "Министр Серік Омаров таяу күндері Бухарестке гуманитарлық миссия аттанатынын жеткізді."
    assert meetings(text) == []


def test_that_country_is_the_one_named_before() -> None:
    text = (
        "Министр Серік Омаров Румынияны сенімді серіктес деп атады. "
        "Ол былтыр қазан айында осы елге жасаған сапарынан соң байланыс жаңа деңгейге көтерілгенін айтты."
    )
    (visit,) = meetings(text, date="2024-05-10")
    assert (visit.who, visit.date, visit.status) == ({"Серік Омаров", "Румыния"}, "2023-10", "held")


def test_what_was_done_in_the_course_of_a_journey_dates_it() -> None:
    text = "Министр Серік Омаров Румынияға ресми сапары барысында кеше Премьер-министр Ион Попескумен келіссөз жүргізді."
    assert {one.type: one.date for one in meetings(text, date="2024-05-10")} == {"visit": "2024-05-09", "talks": "2024-05-09"}


def test_what_somebody_is_yet_to_do_dates_no_meeting() -> None:
    text = (
        "Вице-министр Серік Омаров келер жылы ұйым тізгінін ұстайтын Румынияның сыртқы саясат ведомствосын басқаратын "
        "Ион Попескумен сөйлесті."
    )
    assert [one.date for one in meetings(text, date="2024-05-10")] == ["2024-05-10"]


@pytest.mark.parametrize(
    "text",
    [
        "Бүгін Ақордада Президент Серік Омаровқа жаңадан келген елшілер сенім грамоталарын тапсырды. Рәсім барысында Мемлекет "
        "басшысына грамоталарын Румыния елшісі Ион Попеску, Чили елшісі Анна Ромеро және Гана елшісі Кофи Менса табыс етті.",
        "Бүгін шетел елшілерінің Президент Серік Омаровқа сенім грамоталарын тапсыру рәсімі өтті. Грамоталарды Румыния елшісі "
        "Ион Попеску, Чили елшісі Анна Ромеро және Гана елшісі Кофи Менса тапсырды.",
        "Бүгін бірқатар елдің елшілері Мемлекет басшысы Серік Омаровқа сенім грамоталарын табыстады. Атап айтқанда, Румыния "
        "елшісі Ион Попеску, Чили елшісі Анна Ромеро және Гана елшісі Кофи Менса Президентпен кездесті.",
    ],
)
def test_envoys_named_after_the_ceremony_took_part_in_it(text: str) -> None:
    (ceremony,) = meetings(text)
    assert (ceremony.type, ceremony.host) == ("ceremony", "Серік Омаров")
    assert ceremony.who == {"Серік Омаров", "Ион Попеску", "Анна Ромеро", "Кофи Менса"}


def test_what_is_told_between_envoys_and_their_names_stays_apart() -> None:
    text = (
        "Президент Серік Омаров Румыния, Чили және Гана елшілерінің сенім грамоталарын қабылдады. Бішкекте ШЫҰ саммиті өтті, "
        "оған Қырғызстан Президенті Асан Болотов қатысты. Грамоталарды Румыния елшісі Ион Попеску, Чили елшісі Анна Ромеро "
        "және Гана елшісі Кофи Менса тапсырды. Саммитке Тәжікстан Президенті Азим Иброхим қатысты."
    )
    told = {one.type: one.who for one in meetings(text)}
    assert told["summit"] == {"Асан Болотов", "Азим Иброхим"}
    assert told["ceremony"] == {"Серік Омаров", "Ион Попеску", "Анна Ромеро", "Кофи Менса"}


def test_talks_without_sides_are_those_of_the_two_just_named() -> None:
    text = (
        "Румыния Президенті Ион Попеску мен Қазақстан Президенті Серік Омаров бүгін Бухарестте шартқа қол қойды. "
        "Келіссөз Котрочень сарайында өтті."
    )
    assert [(one.type, one.who) for one in meetings(text)] == [("talks", {"Ион Попеску", "Серік Омаров"})]


def test_the_talk_at_whose_end_something_was_said_is_the_call() -> None:
    text = (
        "Сыртқы істер министрі Серік Омаров Румыния сыртқы істер министрі Ион Попескумен телефон арқылы сөйлесті. "
        "Попеску биыл 3 мың тонна жүк келгенін айтты. Әңгіме соңында министрлер ынтымақтастықты талқылады."
    )
    assert [one.type for one in meetings(text)] == ["call"]


@pytest.mark.parametrize(
    "text",
    [
        "Қазақстан Президенті Серік Омаровтың Румыния Президенті Ион Попескумен жоспарланған кездесуі болмады.",
        "Қазақстан Президенті Серік Омаровтың Румыния Президенті Ион Попескумен жүздесуі кестеге енгізілгенімен, болмады.",
        "Қазақстан Президенті Серік Омаровтың Румыния Президенті Ион Попескумен онлайн сөйлесуі басқа мерзімге ауыстырылды.",
    ],
)
def test_what_was_to_be_and_was_not_is_cancelled(text: str) -> None:
    assert [one.status for one in meetings(text)] == ["cancelled"]


def test_a_conversation_by_telephone_is_a_call() -> None:
    text = "Қазақстан Президенті Серік Омаров пен Румыния Президенті Ион Попеску арасында телефон арқылы сұхбат өрбіді."
    assert [one.type for one in meetings(text)] == ["call"]


def test_to_have_been_in_a_town_abroad_is_a_journey() -> None:
    text = "Қазақстан мен Румыния дос. 1997 жылы мамырда Румыния президенті Ион Попеску Алматыда болды."
    assert [(one.type, one.who, one.date) for one in meetings(text)] == [("visit", {"Ион Попеску", "Қазақстан"}, "1997-05")]


def test_a_day_told_in_looking_back_is_another_meeting() -> None:
    text = (
        "Қазақстан Президенті Серік Омаров пен Румыния Президенті Ион Попеску келіссөз жүргізді. "
        "Кеше кешке Омаров пен Попеску бейресми әңгімелескен болатын."
    )
    assert {one.date for one in meetings(text, date="2024-05-10")} == {"2024-05-10", "2024-05-09"}


def test_the_day_of_an_occasion_goes_on() -> None:
    text = (
        "Дүйсенбіде Бухаресте өткен рәсімге компаниялар қатысты. Құжаттар 300 локомотивті қамтиды. "
        "Қол қою алдында Президент Серік Омаров Румыния Президенті Ион Попескумен телефон арқылы сөйлесті."
    )
    assert [one.date for one in meetings(text, date="2024-05-10")] == ["2024-05-06"]


def test_what_was_done_on_the_first_of_several_days_lies_on_it() -> None:
    text = (
        "Румыния Президенті Ион Попеску екі күндік сапармен бүгін Астанаға келді. "
        "Сапар аясында ол Қазақстан Президенті Серік Омаровпен келіссөз жүргізді."
    )
    assert {one.type: one.date for one in meetings(text, date="2024-05-10")} == {"visit": "2024-05-10", "talks": "2024-05-10"}
