"""Who bears a title: the name after it, before it, in brackets, or in the clause that it is part of.

Enters: the titles of a document. Leaves: the same with `holders` and `bearers`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.language.document import Document, Phrase, Title, Token
from kg.language.kk import lexicon
from kg.language.kk.organs import country_in
from kg.language.kk.shapes import ROMAN
from kg.language.kk.title_words import genitive

# So many words may stand between «… болып» and the name of whom it tells.
BETWEEN = 7
BRACKETS = 5
LEADERS = frozenset({"head_of_state", "head_of_government", "monarch"})
OPENING = frozenset("«“„")
ACTING = "міндетін атқарушы"


def with_bearers(doc: Document, titles: list[Title]) -> list[Title]:
    """The titles, each with those who bear it."""
    return _Bearers(doc, titles).read()


class _Bearers:
    def __init__(self, doc: Document, titles: list[Title]) -> None:
        self.doc = doc
        self.titles = titles
        self.at = {i: n for n, p in enumerate(doc.phrases) for i in range(p.first, p.last + 1)}

    def read(self) -> list[Title]:
        found = [replace(t, holders=self._holders(t)) for t in self.titles]
        for n in reversed(range(len(found) - 1)):
            found[n] = self._chained(found[n], found[n + 1])
        found = self._partners(found)
        held = {h for t in found for h in t.holders}
        for n, title in enumerate(found):
            if not title.holders and not title.bearers and not title.plural:
                acting = self._acts(title)
                bearer = self._in_brackets(title)
                if bearer is None:
                    bearer = self._explained(title, found[n - 1] if n else None, held)
                if bearer is None:
                    bearer = self._related(title)
                if bearer is not None:
                    found[n] = replace(title, bearers=(bearer,), title=acting or title.title)
        return found

    def _holders(self, title: Title) -> tuple[int, ...]:
        """Who follows the title; only a title in the nominative belongs to the name («басшысын Х қарсы алды» does not)."""
        if title.case in {"acc", "dat", "abl", "ins"}:
            return ()
        return tuple(self._following(title.last + 1, title.plural, title))

    def _partners(self, titles: list[Title]) -> list[Title]:
        """«Президент елші Х-пен … . Президент Х-пен сөйлесті»: a leader is not one with who was just called something else."""
        named: dict[str, str] = {}
        found: list[Title] = []
        for title in titles:
            people = [self.doc.phrases[h] for h in title.holders]
            if len(people) == 1 and title.kind in LEADERS and not title.bodies:
                other = named.get(people[0].name.split()[-1].split(".")[-1])
                if other is not None and other not in LEADERS and people[0].case in {"ins", "acc", "dat"}:
                    found.append(replace(title, holders=()))
                    continue
            for person in people:
                named.setdefault(person.name.split()[-1].split(".")[-1], title.kind)
            found.append(title)
        return found

    def _person(self, i: int, *, ends: bool = False) -> int | None:
        """The person phrase that begins (or ends) at token `i`."""
        number = self.at.get(i)
        if number is None or self.doc.phrases[number].kind != "person":
            return None
        phrase = self.doc.phrases[number]
        return number if (phrase.last if ends else phrase.first) == i else None

    def _following(self, i: int, plural: bool, title: Title) -> Iterator[int]:
        """Persons directly after a title; for a plural title, the list of them."""
        tokens = self.doc.tokens
        if i < len(tokens) and tokens[i].text == "(":
            # «елшісі (қоса атқарушы) Х»
            i = self._after_brackets(i)
        while i < len(tokens):
            if tokens[i].kind == "dash" and plural:
                i += 1
            while i + 1 < len(tokens) and i not in self.at and self._before_name(tokens[i]):
                i += 1
            number = self.at.get(i)
            if number is None or self.doc.phrases[number].kind != "person":
                return
            if not plural and self._two_sides(title, self.doc.phrases[number]):
                return
            yield number
            i = self.doc.phrases[number].last + 1
            if not plural or i >= len(tokens):
                return
            i = self._after_brackets(i)
            while i < len(tokens) and (tokens[i].text == "," or tokens[i].lower in lexicon.word_list("conjunction")):
                i += 1

    def _before_name(self, token: Token) -> bool:
        """«король III Чарльз», «мулла Абдул»: a numeral or a word of respect that is no part of the name."""
        return ROMAN.fullmatch(token.text) is not None or token.lower in lexicon.word_list("respect")

    def _after_brackets(self, i: int) -> int:
        """«А (Франция), Б (Германия)»: the token after brackets that begin at `i`."""
        tokens = self.doc.tokens
        if tokens[i].text != "(":
            return i
        return next((k + 1 for k in range(i + 1, min(len(tokens), i + BRACKETS + 2)) if tokens[k].text == ")"), i)

    def _two_sides(self, title: Title, person: Phrase) -> bool:
        """«Қазақстан басшысы Владимир Путинмен»: a subject and its partner, where the name is known to be of another country."""
        return person.case in {"ins", "acc", "dat"} and self._foreign(title, person)

    def _foreign(self, title: Title, person: Phrase) -> bool:
        """Whether a person is known to be of another country than the title."""
        if not title.bodies:
            return False
        body = self.doc.phrases[title.bodies[-1]]
        within = country_in(self.doc, body) if body.kind == "organization" else None
        country = body.key if body.kind == "country" else within[0] if within else None
        citizen = lexicon.citizen(person.name)
        return citizen is not None and country is not None and citizen != country

    def _chained(self, title: Title, following: Title) -> Title:
        """«Қазақстанның вице-премьері, Сыртқы істер министрі Х»: two titles of one person."""
        bearers = following.holders or following.bearers
        between = [t.lower for t in self.doc.tokens[title.last + 1 : following.first]]
        if (
            title.holders
            or len(bearers) != 1
            or title.plural
            or following.plural
            or title.case != "nom"
            or not (self._shares(title, following) or self._goes_on(title, following))
            or not (between or following.rank)
            or self.doc.tokens[title.last].sentence != self.doc.tokens[following.first].sentence
        ):
            return title
        if title.kind == "head_of_state" and not following.rank and len(title.title.split()) == 1:
            return title
        mine, theirs = self._country(title), self._country(following)
        if mine and theirs and mine != theirs:
            return title
        return replace(title, bearers=bearers)

    def _shares(self, title: Title, following: Title) -> bool:
        """«Х компаниясының басқарма төрағасы және бас директоры А»: two offices in one body."""
        words = [t.lower for t in self.doc.tokens[title.last + 1 : following.first]]
        whole = bool(title.bodies) and not following.bodies and following.possessed and title.possessed
        return words in (["және"], ["әрі"]) and whole and title.kind not in LEADERS

    def _goes_on(self, title: Title, following: Title) -> bool:
        explains = self._person(title.first - 2, ends=True) is not None
        return self._continues(title.last + 1, following.first, explains=explains)

    def _continues(self, first: int, last: int, *, explains: bool) -> bool:
        """Whether the words between two titles leave them one person's: nothing, a comma, «әрі», whose the second is.

        A dash does, unless it ends what `explains` the name before the first.
        """
        between = self.doc.tokens[first:last]
        words = [t.lower for t in between]
        if len(between) == 1 and between[0].kind == "dash":
            return not explains
        if words in ([], [","], ["әрі"], [",", "әрі"]):
            return True
        passing = words[1:] and all(word in lexicon.word_list("title_passing") for word in words[1:])
        owner = words[0] == "," and len(words) <= 3 and (bool(passing) or between[-1].nominal.case == "gen")
        return owner and not any(t.capital or self._person(first + n) is not None for n, t in enumerate(between))

    def _country(self, title: Title) -> str | None:
        phrases = [self.doc.phrases[b] for b in title.bodies]
        return phrases[0].key if phrases and phrases[0].kind == "country" else None

    def _acts(self, title: Title) -> str:
        """«министрінің міндетін атқарып жүрген Х»: the title of who only acts."""
        words = [t.lower for t in self.doc.tokens[title.last + 1 : title.last + 2]]
        if title.case != "gen" or not words or words[0] not in lexicon.word_list("acting_duty"):
            return ""
        return f"{genitive(title.title)} {ACTING}"

    def _in_brackets(self, title: Title) -> int | None:
        """«Х (Катар әмірі)»."""
        tokens = self.doc.tokens
        if title.first < 2 or tokens[title.first - 1].text != "(" or title.last + 1 >= len(tokens):
            return None
        if tokens[title.last + 1].text not in {")", ","}:
            return None
        return self._person(title.first - 2, ends=True)

    def _explained(self, title: Title, previous: Title | None, held: set[int]) -> int | None:
        """«Х, Үндістанның сыртқы істер министрі, …», «Х – Үндістанның елшісі – …»: a title after the name that it explains."""
        tokens = self.doc.tokens
        k = title.first - 1
        while k > 0 and tokens[k].lower in lexicon.word_list("title_passing") | {"әрі"}:
            k -= 1
        opening = tokens[k - 1].text if k > 1 and tokens[k].text in OPENING else tokens[k].text
        if k < 1 or tokens[k].sentence != tokens[title.last].sentence or not self._closed(title, opening):
            return None
        if (
            previous is not None
            and previous.bearers
            and not previous.holders
            and previous.case == title.case
            and previous.last < title.first
            and all(t.text == "," or t.lower in {"әрі", "және"} for t in tokens[previous.last + 1 : title.first])
        ):
            return previous.bearers[0]
        if k > 1 and tokens[k].text in OPENING:
            k -= 1
        if tokens[k].text != "," and tokens[k].kind != "dash":
            return None
        if tokens[k - 1].lower in lexicon.word_list("honorific"):
            k -= 1
        number = self._person(k - 1, ends=True)
        if number is None or number in held:
            return None
        person = self.doc.phrases[number]
        if person.case != title.case or self._foreign(title, person):
            return None
        said = bool(title.bodies) or title.common_body is not None or len(title.title.split()) > 1
        return number if said or tokens[k].kind == "dash" else None

    def _closed(self, title: Title, opening: str) -> bool:
        """Whether what explains a name ends after the title: with the mark it began with, or with the sentence."""
        tokens = self.doc.tokens
        if title.last + 1 >= len(tokens) or tokens[title.last + 1].sentence != tokens[title.last].sentence:
            return True
        following = tokens[title.last + 1]
        if following.text == opening or (opening != "," and following.kind == "dash"):
            return True
        if following.text in {".", ";", "!", "?", ","}:
            return True
        # «Х – Y министрі және Z төрағасы»
        return opening != "," and following.lower in {"және", "әрі"}

    def _related(self, title: Title) -> int | None:
        """«елші болған Х», «төраға болып сайланған Х», «Бас хатшысы болып Х бекітілді»: the name after the verb."""
        tokens = self.doc.tokens
        end = self.doc.sentences[tokens[title.last].sentence][1]
        words: list[str] = []
        for k in range(title.last + 1, min(end, title.last + 1 + BETWEEN)):
            number = self._person(k)
            if number is not None:
                text = " ".join(words)
                case = self.doc.phrases[number].case
                if any(re.fullmatch(pattern, text) for pattern in lexicon.word_list("bearer_pattern")):
                    return number
                after = " ".join(t.lower for t in tokens[self.doc.phrases[number].last + 1 : min(end, k + 8)])
                for pattern in lexicon.word_list("appointee_pattern"):
                    wanted, before, verb = pattern.split("#")
                    if case == wanted and re.fullmatch(before, text) and re.search(verb, after):
                        return number
                return None
            if tokens[k].kind != "word":
                return None
            words.append(tokens[k].lower)
        return None
