"""One document's graph in, its statements by the sentences that prove them out: what `kg explain` shows.

Enters: DocumentGraph. Leaves: Explanation, plain values that a terminal or a page can show.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.model.graph import Claim, DocumentGraph, Node
from kg.schema.model import schema


@dataclass(frozen=True, slots=True)
class Fact:
    """What some words say of one node: its statements as (what, value) pairs, and which rule found them, how surely.

    `confidence` is that of the surest statement, `confidences` that of each.
    """

    kind: str
    name: str
    words: tuple[str, ...]
    statements: tuple[tuple[str, str], ...]
    rule: str
    confidence: float
    negated: bool
    reported_by: str | None
    confidences: tuple[float, ...]
    marks: tuple[tuple[int, int], ...]
    """Where the words stand in the passage."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence and what it proves; None where the input named no words."""

    text: str | None
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that one document says."""

    identifier: str
    title: str
    date: str | None
    passages: tuple[Passage, ...]


def explain(graph: DocumentGraph, *, language: str = "en") -> Explanation:
    """The claims of one document, in the order of its text; what is said of them is in `language` (kk, ru, en)."""
    nodes = {node.id: node for node in graph.nodes}
    passages: dict[str | None, list[Claim]] = defaultdict(list)
    for claim in sorted(graph.claims, key=_place):
        passages[claim.context].append(claim)
    document = dict(nodes[graph.document].properties)
    return Explanation(
        identifier=document.get("identifier", graph.document),
        title=document.get("title", ""),
        date=document.get("date"),
        passages=tuple(Passage(text, _facts(text, claims, nodes, language)) for text, claims in passages.items()),
    )


def _place(claim: Claim) -> tuple[bool, int, int, str]:
    """Claims without evidence come last."""
    start, end = (0, 0) if claim.evidence is None else (claim.evidence.start, claim.evidence.end)
    return claim.evidence is None, start, end, claim.id


def _facts(text: str | None, claims: Iterable[Claim], nodes: Mapping[str, Node], language: str) -> tuple[Fact, ...]:
    """Claims on one node by one rule are one fact: a meeting with all its participants."""
    groups: dict[tuple[str, str, bool, str | None], list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[claim.subject, claim.rule, claim.negated, claim.reported_by].append(claim)
    return tuple(
        Fact(
            kind=nodes[subject].kind,
            name=name_of(subject, nodes),
            words=tuple(dict.fromkeys(claim.quote for claim in found if claim.quote)),
            statements=tuple(_statement(claim, nodes, language) for claim in sorted(found, key=_order)),
            rule=rule,
            confidence=max(claim.confidence for claim in found),
            negated=negated,
            reported_by=None if voice is None else name_of(voice, nodes),
            confidences=tuple(claim.confidence for claim in sorted(found, key=_order)),
            marks=_marks(text, found),
        )
        for (subject, rule, negated, voice), found in groups.items()
    )


_ORDER = ("holds", "kind", "called", "status", "host", "participant", "party", "signatory", "date", "place", "topic")


def _order(claim: Claim) -> tuple[int, str]:
    return (_ORDER.index(claim.predicate) if claim.predicate in _ORDER else len(_ORDER)), claim.object


def _statement(claim: Claim, nodes: Mapping[str, Node], language: str) -> tuple[str, str]:
    words = schema()
    value = claim.object if claim.literal else name_of(claim.object, nodes)
    if claim.literal and claim.predicate in {"kind", "status"}:
        value = words.label(value, language)
    return words.label(claim.predicate, language), value


def name_of(identifier: str, nodes: Mapping[str, Node]) -> str:
    """What to call a node: its name, title or label, an office with the body that it is of; else its id."""
    if identifier not in nodes:
        return identifier
    properties = dict(nodes[identifier].properties)
    name = next((properties[key] for key in ("name", "title", "label") if key in properties), identifier)
    return f"{name} ({name_of(properties['body'], nodes)})" if "body" in properties else name


def _marks(text: str | None, claims: Iterable[Claim]) -> tuple[tuple[int, int], ...]:
    """Where the quotes stand in the sentence, merged where they touch."""
    found = sorted({(text.find(claim.quote), len(claim.quote)) for claim in claims if text and claim.quote})
    merged: list[tuple[int, int]] = []
    for start, length in found:
        if start < 0:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], start + length)
        else:
            merged.append((start, start + length))
    return tuple(merged)
