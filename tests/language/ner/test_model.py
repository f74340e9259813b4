"""The tagger that ships."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import kg.language.ner.model
from kg.language.ner.model import FILES, LONGEST, NeuralTagger, shipped

SENTENCES = [
    ["Әнел", "Тұрысбекқызы", "Порту", "қаласында", "Бразилия", "елшісі", "Жоржи", "Фигейредумен", "кездесті", "."],
    ["Дүйсенбіде", "Ауыл", "шаруашылығы", "министрлігі", "жаңа", "бағдарламаны", "таныстырды", "."],
    [],
    ["Әбу-Даби"],
    ["Кеше", "жаңбыр", "жауды", "."],
]
FOLDER = Path(kg.language.ner.model.__file__).parent / "model"


def spans(number: int) -> set[tuple[str, str]]:
    (found,) = shipped().tag([SENTENCES[number]])
    return {(" ".join(SENTENCES[number][m.first : m.last + 1]), m.label) for m in found}


def test_it_finds_people_places_and_bodies_that_no_table_knows():
    assert {("Әнел Тұрысбекқызы", "PERSON"), ("Жоржи Фигейредумен", "PERSON"), ("Бразилия", "GPE")} <= spans(0)
    assert ("Ауыл шаруашылығы министрлігі", "ORGANISATION") in spans(1)


def test_where_nothing_is_named_it_finds_nothing():
    assert not {label for _, label in spans(4)} & {"PERSON", "ORGANISATION", "GPE"}
    assert spans(2) == set()


def test_a_sentence_gets_the_same_labels_alone_and_among_others():
    alone = [shipped().tag([words])[0] for words in SENTENCES]
    assert shipped().tag(SENTENCES) == alone
    assert shipped().tag(SENTENCES[::-1]) == alone[::-1]


@pytest.mark.parametrize(
    "words",
    [["\x00"], ["\u200f", "\u200b"], ["ы" * 5000], ["😀", "漢字", "\u202e"], ["Астана"] * (3 * LONGEST), [""]],
    ids=["control", "invisible", "endless word", "other scripts", "endless sentence", "empty word"],
)
def test_odd_text_is_tagged_within_its_bounds(words: list[str]):
    (found,) = shipped().tag([words])
    assert all(0 <= m.first <= m.last < len(words) and 0 <= m.confidence <= 1 for m in found)


def test_a_sentence_longer_than_one_run_keeps_its_positions():
    words = ["ал"] * LONGEST + SENTENCES[1]
    (found,) = shipped().tag([words])
    assert any(words[m.first : m.last + 1] == ["Ауыл", "шаруашылығы", "министрлігі"] for m in found)


@pytest.mark.parametrize("name", FILES)
def test_a_folder_without_one_of_its_files_says_so(name: str, tmp_path: Path):
    for other in FILES:
        if other != name:
            shutil.copy(FOLDER / other, tmp_path)
    with pytest.raises(FileNotFoundError, match=f"lacks .*{name}"):
        NeuralTagger(tmp_path)


def test_the_model_card_names_data_licence_and_scores():
    card = (FOLDER / "README.md").read_text("utf-8")
    assert {word for word in ("KazNERD", "CC BY 4.0", "MIT", "F1") if word not in card} == set()


def test_the_model_is_small_enough_for_the_wheel():
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < 50_000_000
