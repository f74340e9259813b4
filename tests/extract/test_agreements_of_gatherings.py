"""Parties of what gatherings of several countries adopt and sign, and acts that are only under way."""

from __future__ import annotations

from tests.extract.helpers import agreements, named


def test_a_country_in_brackets_behind_a_name_is_whose_person_it_is() -> None:
    found, rows = agreements(
        "Алматыда Достастық елдерінің көлік министрлері Марат Сейітов (Қазақстан), Ильяс Бекболотов (Қырғызстан) және "
        "Азим Иброхим (Тәжікстан) бас қосты. Жиын соңында бірлескен коммюнике таратылды."
    )
    assert named(found, *rows["бірлескен коммюнике"].parties) == {"Қазақстан", "Қырғызстан", "Тәжікстан"}


def test_an_organization_is_party_to_what_its_members_sign() -> None:
    found, rows = agreements(
        "Ашхабадта ҰҚШҰ саммиті өтті. Ұйымға мүше мемлекеттер құтқару қызметтері туралы келісімге қол қойды."
    )
    assert named(found, *rows["құтқару қызметтері туралы келісім"].parties) == {"ҰҚШҰ"}


def test_member_countries_are_those_of_the_body_that_convened() -> None:
    found, rows = agreements("Минскіде ТМД саммиті болды. Мүше елдердің басшылары көші-қон саласындағы келісімге қол қойды.")
    assert named(found, *rows["көші-қон саласындағы келісім"].parties) == {"ТМД"}


def test_what_the_leaders_of_a_summit_sign_or_pass_has_the_organization_as_party() -> None:
    found, rows = agreements(
        "Душанбеде ШЫҰ саммиті өтті. Оған Қытай Төрағасы Ли Вэньмин мен Тәжікстан Президенті Азим Иброхим қатысты. "
        "Көшбасшылар Душанбе декларациясына қол қойды. Басқосуда есірткіге қарсы күрес туралы хаттама бекітілді."
    )
    assert named(found, *rows["Душанбе декларациясы"].parties) == {"ШЫҰ"}
    assert named(found, *rows["есірткіге қарсы күрес туралы хаттама"].parties) == {"ШЫҰ"}


def test_two_countries_that_are_named_stay_the_parties_at_a_summit() -> None:
    found, rows = agreements("Душанбеде ШЫҰ саммиті өтті. Соңынан Тәжікстан мен Өзбекстан су туралы хаттаманы бекітті.")
    assert named(found, *rows["су туралы хаттама"].parties) == {"Тәжікстан", "Өзбекстан"}


def test_ratification_that_begins_or_goes_on_is_planned() -> None:
    _, rows = agreements(
        "Грузия мен Латвия кеден туралы келісімді ратификациялау барысын талқылады. "
        "Тәжікстан парламенті шекара туралы шартты ратификациялауды бастайды."
    )
    assert rows["кеден туралы келісім"].status == "planned"
    assert rows["шекара туралы шарт"].status == "planned"


def test_approved_by_signatures_is_signed() -> None:
    _, rows = agreements("Қазақстан мен Литва министрлері ғылым туралы келісімді қолтаңбаларымен бекітті.")
    assert rows["ғылым туралы келісім"].status == "signed"


def test_another_document_of_the_kind_does_not_change_the_first() -> None:
    _, rows = agreements(
        "Қазақстан мен Литва ғылым туралы меморандумға қол қойды. Эстониямен дәл осындай меморандум былтырдан бері күшінде."
    )
    assert rows["ғылым туралы меморандум"].status == "signed"


def test_a_customs_union_trades_freely_and_none_of_its_members() -> None:
    found, rows = agreements(
        "Бішкекте Еуразиялық экономикалық одақтың отырысы өтті. Сербиямен еркін сауда аймағы туралы келісім мамырда күшіне енді."
    )
    assert named(found, *rows["еркін сауда аймағы туралы келісім"].parties) == {"Еуразиялық экономикалық одақ", "Сербия"}


def test_free_trade_of_two_countries_stays_theirs() -> None:
    found, rows = agreements("Қазақстан Грузиямен еркін сауда туралы келісімге қол қойды.")
    assert named(found, *rows["еркін сауда туралы келісім"].parties) == {"Қазақстан", "Грузия"}


def test_free_is_a_word_of_the_name_and_owned_by_nobody() -> None:
    found, rows = agreements("МЕРКОСУР мен Норвегия еркін сауда туралы келісім жасасты.")
    assert named(found, *rows["еркін сауда туралы келісім"].parties) == {"МЕРКОСУР", "Норвегия"}
