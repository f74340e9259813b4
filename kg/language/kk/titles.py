"""Offices: «Қазақстан Республикасының Сыртқы істер министрі», «Премьер-Министрдің орынбасары», «елші».

Enters: a Document with phrases. Leaves: its titles, each with the body it belongs to and the persons who bear it.
A title is read from its head noun to the left, as Kazakh builds it: modifiers first, the possessor before them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from kg.language.document import Document, Phrase, Title, Token
from kg.language.kk import lexicon, verbs
from kg.language.kk.morphology import analyse, case_readings

MAX_LEFT = 14
MAX_DEPTH = 4


def find(doc: Document) -> None:
    """Fills `doc.titles`, widens no phrase."""
    finder = TitleFinder(doc)
    doc.titles = finder.find()


@dataclass(slots=True)
class _Reading:
    first: int
    body: int | None = None
    bodies: tuple[int, ...] = ()
    common_body: str | None = None
    words: tuple[str, ...] = ()


class TitleFinder:
    """Reads the titles of one document; `at` gives the phrase that covers a token."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.at: dict[int, int] = {}
        for number, phrase in enumerate(doc.phrases):
            for i in range(phrase.first, phrase.last + 1):
                self.at[i] = number

    def find(self) -> list[Title]:
        found: list[Title] = []
        inner: set[int] = set()
        for i in reversed(range(len(self.doc.tokens))):
            token = self.doc.tokens[i]
            if i in inner or i in self.at or token.kind != "word":
                continue
            office = self._office(i)
            if office is None:
                continue
            own = len(office.lemma.split()) - 1
            reading = self._left(i, own)
            inner.update(range(reading.first, i))
            found.append(self._title(i, office, reading))
        found.reverse()
        return [self._with_holders(title) for title in self._joined(found)]

    def _office(self, i: int) -> lexicon.Office | None:
        token = self.doc.tokens[i]
        if (
            token.capital
            and token.lower in lexicon.given_names()
            and i + 1 < len(self.doc.tokens)
            and self.doc.tokens[i + 1].capital
        ):
            return None
        table = lexicon.offices()
        found: lexicon.Office | None = None
        for word in dict.fromkeys((token.nominal.lemma, token.lower, _possessed_form(token))):
            for office in table.get(word, ()):
                words = office.lemma.split()
                before = self.doc.tokens[max(0, i - len(words) + 1) : i]
                if any(t.nominal.lemma in lexicon.organization_heads() and t.nominal.lemma != "үкімет" for t in before):
                    # «ҚР СІМ басшысы»: the body is read as a body, not as part of the title.
                    continue
                if (
                    len(before) == len(words) - 1
                    and all(_same_word(t, w) for t, w in zip(before, words[:-1], strict=True))
                    and (found is None or len(words) > len(found.lemma.split()))
                ):
                    found = office
        return found

    def _is_head(self, token: Token) -> bool:
        return token.nominal.lemma in lexicon.offices() or token.lower in lexicon.offices()

    def _title(self, i: int, office: lexicon.Office, reading: _Reading) -> Title:
        token = self.doc.tokens[i]
        words = [*reading.words, _nominative_head(token, self.doc.tokens[i - 1] if reading.words else None)]
        return Title(
            reading.first,
            i,
            " ".join(words),
            token.nominal.lemma if token.nominal.lemma in lexicon.offices() else token.lower,
            office.kind,
            token.nominal.case,
            token.nominal.plural,
            token.nominal.person == 3,
            office.bare,
            reading.body,
            reading.bodies,
            reading.common_body,
            person=token.nominal.person,
        )

    def _left(self, head: int, own: int = 0, depth: int = 0) -> _Reading:
        """How far the title reaches to the left of its head noun and the `own` words of the office, and whose it is."""
        doc = self.doc
        start = doc.sentences[doc.tokens[head].sentence][0]
        words: list[str] = [
            _genitive_head(t) if self._is_head(t) and t.nominal.case == "gen" else t.text
            for t in reversed(doc.tokens[head - own : head])
        ]
        j = head - 1 - own
        purpose = False
        while j >= max(start, head - MAX_LEFT):
            token = doc.tokens[j]
            if j in self.at:
                number = self.at[j]
                phrase = doc.phrases[number]
                if self._is_body(phrase, head, j, purpose):
                    return self._with_bodies(phrase.first, number, tuple(reversed(words)))
                if (phrase.attributive or purpose) and phrase.kind in {"country", "place", "organization"}:
                    words += reversed([t.text for t in doc.tokens[phrase.first : phrase.last + 1]])
                    j = phrase.first - 1
                    continue
                break
            field = self._field(j, start)
            if field:
                words += reversed([t.text for t in doc.tokens[j - field + 1 : j + 1] if t.kind != "other" or t.text == ","])
                j -= field
                continue
            if token.kind != "word":
                if token.text == "," and words and self._enumerates(j, start):
                    words.append(",")
                    j -= 1
                    continue
                break
            lower = token.lower
            if lower in lexicon.word_list("title_linker"):
                purpose = True
            elif self._is_head(token) and token.nominal.case == "gen":
                if depth == MAX_DEPTH:
                    break
                inner = self._left(j, depth=depth + 1)
                # «Сыртқы істер министрінің»: the field is the possessor, so the ending stays.
                words.append(token.text if inner.words else _genitive_head(token))
                return replace_words(inner, (*inner.words, *reversed(words)))
            elif not self._modifies(j, head, purpose, words):
                common = self._common_body(j)
                if common:
                    return self._common(j, common, words)
                break
            words.append(token.text)
            j -= 1
        return _Reading(j + 1, None, (), None, _clean(tuple(reversed(words))))

    def _common(self, j: int, common: str, words: list[str]) -> _Reading:
        """«Қазақстан Үкіметінің басшысы»: a common noun for the body, and the country before it."""
        owner = self.at.get(j - 1)
        if (
            owner is not None
            and self.doc.phrases[owner].kind in {"country", "organization"}
            and self.doc.phrases[owner].case in {"nom", "gen"}
        ):
            named = (*([self.doc.tokens[j].text] if common in {"үкімет", "алқа"} else []), *reversed(words))
            return _Reading(self.doc.phrases[owner].first, owner, (owner,), None, named)
        return _Reading(j, None, (), common, tuple(reversed(words)))

    def _is_body(self, phrase: Phrase, head: int, j: int, purpose: bool) -> bool:
        if phrase.attributive or phrase.kind not in {"country", "organization", "demonym"} or phrase.last != j:
            return False
        if phrase.kind == "demonym":
            return phrase.case == "nom" and not phrase.plural
        if phrase.case == "gen":
            return True
        close = head - j <= 1 or not purpose
        return phrase.case == "nom" and close and (self.doc.tokens[head].nominal.person == 3 or phrase.kind == "country")

    def _with_bodies(self, first: int, number: int, words: tuple[str, ...]) -> _Reading:
        """«Қазақстан, Ресей және Беларусь президенттері»: the bodies of a title in the plural."""
        doc = self.doc
        numbers = [number]
        while True:
            phrase = doc.phrases[numbers[0]]
            left = phrase.first - 1
            if left >= 0 and (doc.tokens[left].text == "," or doc.tokens[left].lower in lexicon.word_list("conjunction")):
                left -= 1
            else:
                break
            previous = self.at.get(left)
            if (
                previous is None
                or doc.phrases[previous].kind != phrase.kind
                or doc.phrases[previous].case not in {"nom", phrase.case}
            ):
                break
            numbers.insert(0, previous)
        if doc.phrases[number].kind != "country" and len(numbers) > 1:
            numbers = [number]
        return _Reading(doc.phrases[number].first if len(numbers) == 1 else first, number, tuple(numbers), None, _clean(words))

    def _field(self, j: int, start: int) -> int:
        for words in lexicon.ministry_fields():
            a = j - len(words) + 1
            if a >= start and tuple(t.lower for t in self.doc.tokens[a : j + 1]) == words:
                return len(words)
        return 0

    def _enumerates(self, j: int, start: int) -> bool:
        """«экономика, сауда және өнеркәсіп министрі»: a comma within the field of a ministry."""
        after = [t.lower for t in self.doc.tokens[j + 1 : j + 4]]
        before = self.doc.tokens[j - 1] if j > start else None
        return (
            "және" in after
            and before is not None
            and (j - 1) not in self.at
            and before.nominal.case == "nom"
            and before.kind == "word"
        )

    def _modifies(self, j: int, head: int, purpose: bool, words: list[str]) -> bool:
        token = self.doc.tokens[j]
        lower = token.lower
        if lower in lexicon.word_list("title_modifier"):
            return True
        if lower in lexicon.word_list("not_title") or lower in lexicon.word_list("pronoun_singular"):
            return False
        if token.nominal.attributive and token.nominal.case == "loc":
            return token.nominal.lemma not in lexicon.word_list("time_noun")
        if purpose:
            return token.nominal.case in {"nom", "gen"} and not _verbal(lower)
        if lower == "және":
            return bool(words) and (j - 1) not in self.at and self.doc.tokens[j - 1].kind == "word"
        if _verbal(lower) or token.nominal.case != "nom" or token.nominal.plural:
            return token.nominal.case == "gen" and token.nominal.lemma in lexicon.word_list("title_owner")
        head_token = self.doc.tokens[head]
        return head_token.nominal.person == 3 and token.nominal.person == 0 and len(words) < 4

    def _common_body(self, j: int) -> str | None:
        token = self.doc.tokens[j]
        if token.nominal.case == "gen" and (token.nominal.lemma in lexicon.organization_heads() or token.nominal.lemma == "ел"):
            return token.nominal.lemma
        return None

    def _joined(self, titles: list[Title]) -> list[Title]:
        """«Премьер-Министрдің орынбасары – Сыртқы істер министрі»: two titles that a dash makes one."""
        joined: list[Title] = []
        for title in titles:
            previous = joined[-1] if joined else None
            between = self.doc.tokens[previous.last + 1 : title.first] if previous else []
            if (
                previous
                and len(between) == 1
                and between[0].kind == "dash"
                and previous.case == "nom"
                and title.last < len(self.doc.tokens) - 1
                and self.at.get(title.last + 1) is not None
            ):
                joined[-1] = replace(
                    title,
                    first=previous.first,
                    title=f"{previous.title} – {title.title}",
                    body=previous.body or title.body,
                    bodies=previous.bodies or title.bodies,
                    common_body=previous.common_body or title.common_body,
                )
            else:
                joined.append(title)
        return joined

    def _with_holders(self, title: Title) -> Title:
        holders = tuple(self._following(title.last + 1, title.plural, title))
        return replace(title, holders=holders)

    def _two_sides(self, title: Title, person: Phrase) -> bool:
        """«Қазақстан басшысы Владимир Путинмен»: a subject and its partner, where the name is known to be of another country."""
        if person.case not in {"ins", "acc", "dat"} or not title.bodies:
            return False
        body = self.doc.phrases[title.bodies[-1]]
        citizen = lexicon.people().get(person.name.split()[-1].split(".")[-1].lower())
        return body.kind == "country" and citizen is not None and body.key is not None and citizen != body.key

    def _following(self, i: int, plural: bool, title: Title) -> Iterator[int]:
        """Persons directly after a title; for a plural title, the list of them."""
        tokens = self.doc.tokens
        while i < len(tokens):
            if tokens[i].kind == "dash" and plural:
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
            while i < len(tokens) and (tokens[i].text == "," or tokens[i].lower in lexicon.word_list("conjunction")):
                i += 1


