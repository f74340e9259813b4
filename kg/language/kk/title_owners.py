"""Whose a title is: the country, the organization or the common noun that stands before it.

Enters: a Document with phrases, a place in it. Leaves: `Span` of a title with its bodies.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.language.document import Document, Phrase
from kg.language.kk import lexicon
from kg.language.kk.organs import OrganReader
from kg.language.kk.shapes import NO_BODIES

QUOTES = frozenset('«»“”"„')


@dataclass(frozen=True, slots=True)
class Span:
    """From which token a title begins, its body, and the tokens of its own words before the head."""

    first: int
    body: int | None = None
    bodies: tuple[int, ...] = ()
    common_body: str | None = None
    words: tuple[int, ...] = ()
    organ: bool = False


class OwnerReader:
    """`at` gives the phrase that covers a token."""

    def __init__(self, doc: Document, at: dict[int, int], organs: OrganReader) -> None:
        self.doc = doc
        self.at = at
        self.organs = organs

    def is_body(self, phrase: Phrase, head: int, j: int, nearest: int, purpose: bool) -> bool:
        """Whether the phrase that ends at `j` owns the title with this head; `nearest` is where nothing lies between."""
        if phrase.attributive or phrase.kind not in {"country", "organization", "demonym"} or phrase.last != j:
            return False
        if phrase.kind == "demonym":
            return phrase.case == "nom" and not phrase.plural
        if phrase.case == "gen":
            return True
        # «БҰҰ жанындағы өкіл»: what the purpose is about; «СІМ саяси мәселелер жөніндегі директоры»: whose it is.
        apart = self.doc.tokens[j + 1].kind == "word" and self.doc.tokens[j + 1].lower not in lexicon.word_list("title_linker")
        close = j == nearest or not purpose or (apart and phrase.kind == "organization")
        return phrase.case == "nom" and close and (self.doc.tokens[head].nominal.person == 3 or phrase.kind == "country")

    def with_bodies(self, first: int, number: int, words: tuple[int, ...]) -> Span:
        """«Қазақстан, Ресей және Беларусь президенттері»: the bodies of a title in the plural."""
        doc = self.doc
        numbers = self._listed(number)
        # Bodies share a title where a common noun in the plural sums them up: «А және Б компанияларының басшылары».
        if doc.phrases[number].kind == "organization" and not doc.tokens[doc.phrases[number].last].nominal.plural:
            numbers = [number]
        first = self._begins(number) if len(numbers) == 1 else min(first, doc.phrases[numbers[0]].first)
        return Span(first, number, tuple(numbers), None, words)

    def _begins(self, number: int) -> int:
        """Where the name of a body begins, its owner's name included: «… съезі Хатшылығы»."""
        phrase = self.doc.phrases[number]
        before = self.at.get(phrase.first - 1)
        if phrase.kind == "organization" and before is not None:
            owner = self.doc.phrases[before]
            if owner.kind in {"organization", "country"} and owner.case in {"nom", "gen"} and not owner.attributive:
                return owner.first
        return phrase.first

    def _listed(self, number: int) -> list[int]:
        """A body and those that commas and "and" join to its left, quotes between them or not."""
        doc = self.doc
        numbers = [number]
        while True:
            phrase = doc.phrases[numbers[0]]
            left = phrase.first - 1
            while left >= 0 and doc.tokens[left].text in QUOTES:
                left -= 1
            if left < 1 or not (doc.tokens[left].text == "," or doc.tokens[left].lower in lexicon.word_list("conjunction")):
                return numbers
            left -= 1
            while left > 0 and doc.tokens[left].text in QUOTES:
                left -= 1
            previous = self.at.get(left)
            if (
                previous is None
                or doc.phrases[previous].kind != phrase.kind
                or doc.phrases[previous].case not in {"nom", phrase.case}
            ):
                return numbers
            numbers.insert(0, previous)

    def organ(self, j: int, start: int, words: list[int]) -> Span | None:
        """«Сенаттың Халықаралық істер, қорғаныс және қауіпсіздік комитетінің …»: an organ that is no name, and its body."""
        found = self.organs.described(j, start)
        if found is None:
            return None
        own = (*found.words, *reversed(words))
        if found.body is None:
            return Span(found.words[0], None, (), None, own)
        if self.doc.phrases[found.body].kind == "country":
            return self.with_bodies(self.doc.phrases[found.body].first, found.body, own)
        return Span(self.doc.phrases[found.body].first, found.body, (found.body,), None, own)

    def common(self, j: int, common: str, words: list[int]) -> Span:
        """«Қазақстан Үкіметінің басшысы»: a common noun for the body, and the country before it."""
        plural = self.doc.tokens[j].nominal.plural
        owner = self._summed_up(j) if plural else None
        if plural and owner is not None and self.doc.phrases[owner].kind == "organization":
            listed = tuple(self._listed(owner))
            return Span(self.doc.phrases[listed[0]].first, owner, listed, None, tuple(reversed(words)))
        owner = self.at.get(self._quoted_before(j))
        if (
            owner is not None
            and self.doc.phrases[owner].kind in {"country", "organization"}
            and self.doc.phrases[owner].case in {"nom", "gen"}
        ):
            named = (*([j] if common in lexicon.word_list("bare_organ") else []), *reversed(words))
            return Span(self.doc.phrases[owner].first, owner, (owner,), None, named)
        return Span(j, None, (), common, tuple(reversed(words)))

    def _summed_up(self, j: int) -> int | None:
        """«А», «Б» (сынды ірі) компаниялардың: the last of the bodies that the noun at `j` sums up."""
        tokens = self.doc.tokens
        k = j - 1
        while k > max(0, j - 5) and k not in self.at and tokens[k].kind == "word" and not tokens[k].capital:
            if tokens[k].lower in lexicon.word_list("such_as"):
                j = k
                break
            k -= 1
        return self.at.get(j - 1 - (j > 1 and tokens[j - 1].text in QUOTES))

    def common_body(self, j: int) -> str | None:
        """The lemma of the common noun at `j` that stands for a body: «комитеттің төрағасы»."""
        token = self.doc.tokens[j]
        summing = (
            token.nominal.case == "nom" and token.nominal.plural and token.nominal.person == 3 and self._summed_up(j) is not None
        )
        if (token.nominal.case == "gen" or summing) and (
            token.nominal.lemma in lexicon.organization_heads() or token.nominal.lemma in lexicon.word_list("country_noun")
        ):
            return token.nominal.lemma
        return None

    def stands_for(self, j: int) -> bool:
        """«ведомство өкілі», «Дума төрағасы»: a common noun in the nominative that stands for a body named before."""
        nominal = self.doc.tokens[j].nominal
        heads = lexicon.organization_heads()
        if nominal.case != "nom" or nominal.person or nominal.plural or nominal.lemma not in heads:
            return False
        if heads[nominal.lemma][0] in NO_BODIES:
            return False
        if j and self.doc.tokens[j - 1].lower in lexicon.word_list("ministry_qualifier"):
            # «сыртқы саяси ведомство басшысы»: what kind of ministry it is stays in the title.
            return False
        return nominal.lemma not in lexicon.word_list("title_organ") | lexicon.word_list("bare_organ")

    def name_before(self, j: int) -> int | None:
        """The end of the name before a closing quote, or before an abbreviation in brackets that ends at `j`."""
        if self.doc.tokens[j].text == ")":
            return self.organs.before_bracket(j)
        number = self.at.get(j - 1)
        quoted = self.doc.tokens[j].text in QUOTES and number is not None and self.doc.phrases[number].kind == "organization"
        return j - 1 if quoted else None

    def _quoted_before(self, j: int) -> int:
        """«Х» кәсіпкерлер палатасының: where the quoted name before the common noun at `j` ends, else the token before it."""
        k = j - 1
        while max(0, j - 4) < k and k not in self.at and self.doc.tokens[k].kind == "word" and not self.doc.tokens[k].capital:
            k -= 1
        return k - 1 if k > 0 and self.doc.tokens[k].text in {"»", "”"} else j - 1
