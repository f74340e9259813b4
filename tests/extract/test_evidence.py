from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract import extract, languages
from kg.ingest.records import from_record, to_record
from kg.model.article import Article
from kg.model.errors import ExtractionError
from kg.model.facts import AGREEMENT_STATUSES, AGREEMENT_TYPES, MEETING_STATUSES, MEETING_TYPES, Extraction
from tests.extract.helpers import PUBLISHED, named, read

ARTICLE = (
    "Тоқаев Ташкентке барды\n"
    "АСТАНА. 😀 Қазақстан Президенті Қасым-Жомарт Тоқаев 1 желтоқсанда Ташкентте Өзбекстан Президенті Шавкат Мирзиёевпен "
    "кездесті. Тараптар көлік саласындағы ынтымақтастық туралы келісімге қол қойды.\r\n"
    "Жиынға Сыртқы істер министрі Айдос Серіков пен «Сұңқар» компаниясының басшысы Б. Ахметов қатысты. Қ. Тоқаев келесі айда "
    "Бішкекке сапармен барады, онда ол Садыр Жапаровпен кездеседі."
)
WORDS = [
    "Қазақстан", "Өзбекстанның", "Президенті", "министрі", "елшісі", "Қасым-Жомарт", "Тоқаев", "Мирзиёевпен", "Айдос",
    "Серіковті", "А.", "кездесті", "қабылдады", "қабылдамады", "кездеседі", "келіссөз", "саммит", "өтті", "барды",
    "сапармен", "Ташкентте", "Бішкекке", "келісімге", "қол", "қойды", "туралы", "меморандум", "мен", "және", ",", ".",
    "«", "»", "(", ")", "–", "\n", "ол", "оған", "қатысты", "БҰҰ-ның", "2025", "жылғы", "15", "қарашада", "кеше",
    "телефон", "арқылы", "сөйлесті", "арасындағы", "күшіне", "енді", "😀", "\x00",
]  # fmt: skip


def quotes(found: Extraction) -> list[str]:
    """The words that prove each fact."""
    spans = [fact.provenance.evidence for fact in (*found.roles, *found.meetings, *found.agreements)]
    return [found.article.text[span.start : span.end] for span in spans if span is not None]


def test_evidence_is_the_words_of_the_article_in_code_points() -> None:
    found = read(ARTICLE)
    assert "Өзбекстан Президенті Шавкат Мирзиёевпен кездесті" in quotes(found)
    assert any(quote.endswith("келісімге қол қойды") for quote in quotes(found))
    assert any(quote == "Сыртқы істер министрі Айдос Серіков" for quote in quotes(found))


def test_every_fact_has_evidence_a_rule_and_a_confidence() -> None:
    found = read(ARTICLE)
    facts = [*found.roles, *found.meetings, *found.agreements]
    assert facts
    for fact in facts:
        assert fact.provenance.evidence is not None
        assert fact.provenance.rule
        assert 0 < fact.provenance.confidence <= 1


def test_a_mention_of_an_actor_begins_with_a_name_of_it() -> None:
    found = read(ARTICLE)
    for actor in found.actors:
        for span in actor.mentions:
            quote = ARTICLE[span.start : span.end].lstrip("«")
            assert any(quote.startswith(name[:3]) for name in (actor.name, *actor.aliases)), (actor.name, quote)


def test_a_person_has_one_actor_for_all_ways_of_naming_it() -> None:
    found = read(ARTICLE)
    people = [actor for actor in found.actors if actor.type == "person" and "Тоқаев" in actor.name]
    assert [actor.name for actor in people] == ["Қасым-Жомарт Тоқаев"]
    assert "Қ. Тоқаев" in people[0].aliases


def test_roles_name_the_office_and_its_body() -> None:
    found = read(ARTICLE)
    roles = {(next(iter(named(found, r.person))), r.title, next(iter(named(found, r.of)), None)) for r in found.roles}
    assert {("Қасым-Жомарт Тоқаев", "Президент", "Қазақстан"), ("Шавкат Мирзиёев", "Президент", "Өзбекстан")} <= roles


def sound(found: Extraction) -> None:
    """Whatever the text: local ids are known, spans lie inside it, values are those of the model."""
    size = len(found.article.text)
    ids = [actor.id for actor in found.actors]
    assert len(ids) == len(set(ids))
    spans = [span for actor in found.actors for span in actor.mentions]
    spans += [f.provenance.evidence for f in (*found.roles, *found.meetings, *found.agreements) if f.provenance.evidence]
    assert all(0 <= span.start < span.end <= size for span in spans)
    for meeting in found.meetings:
        assert meeting.type in MEETING_TYPES
        assert meeting.status in MEETING_STATUSES
        assert set(meeting.participants) | ({meeting.host} - {None}) <= set(ids)
        assert len(meeting.participants) == len(set(meeting.participants))
    for agreement in found.agreements:
        assert agreement.type in AGREEMENT_TYPES
        assert agreement.status in AGREEMENT_STATUSES
        assert set(agreement.parties) | set(agreement.signatories) <= set(ids)
    assert all(role.person in ids and (role.of is None or role.of in ids) for role in found.roles)


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from(WORDS), max_size=40), st.sampled_from([None, PUBLISHED, "2025"]))
def test_any_heap_of_words_gives_sound_facts(words: list[str], published: str | None) -> None:
    sound(read(" ".join(words), date=published))


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=80))
def test_any_characters_give_sound_facts(text: str) -> None:
    sound(read(text))


