from __future__ import annotations

import pytest

from tests.extract.helpers import named, read


def roles(text: str) -> set[tuple[str, str, str | None]]:
    """Person, office, body of each role."""
    found = read(text)
    return {(next(iter(named(found, r.person))), r.title.lower(), next(iter(named(found, r.of)), None)) for r in found.roles}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        # after the name
        (
            "Айдос Серіков, Қазақстанның Көлік министрі, жиында сөйледі.",
            ("Айдос Серіков", "көлік министрі", "Қазақстан"),
        ),
        ("Жиынға Марко Росси (Италия сыртқы істер министрі) келді.", ("Марко Росси", "сыртқы істер министрі", "Италия")),
        (
            "Ерлан Тастеков – Қазақстанның Кубадағы елшісі – келісімді таныстырды.",
            ("Ерлан Тастеков", "кубадағы елші", "Қазақстан"),
        ),
        (
            "Қазақстанның Швеция, Дания және Исландиядағы елшісі Серік Айтқалиев келді.",
            ("Серік Айтқалиев", "швеция, дания және исландиядағы елші", "Қазақстан"),
        ),
        # in a relative clause
        (
            "Бұрын Қазақстанның Иордандағы елшісі болған Серік Айтқалиев келді.",
            ("Серік Айтқалиев", "иордандағы елші", "Қазақстан"),
        ),
        ("Португалия президенті болып сайланған Жуан Коштаға хат жолданды.", ("Жуан Кошта", "президент", "Португалия")),
        ("НАТО-ның Бас хатшысы болып Ян Ковальски сайланды.", ("Ян Ковальски", "бас хатшы", "НАТО")),
        ("Құрметті консул міндеті Ербол Сағатовқа жүктелді.", ("Ербол Сағатов", "құрметті консул", None)),
        # organs of a body
        (
            "Жиынға Еуразиялық экономикалық комиссия Алқасының төрағасы Петр Сомов келді.",
            ("Петр Сомов", "алқа төрағасы", "Еуразиялық экономикалық комиссия"),
        ),
        (
            "Сенаттың Аграрлық мәселелер, табиғатты пайдалану және ауылды дамыту комитетінің төрағасы Асан Омаров келді.",
            (
                "Асан Омаров",
                "аграрлық мәселелер, табиғатты пайдалану және ауылды дамыту комитетінің төрағасы",
                "Сенат",
            ),
        ),
        ("Бірінші болып Жапония Үкіметінің басшысы Таро Сато сөйледі.", ("Таро Сато", "үкімет басшысы", "Жапония")),
        ("Литва Сеймі төрағасының орынбасары Витас Йонайтис келді.", ("Витас Йонайтис", "төрағаның орынбасары", "Литва Сеймі")),
        # regions stay in the title
        ("Қонақтарды Ұлытау облысының әкімі Берік Сапаров қарсы алды.", ("Берік Сапаров", "ұлытау облысының әкімі", None)),
        ("Қонақтарды облыс әкімінің орынбасары Дана Сапарова қарсы алды.", ("Дана Сапарова", "облыс әкімінің орынбасары", None)),
        # somebody is only acting
        (
            "Жиынға Грузия сыртқы істер министрінің міндетін уақытша атқарушы Леван Беридзе келді.",
            ("Леван Беридзе", "сыртқы істер министрінің міндетін уақытша атқарушы", "Грузия"),
        ),
        # wording
        ("АҚШ Президентінің баспасөз хатшысы Джон Харт айтты.", ("Джон Харт", "президенттің баспасөз хатшысы", "АҚШ")),
        (
            "Ресей Сыртқы істер министрінің орынбасары Павел Орехов келді.",
            ("Павел Орехов", "сыртқы істер министрінің орынбасары", "Ресей"),
        ),
        ("Чехия Сенатының қазіргі төрағасы Петр Новак келді.", ("Петр Новак", "төраға", "Чехия Сенаты")),
    ],
)
def test_an_office_is_found_wherever_it_stands(text: str, role: tuple[str, str, str | None]) -> None:
    person, title, body = role
    found = {(p, t): b for p, t, b in roles(text)}
    assert (person, title) in found
    assert body is None or found[person, title] == body


