"""Kazakh language analysis, composed. Enters: Article. Leaves: Document with tokens, phrases, titles and times."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.language.document import Document, Nominal, Token
from kg.language.kk.lexicon import data_rows, offices, organization_heads, possessed_heads, possessed_offices, word_list
from kg.language.kk.morphology import CASES, known, readings
from kg.language.kk.morphology import analyse as analyse_word
from kg.language.kk.phonology import fill
from kg.language.kk.text import sentence_spans, tokenize
from kg.language.ner import Tagger
from kg.model.article import Article

NOTHING = Nominal("")
# No sentence of news has so many tokens; a text without full stops is read in such pieces, in time that grows with its length.
LONGEST_SENTENCE = 400


def tokens_of(text: str) -> tuple[list[Token], list[tuple[int, int]]]:
    """Tokens with their reading and sentence number, and for each sentence its first and last token + 1."""
    spans = sentence_spans(text)
    tokens: list[Token] = []
    sentences: list[tuple[int, int]] = []
    for start, end in spans:
        first = len(tokens)
        for word, a, b, kind in tokenize(text[start:end]):
            if len(tokens) - first == LONGEST_SENTENCE:
                sentences.append((first, len(tokens)))
                first = len(tokens)
            nominal = reading(word) if kind == "word" else NOTHING
            tokens.append(Token(word, start + a, start + b, len(sentences), word.lower(), nominal, kind))
        sentences.append((first, len(tokens)))
    return tokens, sentences


@cache
def _nouns() -> frozenset[str]:
    """Nouns that the tables build on: where a word can be read as one of them, it is."""
    lemmas = {row["lemma"].lower() for row in data_rows("instruments.csv")} | {
        row["predicate"] for row in data_rows("frames.csv") if row["pos"] == "noun"
    }
    return frozenset(offices()) | frozenset(organization_heads()) | frozenset(lemmas)


@cache
def _irregular() -> dict[str, Nominal]:
    """Forms of heads and offices whose possessed form is none that the grammar makes: «банкі» of «банк», «королі» of «король»."""
    forms = {}
    for possessed, lemma in (possessed_heads() | possessed_offices()).items():
        if " " in lemma or possessed == lemma or analyse_word(possessed).lemma == lemma:
            continue
        forms[possessed] = Nominal(lemma, person=3)
        for case, shapes in CASES.items():
            ending = fill(shapes["p3"], "front" if possessed[-1] == "і" else "back")
            forms[possessed + ending] = Nominal(lemma, case, person=3)
            if case == "loc":
                forms[possessed + ending + ("гі" if possessed[-1] == "і" else "ғы")] = Nominal(
                    lemma, case, person=3, attributive=True
                )
    return forms


# «елшісімін», «министрмін»: the ending that says of whom one speaks as what one is.
COPULA = re.compile(r"(?:[мбп][ыі]н|с[ыі]ң|с[ыі]з)$")


@lru_cache(maxsize=100_000)
def reading(word: str) -> Nominal:
    """The common reading; a capitalised word that the corpus does not know as a common one is read as a name."""
    irregular = _irregular().get(word.lower())
    if irregular is not None:
        return irregular
    if word.lower() in word_list("bare_word"):
        return Nominal(word.lower())  # «еркін» is no «ерік» that somebody has
    common = analyse_word(word)
    if common.lemma in _nouns():
        return common
    for other in readings(word):
        if other.lemma in _nouns() and other.person in {0, 3} and len(other.lemma) > 2:
            return other
    bare = COPULA.sub("", word)
    if bare != word and not known(common.lemma):
        noun = analyse_word(bare)
        if noun.lemma in _nouns() and noun.case == "nom":
            return noun
    if word[:1].isupper() and not known(common.lemma) and not known(word.lower()):
        return analyse_word(word, True)
    return common


HEADING = re.compile(r"\s*date\s+\d{4}-\d\d-\d\d\s+")


def body_start(article: Article) -> int:
    """Where the text proper begins: after a first line that repeats the title."""
    line, newline, _ = article.text.partition("\n")
    bare = " ".join(HEADING.sub("", line).split()).casefold()
    title = " ".join(article.title.split()).casefold()
    if newline and bare and (bare == title or title.startswith(bare) or (bare.startswith(title) and title)):
        return len(line) + 1
    return 0


def document(article: Article, tagger: Tagger | None = None) -> Document:
    from kg.language.kk import dates, gatherings, names, places, titles  # noqa: PLC0415  they need tokens_of

    tokens, sentences = tokens_of(article.text)
    doc = Document(article, tokens, sentences, body=body_start(article))
    names.find(doc, tagger)
    gatherings.sittings(doc)
    places.capitals(doc)
    titles.find(doc)
    dates.find(doc)
    places.find(doc)
    return doc
