"""Organizations that no table knows: quoted names, abbreviations, names in Latin letters.

Enters: a Document with tokens, the phrases found so far. Leaves: further phrases; persons too, where a Latin name is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.language.document import Document, Phrase, Token
from kg.language.kk import lexicon
from kg.language.kk.body_names import links_latin
from kg.language.kk.morphology import HYPHENED, case_readings, split_ending
from kg.language.kk.shapes import (
    NO_BODIES,
    PARTICIPLE,
    ROMAN,
    head_at,
    head_of,
    inside_quotes,
    is_office,
    nominative,
    surface,
)

# Behind a quoted or Latin name these nouns too make an organization: «Хабар» арнасы, Orano тобы.
NOT_QUOTED = NO_BODIES - {"media", "group", "movement"}
CAMEL = re.compile(r"[a-zа-яәіңғүұқөһ][A-ZА-ЯӘІҢҒҮҰҚӨҺ]")
LATIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-žșțȘȚ']+")
OPENING, CLOSING = "«“„", "»”“"
MAX_QUOTED = 9


def quoted(doc: Document, taken: dict[int, Phrase]) -> Iterator[Phrase]:
    """«Х» компаниясы: a quoted name and, within five words, a possessed head noun; «Х» alone where it is built as a firm's."""
    for i, close in _quotations(doc):
        found = _with_head(doc, taken, i, close)
        if found is not None:
            yield from found
        elif all(k not in taken or (close - i > 2 and taken[k].kind in {"country", "place"}) for k in range(i + 1, close)):
            yield from _firm(doc, taken, i, close)


def outlets(doc: Document, taken: dict[int, Phrase]) -> Iterator[Phrase]:
    """«Sky News арнасына»: an outlet of the tables with its noun, which acts where the bare name is a by-line's."""
    for phrase in list(dict.fromkeys(taken.values())):
        i = phrase.last + 1
        if phrase.subtype != "media" or i >= len(doc.tokens) or i in taken:
            continue
        head = head_of(doc.tokens[i])
        if head is not None and head[0] == "media" and doc.tokens[i].nominal.person == 3:
            length, case, attributive = nominative(doc.tokens[i], True)
            row = replace(phrase, last=i, case=case, attributive=attributive, subtype="outlet")
            yield replace(row, whole=surface(doc, phrase.first, i, length))


def _quotations(doc: Document) -> Iterator[tuple[int, int]]:
    tokens = doc.tokens
    for i, token in enumerate(tokens):
        if token.text not in OPENING:
            continue
        close = next((j for j in range(i + 2, min(i + MAX_QUOTED, len(tokens))) if tokens[j].text in CLOSING), None)
        if close is None or tokens[close].sentence != token.sentence:
            continue
        if not any(t.kind == "dash" and t.text != "-" for t in tokens[i:close]):
            yield i, close


def _with_head(doc: Document, taken: dict[int, Phrase], i: int, close: int) -> list[Phrase] | None:
    tokens = doc.tokens
    other = False
    for j in range(close + 1, min(close + 6, len(tokens))):
        if tokens[j].kind != "word" or j in taken or PARTICIPLE.search(tokens[j].lower):
            return None
        if tokens[j].lower in lexicon.word_list("conjunction"):
            return None
        form = split_ending(tokens[j].text)[0]
        other = other or _other_latin(doc, j)  # ««Х» Y Z компаниясымен»: the noun is another name's
        if form in lexicon.word_list("legal_form") and not other:
            case, attributive = case_readings(tokens[j].text)[0][1:3]
            whole = surface(doc, i, j, len(form))
            return [
                Phrase("organization", i, j, _inner(doc, i, close), case, None, False, attributive, True, "company", whole=whole)
            ]
        head = head_at(doc, j)
        # «Х» балалар қоры: the last noun of a chain is the head, unless another body of its own follows.
        if head and tokens[j].nominal.person == 3 and head[0] not in NOT_QUOTED:
            length, case, attributive = nominative(tokens[j], True)
            kind = "outlet" if head[0] == "media" else head[0]
            row = Phrase("organization", i, j, _inner(doc, i, close), case, attributive=attributive, quoted=True, subtype=kind)
            if other:
                return [replace(row, last=close, case="nom", attributive=False)]
            if tokens[j].nominal.plural:
                return _coordinated(doc, row, i, close)
            return [replace(row, whole=surface(doc, i, j, length))]
        if tokens[j].nominal.case != "nom":
            return None
    return None


def _other_latin(doc: Document, j: int) -> bool:
    """Whether a word behind a quoted name begins another one in Latin letters, not its own abbreviation."""
    token = doc.tokens[j]
    mixed = any(t.kind == "word" and not t.text.isupper() for t in doc.tokens[j : j + 2])
    return token.capital and mixed and LATIN.fullmatch(token.text) is not None and doc.tokens[j - 1].text != "("


