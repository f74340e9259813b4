"""What was talked about: «көлік мәселелерін талқылады», «сауда туралы пікір алмасты», «әңгіме энергетикаға арналды».

Enters: a Document and a sentence. Leaves: spans of tokens with the topic in the nominative.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.language.document import Document, Token
from kg.language.kk import verbs
from kg.language.kk.lexicon import data_rows, word_list
from kg.language.kk.morphology import case_readings

MAX_WORDS = 9
LINKS = frozenset({"мен", "пен", "бен", "және", "да", "де"})


@cache
def _by_letters() -> dict[str, tuple[dict[str, str], ...]]:
    """Rows of the table by the two letters with which their words begin."""
    table: dict[str, list[dict[str, str]]] = {}
    for row in data_rows("topics.csv"):
        table.setdefault(row["pattern"][:2], []).append(row)
    return {letters: tuple(rows) for letters, rows in table.items()}


def find(doc: Document, sentence: int) -> Iterator[tuple[int, int, str]]:
    """First token, last token and wording of each topic of a sentence."""
    first, last = doc.sentences[sentence]
    for i in range(first, last):
        for row in _by_letters().get(doc.tokens[i].lower[:2], ()) if doc.tokens[i].kind == "word" else ():
            window = " ".join(t.lower for t in doc.tokens[i : i + 3] if t.kind == "word")
            if re.match(row["pattern"], window):
                yield from _objects(doc, first, i, frozenset(row["marker"].split("|")))
                break


def _objects(doc: Document, start: int, verb: int, markers: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """The noun phrases before a verb whose last word carries one of the markers (a case, or a postposition)."""
    end = verb - 1
    while end >= start and end > verb - 5 and not _marked(doc.tokens[end], markers):
        end -= 1
    if end < start or not _marked(doc.tokens[end], markers):
        return
    postposition = doc.tokens[end].lower in markers
    last = end - 1 if postposition else end
    if not postposition and doc.tokens[last].nominal.lemma == "жай" and last > start:
        last -= 1
    if last in _barred(doc):
        return
    begin = _begin(doc, start, last)
    for a, b in _items(doc, begin, last):
        text = _nominative(doc, a, b, keep=postposition)
        if (b > a or len(text) > 5) and len(text) < 110 and b - a < MAX_WORDS + 2:
            yield a, b, text


def _marked(token: Token, markers: frozenset[str]) -> bool:
    return token.kind == "word" and (token.lower in markers or token.nominal.case in markers)


def _begin(doc: Document, start: int, last: int) -> int:
    """Left edge: a person, a title, a verb, a date or a clause's comma."""
    barred = _barred(doc)
    j = last
    while j > start:
        before = doc.tokens[j - 1]
        if j - 1 in barred or before.text in {";", ":"}:
            break
        if before.kind == "dash" and not _inner_dash(doc, j - 1):
            break
        if before.text == "," and (verbs.ends_clause(doc.tokens[j - 2].lower) or j - 2 in barred):
            break
        if before.kind == "word" and before.lower in word_list("topic_stop"):
            break
        if before.kind == "word" and verbs.CONVERB.search(before.lower) and verbs.ends_clause(before.lower):
            break
        j -= 1
    while j < last and (doc.tokens[j].kind in {"other", "dash"} or doc.tokens[j].lower in LINKS):
        j += 1
    return j


def _barred(doc: Document) -> set[int]:
    people = {j for p in doc.phrases if p.kind in {"person", "pronoun"} for j in range(p.first, p.last + 1)}
    titles = {j for t in doc.titles for j in range(t.first, t.last + 1)}
    times = {j for t in doc.times if t.kind != "year" for j in range(t.first, t.last + 1)}
    return people | titles | times


def _inner_dash(doc: Document, j: int) -> bool:
    """«2025–2027», «Орталық Азия – ЕО»: a dash within a name or a span of years."""
    if j == 0 or j + 1 >= len(doc.tokens):
        return False
    before, after = doc.tokens[j - 1], doc.tokens[j + 1]
    return (
        before.kind == "number" or (before.capital and after.capital) or any(t.text == "«" for t in doc.tokens[max(0, j - 4) : j])
    )


def _items(doc: Document, begin: int, last: int) -> Iterator[tuple[int, int]]:
    """The parts of a list; «және» and «мен» part it only where commas do."""
    commas = [j for j in range(begin, last) if doc.tokens[j].text == ","]
    cuts = set(commas)
    if commas:
        cuts |= {j for j in range(commas[-1], last) if doc.tokens[j].lower in {"және", "мен", "пен", "бен"}}
    case = doc.tokens[last].nominal.case
    if case != "nom":
        # «дайындықты және ахуалды»: each part of the list has its own ending.
        cuts |= {j for j in range(begin + 1, last) if doc.tokens[j].lower in LINKS and doc.tokens[j - 1].nominal.case == case}
    a = begin
    for j in sorted(cuts):
        if j > a:
            yield a, j - 1
        a = j + 1
    if a <= last:
        yield a, last


def _nominative(doc: Document, first: int, last: int, *, keep: bool) -> str:
    token = doc.tokens[last]
    length = len(token.text)
    if not keep and token.kind == "word" and token.nominal.case != "nom":
        rows = [row for row in case_readings(token.text, False) if row[1] == token.nominal.case]
        possessed = [row for row in rows if row[3]] if token.nominal.person == 3 else []
        if rows:
            length = (possessed or rows)[0][0]
    end = token.start + length
    return " ".join(doc.article.text[doc.tokens[first].start : end].split())