HOSTILE = {
    "nothing": "",
    "white space": " \n\t\r\n ",
    "one letter a million times": "а" * 1_000_000,
    "one capital a million times": "Қ" * 1_000_000,
    "digits": "1" * 100_000,
    "emoji": "😀" * 20_000,
    "hyphens": "а-" * 100_000,
    "line breaks": "\n" * 50_000,
    "marks that never close": "«" * 20_000 + "Сұңқар компаниясы келді.",
    "marks that close first": "»Қазақстан«) Тоқаев (Путинмен кездесті».",
    "control characters": "\x00\x01\x1b[31mТоқаев\x07 Путинмен\x7f кездесті.\u202e\u200b",
    "other scripts": "שלום مرحبا 你好 Тоқаев ￿ \U0010ffff",
    "initials": "А. " * 5_000,
    "names": "Тоқаев " * 5_000,
    "countries": "Қазақстан, " * 5_000,
    "markup": "<script>alert('Тоқаев')</script> Тоқаев &amp; Путин кездесті.",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_read_to_its_end(text: str) -> None:
    sound(read(text))


def test_control_characters_between_words_hide_no_fact() -> None:
    found = read("\x1bАйдос Серіков\x07 елші Жан Мартенмен\x7f кездесті.")
    assert [named(found, *meeting.participants) for meeting in found.meetings] == [{"Айдос Серіков", "Жан Мартен"}]


def test_a_sentence_of_twenty_thousand_words_is_read() -> None:
    text = "Айдос Серіков сауда мен көлік туралы айтып , " * 2_500 + "министр Айдос Серіков елші Жан Мартенмен кездесті."
    found = read(text)
    sound(found)
    assert {"Айдос Серіков", "Жан Мартен"} <= {actor.name for actor in found.actors}


def test_the_same_article_gives_the_same_facts() -> None:
    assert read(ARTICLE) == read(ARTICLE)


def test_facts_do_not_depend_on_the_order_of_hashes() -> None:
    program = (
        "import json, sys\n"
        "from kg.extract import extract\n"
        "from kg.ingest.records import to_record\n"
        "from kg.model.article import Article\n"
        "article = Article('one', 'Тақырып', sys.stdin.buffer.read().decode(), '2025-12-03', 'kk')\n"
        "print(json.dumps(to_record(extract(article)), ensure_ascii=True))\n"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", program],
            input=ARTICLE.encode(),
            capture_output=True,
            check=True,
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
        ).stdout
        for seed in ("0", "1", "4242")
    }
    assert len(answers) == 1
    expected = to_record(extract(Article("one", "Тақырып", ARTICLE, PUBLISHED, "kk")))
    assert json.loads(answers.pop()) == json.loads(json.dumps(expected))


@pytest.mark.parametrize("code", ["ru", "xx", None])
def test_an_article_in_a_language_that_cannot_be_read_is_refused(code: str | None) -> None:
    if code in languages():
        pytest.skip(f"{code} can be read")
    with pytest.raises(ExtractionError, match="kk"):
        extract(Article("one", "Тақырып", "Тоқаев келді.", PUBLISHED, code))


def test_what_a_text_denies_is_kept_apart() -> None:
    text = "Президент Қасым-Жомарт Тоқаев Германия Канцлері Олаф Шольцпен кездескен жоқ. Олаф Шольц Қазақстанға кеше келді."
    found = extract(Article("d", "Тақырып", text, "2024-09-17", "kk"))
    names = {a.id: a.name for a in found.actors}
    denied = [m for m in found.meetings if m.negated]
    assert [{names[p] for p in m.participants} for m in denied] == [{"Қасым-Жомарт Тоқаев", "Олаф Шольц"}]
    assert [m.type for m in found.meetings if not m.negated] == ["visit"]
    record = to_record(found)
    assert [m["id"] for m in record["denied"]] == [denied[0].id]
    assert from_record(record, "d.json").meetings == found.meetings


def test_a_denied_agreement_is_kept_apart() -> None:
    text = "Қазақстан мен Оман туризм туралы келісімге қол қойды. Қазақстан мен Оман әскери база туралы келісімге қол қойған жоқ."
    found = extract(Article("d", "Тақырып", text, "2024-09-17", "kk"))
    record = to_record(found)
    assert [a["name"] for a in record["agreements"]] == ["туризм туралы келісім"]
    assert [a["name"] for a in record["denied_agreements"]] == ["әскери база туралы келісім"]
    assert from_record(record, "d.json").agreements == found.agreements
