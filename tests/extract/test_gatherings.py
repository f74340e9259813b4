from __future__ import annotations

import pytest

from tests.extract.helpers import Told, meetings, read


def one(text: str) -> Told:
    found = [m for m in meetings(text) if m.type in {"summit", "session", "ceremony"}]
    assert len(found) == 1, found
    return found[0]


ARDAQ, BELOV, KAMAL = "Ардақ Сейітжан", "Игорь Белов", "Кемал Йылдырым"


def test_who_attends_a_summit_may_be_told_in_the_sentences_after_it() -> None:
    text = (
        "Бакуде Түркі мемлекеттері ұйымының саммиті өтті. Оған Ардақ Сейітжан мен Кемал Йылдырым қатысты. "
        "Жиынды Игорь Белов ашты. Отырыста Нурия Ахметова сөз сөйледі."
    )
    assert one(text) == Told("summit", frozenset({ARDAQ, BELOV, KAMAL, "Нурия Ахметова"}), "held", "2025-12-03", "Баку")


@pytest.mark.parametrize(
    "sentence",
    [
        "Саммитке Ардақ Сейітжан мен Игорь Белов келді.",
        "Жиынға Ардақ Сейітжаннан бөлек Игорь Белов қатысты.",
        "Оған Ардақ Сейітжанмен бірге Игорь Белов қатысты.",
        "Ардақ Сейітжан мен Игорь Белов баяндама жасады.",
        "Онда Ардақ Сейітжан мен Игорь Белов қауіпсіздік туралы айтты.",
        "Ардақ Сейітжанның төрағалығымен өткен жиында Игорь Белов сөз алды.",
        "Саммитті Ардақ Сейітжан ашып, Игорь Белов жүргізді.",
    ],
)
def test_people_join_a_gathering_in_many_words(sentence: str) -> None:
    assert one("Душанбеде ШЫҰ саммиті өтті. " + sentence).who == {ARDAQ, BELOV}


def test_who_stayed_away_does_not_take_part_and_the_telling_goes_on() -> None:
    text = (
        "Душанбеде ШЫҰ саммиті өтті. Оған Ардақ Сейітжан мен Игорь Белов қатысты. "
        "Кемал Йылдырым жиынға келмеді, делегацияны Нурия Ахметова бастап келді."
    )
    assert one(text).who == {ARDAQ, BELOV, "Нурия Ахметова"}


def test_one_person_at_a_session_stands_beside_the_body_that_convenes() -> None:
    text = "Министр Ардақ Сейітжан Женевада БҰҰ Адам құқықтары кеңесінің 58-сессиясында сөз сөйледі."
    assert one(text) == Told("session", frozenset({ARDAQ, "БҰҰ Адам құқықтары кеңесі"}), "held", "2025-12-03", "Женева")


def test_the_next_gathering_of_a_body_is_planned_and_the_body_takes_part() -> None:
    text = (
        "Минскіде Еуразиялық үкіметаралық кеңестің отырысы өтті. Оған Ардақ Сейітжан мен Игорь Белов қатысты. "
        "Кеңестің келесі отырысы 2026 жылғы наурызда Ереванда өтеді."
    )
    found = meetings(text)
    assert [(m.who, m.status) for m in found] == [
        (frozenset({ARDAQ, BELOV}), "held"),
        (frozenset({"Еуразиялық үкіметаралық кеңес"}), "planned"),
    ]
    assert (found[1].date, found[1].place) == ("2026-03", "Ереван")


def test_the_next_gathering_of_a_commission_of_two_countries_has_both() -> None:
    text = (
        "Дохада Қазақстан – Катар үкіметаралық комиссиясының отырысы болды. Отырысты Ардақ Сейітжан мен Халид Мансури "
        "бірлесіп өткізді. Келесі отырысты 2026 жылы Астанада өткізу жоспарланған."
    )
    found = meetings(text)
    assert [(m.who, m.status) for m in found] == [
        (frozenset({ARDAQ, "Халид Мансури"}), "held"),
        (frozenset({"Қазақстан", "Катар"}), "planned"),
    ]


