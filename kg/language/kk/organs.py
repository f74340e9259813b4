"""Organs of a body that a title names: «комиссия Алқасының төрағасы», «Сенаттың … комитетінің төрағасы».

Enters: a Document with phrases, a place in it. Leaves: the body, and the words of the organ that belong to the title.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.language.document import Document, Phrase, latin
from kg.language.kk import lexicon, verbs
from kg.language.kk.morphology import case_readings

LONGEST = 12


@dataclass(frozen=True, slots=True)
class Organ:
    """`body`: number of the phrase that the organ is of; `first`: the organ's first token."""

    body: int
    first: int


@dataclass(frozen=True, slots=True)
class Described:
    """An organ that no phrase covers: its words as tokens, the phrase of its body where one is named."""

    words: tuple[int, ...]
    body: int | None


def country_in(doc: Document, phrase: Phrase) -> tuple[str, int] | None:
    """ISO code of the country whose name begins the name of a body («Қазақстан Үкіметі»), and of how many words it is."""
    for entry in _entries(doc, phrase):
        if entry.kind == "country" and _begins(doc, phrase.first, entry.words) is not None:
            return entry.key, len(entry.words)
    return None


def _entries(doc: Document, phrase: Phrase) -> Iterator[lexicon.Entry]:
    """Names of the tables, shorter than the phrase, of which the first word may be its first."""
    token = doc.tokens[phrase.first]
    keys = [token.lower, *(token.lower[: row[0]] for row in case_readings(token.text) if row[1] == "gen")]
    for key in dict.fromkeys(keys):
        yield from (e for e in lexicon.gazetteer().get(key, ()) if len(e.words) <= phrase.last - phrase.first)


@dataclass(frozen=True, slots=True)
class Owner:
    """A known body whose name begins another's; `length`: letters of its last word without the genitive."""

    entry: lexicon.Entry
    length: int


def owner_in(doc: Document, phrase: Phrase) -> Owner | None:
    """The known body that a longer name begins with: «ҰҚШҰ кеңесі», «Ұйымның Қазақстандағы өкілдігі»."""
    for entry in _entries(doc, phrase):
        if entry.kind == "organization" and entry.key:
            length = _begins(doc, phrase.first, entry.words)
            if length is not None:
                return Owner(entry, length)
    return None


def _begins(doc: Document, first: int, words: tuple[str, ...]) -> int | None:
    """Whether a name stands at token `first`, in the nominative or the genitive: the length of its last word, else None."""
    if any(doc.tokens[first + n].lower != word for n, word in enumerate(words[:-1])):
        return None
    token = doc.tokens[first + len(words) - 1]
    if token.lower == words[-1]:
        return len(token.text)
    fits = (row[0] for row in case_readings(token.text) if row[1] == "gen" and token.lower[: row[0]] == words[-1])
    return next(fits, None)


