from __future__ import annotations

import pytest

from kg.language.document import Phrase
from tests.language.helpers import analysed


def phrases(text: str, *kinds: str) -> list[Phrase]:
    return [phrase for phrase in analysed(text).phrases if not kinds or phrase.kind in kinds]


def names(text: str, *kinds: str) -> list[tuple[str, str]]:
    """Nominative and case of what the text names."""
    return [(phrase.name, phrase.case) for phrase in phrases(text, *kinds)]


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("Қазақстан", "nom"), ("Қазақстанның", "gen"), ("Қазақстанға", "dat"), ("Қазақстанды", "acc"), ("Қазақстанда", "loc"),
        ("Қазақстаннан", "abl"), ("Қазақстанмен", "ins"),
    ],
)  # fmt: skip
def test_a_country_is_known_in_every_case(word: str, case: str) -> None:
    assert [(p.key, p.name, p.case) for p in phrases(f"Олар {word} туралы айтты.", "country")] == [("KZ", "Қазақстан", case)]


@pytest.mark.parametrize(
    ("text", "code", "name", "case"),
    [
        ("АҚШ-пен келісті.", "US", "АҚШ", "ins"),
        ("БАӘ-ге барды.", "AE", "БАӘ", "dat"),
        ("Қытай Халық Республикасына барды.", "CN", "Қытай Халық Республикасы", "dat"),
        ("Біріккен Араб Әмірліктерімен келісті.", "AE", "Біріккен Араб Әмірліктері", "ins"),
        ("Қазақстан Республикасының ұсынысы.", "KZ", "Қазақстан Республикасы", "gen"),
        ("Сауд Арабиясында болды.", "SA", "Сауд Арабиясы", "loc"),
        ("Оңтүстік Кореяға барды.", "KR", "Оңтүстік Корея", "dat"),
        ("Солтүстік Кореядан келді.", "KP", "Солтүстік Корея", "abl"),
        ("Корея Республикасымен келісті.", "KR", "Корея Республикасы", "ins"),
    ],
)
def test_official_and_short_names_of_countries_are_one_phrase_with_its_code(text: str, code: str, name: str, case: str) -> None:
    assert [(p.key, p.name, p.case) for p in phrases(text, "country")] == [(code, name, case)]


def test_the_locative_of_a_country_that_modifies_a_noun_is_marked() -> None:
    assert [(p.name, p.attributive) for p in phrases("Өзбекстандағы елші мен Өзбекстанда болған елші.", "country")] == [
        ("Өзбекстан", True),
        ("Өзбекстан", False),
    ]


@pytest.mark.parametrize(
    ("text", "name", "case"),
    [
        ("Біріккен Ұлттар Ұйымының ұсынысы.", "Біріккен Ұлттар Ұйымы", "gen"),
        ("Шанхай ынтымақтастық ұйымына өтті.", "Шанхай ынтымақтастық ұйымы", "dat"),
        ("Еуропалық одақпен келісті.", "Еуропалық одақ", "ins"),
        ("«Сұңқар» компаниясы келісті.", "Сұңқар", "nom"),
        ("«Сұңқар» компаниясымен келісті.", "Сұңқар", "ins"),
        ("Сыртқы істер министрлігінде өтті.", "Сыртқы істер министрлігі", "loc"),
        ("Қарлығаш университетімен келісті.", "Қарлығаш университеті", "ins"),
    ],
)
def test_organizations_are_named_by_a_table_by_quotes_or_by_their_head_noun(text: str, name: str, case: str) -> None:
    assert names(text, "organization") == [(name, case)]


def test_an_organization_of_the_table_carries_its_key_by_any_of_its_names() -> None:
    keys = {p.key for p in phrases("Біріккен Ұлттар Ұйымы туралы. БҰҰ-ның ұсынысы.", "organization")}
    assert keys == {"un"}


def test_a_sentence_in_quotes_is_no_organization() -> None:
    assert names("«Біз дайынбыз» деді компания басшысы.", "organization") == []