def _coordinated(doc: Document, row: Phrase, i: int, close: int) -> list[Phrase]:
    """«Х» және «Ү» компаниялары: one head in the plural for several names."""
    tokens = doc.tokens
    rows = [replace(row, first=i)]
    while i >= 2 and (tokens[i - 1].text == "," or tokens[i - 1].lower in lexicon.word_list("conjunction")):
        if tokens[i - 2].text not in CLOSING:
            break
        close = i - 2
        start = next((k for k in range(close - 1, max(-1, close - MAX_QUOTED), -1) if tokens[k].text in OPENING), None)
        if start is None:
            break
        rows.insert(0, replace(row, first=start, last=close, name=_inner(doc, start, close)))
        i = start
    return rows


def _firm(doc: Document, taken: dict[int, Phrase], i: int, close: int) -> Iterator[Phrase]:
    """«ҚазСушар», «Татнефтьтің»: a quoted name without a head noun that is built as firms' names are, or stands beside one."""
    words = [t for t in doc.tokens[i + 1 : close] if t.kind == "word"]
    if not words or len(words) != close - i - 1 or len(words) > 3 or (not words[0].capital and not CAMEL.search(words[0].text)):
        return
    last = words[-1]
    rows = [(length, case, attributive) for length, case, attributive, _ in case_readings(last.text)]
    whole = (len(last.text), "nom", False)
    built = [row for row in rows if len(words) < 3 and _firm_word(last.text[: row[0]], len(words) > 1)]
    beside = _beside_body(doc, taken, i, close)
    if not (built or beside or any(CAMEL.search(t.text) for t in words)):
        return
    length, case, attributive = max(built, default=whole, key=lambda row: -row[0]) if built else whole
    if case == "nom" and close + 1 < len(doc.tokens):
        case, attributive = _outer_case(doc.tokens[close + 1].text) or (case, attributive)
    if close + 1 < len(doc.tokens) and _names_a_thing(doc, close):
        return
    name = surface(doc, i + 1, close - 1, length)
    yield Phrase("organization", i, close, name, case, attributive=attributive, quoted=True, subtype="company")


def _firm_word(word: str, several: bool) -> bool:
    """Whether a word ends or begins as firms' names do; one of several words may be the ending itself («Халық Банк»)."""
    lower = word.lower()
    ends = lexicon.word_list("firm_end")
    end = next((e for e in ends if lower.endswith(e) and (len(lower) > len(e) + 1 or (several and lower == e))), None)
    start = next((b for b in lexicon.word_list("firm_start") if lower.startswith(b) and len(lower) > len(b) + 3), None)
    return end is not None or (start is not None and not lower.startswith("қазақ"))


def _beside_body(doc: Document, taken: dict[int, Phrase], i: int, close: int) -> bool:
    """«Х» мен «Ү» компаниясы: joined to an organization found before or after it."""
    for joint, other in ((i - 1, i - 2), (close + 1, close + 2), (close + 1, close + 3)):
        if 0 <= joint < len(doc.tokens) and doc.tokens[joint].lower in lexicon.word_list("conjunction"):
            phrase = taken.get(other) or taken.get(other - 1)
            if phrase is not None and phrase.kind == "organization":
                return True
    return False


def _outer_case(text: str) -> tuple[str, bool] | None:
    match = re.fullmatch(r"-(\w+)", text)
    ending = HYPHENED.fullmatch(match.group(1)) if match else None
    label = ending.lastgroup if ending else None
    return None if label is None else ("loc" if label == "attributive" else label.removeprefix("poss"), label == "attributive")


def _names_a_thing(doc: Document, last: int) -> bool:
    """Whether a noun that is no body follows, alone or joined: «FGP және WPMP жобалары»."""
    tokens = doc.tokens
    for j in range(last + 1, min(last + 4, len(tokens))):
        token = tokens[j]
        if (token.kind == "word" and token.lower in lexicon.word_list("conjunction")) or token.text == ",":
            continue
        if token.kind == "word" and (
            token.lower in lexicon.word_list("thing_head") or token.nominal.lemma in lexicon.word_list("thing_noun")
        ):
            return token.nominal.person == 3
        if not (token.kind == "word" and token.text.isupper()):
            return False
    return False


def _inner(doc: Document, i: int, close: int) -> str:
    return " ".join(doc.article.text[doc.tokens[i + 1].start : doc.tokens[close - 1].end].split())


