from __future__ import annotations

import pytest

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


def test_who_stands_in_the_instrumental_is_the_other_party() -> None:
    found, one = only_agreement("«Тұмар» холдингі «Siemens» компаниясымен жабдық жеткізу туралы келісімшарт жасасты.")
    assert (one.type, one.status) == ("contract", "signed")
    assert named(found, *one.parties) == {"Тұмар", "Siemens"}


def test_two_countries_are_those_that_met() -> None:
    found, one = only_agreement(
        "Қазақстан Президенті Айдос Серіков Эстония Президенті Андрес Тамммен кездесті. "
        "Келіссөз соңында екі ел көлік саласындағы ынтымақтастық туралы келісімге қол қойды."
    )
    assert named(found, *one.parties) == {"Қазақстан", "Эстония"}


def test_ministers_sign_for_the_countries_named_before_them() -> None:
    found, one = only_agreement("Қазақстан, Оман және Катар өкілдері энергетика туралы үшжақты хаттамаға қол қойды.")
    assert named(found, *one.parties) == {"Қазақстан", "Оман", "Катар"}


def test_instruments_joined_by_and_share_their_verb() -> None:
    found = read("Қазақстан мен Оман туризм туралы келісім, көлік туралы меморандум және салық туралы хаттаманы бекітті.")
    assert [(a.name, a.status) for a in found.agreements] == [
        ("туризм туралы келісім", "adopted"),
        ("көлік туралы меморандум", "adopted"),
        ("салық туралы хаттама", "adopted"),
    ]
    assert all(named(found, *a.parties) == {"Қазақстан", "Оман"} for a in found.agreements)


def test_a_body_of_states_adopts_for_its_members() -> None:
    found = read(
        "Астанада ТМД саммиті өтті. Саммитке Айдос Серіков пен Андрес Тамм қатысты. Көшбасшылар Астана декларациясын қабылдады."
    )
    one = found.agreements[0]
    assert (one.name, one.status) == ("Астана декларациясы", "adopted")


def test_the_document_named_before_is_signed_later() -> None:
    found, one = only_agreement(
        "Қазақстан мен Оман туризм туралы меморандум жобасын талқылады. Құжатқа келесі жылы қол қойылмақ."
    )
    assert (one.status, one.date) == ("planned", "2026")
    assert named(found, *one.parties) == {"Қазақстан", "Оман"}


def test_a_draft_that_is_not_yet_signed_is_negotiated() -> None:
    _, one = only_agreement("Қазақстан мен Оман арасындағы туризм туралы келісімге әзірге қол қойылған жоқ.")
    assert (one.status, one.negated) == ("negotiating", False)


def test_an_agreement_that_the_text_denies_is_kept_as_denied() -> None:
    found = read("Қазақстан мен Оман әскери база туралы келісімге қол қойған жоқ.")
    assert [(a.name, a.negated) for a in found.agreements] == [("әскери база туралы келісім", True)]


def test_to_agree_to_sign_is_a_plan() -> None:
    _, one = only_agreement("Қазақстан мен Оман туризм туралы меморандумға қол қоюға уағдаласты.")
    assert one.status == "planned"


def test_who_signs_on_behalf_is_no_party_but_the_country_is() -> None:
    found = read("Туризм туралы шартқа Қазақстан атынан Айдос Серіков, Оман атынан Салим Рашид қол қойды.")
    assert named(found, *found.agreements[0].parties) == {"Қазақстан", "Оман"}


def test_a_list_of_signed_documents_tells_what_was_done_to_each() -> None:
    found = read(
        "Қазақстан Президенті Айдос Серіков пен Оман Сұлтаны Салим Рашид келіссөз жүргізді. Сапар аясында бірқатар құжатқа қол "
        "қойылды. Олардың қатарында әуе қатынасы туралы келісім мен туризм туралы меморандум бар."
    )
    assert [(a.name, a.status) for a in found.agreements] == [
        ("әуе қатынасы туралы келісім", "signed"),
        ("туризм туралы меморандум", "signed"),
    ]
    assert all(named(found, *a.parties) == {"Қазақстан", "Оман"} for a in found.agreements)


def test_the_country_of_a_body_is_no_party_beside_it() -> None:
    found, one = only_agreement(
        "«Тұмар» ұлттық компаниясы мен Францияның «Alstom» компаниясы арасында локомотив жеткізу туралы келісімшарт жасалды."
    )
    assert named(found, *one.parties) == {"Тұмар", "Alstom"}


def test_who_joins_a_convention_is_bound_by_it() -> None:
    found, one = only_agreement("Қазақстан су ағындары туралы конвенцияға 2001 жылы қосылған.")
    assert (one.status, one.date) == ("ratified", "2001")
    assert named(found, *one.parties) == {"Қазақстан"}


def test_what_a_parliament_approves_it_ratifies() -> None:
    _, one = only_agreement("Мәжіліс Қазақстан мен Оман арасындағы көлік туралы келісімді мақұлдады.")
    assert one.status == "ratified"


def test_what_comes_into_force_only_after_something_is_not_in_force() -> None:
    _, one = only_agreement("Қазақстан мен Оман салық туралы конвенцияға қол қойды. Ол рәсімдер аяқталған соң күшіне енеді.")
    assert one.status == "signed"


def test_about_to_sign_is_a_plan() -> None:
    _, one = only_agreement("Қазақстан мен Оман көші-қон туралы келісімге қол қойғалы отыр.")
    assert one.status == "planned"


