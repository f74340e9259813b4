"""Every named query, on the small world of conftest.py, with the rows that a reader of it expects."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.query import catalogue, run
from kg.store import Store, open_store
from tests.query.worlds import strange

KZ, UZ, CN, FR = "country/KZ", "country/UZ", "country/CN", "country/FR"
TOKAYEV, MIRZIYOYEV, XI, MACRON = "person/tokaev", "person/mirziyoev", "person/si", "person/makron"
KOSHERBAYEV = "person/kosherbaev"

# name of the query, parameters, columns to look at, rows
EXPECTED: list[tuple[str, dict[str, str], str, list[tuple[str | None, ...]]]] = [
    ("who-met-whom", {}, "one other meetings first last", [
        (KZ, UZ, "2", "2024-03", "2025-11-10"),
        (MIRZIYOYEV, TOKAYEV, "2", "2024-03", "2025-11-10"),
        (CN, FR, "1", "2025-11-25", "2025-11-25"),
        (CN, UZ, "1", "2025-11-20", "2025-11-20"),
        (MACRON, XI, "1", "2025-11-25", "2025-11-25"),
        (MIRZIYOYEV, XI, "1", "2025-11-20", "2025-11-20"),
    ]),
    ("who-met-whom", {"actor": "Си Цзиньпин"}, "one_name other_name", [
        ("Эмманюэль Макрон", "Си Цзиньпин"), ("Шавкат Мирзиёев", "Си Цзиньпин"),
    ]),
    ("who-met-whom", {"actor": XI, "since": "2025-11-25"}, "one other", [(MACRON, XI)]),
    ("who-met-whom", {"until": "2024"}, "one other", [(KZ, UZ), (MIRZIYOYEV, TOKAYEV)]),
    ("meetings-of-person", {"person": "Мирзиёев"}, "date kind state meeting place", [
        ("2025-11-20", "meeting", "held", "meeting/tashkent", "Ташкент"),
        ("2025-11-10", "talks", "held", "meeting/talks", "Астана"),
        ("2024-03", "meeting", "held", "meeting/old", "Ташкент"),
    ]),
    ("meetings-of-person", {"person": KOSHERBAYEV, "status": "planned"}, "meeting state", [("meeting/paris", "planned")]),
    ("meetings-of-person", {"person": KOSHERBAYEV, "status": "болмай қалды"}, "meeting state", [("meeting/tokyo", "cancelled")]),
    ("meetings-between", {"one": TOKAYEV, "other": "Шавкат Мирзиёев"}, "date meeting label", [
        ("2025-11-10", "meeting/talks", "Кездесу talks"), ("2024-03", "meeting/old", "Кездесу old"),
    ]),
    ("meetings-between", {"one": "Қытай", "other": "Узбекистан"}, "meeting", [("meeting/tashkent",)]),
    ("meetings-between", {"one": "KZ", "other": "uz", "since": "2025"}, "meeting", [("meeting/talks",)]),
    ("meetings-of-country-by-month", {"country": "uzbekistan"}, "month meetings", [("2024-03", "1"), ("2025-11", "2")]),
    ("offices-of-person", {"person": KOSHERBAYEV}, "title body_name first last documents", [
        ("Министр", "Қазақстан", "2025-11-25", "2025-11-25", "1"), ("Елші", "Қазақстан", "2024-03-05", "2024-03-05", "1"),
    ]),
    ("offices-of-person", {"person": TOKAYEV}, "title first last documents", [("Президент", "2024-03-05", "2025-11-20", "3")]),
    ("offices-of-person", {"person": MACRON}, "title", [("Президент",)]),  # that he is chairman is denied
    ("agreements-between", {"one": "ҚР", "other": "UZ"}, "date state name", [
        ("2025-11-10", "signed", "Көлік келісімі"), ("2024-03", "negotiating", "Көлік келісімі"),
    ]),
    ("agreements-between", {"one": KZ, "other": UZ, "status": "signed"}, "agreement kind", [("agreement/kolik", "agreement")]),
    ("agreements-by-status", {}, "date state agreement parties", [
        ("2025-11-10", "signed", "agreement/kolik", "2"),
        ("2024-03", "negotiating", "agreement/kolik", "2"),
        ("2002", "in_force", "agreement/dostyk", "2"),
    ]),
    ("agreements-by-status", {"kind": "treaty", "status": "in force"}, "agreement type", [("agreement/dostyk", "treaty")]),
    ("evidence-of-edge", {"one": TOKAYEV, "other": "post/country~KZ/президент"}, "predicate document date start end quote", [
        ("holds", "document/d2", "2025-11-20", "10", "15", "кездесті"),
        ("holds", "document/d1", "2025-11-10", "10", "15", "кездесті"),
        ("holds", "document/d4", "2024-03-05", "10", "15", "кездесті"),
    ]),
    ("evidence-of-edge", {"one": "post/country~CN/төраға", "other": MACRON}, "predicate negated", [("holds", "true")]),
    ("evidence-of-edge", {"one": "Си Цзиньпин", "other": "Эмманюэль Макрон"}, "predicate about document", [
        ("participant", "meeting/call", "document/d3"), ("participant", "meeting/call", "document/d3"),
    ]),
    ("evidence-of-edge", {"one": FR, "other": CN}, "about document", [("meeting/call", "document/d3")] * 2),
    ("shortest-path", {"one": TOKAYEV, "other": MACRON}, "step from to meetings last", [
        ("1", TOKAYEV, MIRZIYOYEV, "2", "2025-11-10"),
        ("2", MIRZIYOYEV, XI, "1", "2025-11-20"),
        ("3", XI, MACRON, "1", "2025-11-25"),
    ]),
    ("shortest-path", {"one": "Өзбекстан", "other": "Франция"}, "step from_name to_name", [
        ("1", "Өзбекстан", "Қытай"), ("2", "Қытай", "Франция"),
    ]),
    ("shortest-path", {"one": XI, "other": MACRON}, "step from to", [("1", XI, MACRON)]),
    ("shortest-path", {"one": KOSHERBAYEV, "other": MACRON}, "step", []),
    ("shortest-path", {"one": XI, "other": XI}, "step", []),
    ("most-connected", {"limit": "3"}, "actor kind contacts meetings", [
        (UZ, "Country", "2", "3"), (MIRZIYOYEV, "Person", "2", "3"), (CN, "Country", "2", "2"),
    ]),
    ("most-connected", {"type": "тұлға", "limit": "2"}, "name", [("Шавкат Мирзиёев",), ("Си Цзиньпин",)]),
    ("planned-events", {"since": "2025-12"}, "date kind meeting place", [("2026-02", "visit", "meeting/paris", "Париж")]),
    ("planned-events", {"since": "2026-03"}, "meeting", []),
    ("recent-meetings", {"limit": "2"}, "date type meeting documents", [
        ("2025-11-25", "call", "meeting/call", "1"), ("2025-11-20", "meeting", "meeting/tashkent", "1"),
    ]),
    ("recent-meetings", {"kind": "келіссөз"}, "meeting documents", [("meeting/talks", "2")]),
    ("topics-of-two-countries", {"one": "KZ", "other": "UZ"}, "name meetings last", [
        ("көлік", "2", "2025-11-10"), ("сауда", "1", "2025-11-10"),
    ]),
    ("meetings-at-place", {"place": "ташкент"}, "date meeting", [("2025-11-20", "meeting/tashkent"), ("2024-03", "meeting/old")]),
    ("who-hosted-whom", {}, "receiving received meetings last", [
        (MIRZIYOYEV, XI, "1", "2025-11-20"), (TOKAYEV, MIRZIYOYEV, "1", "2025-11-10"), (MIRZIYOYEV, TOKAYEV, "1", "2024-03"),
    ]),
    ("who-hosted-whom", {"host": TOKAYEV}, "received_name", [("Шавкат Мирзиёев",)]),
    ("who-hosted-whom", {"guest": XI, "until": "2025-10"}, "receiving", []),
    ("documents-about", {"about": TOKAYEV}, "document mentions", [
        ("document/d2", "0"), ("document/d1", "2"), ("document/d4", "0"),
    ]),
    ("documents-about", {"about": "meeting/talks", "since": "2025-11-15"}, "document title", [
        ("document/d2", "Ташкенттегі кездесу"),
    ]),
    ("actors", {"name": "ТОҚ"}, "actor label documents", [
        (TOKAYEV, "Қасым-Жомарт Тоқаев", "3"), ("person/beibit-tokaev", "Бейбіт Тоқаев", "1"),
    ]),
    ("actors", {"type": "Country", "limit": "3"}, "actor documents", [(KZ, "4"), (CN, "3"), (UZ, "3")]),
    ("country-pairs", {}, "one_name other_name meetings agreements", [
        ("Қазақстан", "Өзбекстан", "2", "1"), ("Қытай", "Франция", "1", "0"), ("Қытай", "Өзбекстан", "1", "0"),
    ]),
    ("country-pairs", {"country": "FR"}, "one other", [(CN, FR)]),
    ("timeline", {"actor": KOSHERBAYEV}, "date what event state", [
        ("2024-03-05", "holds", "post/country~KZ/елші", None),
        ("2025-11-25", "holds", "post/country~KZ/министр", None),
        ("2026-01-15", "participant", "meeting/tokyo", "cancelled"),
        ("2026-02", "participant", "meeting/paris", "planned"),
    ]),
    ("timeline", {"actor": "CN", "until": "2025-11-20"}, "date what event", [
        ("2002", "party", "agreement/dostyk"), ("2025-11-20", "side", "meeting/tashkent"),
    ]),
    ("documents", {}, "date identifier_given", [
        ("2025-11-25", "d3"), ("2025-11-20", "d2"), ("2025-11-10", "d1"), ("2024-03-05", "d4"),
    ]),
    ("documents", {"identifier": "d1"}, "document title claims", [("document/d1", "Тоқаев Мирзиёевті қабылдады", "17")]),
    ("common-contacts", {"one": TOKAYEV, "other": XI}, "contact kind with_one with_other last_with_one last_with_other", [
        (MIRZIYOYEV, "Person", "2", "1", "2025-11-10", "2025-11-20"),
    ]),
    ("common-contacts", {"one": KZ, "other": FR}, "contact", []),
    ("common-contacts", {"one": UZ, "other": UZ}, "contact", []),
    ("office-holders", {"office": "ПРЕЗ", "of": KZ}, "person title body first last documents", [
        (TOKAYEV, "Президент", KZ, "2024-03-05", "2025-11-20", "3"),
    ]),
    ("office-holders", {"office": "е", "of": KZ, "until": "2024"}, "title name", [
        ("Елші", "Ермек Көшербаев"), ("Президент", "Қасым-Жомарт Тоқаев"),
    ]),
    ("office-holders", {"office": "төраға"}, "person", [(XI,)]),  # that Macron is chairman is denied
    ("agreements-in-force", {"party": "Қытай"}, "date kind name other", [("2002", "treaty", "Достық шарты", KZ)]),
    ("agreements-in-force", {"party": UZ}, "agreement", []),
    ("cancelled-meetings", {}, "date kind meeting also", [("2026-01-15", "visit", "meeting/tokyo", None)]),
    ("cancelled-meetings", {"actor": "KZ"}, "meeting", [("meeting/tokyo",)]),
    ("cancelled-meetings", {"actor": FR}, "meeting", []),
    ("denied-claims", {}, "date subject predicate object document", [
        ("2025-11-25", MACRON, "holds", "post/country~CN/төраға", "document/d3"),
    ]),
    ("denied-claims", {"about": XI}, "claim", []),
    ("first-contact", {"one": KZ, "other": UZ}, "date meeting place documents", [("2024-03", "meeting/old", "Ташкент", "1")]),
    ("first-contact", {"one": TOKAYEV, "other": MIRZIYOYEV, "limit": "9"}, "date meeting documents", [
        ("2024-03", "meeting/old", "1"), ("2025-11-10", "meeting/talks", "2"),
    ]),
    ("participants-of-meeting", {"meeting": "meeting/talks"}, "actor name documents", [
        (MIRZIYOYEV, "Шавкат Мирзиёев", "2"), (TOKAYEV, "Қасым-Жомарт Тоқаев", "2"),
    ]),
    ("meetings-on-topic", {"topic": "Көлік"}, "date state meeting place", [
        ("2025-11-10", "held", "meeting/talks", "Астана"), ("2024-03", "held", "meeting/old", "Ташкент"),
    ]),
    ("weakest-claims", {}, "claim", []),
    ("weakest-claims", {"below": "0.95", "limit": "1"}, "confidence rule quote", [("0.9", "kk.rule", "кездесті")]),
]  # fmt: skip


# the same, in the world of worlds.py, which has what the small one lacks
EXPECTED_OF_STRANGE: list[tuple[str, dict[str, str], str, list[tuple[str | None, ...]]]] = [
    ("bodies-of-country", {"country": "KZ"}, "body meetings last documents", [
        ("organization/mfa-kz", "1", "2025-09-01", "1"), ("person/twice", "1", None, "2"), ("organization/quiet", "0", None, "1"),
    ]),
    ("co-signatories", {"person": "Фридрих Мерц"}, "other other_name agreements last", [
        (TOKAYEV, "Қасым-Жомарт Тоқаев", "2", "2025-07"),
    ]),
    ("reported-claims", {}, "reported_by reported_name predicate object quote", [
        (MACRON, "Эмманюэль Макрон", "topic", "topic/сауда", "кездесті"),
        ('Reuters "}) //', 'Reuters "}) //', "place", "place/париж", None),
    ]),
    ("reported-claims", {"by": "МАКР"}, "reported_by", [(MACRON,)]),
    ("reported-claims", {"by": "})"}, "object", [("place/париж",)]),
    ("agreements-in-force", {"party": KZ}, "date name other", [("1999-12-31", "Жалғыз тарап", None)]),  # the other is terminated
    ("cancelled-meetings", {"actor": "DE"}, "date label also", [("2025-07-14", "Берлиндегі келіссөз", "held")]),
    ("participants-of-meeting", {"meeting": "meeting/berlin"}, "actor part office documents", [
        ("person/merc", None, None, "2"), (XI, None, None, "1"), (TOKAYEV, "guest", "Басшы", "2"),
    ]),
    ("office-holders", {"office": "министр"}, "name body_name first", [
        ("Мұрат Нұртілеу", "Сыртқы істер министрлігі", "2025-09"),
    ]),
    ("office-holders", {"office": "елші"}, "name body", [("Мұрат Нұртілеу", None)]),
    ("actors", {"name": "қос сынып"}, "actor kind documents", [
        ("person/twice", "Organization", "2"), ("person/twice", "Person", "2"),
    ]),
]  # fmt: skip


ASKED = [("world", *one) for one in EXPECTED] + [("strange_world", *one) for one in EXPECTED_OF_STRANGE]


@pytest.fixture(scope="module")
def strange_world() -> Iterator[Store]:
    with open_store("memory:") as store:
        store.write(strange())
        yield store


@pytest.mark.parametrize(
    ("asked", "name", "parameters", "columns", "rows"),
    ASKED,
    ids=[f"{name} {' '.join(given.values())}" for _, name, given, *_ in ASKED],
)
def test_a_query_answers_as_a_reader_of_the_documents_would(
    request: pytest.FixtureRequest,
    asked: str,
    name: str,
    parameters: dict[str, str],
    columns: str,
    rows: list[tuple[str | None, ...]],
) -> None:
    table = run(request.getfixturevalue(asked), name, parameters)
    places = [table.columns.index(column) for column in columns.split()]
    assert [tuple(row[place] for place in places) for row in table.rows] == rows


def test_every_named_query_has_expected_rows_here() -> None:
    assert {query.name for query in catalogue()} == {name for _, name, *_ in ASKED}
