"""Whether a sentence speaks of sports, where «кездесу» is a match. Enters: a Document and a token. Leaves: a yes or no."""

from __future__ import annotations

import re
from bisect import bisect_left

from kg.language.document import Document
from kg.language.kk import lexicon


def of_sports(doc: Document, i: int) -> bool:
    """Whether the sentence of token `i` has a word of sports outside of the names of offices and bodies, or tells of a bout."""
    first, last = doc.sentences[doc.tokens[i].sentence]
    stems = tuple(lexicon.word_list("sport"))
    found = [j for j in range(first, last) if doc.tokens[j].lower.startswith(stems)]
    if found and any(j not in _named(doc, first, last) for j in found):
        return True
    words = " ".join(t.lower for t in doc.tokens[i : min(last, i + 2)])
    return any(re.match(pattern, words) for pattern in lexicon.word_list("bout_pattern"))


def _named(doc: Document, first: int, last: int) -> set[int]:
    """The tokens of a sentence that belong to titles and organizations («Мәдениет және спорт министрі»)."""
    titles = doc.titles[bisect_left(doc.titles, first, key=lambda t: t.first) :]
    phrases = doc.phrases[bisect_left(doc.phrases, first, key=lambda p: p.first) :]
    inside: set[int] = set()
    for title in titles:
        if title.first >= last:
            break
        inside.update(range(title.first, title.last + 1))
    for phrase in phrases:
        if phrase.first >= last:
            break
        if phrase.kind == "organization":
            inside.update(range(phrase.first, phrase.last + 1))
    return inside