@pytest.mark.parametrize(
    ("text", "name", "case"),
    [
        ("Айдос Серіков келді.", "Айдос Серіков", "nom"),
        ("Бұл Айдос Серіковтің сөзі.", "Айдос Серіков", "gen"),
        ("Олар Айдос Серіковке келді.", "Айдос Серіков", "dat"),
        ("Олар Айдос Серіковті көрді.", "Айдос Серіков", "acc"),
        ("Олар Айдос Серіковтен естіді.", "Айдос Серіков", "abl"),
        ("Олар Айдос Серіковпен кездесті.", "Айдос Серіков", "ins"),
        ("Олар Айгүл Серіковамен кездесті.", "Айгүл Серікова", "ins"),
        ("Олар Эммануэль Макронды көрді.", "Эммануэль Макрон", "acc"),
        ("Олар Шавкат Мирзиёевке келді.", "Шавкат Мирзиёев", "dat"),
        ("Олар Си Цзиньпинмен кездесті.", "Си Цзиньпин", "ins"),
        ("Олар Мұхаммед бен Салманмен кездесті.", "Мұхаммед бен Салман", "ins"),
        ("Олар Урсула фон дер Ляйенмен кездесті.", "Урсула фон дер Ляйен", "ins"),
        ("Олар Тамим бен Хамад Әл Танимен кездесті.", "Тамим бен Хамад Әл Тани", "ins"),
        ("Олар Б. Ахметовті көрді.", "Б. Ахметов", "acc"),
        ("Олар Қ.-Ж. Тоқаевпен кездесті.", "Қ.-Ж. Тоқаев", "ins"),
        ("Олар Ш.Мирзиёевтің сөзін естіді.", "Ш.Мирзиёев", "gen"),
    ],
)
def test_a_person_is_named_in_the_nominative_whatever_the_case(text: str, name: str, case: str) -> None:
    assert names(text, "person") == [(name, case)]


def test_two_surnames_side_by_side_are_two_persons() -> None:
    text = "Қасым-Жомарт Тоқаев пен Владимир Путин кездесті. Тоқаев Путинмен ұзақ сөйлесті."
    assert names(text, "person") == [
        ("Қасым-Жомарт Тоқаев", "nom"),
        ("Владимир Путин", "nom"),
        ("Тоқаев", "nom"),
        ("Путин", "ins"),
    ]


def test_and_between_two_names_is_no_part_of_either() -> None:
    assert names("Айдос Серіков пен Дәулет Болатов кездесті.", "person") == [("Айдос Серіков", "nom"), ("Дәулет Болатов", "nom")]


@pytest.mark.parametrize("honorific", ["мырза", "ханым"])
def test_an_honorific_is_no_part_of_a_name(honorific: str) -> None:
    assert names(f"Дәулет Серік {honorific} келді.", "person") == [("Дәулет Серік", "nom")]


@pytest.mark.parametrize(
    "text",
    [
        "Назарбаев көшесі жөнделді.",
        "Абай атындағы театр ашылды.",
        "Ертең ауа райы жылы болады.",
        "Бүгін Алматыда қар жауды.",
        "Жаңа мектеп салынды.",
    ],
)
def test_what_bears_a_name_or_opens_a_sentence_is_no_person(text: str) -> None:
    assert names(text, "person") == []


def test_demonyms_and_pronouns_are_phrases() -> None:
    assert [(p.kind, p.key, p.case) for p in phrases("Қырғыз елшісі онымен кездесті.")] == [
        ("demonym", "KG", "nom"),
        ("pronoun", None, "ins"),
    ]


def test_phrases_stand_in_order_and_do_not_overlap() -> None:
    text = (
        "Қазақстан Республикасының Сыртқы істер министрі Айдос Серіков Астана қаласында «Сұңқар» компаниясының басшысы "
        "Б. Ахметовпен, Еуропалық одақ елшісі Жан Мартенмен және АҚШ-тың, Қытайдың өкілдерімен кездесті."
    )
    position = -1
    for phrase in phrases(text):
        assert position < phrase.first <= phrase.last
        position = phrase.last
