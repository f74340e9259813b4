from __future__ import annotations

import pytest

from kg.model.facts import Actor, Extraction, Span
from kg.resolve import resolve
from tests.resolve.helpers import country, document, organization, person, role, world


def found(extraction: Extraction, local: str = "a1") -> str:
    return resolve(extraction, world()).entities[local].id.removeprefix("organization/")


KZ, RU = country("c1", "Қазақстан", "KZ"), country("c2", "Ресей", "RU")


def test_a_known_organization_is_met_by_any_of_its_names() -> None:
    for name in ("Еуропалық одақ", "ЕО", "Европейский союз", "EU"):
        assert found(document(organization("a1", name))) == "eu"


@pytest.mark.parametrize(
    "name",
    [
        "Ресей Сыртқы істер министрлігі",
        "Ресей Федерациясының Сыртқы істер министрлігі",
        "РФ СІМ",
        "РФ-ның СІМ",
        "МИД России",
        "МИД РФ",
        "Министерство иностранных дел Российской Федерации",
        "Ministry of Foreign Affairs of Russia",
        "Russia's Foreign Ministry",
    ],
)
def test_a_ministry_of_a_country_is_one_in_all_languages(name: str) -> None:
    assert found(document(organization("a1", name), KZ)) == "ru-syrtqy-ister-ministrligi"


@pytest.mark.parametrize("name", ["Қазақстан Республикасының СІМ", "ҚР Сыртқы істер министрлігі", "МИД Казахстана", "ҚР СІМ"])
def test_a_body_of_a_country_that_the_table_lists_is_that_row(name: str) -> None:
    assert found(document(organization("a1", name))) == "kz-mfa"


def test_a_bare_ministry_in_kazakh_news_that_names_kazakhstan_is_kazakhstans() -> None:
    assert found(document(organization("a1", "Сыртқы істер министрлігі"), KZ, RU)) == "kz-mfa"
    assert found(document(organization("a1", "Көлік министрлігі"), KZ)) == "kz-kolik-ministrligi"
    assert found(document(organization("a1", "Сенат"), KZ)) == "kz-senate"


def test_a_bare_ministry_in_news_of_other_countries_only_stays_within_its_document() -> None:
    one, other = (found(document(organization("a1", "Сыртқы істер министрлігі"), RU, key=key)) for key in ("d1", "d2"))
    assert one.startswith("syrtqy-ister-ministrligi--")
    assert one != other


def test_a_bare_body_written_small_is_not_taken_for_kazakhstans() -> None:
    assert found(document(organization("a1", "сенат"), KZ, RU)).startswith("senat--")


def test_a_bare_ministry_in_another_language_is_not_taken_for_kazakhstans() -> None:
    assert "--" in found(document(organization("a1", "МИД"), KZ, lang="ru"))
    assert found(document(organization("a1", "МИД"), KZ, lang="ru", url="https://www.inform.kz/1")) == "kz-mfa"


def test_a_ministry_is_of_the_country_that_its_minister_is_of() -> None:
    roles = (role("p1", "басшы", "a1"), role("p1", "вице-президент", "c2"))
    minister = person("p1", "Олег Дымов")
    assert (
        found(document(organization("a1", "Сыртқы істер министрлігі"), KZ, RU, minister, roles=roles))
        == "ru-syrtqy-ister-ministrligi"
    )


def test_a_ministry_is_of_the_country_beside_it_in_the_text() -> None:
    text = "Бұл туралы Ресей Сыртқы істер министрлігі мәлімдеді."
    start = text.index("Сыртқы")
    ministry = Actor("a1", "organization", "Сыртқы істер министрлігі", mentions=(Span(start, start + 24),))
    assert found(document(ministry, KZ, RU, text=text)) == "ru-syrtqy-ister-ministrligi"


def test_the_country_in_a_name_outweighs_the_known_body_of_another() -> None:
    assert (
        found(document(organization("a1", "Ресей СІМ", "Сыртқы істер министрлігі", "СІМ"), KZ)) == "ru-syrtqy-ister-ministrligi"
    )
    assert found(document(organization("a1", "АҚШ Сенаты", "Сенат"), KZ)) == "us-senat"


def test_an_embassy_is_one_of_its_country_and_seat() -> None:
    assert found(document(organization("a1", "Қазақстанның Вашингтондағы елшілігі"))) == "kz-elshilik-us"
    assert found(document(organization("a1", "Қазақстанның АҚШ-тағы елшілігі"))) == "kz-elshilik-us"


def test_an_embassy_without_its_seat_stays_within_its_document() -> None:
    one, other = (found(document(organization("a1", "АҚШ елшілігі"), KZ, key=key)) for key in ("d1", "d2"))
    assert one.startswith("us-elshilik--")
    assert one != other


def test_a_company_is_its_name_with_or_without_the_word_company() -> None:
    assert found(document(organization("a1", "«Тұлпар» компаниясы"))) == found(document(organization("a1", "Тұлпар"))) == "tulpar"


def test_a_country_in_the_name_of_a_company_stays_in_it() -> None:
    assert found(document(organization("a1", "Қазақстан темір жолы"))) == "qazaqstan-temir-zholy"


def test_a_body_has_its_country_in_the_graph() -> None:
    entity = resolve(document(organization("a1", "РФ СІМ")), world()).entities["a1"]
    assert entity.country == "country/RU"
