from __future__ import annotations

import pytest

from tests.extract.helpers import read


def actors(text: str, kind: str = "organization", title: str = "Тақырып") -> dict[str, set[str]]:
    """Names of actors of a kind -> their aliases."""
    return {actor.name: set(actor.aliases) for actor in read(text, title=title).actors if actor.type == kind}


def test_an_abbreviation_in_brackets_names_the_body_before_it_everywhere() -> None:
    text = "Кеше ТКБ хабарлады. Бүгін Теңіз көлігі бюросы (ТКБ) есеп берді. ТКБ-ның басшысы келді."
    assert actors(text) == {"Теңіз көлігі бюросы": {"ТКБ"}}


def test_an_abbreviation_of_a_state_body_is_that_body() -> None:
    text = "СІМ нені ескертеді? Сыртқы істер министрлігі мәлімдеме жасады."
    assert actors(text) == {"Сыртқы істер министрлігі": {"СІМ"}}


def test_a_body_without_an_owner_is_the_home_country_s_where_that_was_named() -> None:
    text = "Қазақстан Сыртқы істер министрлігі мәлімдеді. Кения Сыртқы істер министрлігі растады. СІМ жауап берді."
    found = actors(text)
    assert {name for name, aliases in found.items() if "СІМ" in aliases} == {"Қазақстан Сыртқы істер министрлігі"}
    assert "Кения Сыртқы істер министрлігі" in found


def test_a_body_without_an_owner_is_the_only_one_that_was_named() -> None:
    text = "Кения Сыртқы істер министрлігі мәлімдеді. Министрлік пікір білдірді. Сыртқы істер министрлігі нота жіберді."
    assert actors(text) == {"Кения Сыртқы істер министрлігі": {"Сыртқы істер министрлігі"}}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Кенияның Хельсинкидегі елшілігі хабарлады.", "Кенияның Хельсинкидегі елшілігі"),
        ("Кения – Гана іскерлік кеңесі жиналды.", "Кения – Гана іскерлік кеңесі"),
        ("Кения футбол федерациясы хабарлады.", "Кения футбол федерациясы"),
        ("Кенияның Қаржы министрлігі хабарлады.", "Кенияның Қаржы министрлігі"),
    ],
)
def test_the_fullest_name_of_a_body_begins_with_whose_it_is(text: str, name: str) -> None:
    assert name in actors(text)


def test_a_company_is_named_without_its_head_noun() -> None:
    assert actors("Кеше Sunrise Motors компаниясы келісті.") == {"Sunrise Motors": {"Sunrise Motors компаниясы"}}
    assert actors("«Тұлпар» зауыты келісті.") == {"Тұлпар": {"«Тұлпар» зауыты"}}


def test_a_parliament_is_not_named_by_its_chamber_alone() -> None:
    assert set(actors("Парламент Сенатының төрағасы келді.")) == {"Парламент Сенаты"}


def test_a_forum_acts_where_somebody_holds_office_in_it() -> None:
    assert "Доха форумы" not in actors("Кеше Доха форумы өтті.")
    assert "Доха форумы" in actors("Кеше Доха форумының президенті Айдос Серіков келді.")


def test_spellings_of_one_name_on_another_keyboard_are_one_person() -> None:
    text = "Нұрсұлтан Құдайбергенов келді. Кейін Нурсултан Кудайбергенов сөйледі. Н.Құдайбергенов кетті."
    assert len(actors(text, "person")) == 1


def test_a_home_body_named_in_the_title_is_the_one_of_the_text() -> None:
    text = "Қазақстан Сыртқы істер министрлігі наразылық білдірді. Кения Сыртқы істер министрлігі жауап берді."
    found = actors("Елші Сыртқы істер министрлігіне шақырылды. " + text)
    assert set(found) == {"Қазақстан Сыртқы істер министрлігі", "Кения Сыртқы істер министрлігі"}


