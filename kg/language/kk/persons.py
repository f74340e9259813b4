"""Persons that no table knows: runs of capitalised words, initials, what stands before and after them.

Enters: a Document with tokens, the phrases found so far. Leaves: phrases of persons.
"""

from __future__ import annotations

from dataclasses import replace

from kg.language.document import Phrase, Token, latin
from kg.language.kk import lexicon
from kg.language.kk.morphology import case_readings, known
from kg.language.kk.name_runs import NameRuns
from kg.language.kk.shapes import RELATIVE, ROMAN, inside_quotes, is_office, personal, starts_sentence, surface

MAX_NAME = 5
OPENING, CLOSING = '«“„"', '»”“"'


class PersonFinder(NameRuns):
    """Judges the runs of one document; the whole document supports each reading."""

    def find(self) -> list[Phrase]:
        found: list[Phrase] = []
        weak: list[Phrase] = []
        for first, last in self.runs():
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

    def _judge(self, first: int, last: int) -> tuple[Phrase | None, bool]:
        tokens = self.doc.tokens
        while last > first and (tokens[last].kind == "initial" or _letter(tokens[last])):
            last -= 1
        if last - first >= 2 and tokens[last].kind == "word" and self._town(first, last):
            # «Айдос Серіков Лиллеханада болды»: a town that no table knows.
            last -= 1
        if last - first + 1 > MAX_NAME or tokens[last].kind == "initial" or _letter(tokens[last]):
            return None, False
        length, case, attributive = self.strip(tokens[last])
        words = [t for t in tokens[first : last + 1] if t.kind == "word"]
        initials = tokens[first].kind == "initial"
        name = surface(self.doc, first, last, length)
        given = any(t.lower in lexicon.given_names() for t in words[:-1]) or (len(words) == 1 and initials)
        titled = (
            first > 0
            and is_office(tokens[first - 1])
            and tokens[first - 1].nominal.case == "nom"
            and not tokens[first - 1].nominal.plural
            and not known(tokens[first].lower)
            and not known(tokens[first].nominal.lemma)
        )
        honoured = last + 1 < len(tokens) and tokens[last + 1].lower in lexicon.word_list("honorific")
        stem = tokens[last].lower[:length]
        suffix = stem.endswith(lexicon.surname_suffixes()) and len(stem) > 4
        subtype = "full" if len(words) > 1 or initials else "surname"
        phrase = Phrase("person", first, last, name, case, attributive=attributive, subtype=subtype)
        if self._names_a_thing(last, case) and not (titled or initials):
            return None, False
        if len(words) == 1 and not initials:
            return self._single(phrase, stem, titled, honoured, suffix)
        if given or titled or honoured or initials or stem in lexicon.person_words():
            return phrase, True
        if self._nature_or_thing(words, stem):
            return None, False
        return (phrase, True) if suffix or not self._latin_or_quoted(first, last) else (None, False)

    def _latin_or_quoted(self, first: int, last: int) -> bool:
        return inside_quotes(self.doc, first, last) or latin(self.doc.tokens[first].text)

    def _nature_or_thing(self, words: list[Token], stem: str) -> bool:
        """«Қиыр Шығыс», «Халықаралық Геофизика Жылы», «Ұлттық Мұражайы»: capitals of a region, a year, a thing."""
        last = words[-1]
        common = last.nominal.person == 3 and known(last.nominal.lemma) > 0
        nature = {stem, last.nominal.lemma} & lexicon.word_list("nature")
        return common or bool(nature) or RELATIVE.search(words[0].lower) is not None

    def _town(self, first: int, last: int) -> bool:
        """Whether the last word of a run is where somebody is or goes: people do things in places, hardly ever in people."""
        tokens = self.doc.tokens
        before, token = tokens[last - 1], tokens[last]
        stems = {case: token.lower[:length] for length, case, _, _ in case_readings(token.text)}
        if personal(token) or before.kind != "word" or before.lower in lexicon.given_names():
            return False
        if "loc" in stems and self._support(before.lower) >= 3:
            return self._support(stems["loc"], bare=True) == 0
        after = [t.lower for t in tokens[last + 1 : last + 4] if t.sentence == token.sentence]
        goes = any(word.startswith(tuple(lexicon.word_list("motion"))) for word in after)
        known_place = "dat" in stems and self._support(stems["dat"], bare=True) == 0
        return goes and known_place and last - first == 2 and tokens[first].lower in lexicon.given_names()

    def _single(self, phrase: Phrase, stem: str, titled: bool, honoured: bool, suffix: bool) -> tuple[Phrase | None, bool]:
        """One word alone: a surname by its title, by its ending, or because the document names a person so."""
        tokens = self.doc.tokens
        token = tokens[phrase.first]
        following = tokens[phrase.last + 1].lower if phrase.last + 1 < len(tokens) else ""
        if following in {"туралы", "жөніндегі"} or ((phrase.case == "nom" and RELATIVE.search(stem)) and not titled):
            return None, False
        if titled or honoured:
            return phrase, True
        if token.lower in lexicon.demonyms() or self._opens_a_quotation(phrase):
            return None, False
        # «Жарғысына», «Отанына»: a common noun with its possessor's ending looks like a surname in -ына.
        common = token.nominal.person == 3
        inner = not starts_sentence(self.doc, phrase.first) and not inside_quotes(self.doc, phrase.first, phrase.last)
        return phrase, suffix and inner and not common

    def _opens_a_quotation(self, phrase: Phrase) -> bool:
        """«Жаңа толқын» байқауы: the first word of a title in quotes that goes on in lower case."""
        tokens = self.doc.tokens
        if phrase.first == 0 or phrase.last + 1 >= len(tokens) or tokens[phrase.first - 1].text not in OPENING:
            return False
        following = tokens[phrase.last + 1]
        near = (t.text in CLOSING for t in tokens[phrase.last + 1 : phrase.last + 5])
        return following.kind == "word" and not following.capital and any(near)

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
            and not self.office(following)
            and any(head.startswith(base.lemma) and len(head) - len(base.lemma) < 4 for head in lexicon.word_list("thing_head"))
        )


def _letter(token: Token) -> bool:
    """One letter that is no numeral of a ruler."""
    return len(token.text) == 1 and not ROMAN.fullmatch(token.text)
