"""Which office a word names, and with how many words before it: «бас штаб бастығы», «экс-канцлер».

Enters: a Document, the phrases at its tokens. Leaves: rows of the table of offices.
"""

from __future__ import annotations

from functools import cache

from kg.language.document import Document, Token
from kg.language.kk import lexicon
from kg.language.kk.morphology import analyse, case_readings

FORMER = "экс-"


class OfficeReader:
    """`at` gives the phrase that covers a token."""

    def __init__(self, doc: Document, at: dict[int, int]) -> None:
        self.doc = doc
        self.at = at

    def office(self, i: int) -> lexicon.Office | None:
        """The office whose head noun stands at token `i`, the one of most words."""
        token = self.doc.tokens[i]
        if (
            token.capital
            and token.lower in lexicon.given_names()
            and i + 1 < len(self.doc.tokens)
            and self.doc.tokens[i + 1].capital
        ):
            return None
        if token.capital and token.nominal.person == 0 and token.nominal.lemma in lexicon.people() and i + 1 not in self.at:
            # «Герцог»: a rank that is the surname of somebody known.
            return None
        table = lexicon.offices()
        found: lexicon.Office | None = None
        for form in dict.fromkeys((token.nominal.lemma, token.lower, _possessed_form(token))):
            word = form.removeprefix(FORMER)
            for office in table.get(word, ()):
                words = office.lemma.split()
                before = self.doc.tokens[max(0, i - len(words) + 1) : i]
                if any(self._body_word(i - len(before) + n) for n in range(len(before))):
                    # «ҚР СІМ басшысы»: the body is read as a body, not as part of the title.
                    continue
                if (
                    len(before) == len(words) - 1
                    and all(_same_word(t, w) for t, w in zip(before, words[:-1], strict=True))
                    and (found is None or len(words) > len(found.lemma.split()))
                ):
                    found = office
        return found

    def own(self, head: int, office: lexicon.Office | None) -> int:
        """How many words before the head the office takes, none where a name takes them: «Жетісу облысының әкімі»."""
        size = len(office.lemma.split()) - 1 if office is not None else 0
        number = self.at.get(head - 1)
        return 0 if size and number is not None and self.doc.phrases[number].first < head - size else size

    def is_head(self, token: Token) -> bool:
        """Whether a word is the head noun of some office."""
        return token.nominal.lemma in lexicon.offices() or token.lower in lexicon.offices()

    def acting(self, i: int) -> int | None:
        """«министрдің міндетін уақытша атқарушы»: the office whose duties somebody fulfils."""
        if self.doc.tokens[i].nominal.lemma not in lexicon.word_list("acting"):
            return None
        k = i - 1
        while k > 0 and self.doc.tokens[k].lower in lexicon.word_list("acting_manner"):
            k -= 1
        if k > 0 and self.doc.tokens[k].lower in lexicon.word_list("acting_duty") and k - 1 not in self.at:
            return k - 1 if self.office(k - 1) is not None else None
        return None

    def _body_word(self, i: int) -> bool:
        """Whether a word before a head noun stands for a body rather than being part of the office («бас штаб бастығы»)."""
        lemma = self.doc.tokens[i].nominal.lemma
        if lemma not in lexicon.organization_heads() or lemma == "үкімет":
            return False
        return i in self.at or lemma not in lexicon.word_list("title_organ")


def _same_word(token: Token, word: str) -> bool:
    """Whether a token is this word of a title; a nominative may stand in the genitive («дипломатиясының басшысы»)."""
    lemma, case = _reading(word)
    cases = {case, "gen"} if case == "nom" else {case}
    return token.lower == word or (token.nominal.lemma == lemma and token.nominal.case in cases)


def _possessed_form(token: Token) -> str:
    """The word without its case, the possessor's ending kept: «басшысымен» -> «басшысы»."""
    lengths = [row[0] for row in case_readings(token.text, False) if row[1] == token.nominal.case and row[3]]
    return token.lower[: lengths[0]] if lengths else token.lower


@cache
def _reading(word: str) -> tuple[str, str]:
    nominal = analyse(word)
    return nominal.lemma, nominal.case
