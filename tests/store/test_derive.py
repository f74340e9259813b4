"""Who met whom, from what documents say."""

from __future__ import annotations

from kg.store.derive import MeetingFacts, best_date, best_name, contact, meetings, names
from tests.store.helpers import Paper, visit


def test_those_who_take_part_in_a_held_meeting_met_and_so_did_their_countries() -> None:
    assert meetings(visit())["meeting/m1"].pairs() == {("person/mirziyoev", "person/tokaev"), ("country/KZ", "country/UZ")}


def test_a_planned_meeting_has_sides_but_nobody_met() -> None:
    facts = meetings(visit(status="planned"))["meeting/m1"]
    assert facts.pairs() == set()
    assert facts.sides == {"country/KZ", "country/UZ"}


def test_a_negated_meeting_says_nothing() -> None:
    paper = Paper("d1")
    paper.meeting("m1", paper.country("KZ"), paper.country("CN"), date="2025", negated=True)
    assert meetings(paper.graph()) == {"meeting/m1": MeetingFacts()}


def test_an_organization_stands_for_its_country() -> None:
    paper = Paper("d1")
    ministry = paper.node("organization/mfa-kz", "Organization", name="ҚР СІМ", country=paper.country("KZ"))
    paper.meeting("m1", ministry, paper.country("CN"))
    assert ("country/CN", "country/KZ") in meetings(paper.graph())["meeting/m1"].pairs()


def test_an_office_of_an_organization_stands_for_the_country_of_that() -> None:
    paper = Paper("d1")
    ministry = paper.node("organization/mfa-kz", "Organization", name="ҚР СІМ", country=paper.country("KZ"))
    minister = paper.person("a", "А")
    post = paper.node("post/organization~mfa-kz/ministr", "Post", title="Министр", body=ministry)
    paper.claim(minister, "holds", post)
    paper.meeting("m1", minister, paper.country("CN"))
    assert meetings(paper.graph())["meeting/m1"].sides == {"country/CN", "country/KZ"}


def test_one_person_with_offices_of_two_countries_is_no_contact_of_countries() -> None:
    paper = Paper("d1")
    both = paper.person("a", "А", "Елші", "KZ")
    paper.person("a", "А", "Консул", "CN")
    paper.meeting("m1", both, paper.person("b", "Б"))
    assert meetings(paper.graph())["meeting/m1"].pairs() == {("person/a", "person/b")}


def test_a_contact_counts_each_meeting_once_and_knows_the_first_and_last() -> None:
    found = contact(("person/a", "person/b"), {"meeting/2": ["2025-12"], "meeting/1": ["2025-12-02", "2025-12"], "meeting/3": []})
    assert (found.meetings, found.first, found.last) == (("meeting/1", "meeting/2", "meeting/3"), "2025-12", "2025-12-02")


def test_the_most_exact_date_is_the_best_and_of_several_the_earliest() -> None:
    assert best_date(["2025", "2025-12-03", "2025-12-02"]) == "2025-12-02"
    assert best_date([]) is None


def test_the_longest_name_is_the_best_and_of_several_the_first() -> None:
    assert best_name(["Тоқаев", "Б. Тоқаев", "А. Тоқаев"]) == "А. Тоқаев"
    assert best_name([]) is None


def test_each_node_that_has_a_name_title_or_label_is_called_by_it() -> None:
    found = names(visit())
    assert found["person/tokaev"] == "Қасым-Жомарт Тоқаев"
    assert found["post/country~KZ/президент"] == "Президент"
    assert found["meeting/m1"] == "Кездесу m1"
