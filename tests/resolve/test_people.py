from __future__ import annotations

from kg.model.facts import Extraction
from kg.resolve import resolve
from tests.resolve.helpers import country, document, organization, person, role, world


def ids(extraction: Extraction) -> dict[str, str]:
    return {local: entity.id for local, entity in resolve(extraction, world()).entities.items()}


def test_a_known_person_is_met_by_full_name_patronymic_and_other_languages() -> None:
    for name in ("Ерлан Болатов", "Ерлан Болатұлы Болатов", "Болатов Ерлан Болатұлы", "Yerlan Bolatov", "ЕРЛАН БОЛАТОВ"):
        assert ids(document(person("a1", name)))["a1"] == "person/erlan-bolatov", name


def test_a_spelling_that_no_table_lists_meets_the_known_person() -> None:
    assert ids(document(person("a1", "Dáulet Serikov")))["a1"] == "person/daulet-serikov"
    assert ids(document(person("a1", "Иван Пётров")))["a1"] == "person/ivan-petrov"


def test_an_unknown_full_name_is_one_person_in_every_document() -> None:
    one = ids(document(person("a1", "Асан Үсенов"), key="d1"))["a1"]
    assert one == ids(document(person("a7", "Асан Серікұлы Үсенов"), key="d2"))["a7"] == "person/asan-usenov"


def test_initials_meet_the_fuller_name_in_their_document() -> None:
    found = ids(document(person("a1", "Асан Үсенов"), person("a2", "А.Үсенов"), person("a3", "Үсенов")))
    assert set(found.values()) == {"person/asan-usenov"}


def test_initials_that_fit_two_names_in_the_document_meet_neither() -> None:
    found = ids(document(person("a1", "Асан Үсенов"), person("a2", "Айбек Үсенов"), person("a3", "А.Үсенов")))
    assert len(set(found.values())) == 3


def test_initials_meet_the_only_known_person_that_they_fit() -> None:
    assert ids(document(person("a1", "Е.Болатов")))["a1"] == "person/erlan-bolatov"
    assert ids(document(person("a1", "И.Петров")))["a1"] == "person/ivan-petrov"


def test_a_surname_that_two_known_persons_share_meets_neither() -> None:
    assert ids(document(person("a1", "Петров"), country("a2", "Ресей", "RU")))["a1"].startswith("person/petrov--")


def test_a_bare_surname_meets_the_known_person_only_where_the_document_names_their_country() -> None:
    assert ids(document(person("a1", "Болатов"), country("a2", "Қазақстан", "KZ")))["a1"] == "person/erlan-bolatov"
    assert ids(document(person("a1", "Болатов"), country("a2", "Ресей", "RU")))["a1"].startswith("person/bolatov--")


def test_an_office_of_another_country_keeps_a_namesake_apart() -> None:
    kazakh = country("a2", "Қазақстан", "KZ")
    minister = role("a1", "Көлік министрі", "a3")
    found = ids(document(person("a1", "Е.Болатов"), kazakh, country("a3", "Ресей", "RU"), roles=(minister,)))
    assert found["a1"].startswith("person/e-bolatov--")


def test_an_office_in_a_body_of_the_country_does_not_contradict() -> None:
    officer = role("a1", "ресми өкіл", "a2")
    found = ids(document(person("a1", "Болатов"), organization("a2", "ҚР СІМ"), roles=(officer,)))
    assert found["a1"] == "person/erlan-bolatov"


def test_initials_that_nothing_explains_stay_within_their_document() -> None:
    one, other = (ids(document(person("a1", "Б.Сапаров"), key=key))["a1"] for key in ("d1", "d2"))
    assert one != other


def test_initials_with_the_same_office_of_the_same_country_are_one_person_in_every_document() -> None:
    speaker = role("a1", "Парламент төрағасы", "a2")
    one, other = (
        ids(document(person("a1", "Б.Сапаров"), country("a2", "Ресей", "RU"), roles=(speaker,), key=key))["a1"]
        for key in ("d1", "d2")
    )
    assert one == other
    elsewhere = ids(document(person("a1", "Б.Сапаров"), country("a2", "АҚШ", "US"), roles=(speaker,)))["a1"]
    assert elsewhere != one
