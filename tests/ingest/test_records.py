from __future__ import annotations

import copy
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.ingest import from_record, read, to_record
from kg.ingest.article import content_hash
from kg.ingest.text import clean, one_line
from kg.model.article import Article
from kg.model.errors import IngestError
from kg.model.facts import (
    AGREEMENT_STATUSES,
    AGREEMENT_TYPES,
    MEETING_STATUSES,
    MEETING_TYPES,
    Actor,
    Agreement,
    Extraction,
    Meeting,
    Provenance,
    Role,
    Span,
)
from tests.ingest.helpers import BODY, TITLE, is_rejected


def write(name: str, *records: Any) -> None:
    Path(name).write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")


def test_a_record_without_facts_is_an_article(inbox, one):
    write(
        "a.json",
        {
            "id": "x",
            "lang": "kk-KZ",
            "date": "2025-11-15T10:00:00+05:00",
            "source": "s",
            "title": TITLE,
            "text": BODY,
            "url": "https://e.kz/1",
            "more": [1],
        },
    )
    assert one("a.json") == Article(
        id="x", title=TITLE, text=BODY, date="2025-11-15", lang="kk", url="https://e.kz/1", source="s", origin="a.json",
        sha256=content_hash(TITLE, "2025-11-15", "kk", BODY),
    )  # fmt: skip


@pytest.mark.parametrize(("record", "identifier"), [({"id": "x", "url": "u:1"}, "x"), ({"url": "u:1"}, "u:1"), ({}, "a.json")])
def test_the_id_is_the_records_own_else_its_url_else_the_path(inbox, one, record, identifier):
    write("a.json", {"text": BODY} | record)
    assert one("a.json").id == identifier


def test_a_line_without_id_is_called_by_file_and_line(inbox):
    write("a.jsonl", {"text": BODY}, {"text": BODY + "!"})
    assert [item.id for item in read(["a.jsonl"]) if isinstance(item, Article)] == ["a.jsonl#1", "a.jsonl#2"]


def test_facts_become_an_extraction_with_offsets(inbox, one, gold):
    write("a.json", gold)
    extraction = one("a.json")
    text = extraction.article.text
    words = {actor.id: [text[span.start : span.end] for span in actor.mentions] for actor in extraction.actors}
    assert words == {"a1": ["Қасым-Жомарт Тоқаев"], "a2": ["Шавкат Мирзиёев"], "a3": ["Қазақстан"], "a4": ["Өзбекстан"]}
    span = extraction.meetings[0].provenance.evidence
    assert text[span.start : span.end] == gold["meetings"][0]["evidence"]
    assert extraction.roles[0] == Role("a1", "Президент", "a3", Provenance(None))
    assert extraction.agreements[0].date == "2025-11"


def test_a_short_name_is_found_only_as_a_whole_word(gold):
    gold["text"] += " ЕО елдері мен ЕОДБ келісті."
    gold["actors"].append({"id": "a5", "type": "organization", "name": "Еуропалық одақ", "aliases": ["ЕО"]})
    extraction = from_record(gold, "a.json")
    assert [extraction.article.text[s.start : s.end + 1] for s in extraction.actors[4].mentions] == ["ЕО "]


def test_a_quote_is_found_where_white_space_and_unicode_form_differ(gold):
    gold["text"] = gold["text"].replace("су туралы келісімге", "су\r\nтуралы   келісімге").replace("й", "и\u0306")
    extraction = from_record(gold, "a.json")
    span = extraction.agreements[0].provenance.evidence
    assert span is not None
    assert extraction.article.text[span.start : span.end] == "су\nтуралы   келісімге қол қойылды"


def test_given_spans_follow_the_text_when_it_is_cleaned(gold):
    gold["text"] = "\x07\r\n" + gold["text"]
    start = gold["text"].index("Өзбекстан")
    gold["actors"][3]["mentions"] = [[start, start + 9]]
    extraction = from_record(gold, "a.json")
    assert [extraction.article.text[s.start : s.end] for s in extraction.actors[3].mentions] == ["Өзбекстан"]


