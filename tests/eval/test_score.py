"""The scorer: small documents whose figures a reader can count."""

from __future__ import annotations

import json
import runpy
import sys
from pathlib import Path

import pytest

from kg.eval import parse_facts, read_facts, score
from kg.model.errors import IngestError

SHARED = Path(__file__).parents[3] / "shared" / "gold" / "score.py"
TEXT = "Президент Қасым-Жомарт Тоқаев Астанада Садыр Жапаровты қабылдады. Тараптар меморандумға қол қойды."


def document(**changes):
    record = {
        "id": "d", "lang": "kk", "date": "2025-11-15", "title": "Қабылдау", "text": TEXT,
        "actors": [
            {"id": "a1", "type": "person", "name": "Қасым-Жомарт Тоқаев", "aliases": ["Тоқаев"]},
            {"id": "a2", "type": "person", "name": "Садыр Жапаров"},
            {"id": "a3", "type": "country", "name": "Қазақстан", "iso": "KZ"},
        ],
        "roles": [{"person": "a1", "title": "Президент", "of": None}],
        "meetings": [{
            "id": "m1", "type": "reception", "participants": ["a1", "a2"], "host": "a1", "date": "2025-11-15", "place": "Астана",
            "status": "held", "topics": ["сауда"], "evidence": "Садыр Жапаровты қабылдады",
        }],
        "agreements": [{
            "id": "g1", "type": "memorandum", "name": "меморандум", "parties": ["a3"], "status": "signed", "date": None,
            "evidence": "меморандумға қол қойды",
        }],
    }  # fmt: skip
    return parse_facts(json.dumps(record | changes))


def figures(gold, predicted):
    return score({"d": gold}, {"d": predicted})


def counts(result, kind):
    found = result.facts[kind]
    return found.right, found.spurious, found.missed


def altered(group, **changes):
    """The document with the first fact of one group changed."""
    facts = json.loads(json.dumps(getattr(document(), group), default=lambda fact: {k: getattr(fact, k) for k in fact.__slots__}))
    members = {"meetings": "participants", "agreements": "parties"}.get(group)
    for fact in facts:
        if members:
            fact[members] = fact.pop("members")
    facts[0] |= changes
    return document(**{group: facts})


def test_a_document_equals_itself():
    result = figures(document(), document())
    assert all(row.f1 == 1.0 for row in result.facts.values())
    assert all(share.accuracy == 1.0 for share in result.attributes.values())
    assert not result.misses


def test_a_document_without_extraction_is_missed_whole():
    result = score({"d": document()}, {})
    assert counts(result, "graph") == (0, 0, 3 + 1 + 2 + 1)


def test_an_actor_found_by_another_name_is_the_same_actor():
    result = figures(document(), altered("actors", name="Тоқаев", aliases=[]))
    assert counts(result, "actors") == (3, 0, 0)


def test_a_country_meets_by_its_code_whatever_its_name():
    found = document(actors=[{"id": "a3", "type": "country", "name": "ҚР", "iso": "KZ"}], roles=[], meetings=[], agreements=[])
    assert counts(figures(document(), found), "actors") == (1, 0, 2)


def test_an_optional_fact_counts_neither_when_found_nor_when_left_out():
    gold = altered("meetings", required=False)
    assert counts(figures(gold, document()), "meetings") == (0, 0, 0)
    assert counts(figures(gold, document(meetings=[])), "meeting participants") == (0, 0, 0)


def test_a_title_may_be_inflected():
    assert counts(figures(document(), altered("roles", title="Президенті")), "roles") == (1, 0, 0)


def test_another_title_is_another_role():
    assert counts(figures(document(), altered("roles", title="Премьер-министр")), "roles") == (0, 1, 1)


def test_where_gold_does_not_say_of_what_any_body_is_accepted():
    assert counts(figures(document(), altered("roles", of="a3")), "roles") == (1, 0, 0)


