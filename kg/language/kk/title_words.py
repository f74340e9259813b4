"""The wording of a title: its words in the nominative singular, without the endings that only link it to its body.

Enters: tokens of a title. Leaves: its text, «Сыртқы істер министрлері» as «Сыртқы істер министрі».
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kg.language.document import Document, Token
from kg.language.kk import lexicon
from kg.language.kk.morphology import analyse, case_readings
from kg.language.kk.phonology import fill, harmony, last_sound
from kg.language.kk.shapes import RELATIVE

GENITIVE = {"vowel": "нIң", "nasal": "нIң", "sonorant": "дIң", "voiced": "дIң", "voiceless": "тIң"}


def wording(doc: Document, indexes: Sequence[int], heads: frozenset[int], plain: str = "") -> str:
    """The words of tokens `indexes`, the last of which is the head; `heads` are the nouns whose ending may fall away.

    `plain` is the head as the table of offices writes it after the words before it («басқарушы директор»).
    """
    words: list[str] = []
    shown = _trimmed(doc, indexes)
    for place, i in enumerate(shown):
        token = doc.tokens[i]
        before = [doc.tokens[k] for k in shown[:place]]
        if place == len(shown) - 1:
            genitive = any(t.nominal.case == "gen" and t.kind == "word" for t in before)
            words.append(_like(plain, token) if plain and before and not genitive else _head(token, before))
        elif i in heads and token.nominal.case == "gen" and (token.nominal.person == 3 or token.nominal.plural):
            words.append(_inner(token, before))
        else:
            words.append(token.text)
    return " ".join(words).replace(" ,", ",")


def _trimmed(doc: Document, indexes: Sequence[int]) -> list[int]:
    """Without conjunctions at the edge and words that only say when («қазіргі»), unless they make up the whole title."""
    shown = list(indexes)
    edge = lexicon.word_list("conjunction") | {","}
    passing = lexicon.word_list("title_passing")
    while len(shown) > 1 and (doc.tokens[shown[0]].lower in edge or doc.tokens[shown[0]].lower in passing):
        shown.pop(0)
    return shown


def owns(before: Sequence[Token]) -> bool:
    """Whether the words before a noun own it, so that its possessor's ending belongs to the title: «сыртқы істер министрі»."""
    if not before:
        return False
    last = before[-1]
    if any(t.nominal.case == "gen" and t.kind == "word" for t in before):
        return True
    if last.kind != "word" or last.lower in lexicon.word_list("title_linker"):
        return False
    if last.lower in _field_ends() or last.lower in lexicon.word_list("title_noun"):
        return True
    return not (
        last.lower in lexicon.word_list("title_modifier")
        or last.nominal.attributive
        or (RELATIVE.search(last.lower) is not None and last.nominal.lemma not in lexicon.organization_heads())
    )


@cache
def _field_ends() -> frozenset[str]:
    return frozenset(words[-1] for words in lexicon.ministry_fields())


def _head(token: Token, before: Sequence[Token]) -> str:
    """The head in the nominative singular; its possessor's ending stays only where a word of the title is the possessor."""
    lemma = token.nominal.lemma
    offices = lexicon.offices()
    if token.nominal.person == 3 and owns(before):
        if not token.nominal.plural:
            lengths = [row[0] for row in case_readings(token.text, False) if row[1] == token.nominal.case and row[3]]
            if token.nominal.case == "nom":
                return token.text
            if lengths:
                return token.text[: lengths[0]]
        if lemma in offices:
            return _like(offices[lemma][0].possessed, token)
    if token.nominal.person == 0 and token.lower in offices:
        return token.text
    return _like(lemma, token)


def _inner(token: Token, before: Sequence[Token]) -> str:
    """An inner noun keeps its genitive but not the possessor outside the title: «Президентінің» becomes «Президенттің»."""
    lemma = token.nominal.lemma
    if lemma in lexicon.word_list("bare_organ") and not before:
        return _like(lemma, token)
    if owns(before) and not token.nominal.plural:
        return token.text
    stem = _possessed(lemma) if owns(before) else lemma
    ending = "нIң" if stem != lemma else GENITIVE[last_sound(lemma)]
    form = stem + fill(ending, harmony(stem))
    reading = analyse(form)
    if reading.case != "gen" or reading.lemma != lemma:
        # A foreign stem takes the endings of its last syllable: what the text writes is a better guide than the rule.
        form = stem + fill(ending, "front" if harmony(stem) == "back" else "back")
        reading = analyse(form)
    return _like(form, token) if reading.case == "gen" and reading.lemma == lemma else token.text


def genitive(title: str) -> str:
    """A title in the genitive: «министрі» as «министрінің»."""
    last = title.rsplit(maxsplit=1)[-1].lower()
    return title + fill(GENITIVE[last_sound(last)], harmony(last))


def _possessed(lemma: str) -> str:
    offices = lexicon.offices()
    if lemma in offices:
        return offices[lemma][0].possessed
    stem = lemma[:-1] + {"п": "б", "к": "г", "қ": "ғ"}.get(lemma[-1], lemma[-1])
    return stem + fill("сI" if last_sound(lemma) == "vowel" else "I", harmony(lemma))


def _like(word: str, token: Token) -> str:
    """`word` with the capital of the token."""
    return word[:1].upper() + word[1:] if token.capital and not (token.text.isupper() and len(token.text) > 1) else word