def test_given_rule_and_confidence_are_kept(gold):
    gold["meetings"][0] |= {
        "rule": "other program",
        "confidence": 0.5,
        "negated": True,
        "reported_by": "Акорда",
        "entity": "meeting/1",
    }
    meeting = from_record(gold, "a.json").meetings[0]
    assert (meeting.provenance.rule, meeting.provenance.confidence, meeting.negated, meeting.reported_by) == (
        "other program",
        0.5,
        True,
        "Акорда",
    )


def change(record: dict[str, Any], path: tuple[Any, ...], value: Any) -> dict[str, Any]:
    changed = copy.deepcopy(record)
    *parents, last = path
    place: Any = changed
    for key in parents:
        place = place[key]
    place[last] = value
    return changed


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("text",), 5, '"text" of the document: is a number'),
        (("text",), None, 'no "text"'),
        (("date",), "15.11.2025", "'15.11.2025' is no date"),
        (("date",), 20251115, '"date" of the document: is a number'),
        (("lang",), "қазақ", "is no language code"),
        (("title",), "\ud83d", "half a character (U+D83D)"),
        (("actors",), {}, '"actors" of the document: is an object'),
        (("actors", 0), "Тоқаев", "actors[0]: is a string"),
        (("actors", 0, "type"), "people", "'people' is unknown"),
        (("actors", 0, "name"), " ", '"name" of actors[0]: is blank'),
        (("actors", 0, "aliases"), [1], '"aliases" of actors[0]: holds something else'),
        (("actors", 0, "mentions"), [[3, 2]], '"mentions" of actors[0]: [3, 2] is no part of the text'),
        (("actors", 0, "mentions"), [[0, 10_000]], "is no part of the text"),
        (("actors", 0, "confidence"), 2, '"confidence" of actors[0]: 2 is no confidence'),
        (("actors", 1, "id"), "a1", "'a1' occurs twice"),
        (("actors", 0, "naem"), "x", '"naem" of actors[0]: is unknown'),
        (("roles", 0, "person"), "a3", "'a3' is no person"),
        (("roles", 0, "of"), "a9", "'a9' is no actor of the document"),
        (("meetings", 0, "participants"), ["a1", "a7"], "'a7' is no actor of the document"),
        (("meetings", 0, "participants"), ["a1", "a1"], "names a1 twice"),
        (("meetings", 0, "host"), "Тоқаев", "'Тоқаев' is no actor"),
        (("meetings", 0, "status"), "done", "'done' is unknown"),
        (("meetings", 0, "type"), None, '"type" of meetings[0]: is missing'),
        (("meetings", 0, "date"), "2025-02-30", "'2025-02-30' is no date"),
        (("meetings", 0, "negated"), "no", '"negated" of meetings[0]: is a string'),
        (("meetings", 0, "evidence"), "Трамп келді", "'Трамп келді' do not stand in the text"),
        (("meetings", 0, "span"), [1], "is no part of the text"),
        (("meetings", 0, "participants_confidence"), [0.5, 2], '"participants_confidence" of meetings[0]: 2 is no confidence'),
        (("meetings", 0, "participants_confidence"), [0.5], "has 1 numbers for 2 participants"),
        (("meetings", 0, "date_confidence"), "sure", "'sure' is no confidence"),
        (("agreements", 0, "parties_confidence"), 0.5, '"parties_confidence" of agreements[0]: is a number'),
        (("agreements", 0, "parties"), "a3", '"parties" of agreements[0]: is a string'),
        (("agreements", 0, "id"), "m1", "'m1' occurs twice"),
        (("agreements", 0, "rule"), 7, '"rule" of agreements[0]: is a number'),
    ],
)  # fmt: skip
def test_wrong_facts_are_rejected_with_line_and_cure(inbox, gold, path, value, message):
    write("a.jsonl", gold, change(gold, path, value))
    _, rejected = read(["a.jsonl"])
    assert is_rejected(rejected, "a.jsonl:2: ", message)


@pytest.mark.parametrize("value", ["[1, 2]", '"text"', "5", "null"])
def test_json_that_is_no_document_is_rejected(inbox, value):
    Path("a.json").write_text(value, encoding="utf-8")
    assert all(is_rejected(item, "a.json", "{…}") for item in read(["a.json"]))


