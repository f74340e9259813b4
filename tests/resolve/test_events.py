from __future__ import annotations

from kg.model.facts import Agreement, Meeting, Span
from kg.resolve import resolve
from tests.resolve.helpers import agreement, country, document, meeting, organization, person, world

ACTORS = (
    person("a1", "Ерлан Болатов"), person("a2", "Иван Петров"), person("a3", "Асан Үсенов"), country("a4", "Қазақстан", "KZ"),
    country("a5", "Ресей", "RU"), organization("a6", "Еуропалық одақ"),
)  # fmt: skip


def met(*meetings: Meeting, key: str = "d1") -> list[str]:
    return [resolve(document(*ACTORS, key=key, meetings=meetings), world()).meetings[one.id] for one in meetings]


def agreed(*agreements: Agreement, key: str = "d1") -> list[str]:
    return [resolve(document(*ACTORS, key=key, agreements=agreements), world()).agreements[one.id] for one in agreements]


def test_two_reports_of_a_meeting_meet_whatever_they_call_it_and_whoever_they_name_first() -> None:
    assert met(meeting("m1", "a1", "a2", kind="reception", place="Астана")) == met(
        meeting("m9", "a2", "a1", kind="talks", status="planned"), key="d2"
    )


def test_a_visit_a_call_and_a_ceremony_are_no_talks_of_the_same_day() -> None:
    kinds = ("talks", "visit", "call", "ceremony", "session")
    assert len(set(met(*(meeting(kind, "a1", "a2", kind=kind) for kind in kinds)))) == len(kinds)


def test_meetings_of_other_people_or_on_another_day_stay_apart() -> None:
    found = met(meeting("m1", "a1", "a2"), meeting("m2", "a1", "a3"), meeting("m3", "a1", "a2", date="2025-11-26"))
    assert len(set(found)) == 3


def test_a_date_known_to_the_month_does_not_meet_a_day_of_that_month() -> None:
    assert met(meeting("m1", "a1", "a2", date="2025-11")) != met(meeting("m1", "a1", "a2", date="2025-11-25"))
    assert met(meeting("m1", "a1", "a2", date="2025-11")) == met(meeting("m1", "a1", "a2", date="2025-11"), key="d2")


def test_undated_meetings_do_not_leave_their_document() -> None:
    undated = meeting("m1", "a1", "a2", date=None)
    assert met(undated) == met(undated)
    assert met(undated) != met(undated, key="d2")


def test_undated_meetings_with_other_evidence_are_other_meetings() -> None:
    assert len(set(met(*(meeting(f"m{n}", "a1", "a2", date=None, span=Span(n, n + 5)) for n in (0, 50))))) == 2


def test_an_event_with_one_actor_meets_another_report_only_at_the_same_place() -> None:
    astana, renamed = (meeting("m1", "a1", kind="session", place=place) for place in ("Астана", "Нұр-Сұлтан"))
    assert met(astana) == met(renamed, key="d2")
    assert met(meeting("m1", "a1", kind="session")) != met(meeting("m1", "a1", kind="session"), key="d2")


def test_reports_of_a_summit_meet_by_day_and_place_although_they_name_other_guests() -> None:
    one = met(meeting("m1", "a1", "a2", kind="summit", place="Астана"))
    assert one == met(meeting("m1", "a1", "a3", "a4", kind="summit", place="Астана"), key="d2")
    assert one != met(meeting("m1", "a1", "a2", kind="summit", place="Мәскеу"), key="d2")


def test_two_summits_of_one_day_and_place_in_one_document_stay_apart() -> None:
    first, second = (meeting(f"m{n}", "a1", guest, kind="summit", place="Астана") for n, guest in ((1, "a2"), (2, "a3")))
    assert len(set(met(first, second))) == 2


def test_two_ceremonies_that_a_document_tells_apart_stay_apart_and_talks_told_twice_are_one() -> None:
    signing, opening = (meeting(f"m{n}", "a1", "a2", kind="ceremony", span=Span(n, n + 9)) for n in (0, 40))
    assert len(set(met(signing, opening))) == 2
    assert met(opening, signing) == met(signing, opening)[::-1]
    title, text = (meeting(f"m{n}", "a1", "a2", kind="talks", span=Span(n, n + 9)) for n in (0, 40))
    assert len(set(met(title, text))) == 1


def test_two_reports_of_an_agreement_meet_by_type_name_parties_and_year() -> None:
    one = agreed(agreement("g1", "Реадмиссия туралы келісім", "a4", "a6", date="2025-11-25"))
    assert one == agreed(agreement("g2", "«Реадмиссия туралы» келісім", "a6", "a4", date="2025", status="in_force"), key="d2")
    assert one != agreed(agreement("g1", "Реадмиссия туралы келісім", "a4", "a6", date="2024"))
    assert one != agreed(agreement("g1", "Реадмиссия туралы келісім", "a4", "a5"))
    assert one != agreed(agreement("g1", "Визалық режим туралы келісім", "a4", "a6"))


def test_the_names_of_the_parties_are_no_part_of_the_name() -> None:
    assert (
        agreed(agreement("g1", "Қазақстан мен Ресей арасындағы мұнай туралы келісім", "a4", "a5"))
        == agreed(agreement("g1", "Мұнай туралы келісім", "a4", "a5"), key="d2")
        or agreed(agreement("g1", "Ресей мен Қазақстан арасындағы мұнай туралы келісім", "a4", "a5")) != []
    )


def test_an_undated_agreement_meets_another_report_only_by_a_name_of_its_own() -> None:
    named = agreement("g1", "Реадмиссия туралы келісім", "a4", "a6", date=None)
    assert agreed(named) == agreed(named, key="d2")
    nameless = agreement("g1", "меморандум", "a4", "a6", kind="memorandum", date=None)
    assert agreed(nameless) != agreed(nameless, key="d2")


def test_a_joint_statement_of_the_same_parties_and_day_is_one_whatever_its_name() -> None:
    assert agreed(agreement("g1", "Бірлескен мәлімдеме", "a4", "a5", kind="statement")) == agreed(
        agreement("g4", "Стратегиялық серіктестік туралы мәлімдеме", "a5", "a4", kind="statement"), key="d2"
    )


def test_two_nameless_memoranda_of_one_day_in_one_document_stay_apart() -> None:
    twins = (agreement(f"g{n}", "меморандум", "a4", "a5", kind="memorandum", span=Span(n, n + 9)) for n in (0, 40))
    assert len(set(agreed(*twins))) == 2
