"""Where: the dateline, «… қаласында», «Оман астанасында», buildings that stand for their city.

Enters: a Document with phrases. Leaves: its dateline, and places with the case that the noun after them carries.
"""

from __future__ import annotations

from dataclasses import replace

from kg.language.document import Document, Phrase
from kg.language.kk import lexicon
from kg.language.kk.morphology import case_readings

TOWN = frozenset({"қала", "ауыл", "кент", "аудан", "аймақ", "облыс", "шаһар"})
CAPITAL = frozenset({"астана", "елорда", "бас қала"})


def find(doc: Document) -> None:
    """Fills `doc.dateline`, completes `doc.phrases`."""
    doc.dateline = _dateline(doc)
    agency = _agency(doc)
    doc.phrases = [
        replace(p, subtype="media") if p.kind in {"organization", "person"} and p.first in agency else p for p in doc.phrases
    ]
    doc.phrases = [_with_noun(doc, phrase) for phrase in doc.phrases]


def _dateline(doc: Document) -> str | None:
    """A place among the first words of the text, before a full stop, comma or dash, and not inflected."""
    first = next((i for i, t in enumerate(doc.tokens) if t.start >= doc.body), None)
    if first is None:
        return None
    for phrase in doc.phrases:
        if phrase.first < first or phrase.first > first + 3:
            continue
        following = doc.tokens[phrase.last + 1] if phrase.last + 1 < len(doc.tokens) else None
        if (
            phrase.kind == "place"
            and phrase.case == "nom"
            and following is not None
            and (following.text in {".", ",", "/"} or following.kind == "dash")
        ):
            return phrase.name.title() if phrase.name.isupper() else phrase.name
    return None


def _agency(doc: Document) -> range:
    """Tokens between the head of the text and the dash that ends its dateline: the agency that reports."""
    first = next((i for i, t in enumerate(doc.tokens) if t.start >= doc.body), 0)
    for i in range(first, min(first + 9, len(doc.tokens))):
        if doc.tokens[i].kind == "dash":
            upper = [t for t in doc.tokens[first:i] if t.kind == "word"]
            return range(first, i) if upper and (upper[0].text.isupper() or doc.dateline) and len(upper) <= 5 else range(0)
    return range(0)


def _with_noun(doc: Document, phrase: Phrase) -> Phrase:
    if phrase.kind in {"place", "country"} and phrase.case in {"nom", "gen"} and phrase.last + 1 < len(doc.tokens):
        token = doc.tokens[phrase.last + 1]
        if token.kind == "word" and token.nominal.person == 3 and phrase.kind == "place" and token.nominal.lemma in TOWN:
            return replace(phrase, case=token.nominal.case, attributive=token.nominal.attributive, last=phrase.last + 1)
    if phrase.kind == "organization" and phrase.subtype == "building" and phrase.key:
        return phrase
    return phrase


def nominative_place(name: str) -> str:
    """A place name without its case, for display."""
    return name[: case_readings(name)[0][0]]


def capital_of(iso: str | None) -> str | None:
    return lexicon.main_capital().get(iso or "")
