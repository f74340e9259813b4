from __future__ import annotations

import pytest

from kg.language.document import VerbForm
from kg.language.kk.verbs import ends_clause, is_future, is_participle, modality, nominalised, verb_form
from tests.language.helpers import analysed


@pytest.mark.parametrize(
    ("word", "form", "tense"),
    [
        ("қабылдады", "finite", "past"), ("қабылдайды", "finite", "future"), ("қабылдамақ", "finite", "future"),
        ("қабылдар", "finite", "future"), ("қабылдапты", "finite", "past"), ("қабылдаған", "participle", "past"),
        ("қабылдайтын", "participle", "future"), ("қабылдағанын", "participle", "past"), ("қабылдап", "converb", "none"),
        ("қабылдаса", "finite", "conditional"), ("қабылдау", "noun", "none"), ("қабылдауы", "noun", "none"),
    ],
)  # fmt: skip
def test_tense_and_form_of_a_stem_in_a_vowel(word: str, form: str, tense: str) -> None:
    assert verb_form(word, "қабылда") == VerbForm("қабылда", form, tense)


@pytest.mark.parametrize(
    ("word", "form", "tense"),
    [
        ("кездесті", "finite", "past"), ("кездеседі", "finite", "future"), ("кездеспек", "finite", "future"),
        ("кездесер", "finite", "future"), ("кездескен", "participle", "past"), ("кездесетін", "participle", "future"),
        ("кездескенін", "participle", "past"), ("кездесетінін", "participle", "future"), ("кездесіп", "converb", "none"),
        ("кездесе", "converb", "none"), ("кездесу", "noun", "none"), ("кездесуінде", "noun", "none"),
    ],
)  # fmt: skip
def test_tense_and_form_of_a_stem_in_a_consonant(word: str, form: str, tense: str) -> None:
    assert verb_form(word, "кездес") == VerbForm("кездес", form, tense)


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("қабылдамады", "қабылда"), ("қабылдамайды", "қабылда"), ("қабылдамаған", "қабылда"), ("кездеспеді", "кездес"),
        ("кездеспейді", "кездес"), ("бармады", "бар"), ("ұшпайды", "ұш"),
    ],
)  # fmt: skip
def test_negation_is_read_off_the_verb(word: str, stem: str) -> None:
    found = verb_form(word, stem)
    assert found is not None
    assert found.negated


@pytest.mark.parametrize("word", ["қабылданды", "қабылданады", "қабылданған"])
def test_the_passive_is_told_from_the_active(word: str) -> None:
    found = verb_form(word, "қабылда")
    assert found is not None
    assert found.passive
    assert not found.negated


@pytest.mark.parametrize(
    ("word", "stem"),
    [("барлық", "бар"), ("келісім", "кел"), ("келіссөз", "кел"), ("келесі", "кел"), ("ұшақ", "ұш"), ("алды", "бар")],
)
def test_a_word_that_only_begins_like_a_verb_is_none(word: str, stem: str) -> None:
    assert verb_form(word, stem) is None


@pytest.mark.parametrize(
    "word",
    [
        "барады",
        "кездеседі",
        "қабылдайды",
        "кездеспек",
        "барады",
        "өтеді",
        "өтпек",
        "келетін",
        "қабылдайтынын",
        "сөйлейді",
        "табады",
        "қояды",
        "шығады",
        "келіседі",
        "басталады",
        "қатысады",
    ],
)
def test_future_forms(word: str) -> None:
    assert is_future(word)


@pytest.mark.parametrize(
    "word",
    [
        "қабылдады",
        "сөйледі",
        "талқылады",
        "мақұлдады",
        "тоқтады",
        "қабылдамады",
        "кездеспеді",
        "қабылданбады",
        "барды",
        "өтті",
        "растады",
        "табыстады",
        "құптады",
        "қойылмады",
        "келмеді",
    ],
)
def test_the_past_of_a_stem_in_a_vowel_is_no_future(word: str) -> None:
    assert not is_future(word)


@pytest.mark.parametrize(
    ("word", "closes"),
    [
        ("кездесті", True), ("кездесіп", True), ("барса", True), ("емес", True), ("жоқ", True), ("министр", False),
        ("елші", False), ("елшіні", False), ("кездесу", False),
        ("келісімді", False), ("инвестицияларды", False), ("құжаты", False), ("президенті", False), ("көтерді", True),
        ("аударды", True),        ("қабылдайды", True), ("болмапты", True), ("кездескен", True),
    ],
)  # fmt: skip
def test_verbs_close_a_clause_and_nouns_do_not(word: str, closes: bool) -> None:
    assert ends_clause(word) is closes


