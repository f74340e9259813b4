"""A graph where answers of two stores could differ: ties, what is missing, dates of all precisions, names full of syntax.

Documents disagree about one meeting, deny, report what others say, and tell of a meeting whose two reports name other places.
"""

from __future__ import annotations

import itertools
from dataclasses import replace

from kg.model.graph import DocumentGraph
from tests.store.helpers import Paper

HOSTILE_NAMES = (
    'О\'Коннор "Джек"',
    "}) DETACH DELETE n //",
    "\\' OR 1=1 --",
    "a\\u0022b\\",
    "{$one} ${x} `кері`",
    "Жанна\u202eтерс\u200b 😀",
    "Е\u0301лена É",
    "line\nbreak\ttab",
)


def strange() -> list[DocumentGraph]:
    """Documents s1, s2, …; the last one is empty but for its own node, and has no date."""
    return [_crowd(), _first_report(), _second_report(), _denials(), _bodies(), _bare()]


def _crowd() -> DocumentGraph:
    """Everybody meets everybody, on the same day, so that all counts and dates tie."""
    paper = Paper("s1", date="2025-06-01", title="Тең '\"{}\\ сандар")
    people = [paper.person(f"x{number}", name, alias=[name.upper()]) for number, name in enumerate(HOSTILE_NAMES)]
    for number, (one, other) in enumerate(itertools.pairwise(people)):
        paper.meeting(f"tie{number}", one, other, date="2025-06", kind="talks", host=one, place="Алматы", topics=["сауда"])
        paper.meeting(f"year{number}", one, other, date="2025", place="Алматы")
        paper.meeting(f"undated{number}", one, other, label=HOSTILE_NAMES[number])
    paper.meeting("alone", people[0], date="2025-06-02", place="Алматы")
    paper.meeting("nobody", date="2025-06-03", status="planned")
    for number, person in enumerate(people):
        paper.mention(person, number * 10, HOSTILE_NAMES[number])
    return paper.graph()


def _first_report() -> DocumentGraph:
    paper = Paper("s2", date="2025-07-01", title="Бірінші")
    tokayev = paper.person("tokaev", "Қасым-Жомарт Тоқаев", "Президент", "KZ")
    merz = paper.person("merc", "Фридрих Мерц", "Канцлер", "DE")
    meeting = paper.meeting("berlin", tokayev, merz, date="2025-07", kind="visit", status="planned", place="Берлин")
    paper.claim(meeting, "status", "cancelled", literal=True, status="cancelled", confidence=0.5)
    paper.agreement("kolik", "Көлік туралы келісім", paper.country("KZ"), paper.country("DE"), status="signed", date="2025-07")
    treaty = paper.agreement("dostyk", "Достық шарты", paper.country("KZ"), paper.country("DE"), kind="treaty", status="in_force")
    for person in (tokayev, merz):
        paper.claim(treaty, "signatory", person)
        paper.claim("agreement/kolik", "signatory", person, confidence=0.123456789)
    return paper.graph()


def _second_report() -> DocumentGraph:
    paper = Paper("s3", date="2025-07-15", title="Екінші")
    tokayev = paper.person("tokaev", "Қасым-Жомарт Тоқаев", "Басшы", "KZ")
    merz = paper.person("merc", "Фридрих Мерц")
    xi = paper.person("si", "Си Цзиньпин")
    meeting = paper.meeting(
        "berlin", tokayev, merz, xi, date="2025-07-14", kind="talks", place="Астана", label="Берлиндегі келіссөз"
    )
    paper.node("participation/p1", "Participation", meeting=meeting, actor=tokayev, part="guest", post="post/country~KZ/басшы")
    paper.agreement("dostyk", "Достық шарты", paper.country("KZ"), status="terminated", date="2025")
    paper.agreement("only", "Жалғыз тарап", paper.country("KZ"), status="in_force", date="1999-12-31")
    return paper.graph()


def _denials() -> DocumentGraph:
    """Denied, reported by an actor of the graph and by words, without a date."""
    paper = Paper("s4", date=None, title="Жоққа шығару", lang="ru")
    xi = paper.person("si", "Си Цзиньпин", "Кеңесші", "CN")
    macron = paper.person("makron", "Эмманюэль Макрон")
    paper.meeting("denied", xi, macron, date="2025-08", negated=True, place="Париж")
    paper.claim("meeting/call", "status", "held", literal=True, negated=True)
    said = paper.claim("meeting/call", "topic", paper.node("topic/сауда", "Topic", name="сауда"))
    words = paper.claim("meeting/call", "place", paper.node("place/париж", "Place", name="Париж"))
    paper.claims[said] = replace(paper.claims[said], reported_by="person/makron")
    paper.claims[words] = replace(paper.claims[words], reported_by='Reuters "}) //', evidence=None, quote=None, context=None)
    return paper.graph()


def _bodies() -> DocumentGraph:
    """Organizations, one without a country and one that documents also call a person; a body that holds offices."""
    paper = Paper("s5", date="2025-09", title="Ұйымдар")
    country = paper.country("KZ")
    ministry = paper.node("organization/mfa-kz", "Organization", name="Сыртқы істер министрлігі", country=country, alias=["СІМ"])
    paper.node("organization/quiet", "Organization", name="Тыныш ұйым", country=country)
    union = paper.node("organization/union", "Organization", name="Одақ", name_ru="Союз", name_en="Union")
    minister = paper.node("person/minister", "Person", name="Мұрат Нұртілеу")
    post = paper.node("post/organization~mfa-kz/министр", "Post", title="Министр", body=ministry)
    nobodys = paper.node("post/елші", "Post", title="Елші")
    paper.claim(minister, "holds", post)
    paper.claim(minister, "holds", nobodys)
    paper.meeting("bodies", ministry, union, minister, date="2025-09-01", kind="consultations")
    paper.meeting("later", ministry, union, date="2025-10", status="planned")
    paper.agreement("bodies", "Ұйымдар хаттамасы", ministry, union, kind="protocol", status="adopted", date="2025-09-01")
    paper.agreement("silent", "Күнсіз мәлімдеме", union, kind="statement", status="mentioned")
    paper.node("person/twice", "Person", name="Қос сынып")
    return paper.graph()


def _bare() -> DocumentGraph:
    paper = Paper("s6", date=None)
    paper.node("person/twice", "Organization", name="Қос сынып", country=paper.country("KZ"))
    paper.meeting("twice", "person/twice", "country/KZ")
    return paper.graph()
