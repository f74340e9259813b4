"""A tagger finds names that no table and no rule knows; it is checked, and overrules nothing."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kg.extract import extract
from kg.language.ner import Tagged
from kg.model.article import Article


class WordTagger:
    """A tagger whose whole model is a table of words: real in all but size."""

    def __init__(self, labels: dict[str, str], confidence: float = 0.99) -> None:
        self.labels = labels
        self.confidence = confidence

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[Tagged]]:
        return [
            [Tagged(i, i, self.labels[word], self.confidence) for i, word in enumerate(sentence) if word in self.labels]
            for sentence in sentences
        ]


class Broken:
    def __init__(self, answer: list[list[Tagged]]) -> None:
        self.answer = answer

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[Tagged]]:
        return self.answer


TEXT = "Кеше кездесуге Бозторғаймен бірге Германия Канцлері Олаф Шольц қатысты."


def article(text: str = TEXT) -> Article:
    return Article("a", "Тақырып", text, "2025-05-05", "kk")


def people(extraction) -> set[str]:
    return {a.name for a in extraction.actors if a.type == "person"}


def test_without_a_tagger_an_unknown_word_is_no_person():
    assert people(extract(article())) == {"Олаф Шольц"}


def test_a_name_of_the_tagger_becomes_an_actor_in_the_nominative():
    found = extract(article(), WordTagger({"Бозторғаймен": "PERSON"}))
    assert people(found) == {"Олаф Шольц", "Бозторғай"}
    actor = next(a for a in found.actors if a.name == "Бозторғай")
    assert [TEXT[span.start : span.end] for span in actor.mentions] == ["Бозторғаймен"]
    assert actor.rule == "tagger"
    assert 0 < actor.confidence < 1


def test_what_tables_know_is_not_overruled():
    found = extract(article(), WordTagger({"Германия": "PERSON", "Шольц": "ORGANISATION"}))
    assert people(found) == {"Олаф Шольц"}
    assert {a.iso for a in found.actors if a.type == "country"} == {"DE"}


def test_a_doubtful_name_is_left_out():
    assert people(extract(article(), WordTagger({"Бозторғаймен": "PERSON"}, confidence=0.3))) == {"Олаф Шольц"}


@pytest.mark.parametrize("answer", [[], [[Tagged(0, 400, "PERSON", 0.9)]], [[Tagged(3, 2, "PERSON", 0.9)]]])
def test_a_tagger_that_answers_for_other_sentences_is_a_fault(answer):
    with pytest.raises(ValueError, match="tagger"):
        extract(article(), Broken(answer))


class Counting(WordTagger):
    """Notes which sentences it is asked for."""

    def __init__(self, labels: dict[str, str]) -> None:
        super().__init__(labels, 0.99)
        self.asked: list[str] = []

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[Tagged]]:
        self.asked += [" ".join(sentence) for sentence in sentences]
        return super().tag(sentences)


def test_the_tagger_is_asked_only_where_a_capital_is_unexplained():
    tagger = Counting({})
    extract(article("Германия Канцлері Олаф Шольц Астанаға келді. Кешке Бозторғаймен бірге жүздеген адам жиналды."), tagger)
    assert tagger.asked == ["Кешке Бозторғаймен бірге жүздеген адам жиналды ."]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Тараптар Қайтарым туралы келісімге қол қойды.", "Қайтарым"),
        ("Кездесуде DOLANA бағдарламасының барысы айтылды.", "DOLANA"),
        ("Екі жақ Жанашыр келісімдерін талқылады.", "Жанашыр"),
    ],
)
def test_the_name_of_another_thing_is_no_organization(text: str, word: str):
    found = extract(article(text), WordTagger({word: "ORGANISATION"}, 0.99))
    assert word not in {a.name for a in found.actors}


def test_a_part_of_a_longer_name_is_that_person():
    text = "Кездесуге Умберто Эрнандес Саламанка келді. Кешке Эрнандес журналистерге жауап берді."
    found = extract(article(text), WordTagger({"Эрнандес": "PERSON"}, 0.99))
    assert [a.name for a in found.actors if a.type == "person"] == ["Умберто Эрнандес Саламанка"]
