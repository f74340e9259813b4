from __future__ import annotations

import pytest

from tests.extract.helpers import Told, meetings, read


def test_a_reception_has_a_host_a_guest_a_town_and_the_day_of_publication() -> None:
    text = (
        "Президент Қасым-Жомарт Тоқаев Астанада Норвегияның Сыртқы істер министрі Эспен Барт Эйдені қабылдады. "
        "Әңгіме барысында тараптар сауда мен көлік байланысын сөз етті. Мемлекет басшысы екі ел арасындағы достық "
        "қарым-қатынасқа тоқталды. Қонақ жылы қабылдау үшін алғыс айтты. Олар байланысты жалғастыруға уағдаласты."
    )
    who = frozenset({"Қасым-Жомарт Тоқаев", "Эспен Барт Эйде"})
    assert meetings(text) == [Told("reception", who, "held", "2025-12-03", "Астана", "Қасым-Жомарт Тоқаев")]


def test_a_meeting_with_a_colleague_is_dated_by_its_word_of_time() -> None:
    text = (
        "ТАШКЕНТ. Сыртқы істер министрі Айдос Серіков кеше өзбек әріптесі Бахтиёр Саидовпен кездесті. "
        "Министрлер су және энергетика салаларын талқылады. Айдос Серіков шекара мәселесіне тоқталды. "
        "Бахтиёр Саидов ұсынысты қолдады. Тараптар келесі жылғы жоспарды да сөз етті."
    )
    who = frozenset({"Айдос Серіков", "Бахтиёр Саидов"})
    assert meetings(text) == [Told("meeting", who, "held", "2025-12-02", "Ташкент")]


def test_talks_between_two_presidents_have_both_as_participants() -> None:
    text = (
        "Қазақстан Президенті Қасым-Жомарт Тоқаев пен Қырғызстан Президенті Садыр Жапаров 1 желтоқсанда Бішкекте келіссөз "
        "жүргізді. Келіссөзде су мәселесі қаралды. Президенттер сауданы арттыруға келісті. Олар шекараны да сөз етті. "
        "Жиынға үкімет мүшелері қатысты."
    )
    found = meetings(text)
    assert found[0] == Told("talks", frozenset({"Қасым-Жомарт Тоқаев", "Садыр Жапаров"}), "held", "2025-12-01", "Бішкек")
    assert {one.who for one in found} == {found[0].who}


def test_a_call_has_no_place() -> None:
    text = (
        "АСТАНА. Қасым-Жомарт Тоқаев Түркия Президенті Режеп Тайип Ердоғанмен телефон арқылы сөйлесті. "
        "Олар аймақтағы жағдайды талқылады. Тараптар сауда көлемінің артқанын айтты. "
        "Екі Президент байланысты жалғастыруға келісті. Әңгіме жылы өтті."
    )
    who = frozenset({"Қасым-Жомарт Тоқаев", "Режеп Тайип Ердоған"})
    assert meetings(text) == [Told("call", who, "held", "2025-12-03", None)]


def test_a_visit_ahead_is_planned_and_dated_ahead() -> None:
    text = (
        "Франция Президенті Эммануэль Макрон келесі айда Қазақстанға ресми сапармен келеді. "
        "Бұл туралы Сыртқы істер министрлігі хабарлады. Сапар аясында іскерлік кеңес өтеді. "
        "Елшілік бағдарламаны дайындап жатыр. Нақты күні кейін айтылады."
    )
    found = [one for one in meetings(text) if one.type == "visit"]
    assert [(one.who, one.status, one.date) for one in found] == [
        (frozenset({"Эммануэль Макрон", "Қазақстан"}), "planned", "2026-01")
    ]


def test_a_visit_that_took_place_is_held_and_what_happened_there_is_told_beside_it() -> None:
    text = (
        "Президент Қасым-Жомарт Тоқаев 20 қарашада Жапонияға ресми сапармен барды. "
        "Токиода ол Жапония Премьер-министрі Санаэ Такаичимен кездесті. Тараптар сауданы сөз етті. "
        "Қонақтарды император сарайы таңғалдырды. Делегация кешке елге оралды."
    )
    found = {one.type: one for one in meetings(text)}
    assert found["visit"].who == {"Қасым-Жомарт Тоқаев", "Жапония"}
    assert (found["visit"].status, found["visit"].date) == ("held", "2025-11-20")
    assert found["meeting"].who == {"Қасым-Жомарт Тоқаев", "Санаэ Такаичи"}
    assert found["meeting"].place == "Токио"


def test_a_visit_that_was_put_off_is_cancelled() -> None:
    text = (
        "Германия канцлері Фридрих Мерц Қазақстанға сапарын кейінге қалдырды. Бұл туралы неміс үкіметі мәлімдеді. "
        "Себебі айтылмады. Жаңа күні де белгісіз. Астана түсіністік білдірді."
    )
    found = meetings(text)
    assert [(one.type, one.who, one.status) for one in found] == [
        ("visit", frozenset({"Фридрих Мерц", "Қазақстан"}), "cancelled")
    ]


