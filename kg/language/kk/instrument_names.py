"""Names of agreements: where a name begins, its nominative. Enters: a Document, the token of a noun. Leaves: tokens, a name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import TypeVar

from kg.language.document import Document, Phrase, TimeReference, Title, Token
from kg.language.kk import lexicon, verbs
from kg.language.kk.instruments import GERUND, earlier_act, instrument
from kg.language.kk.morphology import case_readings
from kg.language.kk.shapes import head_of

MAX_LEFT = 24
LONGEST_SPAN = 24
OPENING, CLOSING = frozenset("«“„"), frozenset("»”")
AND = frozenset({"мен", "пен", "бен", "және", "әрі"})
POSTPOSITIONS = frozenset({"туралы", "жөніндегі", "жөнінде", "жайлы", "жайындағы", "бойынша", "үшін", "мақсатындағы"})
TOPIC = POSTPOSITIONS | {"саласындағы", "арналған", "қатысты"}
BETWEEN = frozenset({"арасындағы", "арасында", "арадағы"})
FIELD = re.compile(r"(?:[дт]ағы|[дт]егі|н?дағы|н?дегі)$")
GERUND_OWNER = re.compile(r"у(?:дың|дің)$")
GERUND_BARE = re.compile(r"[ую]$")
GERUND_GOAL = re.compile(r"у(?:ға|ге)$")
PAST = re.compile(r"[ғқгк][ае]н$")
FUTURE = re.compile(r"(?:[аей]т[ыі]н|йт[ыі]н)$")
CONVERB = re.compile(r"[аеыіиуюя]п$|[^п]$")  # no stem ends in -оп («своп»)
YEAR = re.compile(r"жылғы$|жылдарғы$")
_Spanned = TypeVar("_Spanned", Phrase, TimeReference, Title)


def start(doc: Document, i: int) -> int:
    """Reads to the left from the noun: attributes, then what «туралы» governs, up to an actor that acts or a verb."""
    return _Left(doc, i).read()


def _reaching(spans: Sequence[_Spanned], low: int, high: int) -> list[_Spanned]:
    """The spans, in order in a document, that reach into tokens `low` to `high`."""
    n = bisect_right(spans, high, key=lambda span: span.first)
    rows = []
    while n and spans[n - 1].last >= low - LONGEST_SPAN:
        n -= 1
        if spans[n].last >= low:
            rows.append(spans[n])
    return rows[::-1]


class _Left:
    """The walk from the noun to the left. `topic`: whether it stands in what «туралы» governs; `edge`: the name so far."""

    def __init__(self, doc: Document, i: int) -> None:
        self.doc = doc
        self.tokens = doc.tokens
        self.i = i
        self.low = max(doc.sentences[doc.tokens[i].sentence][0], i - MAX_LEFT)
        self.phrases = {j: p for p in _reaching(doc.phrases, self.low, i) for j in range(p.first, p.last + 1)}
        self.titles = {
            j
            for t in _reaching(doc.titles, self.low, i)
            for j in range(t.first, t.last + 1)
            if doc.tokens[j].kind == "word" and j not in self.phrases
        }
        self.times = {j: t for t in _reaching(doc.times, self.low, i) for j in range(t.first, t.last + 1)}
        self.possessed = doc.tokens[i].nominal.person == 3
        self.topic = False
        self.postposed = False  # the topic is that of a postposition («… туралы»)
        self.shared = False  # the next noun to the left shares the case of what was read («А мен Б-ның»)
        self.edge = i

    def read(self) -> int:
        j = self.i - 1
        while j >= self.low:
            following = self._step(j)
            if following is None:
                break
            j = following
        return self._trimmed()

    def _trimmed(self) -> int:
        while self.edge < self.i and (
            self.tokens[self.edge].lower in AND | BETWEEN | {",", "да", "де", "тағы", "екіжақты"}
            or self.tokens[self.edge].kind in {"other", "dash"}
            or self.tokens[self.edge].text in CLOSING
        ):
            self.edge += 1
        return self.edge

    def _step(self, j: int) -> int | None:
        """The token to look at next, None where the name has ended; moves the edge."""
        token = self.tokens[j]
        if j in self.phrases:
            return self._phrase(self.phrases[j])
        if token.text in CLOSING:
            return self._quoted_name(j) if j - 1 in self.phrases else self._quoted(j)
        if token.text == ")":
            return next((k - 1 for k in range(j - 1, max(self.low, j - 6) - 1, -1) if self.tokens[k].text == "("), None)
        if token.text in OPENING:
            # «… «жол картасы»»: a quotation that only holds the noun belongs to the name, one that begins with it opens it.
            return self._keep(j) if self.i + 1 < len(self.tokens) and self.tokens[self.i + 1].text in CLOSING else None
        if j in self.times:
            return self._time(self.times[j])
        if token.kind == "dash":
            numbers = self.tokens[j - 1].kind == "number" and self.tokens[j + 1].kind == "number"
            if numbers and j > self.low and self.edge == j + 1:
                return self._keep(j - 1)
            # «Қазақстан – Катар меморандумы»
            before, after = self.phrases.get(j - 1), self.phrases.get(j + 1)
            paired = before is not None and after is not None and before.kind == after.kind == "country"
            return j - 1 if paired and self.edge == j + 1 else None
        if token.kind in {"number", "initial"}:
            return self._keep(j) if self.edge == j + 1 else None
        if token.lower in AND or token.text == ",":
            return self._coordinated(j)
        acts = j in self.titles and not (self.topic and token.nominal.case in {"acc", "gen", "dat"})
        if token.kind != "word" or acts or token.lower in lexicon.word_list("instrument_stop"):
            return None
        return self._keep(j) if self._belongs(j, token) else None

    def _keep(self, j: int) -> int:
        self.edge, self.shared = j, False
        return j - 1

    def _following(self, j: int) -> int:
        """The next word after token `j`, over a closing quote and an abbreviation in brackets."""
        k = j + 1
        while k <= self.i and (self.tokens[k].text in CLOSING | {"(", ")"} or self.tokens[k - 1].text == "("):
            k += 1
        return min(k, len(self.tokens) - 1)

    def _quoted_name(self, close: int) -> int | None:
        """«Х» whose quotes do not belong to the phrase."""
        phrase = self.phrases[close - 1]
        j = self._phrase(phrase)
        if j is None or j < self.low or self.tokens[j].text not in OPENING:
            return j
        self.edge = j
        return j - 1

    def _quoted(self, close: int) -> int | None:
        for j in range(close - 1, self.low - 1, -1):
            if self.tokens[j].text in OPENING:
                return self._keep(j) if self.edge == close + 1 else None
            if self.tokens[j].text in CLOSING:
                break
        return None

    def _time(self, reference: TimeReference) -> int | None:
        inner = self.tokens[self._following(reference.last)].lower in {"арналған", "дейін", "дейінгі"}
        if inner or (YEAR.search(self.tokens[reference.last].lower) and not self.topic):
            self.topic = self.topic or (inner and self.possessed)
            return self._keep(reference.first)
        if self.topic and YEAR.search(self.tokens[reference.last].lower):
            return None
        return None

    def _coordinated(self, j: int) -> int | None:
        before = j - 1
        if before < self.low or self.edge != j + 1:
            return None
        token = self.tokens[before]
        head = instrument(token)
        if head is not None and token.nominal.case in {"nom", self.tokens[self.i].nominal.case}:
            return None
        if token.text in CLOSING:
            return before if self._shares() else None
        if before in self.phrases:
            self.shared = self._shares()
            return before if self.shared else None
        if token.kind != "word" or before in self.titles or verbs.ends_clause(token.lower) or token.lower in TOPIC:
            return None
        if not self.topic and (token.nominal.case not in {"nom", "acc"} or self.tokens[j].text == ","):
            return None
        self.shared = True
        return before

    def _shares(self) -> bool:
        """Whether a name before «мен» stands in one list with the name behind it, which was taken in."""
        after = self.phrases.get(self.edge)
        return after is not None and self.edge == after.first and after.kind in {"country", "organization", "place"}

    def _phrase(self, phrase: Phrase) -> int | None:
        k = self._following(phrase.last)
        following = self.tokens[k] if k <= self.i else None
        if phrase.kind == "pronoun":
            return phrase.first - 1 if following is not None and following.lower == "әрі" and self.topic else None
        if phrase.kind == "person" or following is None:
            # «Бөгенбаев атындағы …»: a person's name inside the name of a thing.
            return self._keep(phrase.first) if following is not None and following.lower == "атындағы" else None
        if self.shared:
            return self._keep(phrase.first)
        case = "field" if phrase.attributive else phrase.case
        if following.lower in BETWEEN:
            return None if self.edge > k + 1 else self._keep(phrase.first)
        if case == "nom":
            linked = (
                following.lower in POSTPOSITIONS
                or (phrase.kind == "organization" and self._organization_at(phrase.last + 1) and self.edge == phrase.last + 1)
                or following.kind == "dash"
                or following.nominal.person == 3
                or (self.topic and bool(GERUND.search(following.lower)) and len(following.lower) > 2)
            )
            return self._keep(phrase.first) if linked and self.edge <= k + (following.kind == "dash") else None
        if case == "gen":
            owned = self.possessed and not self.topic
            inside = (
                self.topic
                and not (self.possessed and self.postposed)
                and any(t.nominal.person == 3 for t in self.tokens[self.edge : self.i] if t.lower not in TOPIC)
            )
            return self._keep(phrase.first) if owned or inside else None
        if case == "field" or (self.topic and case in {"dat", "acc", "abl"}):
            return self._keep(phrase.first)
        return None

    def _organization_at(self, j: int) -> bool:
        phrase = self.phrases.get(j)
        return phrase is not None and phrase.kind == "organization" and phrase.case in {"nom", "gen"} and not phrase.quoted

    def _belongs(self, j: int, token: Token) -> bool:
        lower = token.lower
        following = self.tokens[j + 1]
        if lower in BETWEEN:
            return self.edge == self.i
        if lower in TOPIC or (FIELD.search(lower) and token.nominal.attributive):
            self.postposed = self.postposed or lower in POSTPOSITIONS
            self.topic = True
            return True
        if lower in lexicon.word_list("demonstrative") or self._members(j, token):
            return False
        if GERUND_OWNER.search(lower) and self.possessed:
            self.topic = True
            return True
        if self.possessed and self.edge == self.i and GERUND_BARE.search(lower) and len(lower) > 3:
            self.topic = True  # «көлікті дамыту бағдарламасы»
            return True
        if GERUND_GOAL.search(lower) and len(lower) > 4 and self.edge == self.i:
            self.topic = True
            return True
        if self._counted(j, token):
            return following.nominal.person == 3
        if lower in lexicon.word_list("relational") or lower.endswith("жақты"):
            return True
        if CONVERB.search(lower) and verbs.CONVERB.search(lower) and verbs.ends_clause(lower):
            return bool(GERUND.search(following.lower))
        if PAST.search(lower) and len(lower) > 4 and lower not in lexicon.word_list("no_verb"):
            # «сотталған адамдарды беру»: within the topic a participle may describe an object, unless it tells of the instrument.
            return self.topic and following.nominal.case == "acc" and earlier_act(self.doc, j + 1) is None
        if FUTURE.search(lower) and not self.topic:
            return False
        if (
            token.nominal.person == 3
            and token.nominal.case == "nom"
            and (token.nominal.plural or (head_of(token) is not None and token.nominal.lemma not in lexicon.word_list("no_head")))
        ):
            linked = following.lower in TOPIC | AND or following.nominal.person == 3 or self.shared
            linked = linked or (j + 1 == self.i and self.possessed)
            return linked or bool(GERUND.search(following.lower))
        return self._case_fits(token)

    def _case_fits(self, token: Token) -> bool:
        case = token.nominal.case
        partner = token.nominal.lemma in lexicon.word_list("side_noun") or head_of(token) is not None
        if self.topic and case == "ins" and partner:
            return False  # «… компаниясымен»: the partner
        if self.topic:
            return not (case in {"ins", "abl", "loc"} and token.nominal.lemma in lexicon.word_list("instrument_adjunct"))
        if case == "gen":
            return self.possessed
        return case == "nom" or token.nominal.attributive or self.shared

    def _members(self, j: int, token: Token) -> bool:
        """«одаққа мүше елдер … туралы келісімге қол қойды»: who acts rather than names."""
        plain = token.nominal.case == "nom" and token.nominal.plural and token.nominal.person == 0
        return plain and j > self.low and self.tokens[j - 1].lower in lexicon.word_list("member")

    def _counted(self, j: int, token: Token) -> bool:
        """«екі ел»: a numeral and those who are counted, who act rather than name."""
        return (
            j > self.low
            and token.nominal.lemma in lexicon.word_list("side_noun")
            and token.nominal.case == "nom"
            and token.nominal.person == 0
            and (self.tokens[j - 1].lower in lexicon.word_list("count") or self.tokens[j - 1].kind == "number")
        )


def name(doc: Document, first: int, i: int) -> str:
    """The words with the noun in the nominative, its possessor's ending kept where one is."""
    token = doc.tokens[i]
    case = token.nominal.case
    lengths = [row[0] for row in case_readings(token.text, False) if row[1] == case and row[2] == token.nominal.attributive]
    possessed = (
        [row[0] for row in case_readings(token.text, False) if row[1] == case and row[3]] if token.nominal.person == 3 else []
    )
    length = (possessed or lengths or [len(token.text)])[0]
    if token.nominal.plural and case == "nom":
        length = len(token.text)
    text = doc.article.text[doc.tokens[first].start : token.start + length]
    text = re.sub(r"\s*\([^)]*\)", "", " ".join(text.split()))
    return text + "»" if text.count("«") > text.count("»") else text
