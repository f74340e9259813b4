"""Who and what is named: countries, organizations, places, persons, demonyms, pronouns.

Enters: a Document with tokens. Leaves: its phrases, in order, without overlap. Tables come first, then shapes:
a name that is in no table is known by its capitals, its initials, the nouns and titles around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.language import ner
from kg.language.document import Document, Phrase, Token
from kg.language.kk import lexicon
from kg.language.kk.morphology import case_readings, known
from kg.language.ner import Tagger

MAX_NAME = 5
STATE = frozenset({"ministry", "mission", "parliament", "government", "agency", "court", "bank", "administration", "office"})
ARTICLE = re.compile(r"[а-яәіөүұ]{2,3}-[А-ЯӘ]")
ROMAN = re.compile(r"[IVXLІХ]+")
RELATIVE = re.compile(r"[лдт][ыі][қк]$")
ADJECTIVE = re.compile(r"([лдт][ыі][қк]|[лдт][ыі]|ғары|ғарғы|[ғгқк][ае]н|стан)$")
PARTICIPLE = re.compile(r"(ған|ген|қан|кен|атын|етін|йтын|йтін)$")
NO_BODIES = frozenset({"delegation", "programme", "bloc", "movement", "forum", "building", "press_service", "media", "group"})


def find(doc: Document, tagger: Tagger | None = None) -> None:
    """Fills `doc.phrases`; a tagger adds the names that tables and rules missed."""
    taken: dict[int, Phrase] = {}
    for finder in (_from_tables, _quoted_organizations, _headed_organizations, _abbreviations, _latin_names):
        for phrase in finder(doc, taken):
            covered = {taken[i] for i in range(phrase.first, phrase.last + 1) if i in taken}
            if all(p.kind == "place" and p.first >= phrase.first and p.last < phrase.last for p in covered):
                taken.update(dict.fromkeys(range(phrase.first, phrase.last + 1), phrase))
    for phrase in PersonFinder(doc, taken).find():
        taken.update(dict.fromkeys(range(phrase.first, phrase.last + 1), phrase))
    for phrase in _tagged(doc, taken, tagger) if tagger is not None else ():
        taken.update(dict.fromkeys(range(phrase.first, phrase.last + 1), phrase))
    for phrase in _small_words(doc, taken):
        taken.update(dict.fromkeys(range(phrase.first, phrase.last + 1), phrase))
    unique = {(p.first, p.last): p for p in taken.values()}
    doc.phrases = [unique[key] for key in sorted(unique)]


def surface(doc: Document, first: int, last: int, length: int | None = None) -> str:
    """The words as written, the last cut to `length` letters."""
    start = doc.tokens[first].start
    end = doc.tokens[last].start + length if length is not None else doc.tokens[last].end
    return " ".join(doc.article.text[start:end].split())


def _inside_quotes(doc: Document, first: int, last: int) -> bool:
    tokens = doc.tokens
    before = first > 0 and tokens[first - 1].text in '«“„"'
    after = last + 1 < len(tokens) and tokens[last + 1].text in '»”"'
    return before and after


def _from_tables(doc: Document, _taken: dict[int, Phrase]) -> Iterator[Phrase]:
    skip_to = 0
    for i, token in enumerate(doc.tokens):
        if i < skip_to or token.kind not in {"word", "initial"} or not (token.capital or token.text[0].isdigit()):
            continue
        found = _longest(doc, i)
        if found is not None:
            yield found
            skip_to = found.last + 1


def _longest(doc: Document, i: int) -> Phrase | None:
    token = doc.tokens[i]
    table = lexicon.gazetteer()
    keys = {token.lower} | {token.lower[:length] for length, *_ in case_readings(token.text)}
    best: Phrase | None = None
    for key in keys:
        for entry in table.get(key, ()):
            phrase = _match(doc, i, entry)
            if phrase and (best is None or (phrase.last, phrase.case == "nom") > (best.last, best.case == "nom")):
                best = phrase
    return best


def _match(doc: Document, i: int, entry: lexicon.Entry) -> Phrase | None:
    size = len(entry.words)
    last = i + size - 1
    if last >= len(doc.tokens) or doc.tokens[last].sentence != doc.tokens[i].sentence:
        return None
    for offset in range(size - 1):
        if doc.tokens[i + offset].lower != entry.words[offset]:
            return None
    token = doc.tokens[last]
    wanted = entry.words[-1]
    if entry.kind == "person" and size == 1 and (_capital_beside(doc, i - 1) or _capital_beside(doc, i + 1)):
        return None
    short = size == 1 and len(wanted) <= 3
    if short and not token.text[: len(wanted)].isupper() and entry.main.isupper():
        return None
    for length, case, attributive, _ in case_readings(token.text):
        if token.lower[:length] == wanted:
            name = surface(doc, i, last, length)
            return Phrase(
                entry.kind,
                i,
                last,
                name,
                case,
                entry.key or None,
                attributive=attributive,
                quoted=_inside_quotes(doc, i, last),
                subtype=entry.subtype,
            )
    return None


def _capital_beside(doc: Document, i: int) -> bool:
    return 0 <= i < len(doc.tokens) and doc.tokens[i].capital and doc.tokens[i].kind in {"word", "initial"}


def head_of(token: Token) -> tuple[str, bool] | None:
    """Type of the organization that a head noun names, and whether it may stand alone."""
    if token.kind != "word":
        return None
    heads = lexicon.organization_heads()
    lemma = token.nominal.lemma
    return heads.get(lemma) or heads.get(token.lower)


def nominative(token: Token, possessed: bool) -> tuple[int, str, bool]:
    """Length of the nominative, case and attributive of a head noun, its possessor's ending kept."""
    case = token.nominal.case
    rows = [row for row in case_readings(token.text, False) if row[1] == case and row[2] == token.nominal.attributive]
    if possessed:
        rows = [row for row in rows if row[3] or case == "nom"] or rows
    return rows[0][:3] if rows else (len(token.text), "nom", False)


