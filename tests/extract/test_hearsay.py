"""Who says that an event took place."""

from __future__ import annotations

import pytest

from kg.ingest import from_record, to_record
from tests.extract.helpers import meetings, read

MET = "Серік Бектұров Берлинде Ханс Мюллермен кездесті"
PERFECT = "Серік Бектұров Берлинде Ханс Мюллермен кездескен"


def voice(text: str) -> str | None:
    found = read(text)
    (meeting,) = [one for one in found.meetings if not one.negated]
    return {actor.id: actor.name for actor in found.actors}.get(meeting.reported_by or "", meeting.reported_by)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"Айнұр Сәрсенованың айтуынша, {PERFECT}.", "Айнұр Сәрсенова"),
        (f"Баспасөз хатшысы Айнұр Сәрсенованың мәлімдеуінше, {PERFECT}.", "Айнұр Сәрсенова"),
        (f"Германия Сыртқы істер министрлігінің мәліметіне қарағанда, {PERFECT}.", "Германия Сыртқы істер министрлігі"),
        (f"Еуропалық комиссияның деректері бойынша, {PERFECT}.", "Еуропалық комиссия"),
        (f"Ақорданың баспасөз қызметінің хабарлауынша, {PERFECT}.", "Ақорда"),
        (f"Айнұр Сәрсенова мәлімдегендей, {MET}.", "Айнұр Сәрсенова"),
        (f"Reuters хабарлағандай, {MET}.", "Reuters"),
        (f"{MET}, деп хабарлады Айнұр Сәрсенова.", "Айнұр Сәрсенова"),
        (f"{MET}, деп хабарлады Еуропалық комиссия.", "Еуропалық комиссия"),
        (f"{MET}, деп хабарлайды Reuters.", "Reuters"),
        (f"{MET}, деп жазды жергілікті басылым Reuters агенттігіне сілтеме жасап.", "Reuters агенттігі"),
        (f"Германия Көлік министрлігі жаңа жоба дайындады. Министрліктің дерегінше, {PERFECT}.", "Германия Көлік министрлігі"),
        (f"Германия Көлік министрлігі жаңа жоба дайындады. {MET}, деп хабарлады ведомство.", "Германия Көлік министрлігі"),
        (f"{MET}. Бұл туралы министрліктің ресми өкілі Айнұр Сәрсенова хабарлады.", "Айнұр Сәрсенова"),
        ("Айнұр Сәрсенова министр Серік Бектұровтың Берлинде Ханс Мюллермен кездескенін растады.", "Айнұр Сәрсенова"),
    ],
)
def test_a_person_body_or_agency_to_whose_account_a_meeting_is_laid_reports_it(text, who):
    assert voice(text) == who


@pytest.mark.parametrize(
    "text",
    [
        f"{MET}.",
        f"{MET} деп хабарлайды Kazinform.",
        f"{MET}. Бұл туралы Kazinform хабарлады.",
        f"{MET}. Бұл туралы «Егемен Қазақстан» газеті жазады.",
        "Серік Бектұровтың айтуынша, ол Берлинде Ханс Мюллермен кездескен.",
        "Серік Бектұров Берлинде Ханс Мюллермен кездескенін айтты.",
        f"{MET}. Айнұр Сәрсенова ауа райы туралы хабарлады.",
        f"Германия Көлік министрлігі жаңа жоба дайындады. Елшіліктің дерегінше, {PERFECT}.",
        f"{MET}. Сарапшының айтуынша, сауда өседі.",
        "Жан Дюпон мен Айнұр Сәрсенова келгенін, министр Серік Бектұровтың Берлинде Ханс Мюллермен кездескенін айтты.",
    ],
)
def test_the_by_line_and_whoever_takes_part_are_no_hearsay(text):
    assert voice(text) is None


def test_a_foreign_source_comes_before_the_outlet_that_cites_it():
    assert voice(f"{MET}, деп хабарлайды Kazinform Reuters агенттігіне сүйеніп.") == "Reuters агенттігі"


def test_each_event_has_its_own_source():
    found = read(
        f"Айнұр Сәрсенованың айтуынша, {PERFECT}. Ертеңіне Серік Бектұров Парижде Жан Дюпонмен кездесті, деп хабарлады Reuters."
    )
    names = {actor.id: actor.name for actor in found.actors}
    assert [names.get(m.reported_by, m.reported_by) for m in found.meetings] == ["Айнұр Сәрсенова", "Reuters"]


def test_the_source_stays_in_records_there_and_back():
    found = read(f"Айнұр Сәрсенованың айтуынша, {PERFECT}.")
    record = to_record(found)
    assert record["meetings"][0]["reported_by"] == found.meetings[0].reported_by
    assert from_record(record, "x").meetings[0] == found.meetings[0]


def test_an_agreement_may_be_hearsay_too():
    text = "Айнұр Сәрсенованың айтуынша, Қазақстан мен Германия көлік саласындағы ынтымақтастық туралы келісімге қол қойды."
    found = read(text)
    (agreement,) = found.agreements
    assert {actor.id: actor.name for actor in found.actors}[agreement.reported_by or ""] == "Айнұр Сәрсенова"
    assert read(text.split(", ", 1)[1]).agreements[0].reported_by is None
    assert from_record(to_record(found), "x").agreements == found.agreements


def test_the_story_goes_on_after_meetings_that_a_spokesman_denies() -> None:
    text = (
        "Министр Серік Омаров Румыния, Чили елшілерімен жеке-жеке кездесті деп жазды БАҚ. "
        "Речник мұны жоққа шығарды, Серік Омаров кеше Ион Попескумен, Анна Ромеромен кездесті."
    )
    assert [one.who for one in meetings(text)] == [{"Серік Омаров", "Ион Попеску"}, {"Серік Омаров", "Анна Ромеро"}]
