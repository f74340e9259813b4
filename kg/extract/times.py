"""Which of a sentence's times says when something was. Enters: a Document, a token, its clause. Leaves: references."""

from __future__ import annotations

from kg.extract.arguments import Clause
from kg.language import Language
from kg.language.document import Document, TimeReference

NEAR = 6  # words between a time and its verb
GATHERED = frozenset({"summit", "session", "ceremony"})


class Times:
    """The times of one document, by sentence."""

    def __init__(self, doc: Document, tongue: Language, published: str | None) -> None:
        self.doc = doc
        self.tongue = tongue
        self.published = published
        self.by_sentence: dict[int, list[TimeReference]] = {}
        for reference in doc.times:
            self.by_sentence.setdefault(doc.tokens[reference.first].sentence, []).append(reference)

    def references(self, i: int, clause: Clause, kind: str, *, noun: bool, described: bool) -> list[TimeReference]:
        """The times of the sentence that say when token `i` was; the nearest clause first."""
        sentence = self.doc.tokens[i].sentence
        journey = kind == "visit"
        times = [t for t in self.by_sentence.get(sentence, []) if not self.deadline(t, journey=journey)]
        if noun:
            after = [t for t in times if i < t.first <= clause.last and self.follows(t, i, clause, kind)]
            if after and not any(t.last < i and self.tongue.begins(self.doc, t.last, i - 1) for t in times):
                return after
        scopes = {t.first: self.tongue.scope(self.doc, t.first, t.last, i) for t in times if t.last < i}
        before = [t for t in times if t.last < i and scopes[t.first] != "other"]
        inside = [t for t in before if t.first >= clause.first]
        if described:
            return [t for t in inside if scopes[t.first] == "own"]
        own = [t for t in inside if scopes[t.first] == "own"] or [t for t in before if scopes[t.first] == "own"]
        return own or inside or before

    def follows(self, reference: TimeReference, i: int, clause: Clause, kind: str) -> bool:
        """Whether a time after an event noun says when it takes place («кездесу ертең өтеді»)."""
        between = self.doc.tokens[i + 1 : reference.first]
        if any(t.text == "," for t in between) or self.tongue.governor(self.doc, i, reference.first - 1) is not None:
            return False
        governor = self.tongue.governor(self.doc, reference.last, clause.last)
        if governor is None or governor - reference.last > NEAR or self.tongue.moves(self.doc, governor):
            return False  # «шілдеге шегерілді»: when it is to be instead
        return kind in GATHERED or self.tongue.happens(self.doc, governor)

    def finest(self, times: list[TimeReference]) -> tuple[TimeReference, int]:
        """The last of the most exact ones, the first day of a range: a year beside a day is mostly another matter's."""
        exact = [t for t in times if len(t.value or "") == 10 or t.anchor]
        months = [t for t in times if len(t.value or "") == 7]
        rows = exact or months or times
        chosen = rows[-1]
        if len(rows) > 1 and chosen.first - rows[-2].last <= 2 and not chosen.anchor:
            between = {t.lower for t in self.doc.tokens[rows[-2].last + 1 : chosen.first]}
            if rows[-2].kind == "range" or between & self.tongue.words("conjunction"):
                return rows[-2], 2
        return chosen, 2 if chosen.kind == "range" else 1

    def deadline(self, reference: TimeReference, *, journey: bool = False) -> bool:
        """«дейін», «бері»: no moment, but since when somebody is on a journey is its first day."""
        following = self.doc.tokens[reference.last + 1].lower if reference.last + 1 < len(self.doc.tokens) else ""
        if journey and following in self.tongue.words("since"):
            return False
        return following in self.tongue.words("deadline")

    def heading(self, times: list[TimeReference], first: int, end: int) -> bool:
        """«9 желтоқсан, сейсенбі.»: whether a sentence is but a date other than that of publication."""
        inside = {i for t in times for i in range(t.first, t.last + 1)}
        bare = all(t.kind not in {"word", "number"} or i in inside for i, t in enumerate(self.doc.tokens[first:end], first))
        return bare and all(t.value != self.published for t in times)
