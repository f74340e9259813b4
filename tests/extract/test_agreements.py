from __future__ import annotations

from tests.extract.helpers import named, only_agreement, read


def test_a_signed_agreement_has_its_name_its_parties_and_its_signatories() -> None:
    found, one = only_agreement(
        "Қазақстан мен Финляндия көлік саласындағы ынтымақтастық туралы келісімге қол қойды. Рәсім Астанада өтті. "
        "Тараптар оны маңызды деп санайды. Іске биыл кіріседі. Көлік артады деп күтілуде."
    )
    assert (one.type, one.name, one.status) == ("agreement", "көлік саласындағы ынтымақтастық туралы келісім", "signed")
    assert named(found, *one.parties) == {"Қазақстан", "Финляндия"}
    assert one.date == "2025-12-03"


def test_persons_who_sign_are_signatories() -> None:
    found, one = only_agreement("Айдос Серіков пен Жан Мартен туризм туралы меморандумға қол қойды.")
    assert (one.type, one.status) == ("memorandum", "signed")
    assert named(found, *one.signatories) == {"Айдос Серіков", "Жан Мартен"}


def test_a_declaration_is_adopted() -> None:
    found, one = only_agreement(
        "Саммит соңында Қазақстан мен Өзбекстан достық туралы декларация қабылдады. Құжат екі тілде жазылған."
    )
    assert (one.type, one.status) == ("declaration", "adopted")
    assert named(found, *one.parties) == {"Қазақстан", "Өзбекстан"}


def test_a_parliament_ratifies_what_countries_agreed() -> None:
    found, one = only_agreement(
        "Мәжіліс Қазақстан мен Сербия арасындағы қорғаныс саласындағы ынтымақтастық туралы келісімді ратификациялады."
    )
    assert one.status == "ratified"
    assert named(found, *one.parties) == {"Қазақстан", "Сербия"}


def test_an_agreement_comes_into_force_on_a_day() -> None:
    found, one = only_agreement("Қазақстан мен Моңғолия арасындағы еркін сауда туралы келісім 1 қарашада күшіне енді.")
    assert (one.status, one.date) == ("in_force", "2025-11-01")
    assert named(found, *one.parties) == {"Қазақстан", "Моңғолия"}


def test_who_leaves_an_agreement_ends_it() -> None:
    found, one = only_agreement("Молдова мәдени ынтымақтастық туралы келісімнен шықты.")
    assert one.status == "terminated"
    assert "Молдова" in named(found, *one.parties)


def test_a_text_still_worked_on_is_negotiated() -> None:
    found, one = only_agreement("Қазақстан мен Малайзия инвестицияларды қорғау туралы келісімнің мәтінін пысықтап жатыр.")
    assert (one.name, one.status) == ("инвестицияларды қорғау туралы келісім", "negotiating")
    assert named(found, *one.parties) == {"Қазақстан", "Малайзия"}


def test_the_kind_follows_the_noun() -> None:
    kinds = {
        noun: only_agreement(f"Қазақстан мен Оман туризм туралы {noun} қол қойды.")[1].type
        for noun in ("шартқа", "хаттамаға", "меморандумға", "келісімге", "конвенцияға")
    }
    assert kinds == {
        "шартқа": "treaty",
        "хаттамаға": "protocol",
        "меморандумға": "memorandum",
        "келісімге": "agreement",
        "конвенцияға": "treaty",
    }


def test_the_same_instrument_named_twice_is_one() -> None:
    text = (
        "Қазақстан мен Оман туризм туралы меморандумға қол қойды. Туризм туралы меморандум екі жылға арналған. "
        "Қазақстан мен Оман енді туризм туралы меморандумды іске асырады."
    )
    only_agreement(text)


def test_a_bare_noun_is_no_agreement() -> None:
    assert read("Тараптар келісімге келді. Келісім бұзылмайды. Шарт қатаң болды.").agreements == ()