@pytest.mark.parametrize(("word", "expected"), [("кездескен", True), ("баратын", True), ("кездесті", False), ("кен", False)])
def test_participles(word: str, expected: bool) -> None:
    assert is_participle(word) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Министрдің елшімен кездескенін баспасөз хатшысы айтты.", True),
        ("Министр елшімен кездескендігін растады.", True),
        ("Министр елшімен кездесіп, алғыс айтты.", False),
    ],
)
def test_a_verb_reported_as_a_noun_is_recognised(text: str, expected: bool) -> None:
    doc = analysed(text)
    i = next(i for i, token in enumerate(doc.tokens) if token.lower.startswith("кездес"))
    assert nominalised(doc, i, len(doc.tokens) - 1) is expected


def told(text: str, stem: str) -> tuple[str, bool]:
    """Status and negation of what the first word with this stem tells."""
    doc = analysed(text)
    i = next(i for i, token in enumerate(doc.tokens) if token.lower.startswith(stem))
    return modality(doc, i, len(doc.tokens) - 1)


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("Министр елшіні қабылдады.", "қабылда"),
        ("Министр елшімен кездесті.", "кездес"),
        ("Министр елшімен кездескенін айтты.", "кездес"),
        ("Келіссөз өтті.", "келіссөз"),
        ("Келіссөз өткізілді.", "келіссөз"),
        ("Тараптар келіссөз жүргізіп жатыр.", "келіссөз"),
        ("Министр Парижге барды.", "барды"),
    ],
)
def test_what_the_past_tells_was_held(text: str, stem: str) -> None:
    assert told(text, stem) == ("held", False)


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("Министр елшіні қабылдайды.", "қабылда"),
        ("Министр елшімен кездеседі.", "кездес"),
        ("Министр елшімен кездеспек.", "кездес"),
        ("Министр елшімен кездесетін болды.", "кездес"),
        ("Министр елшімен кездесетінін айтты.", "кездес"),
        ("Министр елшімен кездесуді жоспарлап отыр.", "кездес"),
        ("Министрдің елшімен кездесуі мүмкін.", "кездес"),
        ("Келіссөз өтеді деп күтілуде.", "келіссөз"),
        ("Келіссөз өткізу көзделген.", "келіссөз"),
        ("Саммит қазанда өтпек.", "саммит"),
        ("Министр Парижге барады.", "барады"),
    ],
)
def test_what_lies_ahead_is_planned(text: str, stem: str) -> None:
    assert told(text, stem) == ("planned", False)


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("Кездесу кейінге қалдырылды.", "кездесу"),
        ("Министр Парижге сапарын кейінге шегерді.", "сапар"),
        ("Министр сапардан бас тартты.", "сапар"),
        ("Министр Парижге бармайды.", "бармайды"),
        ("Министр елшімен кездеспейтін болды.", "кездес"),
    ],
)
def test_what_was_called_off_is_cancelled(text: str, stem: str) -> None:
    assert told(text, stem) == ("cancelled", False)


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("Министр елшіні қабылдамады.", "қабылда"),
        ("Министр елшіні қабылдаған жоқ.", "қабылда"),
        ("Министр елшімен кездеспеді.", "кездес"),
        ("Министр елшімен кездескенін жоққа шығарды.", "кездес"),
        ("Келіссөз өткен жоқ.", "келіссөз"),
    ],
)
def test_what_is_denied_is_negated(text: str, stem: str) -> None:
    assert told(text, stem) == ("held", True)


@pytest.mark.parametrize("word", ["көмек", "аймақ", "өзбек", "тамыз", "көлемін", "екіжақты", "маңызды", "департаменті", "жеті"])
def test_nouns_and_adjectives_that_look_like_verbs_carry_no_tense(word: str) -> None:
    assert not is_future(word)
    assert modality(analysed(f"кездесіп {word} туралы айтпақ"), 0, 4) == ("planned", False)


@pytest.mark.parametrize("word", ["бермек", "кездеспек", "аламыз", "келемін", "болады", "айтады"])
def test_futures_stay_futures(word: str) -> None:
    assert is_future(word)
