"""Where the name of an organization begins, read from the head noun that ends it to the left.

Enters: a Document, the position and kind of a head noun, the phrases found so far. Leaves: the first token of the name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.language.document import Document, Phrase, Token, latin
from kg.language.kk import lexicon
from kg.language.kk.morphology import known
from kg.language.kk.shapes import ADJECTIVE, PARTICIPLE, STATE, head_of, is_office, personal, starts_sentence

MAX_WORDS = 10
GENITIVE = re.compile(r"[ндт][ыі]ң$")
FINITE = ("ды", "ді", "ты", "ті", "деп", "дейді", "мақ", "мек")
# Heads whose name may begin with the plain noun that opens a sentence: «Көлік прокуратурасы мәлімдеді».
FORMAL = (
    STATE | {"committee", "commission", "council", "department", "service", "institute"} | {"secretariat", "local_government"}
)
# Heads that bear the name of a person: «Нұрсұлтан Назарбаев университеті».
NAMED_AFTER = frozenset({"university", "academy", "institute", "fund", "centre"})
# Heads that an office may own: «Украина президенті кеңсесі».
OF_AN_OFFICE = frozenset({"office", "administration", "fund"})
# Bodies of a territory, which stands before them in lower case: «облыс әкімдігі».
LOCAL = frozenset({"local_government", "parliament"})


LATIN_LETTERS = re.compile(r"[A-Za-zÀ-ÖØ-öø-žșțȘȚ'’-]+")


def links_latin(tokens: Sequence[Token], j: int) -> bool:
    """«Rothschild & Co», «Électricité de France»: what links two capitalised words in Latin letters to one name."""
    if not 0 < j < len(tokens) - 1 or tokens[j].lower not in lexicon.word_list("latin_link"):
        return False
    sides = (tokens[j - 1], tokens[j + 1])
    return all(t.kind == "word" and t.capital and LATIN_LETTERS.match(t.text) is not None for t in sides)


class NameReader:
    """Reads one name from its head noun to the left."""

    def __init__(self, doc: Document, i: int, taken: dict[int, Phrase], kind: str) -> None:
        self.doc = doc
        self.tokens = doc.tokens
        self.i = i
        self.taken = taken
        self.kind = kind
        self.start = doc.sentences[doc.tokens[i].sentence][0]
        self.possessed = doc.tokens[i].nominal.person == 3
        # A head noun of two words begins with its first: «темір жолы».
        self.edge = self.head = i if head_of(doc.tokens[i]) is not None else i - 1

    def first(self) -> int:
        if self.kind == "ministry":
            size = field_before(self.tokens, self.i, self.start)
            if size:
                return self._several_fields(self.i - size)
        j = self.head - 1
        while j >= max(self.start, self.i - MAX_WORDS):
            if j in self.taken:
                return self._at_phrase(j)
            if self.tokens[j].lower == "атындағы":
                return self._named_after(j)
            if self._apart(j) or not self._belongs(j):
                break
            if self.tokens[j].capital and self._opens(j):
                self.edge = j
            j -= 1
        return self.edge

    def _several_fields(self, first: int) -> int:
        """«Сыртқы істер және сауда министрлігі»: one ministry of several fields, the last of them in lower case."""
        while first - 1 > self.start and not self.tokens[first].capital:
            link = self.tokens[first - 1]
            if link.text != "," and link.lower not in lexicon.word_list("conjunction"):
                break
            size = field_before(self.tokens, first - 1, self.start)
            if not size or any(k in self.taken for k in range(first - 1 - size, first)):
                break
            first -= 1 + size
        return first

    def _at_phrase(self, j: int) -> int:
        """A name to the left: a town belongs to the name, a country and another body own it."""
        phrase = self.taken[j]
        if phrase.last != j:
            return self.edge
        if phrase.kind == "place" and self.possessed:
            ruled = self.tokens[phrase.last].nominal.person == 3 and phrase.case in {"nom", "gen"}
            if ruled or phrase.case == "nom":
                named_after = phrase.first > self.start and self.tokens[phrase.first - 1].lower == "атындағы"
                return self._named_after(phrase.first - 1) if named_after else phrase.first
        if phrase.kind == "country" and self.edge == self.head and phrase.case in {"nom", "gen"} and not phrase.attributive:
            return j + 1
        return self.edge

    def _named_after(self, j: int) -> int:
        """«І. Жансүгіров атындағы Жетісу университеті»: the person's name begins the name."""
        first = j
        while first > self.start and (self.tokens[first - 1].kind == "initial" or self._bears(first - 1)):
            first -= 1
        return first if first < j else self.edge

    def _bears(self, j: int) -> bool:
        """Whether a word is part of the person's name."""
        token = self.tokens[j]
        if token.kind != "word" or not token.capital or token.lower in lexicon.word_list("not_a_name"):
            return False
        return personal(token) or not token.nominal.attributive

    def _opens(self, j: int) -> bool:
        """Whether a capital at `j` may begin the name; that of a sentence's first word says little."""
        token = self.tokens[j]
        if token.nominal.attributive and (self.kind not in FORMAL or self.tokens[j + 1].capital):
            return False
        if not starts_sentence(self.doc, j):
            return True
        if any(t.nominal.case == "gen" and t.nominal.person == 0 for t in self.tokens[j : self.head]):
            return False  # «Топырақтың құнарлы қоры»
        if known(token.lower) <= 2:
            return True
        opens_no_name = lexicon.word_list("not_a_name") | lexicon.word_list("not_a_start")
        if token.lower in opens_no_name and not (token.nominal.plural and is_office(token)):
            return False
        linked = any(t.lower in lexicon.word_list("name_link") for t in self.tokens[j + 1 : self.i])
        formal = self.possessed and (self.kind in FORMAL or bool(ADJECTIVE.search(token.lower)))
        formal = formal or (token.lower in lexicon.word_list("formal_start") and j < self.head)
        return (formal or linked) and not token.nominal.attributive

    def _belongs(self, j: int) -> bool:
        token = self.tokens[j]
        if links_latin(self.tokens, j):
            return True
        if token.kind == "other" and token.text == ",":
            return self.edge > j + 1 and self._enumerates(j)
        if self.possessed and j + 1 == self.head and token.nominal.plural and token.nominal.case == "nom" and is_office(token):
            # «Депутаттар палатасы», «Министрлер кабинеті»
            return True
        if is_office(token) and self._of_office(j):
            return True
        if (
            token.kind != "word"
            or token.lower in lexicon.word_list("not_a_name")
            or token.lower in lexicon.word_list("honorific")
        ):
            return token.kind == "word" and token.lower in {"және", "мен"} and self._joins(j)
        if token.lower in lexicon.word_list("name_link"):
            return True
        if token.lower in {"пен", "бен"}:
            return self._joins(j)
        head = head_of(token)
        if head is not None and token.nominal.case == "gen":
            return False
        if is_office(token) and not token.nominal.attributive:
            return token.lower in lexicon.word_list("title_modifier")
        if self.edge < self.head and head is not None and token.nominal.person == 3:
            return False
        if self.kind in LOCAL and j + 1 == self.head and token.nominal.lemma in lexicon.word_list("territory"):
            # «облыс әкімдігі», «облыстық Дума»
            self.edge = j
            return True
        if lexicon.pair_of(token.lower):
            self.edge = j
            return True
        return self._capital(j) if token.capital else self._common(j)

    def _apart(self, j: int) -> bool:
        """«СІМ департаменті», «Былтыр да … кеңесі»: the ministry that owns its department, a particle behind another word."""
        token = self.tokens[j]
        if self.kind == "department" and token.text.isupper() and len(token.text) > 1:
            return True
        return token.lower in lexicon.word_list("too") and not self.tokens[j + 1].capital

    def _of_office(self, j: int) -> bool:
        """«Президент қоры», «Украина президенті кеңсесі»: the body of an office."""
        fits = j + 1 == self.head and self.kind in OF_AN_OFFICE and self.tokens[j].nominal.case == "nom"
        if fits:
            self.edge = j
        return fits

    def _capital(self, j: int) -> bool:
        token = self.tokens[j]
        if self.tokens[j + 1].nominal.lemma in lexicon.word_list("territory") and self.tokens[j + 1].nominal.person == 3:
            return True
        if personal(token) and token.lower not in lexicon.demonyms() and not self._common_word(j):
            adjacent = all(t.capital and personal(t) for t in self.tokens[j : self.head])
            if token.nominal.case != "nom" and not known(token.lower):
                return False
            return adjacent and self.possessed and (j + 1 == self.head or self.kind in NAMED_AFTER)
        if j + 1 == self.head and not self.possessed:
            return bool(ADJECTIVE.search(token.lower)) or latin(token.text) or token.lower in lexicon.word_list("formal_start")
        if j + 1 == self.head and GENITIVE.search(token.lower) and token.nominal.person != 3:
            return False
        if starts_sentence(self.doc, j) and token.nominal.case in {"dat", "abl", "ins"} and not self._object(j):
            return False  # «Кездесуге Көлік комитеті келді»
        if token.nominal.case in {"nom", "gen"} or known(token.lower):
            return True
        return token.nominal.attributive or self._object(j)

    def _common_word(self, j: int) -> bool:
        """«Әділет және ішкі істер …»: a given name that is an ordinary word too, in a name that goes on in lower case."""
        token = self.tokens[j]
        if self.tokens[j + 1].capital:
            return False
        linked = any(t.lower in lexicon.word_list("name_link") for t in self.tokens[j + 1 : self.i])
        return token.lower in lexicon.ordinary_given_names() or (linked and known(token.lower) > 2)

    def _common(self, j: int) -> bool:
        token = self.tokens[j]
        if token.lower in lexicon.word_list("name_adjective"):
            return True
        if PARTICIPLE.search(token.lower):
            return False
        following = self.tokens[j + 1]
        if self.edge < self.head and not (ADJECTIVE.search(token.lower) or following.lower in lexicon.word_list("name_link")):
            return False
        if token.nominal.attributive:
            return self.kind in FORMAL
        if self._object(j):
            return True
        linked = any(t.lower in lexicon.word_list("name_link") for t in self.tokens[j + 1 : self.i])
        if not self.possessed and not linked:
            return bool(ADJECTIVE.search(token.lower)) or token.lower in lexicon.word_list("title_modifier")
        return token.nominal.case in {"nom", "gen"} and token.nominal.person in {0, 3} and not self._finite(token)

    def _finite(self, token: Token) -> bool:
        """«берді», «алмақ»: a verb, unless the ending is a possessor's («мұхиты»)."""
        return token.lower.endswith(FINITE) and not (token.nominal.person == 3 and known(token.nominal.lemma) > 0)

    def _object(self, j: int) -> bool:
        """«нарықты реттеу агенттігі»: an object before its verbal noun."""
        following = self.tokens[j + 1].lower
        case = self.tokens[j].nominal.case
        return (case in {"acc", "dat"} and following.endswith("у")) or (case == "dat" and following == "қарсы")

    def _joins(self, j: int) -> bool:
        """Whether «және» lies inside the name and not between two names."""
        left = self.tokens[j - 1] if j > self.start else None
        if left is None or j - 1 in self.taken or left.kind != "word" or j + 1 == self.head:
            return False
        if head_of(left) is not None or is_office(left):
            return False
        if personal(left) and left.lower not in lexicon.ordinary_given_names():
            return False
        if self._names_somebody(j - 1) or (left.capital and latin(left.text) != latin(self.tokens[j + 1].text)):
            return False
        long = self.kind in FORMAL and self.head - j > 2
        return left.capital == self.tokens[j + 1].capital or known(left.lower) > 2 or long

    def _names_somebody(self, k: int) -> bool:
        """«вице-президенті Мартин Вожур және Х компаниясы»: a capital behind a given name is a surname, known or not."""
        before = self.tokens[k - 1]
        return self.tokens[k].capital and k > self.start and before.capital and before.lower in lexicon.given_names()

    def _enumerates(self, j: int) -> bool:
        return any(t.lower in {"және", "мен", "пен", "бен"} for t in self.tokens[j + 1 : self.i]) and self.kind in FORMAL


def field_before(tokens: list[Token], i: int, start: int) -> int:
    """Number of words of the ministry's field that ends before token `i`; 0 where none does."""
    for words in lexicon.ministry_fields():
        a = i - len(words)
        if a >= start and all(tokens[a + k].lower == word for k, word in enumerate(words)):
            return len(words)
    return 0
