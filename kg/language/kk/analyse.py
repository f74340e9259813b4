"""Kazakh language analysis, composed. Enters: Article. Leaves: Document with tokens, phrases, titles and times."""

from __future__ import annotations

from kg.language.document import Document, Nominal, Token
from kg.language.kk.lexicon import gazetteer
from kg.language.kk.morphology import analyse as analyse_word
from kg.language.kk.morphology import known
from kg.language.kk.text import sentence_spans, tokenize
from kg.model.article import Article

NOTHING = Nominal("")


def tokens_of(text: str) -> tuple[list[Token], list[tuple[int, int]]]:
    """Tokens with their reading and sentence number, and for each sentence its first and last token + 1."""
    spans = sentence_spans(text)
    tokens: list[Token] = []
    sentences: list[tuple[int, int]] = []
    for number, (start, end) in enumerate(spans):
        first = len(tokens)
        for word, a, b, kind in tokenize(text[start:end]):
            nominal = reading(word) if kind == "word" else NOTHING
            tokens.append(Token(word, start + a, start + b, number, word.lower(), nominal, kind))
        sentences.append((first, len(tokens)))
    return tokens, sentences


def reading(word: str) -> Nominal:
    """The common reading; a capitalised word that the corpus does not know as a common one is read as a name."""
    common = analyse_word(word)
    if word[:1].isupper() and not known(common.lemma) and not known(word.lower()):
        return analyse_word(word, True)
    return common


def is_common(token: Token) -> bool:
    """Whether a capitalised word may be an ordinary one at the start of a sentence."""
    return known(token.lower) >= 1 or known(token.nominal.lemma) >= 2


def has_entry(first: str) -> bool:
    return first in gazetteer()


def document(article: Article) -> Document:
    from kg.language.kk import dates, names, titles  # noqa: PLC0415  the three need tokens_of

    tokens, sentences = tokens_of(article.text)
    doc = Document(article, tokens, sentences)
    names.find(doc)
    titles.find(doc)
    dates.find(doc)
    return doc