def _quoted_organizations(doc: Document, taken: dict[int, Phrase]) -> Iterator[Phrase]:
    """«Х» компаниясы: the quoted name and, within three words, a head noun in the possessed form."""
    tokens = doc.tokens
    for i, token in enumerate(tokens):
        if token.text not in {"«", "“", "„"}:
            continue
        close = next((j for j in range(i + 2, min(i + 9, len(tokens))) if tokens[j].text in {"»", "”", "“"}), None)
        if (
            close is None
            or tokens[close].sentence != token.sentence
            or any(t.kind == "dash" and t.text != "-" for t in tokens[i:close])
        ):
            continue
        for j in range(close + 1, min(close + 5, len(tokens))):
            if tokens[j].kind != "word" or j in taken:
                break
            head = head_of(tokens[j])
            if head and tokens[j].nominal.person == 3 and head[0] not in NO_BODIES:
                length, case, attributive = nominative(tokens[j], True)
                inner = doc.article.text[tokens[i + 1].start : tokens[close - 1].end]
                yield Phrase(
                    "organization",
                    i,
                    j,
                    " ".join(inner.split()),
                    case,
                    None,
                    attributive=attributive,
                    quoted=True,
                    subtype=head[0],
                    whole=surface(doc, i, j, length),
                )
                break
            if tokens[j].nominal.case != "nom":
                break


def _headed_organizations(doc: Document, taken: dict[int, Phrase]) -> Iterator[Phrase]:
    """Capitalised modifiers before a head noun: «Сыртқы істер министрлігі», «Цукуба университеті», «Tesla компаниясы»."""
    # From the right, so that «Консулдық қызмет департаменті» is one name and not the consulate that it begins with.
    for i in reversed(range(len(doc.tokens))):
        token = doc.tokens[i]
        head = head_of(token)
        if head is None or i in taken or head[0] in NO_BODIES:
            continue
        if token.nominal.lemma in lexicon.word_list("no_head"):
            continue
        if i and doc.tokens[i - 1].lower in lexicon.word_list("organ_modifier"):
            continue
        first = _left_edge(doc, i, taken)
        words = doc.tokens[first : i + 1]
        owned = (
            first - 1 in taken
            and taken[first - 1].kind == "country"
            and taken[first - 1].case in {"nom", "gen"}
            and not taken[first - 1].attributive
        )
        capital = any(t.capital and t.kind == "word" for t in words[:-1]) or (token.capital and not _starts_sentence(doc, i))
        if (
            first == i
            and not (owned and head[0] in STATE and token.nominal.person == 3)
            and not (head[1] and head[0] in STATE and token.capital and not _starts_sentence(doc, i))
        ):
            continue
        if not capital and not owned and head[0] not in {"ministry", "mission", "parliament"}:
            continue
        length, case, attributive = nominative(token, True)
        if token.nominal.plural or (head[0] == "company" and token.nominal.person != 3 and not words[0].text.isascii()):
            continue
        name = surface(doc, first, i, length)
        yield Phrase(
            "organization",
            first,
            i,
            name,
            case,
            None,
            attributive=attributive,
            subtype=head[0],
            possessed=token.nominal.person == 3,
        )


