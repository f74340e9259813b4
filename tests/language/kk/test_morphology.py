from __future__ import annotations

import csv
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qazaq_inflector import QazaqNameInflector

from kg.language.document import Nominal
from kg.language.kk.morphology import analyse, case_readings, readings
from kg.language.kk.phonology import harmony, last_sound
from kg.resources import folder

CASES = {
    "nominative": "nom", "genitive": "gen", "dative": "dat", "accusative": "acc", "locative": "loc", "ablative": "abl",
    "instrumental": "ins",
}  # fmt: skip


@pytest.mark.parametrize(
    ("nom", "gen", "dat", "acc", "loc", "abl", "ins"),
    [
        # after a vowel, a nasal, a sonorant, a voiced and a voiceless consonant; back, then front
        ("қала", "қаланың", "қалаға", "қаланы", "қалада", "қаладан", "қаламен"),
        ("елші", "елшінің", "елшіге", "елшіні", "елшіде", "елшіден", "елшімен"),
        ("адам", "адамның", "адамға", "адамды", "адамда", "адамнан", "адаммен"),
        ("келісім", "келісімнің", "келісімге", "келісімді", "келісімде", "келісімнен", "келісіммен"),
        ("жыл", "жылдың", "жылға", "жылды", "жылда", "жылдан", "жылмен"),
        ("министр", "министрдің", "министрге", "министрді", "министрде", "министрден", "министрмен"),
        ("қыз", "қыздың", "қызға", "қызды", "қызда", "қыздан", "қызбен"),
        ("келіссөз", "келіссөздің", "келіссөзге", "келіссөзді", "келіссөзде", "келіссөзден", "келіссөзбен"),
        ("шарт", "шарттың", "шартқа", "шартты", "шартта", "шарттан", "шартпен"),
        ("мемлекет", "мемлекеттің", "мемлекетке", "мемлекетті", "мемлекетте", "мемлекеттен", "мемлекетпен"),
        ("тау", "таудың", "тауға", "тауды", "тауда", "таудан", "таумен"),
    ],
)
def test_a_common_noun_is_read_in_all_seven_cases(nom: str, gen: str, dat: str, acc: str, loc: str, abl: str, ins: str) -> None:
    forms = {"nom": nom, "gen": gen, "dat": dat, "acc": acc, "loc": loc, "abl": abl, "ins": ins}
    assert {case: analyse(form) for case, form in forms.items()} == {case: Nominal(nom, case) for case in forms}


@pytest.mark.parametrize(
    ("word", "lemma", "case", "person", "plural"),
    [
        ("министрі", "министр", "nom", 3, False),
        ("министрінің", "министр", "gen", 3, False),
        ("министрін", "министр", "acc", 3, False),
        ("министріне", "министр", "dat", 3, False),
        ("министрінде", "министр", "loc", 3, False),
        ("министрінен", "министр", "abl", 3, False),
        ("министрімен", "министр", "ins", 3, False),
        ("қаласында", "қала", "loc", 3, False),
        ("басшысымен", "басшы", "ins", 3, False),
        ("министрлер", "министр", "nom", 0, True),
        ("президенттерді", "президент", "acc", 0, True),
        ("елдердің", "ел", "gen", 0, True),
        ("келіссөздері", "келіссөз", "nom", 3, True),
        ("басшыларымен", "басшы", "ins", 3, True),
        ("министрлерінің", "министр", "gen", 3, True),
        ("еліміз", "ел", "nom", 1, False),
        ("еліміздің", "ел", "gen", 1, False),
        ("үйіңіз", "үй", "nom", 2, False),
    ],
)
def test_number_possessor_and_case_come_off_together(word: str, lemma: str, case: str, person: int, plural: bool) -> None:
    assert analyse(word) == Nominal(lemma, case, plural, person)


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("министрлігі", "министрлік"),
        ("ынтымақтастығы", "ынтымақтастық"),
        ("кітабы", "кітап"),
        ("мысығы", "мысық"),
        ("халқы", "халық"),
        ("орны", "орын"),
        ("госпиталі", "госпиталь"),
        ("автомобилі", "автомобиль"),
    ],
)
def test_what_a_possessor_changes_in_a_stem_is_undone(word: str, lemma: str) -> None:
    assert analyse(word) == Nominal(lemma, "nom", False, 3)


