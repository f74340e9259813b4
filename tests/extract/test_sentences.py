"""Single sentences of news, with nothing before them: who meets whom there, and what is no meeting at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.helpers import meetings, named, read

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


@pytest.mark.parametrize(
    "text",
    [
        "Латвия сапарынан оралған Премьер-министр Қайрат Омаров жиын өткізді.",
        "Латвияға сапары барысында Қайрат Омаров Ригада зауыт аралады.",
        "Латвияға барған сапарында Қайрат Омаров осыны айтқан еді.",
        "Қайрат Омаров екі күндік жұмыс сапарымен Латвияда жүр.",
        "Осылай деген Қайрат Омаров былтыр Латвияда болған.",
        "Қайрат Омаровтың Латвиядағы сапары аяқталды.",
    ],
)
def test_who_is_on_a_journey_visits(text: str) -> None:
    assert sides(text) == [("visit", frozenset({OMAROV, "Латвия"}))]


@pytest.mark.parametrize("text", ["Латвия Президенті Оманға келді.", "Бүгін Оманға Латвия делегациясы сапармен келді."])
def test_without_a_name_the_country_of_an_office_or_a_delegation_visits(text: str) -> None:
    assert sides(text) == [("visit", frozenset({"Латвия", "Оман"}))]


@pytest.mark.parametrize(
    "text",
    [
        "Кәсіпкер Әлия Сейітова Италияға демалуға барды.",
        "Ержан Сәтов турнирге қатысу үшін Оманға ұшты.",
        "Қайрат Омаров Латвияда туған.",
        "Латвия Президенті Астанада жүр.",
    ],
)
def test_journeys_of_another_kind_are_no_visits(text: str) -> None:
    assert sides(text) == []


def test_presidents_of_two_countries_meet_and_convene_nothing() -> None:
    text = "Оман мен Латвия президенттерінің кездесуі Алматыда өтті."
    assert sides(text) == [("meeting", frozenset({"Оман", "Латвия"}))]


@pytest.mark.parametrize(
    "text",
    [
        "Президент Қайрат Омаров Латвия елшісі Эгилс Левитстің сенім грамотасын қабылдады.",
        "Сенім грамотасын Қайрат Омаровқа Латвия елшісі Эгилс Левитс тапсырды.",
        "Латвияның елшісі Эгилс Левитс Президент Қайрат Омаровқа сенім грамотасын табыс етті.",
        "Қайрат Омаровқа сенім грамотасын тапсырған Латвия елшісі Эгилс Левитс алғыс айтты.",
    ],
)
def test_letters_of_credence_make_a_ceremony_of_two(text: str) -> None:
    assert [(one.type, one.who, one.host) for one in meetings(text)] == [("ceremony", frozenset({OMAROV, LEVITS}), OMAROV)]


def test_envoys_without_names_hand_them_over_for_their_countries() -> None:
    envoys = "Қайрат Омаров Латвия, Оман және Иран елшілерінен сенім грамоталарын қабылдады."
    assert sides(envoys) == [("ceremony", frozenset({OMAROV, "Латвия", "Оман", "Иран"}))]
    spoken = "Мен Қазақстан Президентіне сенім грамотасын тапсырған Оман мемлекетінің тұңғыш елшісімін."
    assert sides(spoken) == [("ceremony", frozenset({"Қазақстан", "Оман"}))]


@pytest.mark.parametrize(
    "text", ["Қайрат Омаров шетел елшілерінен сенім грамоталарын қабылдады.", "Сенім грамоталарын тапсыру рәсімі Ақордада өтті."]
)
def test_letters_of_nobody_named_are_no_event(text: str) -> None:
    assert sides(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Президент Қайрат Омаров Алматы студенттерімен кездесті.",
        "Бүгінгі жиынға Әлия Сейітова да келді.",
        "Сенат төрағасы Қайрат Омаров палата отырысын ашты.",
        "Орталық сайлау комиссиясының отырысы өтті.",
        "Премьер-министр Қайрат Омаровтың төрағалығымен мемлекеттік комиссияның селекторлық отырысы өтті.",
        "Баспасөз конференциясында Оман елшісі Салим Хаддади сөз сөйледі.",
        "Кеше Қайрат Омаров «Отан» партиясының съезінде сөз сөйледі.",
        "Қайрат Омаров Ержан Сәтовпен рингте кездеседі.",
        "Ержан Сәтов Эгилс Левитспен кездесуге шығады.",
        "Бұл құс Оман мен Қазақстанда кездеседі.",
        "Дәрігер Ержан Сәтов күніне елу науқасты қабылдайды.",
        "Сыртқы істер министрі Қайрат Омаров бұл шешімді қабылдады.",
    ],
)
def test_sittings_at_home_sports_and_other_senses_are_nothing(text: str) -> None:
    assert sides(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Қайрат Омаров Латвиямен келіссөз жүргізу қажет екенін айтты.",
        "Қайрат Омаров Латвия Президенті Эгилс Левитспен кездесу үшін уақыт сұрады.",
        "Қайрат Омаров Эгилс Левитспен келіссөзге дайын екенін мәлімдеді.",
        "Егер Қайрат Омаров Эгилс Левитспен кездессе, мәселе шешіледі.",
        "Қайрат Омаров Эгилс Левитспен кездескісі келеді.",
    ],
)
def test_what_is_wished_or_supposed_is_not_told(text: str) -> None:
    assert sides(text) == []


def test_a_ministry_of_sports_meets_like_any_other() -> None:
    text = "Мәдениет және спорт министрі Қайрат Омаров Латвия елшісі Эгилс Левитспен кездесті."
    assert sides(text) == [("meeting", frozenset({OMAROV, LEVITS}))]


def test_one_goes_somewhere_to_meet() -> None:
    text = "Қайрат Омаров Эгилс Левитспен келіссөз жүргізу үшін Ригаға барды."
    assert ("talks", frozenset({OMAROV, LEVITS})) in sides(text)


@pytest.mark.parametrize(
    "text",
    [
        "Үкімет бес жылдық даму жоспарын бекітті.",
        "Қазақстанда денсаулық сақтауды дамыту бағдарламасы қабылданды.",
        "Еңбек шарты жасалды.",
        "Фермерлер банкпен несие келісімшартын жасады.",
        "Қоғамдық келісім мәселесі талқыланды.",
        "Дін көшбасшылары татулық пен келісімге шақырды.",
        "Сыртқы істер министрлігі мәлімдеме жариялады.",
        "Сот шешімді қабылдамады.",
    ],
)
def test_plans_at_home_and_private_contracts_are_no_agreements(text: str) -> None:
    assert read(text, title="").agreements == ()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Оман мен Латвия әуе қатынасы туралы меморандумға отырды.", "signed"),
        ("Оман мен Латвия әуе қатынасы туралы келісімге қол қоймақ.", "planned"),
        ("Оман мен Латвия арасында әуе қатынасы туралы келісім жасалуы тиіс.", "planned"),
        ("Оман мен Латвия арасындағы әуе қатынасы туралы келісім күшіне енді.", "in_force"),
    ],
)
def test_a_sentence_tells_what_became_of_an_agreement(text: str, status: str) -> None:
    found = read(text, title="")
    assert [(one.status, named(found, *one.parties)) for one in found.agreements] == [(status, {"Оман", "Латвия"})]


def test_a_country_ratifies_a_convention_of_a_body() -> None:
    found = read("Қазақстан БҰҰ-ның Мүгедектер құқықтары туралы конвенциясын ратификациялады.", title="")
    assert [(one.status, "Қазақстан" in named(found, *one.parties)) for one in found.agreements] == [("ratified", True)]


@pytest.mark.parametrize(
    ("text", "type_", "who"),
    [
        ("Қазақстан НАТО-мен келіссөз жүргізді.", "talks", {"Қазақстан", "НАТО"}),
        ("Қайрат Омаров НАТО Бас хатшысымен Брюссельде кездеседі.", "meeting", {OMAROV, "НАТО"}),
        ("Қайрат Омаров Халықаралық валюта қоры миссиясымен кездесті.", "meeting", {OMAROV, "Халықаралық валюта қоры"}),
        ("Келіссөзге Оман, Иран және Латвия делегациялары қатысады.", "talks", {"Оман", "Иран", "Латвия"}),
        ("Жиынға Латвия, Оман және Моңғолия президенттері қатысады.", "session", {"Латвия", "Оман", "Моңғолия"}),
        ("Латвия делегациясы Ригада Дүниежүзілік банк өкілдерімен кездесті.", "meeting", {"Латвия", "Дүниежүзілік банк"}),
    ],
)
def test_countries_and_bodies_are_sides_where_nobody_is_named(text: str, type_: str, who: set[str]) -> None:
    assert sides(text) == [(type_, frozenset(who))]


def test_who_discusses_something_with_somebody_meets_him() -> None:
    assert sides("Қайрат Омаров Эгилс Левитспен сауда мәселелерін талқылады.") == [("meeting", frozenset({OMAROV, LEVITS}))]
    assert sides("Қайрат Омаров сауда мәселелерін талқылады.") == []


def test_whose_journey_it_is_comes_before_who_acts_besides() -> None:
    text = "Үндістан мен Франция 1995 жылы Пьер Дюпонның Үндістанға алғашқы сапары кезінде серіктестік орнатты."
    assert ("visit", frozenset({"Пьер Дюпон", "Үндістан"})) in sides(text)


def test_between_two_countries_there_may_be_an_agreement_and_no_talks() -> None:
    assert sides("Латвия мен Оман арасында жасалған келісім саяси келіссөздерді жалғастыруға мүмкіндік берді.") == []
    assert sides("Қайрат Омаров Еуроодақпен келіссөз жүргізу үшін жауапты болуы керек.") == []


WORDS = [
    "Қайрат", "Омаров", "Эгилс", "Левитспен", "Латвия", "Оман", "Президенті", "елшісімін", "кездесу", "кездесуде", "кездескен",
    "кездессе", "егер", "сапары", "кезінде", "сапарынан", "оралған", "қажет", "керек", "үшін", "жүргізу", "келіссөз", "арасында",
    "сенім", "грамотасын", "тапсырды", "қабылдады", "қабылдауында", "жиынға", "қатысты", "делегациясы", "компанияларының",
    "басшылары", "екі", "мың", "он", "бесінші", "жылы", "келісім", "туралы", "қол", "қойды", "спорт", "ринг", "болды", "жүр", ",",
    "«", "»", ".", "–", "(ыы)", "Олар", "оған", "саммитке", "сапармен", "болса", "және", "егерде", "Шетелдік", "инвесторлар",
    "кеңесінің", "отырысы", "өтті", "2024", "маусымда", "кеше", "ертең", "Ригада", "елшілерінен", "талқылады", "сынды",
]  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from(WORDS), max_size=20))
def test_a_sentence_cut_anywhere_is_read_without_harm(words: list[str]) -> None:
    found = read(" ".join(words), title="")
    known = {actor.id for actor in found.actors}
    assert all(set(one.participants) <= known for one in found.meetings)
    assert all(set(one.parties) <= known for one in found.agreements)


@pytest.mark.parametrize("word", ["Латвиялық", "Оңтүстік Кореялық"])
def test_where_somebody_is_from_is_no_part_of_a_name(word: str) -> None:
    assert sides(f"Министр Қайрат Омаров {word} Эгилс Левитспен кездесті.") == [("meeting", frozenset({OMAROV, LEVITS}))]


def test_companies_in_the_plural_share_their_people() -> None:
    text = "Министр Қайрат Омаров Shell, Total, Chevron компаниялары басшыларымен келіссөз жүргізді."
    assert sides(text) == [("talks", frozenset({OMAROV, "Shell", "Total", "Chevron"}))]


def test_whoever_tells_something_at_a_reception_was_received() -> None:
    text = "Президент Қайрат Омаровтың қабылдауында Эгилс Левитс өңірдің жайын баяндады."
    assert sides(text) == [("reception", frozenset({OMAROV, LEVITS}))]


def test_an_office_without_a_name_receives_for_its_country() -> None:
    assert sides("Жапония императоры Қайрат Омаровты қабылдады.") == [("reception", frozenset({OMAROV, "Жапония"}))]


def test_people_of_countries_who_hold_no_office_are_not_the_countries() -> None:
    assert sides("Форумға Оман мен Латвияның кәсіпкерлері қатысады.") == []


@pytest.mark.parametrize("crowd", ["сайлаушылармен", "студенттермен", "жұмысшылармен"])
def test_two_who_meet_a_crowd_do_not_meet_each_other(crowd: str) -> None:
    assert sides(f"Қайрат Омаров пен Ержан Сәтов ауылда {crowd} жүздесті.") == []


def test_envoys_who_were_counted_are_named_in_the_next_sentence() -> None:
    text = (
        "Президент Қайрат Омаров екі дипломаттан сенім грамотасын алды. "
        "Олар – Латвия елшісі Эгилс Левитс және Оман елшісі Салим Хаддади."
    )
    assert sides(text) == [("ceremony", frozenset({OMAROV, LEVITS, "Салим Хаддади"}))]


def test_who_took_part_may_be_told_some_sentences_later() -> None:
    text = (
        "Президент Қайрат Омаровтың қабылдауында Латвия министрі Эгилс Левитс болды. Әңгімеде сауда мәселесі қаралды. "
        "Министр алғыс айтты. Кездесуге елші Салим Хаддади мен кеңесші Ержан Сәтов қатысты."
    )
    assert sides(text) == [("reception", frozenset({OMAROV, LEVITS, "Салим Хаддади", "Ержан Сәтов"}))]


def test_some_agreement_or_other_is_none() -> None:
    assert read("Қазақстан мен Латвия арасында ондай келісім жасалмайды деп күтілуде.", title="").agreements == ()


def test_who_acts_by_an_agreement_is_bound_by_it() -> None:
    found = read("Қазақстан Париж келісіміне сәйкес көмірқышқыл газын азайтады.", title="")
    assert [(one.status, named(found, *one.parties)) for one in found.agreements] == [("mentioned", {"Қазақстан"})]


def test_what_is_done_by_an_agreement_is_not_done_to_it() -> None:
    found = read("Оман мен Латвия арасындағы бітім туралы келісім бойынша атыс тоқтатылды.", title="")
    assert [one.status for one in found.agreements] == ["mentioned"]


def test_where_each_comes_from_parts_no_list() -> None:
    text = "Келіссөзге Латвиядан елші Эгилс Левитс, Қазақстаннан министр Қайрат Омаров қатысты."
    assert sides(text) == [("talks", frozenset({OMAROV, LEVITS}))]


def test_presidents_of_several_countries_may_come_together() -> None:
    text = "Келесі аптада Қазақстанға Латвия мен Оман президенттері келеді."
    assert sides(text) == [("visit", frozenset({"Латвия", "Оман", "Қазақстан"}))]


@pytest.mark.parametrize(
    "text",
    [
        "Латвия ассамблеясы өз атауын өзгерту құқығына ие болды.",
        "Эгилс Левитс билікке келген уақыттан бері Оманда халық саны өсті.",
        "Оманға Эгилс Левитс билікке келген соң мыңдаған адам көшті.",
    ],
)
def test_what_somebody_becomes_or_comes_to_is_no_event(text: str) -> None:
    assert sides(text) == []


def test_to_give_consent_is_to_make_no_agreement() -> None:
    assert read("Ағза беру туралы келісім берген туыстарына алғыс айтты.", title="").agreements == ()


def test_a_loan_between_two_bodies_is_a_contract() -> None:
    found = read("Азия даму банкі мен «Нордик» компаниясы несие келісімшартына қол қойды.", title="")
    assert [named(found, *one.parties) for one in found.agreements] == [{"Азия даму банкі", "Нордик"}]


@pytest.mark.parametrize(
    "text", ["Эгилс Левитстен Қайрат Омаровқа хат келді.", "Қайрат Омаров Эгилс Левитске көңіл айту жеделхатын жолдады."]
)
def test_a_letter_is_no_meeting(text: str) -> None:
    assert sides(text) == []


@pytest.mark.parametrize("word", ["Блогер", "Ғалым", "Режиссер", "Космонавт"])
def test_what_somebody_does_for_a_living_is_no_part_of_a_name(word: str) -> None:
    assert [actor.name for actor in read(f"{word} Серік Омаров осылай деді.", title="").actors] == ["Серік Омаров"]


@pytest.mark.parametrize(
    "text",
    [
        "Теннисші Ержан Сәтов жартылай финалда Эгилс Левитспен кездесті.",
        "Латвия Үкіметінің отырысында Эгилс Левитс баяндама жасады.",
        "Оман құрамасы Латвияға барып ойнады.",
        "Дәрігерлер Қайрат Омаровты ауруханаға қабылдады.",
    ],
)
def test_matches_cabinets_and_hospitals_are_nothing(text: str) -> None:
    assert sides(text) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Қайрат Омаровпен кездесуде Эгилс Левитс бұл бастаманы қолдайтынын жеткізді.", "held"),
        ("Қайрат Омаровпен кездесуде Эгилс Левитс бұл ұсынысты қабылдамады.", "held"),
        ("Ертең Қайрат Омаровпен кездесуде Эгилс Левитс сауданы талқылайды.", "planned"),
    ],
)
def test_the_last_verb_tells_whether_the_occasion_is_past(text: str, status: str) -> None:
    assert [(one.who, one.status) for one in meetings(text)] == [(frozenset({OMAROV, LEVITS}), status)]