def test_a_country_that_will_hold_the_next_summit_is_its_host() -> None:
    text = (
        "Бакуде Түркі мемлекеттері ұйымының саммиті өтті. Оған Ардақ Сейітжан мен Кемал Йылдырым қатысты. "
        "Келесі саммитті 2026 жылы Түркия қабылдайды."
    )
    found = meetings(text)[1]
    assert (found.who, found.host, found.status) == (
        frozenset({"Түркі мемлекеттері ұйымы", "Түркия"}),
        "Түркия",
        "planned",
    )


def test_a_session_that_was_put_off_is_cancelled_and_has_the_countries_of_its_commission() -> None:
    text = "12 желтоқсанға белгіленген Қазақстан – Катар үкіметаралық комиссиясының отырысы кейінге шегерілді."
    assert one(text) == Told("session", frozenset({"Қазақстан", "Катар"}), "cancelled", "2025-12-12", None)


def test_ministers_of_several_countries_who_gather_hold_a_session() -> None:
    text = "Тбилисиде Қазақстан, Грузия және Түркия көлік министрлері бас қосты."
    assert one(text) == Told("session", frozenset({"Қазақстан", "Грузия", "Түркия"}), "held", "2025-12-03", "Тбилиси")


def test_a_past_gathering_of_the_same_name_is_another_one() -> None:
    text = (
        "Бакуде Түркі мемлекеттері ұйымының саммиті өтті. Оған Ардақ Сейітжан мен Кемал Йылдырым қатысты. "
        "Ұйымның алдыңғы саммиті 2024 жылғы қарашада Бішкекте болған, онда Игорь Белов сөз сөйлеген."
    )
    assert [(m.who, m.date) for m in meetings(text)] == [
        (frozenset({ARDAQ, KAMAL}), "2025-12-03"),
        (frozenset({BELOV}), "2024-11"),
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ардақ Сейітжан Анкарада Кемал Йылдырымды ұлықтау рәсіміне қатысты.", {ARDAQ, KAMAL}),
        ("Белградта Қазақстан елшілігі ашылды. Рәсімге Ардақ Сейітжан мен Игорь Белов қатысты.", {ARDAQ, BELOV}),
        ("Белградта елшілік ашылды. Лентаны министр Ардақ Сейітжан мен Игорь Белов қиды.", {ARDAQ, BELOV}),
        (
            "Ардақ Сейітжан үш елдің елшілерінен сенім грамоталарын қабылдады. Олар – Игорь Белов пен Кемал Йылдырым.",
            {ARDAQ, BELOV, KAMAL},
        ),
        ("Құжатқа қол қою рәсімі өтті. Салтанатқа Ардақ Сейітжан мен Игорь Белов келді.", {ARDAQ, BELOV}),
    ],
)
def test_ceremonies_have_those_who_come_and_those_for_whom_they_are_held(text: str, who: set[str]) -> None:
    found = one(text)
    assert (found.type, found.who) == ("ceremony", who)


def test_the_dead_do_not_attend_their_funeral() -> None:
    text = "Ардақ Сейітжан мен Игорь Белов Анкарада Кемал Йылдырымды жерлеу рәсіміне қатысты."
    assert one(text).who == {ARDAQ, BELOV}


@pytest.mark.parametrize(
    "text",
    [
        "Үкіметте Ардақ Сейітжанның төрағалығымен отырыс өтті.",
        "Мәжілістің жалпы отырысында депутат Ардақ Сейітжан сөз сөйледі.",
        "Футбол федерациясының конференциясына Ардақ Сейітжан қатысты.",
        "Саммитке қатысты мәселелерді Ардақ Сейітжан түсіндірді.",
        "Ардақ Сейітжан саммитте қабылданған құжатты талқылады.",
        "Концертке Ардақ Сейітжан мен Игорь Белов қатысты.",
        "Келіссөз саммит қарсаңында басталды.",
        "Қазақстан халқы Ассамблеясының сессиясы өтті. Сессияда Ардақ Сейітжан мен Игорь Белов сөз сөйледі.",
    ],
)
def test_domestic_sittings_sports_and_mere_settings_are_no_gatherings(text: str) -> None:
    assert meetings(text) == []