def test_a_list_of_documents_is_read_and_a_bad_one_passed_over(inbox):
    Path("a.json").write_text(json.dumps([{"id": "1", "text": BODY}, {"id": "2"}, {"text": BODY}]), encoding="utf-8")
    first, second, third = read(["a.json"])
    assert isinstance(first, Article) and isinstance(third, Article)
    assert (first.id, third.id) == ("1", "a.json#3")
    assert is_rejected(second, "a.json", 'no "text"', "id")


def test_a_pretty_printed_document_is_one_document(inbox, one, gold):
    Path("a.json").write_text(json.dumps(gold, ensure_ascii=False, indent=1), encoding="utf-8")
    assert one("a.json").article.id == "d1"


def test_json_lines_are_known_by_their_content(inbox):
    write("a.txt", {"id": "1", "text": BODY}, {"id": "2", "text": BODY})
    assert len(list(read(["a.txt"]))) == 2


def test_a_broken_line_costs_only_itself(inbox):
    Path("a.jsonl").write_text(
        '{"id": "1", "text": "Тоқаев келді"}\n{"id": \n\n{"id": "3", "text": "Тоқаев кетті"}\n', encoding="utf-8"
    )
    first, second, third = read(["a.jsonl"])
    assert isinstance(first, Article) and isinstance(third, Article)
    assert is_rejected(second, "a.jsonl:2: no JSON", "one JSON object a line")


def test_a_broken_first_line_costs_only_itself_whatever_the_name(inbox):
    Path("a.txt").write_text('{"id": "1" "text": "x"}\n{"id": "2", "text": "Тоқаев кетті"}\n', encoding="utf-8")
    first, second = read(["a.txt"])
    assert is_rejected(first, "a.txt:1: no JSON")
    assert isinstance(second, Article)


def test_broken_json_is_named_by_its_line(inbox, one):
    Path("a.json").write_text('{\n "id": "1",\n "text": "x",,\n}', encoding="utf-8")
    assert is_rejected(one("a.json"), "a.json:3: no JSON")


def test_json_nested_without_end_is_rejected(inbox, one):
    Path("a.json").write_text("[" * 100_000, encoding="utf-8")
    assert is_rejected(one("a.json"), "a.json")


@pytest.mark.parametrize("value", ['{"text": "x", "n": NaN}', '{"text": "x", "n": ' + "1" * 5_000 + "}"])
def test_numbers_that_are_none_are_rejected(inbox, one, value):
    Path("a.json").write_text(value, encoding="utf-8")
    assert is_rejected(one("a.json"), "a.json", "no JSON")


def test_json_lines_in_utf_16_are_read(inbox):
    lines = "".join(json.dumps({"id": str(n), "text": BODY}, ensure_ascii=False) + "\n" for n in range(3))
    Path("a.jsonl").write_bytes(lines.encode("utf-16"))
    assert [item.id for item in read(["a.jsonl"]) if isinstance(item, Article)] == ["0", "1", "2"]


def test_a_line_in_broken_utf8_costs_only_itself(inbox):
    lines = [json.dumps({"id": str(n), "text": BODY}, ensure_ascii=False).encode() for n in range(2)]
    Path("a.jsonl").write_bytes(lines[0].replace(b"KAZINFORM", b"KAZ\xffINFORM") + b"\n" + lines[1])
    first, second = read(["a.jsonl"])
    assert is_rejected(first, "a.jsonl:1", "is not UTF-8")
    assert isinstance(second, Article)


def test_an_endless_line_is_passed_over(inbox, monkeypatch):
    monkeypatch.setattr("kg.ingest.jsonfile.MAX_LINE", 1000)
    write("a.jsonl", {"id": "1", "text": "ә" * 2000}, {"id": "2", "text": BODY})
    first, second = read(["a.jsonl"])
    assert is_rejected(first, "a.jsonl:1", "a line longer than")
    assert isinstance(second, Article)


def test_an_empty_file_of_lines_or_an_empty_list_is_rejected(inbox, one):
    Path("a.jsonl").write_text("\n\n", encoding="utf-8")
    Path("a.json").write_text("[]", encoding="utf-8")
    assert is_rejected(one("a.jsonl"), "a.jsonl", "no text")
    assert is_rejected(one("a.json"), "a.json", "empty")


