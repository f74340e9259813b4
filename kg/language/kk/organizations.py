"""Organizations that no table knows: quoted names and head nouns, abbreviations, names in Latin letters.

Enters: a Document with tokens, the phrases found so far. Leaves: further phrases.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.language.document import Document, Phrase
from kg.language.kk import lexicon
from kg.language.kk.morphology import case_readings, known
from kg.language.kk.shapes import (
    ADJECTIVE,
    NO_BODIES,
    PARTICIPLE,
    ROMAN,
    STATE,
    head_of,
    inside_quotes,
    nominative,
    personal,
    starts_sentence,
    surface,
)


def quoted(doc: Document, taken: dict[int, Phrase]) -> Iterator[Phrase]:
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


def headed(doc: Document, taken: dict[int, Phrase]) -> Iterator[Phrase]:
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
        capital = any(t.capital and t.kind == "word" for t in words[:-1]) or (token.capital and not starts_sentence(doc, i))
        if (
            first == i
            and not (owned and head[0] in STATE and token.nominal.person == 3)
            and not (head[1] and head[0] in STATE and token.capital and not starts_sentence(doc, i))
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
            and personal(token)
            and not (j + 1 < i and tokens[j + 1].lower == "атындағы")
            and (edge - j > 1 or tokens[j - 1].kind == "initial" or (j > start and personal(tokens[j - 1])))
        ):
            break
        if (
            token.capital
            and edge == i
            and tokens[i].nominal.person != 3
            and not (ADJECTIVE.search(token.lower) or token.text.isascii())
        ):
            break
        if token.capital and not (starts_sentence(doc, j) and known(token.lower) > 2):
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
            j > start and tokens[j - 1].capital and personal(tokens[j - 1]) and token.lower != "атындағы"
        ):
            break
        lexical = token.nominal.case in {"nom", "gen"} and token.nominal.person in {0, 3} and not token.capital
        capital_before = any(
            tokens[k].capital and tokens[k].kind == "word" and k not in taken for k in range(max(start, j - 3), j)
        )
        if not (lexical and capital_before) or token.lower in lexicon.word_list("not_a_name") or (edge == i and i - j > 4):
            break
    return edge


def abbreviations(doc: Document, taken: dict[int, Phrase]) -> Iterator[Phrase]:
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


def latin_names(doc: Document, taken: dict[int, Phrase]) -> Iterator[Phrase]:
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
        if len(name) > 2 and not ROMAN.fullmatch(name) and not inside_quotes(doc, i, j):
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
