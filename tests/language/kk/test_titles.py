from __future__ import annotations

import pytest

from tests.language.helpers import analysed


def titles(text: str) -> list[tuple[str, list[str], list[str]]]:
    """Each office, the bodies that it belongs to and the persons who bear it."""
    doc = analysed(text)
    return [(t.title, [doc.phrases[n].name for n in t.bodies], [doc.phrases[n].name for n in t.holders]) for t in doc.titles]


@pytest.mark.parametrize(
    ("text", "title", "bodies", "holders"),
    [
        ("Президент Қ. Тоқаев келді.", "Президент", [], ["Қ. Тоқаев"]),
        ("Қазақстан Президенті Қасым-Жомарт Тоқаев келді.", "Президент", ["Қазақстан"], ["Қасым-Жомарт Тоқаев"]),
        (
            "Қазақстан Республикасының Сыртқы істер министрі Айдос Серіков келді.",
            "Сыртқы істер министрі",
            ["Қазақстан Республикасы"],
            ["Айдос Серіков"],
        ),
        ("Қорғаныс министрі Айдос Серіков келді.", "Қорғаныс министрі", [], ["Айдос Серіков"]),
        (
            "Біріккен Ұлттар Ұйымының Бас хатшысы Антониу Гутерриш келді.",
            "Бас хатшы",
            ["Біріккен Ұлттар Ұйымы"],
            ["Антониу Гутерриш"],
        ),
        ("Сенат төрағасы Айдос Серіков келді.", "төраға", ["Сенат"], ["Айдос Серіков"]),
        ("Өзбек президенті Шавкат Мирзиёев келді.", "президент", ["өзбек"], ["Шавкат Мирзиёев"]),
        ("Жапония елшісі Дзюн Ямада келді.", "елші", ["Жапония"], ["Дзюн Ямада"]),
        (
            "Жапонияның Қазақстандағы Төтенше және өкілетті елшісі Дзюн Ямада келді.",
            "Қазақстандағы Төтенше және өкілетті елші",
            ["Жапония"],
            ["Дзюн Ямада"],
        ),
        ("Tesla компаниясының басшысы Илон Маск келді.", "басшы", ["Tesla"], ["Илон Маск"]),
    ],
)
def test_a_title_before_a_name_has_its_body_and_its_bearer(text: str, title: str, bodies: list[str], holders: list[str]) -> None:
    assert titles(text) == [(title, bodies, holders)]


def test_two_titles_that_a_dash_joins_are_one() -> None:
    assert titles("Премьер-Министрдің орынбасары – Сыртқы істер министрі Айдос Серіков келді.") == [
        ("Премьер-Министрдің орынбасары – Сыртқы істер министрі", [], ["Айдос Серіков"])
    ]


def test_a_title_in_the_plural_is_borne_by_the_list_after_it_and_belongs_to_the_list_before_it() -> None:
    text = "Қазақстан, Өзбекстан және Қырғызстан президенттері Қасым-Жомарт Тоқаев, Шавкат Мирзиёев және Садыр Жапаров кездесті."
    assert titles(text) == [
        (
            "президент",
            ["Қазақстан", "Өзбекстан", "Қырғызстан"],
            ["Қасым-Жомарт Тоқаев", "Шавкат Мирзиёев", "Садыр Жапаров"],
        )
    ]


def test_a_title_without_a_name_has_no_bearer() -> None:
    assert titles("Мемлекет басшысы елшіні қабылдады.") == [("Мемлекет басшысы", [], []), ("елші", [], [])]


def test_each_person_keeps_the_title_before_it() -> None:
    text = "Венгрия Премьер-министрі Виктор Орбан мен Сербия Президенті Александар Вучич кездесті."
    assert [(bodies, holders) for _, bodies, holders in titles(text)] == [
        (["Венгрия"], ["Виктор Орбан"]),
        (["Сербия"], ["Александар Вучич"]),
    ]


@pytest.mark.parametrize(
    ("word", "case"),
    [("елші", "nom"), ("елшінің", "gen"), ("елшіге", "dat"), ("елшіні", "acc"), ("елшіден", "abl"), ("елшімен", "ins")],
)
def test_a_title_carries_its_case(word: str, case: str) -> None:
    doc = analysed(f"Олар {word} туралы айтты.")
    assert [(t.lemma, t.case) for t in doc.titles] == [("елші", case)]


def test_a_title_that_is_part_of_another_is_not_told_twice() -> None:
    assert [title for title, *_ in titles("Премьер-Министрдің орынбасары Айдос Серіков келді.")] == [
        "Премьер-Министрдің орынбасары"
    ]


@pytest.mark.parametrize("text", ["Ауа райы суық болады.", "Ойын тең аяқталды.", ""])
def test_a_text_without_offices_has_no_titles(text: str) -> None:
    assert titles(text) == []