def _personal(token: Token) -> bool:
    """Whether a capitalised word looks like part of a person's name."""
    return (
        token.lower in lexicon.given_names()
        or token.lower in lexicon.person_words()
        or (len(token.lower) > 4 and token.lower.endswith(lexicon.surname_suffixes()))
    )


def _starts_sentence(doc: Document, i: int) -> bool:
    first = doc.sentences[doc.tokens[i].sentence][0]
    return all(t.kind in {"mark", "dash", "other"} for t in doc.tokens[first:i])


def _left_edge(doc: Document, i: int, taken: dict[int, Phrase]) -> int:
    """First token of the name that the head noun at `i` ends."""
    tokens = doc.tokens
    start = doc.sentences[tokens[i].sentence][0]
    head = head_of(tokens[i])
    for words in lexicon.ministry_fields() if head and head[0] == "ministry" else ():
        a = i - len(words)
        if a >= start and tuple(t.lower for t in tokens[a:i]) == words:
            return a
    edge = i
    for j in range(i - 1, max(start, i - 8) - 1, -1):
        token = tokens[j]
        if j in taken:
            phrase = taken[j]
            if (
                phrase.kind in {"country", "place", "organization"}
                and phrase.case in {"nom", "gen"}
                and phrase.last == j
                and edge == i
            ):
                if phrase.kind == "place":
                    if tokens[i].nominal.person != 3:
                        return edge
                    # «Цукуба университеті», «Түмен облысының Үкіметі»: the name takes its town along.
                    return phrase.first if phrase.case == "nom" or doc.tokens[phrase.last].nominal.person == 3 else edge
                return edge
            if phrase.kind == "place" and phrase.case == "nom" and phrase.last == j:
                edge = phrase.first
            break
        if token.kind == "initial" or token.kind != "word" or (edge < i and token.nominal.person == 3 and head_of(token)):
            break
        if (
            token.capital
            and _personal(token)
            and not (j + 1 < i and tokens[j + 1].lower == "атындағы")
            and (edge - j > 1 or tokens[j - 1].kind == "initial" or (j > start and _personal(tokens[j - 1])))
        ):
            break
        if (
            token.capital
            and edge == i
            and tokens[i].nominal.person != 3
            and not (ADJECTIVE.search(token.lower) or token.text.isascii())
        ):
            break
        if token.capital and not (_starts_sentence(doc, j) and known(token.lower) > 2):
            if token.nominal.case not in {"nom", "gen"} and not known(token.lower):
                break
            edge = j
            continue
        if (
            token.lower in {"және", "істер", "мен"}
            and j - 1 >= start
            and (tokens[j - 1].capital or tokens[j - 1].lower == "сыртқы")
        ):
            continue
        if PARTICIPLE.search(token.lower) or (
            j > start and tokens[j - 1].capital and _personal(tokens[j - 1]) and token.lower != "атындағы"
        ):
            break
        lexical = token.nominal.case in {"nom", "gen"} and token.nominal.person in {0, 3} and not token.capital
        capital_before = any(
            tokens[k].capital and tokens[k].kind == "word" and k not in taken for k in range(max(start, j - 3), j)
        )
        if not (lexical and capital_before) or token.lower in lexicon.word_list("not_a_name") or (edge == i and i - j > 4):
            break
    return edge


def _abbreviations(doc: Document, taken: dict[int, Phrase]) -> Iterator[Phrase]:
    """Unknown words in capitals («СІМ», «ҰҚШҰ-ның») name bodies."""
    for i, token in enumerate(doc.tokens):
        if i in taken or token.kind != "word" or token.lower.split("-")[0] in lexicon.word_list("not_a_body"):
            continue
        stem = token.text.split("-")[0]
        if not (2 <= len(stem) <= 8 and stem.isupper() and stem.isalpha()) or ROMAN.fullmatch(stem):
            continue
        sentence = doc.sentences[token.sentence]
        if all(t.text.isupper() or t.kind != "word" for t in doc.tokens[sentence[0] : sentence[1]]):
            continue
        rows = case_readings(token.text)
        _length, case, attributive, _ = rows[0]
        yield Phrase("organization", i, i, stem, case, None, attributive=attributive, subtype="abbreviation")


