"""How far a title reaches to the left of its head noun: modifiers first, the possessor before them.

Enters: a Document with phrases, the head noun of an office. Leaves: the `Span` of its title.
"""

from __future__ import annotations

from dataclasses import replace

from kg.language.document import Document
from kg.language.kk import lexicon, verbs
from kg.language.kk.office_words import OfficeReader
from kg.language.kk.organs import OrganReader
from kg.language.kk.title_owners import OwnerReader, Span

MAX_LEFT = 14
MAX_DEPTH = 4


class SpanReader:
    """`at` gives the phrase that covers a token."""

    def __init__(self, doc: Document, at: dict[int, int], offices: OfficeReader, organs: OrganReader) -> None:
        self.doc = doc
        self.at = at
        self.offices = offices
        self.organs = organs
        self.owners = OwnerReader(doc, at, organs)

    def left(self, head: int, own: int = 0, depth: int = 0) -> Span:
        """How far the title reaches to the left of its head noun and the `own` words of the office, and whose it is."""
        doc = self.doc
        start = doc.sentences[doc.tokens[head].sentence][0]
        words: list[int] = list(reversed(range(head - own, head)))
        j = head - 1 - own
        nearest = j
        purpose = False
        while j >= max(start, head - MAX_LEFT):
            token = doc.tokens[j]
            if j in self.at:
                number = self.at[j]
                phrase = doc.phrases[number]
                if self.owners.is_body(phrase, head, j, nearest, purpose):
                    organ = self.organs.named(number) if not purpose else None
                    if organ is not None:
                        return Span(
                            doc.phrases[organ.body].first,
                            organ.body,
                            (organ.body,),
                            None,
                            (*range(organ.first, j + 1), *reversed(words)),
                            organ.body == number,
                        )
                    return self.owners.with_bodies(phrase.first, number, tuple(reversed(words)))
                region = phrase.kind == "place" and phrase.case in {"nom", "gen"} and self._governs(head)
                if region or ((phrase.attributive or purpose) and phrase.kind in {"country", "place", "organization"}):
                    first = self._all_posts(phrase.first, start) if phrase.attributive else phrase.first
                    words += reversed(range(first, phrase.last + 1))
                    j = first - 1
                    continue
                break
            skipped = self._skipped(j) if j == nearest else None
            if skipped is not None:
                j = nearest = skipped
                continue
            field = self._field(j, start)
            if field:
                words += reversed(
                    [k for k in range(j - field + 1, j + 1) if doc.tokens[k].kind != "other" or doc.tokens[k].text == ","]
                )
                j -= field
                continue
            if token.kind != "word":
                if token.text == "," and words and self._enumerates(j, start):
                    words.append(j)
                    j -= 1
                    continue
                break
            lower = token.lower
            if purpose and lower in lexicon.word_list("title_and") and self._another(j, start):
                break
            if lower in lexicon.word_list("title_linker"):
                purpose = True
            elif self.offices.is_head(token) and token.nominal.case == "gen":
                if depth == MAX_DEPTH:
                    break
                office = self.offices.office(j)
                inner = self.left(j, self.offices.own(j, office), depth=depth + 1)
                return replace(inner, words=(*inner.words, j, *reversed(words)))
            elif self._town(j) and self._governs(head):
                words.append(j)
                j -= 1
                if j in self.at or j < start:
                    continue
                if not self._names_region(j):
                    # «облыс әкімі»: what stands before the region belongs to another phrase.
                    return Span(j + 1, None, (), None, tuple(reversed(words)))
            elif j == nearest and self.owners.stands_for(j):
                return self.owners.common(j, token.nominal.lemma, words)
            elif not self._modifies(j, head, purpose, words):
                if not purpose and (reading := self.owners.organ(j, start, words)) is not None:
                    return reading
                common = self.owners.common_body(j)
                if common:
                    return self.owners.common(j, common, words)
                break
            words.append(j)
            j -= 1
        return Span(j + 1, None, (), None, tuple(reversed(words)))

    def _another(self, j: int, start: int) -> bool:
        """«елшісі әрі … жанындағы өкілі»: the office before the conjunction at `j` is another of the same person."""
        before = self.doc.tokens[j - 1]
        return j > start and j - 1 not in self.at and self.offices.is_head(before) and before.nominal.person == 3

    def _skipped(self, j: int) -> int | None:
        """The token before what stands between a title and its body without being of it: quotes, brackets, «сол кездегі»."""
        token = self.doc.tokens[j]
        if token.text.isupper() and self.organs.is_organ(j):
            # «KEGOC» АҚ
            return self.owners.name_before(j - 1)
        return self.owners.name_before(j) if token.kind != "word" else self.organs.passing(j)

    def _all_posts(self, first: int, start: int) -> int:
        """Where the countries begin to which an envoy is accredited at once: «Швеция, Дания және Исландиядағы елші»."""
        link = first - 1
        conjunctions = lexicon.word_list("conjunction")
        while link > start and link - 1 in self.at:
            before = self.doc.phrases[self.at[link - 1]]
            token = self.doc.tokens[link]
            joined = token.lower in conjunctions or (token.text == "," and link != first - 1)
            if not joined or before.kind != "country" or before.case != "nom" or before.attributive:
                break
            if token.text == "," and self.doc.tokens[first - 1].lower not in conjunctions:
                break
            link = before.first - 1
        return link + 1 if link < first - 1 else first

    def _names_region(self, j: int) -> bool:
        """«Балқан уәлаятының әкімі»: the name of a region that no table knows."""
        token = self.doc.tokens[j]
        return token.kind == "word" and token.capital and token.nominal.case in {"nom", "gen"} and not token.nominal.plural

    def _town(self, j: int) -> bool:
        """«облыс әкімі», «Түмен облысының губернаторы»: the common noun of a region."""
        token = self.doc.tokens[j]
        return token.nominal.lemma in lexicon.word_list("region") and token.nominal.case in {"nom", "gen"}

    def _governs(self, head: int) -> bool:
        """Whether the office is that of a region or a town, whose name the title keeps."""
        token = self.doc.tokens[head]
        offices = lexicon.offices().get(token.nominal.lemma, ())
        if token.nominal.lemma == lexicon.DEPUTY:
            return head > 0 and self._governs(head - 1)
        return any(office.kind == "governor" for office in offices)

    def _field(self, j: int, start: int) -> int:
        """How many words of a ministry's field end at `j`."""
        for words in lexicon.fields_by_end().get(self.doc.tokens[j].lower, ()):
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

    def _of_field(self, j: int, head: int, words: list[int]) -> bool:
        """«шетелдегі азаматтар істері министрі»: words of a ministry's field that no table knows."""
        nominal = self.doc.tokens[j].nominal
        if nominal.case != "nom" or self.doc.tokens[head].nominal.lemma not in lexicon.word_list("ministerial"):
            return False
        if self.offices.is_head(self.doc.tokens[j]) or nominal.lemma in lexicon.organization_heads():
            return False
        after = self.doc.tokens[words[-1]] if words else None
        if nominal.person == 3:
            return after is None or after.text == "," or after.lower in lexicon.word_list("conjunction")
        return nominal.plural and after is not None and after.nominal.person == 3

    def _modifies(self, j: int, head: int, purpose: bool, words: list[int]) -> bool:
        """Whether the word at `j` belongs to the title whose `words` follow it."""
        token = self.doc.tokens[j]
        lower = token.lower
        if lower in lexicon.word_list("title_modifier"):
            return True
        if lower in lexicon.word_list("not_title") or lower in lexicon.word_list("pronoun_singular"):
            return False
        if token.nominal.attributive and token.nominal.case == "loc":
            # «Вашингтондағы елші», but not «қасындағы елші»: where somebody just is, is no word of the office.
            named = token.capital and j > self.doc.sentences[token.sentence][0]
            return named or token.nominal.lemma in lexicon.word_list("title_place") | lexicon.word_list("region")
        if purpose:
            owner = token.nominal.case == "gen" and token.nominal.lemma in lexicon.organization_heads()
            return token.nominal.case in {"nom", "gen"} and not owner and not _verbal(lower)
        if lower == "және":
            return bool(words) and (j - 1) not in self.at and self.doc.tokens[j - 1].kind == "word"
        if self._of_field(j, head, words):
            return True
        if _verbal(lower) or token.nominal.case != "nom" or token.nominal.plural:
            return token.nominal.case == "gen" and token.nominal.lemma in lexicon.word_list("title_owner")
        head_token = self.doc.tokens[head]
        return head_token.nominal.person == 3 and token.nominal.person == 0 and len(words) < 4


def _verbal(lower: str) -> bool:
    return verbs.ends_clause(lower) or verbs.is_participle(lower)