def test_two_countries_have_one_commission_whatever_it_is_called() -> None:
    found = actors("Қазақ-қырғыз үкіметаралық комиссиясы жиналды. Қазақстан – Қырғызстан бірлескен үкіметаралық комиссиясы өтті.")
    assert len(found) == 1


def test_an_abbreviation_behind_a_body_names_it() -> None:
    assert actors("Кенияның Сауданы ілгерілету агенттігі KENTRADE келісті.") == {
        "Кенияның Сауданы ілгерілету агенттігі": {"KENTRADE", "Сауданы ілгерілету агенттігі"}
    }


def test_an_outlet_acts_by_its_noun_and_not_in_a_by_line() -> None:
    assert "Euronews" in actors("Айдос Серіков Euronews арнасына сұхбат берді.")
    assert actors("Бұл туралы Euronews хабарлады.") == {}


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Былтыр да осындай құрамдағы министрлер кеңесі Мәскеуде өтті.", set()),
        ("Кездесуге Көлік комитеті келді.", {"Көлік комитеті"}),
        ("Кездесу СІМ департаментінде өтті.", {"СІМ"}),
        ("Сингапур биржасы есеп берді.", {"Сингапур биржасы"}),
    ],
)
def test_words_of_time_and_of_what_happens_begin_no_name(text: str, bodies: set[str]) -> None:
    assert set(actors(text)) == bodies


def test_initials_take_both_words_of_a_double_surname_that_the_text_has_told() -> None:
    text = "Кеше Нордин Абдул Карим келді. Н.Абдул Каримнің айтуынша, Н.Абдул Карим риза."
    assert actors(text, "person") == {"Нордин Абдул Карим": {"Н.Абдул Карим"}}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Министр Ермек Қалиев келді. Ермек Сәрсенұлы сөз сөйледі.", {"Ермек Қалиев"}),
        ("Иван Петров келді. Иван Сергеевич сөз сөйледі. И.Петров риза.", {"Иван Петров"}),
        ("Министр Ермек Қалиев келді. Депутат Ермек Сәрсенұлы сөз сөйледі.", {"Ермек Қалиев", "Ермек Сәрсенұлы"}),
        ("Ермек Қалиев пен Ермек Оспанов келді. Ермек Сәрсенұлы сөйледі.", {"Ермек Қалиев", "Ермек Оспанов", "Ермек Сәрсенұлы"}),
    ],
)
def test_a_patronymic_stands_for_the_only_one_of_that_given_name_who_was_named(text: str, people: set[str]) -> None:
    assert set(actors(text, "person")) == people


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Асан Болот уулу сөйледі", "Асан Болот уулу"),
        ("Асан Болот уулумен кездесті", "Асан Болот уулу"),
        ("Айгүл Болот кызының сөзі", "Айгүл Болот кызы"),
        ("Эльмар Гасан оглы келді", "Эльмар Гасан оглы"),
    ],
)
def test_whose_child_somebody_is_belongs_to_the_name_in_lower_case_too(written: str, name: str) -> None:
    assert set(actors(f"Министр {written}.", "person")) == {name}


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Министр Мартин Вожель және Алтай компаниясының өкілі келді.", {"Алтай компаниясы"}),
        ("Министр Питер Бонд және Көлік комитетінің төрағасы келді.", {"Көлік комитеті"}),
        ("Білім және ғылым министрлігі хабарлады.", {"Білім және ғылым министрлігі"}),
        ("Елшілік бұл хабарды жоққа шығарды.", {"Елшілік"}),
    ],
)
def test_the_name_of_a_body_does_not_take_in_who_stands_before_and(text: str, bodies: set[str]) -> None:
    assert set(actors(text)) == bodies


@pytest.mark.parametrize("country", ["Сауд Арабиясы", "Жапония"])
def test_a_text_may_end_within_brackets(country: str) -> None:
    found = read(f"Астанаға Ян Ковальский ({country}")
    assert {actor.name for actor in found.actors} == {"Ян Ковальский", country}
