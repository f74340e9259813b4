"""Lists of documents: «мына құжаттарға қол қойылды: … туралы келісім; … туралы меморандум».

Enters: the nouns of instruments of a sentence. Leaves: what the sentence that opens the list says was done to all of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from kg.language import Language
from kg.language.document import Document
from kg.language.frames import Act, Instrument

ACT_WITHIN = 30
BULLETS = frozenset("•*·▪●–—-")


@dataclass(frozen=True, slots=True)
class Head:
    """The noun of an instrument at token `i`, its name beginning at `first`."""

    i: int
    first: int
    instrument: Instrument


@dataclass(frozen=True, slots=True)
class Deed:
    """What is done to an instrument: the act, the token where it stands, its status after tense, whether it is denied."""

    act: Act
    where: int
    status: str
    denied: bool = False


class Lists:
    """Remembers, sentence by sentence, whether a list of documents is being told."""

    def __init__(self, doc: Document, tongue: Language) -> None:
        self.doc = doc
        self.tongue = tongue
        self.deed: Deed | None = None
        self.opened = 0  # the token that opens the list
        self.sentence = -2  # the last sentence of the list

    def enter(self, sentence: int, heads: list[Head], find: Callable[[int, int, int, str, str | None], Deed | None]) -> None:
        """Looks whether a sentence opens a list or goes on with one; `find` finds the act on the noun at a token."""
        first, end = self.doc.sentences[sentence]
        for k in range(first, end):
            if not self.several(k, first) or any(h.first <= k <= h.i and h.first < h.i for h in heads):
                continue
            limit = min([end, k + ACT_WITHIN, *(h.first for h in heads if h.i > k and h.first < h.i)])
            deed = find(k, limit, end, self.doc.tokens[k].nominal.case, "agreement")
            if deed is None and (act := self.tongue.earlier_act(self.doc, k)) is not None:
                deed = Deed(act, k, act.status)
            if deed is not None and not deed.denied:
                self.deed, self.opened, self.sentence = deed, k, sentence
                return
        named = any(h.first < h.i >= end - 2 for h in heads)  # nothing but a name
        listed = named or self._item(first, end) or self._among(first, end)
        if self.deed is not None and (sentence - self.sentence != 1 or not listed):
            self.deed = None
        elif self.deed is not None:
            self.sentence, self.opened = sentence, first - 1

    def of(self, head: Head, sentence: int) -> Deed | None:
        """What was done to an instrument that has no act of its own, as one of the list."""
        if self.deed is None or sentence != self.sentence or head.i <= self.opened:
            return None
        between = self.doc.tokens[max(self.opened, 0) : head.i]
        first = self.doc.sentences[sentence][0]
        if self.opened >= first and not any(t.text == ":" for t in between) and not self._among(self.opened, head.i):
            return None
        return replace(self.deed, where=head.i)

    def several(self, k: int, first: int) -> bool:
        """«бірқатар құжат», «12 келісім», «құжаттар»."""
        token = self.doc.tokens[k]
        if token.kind != "word" or token.nominal.lemma not in self.tongue.words("document_noun"):
            return False
        before = self.doc.tokens[max(first, k - 3) : k]
        return token.nominal.plural or any(t.kind == "number" or t.lower in self.tongue.words("several") for t in before)

    def _item(self, first: int, end: int) -> bool:
        """An entry of a list: it begins with a dash or a number, or is but a name."""
        token = self.doc.tokens[first]
        numbered = token.kind == "number" and first + 1 < end and self.doc.tokens[first + 1].text in {".", ")"}
        return token.text in BULLETS or numbered or self.doc.tokens[end - 1].text == ";"

    def _among(self, first: int, end: int) -> bool:
        """«олардың қатарында», «атап айтқанда»."""
        words = " ".join(t.lower for t in self.doc.tokens[first:end] if t.kind == "word")
        return self.tongue.matches("among_pattern", words)
