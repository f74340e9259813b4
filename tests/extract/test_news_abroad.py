"""World news: who called whom, occasions with their own sides, recalled ambassadors, bare titles of other countries."""

from __future__ import annotations

from tests.extract.helpers import meetings, named, read


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


def test_a_report_that_is_denied_in_the_next_clause_or_sentence_is_no_meeting() -> None:
    report = "Мысыр газеттері Ливан президенті Жорж Хаддад пен Сирия президенті Али Наддафтың құпия кездесуі туралы жазды"
    for denial in (", бірақ өкіл Самира Аун мұны теріске шығарды.", ". Алайда речник Самира Аун бұл хабарды жоққа шығарды."):
        assert not told(report + denial)


def test_leaders_of_so_many_countries_are_nobody_named_before() -> None:
    text = (
        "Индонезия президенті Буди Харсоно Джакартада Тайланд премьер-министрі Сомчай Праватпен кездесті. "
        "Келесі айда АСЕАН саммиті өтеді, оған он елдің басшысы шақырылған."
    )
    assert not any(kind == "summit" and who & {"Буди Харсоно", "Сомчай Прават"} for kind, who in told(text))


def test_a_journey_put_off_is_that_of_whom_the_text_is_about() -> None:
    text = (
        "Канада премьер-министрі Эрик Лаваль дүйсенбіде Дублинде Ирландия премьер-министрі Шон Доланмен кездесті. "
        "Лондонға сапар кейінге қалдырылды: Ұлыбритания үкіметі мұны сайлаумен түсіндірді."
    )
    assert any(one.type == "visit" and one.status == "cancelled" and "Эрик Лаваль" in one.who for one in meetings(text))


def test_this_was_a_journey_to_where_the_meeting_before_took_place() -> None:
    text = (
        "Канада премьер-министрі Эрик Лаваль Дублинде Ирландия премьер-министрі Шон Доланмен кездесті. "
        "Бұл – Лавальдің биылғы алғашқы шетелдік сапары."
    )
    assert any(one.type == "visit" and one.who == {"Эрик Лаваль", "Ирландия"} for one in meetings(text))


def test_to_speak_in_a_foreign_parliament_is_no_session() -> None:
    assert not told("Жапония премьер-министрі Кэндзи Мори Чили конгресінде сөз сөйледі.")


def test_whoever_is_met_in_a_town_holds_the_office_of_its_country() -> None:
    text = (
        "Германия канцлері Хайнц Краузе Вильнюсте Литва премьер-министрі Йонас Петраускаспен келіссөз өткізді. "
        "Кездесуге Германияның қорғаныс министрі Ута Шмидт қатысты. "
        "Келіссөзде бригада орналастыру мәселесі сөз болды. Канцлер сапар барысында мемлекет басшысы Витас Норкуспен де жүздесті."
    )
    found = read(text)
    offices = [(one.title, named(found, one.person, one.of)) for one in found.roles]
    assert ("мемлекет басшысы", {"Витас Норкус", "Литва"}) in [(t.lower(), who) for t, who in offices]
