"""World news: who called whom, occasions with their own sides, recalled ambassadors, bare titles of other countries."""

from __future__ import annotations

from tests.extract.helpers import meetings


def told(text: str) -> list[tuple[str, frozenset[str]]]:
    """Kind and participants of what a text tells, visits left out."""
    return [(one.type, one.who) for one in meetings(text) if one.type != "visit"]


def test_each_occasion_under_one_verb_has_its_own_side() -> None:
    text = (
        "Норвегия сыртқы істер министрі Ларс Хауген сейсенбіде Загребте Хорватия президенті Иван Матичпен, "
        "сәрсенбіде Белградта Сербия президенті Драган Станичпен кездескен."
    )
    assert {(one.who, one.place) for one in meetings(text) if one.type == "meeting"} == {
        (frozenset({"Ларс Хауген", "Иван Матич"}), "Загреб"),
        (frozenset({"Ларс Хауген", "Драган Станич"}), "Белград"),
    }


def test_a_recalled_ambassador_met_nobody() -> None:
    text = (
        "Перу президенті Мартин Салас Лимада Эквадор президенті Пабло Кастромен кездесті. "
        "Эквадор елшісі Хорхе Мендоса келіссөзге қатысты. Еске сала кетейік, Перу былтыр Китодағы елшісін кері шақыртқан болатын."
    )
    assert len(told(text)) == 1


def test_a_direct_line_carries_a_call() -> None:
    text = "Үндістан министрі Анил Капур мен Пәкістан министрі Имран Шейх тікелей желі арқылы сөйлесті."
    assert told(text) == [("call", frozenset({"Анил Капур", "Имран Шейх"}))]


def test_a_chancellor_is_no_prime_minister() -> None:
    text = (
        "Германия канцлері Хайнц Краузе Бернде Швейцария премьер-министрі Урс Келлермен кездесті. "
        "Канцлер Женевада БҰҰ Бас хатшысы Жоау Перейрамен де жүздесті."
    )
    assert ("meeting", frozenset({"Хайнц Краузе", "Жоау Перейра"})) in told(text)


def test_a_president_is_met_by_the_guest_rather_than_his_own_minister() -> None:
    text = (
        "Мысыр сыртқы істер министрі Хасан Фауми түрік әріптесі Мехмет Озканмен келіссөз өткізді. "
        "Озкан қонағының ұсынысын қолдады. Түркия президенті Орхан Демирмен кездесу бір сағатқа созылды."
    )
    assert ("meeting", frozenset({"Хасан Фауми", "Орхан Демир"})) in told(text)