@pytest.mark.parametrize("word", ["тамыз", "теңіз", "отар", "келісім", "аудан", "қазан", "парламент", "орын", "бүгін"])
def test_a_noun_that_looks_inflected_stays_whole(word: str) -> None:
    assert analyse(word) == Nominal(word)


@pytest.mark.parametrize(("word", "lemma"), [("астанадағы", "астана"), ("қазақстандағы", "қазақстан"), ("елдегі", "ел")])
def test_the_locative_that_modifies_a_noun_is_marked(word: str, lemma: str) -> None:
    assert analyse(word) == Nominal(lemma, "loc", attributive=True)


@pytest.mark.parametrize(
    ("word", "lemma", "case", "person", "attributive"),
    [
        ("ТМД-ның", "тмд", "gen", 0, False),
        ("АҚШ-тың", "ақш", "gen", 0, False),
        ("АҚШ-қа", "ақш", "dat", 0, False),
        ("БҰҰ-ға", "бұұ", "dat", 0, False),
        ("ЕО-ны", "ео", "acc", 0, False),
        ("БҰҰ-да", "бұұ", "loc", 0, False),
        ("АҚШ-тан", "ақш", "abl", 0, False),
        ("ЕО-мен", "ео", "ins", 0, False),
        ("АҚШ-пен", "ақш", "ins", 0, False),
        ("АҚШ-тағы", "ақш", "loc", 0, True),
        ("ҚР-сы", "қр", "nom", 3, False),
        ("СІМ-інің", "сім", "gen", 3, False),
        ("ЖОО-сында", "жоо", "loc", 3, False),
    ],
)
def test_an_ending_after_a_hyphen_stands_alone(word: str, lemma: str, case: str, person: int, attributive: bool) -> None:
    assert analyse(word) == Nominal(lemma, case, False, person, attributive)


@pytest.mark.parametrize("word", ["Премьер-Министр", "вице-президент", "Қасым-Жомарт", "бас-аяғы"])
def test_a_hyphened_word_is_not_cut_at_its_hyphen(word: str) -> None:
    assert "-" in analyse(word).lemma


@pytest.mark.parametrize(
    ("word", "lemma", "case"),
    [
        ("Тоқаевтың", "тоқаев", "gen"), ("Тоқаевқа", "тоқаев", "dat"), ("Тоқаевты", "тоқаев", "acc"),
        ("Тоқаевпен", "тоқаев", "ins"),
        ("Мирзиёевке", "мирзиёев", "dat"), ("Путинге", "путин", "dat"), ("Путинді", "путин", "acc"), ("Путиннен", "путин", "abl"),
        ("Трамптың", "трамп", "gen"), ("Макронмен", "макрон", "ins"), ("Шольцпен", "шольц", "ins"), ("Мелониді", "мелони", "acc"),
        ("Лукашенконы", "лукашенко", "acc"), ("Эрдоғанға", "эрдоған", "dat"), ("Гутерришпен", "гутерриш", "ins"),
        ("Парижде", "париж", "loc"), ("Лондонда", "лондон", "loc"), ("Анкарадан", "анкара", "abl"), ("Алидың", "али", "gen"),
    ],
)  # fmt: skip
def test_a_name_is_read_in_its_case_whatever_harmony_its_ending_takes(word: str, lemma: str, case: str) -> None:
    assert analyse(word, True) == Nominal(lemma, case)


