"""Runs of capitalised words that may be the names of persons: where each begins and ends, and the nominative of its last word.

Enters: a Document with tokens, the phrases found so far. Leaves: pairs of tokens, readings of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.language.document import Document, Phrase, Token
from kg.language.kk import lexicon
from kg.language.kk.morphology import case_readings, known
from kg.language.kk.shapes import ARTICLE, ROMAN, head_of, is_office, patronymic, starts_sentence

# «мен, бен, пен» between two names are the Kazakh "and"; after an initial «де, да» are too.
AND = frozenset({"бен", "пен", "мен"})
# Endings of cases after which the next capital begins another name.
DECLINED = re.compile(r"(?:[ндт][ыі]ң?|[мбп]ен)$")
MIN_STEM = 3
# Nouns of trades that open a sentence before a name: «Дзюдошы», «Журналист».
TRADE = re.compile(r"(шы|ші|ист|лог|граф)$")
NOBLE = frozenset({"monarch", "other", "military"})


class NameRuns:
    """Runs that no table explains, in one document."""

    def __init__(self, doc: Document, taken: dict[int, Phrase]) -> None:
        self.doc = doc
        self.taken = taken
        self.forms = {t.lower for t in doc.tokens if t.capital}
        self.inside: dict[str, list[int]] = {}  # capitalised words inside sentences, by their first letters
        for i, token in enumerate(doc.tokens):
            if token.capital and not starts_sentence(doc, i):
                self.inside.setdefault(token.lower[:2], []).append(i)
        self.doubles = _doubles(doc)
        self.surnames: set[str] = {p.name.split()[-1].lower() for p in taken.values() if p.kind == "person"}

    def runs(self) -> Iterator[tuple[int, int]]:
        """First and last token of each run."""
        i = 0
        while i < len(self.doc.tokens):
            if not self._may_begin(i):
                i += 1
                continue
            j = i
            while (step := self._step(i, j)) > 0:
                j += step
            yield i, j
            i = j + 1

    def _step(self, i: int, j: int) -> int:
        """How many tokens more belong to the run from `i` to `j`; 0 where it ends."""
        tokens = self.doc.tokens
        if j + 1 >= len(tokens) or tokens[j + 1].sentence != tokens[i].sentence or self._ends(j) or self._begins_another(i, j):
            return 0
        if j > i and self._declined(j):
            return 0
        particles = lexicon.word_list("name_particle")
        following = tokens[j + 1]
        if tokens[i].kind == "initial" and tokens[j].kind == "word" and following.lower not in particles:
            return 1 if self.free(j + 1) and self._double(j) else 0
        named = following.kind in {"word", "initial"} and (following.capital or ARTICLE.match(following.text) is not None)
        if named and (self.free(j + 1) or self._noble(j, j + 1)):
            return 1
        if self._ends_a_patronymic(j, following):
            return 1
        after = j + 2
        while after < len(tokens) and after < j + 4 and tokens[after].lower in particles and not tokens[after].capital:
            after += 1  # «де ла»
        if after >= len(tokens) or following.kind != "word" or not tokens[after].capital or not self.free(after):
            return 0
        joins = AND | ({"де", "да"} if tokens[j].kind == "initial" else set())
        particle = following.lower in particles and following.lower not in joins
        return after - j if particle or (following.lower == "бен" and self._arabic(j, after)) else 0

    def _ends_a_patronymic(self, j: int, following: Token) -> bool:
        """«Асан Болот уулу», «Эльмар Гасан оглының»: a word in lower case for whose child somebody is."""
        if following.kind != "word" or following.capital or not self.doc.tokens[j].capital:
            return False
        stems = {following.lower[:length] for length, *_ in case_readings(following.text)}
        return bool(stems & lexicon.word_list("child_of"))

    def _double(self, j: int) -> bool:
        """«Н.Абдул Азиз»: two words that end a full name elsewhere in the document."""
        token, following = self.doc.tokens[j : j + 2]
        stems = {following.lower[:length] for length, *_ in case_readings(following.text)}
        ends: set[str] = self.doubles.get(token.lower, set())
        return any(end.startswith(stem) and len(stem) >= MIN_STEM for end in ends for stem in stems)

    def _begins_another(self, i: int, j: int) -> bool:
        """Whether a second person begins after `j`: «Болатов Ж.Мартенді», «Айдос Серіков Жан Мартенмен»."""
        tokens = self.doc.tokens
        token, following = tokens[j], tokens[j + 1]
        if token.kind != "word" or token.lower in lexicon.word_list("name_particle"):
            return False
        family = token.lower in self.surnames or token.lower in lexicon.people() or self._surname_shape(token.lower)
        family = family and token.lower not in lexicon.given_names() and not patronymic(token.lower)
        if following.kind == "initial":
            return family
        if following.lower not in lexicon.given_names() or j + 2 >= len(tokens):
            return False
        third = tokens[j + 2]
        goes_on = third.kind == "word" and third.capital and self.free(j + 2) and not patronymic(third.lower)
        second_word = j > i and tokens[i].lower in lexicon.given_names() and token.lower not in lexicon.given_names()
        if not goes_on:
            return False
        return second_word or (family and (j > i or token.lower in self.surnames))

    def _noble(self, before: int, i: int) -> bool:
        """«Исаак Герцог», «Сұлтан Ахметов»: a rank that is part of a name, between or after given names."""
        token = self.doc.tokens[i]
        offices = lexicon.offices().get(token.lower) or lexicon.offices().get(token.nominal.lemma, ())
        named = self.doc.tokens[before].lower in lexicon.given_names()
        return named and i not in self.taken and token.capital and bool(offices) and offices[0].kind in NOBLE

    def _arabic(self, before: int, after: int) -> bool:
        """«Тамим бен Хамад»: бен is a particle of the name where it could not be the Kazakh "and" (after н it would be мен)."""
        tokens = self.doc.tokens
        return self.free(after) and tokens[after].capital and tokens[before].lower[-1] not in "жз"

    def free(self, i: int) -> bool:
        """Whether token `i` may be part of a name."""
        if i >= len(self.doc.tokens):
            return False
        token = self.doc.tokens[i]
        if token.lower in lexicon.word_list("title_modifier") and i + 1 < len(self.doc.tokens):
            following = self.doc.tokens[i + 1]
            if self.office(following) or following.lower in lexicon.word_list("title_modifier"):
                return False
        if i in self.taken or self.office(token) or token.lower in lexicon.word_list("honorific"):
            return False
        if any(letter.isdigit() for letter in token.text):
            return False  # «Қамбар-Ата-1»
        after = self.doc.tokens[i + 1].lower if i + 1 < len(self.doc.tokens) else ""
        if _from_somewhere(token.lower) or (token.lower in lexicon.word_list("compass") and _from_somewhere(after)):
            return False
        return not self._opens_office(i)

    def _opens_office(self, i: int) -> bool:
        """«Мемлекет басшысы», «Бас хатшы»: the first word of an office of two words."""
        if i + 1 >= len(self.doc.tokens):
            return False
        token, following = self.doc.tokens[i], self.doc.tokens[i + 1]
        return any(
            office.lemma == f"{token.lower} {word}"
            for word in {following.lower, following.nominal.lemma, following.nominal.lemma + "сы", following.nominal.lemma + "сі"}
            for office in lexicon.offices().get(word, ())
        )

    def office(self, token: Token) -> bool:
        """Whether a word is the head noun of an office or of a body."""
        if token.capital and token.lower in lexicon.given_names():
            return False
        return is_office(token) or head_of(token) is not None

    def _may_begin(self, i: int) -> bool:
        tokens = self.doc.tokens
        token = tokens[i]
        if not self.free(i):
            return False
        if token.kind == "initial":
            return True
        if token.kind != "word" or not token.capital or token.lower in lexicon.word_list("not_a_name"):
            return False
        if ROMAN.fullmatch(token.text):
            # «III Карл», «ІІ Елизавета»
            following = tokens[i + 1] if i + 1 < len(tokens) else token
            ruler = i > 0 and is_office(tokens[i - 1]) and following.capital and self.free(i + 1)
            return ruler or following.lower in lexicon.given_names() or following.lower in lexicon.person_words()
        if len(token.text) > 1 and token.text.isupper() and len(token.text) < 9 and "-" not in token.text:
            return tokens[i - 1].kind == "initial" if i else False
        if self._ranked(i) or self._common_noun(i) or self._occupied(i):
            return False
        if not starts_sentence(self.doc, i):
            return True
        if token.lower in lexicon.given_names() or token.lower in lexicon.person_words():
            return True
        common = known(token.lower) >= 1 or known(token.nominal.lemma) >= 2
        return not common or self._mid_sentence(token)

    def _common_noun(self, i: int) -> bool:
        """«Жарлығымен Болат …», «Балуаншы Болат …»: a capitalised common noun in a case, or of a trade, before a given name."""
        token = self.doc.tokens[i]
        following = self.doc.tokens[i + 1] if i + 1 < len(self.doc.tokens) else token
        if token.lower in lexicon.given_names() or following.lower not in lexicon.given_names():
            return False
        cased = token.nominal.person == 3 and token.nominal.case != "nom"
        return cased or (starts_sentence(self.doc, i) and TRADE.search(token.lower) is not None)

    def _occupied(self, i: int) -> bool:
        """«Блогер Серік Омаров»: what somebody does for a living, written with a capital where a sentence begins."""
        following = self.doc.tokens[i + 1 : i + 3]
        if self.doc.tokens[i].lower not in lexicon.word_list("occupation") or not following or not following[0].capital:
            return False
        # «Ғалым Омаров»: a word that is a given name too needs another one after it.
        named = self.doc.tokens[i].lower in lexicon.given_names()
        return not named or (following[0].lower in lexicon.given_names() and len(following) > 1 and following[1].capital)

    def _ranked(self, i: int) -> bool:
        """«Сұлтан Хайсам бин Тарик»: a rank that is a given name too, before the given name and a particle."""
        tokens = self.doc.tokens
        offices = lexicon.offices().get(tokens[i].lower, ())
        if not offices or offices[0].kind not in NOBLE or i + 2 >= len(tokens) or not tokens[i + 1].capital:
            return False
        ruler = lexicon.offices().get(tokens[i - 1].nominal.lemma, ()) if i else ()
        return tokens[i + 2].lower in lexicon.word_list("name_particle") or any(o.kind == "monarch" for o in ruler)

    def _mid_sentence(self, token: Token) -> bool:
        """Whether the same capitalised word stands inside another sentence too."""
        stem = token.lower[: max(4, len(token.lower) - 3)]
        alike = ((i, self.doc.tokens[i]) for i in self.inside.get(stem[:2], ()))
        return any(t.lower.startswith(stem) and t.start != token.start and i not in self.taken for i, t in alike)

    def _ends(self, i: int) -> bool:
        """Whether a case ending closes the name at `i`, so that the next capital begins another."""
        token = self.doc.tokens[i]
        if token.kind != "word" or token.lower in lexicon.given_names() or token.lower in lexicon.person_words():
            return False
        length, case, _ = self.strip(token)
        return case != "nom" and 2 < length < len(token.text) and self._support(token.lower[:length]) > 0

    def _declined(self, i: int) -> bool:
        """«Маркус Зёдерді Анна Крамер …»: an ending of a case that foreign names hardly have."""
        token = self.doc.tokens[i]
        if token.kind != "word" or not DECLINED.search(token.lower) or token.lower in lexicon.given_names():
            return False
        length, case, _ = self.strip(token)
        return case in {"gen", "acc", "ins"} and length >= MIN_STEM

    def _surname_shape(self, stem: str) -> bool:
        return len(stem) > 4 and stem.endswith(lexicon.surname_suffixes())

    def _support(self, stem: str, *, bare: bool = False) -> int:
        """How much speaks for `stem` being a whole surname; the word itself is no witness of its own bareness."""
        score = 0
        if stem in self.surnames or (stem in self.forms and not bare):
            score += 3
        if stem in lexicon.person_words():
            score += 4
        if stem in lexicon.given_names():
            score += 2
        if self._surname_shape(stem):
            score += 3
        return score

    def strip(self, token: Token) -> tuple[int, str, bool]:
        """The most likely nominative of the last word of a name: length, case, attributive."""
        lower = token.lower
        best = (-9.0, len(lower), "nom", False)
        for length, case, attributive, possessed in case_readings(token.text):
            if possessed and case != "nom" and not lower[length:].startswith(("нің", "ның", "мен", "-")):
                continue
            stem = lower[:length]
            score = float(self._support(stem, bare=case == "nom"))
            if case == "nom":
                score += 1.0
            else:
                ending = len(lower) - length
                score += {"ins": 2.2, "gen": 2.2, "abl": 1.6, "acc": 1.5, "dat": 1.1, "loc": -1.5}[case] + (
                    0.3 if ending > 2 else 0
                )
                score -= 2.5 if length < 2 else 1.2 if length < 3 else 0
                score -= 4.0 if case == "loc" and length < 4 else 0  # «Сок Венда» is hardly in «Вен»
                score -= 2.0 if not any(letter in "аәеёиоөұүуыіэюя" for letter in stem) else 0
            best = max(best, (score, length, case, attributive), key=lambda row: (row[0], row[1]))
        return self._loose(lower) or best[1:]

    def _loose(self, lower: str) -> tuple[int, str, bool] | None:
        """«Наталинпен», «Мхеидзесі»: on the shape of a surname, an ending its last sound does not ask for, or a possessor's."""
        for ending, case in (("мен", "ins"), ("бен", "ins"), ("пен", "ins"), ("сы", "nom"), ("сі", "nom")):
            stem = lower.removesuffix(ending)
            if stem != lower and self._surname_shape(stem) and not self._surname_shape(lower):
                return len(stem), case, False
        return None


def _doubles(doc: Document) -> dict[str, set[str]]:
    """Of each two capitalised words that follow a third: the second by the first."""
    found: dict[str, set[str]] = {}
    for a, b, c in zip(doc.tokens, doc.tokens[1:], doc.tokens[2:], strict=False):
        if a.sentence == c.sentence and all(t.capital and t.kind == "word" for t in (a, b, c)):
            found.setdefault(b.lower, set()).add(c.lower)
    return found


def _from_somewhere(word: str) -> bool:
    """«Латвиялық», «Солтүстік Кореялық»: an adjective made of a country's name, also where it is written with a capital."""
    return word.endswith(("лық", "лік", "дық", "дік", "тық", "тік")) and word in lexicon.demonyms()