def test_two_offices_of_one_person_that_a_comma_parts_are_both_told() -> None:
    text = "Болгарияның вице-премьері, Қаржы министрі Иван Петков келді."
    assert roles(text) == {
        ("Иван Петков", "вице-премьер", "Болгария"),
        ("Иван Петков", "қаржы министрі", "Болгария"),
    }


def test_a_list_with_countries_in_brackets_gives_each_its_own() -> None:
    text = "Жиынға президенттер Анна Берг (Швеция), Юхан Линд (Норвегия) және Пекка Лайне (Финляндия) қатысты."
    assert {(p, b) for p, _, b in roles(text)} == {
        ("Анна Берг", "Швеция"),
        ("Юхан Линд", "Норвегия"),
        ("Пекка Лайне", "Финляндия"),
    }


def test_ministers_of_two_countries_have_each_their_own_in_order() -> None:
    text = "Латвия мен Эстонияның қорғаныс министрлері Янис Озолс пен Март Тамм кездесті."
    assert roles(text) == {
        ("Янис Озолс", "қорғаныс министрі", "Латвия"),
        ("Март Тамм", "қорғаныс министрі", "Эстония"),
    }


def test_a_life_told_gives_all_offices_of_the_list() -> None:
    text = "Айдос Серіков әр жылдары Қазақстанның Оман елшісі, Қаржы министрі, Сенат депутаты болды."
    assert {title for _, title, _ in roles(text)} >= {"қаржы министрі", "депутат"}


def test_a_subject_and_the_titled_guest_after_it_are_two_persons() -> None:
    text = "Қазақстан Президенті Қасым-Жомарт Тоқаев келді. Мемлекет басшысы Дания королі Фредерикпен жүздесті."
    assert ("Фредерик", "мемлекет басшысы", "Дания") not in roles(text)


def test_a_title_without_a_name_goes_to_the_one_citizen_who_has_no_other_office() -> None:
    text = "Алматыға Эммануэль Макрон келді. Франция Президенті көрме аралады."
    assert roles(text) == {("Эммануэль Макрон", "президент", "Франция")}


def test_a_title_without_a_name_is_given_to_nobody_where_two_could_bear_it() -> None:
    text = "Алматыда Эммануэль Макрон мен Жан-Ноэль Барро болды. Франция Президенті көрме аралады."
    assert roles(text) == set()


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "Бундестагтың бюджет комитетін басқаратын Отто Браун келді.",
            ("Отто Браун", "бюджет комитетінің басшысы", "Бундестаг"),
        ),
        ("Болгария үкіметін басқарып отырған Петр Димов келді.", ("Петр Димов", "үкімет басшысы", "Болгария")),
    ],
)
def test_who_leads_a_body_is_its_head(text: str, role: tuple[str, str, str]) -> None:
    assert role in roles(text)


def test_a_counterpart_holds_the_like_office_of_his_own_country() -> None:
    text = "Норвегия премьер-министрі Юнас Стёре Данияға барып, даниялық әріптесі Метте Фредериксенмен сөйлесті."
    assert ("Метте Фредериксен", "премьер-министр", "Дания") in roles(text)


def test_hosts_in_a_row_are_offices_of_their_own() -> None:
    text = "Серік Айтқалиев Қазақстанның Кубадағы, кейін Чилидегі елшісі болды."
    assert roles(text) == {
        ("Серік Айтқалиев", "кубадағы елші", "Қазақстан"),
        ("Серік Айтқалиев", "чилидегі елші", "Қазақстан"),
    }


def test_a_post_told_again_has_another_bearer() -> None:
    text = "Айдос Серіков Қазақстанның Көлік министрі болып тағайындалды. Бұл қызметтен Болат Қасенов босатылды."
    assert ("Болат Қасенов", "көлік министрі", "Қазақстан") in roles(text)


def test_who_leads_a_nameless_group_holds_no_office() -> None:
    assert roles("Жиында көтерілісшілердің тағы бір жетекшісі Али Хасан сөйледі.") == set()


def test_the_object_of_a_verb_is_no_title_of_the_name_after_it() -> None:
    text = "Қазақстан Премьер-министрі Олжас Бектенов Варшаваға келді. Үкімет басшысын Анджей Новак қарсы алды."
    assert not [one for one in roles(text) if one[0] == "Анджей Новак"]


