from __future__ import annotations

import pytest

from kg.language import language, languages
from kg.model.errors import ExtractionError
from tests.language.helpers import analysed


def test_kazakh_can_be_read() -> None:
    assert "kk" in languages()


@pytest.mark.parametrize("code", ["xx", "", None])
def test_a_language_that_cannot_be_read_is_refused_with_those_that_can(code: str | None) -> None:
    with pytest.raises(ExtractionError, match="kk"):
        language(code)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("АСТАНА. Министр келді.", "Астана"),
        ("Ташкент, 3 желтоқсан. Министр келді.", "Ташкент"),
        ("Алматы – Министр келді.", "Алматы"),
        ("Алматыда министр келді.", None),
        ("Министр Астанаға келді.", None),
    ],
)
def test_a_dateline_is_a_place_before_the_first_mark(text: str, place: str | None) -> None:
    assert analysed(text).dateline == place


def test_a_first_line_that_repeats_the_title_is_no_part_of_the_body() -> None:
    text = "Министр келді\nАСТАНА. Ол елшіні қабылдады."
    doc = analysed(text, title="Министр келді")
    assert text[doc.body :].startswith("АСТАНА.")
    assert doc.dateline == "Астана"


def test_a_first_line_that_says_something_else_belongs_to_the_body() -> None:
    assert analysed("Елші кетті\nОл оралмайды.", title="Министр келді").body == 0


def test_tokens_know_their_sentence_and_sentences_their_tokens() -> None:
    doc = analysed("Министр келді. Ол елшіні қабылдады.\nЕлші кетті.")
    assert [" ".join(t.text for t in doc.tokens[a:b]) for a, b in doc.sentences] == [
        "Министр келді .",
        "Ол елшіні қабылдады .",
        "Елші кетті .",
    ]
    assert all(doc.tokens[i].sentence == n for n, (a, b) in enumerate(doc.sentences) for i in range(a, b))
