"""Who is said to say so: the words of Kazakh that lay what a sentence tells to somebody else's account.

Enters: a Document and a sentence. Leaves: `Voice` rows. The words are in `lists.csv`: `voice_gen_pattern` after a genitive
(«Песковтің айтуынша»), `voice_dat_pattern` after a dative («Reuters-ке сілтеме жасап»), `voice_nom_pattern` after a nominative
(«Ақорда хабарлағандай»), `voice_quote_pattern` before or after the speaker («деп хабарлады Ақорда»), `voice_verb_pattern` with
what was said as a noun («кездескенін растады»), `voice_back_pattern` at the head of a sentence that speaks of the one before
(«бұл туралы»).
"""

from __future__ import annotations

import re
from functools import cache

from kg.language.document import Document
from kg.language.frames import Voice
from kg.language.kk import lexicon

_BESIDE = {"voice_gen_pattern": "gen", "voice_dat_pattern": "dat", "voice_nom_pattern": "nom"}
_WORDS = 4
# A speaker and the verb stand within so many words; the bound keeps endless sentences cheap.
AHEAD = 80


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in sorted(lexicon.word_list(name))) or r"(?!)")


def find(doc: Document, sentence: int) -> list[Voice]:
    """Words of report in a sentence, a named source before mere formulas."""
    first, end = doc.sentences[sentence]
    words = [i for i in range(first, min(end, first + 4 * AHEAD)) if doc.tokens[i].kind == "word"]
    back = _back(doc, words)
    rows: list[Voice] = []
    for n, i in enumerate(words):
        text = " ".join(doc.tokens[k].lower for k in words[n : n + _WORDS])
        for name, case in _BESIDE.items():
            if _pattern(name).match(text):
                rows.append(Voice(i, "before", case))
        if _pattern("voice_quote_pattern").match(text):
            rows.append(Voice(words[min(n + 1, len(words) - 1)], "quote", "nom"))
        elif _pattern("voice_verb_pattern").match(text):
            rows.append(Voice(i, "back" if back else "noun", "nom"))
    return sorted(rows, key=lambda row: (row.stance in {"quote", "back", "noun"}, row.case != "dat", row.token))


def _back(doc: Document, words: list[int]) -> bool:
    return bool(_pattern("voice_back_pattern").match(" ".join(doc.tokens[i].lower for i in words[:_WORDS])))


def as_said(word: str) -> bool:
    """«мәлімдегендей»: before a comma such a word ends what is said of the speaker."""
    return bool(_pattern("voice_nom_pattern").fullmatch(word))


@cache
def _home_press(home: str) -> frozenset[str]:
    return frozenset(
        row["slug"] for row in lexicon.rows("organizations.csv") if row["type"] == "media" and row["country_iso"] == home
    )


def is_home_press(key: str | None, home: str) -> bool:
    """Whether an organization is a news outlet of the home country."""
    return key in _home_press(home)
