"""Offices in a life told: «2010 жылы … елшісі болды». Enters: Document, Cast. Leaves: which titles, and of whom they are told."""

from __future__ import annotations

from collections import Counter

from kg.extract.actors import Cast
from kg.language import Language
from kg.language.document import Document, Title


class Lives:
    """Reads the lives that one document tells."""

    def __init__(self, doc: Document, cast: Cast, tongue: Language) -> None:
        self.doc = doc
        self.cast = cast
        self.tongue = tongue

    def titles(self) -> set[int]:
        """The titles of which the words after them, or after the list that they begin, say that somebody held them."""
        found: set[int] = set()
        titles = self.doc.titles
        for n in reversed(range(len(titles))):
            if self.tongue.holds(self.doc, titles[n].last) or (n + 1 in found and self._lists(titles[n], titles[n + 1])):
                found.add(n)
        return found

    def _lists(self, title: Title, following: Title) -> bool:
        """Whether a title is told in one list with the next."""
        if following.plural or following.holders or following.bearers or title.case != "nom":
            return False
        between = [t.lower for t in self.doc.tokens[title.last + 1 : following.first]]
        same = self.doc.tokens[title.last].sentence == self.doc.tokens[following.first].sentence
        joints = {","} | self.tongue.words("joins_like")
        return same and 0 < len(between) < 6 and between[0] in joints and all(w not in {".", "«", "»", ":"} for w in between)

    def bearer(self, title: Title) -> int | None:
        """The subject of the sentence, else of the sentence last before that has one, else who is named most."""
        sentence = self.doc.tokens[title.first].sentence
        persons = [(n, p) for n, p in enumerate(self.doc.phrases) if p.kind == "person" and n in self.cast.of]
        wanted = "acc" if self.tongue.appoints(self.doc, title.last) else "nom"
        here = [
            n for n, p in persons if self.doc.tokens[p.first].sentence == sentence and p.last < title.first and p.case == wanted
        ]
        if here:
            return self.cast.of[here[-1]]
        before = [(n, p) for n, p in persons if p.last < title.first]
        subjects = [(n, p) for n, p in before if p.case == "nom" and self.doc.tokens[p.first].sentence < sentence]
        if wanted == "nom" and subjects:
            last = self.doc.tokens[subjects[-1][1].first].sentence
            return next(self.cast.of[n] for n, p in subjects if self.doc.tokens[p.first].sentence == last)
        counts = Counter(self.cast.of[n] for n, _ in before)
        return counts.most_common(1)[0][0] if counts else None