class OrganReader:
    """`at` gives the number of the phrase that covers a token."""

    def __init__(self, doc: Document, at: dict[int, int]) -> None:
        self.doc = doc
        self.at = at

    def is_organ(self, i: int) -> bool:
        return self.doc.tokens[i].nominal.lemma in lexicon.organization_heads()

    def named(self, number: int) -> Organ | None:
        """The body of an organ that is a phrase: the body's name begins it or stands directly before."""
        doc = self.doc
        phrase = doc.phrases[number]
        lemma = doc.tokens[phrase.last].nominal.lemma
        if phrase.kind != "organization" or phrase.quoted:
            return None
        words = tuple(t.lower for t in doc.tokens[phrase.first : phrase.last + 1])
        country = country_in(doc, phrase)
        state = country is not None and " ".join((*words[country[1] : -1], lemma)) in lexicon.word_list("organ_of_state")
        if country is not None and (state or lemma in lexicon.word_list("ministry_word") - lexicon.word_list("ministry_name")):
            return Organ(number, phrase.first + country[1])
        if phrase.key and lemma not in lexicon.word_list("bare_organ"):
            return None
        if lemma in lexicon.word_list("organ") | lexicon.word_list("organ_abroad"):
            found = owner_in(doc, phrase)
            if found is not None:
                return Organ(number, phrase.first + len(found.entry.words)) if found.entry.key != phrase.key else None
        first = phrase.first
        host = self.at.get(first - 1)
        if lemma in lexicon.word_list("organ_abroad") and host is not None and doc.phrases[host].attributive:
            # «банктің Қазақстандағы өкілдігі»
            first = doc.phrases[host].first
        before = self._owner(first - 1)
        if before is None:
            return None
        owner = doc.phrases[before]
        if first < phrase.first:
            return Organ(before, first)
        if owner.kind == "country":
            state = " ".join((*words[:-1], lemma)) in lexicon.word_list("organ_of_state")
            return Organ(before, phrase.first) if state else None
        return Organ(before, phrase.first) if lemma in lexicon.word_list("organ") else None

    def _owner(self, j: int) -> int | None:
        """The country or organization whose name ends at `j`, an abbreviation in brackets skipped."""
        if j < 0:
            return None
        if self.doc.tokens[j].text == ")":
            k = self.before_bracket(j)
            if k is None:
                return None
            j = k
        number = self.at.get(j)
        if number is None:
            return None
        phrase = self.doc.phrases[number]
        fits = phrase.kind in {"country", "organization"} and phrase.case in {"nom", "gen"} and not phrase.attributive
        return number if fits else None

    def before_bracket(self, j: int) -> int | None:
        """«университетінің (ҚазҰУ) ректоры»: the token before brackets that end at `j` and hold one short name."""
        tokens = self.doc.tokens
        opening = next((k for k in range(j - 1, max(-1, j - 4), -1) if tokens[k].text == "("), None)
        if opening is None or opening < 1 or self.at.get(opening - 1) is None:
            return None
        inner = self.doc.tokens[opening + 1 : j]
        short = len(inner) == 1 and inner[0].kind == "word" and sum(letter.isupper() for letter in inner[0].text) > 1
        foreign = bool(inner) and inner[0].capital and all(t.kind == "word" and latin(t.text) for t in inner)
        return opening - 1 if short or foreign else None

    def passing(self, j: int) -> int | None:
        """«кеңсенің сол кездегі басшысы»: the token before words that only say when."""
        token = self.doc.tokens[j]
        if not (token.nominal.attributive and token.nominal.lemma in lexicon.word_list("title_time")):
            return None
        j -= 1
        while j >= 0 and self.doc.tokens[j].lower in lexicon.word_list("title_pointer"):
            j -= 1
        return j if j >= 0 else None

    def described(self, j: int, start: int) -> Described | None:
        """The organ whose head noun is at `j` in the genitive or accusative, read to its body or to the first capital."""
        doc = self.doc
        token = doc.tokens[j]
        lists = ("organ", "organ_part", "bare_organ")
        if not any(token.nominal.lemma in lexicon.word_list(name) for name in lists):
            return None
        if token.nominal.person != 3 or token.nominal.case not in {"gen", "acc"}:
            return None
        k = j - 1
        capital: int | None = None
        while k >= max(start, j - LONGEST):
            number = self.at.get(k)
            if number is not None:
                phrase = doc.phrases[number]
                if self._is_owner(phrase, k) and not phrase.attributive and not self._region(phrase, j):
                    return Described(tuple(range(k + 1, j + 1)), number) if k + 1 <= j else None
                if phrase.kind in {"place", "country"} and (phrase.attributive or phrase.case == "nom"):
                    capital = phrase.first
                    k = phrase.first - 1
                    continue
                break
            if not self._describes(k):
                break
            if doc.tokens[k].capital:
                capital = k
            k -= 1
        return Described(tuple(range(capital, j + 1)), None) if capital is not None else None

    def _region(self, phrase: Phrase, j: int) -> bool:
        """«министрлігі Америка департаменті»: a country that the department is about, after the body that it is of."""
        before = self.at.get(phrase.first - 1)
        return (
            phrase.kind == "country" and phrase.case == "nom" and before is not None and self.is_body(before) and j > phrase.last
        )

    def is_body(self, number: int) -> bool:
        """Whether a phrase names an organization that may own what follows."""
        phrase = self.doc.phrases[number]
        return phrase.kind == "organization" and phrase.case in {"nom", "gen"}

    def _is_owner(self, phrase: Phrase, k: int) -> bool:
        return phrase.kind in {"country", "organization"} and phrase.case in {"nom", "gen"} and phrase.last == k

    def _describes(self, k: int) -> bool:
        token = self.doc.tokens[k]
        if token.text == "," or token.lower == "және":
            return k - 1 not in self.at
        if token.kind != "word" or token.lower in lexicon.word_list("not_title") - {"жаңа"}:
            return False
        if token.nominal.case == "acc":
            # «табиғатты пайдалану комитеті»: the object of a verbal noun.
            return self.doc.tokens[k + 1].lower.endswith("у")
        return token.nominal.case == "nom" and not verbs.ends_clause(token.lower) and not verbs.is_participle(token.lower)
