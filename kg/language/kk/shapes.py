"""Shapes of names that several finders look at: capitals, quotes, head nouns, the start of a sentence.

Enters: a Document or a token. Leaves: strings, lengths, yes or no.
"""

from __future__ import annotations

import re

from kg.language.document import Document, Token
from kg.language.kk import lexicon
from kg.language.kk.morphology import case_readings, known

STATE = frozenset({"ministry", "mission", "parliament", "government", "agency", "court", "bank", "administration", "office"})
ARTICLE = re.compile(r"[а-яәіөүұ]{2,3}-[А-ЯӘІҒҚҢӨҰҮҺ]")
ROMAN = re.compile(r"[IVXLІХ]+")
RELATIVE = re.compile(r"[лдт][ыі][қк]$")
ADJECTIVE = re.compile(r"([лдт][ыі][қк]|[лдт][ыі]|ғары|ғарғы|[ғгқк][ае]н|стан|[бвгдмнрстш]и)$")
PARTICIPLE = re.compile(r"(ған|ген|қан|кен|атын|етін|йтын|йтін)$")
PATRONYMIC = ("ұлы", "улы", "уулу", "қызы", "кызы", "ович", "евич", "овна", "евна", "ична")
NO_BODIES = frozenset({"delegation", "programme", "bloc", "movement", "forum", "building", "press_service", "media", "group"})


def surface(doc: Document, first: int, last: int, length: int | None = None) -> str:
    """The words as written, the last cut to `length` letters."""
    start = doc.tokens[first].start
    end = doc.tokens[last].start + length if length is not None else doc.tokens[last].end
    return " ".join(doc.article.text[start:end].split())


def inside_quotes(doc: Document, first: int, last: int) -> bool:
    tokens = doc.tokens
    before = first > 0 and tokens[first - 1].text in '«“„"'
    after = last + 1 < len(tokens) and tokens[last + 1].text in '»”"'
    return before and after


def capital_beside(doc: Document, i: int) -> bool:
    return 0 <= i < len(doc.tokens) and doc.tokens[i].capital and doc.tokens[i].kind in {"word", "initial"}


def head_of(token: Token) -> tuple[str, bool] | None:
    """Type of the organization that a head noun names, and whether it may stand alone."""
    if token.kind != "word":
        return None
    heads = lexicon.organization_heads()
    lemma = token.nominal.lemma
    found = heads.get(lemma) or heads.get(token.lower) or _by_possessed(token)
    if found is not None and lemma in lexicon.capital_heads() and not token.text[: len(lemma)].isupper():
        return None  # «ағы» is of «ақ», white, and not of an «АҚ»
    return found


def _by_possessed(token: Token) -> tuple[str, bool] | None:
    """«конгресі»: a possessed form that is not the lemma and an ending."""
    if token.nominal.person != 3:
        return None
    length, _, _ = nominative(token, True)
    lemma = lexicon.possessed_heads().get(token.lower[:length])
    return lexicon.organization_heads().get(lemma) if lemma else None


def head_at(doc: Document, i: int) -> tuple[str, bool] | None:
    """As `head_of`, with head nouns of two words: «темір жолы», «қарулы күштері»."""
    token = doc.tokens[i]
    if token.kind == "word" and i:
        for before, kind, alone in lexicon.compound_heads().get(token.nominal.lemma, ()):
            if doc.tokens[i - 1].lower == before:
                return kind, alone
    return head_of(token)


def is_office(token: Token) -> bool:
    """Whether a word is the head noun of an office or of a body, and no given name."""
    if token.kind != "word" or (token.capital and token.lower in lexicon.given_names()):
        return False
    return token.nominal.lemma in lexicon.offices() or token.lower in lexicon.offices()


def nominative(token: Token, possessed: bool) -> tuple[int, str, bool]:
    """Length of the nominative, case and attributive of a head noun, its possessor's ending kept."""
    case = token.nominal.case
    rows = [row for row in case_readings(token.text, False) if row[1] == case and row[2] == token.nominal.attributive]
    if possessed:
        rows = [row for row in rows if row[3] or case == "nom"] or rows
    return rows[0][:3] if rows else (len(token.text), "nom", False)


def personal(token: Token) -> bool:
    """Whether a capitalised word looks like part of a person's name."""
    return (
        token.lower in lexicon.given_names()
        or token.lower in lexicon.person_words()
        or (len(token.lower) > 4 and token.lower.endswith(lexicon.surname_suffixes()) and not known(token.lower))
    )


def patronymic(word: str) -> bool:
    """«Серікұлы», «Сергеевна»: a word between or after the given name and the surname."""
    return word.endswith(PATRONYMIC)


def starts_sentence(doc: Document, i: int) -> bool:
    first = doc.sentences[doc.tokens[i].sentence][0]
    return all(t.kind in {"mark", "dash", "other"} for t in doc.tokens[first:i])
