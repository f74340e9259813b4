"""Who and what is named: countries, organizations, places, persons, demonyms, pronouns.

Enters: a Document with tokens. Leaves: its phrases, in order, without overlap. Tables come first, then shapes:
a name that is in no table is known by its capitals, its initials, the nouns and titles around it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.language import ner
from kg.language.document import Document, Phrase
from kg.language.kk import lexicon
from kg.language.kk.headed import headed
from kg.language.kk.morphology import case_readings, known, split_ending
from kg.language.kk.organizations import abbreviations, introduced, latin_names, outlets, quoted
from kg.language.kk.persons import PersonFinder
from kg.language.kk.shapes import capital_beside, head_of, inside_quotes, is_office, nominative, personal, surface
from kg.language.ner import Tagger


def find(doc: Document, tagger: Tagger | None = None) -> None:
    """Fills `doc.phrases`; a tagger adds the names that tables and rules missed."""
    taken: dict[int, Phrase] = {}
    for finder in (_from_tables, outlets, quoted, headed, latin_names, abbreviations):
        for phrase in finder(doc, taken):
            covered = {taken[i] for i in range(phrase.first, phrase.last + 1) if i in taken}
            if len(covered) == 1 and (known := _with_head(next(iter(covered)), phrase)) is not None:
                taken.update(dict.fromkeys(range(known.first, known.last + 1), known))
            elif all(_inside(p, phrase) for p in covered):
                taken.update(dict.fromkeys(range(phrase.first, phrase.last + 1), phrase))
    for phrase in PersonFinder(doc, taken).find():
        taken.update(dict.fromkeys(range(phrase.first, phrase.last + 1), phrase))
    for phrase in _tagged(doc, taken, tagger) if tagger is not None else ():
        taken.update(dict.fromkeys(range(phrase.first, phrase.last + 1), phrase))
    for phrase in _small_words(doc, taken):
        taken.update(dict.fromkeys(range(phrase.first, phrase.last + 1), phrase))
    unique = {(p.first, p.last): p for p in taken.values()}
    doc.phrases = [unique[key] for key in sorted(unique)]


def _with_head(inner: Phrase, outer: Phrase) -> Phrase | None:
    """«Сұңқар» қорымен: a body of the tables in quotes takes the case of the head noun behind it."""
    if not ((outer.quoted or outer.subtype == "outlet") and inner.kind == "organization" and inner.name == outer.name):
        return None
    subtype = "outlet" if outer.subtype == "outlet" else inner.subtype
    row = replace(inner, first=outer.first, last=outer.last, case=outer.case, attributive=outer.attributive)
    return replace(row, quoted=outer.quoted, subtype=subtype, whole=outer.whole)


def _inside(inner: Phrase, outer: Phrase) -> bool:
    """«Цукуба университеті», «Қазақстан» телеарнасы: a place, or in quotes a country, that is part of a longer name."""
    if outer.quoted and inner.kind == "organization":
        # «Сименс Энерджи» is more than Сименс, «Қазақстан темір жолы» ұлттық компаниясы no more than its name.
        return inner.first > outer.first and len(inner.name) < len(outer.name)
    # «Америка департаменті»: a desk of a ministry is named after its countries.
    kinds = {"place", "country"} if outer.quoted or outer.subtype == "department" else {"place"}
    return inner.kind in kinds and inner.first >= outer.first and inner.last < outer.last


def _from_tables(doc: Document, _taken: dict[int, Phrase]) -> Iterator[Phrase]:
    skip_to = 0
    for i, token in enumerate(doc.tokens):
        if i < skip_to or token.kind not in {"word", "initial"} or not (token.capital or token.text[0].isdigit()):
            continue
        found = _longest(doc, i)
        if found is not None:
            yield _with_given_name(doc, found, skip_to) if found.kind == "person" else found
            skip_to = found.last + 1


def _with_given_name(doc: Document, person: Phrase, free: int) -> Phrase:
    """«Мұхаммед Шахбаз Шариф»: a given name before a name of the tables; tokens before `free` are taken."""
    first = person.first
    while first > free and (token := doc.tokens[first - 1]).capital and token.lower in lexicon.given_names():
        if token.sentence != doc.tokens[first].sentence or token.lower in lexicon.offices():
            break
        first -= 1
    # «М. Нұртас Ван Имен»: behind an initial it is another's surname.
    if first == person.first or (first and doc.tokens[first - 1].kind == "initial"):
        return person
    before = surface(doc, first, person.first - 1)
    return replace(person, first=first, name=f"{before} {person.name}", subtype="full")


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
    if entry.kind == "person" and size == 1 and (capital_beside(doc, i - 1) or capital_beside(doc, i + 1)):
        return None
    if size == 1 and _part_of_longer(doc, i, entry):
        return None
    if size == 1 and len(wanted) == 1 and capital_beside(doc, i - 1):
        return None  # «Фредерик X» is a king and no network
    if size == 1 and entry.capitals and entry.kind == "organization" and not token.text[: len(wanted)].isupper():
        # «Кисида» is not КИСИ in the locative.
        return None
    if size == 1 and len(wanted) <= 3 and not token.text[: len(wanted)].isupper() and entry.main.isupper():
        return None
    for length, case, attributive, _ in case_readings(token.text):
        if token.lower[:length] == wanted:
            if entry.kind == "organization" and token.lower[length : length + 1] in {"ы", "і"}:
                continue  # «Андорра Парламентінің»: a possessor's ending, and no linking vowel as in «Минскіде»
            name = surface(doc, i, last, length)
            return Phrase(
                entry.kind,
                i,
                last,
                name,
                case,
                entry.key or None,
                attributive=attributive,
                quoted=inside_quotes(doc, i, last),
                subtype=entry.subtype,
            )
    return None


def _part_of_longer(doc: Document, i: int, entry: lexicon.Entry) -> bool:
    """«Boeing Helicopters», «басшысы Сантьяго Лопес», «Болат Сәтбаев»: a word of the tables inside a longer name."""
    before = doc.tokens[i - 1] if i else None
    after = doc.tokens[i + 1] if i + 1 < len(doc.tokens) else None
    token = doc.tokens[i]
    if entry.kind == "organization" and split_ending(token.text)[0].isascii():
        # A case ending closes a name: «SpaceX-тің Starlink» are two.
        left = before is not None and before.kind == "word" and before.capital and before.text.isascii()
        right = after is not None and after.kind == "word" and after.capital and split_ending(after.text)[0].isascii()
        return left or (right and token.text.isascii())
    if entry.kind == "country" and before is not None and after is not None and after.kind == "word":
        # «Депутат Дания Болатова»
        surname = after.capital and personal(after) and after.lower not in lexicon.given_names()
        return is_office(before) and surname and token.lower in lexicon.given_names()
    if entry.kind not in {"organization", "place"} or before is None or before.kind != "word":
        return False
    if entry.kind == "place" and before.capital and before.lower in lexicon.given_names() and personal(token):
        return True
    office = is_office(before) and before.nominal.person == 3 and before.nominal.case == "nom"
    named = after is not None and after.kind == "word" and after.capital and after.lower not in lexicon.gazetteer()
    return (
        office and named and token.nominal.case == "nom" and after is not None and head_of(after) is None and not is_office(after)
    )


def _tagged(doc: Document, taken: dict[int, Phrase], tagger: Tagger) -> Iterator[Phrase]:
    """Names of the tagger where nothing else was found, their last word in the nominative."""
    finder = PersonFinder(doc, taken)
    several = {p.name for p in taken.values() if p.kind == "person" and " " in p.name}
    whole = {word.lower(): name for name in sorted(several) for word in name.split()}
    for first, last, kind, confidence in ner.names(doc, tagger, _unexplained(doc, taken)):
        head = doc.tokens[last]
        if any(i in taken for i in range(first, last + 1)) or head.kind != "word":
            continue
        if kind == "person":
            length, case, attributive = finder.strip(head)
        else:
            length, case, attributive = nominative(head, head.nominal.person == 3)
        if _names_something_else(doc, last, kind, case):
            continue
        if kind == "organization" and first == last and not introduced(doc, taken, first):
            continue
        name = surface(doc, first, last, length)
        if kind == "person":
            name = whole.get(name.lower(), name)  # a name within a longer one that the text has told
        subtype = "tagged" if kind != "person" else "full" if " " in name else "surname"
        yield Phrase(
            kind,
            first,
            last,
            name,
            case,
            None,
            attributive=attributive,
            subtype=subtype,
            tagger=confidence,
        )


ABOUT = 4
"""So many words may stand between the first of a subject and the word for "about" that ends it."""


def _names_something_else(doc: Document, last: int, kind: str, case: str) -> bool:
    """Whether what ends at `last` is no body or person but the name or subject of another thing: «BOMCA бағдарламасы»,
    «Реадмиссия туралы келісім», «Бірлескен мәлімдеме», an office, a summit.
    """
    head = doc.tokens[last].nominal.lemma
    if kind == "organization" and (head in lexicon.event_nouns() or head in lexicon.offices()):
        return True
    after = doc.tokens[last + 1 : doc.sentences[doc.tokens[last].sentence][1]]
    if kind == "organization" and any(t.lower in lexicon.word_list("about") for t in after[:ABOUT]):
        return True
    while after and after[0].kind == "mark" and after[0].text in "»”":
        after = after[1:]
    if case != "nom" or not after or after[0].kind != "word" or after[0].capital:
        return False
    follows = after[0].nominal
    return follows.lemma in lexicon.event_nouns() or (follows.person == 3 and follows.lemma not in lexicon.offices())


def _unexplained(doc: Document, taken: dict[int, Phrase]) -> Iterator[int]:
    """Numbers of the sentences with a capital that no name and no office accounts for: only there may a name be missing."""
    for number, (first, last) in enumerate(doc.sentences):
        for i in range(first, last):
            token = doc.tokens[i]
            if i in taken or not token.capital or token.kind != "word" or token.nominal.lemma in lexicon.offices():
                continue
            if not known(token.nominal.lemma) and not known(token.lower):
                yield number
                break


def _small_words(doc: Document, taken: dict[int, Phrase]) -> Iterator[Phrase]:
    demonyms = lexicon.demonyms()
    for i, token in enumerate(doc.tokens):
        if i in taken or token.kind != "word":
            continue
        lemma = token.lower if token.lower in demonyms else token.nominal.lemma
        if lemma in demonyms:
            # «үнді премьері»: a demonym as it stands in the list has no ending, whatever its last letters look like.
            case = "nom" if lemma == token.lower else token.nominal.case
            yield Phrase("demonym", i, i, lemma, case, demonyms[lemma], token.nominal.plural)
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
