"""Agreements as news of the economy and of parliaments tell them."""

from __future__ import annotations

from tests.extract.helpers import agreements, named, read


def test_two_countries_are_no_two_companies_named_before() -> None:
    found, rows = agreements(
        "«Қарлығаш» холдингі Türkbank банкімен несие туралы келісімшарт жасасты. Кейін вице-премьер Айдос Серіков "
        "Түркияның сауда министрі Орхан Демирмен кездесті. Қазақстан бұл сапарды күткен еді. "
        "Екі ел арасындағы инвестицияларды қорғау туралы келісім жаңартылды."
    )
    assert named(found, *rows["инвестицияларды қорғау туралы келісім"].parties) == {"Қазақстан", "Түркия"}


def test_governments_and_no_company_are_parties_of_an_intergovernmental_agreement() -> None:
    found, rows = agreements(
        "Энергетика министрі Айдос Серіков Римде Enelco компаниясының директоры Марко Беллимен кездесті. Қазақстан Италияға "
        "мұнай сатады. Жоба туралы үкіметаралық келісім 2023 жылғы маусымда жасалған."
    )
    assert named(found, *rows["Жоба туралы үкіметаралық келісім"].parties) == {"Қазақстан", "Италия"}


def test_a_loan_contract_named_again_by_a_short_name_is_the_same() -> None:
    _, rows = agreements(
        "Мәжіліс Азия даму банкі мен Қазақстан арасындағы жол салуға арналған қарыз туралы келісімді ратификациялады. "
        "Қарыз шартына былтыр желтоқсанда қол қойылған болатын."
    )
    assert list(rows) == ["жол салуға арналған қарыз туралы келісім"]
    assert rows["жол салуға арналған қарыз туралы келісім"].status == "ratified"


def test_a_loan_contract_named_again_is_the_same_whoever_has_met() -> None:
    _, rows = agreements(
        "Министр Серік Омаров Азия даму банкінің директоры Ян Ковальскимен кездесті. Мәжіліс Азия даму банкі мен Қазақстан "
        "арасындағы жол салуға арналған қарыз туралы келісімді ратификациялады. Қарыз шартына былтыр желтоқсанда екі тарап қол "
        "қойған болатын."
    )
    assert list(rows) == ["жол салуға арналған қарыз туралы келісім"]


def test_what_is_passed_in_the_same_sitting_is_ratified() -> None:
    _, rows = agreements(
        "Мәжіліс Қазақстан мен Оман арасындағы сотталғандарды беру туралы шартты ратификациялады. "
        "Лаосқа көмек көрсету туралы хаттама да мақұлданды."
    )
    assert {one.status for one in rows.values()} == {"ratified"}


def test_a_new_version_that_is_to_be_approved_is_planned() -> None:
    _, rows = agreements(
        "Қазақстан мен Оман инвестицияларды қорғау туралы келісімнің жаңа редакциясын келесі жылы бекітуді жоспарлап отыр."
    )
    assert [one.status for one in rows.values()] == ["planned"]


def test_a_text_that_is_to_be_agreed_upon_is_negotiated() -> None:
    _, rows = agreements("Қазақстан мен Оман ет экспорты туралы хаттаманы жыл соңына дейін келісуге уағдаласты.")
    assert [one.status for one in rows.values()] == ["negotiating"]


def test_an_agreement_whose_application_was_stopped_is_terminated() -> None:
    _, rows = agreements("Қазақстан мен Оман арасындағы көші-қон туралы келісімнің қолданылуы 2019 жылы тоқтатылған.")
    assert [(one.status, one.date) for one in rows.values()] == [("terminated", "2019")]


def test_a_month_tells_since_when_an_agreement_applies() -> None:
    _, rows = agreements("Қазақстан мен Оман арасындағы көлік туралы келісім қаңтардан бері қолданылып келеді.")
    assert [(one.status, one.date) for one in rows.values()] == [("in_force", "2025-01")]


def test_companies_in_latin_letters_keep_what_links_their_words() -> None:
    found, rows = agreements(
        "«Қарлығаш» АҚ Rousseau & Fils фирмасымен және Énergie de Lyon компаниясымен кездесті. "
        "«Nomad Rail» DBB Taşıma компаниясымен жүк тасымалы туралы меморандум жасасты."
    )
    names = {actor.name for actor in found.actors}
    assert {"Rousseau & Fils", "Énergie de Lyon", "Nomad Rail", "DBB Taşıma"} <= names
    assert named(found, *rows["жүк тасымалы туралы меморандум"].parties) == {"Nomad Rail", "DBB Taşıma"}


def test_a_place_with_a_number_is_no_person() -> None:
    found = read("Жиында Жасыл-Су-2 СЭС-іне арналған қаржы туралы айтылды.")
    assert not [actor for actor in found.actors if actor.type == "person"]