def test_a_meeting_told_since_takes_those_who_attend_it() -> None:
    text = (
        "Қазанда Еуразиялық үкіметаралық кеңестің отырысы өтті. Оған Ардақ Сейітжан мен Игорь Белов қатысты. "
        "Ардақ Сейітжан түрік министрі Кемал Йылдырыммен кездесті. Оған Нурия Ахметова да қатысты."
    )
    found = {m.type: m.who for m in meetings(text)}
    assert found["session"] == {ARDAQ, BELOV}
    assert found["meeting"] == {ARDAQ, KAMAL, "Нурия Ахметова"}


@pytest.mark.parametrize("text", ["саммит өтті", "Келесі саммит", "отырысқа қатысты", "«саммит", "Рәсімге", "78-сессиясында :"])
def test_scraps_of_words_about_gatherings_do_no_harm(text: str) -> None:
    assert meetings(text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        # The opening of a forum, its work and a session of it are the forum.
        (
            "Бакуде мұнай форумы басталды. Ашылу рәсімінде Ардақ Сейітжан сөз сөйледі. Форумға Игорь Белов қатысты.",
            {ARDAQ, BELOV},
        ),
        ("Бакуде мұнай форумы жұмысын аяқтады. Оған Ардақ Сейітжан мен Игорь Белов қатысты.", {ARDAQ, BELOV}),
        ("Ардақ Сейітжан мұнай форумының пленарлық сессиясында сөйледі. Сессияға Игорь Белов қатысты.", {ARDAQ, BELOV}),
        # An officer of the body that convenes, telling of it, is there.
        ("Бакуде НАТО саммиті өтті. Оған Ардақ Сейітжан келді. Бас хатшы Игорь Белов қолдау білдірді.", {ARDAQ, BELOV}),
        # A participle that describes the gathering tells of no meeting beside it.
        ("Бакуде НАТО саммиті өтті. Игорь Белов қабылдаған жиынға Ардақ Сейітжан қатысты.", {ARDAQ, BELOV}),
        ("Бакуде НАТО саммиті болды: Ардақ Сейітжан мен Игорь Белов қауіпсіздікті талқылады.", {ARDAQ, BELOV}),
        ("Ардақ Сейітжан мен Игорь Белов Бакуде үшжақты саммит өткізді.", {ARDAQ, BELOV}),
        ("Комиссия отырысы өтті. Қатысушылар қатарында Ардақ Сейітжан мен Игорь Белов болды.", {ARDAQ, BELOV}),
    ],
)
def test_parts_of_a_gathering_and_ways_to_be_there(text: str, who: set[str]) -> None:
    assert one(text).who == who


def test_two_gatherings_under_one_verb_have_their_own_towns_and_days() -> None:
    text = "Ардақ Сейітжан 5 қарашада Бакуде ТМД саммитіне, ал 8 қарашада Бішкекте ШЫҰ саммитіне қатысты."
    assert [(m.who, m.date, m.place) for m in meetings(text)] == [
        (frozenset({ARDAQ}), "2025-11-05", "Баку"),
        (frozenset({ARDAQ}), "2025-11-08", "Бішкек"),
    ]


def test_a_summit_of_two_leaders_is_a_meeting() -> None:
    assert one_of("Аляскадағы Игорь Белов пен Джон Картердің саммиті аяқталды.") == ("meeting", {BELOV, "Джон Картер"})


def one_of(text: str) -> tuple[str, set[str]]:
    (found,) = meetings(text)
    return found.type, set(found.who)