def abbreviations(doc: Document, taken: dict[int, Phrase]) -> Iterator[Phrase]:
    """Unknown words in capitals («СІМ», «ҰҚШҰ-ның») name bodies."""
    for i, token in enumerate(doc.tokens):
        stem, ending = split_ending(token.text)
        if i in taken or token.kind != "word" or stem.lower() in lexicon.word_list("not_a_body"):
            continue
        if not (2 <= len(stem) <= 8 and stem.isupper() and stem.isalpha()) or ROMAN.fullmatch(stem):
            continue
        if _shouted(doc, token):
            continue
        if _part_of_name(doc, i) or _names_a_thing(doc, i) or not introduced(doc, taken, i):
            continue
        case, attributive = case_readings(token.text)[0][1:3] if ending else ("nom", False)
        yield Phrase("organization", i, i, stem, case, None, attributive=attributive, subtype="abbreviation")


def _shouted(doc: Document, token: Token) -> bool:
    first, last = doc.sentences[token.sentence]
    return all(t.text.isupper() or t.kind != "word" for t in doc.tokens[first:last])


def _part_of_name(doc: Document, i: int) -> bool:
    """Beside a Latin word («GE Transportation») or a number («ЭКСПО-2017»)."""
    return any(
        t.kind == "number" or (t.kind == "word" and t.capital and LATIN.fullmatch(t.text) is not None)
        for t in (*doc.tokens[max(0, i - 1) : i], *doc.tokens[i + 1 : i + 2])
    )


def introduced(doc: Document, taken: dict[int, Phrase], i: int) -> bool:
    """Whether what stands before «(АБВ)» is a body: one found already, or words that a body's head noun ends."""
    around = doc.tokens[max(0, i - 1) : i + 2]
    if len(around) < 3 or around[0].text != "(" or around[2].text != ")" or i < 2:
        return True
    phrase = taken.get(i - 2)
    before = doc.tokens[i - 2]
    if phrase is not None:
        return phrase.kind == "organization"
    return before.kind == "word" and head_of(before) is not None


def latin_names(doc: Document, taken: dict[int, Phrase]) -> Iterator[Phrase]:
    """«Air Astana», «Boeing»: capitalised words in Latin letters name companies, unless they are a title in quotes.

    Behind an office or before an honorific they name a person: «директоры John Smith».
    """
    runs = list(_latin_runs(doc, taken))
    persons = {split_ending(doc.tokens[j].text)[0] for i, j in runs if j > i and _holds_office(doc, i, j)}
    for i, j in runs:
        last = doc.tokens[j]
        stem = split_ending(last.text)[0]
        case, attributive = (case_readings(last.text)[0][1:3]) if stem != last.text else ("nom", False)
        name = surface(doc, i, j, len(stem) if stem != last.text else None)
        if len(name) < 3 or ROMAN.fullmatch(name) or inside_quotes(doc, i, j):
            continue
        person = _holds_office(doc, i, j) or (i == j and stem in persons)
        if person:
            subtype = "full" if j > i else "surname"
            yield Phrase("person", i, j, name, case, None, attributive=attributive, subtype=subtype)
        elif not _names_a_thing(doc, j) and stem.lower() not in lexicon.word_list("latin_thing") and introduced(doc, taken, i):
            yield Phrase("organization", i, j, name, case, None, attributive=attributive, subtype="latin")


def _holds_office(doc: Document, i: int, j: int) -> bool:
    tokens = doc.tokens
    honoured = j + 1 < len(tokens) and tokens[j + 1].lower in lexicon.word_list("honorific")
    office = i > 0 and is_office(tokens[i - 1]) and tokens[i - 1].nominal.case == "nom" and head_of(tokens[i - 1]) is None
    return honoured or (office and j > i and not tokens[i].text.isupper())


def _latin_runs(doc: Document, taken: dict[int, Phrase]) -> Iterator[tuple[int, int]]:
    i = 0
    while i < len(doc.tokens):
        # «D.Magness» is a person, «787-9 Dreamliner» a product.
        if not _latin(doc, i, taken) or (i and doc.tokens[i - 1].kind in {"initial", "number"}):
            i += 1
            continue
        j = i
        while j + 1 < len(doc.tokens) and not split_ending(doc.tokens[j].text)[1]:
            following = j + 2 if links_latin(doc.tokens, j + 1) else j + 1
            if following >= len(doc.tokens) or not _latin(doc, following, taken):
                break
            j = following
        yield i, j
        i = j + 1


def _latin(doc: Document, i: int, taken: dict[int, Phrase]) -> bool:
    token = doc.tokens[i]
    if i in taken or token.kind != "word" or token.start < doc.body or "." in token.text:
        return False
    stem = split_ending(token.text)[0]
    return (
        LATIN.fullmatch(stem.replace("-", "")) is not None
        and any(letter.isupper() for letter in stem)
        and stem.lower() not in lexicon.word_list("not_a_body")
    )