def test_an_agreement_that_is_said_not_to_exist_is_denied() -> None:
    found = read("Спикер Қазақстан мен Оман арасында әскери база туралы келісім жоқ екенін айтты.")
    assert [a.negated for a in found.agreements] == [True]


def test_an_earlier_signing_does_not_date_the_coming_into_force() -> None:
    _, one = only_agreement("Былтыр қол қойылған Қазақстан мен Оман арасындағы көлік туралы келісім 3 қарашада күшіне енді.")
    assert (one.status, one.date) == ("in_force", "2025-11-03")


def test_a_text_that_is_worked_on_has_no_day() -> None:
    _, one = only_agreement("2 желтоқсанда Қазақстан мен Оман туризм туралы келісімнің мәтінін талқылады.")
    assert (one.status, one.date) == ("negotiating", None)


def test_the_countries_of_an_area_and_whom_they_met_adopt_together() -> None:
    found = read(
        "Астанада «Орталық Азия – Италия» саммиті өтті. Оған Қазақстан Президенті Айдос Серіков, Италия Премьер-министрі "
        "Лука Росси, Өзбекстан Президенті Бахтиёр Каримов қатысты. Басқосу соңында бірлескен декларация қабылданды."
    )
    assert named(found, *found.agreements[0].parties) == {"Қазақстан", "Италия", "Өзбекстан"}


def test_a_common_noun_stands_for_the_body_named_before() -> None:
    found = read(
        "Президент Еуропа қайта құру және даму банкінің өкілдерін қабылдады. "
        "Сол сапарда банк пен «Бәйтерек» холдингі арасында шағын бизнес туралы меморандум жасалды."
    )
    assert named(found, *found.agreements[0].parties) == {"Еуропа қайта құру және даму банкі", "Бәйтерек"}


def test_a_chain_of_acts_ends_with_the_last() -> None:
    _, one = only_agreement("Қазақстан мен Оман арасындағы уақытша келісім қарашада күшіне еніп, 1 желтоқсанда бұзылды.")
    assert one.status == "terminated"


def test_governments_sign_for_their_countries() -> None:
    found, one = only_agreement(
        "Қазақстан Республикасының Үкіметі мен Катар Мемлекетінің Үкіметі арасындағы инвестиция туралы келісімге қол қойылды. "
        "Қазақстан мен Катар сауданы арттырады."
    )
    assert named(found, *one.parties) == {"Қазақстан", "Катар"}


def test_a_country_with_a_dash_beside_another_is_a_party() -> None:
    found, one = only_agreement("Дохада дипломаттарды оқыту жөніндегі Қазақстан – Катар меморандумына қол қойылды.")
    assert one.name == "дипломаттарды оқыту жөніндегі Қазақстан – Катар меморандумы"
    assert named(found, *one.parties) == {"Қазақстан", "Катар"}


def test_what_is_signed_but_not_in_force_is_signed() -> None:
    _, one = only_agreement(
        "Қазақстан мен Оман арасындағы виза туралы келісім бірнеше жыл бұрын жасалғанымен, күшіне әлі енген жоқ."
    )
    assert (one.status, one.negated) == ("signed", False)


def test_a_document_is_an_instrument_only_with_its_subject() -> None:
    found = read("Қазақстан мен Оман жасыл қалалар туралы құжатқа қол қойды. Тараптар құжатты талқылады.")
    assert [(a.type, a.name) for a in found.agreements] == [("other", "жасыл қалалар туралы құжат")]


def test_an_owner_and_its_partner_are_parties() -> None:
    found, one = only_agreement(
        "«Тұмар» ұлттық компаниясының Сингапурдың «Posco» корпорациясымен бірлескен кәсіпорын құру туралы келісімі рәсімделді."
    )
    assert {"Тұмар"} < named(found, *one.parties)


def test_what_a_gathering_adopts_in_one_list_is_adopted_by_all() -> None:
    found = read(
        "Ташкентте саммит өтті. Оған Қазақстан Президенті Айдос Серіков, Өзбекстан Президенті Бахтиёр Каримов, Қырғызстан "
        "Президенті Нұрбек Асанов қатысты. Кездесуде бірлескен мәлімдеме, өңірлік қауіпсіздік тұжырымдамасы және оны іске асыру "
        "жоспары мақұлданды."
    )
    assert [a.name for a in found.agreements] == [
        "бірлескен мәлімдеме",
        "өңірлік қауіпсіздік тұжырымдамасы",
        "іске асыру жоспары",
    ]
    assert all(named(found, *a.parties) == {"Қазақстан", "Өзбекстан", "Қырғызстан"} for a in found.agreements)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "Қазақстан мен Франция арасындағы Су туралы келісімнің он жыл бұрын қабылданып, істің негізіне айналғаны айтылды.",
            "in_force",
        ),
        ("Қазақстан мен Франция Жүк тасымалы туралы келісімнің мазмұнын талқылады.", "negotiating"),
        ("Қазақстан мен Франция шекара туралы келісімнің мәтінін парафтады. Оған қол қою мерзімі белгісіз.", "negotiating"),
    ],
)
def test_a_text_that_is_worked_on_is_not_yet_signed_and_a_foundation_is_in_force(text: str, status: str) -> None:
    assert only_agreement(text)[1].status == status


def test_a_name_in_brackets_is_another_name_of_the_same_plan() -> None:
    found = only_agreement("Қазақстан мен Латвия іс-қимыл жоспарына («Жол картасы – 3») қол қойды.")[1]
    assert (found.type, found.status) == ("program", "signed")