def _same_word(token: Token, word: str) -> bool:
    return token.lower == word or (token.nominal.lemma, token.nominal.case) == _reading(word)


def _possessed_form(token: Token) -> str:
    """The word without its case, the possessor's ending kept: «басшысымен» -> «басшысы»."""
    lengths = [row[0] for row in case_readings(token.text, False) if row[1] == token.nominal.case and row[3]]
    return token.lower[: lengths[0]] if lengths else token.lower


@cache
def _reading(word: str) -> tuple[str, str]:
    nominal = analyse(word)
    return nominal.lemma, nominal.case


def replace_words(reading: _Reading, words: tuple[str, ...]) -> _Reading:
    return _Reading(reading.first, reading.body, reading.bodies, reading.common_body, _clean(words))


def _clean(words: tuple[str, ...]) -> tuple[str, ...]:
    while words and words[0].lower() in {"және", ",", "мен", "пен", "бен"}:
        words = words[1:]
    return words


def _nominative_head(token: Token, before: Token | None) -> str:
    """The possessor's ending falls away, unless a noun of the title itself is the possessor: «министрдің орынбасары»."""
    lemma = token.nominal.lemma
    adjective = before is None or before.lower in lexicon.word_list("title_modifier") or before.nominal.attributive
    linked = before is not None and (before.lower in lexicon.word_list("title_linker"))
    if token.nominal.person == 3 and before is not None and not adjective and not linked:
        case = token.nominal.case
        lengths = [row[0] for row in case_readings(token.text, False) if row[1] == case and (row[3] or case == "nom")]
        if lengths:
            return token.text[: lengths[0]]
    return lemma.capitalize() if token.capital and "-" not in lemma else lemma


def _genitive_head(token: Token) -> str:
    """An inner title keeps its genitive but not its possessor: «Президентінің» becomes «Президенттің»."""
    lower = token.lower
    if token.nominal.person == 3:
        lemma = token.nominal.lemma
        for ending in ("нің", "ның", "дің", "дың", "тің", "тың"):
            reading = analyse(lemma + ending)
            if reading.case == "gen" and reading.lemma == lemma:
                return lemma + ending
    return lower if not token.capital else token.text


def _verbal(lower: str) -> bool:
    return verbs.ends_clause(lower) or verbs.is_participle(lower)