def _latin_names(doc: Document, taken: dict[int, Phrase]) -> Iterator[Phrase]:
    """«Air Astana», «Boeing»: capitalised words in Latin letters name companies, unless they are a title in quotes."""
    i = 0
    while i < len(doc.tokens):
        if not _latin(doc, i, taken):
            i += 1
            continue
        j = i
        while j + 1 < len(doc.tokens) and _latin(doc, j + 1, taken):
            j += 1
        last = doc.tokens[j]
        stem = last.text.split("-")[0] if not last.text.isascii() else last.text
        case, attributive = (case_readings(last.text)[0][1:3]) if stem != last.text else ("nom", False)
        name = surface(doc, i, j, len(stem) if stem != last.text else None)
        if len(name) > 2 and not ROMAN.fullmatch(name) and not _inside_quotes(doc, i, j):
            yield Phrase("organization", i, j, name, case, None, attributive=attributive, subtype="latin")
        i = j + 1


def _latin(doc: Document, i: int, taken: dict[int, Phrase]) -> bool:
    token = doc.tokens[i]
    if i in taken or token.kind != "word" or token.start < doc.body or "." in token.text:
        return False
    stem = token.text.split("-")[0]
    return (
        stem.isascii()
        and stem.isalpha()
        and any(letter.isupper() for letter in stem)
        and stem.lower() not in lexicon.word_list("not_a_body")
    )


def _tagged(doc: Document, taken: dict[int, Phrase], tagger: Tagger) -> Iterator[Phrase]:
    """Names of the tagger where nothing else was found, their last word in the nominative."""
    finder = PersonFinder(doc, taken)
    for first, last, kind, confidence in ner.names(doc, tagger):
        if any(i in taken for i in range(first, last + 1)) or doc.tokens[last].kind != "word":
            continue
        if kind == "person":
            length, case, attributive = finder.strip(doc.tokens[last])
        else:
            length, case, attributive = nominative(doc.tokens[last], doc.tokens[last].nominal.person == 3)
        several = "full" if last > first else "surname"
        subtype = several if kind == "person" else "tagged"
        yield Phrase(
            kind,
            first,
            last,
            surface(doc, first, last, length),
            case,
            None,
            attributive=attributive,
            subtype=subtype,
            tagger=confidence,
        )


def _small_words(doc: Document, taken: dict[int, Phrase]) -> Iterator[Phrase]:
    demonyms = lexicon.demonyms()
    for i, token in enumerate(doc.tokens):
        if i in taken or token.kind != "word":
            continue
        lemma = token.lower if token.lower in demonyms else token.nominal.lemma
        if lemma in demonyms:
            yield Phrase("demonym", i, i, lemma, token.nominal.case, demonyms[lemma], token.nominal.plural)
        elif token.lower in lexicon.word_list("pronoun_singular"):
            yield Phrase("pronoun", i, i, "ол", PRONOUN_CASE.get(token.lower, token.nominal.case))
        elif token.lower in lexicon.word_list("pronoun_plural"):
            yield Phrase("pronoun", i, i, "олар", PLURAL_CASE.get(token.lower, token.nominal.case), plural=True)


PRONOUN_CASE = {"ол": "nom", "оны": "acc", "оған": "dat", "онымен": "ins", "одан": "abl", "оның": "gen", "онда": "loc"}
PLURAL_CASE = {
    "олар": "nom",
    "оларды": "acc",
    "оларға": "dat",
    "олармен": "ins",
    "олардан": "abl",
    "олардың": "gen",
    "екеуі": "nom",
    "екеуін": "acc",
    "екеуіне": "dat",
    "екеуінің": "gen",
    "екеуімен": "ins",
}


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
        if not _starts_sentence(self.doc, i):
            return True
        if token.lower in lexicon.given_names() or token.lower in lexicon.person_words():
            return True
        common = known(token.lower) >= 1 or known(token.nominal.lemma) >= 2
        return not common or self._mid_sentence(token)

    def _mid_sentence(self, token: Token) -> bool:
        """Whether the same capitalised word stands inside another sentence too."""
        stem = token.lower[: max(4, len(token.lower) - 3)]
        return any(
            t.capital and t.lower.startswith(stem) and not _starts_sentence(self.doc, i)
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
            inner = not _starts_sentence(self.doc, first)
            following = tokens[last + 1].lower if last + 1 < len(tokens) else ""
            if following in {"туралы", "жөніндегі"} or ((case == "nom" and RELATIVE.search(stem)) and not titled):
                return None, False
            if titled or honoured or (suffix and inner and not _inside_quotes(self.doc, first, last)):
                return phrase, True
            return phrase, False
        if given or titled or honoured or initials or suffix or stem in lexicon.person_words():
            return phrase, True
        if _inside_quotes(self.doc, first, last) or words[0].text.isascii():
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