def test_a_visit_is_no_meeting_but_talks_may_be_one():
    assert counts(figures(document(), altered("meetings", type="visit")), "meetings") == (0, 1, 1)
    talks = figures(document(), altered("meetings", type="talks"))
    assert counts(talks, "meetings") == (1, 0, 0)
    assert talks.attributes["meeting type"].accuracy == 0.0


def test_a_meeting_needs_half_of_its_participants():
    found = altered("meetings", participants=["a1"], host="a1")
    assert counts(figures(document(), found), "meeting participants") == (1, 0, 1)
    assert counts(figures(document(), altered("meetings", participants=["a3"], host=None)), "meetings") == (0, 1, 1)


@pytest.mark.parametrize(
    ("evidence", "right"),
    [("Жапаровты", True), ("Садыр Жапаровты қабылдаған", False), ("Тараптар меморандумға", False), (None, False)],
)
def test_evidence_must_stand_in_the_text_and_share_words_with_the_gold(evidence, right):
    result = figures(document(), altered("meetings", evidence=evidence))
    assert result.attributes["meeting evidence"].accuracy == right


def test_an_event_invented_in_an_article_without_any_is_told():
    gold = document(meetings=[], agreements=[])
    assert figures(gold, document()).attributes["nothing invented where there is nothing"].right == 0
    assert figures(gold, gold).attributes["nothing invented where there is nothing"].right == 1


def test_every_difference_is_named():
    result = figures(document(), altered("meetings", date="2025-11-16", place="Алматы"))
    assert [(miss.kind, miss.what) for miss in result.misses] == [("meeting date", "wrong"), ("meeting place", "wrong")]


def test_what_is_no_document_is_refused_with_file_and_line(tmp_path):
    file = tmp_path / "bad.jsonl"
    file.write_text('\n{"id": "d", "actors": [{"id": "a1"}]}\n', encoding="utf-8")
    with pytest.raises(IngestError, match=r"bad\.jsonl:2: is no document with facts"):
        read_facts([file])


@pytest.mark.skipif(not SHARED.exists(), reason="the original scorer is not beside this checkout: nothing to compare with")
def test_figures_are_those_of_the_original_scorer(gold, found, tmp_path, capsys, monkeypatch):
    """The port and the original, on the whole gold: extracted facts, and the same with facts taken away and changed."""
    records = [spoilt(record, n) for n, record in enumerate(map(as_record, found.values()))]
    for name, lines in (("as-found", list(map(as_record, found.values()))), ("spoilt", records)):
        pred = tmp_path / f"{name}.jsonl"
        pred.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
        folder = str(Path(__file__).parent / "gold")
        monkeypatch.setattr(sys, "argv", ["score.py", "score", folder, "--pred", str(pred), "--json"])
        runpy.run_path(str(SHARED), run_name="__main__")
        assert json.loads(capsys.readouterr().out) == score(gold, read_facts([pred])).to_json()


def as_record(facts):
    plain = lambda fact: {key: getattr(fact, key) for key in fact.__slots__}  # noqa: E731
    record = {"id": facts.id, "actors": list(map(plain, facts.actors)), "roles": list(map(plain, facts.roles))}
    for group, members in (("meetings", "participants"), ("agreements", "parties")):
        record[group] = [plain(event) | {members: event.members, "topics": event.topics or ()} for event in getattr(facts, group)]
    return record


def spoilt(record, number):
    """A record with some facts changed, by rule and not by chance."""
    kinds = ("visit", "talks", "call", "reception")
    meetings = [
        m | {"type": kinds[n % 4], "participants": m["participants"][n % 2 :]} for n, m in enumerate(record["meetings"], number)
    ]
    roles = [role | {"of": None if n % 2 else role["of"]} for n, role in enumerate(record["roles"])]
    return record | {"meetings": meetings, "roles": roles, "agreements": record["agreements"][number % 2 :]}
