"""Graphs of small documents."""

from __future__ import annotations

from kg.graph import document_graph
from kg.model.article import Article
from kg.model.facts import Actor, Agreement, Extraction, Meeting, Provenance, Role, Span
from kg.model.graph import Claim, DocumentGraph
from kg.resolve import resolve
from tests.resolve.helpers import world

TEXT = (
    "АСТАНА. Қазақстан Президенті Ерлан Болатов Ресей Президенті Иван Петровты қабылдады. "
    "Кездесуде «Мұнай» келісіміне қол қойылды. Тараптар мұнай жайын талқылады."
)


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def extraction(
    key: str = "d1", *, status: str = "held", date: str | None = "2025-11-25", published: str = "2025-11-25",
    negated: bool = False, rule: str = "kk.receive", confidence: float = 0.9, kind: str = "reception",
) -> Extraction:  # fmt: skip
    evidence = Provenance(span("Иван Петровты қабылдады"), rule, confidence)
    signing = Provenance(span("«Мұнай» келісіміне қол қойылды"), "kk.sign", 0.8)
    article = Article(key, "Тақырып", TEXT, published, "kk", f"https://news.kz/{key}", "news.kz", "a.jsonl", "0" * 64)
    return Extraction(
        article,
        (
            Actor("a1", "person", "Ерлан Болатов", mentions=(span("Ерлан Болатов"),)),
            Actor("a2", "person", "Иван Петров", ("Петров",), mentions=(span("Иван Петровты"),)),
            Actor("a3", "country", "Қазақстан", (), "KZ"),
            Actor("a4", "country", "Ресей", (), "RU"),
        ),
        (
            Role("a1", "Президент", "a3", Provenance(span("Қазақстан Президенті Ерлан Болатов"), "kk.role", 0.9)),
            Role("a2", "Президент", "a4", Provenance(span("Ресей Президенті Иван Петровты"), "kk.role", 0.9)),
        ),
        (Meeting("m1", kind, ("a1", "a2"), "a1", date, "Астана", status, ("мұнай жайы",), evidence, negated, "a1"),),
        (Agreement("g1", "agreement", "«Мұнай» келісімі", (), ("a3", "a4"), "signed", date, None, signing, ("a1",)),),
    )


def graph(key: str = "d1", **changes: object) -> DocumentGraph:
    return document_graph(resolve(extraction(key, **changes), world()))  # type: ignore[arg-type]


def claims(found: DocumentGraph, predicate: str) -> list[Claim]:
    return [claim for claim in found.claims if claim.predicate == predicate]