def test_who_fulfils_the_duties_of_an_office_is_only_acting() -> None:
    text = "Грузия премьер-министрінің міндетін уақытша атқарып жүрген Леван Беридзе сөйледі."
    assert roles(text) == {("Леван Беридзе", "премьер-министрдің міндетін атқарушы", "Грузия")}


def test_a_rank_is_no_office() -> None:
    text = "Қорғаныс министрі генерал-лейтенант Асан Омаров сөйледі."
    assert {title for _, title, _ in roles(text)} == {"қорғаныс министрі"}


@pytest.mark.parametrize("name", ["«Алтай» АҚ", "«Алтай» компаниясының", "«Алтай» ұлттық компаниясының"])
def test_the_head_of_a_quoted_company_is_of_the_company(name: str) -> None:
    (role,) = roles(f"Құжатқа {name} басқарма төрағасы Асан Омаров қол қойды.")
    assert role[:2] == ("Асан Омаров", "басқарма төрағасы")
    assert role[2] is not None
    assert "Алтай" in role[2]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "Келісімге Тегеран атынан сыртқы істер министрі Али Сұлтани қол қойды. Иран бұған риза.",
            ("Али Сұлтани", "сыртқы істер министрі", "Иран"),
        ),
        (
            "Оны Перудің Қорғаныс министрлігінде бірінші вице-министр Хуан Рамос қарсы алды.",
            ("Хуан Рамос", "бірінші вице-министр", "Перудің Қорғаныс министрлігі"),
        ),
        (
            "Кездесуге Омскіден ШЫҰ Бас хатшысы Ли Вэй келді. Ұйымның Бас хатшысы Ли Вэй сөйледі.",
            ("Ли Вэй", "бас хатшы", "ШЫҰ"),
        ),
        (
            "Қонақты Түрікменстанның Мары уәлаятының әкімі Дурды Оразов қарсы алды.",
            ("Дурды Оразов", "мары уәлаятының әкімі", "Түрікменстан"),
        ),
        (
            "Ливияның шетелдегі отандастар істері министрі Карим Насер келді.",
            ("Карим Насер", "шетелдегі отандастар істері министрі", "Ливия"),
        ),
        ("Қазақстанның Перудегі елшісі (қоса атқарушы) Асан Омаров келді.", ("Асан Омаров", "перудегі елші", "Қазақстан")),
        (
            "Дүниежүзілік банктің Қазақстандағы өкілдігінің басшысы Анна Берг келді.",
            ("Анна Берг", "қазақстандағы өкілдіктің басшысы", "Дүниежүзілік банк"),
        ),
    ],
)
def test_the_words_around_a_title_say_whose_it_is(text: str, role: tuple[str, str, str]) -> None:
    assert role in roles(text)


def test_a_leader_is_not_one_with_the_guest_whose_office_was_told() -> None:
    text = "Ақордаға Мальта елшісі Марио Борг келді. Президент Марио Боргпен сөйлесті."
    assert {title for person, title, _ in roles(text) if person == "Марио Борг"} == {"елші"}


def test_the_head_of_a_team_holds_no_office() -> None:
    assert roles("Топ жетекшісі Асан Омаров нәтижені айтты.") == set()


def test_two_offices_in_one_body_that_a_conjunction_joins_are_both_told() -> None:
    text = "Келісімге «Алтай» компаниясының басқарма төрағасы және бас директоры Асан Омаров қол қойды."
    assert {title for _, title, _ in roles(text)} == {"басқарма төрағасы", "бас директор"}


def test_where_somebody_speaks_is_not_what_his_office_is_of() -> None:
    text = "Қазақстан дайын. Мәжілісте қорғаныс министрінің орынбасары Асан Омаров сөйледі."
    assert roles(text) == {("Асан Омаров", "қорғаныс министрінің орынбасары", "Қазақстан")}


def test_where_somebody_just_is_is_no_word_of_the_office() -> None:
    assert {title for _, title, _ in roles("Залдағы қорғаныс министрі Асан Омаров сөйледі.")} == {"қорғаныс министрі"}