def test_readings_begin_with_the_best_and_hold_each_once() -> None:
    found = readings("министріне")
    assert found[0] == analyse("министріне")
    assert len(found) == len(set(found)) > 1


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Путинмен", {("Путин", "ins"), ("Путинмен", "nom")}),
        ("АҚШ-тағы", {("АҚШ", "loc"), ("АҚШ-тағы", "nom")}),
        ("Оман", {("Оман", "nom")}),
        ("министрлігінде", {("министрлігі", "loc"), ("министрлігін", "loc"), ("министрлігінде", "nom")}),
    ],
)
def test_only_the_case_comes_off_a_name_so_that_the_rest_is_as_written(word: str, expected: set[tuple[str, str]]) -> None:
    assert {(word[:length], case) for length, case, *_ in case_readings(word)} == expected


def test_a_possessed_reading_is_marked_where_only_the_case_comes_off() -> None:
    assert {(length, possessed) for length, case, _, possessed in case_readings("министрлігінде") if case == "loc"} == {
        (11, True),
        (12, False),
    }


@settings(deadline=None)
@given(st.text(alphabet="аәбвгғдежзийкқлмнңоөпрстуұүфхһцчшщыіьэюя-'АҚШТМДёЁ", min_size=1, max_size=24))
def test_any_word_has_a_reading_and_its_nominative_is_a_beginning_of_it(word: str) -> None:
    assert analyse(word).lemma
    assert analyse(word, True).case in CASES.values()
    lengths = [length for length, *_ in case_readings(word)]
    assert all(0 < length <= len(word) for length in lengths)
    assert len(word) in lengths


@pytest.mark.parametrize(
    ("stem", "kind", "sound"),
    [
        ("қала", "back", "vowel"), ("елші", "front", "vowel"), ("қазақстан", "back", "nasal"), ("келісім", "front", "nasal"),
        ("тау", "back", "sonorant"), ("министр", "front", "sonorant"), ("қыз", "back", "voiced"),
        ("мемлекет", "front", "voiceless"), ("кремль", "front", "sonorant"), ("тоқаев", "front", "voiceless"),
    ],
)  # fmt: skip
def test_the_sounds_of_a_stem_choose_its_endings(stem: str, kind: str, sound: str) -> None:
    assert (harmony(stem), last_sound(stem)) == (kind, sound)


@cache
def _names() -> tuple[str, ...]:
    """Given names, and the last words of people's names, of the seed tables; numbers of monarchs left out."""
    found: set[str] = set()
    for table, column in (("given_names.csv", "name"), ("people.csv", "name_kk")):
        with (folder("seeds") / table).open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(line for line in file if not line.startswith("#"))
            found.update(row[column].split()[-1] for row in rows)
    return tuple(sorted(name for name in found if not name.isascii() and not name.isupper()))


def test_declined_names_come_back_as_their_nominative_in_most_cases() -> None:
    inflector = QazaqNameInflector(strict=True)
    pairs = [(name, case, inflector.inflect(name, case) or "") for name in _names() for case in CASES]
    assert len(pairs) > 10_000
    wrong = [
        f"{form}: {case} of {name}, read as {found.case} of {found.lemma}"
        for name, case, form in pairs
        if (found := analyse(form, True)) and (found.lemma, found.case) != (name.lower(), CASES[case])
    ]
    assert len(wrong) / len(pairs) <= 0.025, "\n".join(wrong)


def test_the_right_nominative_is_nearly_always_among_the_readings_of_a_declined_name() -> None:
    inflector = QazaqNameInflector(strict=True)
    pairs = [(name, case, inflector.inflect(name, case) or "") for name in _names() for case in CASES]
    wrong = [
        f"{form}: {case} of {name}"
        for name, case, form in pairs
        if (len(name), CASES[case]) not in {(length, label) for length, label, *_ in case_readings(form)}
    ]
    assert len(wrong) / len(pairs) <= 0.005, "\n".join(wrong)
