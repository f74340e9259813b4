"""What an adverbial of time or place belongs to: the predicate, or an attribute or verbal noun that stands before it.

Enters: a Document and tokens. Leaves: "own", "guest" (the attribute describes a person: «кеше келген қонақ») or "other"
(«Алматыда ашылатын орталық», «Астанада елшілік ашуды»). Adverbials stand close before the form that they belong to.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from kg.language.document import Document
from kg.language.kk import lexicon, occasions, verbs
from kg.language.kk.morphology import known

CLOSE = 3
NP = 8
VERBAL_NOUN = re.compile(r"у(?:[ыі]|[ыі]н|[ыі]на|[ыі]не|[ыі]нда|[ыі]нде|ға|ге|д[ыі]|д[ыі]ң|ды|дан|ден|мен|[ыі]мен)?$")
HAPPENS = re.compile(
    r"(?:өт|бол(?!аш)|баста|аяқтал|тәмамдал|жалғас|ұйымдастыр|өткіз|шақырыл|жинал|ашыл|жоспарла|белгілен|күтіл|жаса|жүр|созыл|жет|қойыл)"
)
ATTRIBUTIVE = re.compile(r"(?:[дт][ае]ғы|[дт]егі|[ғг][ыі])$")
VOWEL = re.compile(r"[аәеёиоөұүуыіэюя]$")


def role(doc: Document, k: int) -> str:
    """What the word at token `k` is as a form of a verb: attribute, noun, complement, verb, or nothing."""
    token = doc.tokens[k]
    word = token.lower
    if token.kind != "word" or len(word) < 4 or token.capital or word in lexicon.word_list("no_verb"):
        return ""
    if verbs.NOMINALISED.search(word) and len(word) > 6:
        return "complement"
    if verbs.is_participle(word):
        following = doc.tokens[k + 1] if k + 1 < len(doc.tokens) else None
        if word.startswith("бастаған") and following is not None and following.nominal.lemma in lexicon.word_list("delegation"):
            return ""  # «Х бастаған делегация»: who leads it, not what begins
        describes = following is not None and following.kind == "word" and following.lower not in lexicon.word_list("auxiliary")
        return "attribute" if describes else "verb"
    if VERBAL_NOUN.search(word) and _stem_known(word):
        return "noun"
    return "verb" if verbs.ends_clause(word) else ""


def _stem_known(word: str) -> bool:
    stem = VERBAL_NOUN.sub("", word)
    if len(stem) < 2 or occasions.names_event(stem + "у"):
        return False
    endings = verbs.LONG_STEM if VOWEL.search(stem) else verbs.SHORT_STEM
    return any(known(stem + ending) for ending in endings if ending != "у")


def scope(doc: Document, first: int, last: int, i: int) -> str:
    """Whether the adverbial from token `first` to `last` belongs to the predicate at token `i` after it."""
    if ATTRIBUTIVE.search(doc.tokens[last].lower):
        return "own" if _of_event(doc, last, i) else "other"
    clause_start = first == doc.sentences[doc.tokens[first].sentence][0] or doc.tokens[first - 1].text in {",", ":", ";"}
    for k in range(last + 1, i):
        kind = role(doc, k)
        if not kind:
            continue
        if kind == "verb":
            return "own"
        if k - last > CLOSE - clause_start:
            return "own"
        if kind == "attribute" and _person(doc, k, i):
            # «келер жылы … басқаратын А-мен кездесті»: what he is yet to do does not date what has been.
            return "other" if verbs.is_future(doc.tokens[k].lower) and not happens(doc, k) else "guest"
        if kind in {"attribute", "noun"} and happens(doc, k) and not any(_parts(doc, j) for j in range(k + 1, i)):
            return "own"
        return "other"
    return "own"


def _parts(doc: Document, j: int) -> bool:
    """Whether the word at token `j` parts an attribute from a later event: a verb, or «туралы» after what it describes."""
    if doc.tokens[j].lower == "болған" and doc.tokens[j - 1].lower in {"керек", "тиіс"}:
        return False  # «өтуі керек болған кездесу»
    return bool(role(doc, j)) or doc.tokens[j].lower in lexicon.word_list("about")


def _of_event(doc: Document, last: int, i: int) -> bool:
    """Whether an attribute that ends at token `last` describes the event told at token `i` («қарашадағы сапары»)."""
    for k in range(last + 1, min(i, last + NP) + 1):
        if occasions.kind_of(doc, k):
            return (
                i - k <= CLOSE or occasions.beside(doc, k, i) or not any(occasions.kind_of(doc, j) for j in range(k + 1, i + 1))
            )
        if role(doc, k):
            return False
    return False


def _person(doc: Document, k: int, i: int) -> bool:
    """Whether the noun that the participle at `k` describes is a person."""
    end = min(k + NP, i)
    titles = doc.titles[bisect_left(doc.titles, k + 1, key=lambda t: t.first) :][:NP]
    phrases = doc.phrases[bisect_left(doc.phrases, k + 1, key=lambda p: p.first) :][:NP]
    starts = {t.first for t in titles} | {p.first for p in phrases if p.kind == "person"}
    for j in range(k + 1, end):
        if j in starts:
            return True
        if doc.tokens[j].kind != "word" or role(doc, j):
            return False
    return False


def governor(doc: Document, last: int, end: int) -> int | None:
    """The first form of a verb after token `last`, up to token `end`."""
    return next((k for k in range(last + 1, end + 1) if role(doc, k)), None)


def happens(doc: Document, k: int) -> bool:
    """Whether the verb at token `k` tells that an event takes place, begins, ends or is set."""
    return HAPPENS.match(doc.tokens[k].lower) is not None