def test_a_summit_takes_its_participants_from_the_list_in_the_next_sentence() -> None:
    text = (
        "Астанада 15 қарашада Орталық Азия елдерінің саммиті өтті. Оған Қазақстан Президенті Қасым-Жомарт Тоқаев, "
        "Өзбекстан Президенті Шавкат Мирзиёев, Қырғызстан Президенті Садыр Жапаров және Тәжікстан Президенті Эмомали Рахмон "
        "қатысты. Президенттер су мәселесін талқылады. Олар көлік дәліздерін де сөз етті. Жиын екі сағатқа созылды."
    )
    who = frozenset({"Қасым-Жомарт Тоқаев", "Шавкат Мирзиёев", "Садыр Жапаров", "Эмомали Рахмон"})
    assert meetings(text) == [Told("summit", who, "held", "2025-11-15", "Астана")]


def test_credentials_are_a_ceremony_whose_host_receives_them() -> None:
    text = (
        "Қасым-Жомарт Тоқаев бірнеше шетелдік елшінің сенім грамоталарын қабылдады. "
        "Мемлекет басшысына Канада елшісі Алан Смит пен Португалия елшісі Жуан Силва сенім грамоталарын тапсырды. "
        "Рәсім Ақордада өтті. Елшілер қонақжайлық үшін алғыс айтты. Президент оларға сәттілік тіледі."
    )
    found = [one for one in meetings(text) if one.type == "ceremony"]
    assert [(one.who, one.host) for one in found] == [
        (frozenset({"Қасым-Жомарт Тоқаев", "Алан Смит", "Жуан Силва"}), "Қасым-Жомарт Тоқаев")
    ]


def test_consultations_between_two_deputies() -> None:
    text = (
        "Министрдің орынбасары Дәулет Болатов Миланда Италия Сыртқы істер министрлігінің бас директоры Марко Россимен саяси "
        "консультация өткізді. Тараптар виза мәселесін қарады. Дәулет Болатов сауда туралы айтты. Марко Росси ұсынысты қолдады. "
        "Келесі жолы олар Астанада жиналады."
    )
    found = [one for one in meetings(text) if one.type == "consultations"]
    assert [(one.who, one.status, one.place) for one in found] == [
        (frozenset({"Дәулет Болатов", "Марко Росси"}), "held", "Милан")
    ]


def test_partners_met_one_by_one_are_met_in_meetings_of_their_own() -> None:
    text = (
        "Министр Айдос Серіков Нью-Йоркте Чехия министрі Ян Новакпен және Словакия министрі Петер Ковачпен жеке-жеке кездесті. "
        "Екі кездесуде де сауда сөз болды."
    )
    pairs = {one.who for one in meetings(text) if one.status == "held"}
    assert {frozenset({"Айдос Серіков", "Ян Новак"}), frozenset({"Айдос Серіков", "Петер Ковач"})} <= pairs


def test_the_same_meeting_told_twice_is_one() -> None:
    text = (
        "Қасым-Жомарт Тоқаев Садыр Жапаровпен кездесті. Тараптар сауданы сөз етті. "
        "Қасым-Жомарт Тоқаев пен Садыр Жапаровтың кездесуі Бішкекте өтті."
    )
    assert len(meetings(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Айдос Серіков елші Жан Мартенмен кездескен жоқ.",
        "Айдос Серіков елші Жан Мартенмен кездеспеді.",
        "Айдос Серіков елші Жан Мартенмен кездескенін жоққа шығарды.",
    ],
)
def test_a_denied_meeting_is_never_told_as_one_that_was_held(text: str) -> None:
    assert meetings(text) == []


@pytest.mark.parametrize(
    "text", ["Айдос Серіков елші Жан Мартенмен кездеседі.", "Айдос Серіков елші Жан Мартенмен ертең кездеспек."]
)
def test_a_meeting_ahead_is_planned(text: str) -> None:
    assert [(one.who, one.status) for one in meetings(text)] == [(frozenset({"Айдос Серіков", "Жан Мартен"}), "planned")]


def test_without_a_day_of_publication_a_meeting_has_no_date_of_its_own_making() -> None:
    assert [one.date for one in meetings("Айдос Серіков кеше елші Жан Мартенмен кездесті.", date=None)] == [None]


def test_an_explicit_date_needs_no_day_of_publication() -> None:
    text = "Айдос Серіков 2024 жылғы 5 мамырда Жан Мартенмен кездесті."
    assert [one.date for one in meetings(text, date=None)] == ["2024-05-05"]


def test_who_is_met_is_read_from_the_case_not_from_the_order() -> None:
    text = "Елші Жан Мартенді министр Айдос Серіков қабылдады."
    assert [(one.type, one.host, one.who) for one in meetings(text)] == [
        ("reception", "Айдос Серіков", frozenset({"Айдос Серіков", "Жан Мартен"}))
    ]


def test_a_pronoun_stands_for_the_person_told_of_before() -> None:
    text = "Сыртқы істер министрі Айдос Серіков Парижге барды. Ол Жан Мартенмен кездесті."
    assert frozenset({"Айдос Серіков", "Жан Мартен"}) in {one.who for one in meetings(text)}


def test_initials_and_surname_are_the_person_named_in_full() -> None:
    found = read("Айдос Серіков Парижге келді. А. Серіков Жан Мартенмен кездесті. Серіков оған алғыс айтты.")
    assert [actor.name for actor in found.actors if actor.type == "person"] == ["Айдос Серіков", "Жан Мартен"]
    assert len(found.actors[0].mentions) == 3