@pytest.mark.parametrize("side", ["словак тарапынан", "Словакия жағынан", "словакиялық тараптан"])
def test_an_office_listed_on_a_side_is_of_that_country(side: str) -> None:
    listed = f"ҚР Энергетика министрі Ерлан Сатаев, {side} Экономика министрі Дениса Новакова"
    text = f"Қазақстан мен Словакия келісті. Отырысты {listed} басқарды."
    assert ("Дениса Новакова", "экономика министрі", "Словакия") in roles(text)
    assert ("Ерлан Сатаев", "энергетика министрі", "Қазақстан") in roles(text)


@pytest.mark.parametrize(
    "told",
    [
        "Көлік министрлері Бакуде жиналды. Жиынға {} қатысты.",
        "Елдердің көлік министрлерінің кездесуі өтті. Оған {} келді.",
        "Көлік министрлері кездесті: {} сөз сөйледі.",
    ],
)
def test_an_office_told_once_is_of_all_whose_countries_stand_in_brackets(told: str) -> None:
    found = roles(told.format("Асан Болатов (Қазақстан), Рустам Каримов (Өзбекстан)"))
    assert ("Асан Болатов", "көлік министрі", "Қазақстан") in found
    assert ("Рустам Каримов", "көлік министрі", "Өзбекстан") in found


def test_no_office_is_told_where_only_athletes_are_listed_with_their_countries() -> None:
    assert roles("Боксшылар Асан Болатов (Қазақстан) мен Рустам Каримов (Өзбекстан) жеңді.") == set()


def test_a_department_without_a_name_of_its_own_is_of_the_ministry() -> None:
    text = "Кездесуге ЭМ департаментінің директоры Гүлнәр Сағынова қатысты."
    assert roles(text) == {("Гүлнәр Сағынова", "департамент директоры", "ЭМ")}


@pytest.mark.parametrize("joint", ["әрі", "және"])
def test_what_an_envoy_s_second_office_is_for_does_not_take_the_first_one_in(joint: str) -> None:
    text = f"Қазақстанның Австриядағы елшісі {joint} халықаралық ұйымдар жанындағы тұрақты өкілі Асан Болатов келді."
    offices = {"австриядағы елші", "халықаралық ұйымдар жанындағы тұрақты өкіл"}
    assert roles(text) == {("Асан Болатов", office, "Қазақстан") for office in offices}


def test_a_counterpart_has_the_office_of_whom_he_meets_not_of_who_was_named_last() -> None:
    before = "Қазақстанның Көлік министрі Марат Серіков Кенияға, Ганаға барды. Оны Гана президенті Кофи Менса қабылдады."
    found = roles(before + " Кешке кениялық әріптесі Жан Мугабомен келіссөз өткізді.")
    assert {title for person, title, _ in found if person == "Жан Мугабо"} == {"көлік министрі"}


def test_the_counterpart_of_a_deputy_is_no_minister() -> None:
    before = "Қазақстанның Көлік министрі Марат Серіков Катар туралы айтты. "
    found = roles(before + "Министрдің орынбасары Асан Болатов катарлық әріптесі Халед Насермен кездесті.")
    assert all(person != "Халед Насер" for person, _, _ in found)


def test_two_leaders_told_by_a_numeral_are_not_the_own_leader() -> None:
    text = "Қасым-Жомарт Тоқаев келді. Екі ел басшысы сауданы талқылады. Қазақстан дайын."
    assert roles(text) == set()


def test_a_deputy_sits_in_the_chamber_that_the_text_is_about() -> None:
    text = "Мәжіліс жиналды. Мәжіліс құжатты қарады, заң Сенатқа жолданды. Депутат Айдын Сейітұлы сұрақ қойды."
    assert roles(text) == {("Айдын Сейітұлы", "депутат", "Мәжіліс")}


def test_a_partner_of_the_country_is_not_whose_officials_speak_next() -> None:
    text = "Қазақстан хабарлады. Шарт Сербиямен жасалды. Бас прокурордың орынбасары Андрей Кравчук сөйледі."
    assert roles(text) == {("Андрей Кравчук", "бас прокурордың орынбасары", "Қазақстан")}


def test_a_foreign_name_in_brackets_stands_between_a_body_and_its_head_without_parting_them() -> None:
    text = "Италия кәсіпкерлер конфедерациясының (Confimpresa) президенті Эмануэле Орси келді."
    assert roles(text) == {("Эмануэле Орси", "президент", "Италия кәсіпкерлер конфедерациясы")}
