"""Offices: «Қазақстан Республикасының Сыртқы істер министрі», «Премьер-Министрдің орынбасары», «елші».

Enters: a Document with phrases. Leaves: its titles, each with the body it belongs to and the persons who bear it.
A title is read from its head noun to the left, as Kazakh builds it: modifiers first, the possessor before them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from kg.language.document import Document, Phrase, Title, Token
from kg.language.kk import lexicon, verbs
from kg.language.kk.bearers import with_bearers
from kg.language.kk.morphology import analyse, case_readings
from kg.language.kk.organs import OrganReader
from kg.language.kk.shapes import NO_BODIES, STATE
from kg.language.kk.title_words import wording
from kg.language.kk.told_titles import with_told

MAX_LEFT = 14
MAX_DEPTH = 4
QUOTES = frozenset('«»“”"„')
FORMER = "экс-"


def find(doc: Document) -> None:
    """Fills `doc.titles`, widens no phrase."""
    doc.titles = with_told(doc, with_bearers(doc, TitleFinder(doc).find()))


@dataclass(slots=True)
class _Reading:
    """From which token a title begins, its body, and the tokens of its own words before the head."""

    first: int
    body: int | None = None
    bodies: tuple[int, ...] = ()
    common_body: str | None = None
    words: tuple[int, ...] = ()
    organ: bool = False


class TitleFinder:
    """Reads the titles of one document; `at` gives the phrase that covers a token."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.at: dict[int, int] = {}
        for number, phrase in enumerate(doc.phrases):
            for i in range(phrase.first, phrase.last + 1):
                self.at[i] = number
        self.organs = OrganReader(doc, self.at)

    def find(self) -> list[Title]:
        """All titles in the order of the text, without their bearers."""
        found: list[Title] = []
        inner: set[int] = set()
        for i in reversed(range(len(self.doc.tokens))):
            token = self.doc.tokens[i]
            if i in inner or i in self.at or token.kind != "word":
                continue
            acting = self._acting(i)
            head = i if acting is None else acting
            office = self._office(head)
            if office is None:
                continue
            reading = self._left(head, self._own(head, office))
            inner.update(range(reading.first, i))
            found.append(self._title(i, head, office, reading))
        found.reverse()
        return self._joined(found)

    def _acting(self, i: int) -> int | None:
        """«министрдің міндетін уақытша атқарушы»: the office whose duties somebody fulfils."""
        if self.doc.tokens[i].nominal.lemma not in lexicon.word_list("acting"):
            return None
        k = i - 1
        while k > 0 and self.doc.tokens[k].lower in lexicon.word_list("acting_manner"):
            k -= 1
        if k > 0 and self.doc.tokens[k].lower in lexicon.word_list("acting_duty") and k - 1 not in self.at:
            return k - 1 if self._office(k - 1) is not None else None
        return None

    def _office(self, i: int) -> lexicon.Office | None:
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

    def _edge(self, i: int) -> bool:
        """A comma or conjunction at which a title cannot begin."""
        token = self.doc.tokens[i]
        return token.text == "," or token.lower in lexicon.word_list("conjunction")

    def _body_word(self, i: int) -> bool:
        """Whether a word before a head noun stands for a body rather than being part of the office («бас штаб бастығы»)."""
        lemma = self.doc.tokens[i].nominal.lemma
        if lemma not in lexicon.organization_heads() or lemma == "үкімет":
            return False
        return i in self.at or lemma not in lexicon.word_list("title_organ")

    def _own(self, head: int, office: lexicon.Office | None) -> int:
        """How many words before the head the office takes, none where a name takes them: «Жетісу облысының әкімі»."""
        size = len(office.lemma.split()) - 1 if office is not None else 0
        number = self.at.get(head - 1)
        return 0 if size and number is not None and self.doc.phrases[number].first < head - size else size

    def _is_head(self, token: Token) -> bool:
        return token.nominal.lemma in lexicon.offices() or token.lower in lexicon.offices()

    def _title(self, last: int, head: int, office: lexicon.Office, reading: _Reading) -> Title:
        """The title whose head noun is at `head`; it reaches to `last` where somebody is only acting."""
        token = self.doc.tokens[last]
        lemma = self.doc.tokens[head].nominal.lemma
        indexes = (*reading.words, *range(head, last + 1))
        heads = frozenset(i for i in indexes if self._is_head(self.doc.tokens[i]) or self.organs.is_organ(i))
        words = office.lemma.split()
        plain = words[-1] if len(words) > 1 and last == head and self._own(head, office) else ""
        first = reading.first
        while reading.body is None and first < head and self._edge(first):
            first += 1
        return Title(
            first,
            last,
            wording(self.doc, indexes, heads, plain),
            lemma if lemma in lexicon.offices() else self.doc.tokens[head].lower,
            office.kind,
            token.nominal.case,
            token.nominal.plural,
            token.nominal.person == 3,
            office.bare,
            reading.body,
            reading.bodies,
            reading.common_body,
            person=token.nominal.person,
            organ=reading.organ,
            rank=bool({lemma, office.lemma} & lexicon.word_list("rank")),
        )

    def _left(self, head: int, own: int = 0, depth: int = 0) -> _Reading:
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
                if self._is_body(phrase, head, j, nearest, purpose):
                    organ = self.organs.named(number) if not purpose else None
                    if organ is not None:
                        return _Reading(
                            doc.phrases[organ.body].first,
                            organ.body,
                            (organ.body,),
                            None,
                            (*range(organ.first, j + 1), *reversed(words)),
                            organ.body == number,
                        )
                    return self._with_bodies(phrase.first, number, tuple(reversed(words)))
                region = phrase.kind == "place" and phrase.case in {"nom", "gen"} and self._governs(head)
                if region or ((phrase.attributive or purpose) and phrase.kind in {"country", "place", "organization"}):
                    words += reversed(range(phrase.first, phrase.last + 1))
                    j = phrase.first - 1
                    continue
                break
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
                if j == nearest and (k := self._name_before(j)) is not None:
                    j = nearest = k
                    continue
                break
            lower = token.lower
            if j == nearest and token.text.isupper() and self.organs.is_organ(j) and (k := self._name_before(j - 1)) is not None:
                # «KEGOC» АҚ
                j = nearest = k
                continue
            if lower in lexicon.word_list("title_linker"):
                purpose = True
            elif self._is_head(token) and token.nominal.case == "gen":
                if depth == MAX_DEPTH:
                    break
                office = self._office(j)
                inner = self._left(j, self._own(j, office), depth=depth + 1)
                return replace(inner, words=(*inner.words, j, *reversed(words)))
            elif j == nearest and (passed := self.organs.passing(j)) is not None:
                # «кеңсенің сол кездегі басшысы»
                j = nearest = passed
                continue
            elif self._town(j) and self._governs(head):
                words.append(j)
                if j - 1 not in self.at:
                    # «облыс әкімі»: what stands before the region belongs to another phrase.
                    return _Reading(j, None, (), None, tuple(reversed(words)))
                j -= 1
                continue
            elif j == nearest and self._stands_for(j):
                return self._common(j, token.nominal.lemma, words)
            elif not self._modifies(j, head, purpose, words):
                if not purpose and (reading := self._organ(j, start, words)) is not None:
                    return reading
                common = self._common_body(j)
                if common:
                    return self._common(j, common, words)
                break
            words.append(j)
            j -= 1
        return _Reading(j + 1, None, (), None, tuple(reversed(words)))

    def _organ(self, j: int, start: int, words: list[int]) -> _Reading | None:
        """«Сенаттың Халықаралық істер, қорғаныс және қауіпсіздік комитетінің …»: an organ that is no name, and its body."""
        found = self.organs.described(j, start)
        if found is None:
            return None
        own = (*found.words, *reversed(words))
        if found.body is None:
            return _Reading(found.words[0], None, (), None, own)
        if self.doc.phrases[found.body].kind == "country":
            return self._with_bodies(self.doc.phrases[found.body].first, found.body, own)
        return _Reading(self.doc.phrases[found.body].first, found.body, (found.body,), None, own)

    def _town(self, j: int) -> bool:
        """«облыс әкімі», «Түмен облысының губернаторы»: the common noun of a region."""
        token = self.doc.tokens[j]
        return token.nominal.lemma in lexicon.word_list("region") and token.nominal.case in {"nom", "gen"}

    def _stands_for(self, j: int) -> bool:
        """«ведомство өкілі», «Дума төрағасы»: a common noun in the nominative that stands for a body named before."""
        nominal = self.doc.tokens[j].nominal
        heads = lexicon.organization_heads()
        if nominal.case != "nom" or nominal.person or nominal.plural or nominal.lemma not in heads:
            return False
        if heads[nominal.lemma][0] in NO_BODIES:
            return False
        return nominal.lemma not in lexicon.word_list("title_organ") | lexicon.word_list("bare_organ")

    def _governs(self, head: int) -> bool:
        """Whether the office is that of a region or a town, whose name the title keeps."""
        token = self.doc.tokens[head]
        offices = lexicon.offices().get(token.nominal.lemma, ())
        if token.nominal.lemma == lexicon.DEPUTY:
            return head > 0 and self._governs(head - 1)
        return any(office.kind == "governor" for office in offices)

    def _common(self, j: int, common: str, words: list[int]) -> _Reading:
        """«Қазақстан Үкіметінің басшысы»: a common noun for the body, and the country before it."""
        plural = self.doc.tokens[j].nominal.plural
        owner = self.at.get(j - 1 - (plural and j > 0 and self.doc.tokens[j - 1].text in QUOTES))
        if plural and owner is not None and self.doc.phrases[owner].kind == "organization":
            listed = tuple(self._listed(owner))
            return _Reading(self.doc.phrases[listed[0]].first, owner, listed, None, tuple(reversed(words)))
        owner = self.at.get(self._quoted_before(j))
        if (
            owner is not None
            and self.doc.phrases[owner].kind in {"country", "organization"}
            and self.doc.phrases[owner].case in {"nom", "gen"}
        ):
            named = (*([j] if common in lexicon.word_list("bare_organ") else []), *reversed(words))
            return _Reading(self.doc.phrases[owner].first, owner, (owner,), None, named)
        return _Reading(j, None, (), common, tuple(reversed(words)))

    def _name_before(self, j: int) -> int | None:
        """The end of the name before a closing quote, or before an abbreviation in brackets that ends at `j`."""
        if self.doc.tokens[j].text == ")":
            return self.organs.before_bracket(j)
        number = self.at.get(j - 1)
        quoted = self.doc.tokens[j].text in QUOTES and number is not None and self.doc.phrases[number].kind == "organization"
        return j - 1 if quoted else None

    def _quoted_before(self, j: int) -> int:
        """«Х» кәсіпкерлер палатасының: where the quoted name before the common noun at `j` ends, else the token before it."""
        k = j - 1
        while k > j - 4 and k not in self.at and self.doc.tokens[k].kind == "word" and not self.doc.tokens[k].capital:
            k -= 1
        return k - 1 if k > 0 and self.doc.tokens[k].text in {"»", "”"} else j - 1

    def _is_body(self, phrase: Phrase, head: int, j: int, nearest: int, purpose: bool) -> bool:
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

    def _with_bodies(self, first: int, number: int, words: tuple[int, ...]) -> _Reading:
        """«Қазақстан, Ресей және Беларусь президенттері»: the bodies of a title in the plural."""
        doc = self.doc
        numbers = self._listed(number)
        # Bodies share a title where a common noun in the plural sums them up: «А және Б компанияларының басшылары».
        if doc.phrases[number].kind == "organization" and not doc.tokens[doc.phrases[number].last].nominal.plural:
            numbers = [number]
        first = self._begins(number) if len(numbers) == 1 else min(first, doc.phrases[numbers[0]].first)
        return _Reading(first, number, tuple(numbers), None, words)

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

    def _modifies(self, j: int, head: int, purpose: bool, words: list[int]) -> bool:
        token = self.doc.tokens[j]
        lower = token.lower
        if lower in lexicon.word_list("title_modifier"):
            return True
        if lower in lexicon.word_list("not_title") or lower in lexicon.word_list("pronoun_singular"):
            return False
        if token.nominal.attributive and token.nominal.case == "loc":
            return token.nominal.lemma not in lexicon.word_list("time_noun")
        if purpose:
            owner = token.nominal.case == "gen" and token.nominal.lemma in lexicon.organization_heads()
            return token.nominal.case in {"nom", "gen"} and not owner and not _verbal(lower)
        if lower == "және":
            return bool(words) and (j - 1) not in self.at and self.doc.tokens[j - 1].kind == "word"
        if _verbal(lower) or token.nominal.case != "nom" or token.nominal.plural:
            return token.nominal.case == "gen" and token.nominal.lemma in lexicon.word_list("title_owner")
        head_token = self.doc.tokens[head]
        return head_token.nominal.person == 3 and token.nominal.person == 0 and len(words) < 4

    def _common_body(self, j: int) -> str | None:
        token = self.doc.tokens[j]
        if token.nominal.case == "gen" and (
            token.nominal.lemma in lexicon.organization_heads() or token.nominal.lemma in lexicon.word_list("country_noun")
        ):
            return token.nominal.lemma
        return None

    def _joined(self, titles: list[Title]) -> list[Title]:
        """«Премьер-Министрдің орынбасары – Сыртқы істер министрі»: two titles that a dash makes one."""
        joined: list[Title] = []
        for title in titles:
            previous = joined[-1] if joined else None
            between = self.doc.tokens[previous.last + 1 : title.first] if previous else []
            dash = len(between) == 1 and between[0].kind == "dash"
            if previous and dash and previous.case == "nom" and self._one(previous, title):
                joined[-1] = self._whole(previous, title)
            else:
                joined.append(title)
        return joined

    def _one(self, previous: Title, title: Title) -> bool:
        """Whether two titles beside a dash are one: neither explains a name before it, and one person or country has both."""
        tokens = self.doc.tokens
        before = self.at.get(previous.first - 2)
        person = before is not None and self.doc.phrases[before].kind == "person"
        if person and tokens[previous.first - 1].kind == "dash":
            return False
        if previous.lemma in lexicon.word_list("no_office") or not self._joins(title):
            return False
        following = self.at.get(title.last + 1)
        if following is not None and self.doc.phrases[following].kind == "person":
            return True
        return previous.kind not in {"head_of_state", "head_of_government"} and not (previous.bodies and title.bodies)

    def _joins(self, title: Title) -> bool:
        """Whether the second of two titles may be one with the first: it is of no body of its own, or of one of the state."""
        if not title.bodies:
            return True
        body = self.doc.phrases[title.bodies[0]]
        return body.kind != "organization" or body.subtype in STATE | {"state_body", "council", "committee"}

    def _state(self, title: Title) -> bool:
        """Whether a title is of a country, or of none that is named."""
        return not title.bodies or self.doc.phrases[title.bodies[0]].kind == "country"

    def _whole(self, previous: Title, title: Title) -> Title:
        """The two titles as one; a body that only the second has is part of its words, since the first is of another."""
        second = title.title
        if title.bodies and self.doc.phrases[title.bodies[0]].kind == "organization" and self._state(previous):
            indexes = range(title.first, title.last + 1)
            heads = frozenset(i for i in indexes if self._is_head(self.doc.tokens[i]) or self.organs.is_organ(i))
            second = wording(self.doc, indexes, heads)
            title = replace(title, body=None, bodies=())
        return replace(
            title,
            first=previous.first,
            title=f"{previous.title} – {second}",
            body=title.body if previous.body is None else previous.body,
            bodies=previous.bodies or title.bodies,
            common_body=previous.common_body or title.common_body,
        )


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


def _verbal(lower: str) -> bool:
    return verbs.ends_clause(lower) or verbs.is_participle(lower)
