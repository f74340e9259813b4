"""Persons that no table knows: runs of capitalised words, initials, what stands before and after them.

Enters: a Document with tokens, the phrases found so far. Leaves: phrases of persons.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.language.document import Document, Phrase, Token
from kg.language.kk import lexicon
from kg.language.kk.morphology import case_readings, known
from kg.language.kk.shapes import ARTICLE, RELATIVE, head_of, inside_quotes, starts_sentence, surface

MAX_NAME = 5


class PersonFinder:
    """Runs of capitalised words that no table explains; the whole document supports each reading."""

    def __init__(self, doc: Document, taken: dict[int, Phrase]) -> None:
        self.doc = doc
        self.taken = taken
        self.forms = {t.lower for t in doc.tokens if t.capital}
        self.surnames: set[str] = {p.name.split()[-1].lower() for p in taken.values() if p.kind == "person"}

    def find(self) -> list[Phrase]:
        found: list[Phrase] = []
        weak: list[Phrase] = []
        for first, last in self._runs():
            phrase, strong = self._judge(first, last)
            if phrase is not None:
                (found if strong else weak).append(phrase)
                if strong:
                    self.surnames.update(word.lower() for word in phrase.name.replace(".", " ").split()[-1:])
        # A single word is a person once the document has named somebody so.
        found += [p for p in weak if self._supported(p)]
        return [part for p in found for part in self._parted(p)]

    def _parted(self, phrase: Phrase) -> list[Phrase]:
        """«Трамп Путинмен»: two surnames side by side are two persons."""
        first = self.doc.tokens[phrase.first]
        if phrase.last - phrase.first != 1 or first.kind == "initial" or first.lower in lexicon.given_names():
            return [phrase]
        last = phrase.name.split()[-1]
        # A two-word name puts its second word among the surnames; the first is there only through another mention.
        if first.lower in self.surnames and last.lower() in self.surnames:
            return [
                replace(phrase, last=phrase.first, name=first.text, case="nom", subtype="surname", attributive=False),
                replace(phrase, first=phrase.last, name=last, subtype="surname"),
            ]
        return [phrase]

    def _supported(self, phrase: Phrase) -> bool:
        name = phrase.name.lower()
        return name in self.surnames or phrase.subtype == "full" or (name in lexicon.people() and len(name) > 2)

    def _runs(self) -> Iterator[tuple[int, int]]:
        tokens = self.doc.tokens
        particles = lexicon.word_list("name_particle")
        i = 0
        while i < len(tokens):
            if not self._may_begin(i):
                i += 1
                continue
            j = i
            while not self._ends(j) and j + 1 < len(tokens) and tokens[j + 1].sentence == tokens[i].sentence:
                following = tokens[j + 1]
                if tokens[i].kind == "initial" and tokens[j].kind == "word" and following.lower not in particles:
                    break
                if (self._free(j + 1) or self._noble(j, j + 1)) and (
                    (following.capital or ARTICLE.match(following.text)) and following.kind in {"word", "initial"}
                ):
                    j += 1
                elif (
                    following.lower in particles
                    and following.kind == "word"
                    and j + 2 < len(tokens)
                    and tokens[j + 2].capital
                    and self._free(j + 2)
                    and following.lower not in {"бен", "пен", "мен"} | ({"де", "да"} if tokens[j].kind == "initial" else set())
                ) or (following.lower == "бен" and j + 2 < len(tokens) and self._arabic(j, j + 2)):
                    j += 2
                else:
                    break
            yield i, j
            i = j + 1

    def _noble(self, before: int, i: int) -> bool:
        """«Исаак Герцог», «Сұлтан Ахметов»: a rank that is part of a name, between or after given names."""
        token = self.doc.tokens[i]
        offices = lexicon.offices().get(token.lower, ())
        named = self.doc.tokens[before].lower in lexicon.given_names()
        return (
            named
            and i not in self.taken
            and token.capital
            and bool(offices)
            and offices[0].kind in {"monarch", "other", "military"}
        )

    def _arabic(self, before: int, after: int) -> bool:
        """«Тамим бен Хамад»: бен is a particle of the name where it could not be the Kazakh "and" (after н it would be мен)."""
        tokens = self.doc.tokens
        return (
            self._free(after)
            and tokens[after].capital
            and tokens[before].lower[-1] not in "жз"
            and tokens[after].nominal.case == "nom"
        )

    def _free(self, i: int) -> bool:
        token = self.doc.tokens[i]
        if token.lower in lexicon.word_list("title_modifier") and i + 1 < len(self.doc.tokens):
            following = self.doc.tokens[i + 1]
            if self._office(following) or following.lower in lexicon.word_list("title_modifier"):
                return False
        return i not in self.taken and not self._office(token) and token.lower not in lexicon.word_list("honorific")

    def _office(self, token: Token) -> bool:
        lemma = token.nominal.lemma
        if token.capital and token.lower in lexicon.given_names():
            return False
        return token.kind == "word" and (
            lemma in lexicon.offices() or token.lower in lexicon.offices() or head_of(token) is not None
        )

    def _may_begin(self, i: int) -> bool:
        token = self.doc.tokens[i]
        if not self._free(i):
            return False
        if token.kind == "initial":
            return True
        if token.kind != "word" or not token.capital or token.lower in lexicon.word_list("not_a_name"):
            return False
        if len(token.text) > 1 and token.text.isupper() and len(token.text) < 9 and "-" not in token.text:
            return self.doc.tokens[i - 1].kind == "initial" if i else False
        if not starts_sentence(self.doc, i):
            return True
        if token.lower in lexicon.given_names() or token.lower in lexicon.person_words():
            return True
        common = known(token.lower) >= 1 or known(token.nominal.lemma) >= 2
        return not common or self._mid_sentence(token)

    def _mid_sentence(self, token: Token) -> bool:
        """Whether the same capitalised word stands inside another sentence too."""
        stem = token.lower[: max(4, len(token.lower) - 3)]
        return any(
            t.capital and t.lower.startswith(stem) and not starts_sentence(self.doc, i)
            for i, t in enumerate(self.doc.tokens)
            if t.start != token.start and i not in self.taken
        )

    def _ends(self, i: int) -> bool:
        """Whether a case ending closes the name at `i`, so that the next capital begins another."""
        token = self.doc.tokens[i]
        if token.kind != "word" or token.lower in lexicon.given_names() or token.lower in lexicon.person_words():
            return False
        length, case, _ = self.strip(token)
        return case != "nom" and length < len(token.text) and self._support(token.lower[:length]) > 0

    def _support(self, stem: str, *, bare: bool = False) -> int:
        """How much speaks for `stem` being a whole surname; the word itself is no witness of its own bareness."""
        score = 0
        if stem in self.surnames or (stem in self.forms and not bare):
            score += 3
        if stem in lexicon.person_words():
            score += 4
        if stem in lexicon.given_names():
            score += 2
        if stem.endswith(lexicon.surname_suffixes()) and len(stem) > 4:
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
                score += {"ins": 2.2, "gen": 2.2, "abl": 1.6, "acc": 1.5, "dat": 1.1, "loc": 0.2}[case] + (
                    0.3 if ending > 2 else 0
                )
                score -= 2.5 if length < 2 else 1.2 if length < 3 else 0
                score -= 2.0 if not any(letter in "аәеёиоөұүуыіэюя" for letter in stem) else 0
            best = max(best, (score, length, case, attributive), key=lambda row: (row[0], row[1]))
        return best[1:]

    def _judge(self, first: int, last: int) -> tuple[Phrase | None, bool]:
        tokens = self.doc.tokens
        while last > first and tokens[last].kind == "initial":
            last -= 1
        if last - first + 1 > MAX_NAME or tokens[last].kind == "initial":
            return None, False
        length, case, attributive = self.strip(tokens[last])
        words = [t for t in tokens[first : last + 1] if t.kind == "word"]
        initials = tokens[first].kind == "initial"
        name = surface(self.doc, first, last, length)
        given = any(t.lower in lexicon.given_names() for t in words[:-1]) or (len(words) == 1 and initials)
        titled = (
            first > 0
            and self._office(tokens[first - 1])
            and tokens[first - 1].nominal.case == "nom"
            and not tokens[first - 1].nominal.plural
            and not known(tokens[first].lower)
            and not known(tokens[first].nominal.lemma)
        )
        honoured = last + 1 < len(tokens) and tokens[last + 1].lower in lexicon.word_list("honorific")
        stem = tokens[last].lower[:length]
        suffix = stem.endswith(lexicon.surname_suffixes()) and len(stem) > 4
        phrase = Phrase(
            "person",
            first,
            last,
            name,
            case,
            attributive=attributive,
            subtype="full" if len(words) > 1 or initials else "surname",
        )
        if self._names_a_thing(last, case) and not (titled or initials):
            return None, False
        if len(words) == 1 and not initials:
            inner = not starts_sentence(self.doc, first)
            following = tokens[last + 1].lower if last + 1 < len(tokens) else ""
            if following in {"туралы", "жөніндегі"} or ((case == "nom" and RELATIVE.search(stem)) and not titled):
                return None, False
            if titled or honoured or (suffix and inner and not inside_quotes(self.doc, first, last)):
                return phrase, True
            return phrase, False
        if given or titled or honoured or initials or suffix or stem in lexicon.person_words():
            return phrase, True
        if inside_quotes(self.doc, first, last) or words[0].text.isascii():
            return None, False
        return phrase, True

    def _names_a_thing(self, last: int, case: str) -> bool:
        """«Х көшесі»: a name that a possessed common noun follows is that thing's."""
        if case != "nom" or last + 1 >= len(self.doc.tokens):
            return False
        following = self.doc.tokens[last + 1]
        if following.kind != "word" or following.sentence != self.doc.tokens[last].sentence:
            return False
        base = following.nominal
        return f"{following.lower}" in lexicon.word_list("thing_head") or (
            base.person == 3
            and not self._office(following)
            and any(head.startswith(base.lemma) and len(head) - len(base.lemma) < 4 for head in lexicon.word_list("thing_head"))
        )
