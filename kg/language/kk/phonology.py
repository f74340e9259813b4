"""Sounds of Kazakh that decide the shape of an ending: vowel harmony and the class of the last letter.

Source: the standard description of Kazakh nominal inflection (e.g. Muhamedowa, Kazakh: A Comprehensive Grammar, 2016, ch. 2).
"""

from __future__ import annotations

from typing import Literal

BACK = frozenset("аоұыёя")
FRONT = frozenset("әөүіеэ")
AMBIGUOUS = frozenset("уию")
VOWELS = BACK | FRONT | AMBIGUOUS

Harmony = Literal["back", "front"]
LastSound = Literal["vowel", "nasal", "sonorant", "voiced", "voiceless"]


def harmony(stem: str) -> Harmony:
    """The harmony that the last clear vowel of a stem asks of its endings."""
    for letter in reversed(stem):
        if letter in BACK:
            return "back"
        if letter in FRONT:
            return "front"
    return "front" if any(letter in "ию" for letter in stem) else "back"


def last_sound(stem: str) -> LastSound:
    letter = stem[-1]
    if letter == "ь" and len(stem) > 1:
        letter = stem[-2]
    if letter in "уию":
        return "sonorant"
    if letter in VOWELS:
        return "vowel"
    if letter in "мнң":
        return "nasal"
    if letter in "лрй":
        return "sonorant"
    return "voiced" if letter in "жз" else "voiceless"


# Kazakh letters as a Russian keyboard writes them; Russian spellings that Kazakh ones vary from.
FOLD = str.maketrans("әғқңөұүһіёэ", "агкноуухиее", "ьъ")


def folded(word: str) -> str:
    """«Нұрсултан» and «Нұрсұлтан», «Цзянь» and «Цзян» are one: letters that writers take for each other, made one."""
    return word.casefold().translate(FOLD)


def fill(template: str, kind: Harmony) -> str:
    """A, I, G and K of a template become the letters of its harmony."""
    pairs = {"A": "ае", "I": "ыі", "G": "ғг", "K": "қк"}
    index = 0 if kind == "back" else 1
    return "".join(pairs[letter][index] if letter in pairs else letter for letter in template)
