"""Who says that something took place. Enters: events and agreements, mentions. Leaves: whose account each is, if not the text's.

Who takes part speaks of what he did himself, which is no hearsay; nor is the outlet's own by-line.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator, Sequence

from kg.extract.actors import Cast
from kg.extract.mentions import Mention
from kg.language import Language
from kg.language.document import Document
from kg.language.frames import Voice

# Between the source and the words of report may stand so many others («Ақорданың баспасөз қызметінің хабарлауынша»).
GAP = 3
# Of a sentence without end only so many may speak.
MOST = 40
# A bare word looks back over so many bodies; so many letters of a noun stay in all its forms.
REMEMBERED = 6
STEM = 5
SPEAKERS = frozenset({"person", "title", "pronoun", "organization"})
Source = int | str
"""Number of an actor, or the name of one that is none («Reuters»)."""


class Hearsay:
    """Answers who reports what one document tells."""

    def __init__(self, doc: Document, cast: Cast, mentions: Sequence[Mention], tongue: Language) -> None:
        self.doc = doc
        self.cast = cast
        self.tongue = tongue
        self.organizations = {phrase.last: phrase for phrase in doc.phrases if phrase.kind == "organization"}
        self.heard: dict[int, list[Voice]] = {}
        self.by_sentence: dict[int, list[tuple[Mention, Source]]] = {}
        for mention, source in self._speakers(mentions):
            there = self.by_sentence.setdefault(doc.tokens[mention.first].sentence, [])
            if len(there) < MOST:
                there.append((mention, source))

    def source(self, first: int, members: Collection[int]) -> Source | None:
        """Who reports what is told from token `first` on and `members` take part in; None where the text itself does."""
        sentence = self.doc.tokens[first].sentence
        source = self._within(first, members, sentence)
        return self._after(members, sentence + 1) if source is None else source

    def _within(self, first: int, members: Collection[int], sentence: int) -> Source | None:
        for voice in self._voices(sentence):
            if voice.stance == "back" or (voice.stance in {"quote", "noun"} and first > voice.token):
                continue
            if voice.stance == "noun" and not self.tongue.nominalised(self.doc, first, voice.token):
                continue
            source = self._source(voice, sentence, members)
            if source is not None:
                return source
        return None

    def _after(self, members: Collection[int], sentence: int) -> Source | None:
        if sentence >= len(self.doc.sentences):
            return None
        for voice in self._voices(sentence):
            if voice.stance == "back" and (source := self._source(voice, sentence, members)) is not None:
                return source
        return None

    def _voices(self, sentence: int) -> list[Voice]:
        if sentence not in self.heard:
            self.heard[sentence] = self.tongue.voices(self.doc, sentence)
        return self.heard[sentence]

    def _source(self, voice: Voice, sentence: int, members: Collection[int]) -> Source | None:
        for mention, source in self._candidates(voice, self.by_sentence.get(sentence, [])):
            if source in members or self._own(mention, voice):
                return None
            if mention.case == voice.case or self._stands_for_parent(mention):
                return source
        return None

    def _candidates(self, voice: Voice, rows: list[tuple[Mention, Source]]) -> Iterator[tuple[Mention, Source]]:
        before = [row for row in reversed(rows) if row[0].last < voice.token]
        after = [row for row in rows if row[0].first > voice.token]
        if voice.stance == "before":
            yield from (row for row in before[:1] if self._words(row[0].last, voice.token) <= GAP)
        elif voice.stance == "quote":
            # «деп хабарлады Ақорда», «деп X хабарлады»; else who spoke first in the sentence.
            near = [row for row in after[:1] if self._words(voice.token, row[0].first) <= GAP]
            yield from near or [row for row in before[-1:] if row[0].case == "nom" and isinstance(row[1], int)]
        else:
            # Of several nominatives one may belong to what was said: only a single one surely speaks.
            subjects = {row[1]: row for row in before if row[0].case == "nom"}
            yield from subjects.values() if len(subjects) == 1 else ()

    def _words(self, first: int, last: int) -> int:
        return sum(token.kind == "word" for token in self.doc.tokens[first + 1 : last])

    def _stands_for_parent(self, mention: Mention) -> bool:
        """«Ақорданың баспасөз қызметі»: whoever speaks for a body."""
        words = {t.lower for t in self.doc.tokens[mention.last + 1 : mention.last + 3]}
        return mention.case in {"gen", "nom"} and bool(words & self.tongue.words("press_service"))

    def _speakers(self, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Source]]:
        """Mentions of who may speak, with what extraction keeps as no actor: agencies, and buildings that stand for an office."""
        rows: list[tuple[Mention, Source]] = [
            (m, m.actors[0])
            for m in mentions
            if m.kind in SPEAKERS
            and len(m.actors) == 1
            and not m.attributive
            and self.cast.clusters[m.actors[0]].type != "country"
        ]
        for number, phrase in enumerate(self.doc.phrases):
            if phrase.kind == "organization" and number not in self.cast.of:
                rows.append((Mention(phrase.first, phrase.last, "outlet", phrase.case, (number,)), phrase.name))
        rows += self._bare(sorted(rows, key=lambda row: row[0].first))
        yield from sorted(rows, key=lambda row: row[0].first)

    def _bare(self, rows: Sequence[tuple[Mention, Source]]) -> Iterator[tuple[Mention, Source]]:
        """«Министрліктің мәліметінше»: a bare word for a body means the last one of its sort that was named before."""
        ministry = self.tongue.words("ministry_word")
        wanted = self.tongue.words("body_that_speaks") | ministry
        taken = {i for mention, _ in rows for i in range(mention.first, mention.last + 1)}
        bodies: deque[Mention] = deque(maxlen=REMEMBERED)
        named = deque(mention for mention, _ in rows if mention.kind == "organization")
        for i, token in enumerate(self.doc.tokens):
            while named and named[0].last < i:
                bodies.append(named.popleft())
            lemma = token.nominal.lemma
            if token.kind != "word" or lemma not in wanted or i in taken or token.start < self.doc.body:
                continue
            sort = ministry if lemma in ministry else {lemma}
            alike = [m for m in bodies if any(f" {word[:STEM]}" in f" {m.name.casefold()}" for word in sort)]
            if alike:
                yield Mention(i, i, "organization", token.nominal.case, alike[-1].actors), alike[-1].actors[0]

    def _own(self, outlet: Mention, voice: Voice) -> bool:
        """Whether an outlet is the article's own: that of its record, or one of the home country that signs («деп жазады X»)."""
        phrase = self.organizations.get(outlet.last)
        if phrase is None:
            return False
        own = phrase.name.casefold() in (self.doc.article.source or "").casefold()
        return own or (voice.stance in {"quote", "back"} and self.tongue.home_press(phrase.key))