def test_an_extraction_without_facts_stays_one(inbox, one):
    write("a.json", to_record(Extraction(from_record({"id": "1", "text": BODY}, "a.json").article, (), (), (), ())))
    assert one("a.json") == from_record({"id": "1", "text": BODY}, "a.json")


def test_faults_name_the_file_given(gold):
    del gold["meetings"][0]["participants"]
    gold["actors"][0]["type"] = 3
    with pytest.raises(IngestError) as caught:
        from_record(gold, "news.jsonl", 7)
    assert str(caught.value).startswith('news.jsonl:7: "type" of actors[0]: is a number')


words = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=12).map(one_line).filter(bool)
texts = st.text(st.characters(exclude_categories=("Cs",)), min_size=2, max_size=80)
moments = st.none() | st.dates().map(lambda day: day.isoformat()) | st.just("2025-11") | st.just("2025")


def _surely(one: Meeting) -> dict[str, Any]:
    return {"participants_confidence": (0.25,) * len(one.participants), "date_confidence": 0.5, "place_confidence": 1.0}


@st.composite
def extractions(draw: st.DrawFn) -> Extraction:
    text = draw(
        st.text(st.characters(exclude_categories=("Cs",)), min_size=2, max_size=80)
        .map(clean)
        .filter(lambda t: len(t.strip()) > 1)
    )
    spans = st.integers(0, len(text) - 1).flatmap(lambda s: st.integers(s + 1, len(text)).map(lambda e: Span(s, e)))
    provenances = st.builds(Provenance, evidence=st.none() | spans, rule=words, confidence=st.floats(0, 1))
    names = st.lists(words, max_size=2).map(tuple)
    ids = [f"a{n}" for n in range(1, draw(st.integers(1, 4)) + 1)]
    types = st.sampled_from(("person", "organization", "country"))
    places, codes = st.lists(spans, max_size=3).map(tuple), st.none() | st.just("KZ")
    actors = tuple(
        Actor(
            key, "person" if key == "a1" else draw(types), draw(words), draw(names), draw(codes), draw(places),
            draw(words), draw(st.floats(0, 1)),
        )
        for key in ids
    )  # fmt: skip
    some = st.lists(st.sampled_from(ids), unique=True).map(tuple)
    surely = draw(st.booleans())
    maybe = st.none() | st.sampled_from(ids)
    roles = st.builds(Role, st.just("a1"), words, maybe, provenances)
    meetings = st.builds(
        Meeting,
        st.just("m1"),
        st.sampled_from(MEETING_TYPES),
        some,
        maybe,
        moments,
        st.none() | words,
        st.sampled_from(MEETING_STATUSES),
        names,
        provenances,
        st.booleans(),
        st.none() | words,
    ).map(lambda one: replace(one, **_surely(one) if surely else {}))
    kinds, states, sure = st.sampled_from(AGREEMENT_TYPES), st.sampled_from(AGREEMENT_STATUSES), st.booleans()
    place = st.none() | words
    agreements = st.builds(Agreement, st.just("g1"), kinds, words, names, some, states, moments, place, provenances, some, sure)
    title, day, lang = draw(st.just("") | words), draw(st.none() | st.just("2025-11-15")), draw(st.just("kk"))
    article = Article(
        id=draw(words),
        title=title,
        text=text,
        date=day,
        lang=lang,
        url=draw(st.none() | words),
        source=draw(st.none() | words),
        origin=draw(words),
        sha256=content_hash(title, day, lang, text),
    )
    return Extraction(
        article, actors, tuple(draw(st.lists(roles, max_size=2))), tuple(draw(st.lists(meetings, max_size=1))),
        tuple(draw(st.lists(agreements, max_size=1))),
    )  # fmt: skip


@given(extractions())
@settings(max_examples=150, deadline=None)
def test_what_is_written_reads_back_the_same(extraction):
    written = json.dumps(to_record(extraction), ensure_ascii=False)
    assert from_record(json.loads(written), "ignored.json", 1) == extraction


@given(st.text(max_size=200))
def test_cleaning_twice_changes_nothing(text):
    assert clean(clean(text)) == clean(text)
