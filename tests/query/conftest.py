"""A small world: two presidents, a minister, a few meetings and agreements, told by four documents.

- 2025-11-10, d1: Tokayev receives Mirziyoyev in Astana (talks about transport); Kazakhstan and Uzbekistan sign «Көлік келісімі».
- 2025-11-20, d2: Mirziyoyev meets Xi in Tashkent (trade). A second report of the talks in Astana.
- 2025-11-25, d3: Xi and Macron speak by telephone; Kosherbayev is to visit Paris in 2026-02; a visit to Tokyo is called off.
- 2024-03-05, d4: Tokayev meets Mirziyoyev; Kosherbayev was an ambassador then; the agreement was being
  negotiated. Another man, too, is called Tokayev.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.model.graph import DocumentGraph
from kg.store import Store, open_store
from tests.store.helpers import Paper


def documents() -> list[DocumentGraph]:
    d1 = Paper("d1", date="2025-11-10", title="Тоқаев Мирзиёевті қабылдады")
    tokayev = d1.person("tokaev", "Қасым-Жомарт Тоқаев", "Президент", "KZ", alias=["Тоқаев"])
    mirziyoyev = d1.person("mirziyoev", "Шавкат Мирзиёев", "Президент", "UZ", alias=["Мирзиёев"])
    topics = ["көлік", "сауда"]
    d1.meeting("talks", tokayev, mirziyoyev, date="2025-11-10", kind="talks", host=tokayev, place="Астана", topics=topics)
    d1.agreement("kolik", "Көлік келісімі", d1.country("KZ"), d1.country("UZ"), date="2025-11-10")
    d1.mention(tokayev, 0, "Тоқаев")
    d1.mention(tokayev, 40, "Тоқаев")

    d2 = Paper("d2", date="2025-11-20", title="Ташкенттегі кездесу")
    mirziyoyev = d2.person("mirziyoev", "Шавкат Мирзиёев", "Президент", "UZ")
    tokayev = d2.person("tokaev", "Қасым-Жомарт Тоқаев", "Президент", "KZ")
    xi = d2.person("si", "Си Цзиньпин", "Төраға", "CN")
    d2.meeting("tashkent", mirziyoyev, xi, date="2025-11-20", host=mirziyoyev, place="Ташкент", topics=["сауда"])
    d2.meeting("talks", tokayev, mirziyoyev, date="2025-11-10", kind="talks", host=tokayev)

    d3 = Paper("d3", date="2025-11-25", title="Париж сапары")
    xi = d3.person("si", "Си Цзиньпин", "Төраға", "CN")
    macron = d3.person("makron", "Эмманюэль Макрон", "Президент", "FR")
    kosherbayev = d3.person("kosherbaev", "Ермек Көшербаев", "Министр", "KZ")
    d3.meeting("call", xi, macron, date="2025-11-25", kind="call")
    d3.meeting("paris", kosherbayev, d3.country("FR"), date="2026-02", kind="visit", status="planned", place="Париж")
    d3.meeting("tokyo", kosherbayev, d3.country("JP"), date="2026-01-15", kind="visit", status="cancelled")
    d3.claim("person/makron", "holds", "post/country~CN/төраға", negated=True)

    d4 = Paper("d4", date="2024-03-05", title="Бұрынғы кездесу")
    tokayev = d4.person("tokaev", "Қасым-Жомарт Тоқаев", "Президент", "KZ")
    mirziyoyev = d4.person("mirziyoev", "Шавкат Мирзиёев", "Президент", "UZ")
    d4.meeting("old", tokayev, mirziyoyev, date="2024-03", place="Ташкент", host=mirziyoyev, topics=["көлік"])
    d4.person("beibit-tokaev", "Бейбіт Тоқаев", alias=["Тоқаев"])
    d4.person("kosherbaev", "Ермек Көшербаев", "Елші", "KZ")
    d4.agreement("kolik", "Көлік келісімі", d4.country("KZ"), d4.country("UZ"), status="negotiating", date="2024-03")
    d4.agreement("dostyk", "Достық шарты", d4.country("KZ"), d4.country("CN"), kind="treaty", status="in_force", date="2002")
    return [d1.graph(), d2.graph(), d3.graph(), d4.graph()]


@pytest.fixture(scope="session")
def world() -> Iterator[Store]:
    with open_store("memory:") as store:
        store.write(documents())
        yield store
