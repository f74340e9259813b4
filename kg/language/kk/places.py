"""Where: the dateline, «… қаласында», «Оман астанасында», buildings that stand for their city.

Enters: a Document with phrases. Leaves: its dateline, and places with the case that the noun after them carries.
"""

from __future__ import annotations

from dataclasses import replace

from kg.language.document import Document, Phrase
from kg.language.kk import lexicon

TOWN = frozenset({"қала", "ауыл", "кент", "аудан", "аймақ", "облыс", "шаһар"})
CAPITAL = frozenset({"астана", "елорда"})
HOME = "KZ"


def find(doc: Document) -> None:
    """Fills `doc.dateline`, completes `doc.phrases`."""
    doc.dateline = _dateline(doc)
    agency = _agency(doc)
    doc.phrases = [
        replace(p, subtype="media") if p.kind in {"organization", "person"} and p.first in agency else p for p in doc.phrases
    ]
    doc.phrases = [_with_noun(doc, phrase) for phrase in doc.phrases]


def capitals(doc: Document) -> None:
    """Adds «елордада» and «Оман астанасында» to `doc.phrases` as the town that they mean."""
    owner = {p.last: p for p in doc.phrases if p.kind in {"country", "demonym"}}
    taken = {i for p in doc.phrases for i in range(p.first, p.last + 1)}
    for i, token in enumerate(doc.tokens):
        if i in taken or token.kind != "word" or token.capital or token.nominal.lemma not in CAPITAL:
            continue
        country = owner.get(i - 1)
        iso = country.key if country is not None else HOME
        town = lexicon.main_capital().get(iso or "")
        if town and iso and (country is not None or token.nominal.person == 0):
            name = _capital_name(doc, town, iso)
            doc.phrases.append(
                Phrase("place", i, i, name, token.nominal.case, iso, attributive=token.nominal.attributive, subtype="capital")
            )
    doc.phrases.sort(key=lambda p: (p.first, p.last))


def _dateline(doc: Document) -> str | None:
    """A place among the first words of the text, before a full stop, comma or dash, and not inflected."""
    first = next((i for i, t in enumerate(doc.tokens) if t.start >= doc.body), None)
    if first is None:
        return None
    dated = {i for t in doc.times for i in range(t.first, t.last + 1)}
    while first in dated or (first - 1 in dated and first < len(doc.tokens) and doc.tokens[first].kind != "word"):
        first += 1  # «2016 жылдың 12 қазаны, Астана.»
    for phrase in doc.phrases:
        if phrase.first < first or phrase.first > first + 3:
            continue
        following = doc.tokens[phrase.last + 1] if phrase.last + 1 < len(doc.tokens) else None
        if (
            phrase.kind == "place"
            and phrase.case == "nom"
            and following is not None
            and (following.text in {".", ",", "/"} or following.kind == "dash" or _abbreviated(doc, phrase.last + 1))
        ):
            return phrase.name.title() if phrase.name.isupper() else phrase.name
    return None


def _abbreviated(doc: Document, i: int) -> bool:
    """«Астана қ.»: the abbreviated noun after a town."""
    after = doc.tokens[i + 1].text if i + 1 < len(doc.tokens) else ""
    return doc.tokens[i].lower in {"қ", "қ."} and (doc.tokens[i].text.endswith(".") or after.startswith("."))


def _agency(doc: Document) -> range:
    """Tokens between the head of the text and the dash that ends its dateline: the agency that reports."""
    first = next((i for i, t in enumerate(doc.tokens) if t.start >= doc.body), 0)
    for i in range(first, min(first + 9, len(doc.tokens))):
        if doc.tokens[i].kind == "dash":
            upper = [t for t in doc.tokens[first:i] if t.kind == "word"]
            return range(first, i) if upper and (upper[0].text.isupper() or doc.dateline) and len(upper) <= 5 else range(0)
    return range(0)


def _with_noun(doc: Document, phrase: Phrase) -> Phrase:
    if phrase.kind == "place" and phrase.case in {"nom", "gen"} and phrase.last + 1 < len(doc.tokens):
        token = doc.tokens[phrase.last + 1]
        if token.kind == "word" and token.nominal.person == 3 and token.nominal.lemma in TOWN:
            return replace(phrase, case=token.nominal.case, attributive=token.nominal.attributive, last=phrase.last + 1)
    if phrase.subtype == "building" and phrase.case in {"loc", "dat"}:
        seat = lexicon.seats().get(phrase.key or "")
        if seat is not None:
            return replace(phrase, kind="place", name=_capital_name(doc, *seat), key=seat[1])
    return phrase


def _capital_name(doc: Document, town: str, iso: str) -> str:
    """A capital that was renamed goes by the name it had on the day of publication."""
    day = doc.article.date or ""
    for row in lexicon.data_rows("renamed.csv"):
        if row["country"] == iso and row["now"] == town and row["from"] <= day < row["until"]:
            return row["then"]
    return town