def test_who_meets_apart_at_a_session_of_the_same_two_has_a_meeting_of_their_own() -> None:
    text = (
        "Омбыда өңіраралық форум өтті. Оған Ардақ Сейітжан мен Игорь Белов қатысты. "
        "Форум алдында Ардақ Сейітжан мен Игорь Белов жеке кездесті."
    )
    assert [(m.type, m.who) for m in meetings(text)] == [
        ("session", frozenset({ARDAQ, BELOV})),
        ("meeting", frozenset({ARDAQ, BELOV})),
    ]


FLOOR = (
    "Бакуде Түркі мемлекеттері ұйымының саммиті өтті. Әзербайжан Президенті Ардақ Сейітжан су мәселесін көтерді. "
    "Түркия Президенті Кемал Йылдырым көлік дәліздеріне тоқталды."
)


def test_office_holders_whose_words_are_told_after_a_summit_were_there() -> None:
    assert one(FLOOR).who == {ARDAQ, KAMAL}


@pytest.mark.parametrize(
    "sentence",
    [
        "Ресей Президенті Игорь Белов кеше Мәскеуде жаңа қор құруды ұсынды.",
        "Ресей Президенті Игорь Белов бұл туралы бұған дейін айтқан болатын.",
        "Бұл туралы министр Игорь Белов хабарлады.",
        "Шартқа министр Игорь Белов қол қойды.",
        "Жиын соңында декларация қабылданды. Министр Игорь Белов ауа райын сөз етті.",
    ],
)
def test_the_telling_of_a_summit_ends_where_it_turns_elsewhere(sentence: str) -> None:
    assert [m.who for m in meetings(f"{FLOOR} {sentence}") if m.type == "summit"] == [{ARDAQ, KAMAL}]


def test_one_who_alone_comments_on_a_summit_was_not_there_for_sure() -> None:
    text = "Бакуде Түркі мемлекеттері ұйымының саммиті өтті. Министр Игорь Белов шешімді құптады."
    assert one(text).who == {"Түркі мемлекеттері ұйымы"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ардақ Сейітжан Бакуде ШЫҰ саммитіне қатыспайды: оған Игорь Белов барады.", {BELOV}),
        ("Ардақ Сейітжан министр Игорь Беловтың Бакуде өтетін ШЫҰ саммитіне келетінін айтты.", {BELOV}),
        ("Ертең Қазақстан – Катар комиссиясының отырысы өтуі керек еді, ол кейінге шегерілді.", {"Қазақстан", "Катар"}),
        ("Осы аптада болады деп күтілген Қазақстан – Катар комиссиясының отырысы кейінге қалдырылды.", {"Қазақстан", "Катар"}),
        ("Ардақ Сейітжан пен Игорь Беловтың басқаруымен Қазақстан – Катар комиссиясының отырысы өтті.", {ARDAQ, BELOV}),
    ],
)
def test_who_goes_in_whose_stead_who_is_said_to_come_and_who_leads(text: str, who: set[str]) -> None:
    assert one(text).who == who


def test_whoever_is_but_invited_to_a_coming_summit_does_not_take_part_yet() -> None:
    found = one("Ардақ Сейітжан Бакуде өтетін ШЫҰ саммитіне шақырылды.")
    assert (found.who, found.status) == ({"ШЫҰ"}, "planned")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Душанбеде ТМД министрлер кеңесінің мәжілісі өтті. Мәжілісті Ардақ Сейітжан мен Игорь Белов ашты.", {ARDAQ, BELOV}),
        ("Қазақстан мен Катардың жұмыс тобы Дохада жиналды.", {"Қазақстан", "Катар"}),
    ],
)
def test_councils_sit_and_working_groups_gather(text: str, who: set[str]) -> None:
    assert one(text).who == who


def test_leaders_of_a_summit_who_will_gather_again_stand_for_its_body() -> None:
    text = (
        "Бакуде Түркі мемлекеттері ұйымының саммиті өтті. Оған Ардақ Сейітжан мен Кемал Йылдырым қатысты. "
        "Көшбасшылар келесі жылы Анкарада жиналмақ."
    )
    assert [(m.who, m.status, m.place) for m in meetings(text)][1:] == [
        (frozenset({"Түркі мемлекеттері ұйымы"}), "planned", "Анкара")
    ]


