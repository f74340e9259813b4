"""Document graphs written by hand, shaped as kg.graph makes them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from kg.model.facts import Span
from kg.model.graph import Claim, DocumentGraph, Node

COUNTRIES = {
    "KZ": ("Қазақстан", "Казахстан", "Kazakhstan", ("ҚР", "Қазақстан Республикасы")),
    "UZ": ("Өзбекстан", "Узбекистан", "Uzbekistan", ()),
    "CN": ("Қытай", "Китай", "China", ("ҚХР",)),
    "FR": ("Франция", "Франция", "France", ()),
    "JP": ("Жапония", "Япония", "Japan", ()),
    "DE": ("Германия", "Германия", "Germany", ()),
}


class Paper:
    """One document: say what it tells, then take its graph."""

    def __init__(self, key: str, *, date: str | None = "2025-11-25", lang: str = "kk", title: str | None = None) -> None:
        self.id = f"document/{key}"
        facts = {
            "date": date,
            "identifier": key,
            "lang": lang,
            "title": title or f"Тақырып {key}",
            "url": f"https://news.kz/{key}",
        }
        self.nodes: dict[str, Node] = {}
        self.claims: dict[str, Claim] = {}
        self.node(self.id, "Document", **{name: value for name, value in facts.items() if value})

    def node(self, key: str, kind: str, **properties: str | Iterable[str]) -> str:
        pairs = {
            (name, value) for name, values in properties.items() for value in ((values,) if isinstance(values, str) else values)
        }
        before = self.nodes[key].properties if key in self.nodes else ()
        self.nodes[key] = Node(key, kind, tuple(sorted({*before, *pairs})))
        return key

    def country(self, iso: str) -> str:
        name, name_ru, name_en, aliases = COUNTRIES[iso]
        return self.node(f"country/{iso}", "Country", name=name, name_ru=name_ru, name_en=name_en, iso=iso, alias=aliases)

    def person(self, key: str, name: str, office: str | None = None, of: str | None = None, alias: Iterable[str] = ()) -> str:
        person = self.node(f"person/{key}", "Person", name=name, alias=alias)
        if office and of:
            body = self.country(of)
            post = self.node(f"post/country~{of}/{office.lower()}", "Post", title=office, body=body)
            self.node(f"tenure/{digest(person, post)}", "Tenure", person=person, post=post, title_as_written=office)
            self.claim(person, "holds", post)
        return person

    def meeting(
        self, key: str, *who: str, date: str | None = None, kind: str = "meeting", status: str = "held", host: str | None = None,
        place: str | None = None, topics: Iterable[str] = (), negated: bool = False, label: str | None = None,
    ) -> str:  # fmt: skip
        meeting = self.node(f"meeting/{key}", "Meeting", label=label or f"Кездесу {key}")
        facts = [("kind", kind, True), ("status", status, True), *((("date", date, True),) if date else ())]
        facts += [("participant", actor, False) for actor in who] + ([("host", host, False)] if host else [])
        facts += [("place", self.node(f"place/{place.lower()}", "Place", name=place), False)] if place else []
        facts += [("topic", self.node(f"topic/{topic}", "Topic", name=topic), False) for topic in topics]
        for predicate, value, literal in facts:
            self.claim(meeting, predicate, value, literal=literal, status=status, negated=negated, valid=date)
        return meeting

    def agreement(
        self, key: str, name: str, *parties: str, status: str = "signed", date: str | None = None, kind: str = "agreement"
    ) -> str:
        agreement = self.node(f"agreement/{key}", "Agreement", name=name)
        facts = [("kind", kind, True), ("status", status, True), ("called", name, True)]
        facts += [("party", party, False) for party in parties] + ([("date", date, True)] if date else [])
        for predicate, value, literal in facts:
            self.claim(agreement, predicate, value, literal=literal, status=status, valid=date)
        return agreement

    def mention(self, actor: str, start: int, quote: str) -> None:
        offsets = {"start": str(start), "end": str(start + len(quote)), "quote": quote}
        self.node(f"mention/{digest(self.id, actor, str(start))}", "Mention", document=self.id, actor=actor, **offsets)

    def claim(
        self, subject: str, predicate: str, value: str, *, literal: bool = False, negated: bool = False,
        status: str | None = None, valid: str | None = None, rule: str = "kk.rule", confidence: float = 0.9, start: int = 10,
    ) -> str:  # fmt: skip
        key = f"claim/{digest(self.id, subject, predicate, value, str(negated))}"
        evidence = Span(start, start + 5)
        self.claims[key] = Claim(
            key, subject, predicate, value, literal, rule, confidence, evidence, "кездесті", "Олар кездесті.", negated, status,
            None, valid,
        )  # fmt: skip
        return key

    def graph(self, fingerprint: str = "f1") -> DocumentGraph:
        nodes = tuple(self.nodes[key] for key in sorted(self.nodes))
        return DocumentGraph(self.id, fingerprint, nodes, tuple(self.claims[key] for key in sorted(self.claims)))


def digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:20]


def visit(key: str = "d1", *, meeting: str = "m1", date: str = "2025-11-25", status: str = "held") -> DocumentGraph:
    """The presidents of Kazakhstan and Uzbekistan meet."""
    paper = Paper(key)
    tokayev = paper.person("tokaev", "Қасым-Жомарт Тоқаев", "Президент", "KZ", alias=("Тоқаев",))
    mirziyoyev = paper.person("mirziyoev", "Шавкат Мирзиёев", "Президент", "UZ")
    paper.meeting(meeting, tokayev, mirziyoyev, date=date, status=status, kind="talks", host=tokayev, place="Астана")
    paper.mention(tokayev, 0, "Тоқаев")
    return paper.graph()