def test_talks_of_two_who_attended_a_summit_are_a_meeting_of_their_own() -> None:
    told = (
        "Бүгін Астанада «Орталық Азия – Франция» форматындағы саммит өтті. Жиынға Қазақстан Президенті Серік Бектұров, "
        "Қырғызстан Президенті Азат Токтоев және Франция Президенті Жан Мартен қатысты. "
        "Кеше Серік Бектұров пен Жан Мартен келіссөз жүргізді."
    )
    assert sorted((m.type, len(m.who)) for m in meetings(told)) == [("summit", 3), ("talks", 2)]


def test_a_sitting_that_begins_a_sentence_is_no_parliament() -> None:
    text = (
        "Бішкекте су комиссиясының кезекті мәжілісі өтті. Мәжіліс екі күнге созылды. "
        "Мәжіліске Өзбекстан министрі Нурия Ахметова мен Ресей министрі Игорь Белов қатысты."
    )
    assert one(text) == Told("session", frozenset({"Нурия Ахметова", BELOV}), "held", "2025-12-03", "Бішкек")
    assert all(actor.name != "Мәжіліс" for actor in read(text).actors)
    assert any(actor.name == "Мәжіліс" for actor in read("Мәжіліс келісімді ратификациялады.").actors)


def test_sides_agree_to_convene_the_next_sitting() -> None:
    text = (
        "Қазақстан – Словакия үкіметаралық комиссиясының отырысы Астанада өтті. "
        "Комиссияның сегізінші отырысын 2026 жылы Братиславада өткізу туралы уағдаласты."
    )
    told = Told("session", frozenset({"Қазақстан", "Словакия"}), "planned", "2026", "Братислава")
    assert told in meetings(text)


def test_who_could_not_come_has_not_attended() -> None:
    text = (
        "Астанада форум өтті. Форумға Германия өкілі Рольф Шмидт пен Ресей өкілі Игорь Белов келді. "
        "Иран өкілі Хасан Каземи бұл жолы келе алмады."
    )
    assert one(text).who == {"Рольф Шмидт", BELOV}


def test_a_long_list_of_those_who_come_may_have_their_countries_in_brackets() -> None:
    text = (
        "Сейсенбіде Ташкентте өткен алқалы жиынға Асан Бегімов (Қазақстан), Игорь Белов (Ресей), Бахтиёр Юсупов (Өзбекстан), "
        "Кемал Йылдырым (Түркия), Хасан Каземи (Иран), Рольф Шмидт (Германия) және Жан Мартен (Франция) жиналды."
    )
    assert len(one(text).who) == 7


def test_those_who_met_as_several_states_may_hold_a_next_sitting() -> None:
    text = (
        "Үш елдің министрлері Тегеранда бас қосты. Басқосуға Асан Бегімов (Қазақстан), Хасан Каземи (Иран) және "
        "Игорь Белов (Ресей) қатысты. Келесі отырыс 2026 жылдың қазанында Астанада өтеді."
    )
    told = Told("session", frozenset({"Қазақстан", "Иран", "Ресей"}), "planned", "2026-10", "Астана")
    assert told in meetings(text)


@pytest.mark.parametrize(
    "text",
    [
        "Қазақстан Премьер-министрі Серік Омаров Румыния премьер-министрі Ион Попескуді қабылдады.",
        "Қазақстан мен Румыния достасты. Сенат төрағасы Серік Омаров Румыния елшісі Ион Попескуді қабылдады.",
    ],
)
def test_a_commission_of_two_states_that_nothing_names_is_theirs_whose_people_met_last(text: str) -> None:
    found = one(text + " Үкіметаралық комиссияның келесі отырысы күзде Бухарестте өтеді.")
    assert (found.type, found.who, found.status) == ("session", {"Қазақстан", "Румыния"}, "planned")
